"""A record with its questions: what `elchi.open` gives."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from elchi import query
from elchi.errors import RecordError
from elchi.packs import load_catalogue
from elchi.pipeline import known_names, reconcile_record
from elchi.query.search import NO_FILTERS
from elchi.record import Record

Pair = tuple[str, str]


class Book:
    """An open record and the questions that commands ask of it. Use it in a `with` block.

    Names may be ids, or stand in any script. Days are ISO days: `on` asks for the world as it was, `known` for what
    had been published by then. Answers are typed and frozen; each has `to_json`, `to_pandas`, `to_polars`, `to_arrow`
    and a table for notebooks. `record` is the store, to add to and to ask more of.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self._catalogue = known_names()

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """Open the record at `path`; with `create`, make it where there is none.

        Claims that nobody has resolved yet - a run was cut short - are resolved first, where the record can be written.

        Raises:
            RecordError: there is none, it is something else, or a later elchi wrote it.
        """
        book = cls(Record.open(path, create=create))
        book.resolve()
        return book

    def resolve(self) -> bool:
        """Work out what newly added claims come to. Return whether all is current: not where nothing can be written."""
        try:
            reconcile_record(self.record)
        except RecordError:
            return False
        return True

    def close(self) -> None:
        """Close the record."""
        self.record.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def pair(
        self, a: str, b: str, *, on: str | None = None, known: str | None = None, limit: int | None = None,
        before: str | None = None,
    ) -> query.PairAnswer:  # fmt: skip
        """Return the dossier of two states or organisations (see `elchi.query.pair`)."""
        return query.pair(self.record, a, b, self._catalogue, on=on, known=known, limit=limit, before=before)

    def entity(
        self, name: str, *, on: str | None = None, known: str | None = None, limit: int | None = None,
        before: str | None = None,
    ) -> query.EntityAnswer:  # fmt: skip
        """Return what is known of one entity: names, offices, members, travel, words (see `elchi.query.entity`)."""
        return query.entity(self.record, name, self._catalogue, on, known=known, limit=limit, before=before)

    def timeline(
        self, name: str, *, on: str | None = None, known: str | None = None, limit: int | None = None,
        before: str | None = None,
    ) -> query.TimelineAnswer:  # fmt: skip
        """Return what was claimed of one entity, oldest first (see `elchi.query.timeline`)."""
        return query.timeline(self.record, name, self._catalogue, on=on, known=known, limit=limit, before=before)

    def conflicts(
        self, state: str | None = None, *, pair: Pair | None = None, entity: str | None = None,
        known: str | None = None, limit: int | None = None,
    ) -> query.ConflictsAnswer:  # fmt: skip
        """Return where sources differ (see `elchi.query.conflicts`)."""
        return query.conflicts(
            self.record, self._catalogue, state, pair=pair, entity=entity, known=known, limit=limit
        )  # fmt: skip

    def promises(
        self, *, due: bool = False, pair: Pair | None = None, entity: str | None = None, today: date | None = None,
        known: str | None = None, limit: int | None = None,
    ) -> query.PromisesAnswer:  # fmt: skip
        """Return what was promised and what became of it (see `elchi.query.promises`)."""
        return query.promises(
            self.record, self._catalogue, due=due, pair=pair, entity=entity, today=today, known=known, limit=limit
        )  # fmt: skip

    def learned(
        self, since: str, until: str, *, pair: Pair | None = None, entity: str | None = None
    ) -> query.LearnedAnswer:
        """Return what became known after one day and by another (see `elchi.query.learned`)."""
        return query.learned(self.record, self._catalogue, since, until, pair=pair, entity=entity)

    def search(
        self, words: str, *, filters: query.Filters = NO_FILTERS, exact: bool = False, ranked: bool = False,
        limit: int = 20, offset: int = 0,
    ) -> query.SearchAnswer:  # fmt: skip
        """Return the claims that words, or whom they name in any script, are found in (see `elchi.query.search`)."""
        return query.search(
            self.record, words, load_catalogue(), filters=filters, exact=exact, ranked=ranked, limit=limit,
            offset=offset, guess=self._catalogue.find,
        )  # fmt: skip

    def network(self, *, since: str | None = None, until: str | None = None) -> query.NetworkAnswer:
        """Return who dealt with whom in a period (see `elchi.query.network`)."""
        return query.network(self.record, self._catalogue, since=since, until=until)

    def meetings(
        self, *, since: str | None = None, until: str | None = None, entity: str | None = None,
        modes: Collection[str] = (), place: str | None = None, limit: int | None = None,
    ) -> query.MeetingsAnswer:  # fmt: skip
        """Return where parties met in a period (see `elchi.query.meetings`)."""
        return query.meetings(
            self.record, self._catalogue, since=since, until=until, entity=entity, modes=modes, place=place,
            limit=limit,
        )  # fmt: skip

    def event(self, name: str) -> query.EventAnswer:
        """Return one event, by its id or that of a claim that tells it (see `elchi.query.event`)."""
        return query.event(self.record, name, self._catalogue)

    def positions(self, name: str) -> query.PositionsAnswer:
        """Return who supports, opposes, asks for or promises a thing (see `elchi.query.positions`)."""
        return query.positions(self.record, name, load_catalogue(), self._catalogue)

    def sql(self, statement: str, *, limit: int = 1000) -> query.SqlAnswer:
        """Return what one SELECT gives on the record's views (see `elchi.query.sql`)."""
        return query.sql(self.record, statement, limit=limit)
