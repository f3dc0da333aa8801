"""The dossier of a dyad: what holds between two, what happened, what was said and promised, where sources differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from elchi.errors import UnknownNameError
from elchi.model import Entity
from elchi.query.answers import (
    SCHEMA_VERSION,
    SUPPORT_SAID,
    Conflict,
    Occurrence,
    Promise,
    Quote,
    Standing,
)
from elchi.query.as_of import conflicts_on, promises_on, standings_on, standings_told, untold_on
from elchi.query.common import Common, in_common
from elchi.query.flat import Part, flat, flat_sides
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming, resolve
from elchi.query.told import ANY_TIME, Clock, Page, Told, told_of
from elchi.record import NotKnown, Record, Subject, pair_key

_POSITION_TYPES = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_POSITION_MODES = frozenset({"endorse", "praise", "welcome", "recognise"})


@dataclass(frozen=True, slots=True)
class PairAnswer(Tabular):
    """What a record knows of two parties.

    Attributes:
        standings: those that hold or held; on a day: those that held on it, surely or perhaps.
        told_later: on a day: standings whose beginning nobody says, and which nobody had told by then.
        promises: what was promised, planned and agreed, with the stages it reached.
        clock: the days that it was asked for.
        left_out: what `clock.known` passes over.
        more: the names of the lists that a limit cut short.
        common: the organisations in which both sit.
    """

    first: Entity
    second: Entity
    standings: tuple[Standing, ...]
    occurrences: tuple[Occurrence, ...]
    quotes: tuple[Quote, ...]
    conflicts: tuple[Conflict, ...]
    promises: tuple[Promise, ...] = ()
    told_later: tuple[Standing, ...] = ()
    clock: Clock = ANY_TIME
    left_out: NotKnown | None = None
    more: frozenset[str] = frozenset()
    common: tuple[Common, ...] = ()

    @property
    def positions(self) -> tuple[Occurrence, ...]:
        """Where one side says what it holds of the other's acts or wishes."""
        return positions_among(self.occurrences)

    @property
    def documents(self) -> set[str]:
        """The articles that the answer rests on."""
        backings = [standing.backing for standing in (*self.standings, *self.told_later)]
        backings += [told.backing for told in self.occurrences]
        backings += [quote.backing for quote in self.quotes]
        return {document for backing in backings for document in backing.documents}

    def rows(self) -> list[dict[str, Cell]]:
        """Return standings, occurrences, promises, quotes and sides of conflicts as flat rows."""
        parts: list[Part] = [*self.standings, *self.occurrences, *self.promises, *self.quotes]
        told = [flat(part) for part in parts]
        return told + [side for conflict in self.conflicts for side in flat_sides(conflict)]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `pair.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION,
            "pair": [self.first.id, self.second.id],
            "labels": [self.first.label, self.second.label],
            **self.clock.to_json(self.left_out),
            **SUPPORT_SAID,
            "standings": [standing.to_json() for standing in self.standings],
            "told_later": [standing.to_json() for standing in self.told_later],
            "occurrences": [told.to_json() for told in self.occurrences],
            "positions": [told.to_json() for told in self.positions],
            "promises": [promise.to_json() for promise in self.promises],
            "quotes": [quote.to_json() for quote in self.quotes],
            "conflicts": [conflict.to_json() for conflict in self.conflicts],
            "more": sorted(self.more),
            "common": [one.to_json() for one in self.common],
        }


def pair(  # noqa: PLR0913 - one argument a choice
    record: Record, a: str, b: str, catalogue: Naming,
    *, on: str | None = None, known: str | None = None, limit: int | None = None, before: str | None = None,
) -> PairAnswer:  # fmt: skip
    """Return what `record` knows of the two that `a` and `b` name, in any script.

    Args:
        record: an open record.
        a: a name or an id.
        b: another.
        catalogue: whom names mean.
        on: an ISO day: what held on it, and what had happened by it.
        known: an ISO day: by what had been published by it alone.
        limit: the most occurrences and quotes, the newest of them, and at most 20 of each other list; None: all.
        before: an ISO day: occurrences and quotes before it, to turn the page.

    Raises:
        UnknownNameError: a name fits no entity, or both name the same.
    """
    first, second = resolve(record, a, catalogue), resolve(record, b, catalogue)
    if first.id == second.id:
        raise UnknownNameError(f"{a!r} and {b!r} both name {first.label}; give two different names")
    clock = Clock(on, known)
    subject = Subject(pair=pair_key(first.id, second.id))
    told = told_of(record, subject, catalogue, clock, Page(limit, before))
    held = standings_told(record, told, catalogue, clock)
    standings, occurrences = standings_on(held, on), tuple(told.sources.occurrence(o) for o in told.occurrences)
    return PairAnswer(
        first, second, standings, occurrences, quotes_of(told),
        conflicts_on([told.sources.conflict(c) for c in told.conflicts], (*standings, *occurrences), on),
        promises_on([told.sources.promise(p) for p in told.promises], on), untold_on(held, on), clock, told.left_out,
        frozenset(told.more), in_common(record, first.id, second.id, catalogue, clock),
    )  # fmt: skip


def quotes_of(told: Told) -> tuple[Quote, ...]:
    """Return the quotes of what is told, newest first."""
    return tuple(told.sources.quote(claim) for claim in told.quotes)


def positions_among(occurrences: Sequence[Occurrence]) -> tuple[Occurrence, ...]:
    """Return the occurrences that are positions: accusing, refusing, demanding, endorsing, praising, recognising."""
    return tuple(o for o in occurrences if o.type in _POSITION_TYPES or o.mode in _POSITION_MODES)
