"""The timeline of a dossier as shapes: lanes, points, and bars for days that are not known exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from elchi.model import DateSpan, Precision
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
        doubt: whether the bar covers days of which one is meant: it is hatched.
        claim: the claim to which it leads; title: what a pointer is told.
    """

    shape: str
    look: str
    x: float
    y: float
    width: float
    doubt: bool
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


Told = tuple[Occurrence | Standing, str]


def lanes() -> list[tuple[str, frozenset[str], bool]]:
    """Return id, PLOVER roots, and whether standings stand there, of each lane from above."""
    rows = read_toml(data_folder().joinpath("ontology"), "lanes.toml")["lane"]
    return [(row["id"], frozenset(row["types"]), bool(row.get("standings"))) for row in rows]


def timeline_chart(told: Sequence[Told]) -> Chart | None:
    """Return the chart of occurrences and standings, each with its words; None where none of them has a day."""
    dated = [(span, entry, words) for entry, words in told for span in [_span(entry)] if span]
    shown = dated[:MOST_MARKS]
    axis = axis_of(day for (start, end), _, _ in shown for day in (start, end))
    if axis is None:
        return None
    found: list[Lane] = []
    top = TOP
    for name, roots, standings in lanes():
        inside = [row for row in shown if _stands_in(row[1], roots, standings=standings)]
        if inside:
            lane = _lane(name, top, sorted(inside, key=lambda row: row[0]), axis)
            found.append(lane)
            top += lane.height
    return Chart(tuple(found), axis.ticks, top + 4, len(dated) - len(shown), len(told) - len(dated))


def _stands_in(entry: Occurrence | Standing, roots: frozenset[str], *, standings: bool) -> bool:
    return standings if isinstance(entry, Standing) else entry.type in roots


def _span(entry: Occurrence | Standing) -> tuple[date, date] | None:
    """Return the days that an entry covers; what holds begins where it begins."""
    span: DateSpan | None = entry.date if isinstance(entry, Occurrence) else entry.valid_from
    if span is None or span.start is None or span.end is None:
        return None
    return span.start, span.end


def _lane(
    name: str, top: float, rows: Sequence[tuple[tuple[date, date], Occurrence | Standing, str]], axis: Axis
) -> Lane:
    taken, marks = _Rows(), []
    scale = WIDTH - GUTTER - RIGHT
    for (start, end), entry, words in rows:
        begin = GUTTER + axis.place(start) * scale
        span = entry.date if isinstance(entry, Occurrence) else entry.valid_from
        exact = start == end
        width = 0.0 if exact else max(_LEAST_BAR, (axis.place(end) - axis.place(start)) * scale)
        left = begin - POINT if exact else begin
        row = taken.take(left, left + max(width, 2 * POINT) + _PAD)
        doubt = span is not None and span.precision is not Precision.DAY and not exact
        marks.append(
            Mark(
                "point" if exact else "bar", _look(entry.status), round(begin, 1), top + 5 + ROW * (row + 0.5),
                round(width, 1), doubt, entry.backing.claims[0] if entry.backing.claims else "", words,
            )
        )  # fmt: skip
    return Lane(name, top, ROW * len(taken.ends) + 10, tuple(marks))


def _look(status: str) -> str:
    return "denied" if status == "denied" else "ahead" if status in _TO_COME else "done"
