"""Where on the globe the catalogue's cities lie: `catalogue/place_points.tsv`.

A region has no row, for it is no point; of states city states alone have one. What is not here has no place on a map.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from elchi.packs.tables import Row, data_folder, read_table

FILE = "place_points.tsv"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the globe, in degrees: north from -90 to 90, east from -180 to 180."""

    latitude: float
    longitude: float


@cache
def place_points() -> Mapping[str, Point]:
    """Return the point of each place that has one, by the place's id; the packaged table, read once."""
    return dict(load_place_points(data_folder().joinpath("catalogue")))


def load_place_points(folder: Traversable) -> Iterator[tuple[str, Point]]:
    """Yield the rows of `folder` (data/catalogue). Raise `PackError` where a cell is malformed."""
    for row in read_table(folder, FILE, "id latitude longitude"):
        place, north, east = row.cells
        yield place, Point(_degrees(row, north, 90), _degrees(row, east, 180))


def _degrees(row: Row, cell: str, most: int) -> float:
    try:
        degrees = float(cell)
    except ValueError:
        degrees = float("nan")
    if not -most <= degrees <= most:
        raise row.expected(f"degrees from -{most} to {most}, found {cell!r}")
    return degrees
