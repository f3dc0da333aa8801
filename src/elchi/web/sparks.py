"""The busiest dyads as small multiples: one bar a year, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from elchi.query import DyadActivity

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
    """Return the multiples; None where no dyad has an event with a day. Of many years, the last ones."""
    told = {int(year) for dyad in dyads for year, count in dyad.years.items() if count}
    known = sorted(year for year in told if year <= date.today().year)  # what is planned is not drawn
    if not known:
        return None
    units = [f"{year:04}" for year in range(known[0], known[-1] + 1)][-_MOST_BARS:]
    counts = [{unit: dyad.years.get(unit, 0) for unit in units} for dyad in dyads]
    highest = max((number for found in counts for number in found.values()), default=0) or 1
    step = WIDTH / len(units)
    found = [
        Spark(dyad, _short(dyad), tuple(
            (round(place * step, 1), round(max(2.0, HEIGHT * count[unit] / highest), 1), unit, count[unit])
            for place, unit in enumerate(units) if count[unit]
        ), dyad.occurrences)
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
