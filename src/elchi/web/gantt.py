"""Memberships as bars over the years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from elchi.query import Membership

WIDTH, GUTTER, RIGHT, ROW, TOP = 960.0, 190.0, 16.0, 24.0, 24.0
_MOST_TICKS = 12
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One membership as a bar.

    Attributes:
        begin, width, y: its place.
        doubt: width of the days of which one is its first.
        open_end: whether nobody tells that it ended.
    """

    label: str
    entity: str
    standing: str
    begin: float
    width: float
    doubt: float
    y: float
    open_end: bool
    title: str


@dataclass(frozen=True, slots=True)
class Gantt:
    """Bars with the years above them: (place, year)."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, int], ...]
    height: float
    width: float = WIDTH
    gutter: float = GUTTER


def end_of(membership: Membership) -> str:
    """Return the first day on which a membership held no longer, "" while it is not known to have ended."""
    return membership.end.start.isoformat() if membership.end and membership.end.start else ""


def gantt(members: Sequence[Membership], until: str) -> Gantt | None:
    """Return the bars of those memberships whose beginning somebody tells, up to the day `until` (ISO)."""
    known = [m for m in members if m.begin and m.begin.start]
    if not known:
        return None
    starts = [m.begin.start for m in known if m.begin and m.begin.start]
    last = max([*(s.isoformat() for s in starts), *(end_of(m) for m in known), until])
    first_year, last_year = min(starts).year, int(last[:4]) + 1
    scale = (WIDTH - GUTTER - RIGHT) / (last_year - first_year)

    def place(day: date | str) -> float:
        iso = day if isinstance(day, str) else day.isoformat()
        year, month = int(iso[:4]), int(iso[5:7] or 1)
        return round(GUTTER + (year - first_year + (month - 1) / _MONTHS) * scale, 1)

    bars = []
    for number, m in enumerate(sorted(known, key=lambda m: m.begin.start if m.begin and m.begin.start else date.min)):
        if m.begin is None or m.begin.start is None or m.begin.end is None:
            continue
        begin, end = place(m.begin.start), place(end_of(m) or last)
        told = f"{m.label}: {m.begin.start.isoformat()[:4]}{f'-{end_of(m)[:4]}' if m.end else ''}"
        bars.append(
            Bar(
                m.label, m.entity, m.standing, begin, max(4.0, round(end - begin, 1)),
                round(place(m.begin.end) - begin, 1), TOP + ROW * number, not m.end, told,
            )
        )  # fmt: skip
    step = max(1, -(-(last_year - first_year) // _MOST_TICKS))
    ticks = tuple((place(f"{year}-01"), year) for year in range(first_year, last_year, step))
    return Gantt(tuple(bars), ticks, TOP + ROW * len(bars) + 8)
