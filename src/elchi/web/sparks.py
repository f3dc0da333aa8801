"""The busiest dyads as small multiples: one bar a month or a year, all on one scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from elchi.web.ask import DyadActivity

WIDTH, HEIGHT = 180.0, 36.0
_MOST_BARS = 36
_GAP = 1.0
_LONGEST, _ACRONYM = 22, 8


@dataclass(frozen=True, slots=True)
class Spark:
    """A dyad with its bars: (left, height, tall name of the time, number of events)."""

    dyad: DyadActivity
    names: tuple[str, str]
    bars: tuple[tuple[float, float, str, int], ...]
    events: int


@dataclass(frozen=True, slots=True)
class Sparks:
    """All multiples, and the span that they share."""

    sparks: tuple[Spark, ...]
    first: str
    last: str
    bar_width: float
    width: float = WIDTH
    height: float = HEIGHT


def sparks(dyads: Sequence[DyadActivity]) -> Sparks | None:
    """Return the multiples; None where no dyad has an event with a day. Months where they fit, else years."""
    months = sorted({month for dyad in dyads for month, _ in dyad.months})
    if not months:
        return None
    spans = _between(months[0], months[-1])
    size = 7 if len(spans) <= _MOST_BARS else 4
    units = sorted({span[:size] for span in spans})[-_MOST_BARS:]
    counts = [_by_unit(dyad, size) for dyad in dyads]
    highest = max((number for found in counts for number in found.values()), default=1)
    step = WIDTH / len(units)
    found = [
        Spark(dyad, _short(dyad), tuple(
            (round(place * step, 1), round(max(2.0, HEIGHT * count[unit] / highest), 1), unit, count[unit])
            for place, unit in enumerate(units) if count[unit]
        ), sum(count.values()))
        for dyad, count in zip(dyads, counts, strict=True)
    ]  # fmt: skip
    return Sparks(tuple(found), units[0], units[-1], round(max(1.0, step - _GAP), 1))


def _short(dyad: DyadActivity) -> tuple[str, str]:
    """Return the labels; in the place of a long one the acronym, else its beginning."""
    first, second = (_fitted(label, name) for label, name in zip(dyad.labels, dyad.pair, strict=True))
    return first, second


def _fitted(label: str, name: str) -> str:
    if len(label) <= _LONGEST:
        return label
    return name if len(name) <= _ACRONYM else f"{label[: _LONGEST - 1]}…"


def _by_unit(dyad: DyadActivity, size: int) -> Counter[str]:
    counts: Counter[str] = Counter()
    for month, number in dyad.months:
        counts[month[:size]] += number
    return counts


def _between(first: str, last: str) -> list[str]:
    """Return every month from first to last."""
    year, month = int(first[:4]), int(first[5:7])
    found = []
    while f"{year:04}-{month:02}" <= last:
        found.append(f"{year:04}-{month:02}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found
