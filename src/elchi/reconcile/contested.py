"""The times during which a slot is held by more than one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from elchi.reconcile.clashes import side_key
from elchi.reconcile.days import Days

Told = tuple[Any, tuple[str, ...]]
"""A value, and the claims that say it."""


@dataclass(slots=True)
class _Time:
    """A time with rivals, and all that was told to hold in it so far."""

    since: int
    told: dict[int, Told] = field(default_factory=dict)


def contested(held: Sequence[tuple[Days, Any, tuple[str, ...]]]) -> Iterator[tuple[Days, list[Told]]]:
    """Yield each longest time in which at least two values hold, with every value that holds then and its claims.

    Args:
        held: first and last day, the value, the claims that say it; in any order.
    """
    changes = sorted(
        [(days[0], 0, number) for number, (days, _, _) in enumerate(held)]
        + [(days[1], 1, number) for number, (days, _, _) in enumerate(held)]
    )
    values: Counter[str] = Counter()
    active: dict[int, Told] = {}
    time: _Time | None = None
    for day, ends, number in changes:
        _, value, claims = held[number]
        key = side_key(value)
        if ends:
            del active[number]
            values -= Counter([key])
            if time is not None and len(values) < 2:
                yield (time.since, day), list(time.told.values())
                time = None
            continue
        active[number] = value, claims
        values[key] += 1
        if time is not None:
            time.told[number] = active[number]
        elif len(values) > 1:
            time = _Time(day, dict(active))
