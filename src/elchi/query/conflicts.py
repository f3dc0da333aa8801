"""Where sources differ: claims that cannot all hold, with what became of each conflict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from elchi.model import record as resolved
from elchi.model.record import ConflictState
from elchi.query.answers import SCHEMA_VERSION, SUPPORT_SAID, Conflict
from elchi.query.flat import flat_sides
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming, resolve
from elchi.query.snapshot import at_one_moment
from elchi.query.sources import Sources
from elchi.query.told import ANY_TIME, Clock, told_of
from elchi.record import NotKnown, Record, Subject, pair_key

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ConflictsAnswer(Tabular):
    """Conflicts of a record, a dyad or an entity; `more` tells whether a limit cut the list short."""

    conflicts: tuple[Conflict, ...]
    state: str | None = None
    clock: Clock = ANY_TIME
    left_out: NotKnown | None = None
    more: bool = False

    def rows(self) -> list[dict[str, Cell]]:
        """Return a flat row for each side of each conflict."""
        return [side for conflict in self.conflicts for side in flat_sides(conflict)]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `conflicts.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, "state": self.state, **self.clock.to_json(self.left_out),
            **SUPPORT_SAID, "conflicts": [conflict.to_json() for conflict in self.conflicts], "more": self.more,
        }  # fmt: skip


@at_one_moment
def conflicts(  # noqa: PLR0913 - one argument a choice
    record: Record, catalogue: Naming, state: str | None = None,
    *, pair: Pair | None = None, entity: str | None = None, known: str | None = None,
    limit: int | None = None, offset: int = 0,
) -> ConflictsAnswer:  # fmt: skip
    """Return the conflicts of a record, by block and id.

    Args:
        record: an open record.
        catalogue: whom names mean.
        state: only those that are `open`, `explained` or `settled`.
        pair: two names or ids: only conflicts among claims about both.
        entity: a name or id: only conflicts among claims in which it takes part.
        known: an ISO day, with `pair` or `entity`: the conflicts that had been published by it.
        limit: the most conflicts; None: all.
        offset: how many to pass over.

    Raises:
        UnknownNameError: a name fits no entity.
        ValueError: `state` is none of the three, or `known` is asked of the whole record.
    """
    wanted = ConflictState(state) if state is not None else None
    clock, subject = Clock(None, known), subject_of(record, catalogue, pair, entity)
    if subject is None:
        if known is not None:
            raise ValueError("known needs a pair or an entity: a whole record is not resolved on the spot")
        found = record.conflicts(wanted, limit=None if limit is None else limit + 1, offset=offset)
        return _answer(found, Sources.of(record, found, catalogue), clock, None, (wanted, limit))
    told = told_of(record, subject, catalogue, clock, wanted=("conflicts",))
    found = [c for c in told.conflicts if wanted is None or c.state is wanted][offset:]
    return _answer(found, told.sources, clock, told.left_out, (wanted, limit))


def subject_of(record: Record, catalogue: Naming, pair: Pair | None, entity: str | None) -> Subject | None:
    """Return what a question is about; None where it is about the whole record."""
    if pair is not None:
        first, second = (resolve(record, name, catalogue).id for name in pair)
        return Subject(pair=pair_key(first, second))
    return Subject(entity=resolve(record, entity, catalogue).id) if entity is not None else None


def _answer(
    found: list[resolved.Conflict], sources: Sources, clock: Clock, left_out: NotKnown | None,
    asked: tuple[ConflictState | None, int | None],
) -> ConflictsAnswer:  # fmt: skip
    state, limit = asked
    shown = found if limit is None else found[:limit]
    return ConflictsAnswer(
        tuple(sources.conflict(c) for c in shown), state.value if state else None, clock, left_out,
        len(shown) < len(found),
    )  # fmt: skip
