"""The timeline of a dossier as shapes: lanes, points, and bars for days that are not known exactly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from elchi.model import DateSpan
from elchi.packs import data_folder
from elchi.packs.tables import read_toml
from elchi.query import Occurrence, Standing
from elchi.web.axis import Axis, Tick, axis_of

WIDTH, GUTTER, RIGHT = 960.0, 132.0, 12.0
ROW, POINT, TOP = 16.0, 5.0, 26.0
_PAD, _LEAST_BAR = 2.0, 10.0
_MOST_ROWS = 7
MOST_MARKS = 300
_TO_COME = frozenset({"planned", "intended", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on the timeline.

    Attributes:
        shape: `point`, or `bar` for something that lasts or whose day is not known exactly.
        look: `done`, `ahead` (hollow) or `denied` (crossed).
        doubt: width of the beginning of a bar that covers days of which one is meant: it is hatched.
        claim: the claim to which it leads; title: what a pointer is told.
    """

    shape: str
    look: str
    x: float
    y: float
    width: float
    doubt: float
    claim: str
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its id, its top and height, its marks."""

    id: str
    top: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that the template draws, in units of a view box `width` × `height`; how many marks found no room."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: float
    left_out: int
    undated: int
    width: float = WIDTH
    gutter: float = GUTTER

    def x(self, share: float) -> float:
        """Return the horizontal place of a share of the axis."""
        return round(GUTTER + share * (WIDTH - GUTTER - RIGHT), 1)


@dataclass(slots=True)
class _Rows:
    """Rows of a lane that fill from above."""

    ends: list[float] = field(default_factory=list)

    def take(self, begin: float, end: float) -> int:
        """Return the first row that is free from `begin`, taken until `end`; the last one where all are taken."""
        for number, taken in enumerate(self.ends):
            if taken <= begin:
                self.ends[number] = end
                return number
        if len(self.ends) < _MOST_ROWS:
            self.ends.append(end)
            return len(self.ends) - 1
        self.ends[-1] = max(self.ends[-1], end)
        return len(self.ends) - 1


@cache
def lanes() -> tuple[tuple[str, frozenset[str], bool], ...]:
    """Return id, PLOVER roots, and whether standings stand there, of each lane from above."""
    rows: Any = read_toml(data_folder().joinpath("ontology"), "lanes.toml")["lane"]
    return tuple((row["id"], frozenset(row["types"]), bool(row.get("standings"))) for row in rows)


def timeline_chart(
    told: Sequence[Occurrence | Standing], words: Callable[[Occurrence | Standing], str]
) -> Chart | None:
    """Return the chart of occurrences and standings, the first of them; None where none has a day.

    Args:
        told: in the order in which they are wanted.
        words: what an entry says; asked of those that are drawn.
    """
    dated = [(times, entry) for entry in told for times in [_times(entry)] if times]
    shown = [_Dated(times, entry, words(entry)) for times, entry in dated[:MOST_MARKS]]
    axis = axis_of(day for row in shown for day in (row.times.start, row.times.end))
    if axis is None:
        return None
    found: list[Lane] = []
    top = TOP
    for name, roots, standings in lanes():
        inside = [row for row in shown if _stands_in(row.entry, roots, standings=standings)]
        if inside:
            lane = _lane(name, top, sorted(inside, key=_begins), axis)
            found.append(lane)
            top += lane.height
    return Chart(tuple(found), axis.ticks, top + 4, len(dated) - len(shown), len(told) - len(dated))


@dataclass(frozen=True, slots=True)
class _Times:
    """First and last day, the last of the days on which it may have begun, and whether it lasts."""

    start: date
    end: date
    begun: date
    lasts: bool = False


@dataclass(frozen=True, slots=True)
class _Dated:
    """An entry with its times and words."""

    times: _Times
    entry: Occurrence | Standing
    words: str

    @property
    def days(self) -> tuple[date, date]:
        """First and last day."""
        return self.times.start, self.times.end


def _begins(row: _Dated) -> tuple[date, date]:
    return row.days


def _stands_in(entry: Occurrence | Standing, roots: frozenset[str], *, standings: bool) -> bool:
    return standings if isinstance(entry, Standing) else entry.type in roots


def _times(entry: Occurrence | Standing) -> _Times | None:
    """Return when an entry was; what holds lasts from its beginning until somebody tells its end."""
    span: DateSpan | None = entry.date if isinstance(entry, Occurrence) else entry.valid_from
    if span is None or span.start is None or span.end is None:
        return None
    if isinstance(entry, Occurrence):
        return _Times(span.start, span.end, span.end)
    if entry.valid_to is None or entry.valid_to.end is None:
        return _Times(span.start, span.end, span.end, lasts=entry.now and entry.status == "ongoing")
    same = entry.valid_to == span
    return _Times(span.start, max(span.end, entry.valid_to.end), span.start if same else span.end)


def _lane(name: str, top: float, rows: Sequence[_Dated], axis: Axis) -> Lane:
    taken, marks = _Rows(), []
    scale = WIDTH - GUTTER - RIGHT
    for row in rows:
        times, backing = row.times, row.entry.backing
        begin = GUTTER + axis.place(times.start) * scale
        point = times.start == times.end and not times.lasts
        end = WIDTH - RIGHT if times.lasts else GUTTER + axis.place(times.end) * scale
        width = 0.0 if point else max(_LEAST_BAR, end - begin)
        doubt = 0.0 if times.begun == times.start else (axis.place(times.begun) - axis.place(times.start)) * scale
        left = begin - POINT if point else begin
        number = taken.take(left, left + max(width, 2 * POINT) + _PAD)
        marks.append(
            Mark(
                "point" if point else "bar", _look(row.entry.status), round(begin, 1), top + 5 + ROW * (number + 0.5),
                round(width, 1), round(min(width, max(doubt, _LEAST_BAR)) if doubt else 0.0, 1),
                backing.claims[0] if backing.claims else "", row.words,
            )
        )  # fmt: skip
    return Lane(name, top, ROW * len(taken.ends) + 10, tuple(marks))


def _look(status: str) -> str:
    return "denied" if status == "denied" else "ahead" if status in _TO_COME else "done"
