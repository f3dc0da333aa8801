"""What was promised, planned and agreed, what became of it, and which follow-ups are due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from elchi.model import record as resolved
from elchi.query.answers import SCHEMA_VERSION, SUPPORT_SAID, Promise
from elchi.query.conflicts import Pair, subject_of
from elchi.query.flat import flat
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming
from elchi.query.snapshot import at_one_moment
from elchi.query.sources import Sources
from elchi.query.told import ANY_TIME, Clock, told_of
from elchi.record import NotKnown, Record


@dataclass(frozen=True, slots=True)
class PromisesAnswer(Tabular):
    """Promises as of `today`: those overdue first, then by when they are due, those without a day, those closed."""

    promises: tuple[Promise, ...]
    today: date
    clock: Clock = ANY_TIME
    left_out: NotKnown | None = None
    more: bool = False

    @property
    def due(self) -> tuple[Promise, ...]:
        """Those that are overdue."""
        return tuple(p for p in self.promises if p.overdue(self.today))

    def rows(self) -> list[dict[str, Cell]]:
        """Return a flat row for each promise, with `overdue` and `silent_days`."""
        return [
            {**flat(p), "overdue": p.overdue(self.today), "silent_days": p.silent_days(self.today)}
            for p in self.promises
        ]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `promises.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, "today": self.today.isoformat(), **self.clock.to_json(self.left_out),
            **SUPPORT_SAID, "promises": [promise.to_json(self.today) for promise in self.promises],
            "more": self.more,
        }  # fmt: skip


@at_one_moment
def promises(  # noqa: PLR0913 - one argument a choice
    record: Record, catalogue: Naming,
    *, due: bool = False, pair: Pair | None = None, entity: str | None = None, today: date | None = None,
    known: str | None = None, limit: int | None = None,
) -> PromisesAnswer:  # fmt: skip
    """Return what was promised, planned and agreed.

    Args:
        record: an open record.
        catalogue: whom names mean.
        due: only those whose last day is before `today`, and of which nobody says that they were kept.
        pair: two names or ids: only promises between these.
        entity: a name or id: only promises in which it takes part.
        today: the day that "overdue" counts from; None: the day on which this runs.
        known: an ISO day, with `pair` or `entity`: the promises that had been published by it.
        limit: the most promises; None: all.

    Raises:
        UnknownNameError: a name fits no entity.
        ValueError: `known` is asked of the whole record.
    """
    now, clock = today or date.today(), Clock(None, known)
    subject = subject_of(record, catalogue, pair, entity)
    left_out = None
    if subject is None:
        if known is not None:
            raise ValueError("known needs a pair or an entity: a whole record is not resolved on the spot")
        found = _first(record, now, limit, due=due)
        sources = Sources.of(record, found, catalogue)
    else:
        told = told_of(record, subject, catalogue, clock, wanted=("promises",))
        found, sources, left_out = told.promises, told.sources, told.left_out
    made = [sources.promise(p) for p in found]
    kept = sorted((p for p in made if not due or p.overdue(now)), key=lambda p: _order(p, now))
    shown = kept if limit is None else kept[:limit]
    return PromisesAnswer(tuple(shown), now, clock, left_out, len(shown) < len(kept))


def _first(record: Record, today: date, limit: int | None, *, due: bool) -> list[resolved.Promise]:
    """Return the promises of a whole record: all, or the first and one more than is shown."""
    if limit is None:
        return record.promises(due_before=today.isoformat() if due else None, open_only=due)
    return record.promises_by_due(today.isoformat(), limit=limit + 1, overdue_only=due)


def _order(promise: Promise, today: date) -> tuple[int, str, str]:
    """Order promises: overdue ones, those due later, those without a day, those that are closed."""
    day = promise.due.end.isoformat() if promise.due and promise.due.end else ""
    rank = 3 if promise.closed else 0 if promise.overdue(today) else 1 if day else 2
    return rank, day, promise.id
