"""Positions of a dyad by who holds them: of the one towards the other, and the other way."""

from __future__ import annotations

from collections.abc import Iterable

from elchi.model import Entity
from elchi.query import Occurrence
from elchi.web import entries

_HOLDING = frozenset({"actor", "party", "speaker"})
Positions = list[tuple[tuple[str, str], list[entries.Entry]]]


def both_ways(told: Iterable[Occurrence], first: Entity, second: Entity) -> Positions:
    """Return the positions of `first`, then those of `second`, then those of both, with the labels of who and whom.

    Positions of both, or of neither, have "" for whom. A side without any is left out.
    """
    groups: dict[tuple[str, str], list[entries.Entry]] = {
        (first.label, second.label): [], (second.label, first.label): [], ("", ""): []
    }  # fmt: skip
    for one in told:
        holders = {side for p in one.parties if p.role in _HOLDING for side in (p.entity, p.state)}
        sides = [side for side in (first, second) if side.id in holders]
        whose = sides[0] if len(sides) == 1 else None
        other = second if whose is first else first
        groups[(whose.label, other.label) if whose else ("", "")].append(entries.of_occurrence(one))
    return [(labels, found) for labels, found in groups.items() if found]
