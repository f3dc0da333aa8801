"""A time axis that folds away the years, or months, in which nothing stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_YEARS_APART = 3
"""Years from first to last from which years are the unit, not months."""
_FOLD = 0.35
"""Width of a fold beside that of a unit."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A unit on the axis: where it begins and ends (0 to 1), its name, whether it stands for years without anything."""

    begin: float
    end: float
    label: str
    fold: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Days to places from 0 to 1: each cell is a unit or a fold, with its first day and the day after its last."""

    cells: tuple[tuple[date, date], ...]
    ticks: tuple[Tick, ...]

    def place(self, day: date) -> float:
        """Return where a day stands; a day outside stands at the nearer end."""
        number = max(0, bisect_right([first for first, _ in self.cells], day) - 1)
        (first, after), tick = self.cells[number], self.ticks[number]
        share = min(1.0, max(0.0, (day - first).days / max(1, (after - first).days)))
        return tick.begin + share * (tick.end - tick.begin)


def axis_of(days: Iterable[date]) -> Axis | None:
    """Return an axis on which every day of `days` has room; None without days."""
    known = sorted(set(days))
    if not known:
        return None
    by_year = known[-1].year - known[0].year >= _YEARS_APART
    units = sorted({_unit(day, by_year=by_year) for day in known})
    if len(units) == 1:
        units = [units[0], _next(units[0], by_year=by_year)]
    cells: list[tuple[date, date, bool]] = []
    for unit, following in pairwise([*units, date.max]):
        after = _next(unit, by_year=by_year)
        cells.append((unit, after, False))
        if after < following < date.max:
            cells.append((after, following, True))
    return Axis(tuple((first, after) for first, after, _ in cells), tuple(_ticks(cells, by_year=by_year)))


def _ticks(cells: Sequence[tuple[date, date, bool]], *, by_year: bool) -> list[Tick]:
    """Return a tick a cell; one year without anything is no fold but an empty year."""
    widths = [1.0 if not fold else _FOLD for _, _, fold in cells]
    whole, at = sum(widths), 0.0
    ticks = []
    for (first, _after, fold), width in zip(cells, widths, strict=True):
        name = "" if fold else first.isoformat()[: 4 if by_year else 7]
        ticks.append(Tick(at / whole, (at + width) / whole, name, fold))
        at += width
    return ticks


def _unit(day: date, *, by_year: bool) -> date:
    return date(day.year, 1, 1) if by_year else date(day.year, day.month, 1)


def _next(unit: date, *, by_year: bool) -> date:
    if unit.year == date.max.year:
        return date.max
    if by_year or unit.month == 12:
        return date(unit.year + 1, 1, 1)
    return date(unit.year, unit.month + 1, 1)
