"""The land of the earth as one outline, fitted to the places that are shown. It has no borders of states.

The coastline is Natural Earth's (public domain, 1:110 million) as packed in world-atlas, whose TopoJSON lies unchanged
among the static files. A place is drawn by an equidistant projection that is true at the middle of the picture.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

FILE = "land-110m.json"
WIDTH, HEIGHT = 960.0, 500.0
_SOUTH, _NORTH = -58.0, 80.0
_LEAST_DEGREES = 90.0
"""The least width of the picture in degrees: nearer, there may be no coast by which to know where one is."""
_PAD = 1.45
_GRID_STEPS = (10, 30)
_NEAR = 0.6
"""Units of the picture below which two points of the coast are one."""
Degrees = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """The part of the earth that is drawn: the degrees of its middle (east, north), units a degree of latitude."""

    east: float
    north: float
    scale: float

    def place(self, east: float, north: float) -> tuple[float, float]:
        """Return where a point stands in the picture, from the left and from above."""
        across = self.scale * math.cos(math.radians(self.north))
        x, y = WIDTH / 2 + (east - self.east) * across, HEIGHT / 2 - (north - self.north) * self.scale
        return round(x, 1), round(y, 1)


WORLD = View(0.0, 16.0, WIDTH / (364 * math.cos(math.radians(16.0))))


def view_of(points: Sequence[Degrees]) -> View:
    """Return the view that holds all points (east, north) with room about them; the whole world where there is none."""
    if not points:
        return WORLD
    (west, east), (south, north) = ((min(some), max(some)) for some in zip(*points, strict=True))
    middle = min(max((south + north) / 2, _SOUTH), _NORTH)
    across = math.cos(math.radians(middle))
    wide = max((east - west) * _PAD, _LEAST_DEGREES) * across
    high = max((north - south) * _PAD, _LEAST_DEGREES * across * HEIGHT / WIDTH)
    scale = min(WIDTH / wide, HEIGHT / high)
    return WORLD if scale <= WORLD.scale else View((west + east) / 2, middle, scale)


@lru_cache(maxsize=32)
def outline(view: View) -> str:
    """Return the land in a view as the data of an SVG path."""
    return "".join(_ring(ring, view) for ring in _rings())


@lru_cache(maxsize=32)
def grid(view: View) -> str:
    """Return parallels and meridians as the data of an SVG path: lines every 10 degrees, of a wide view every 30."""
    step = _GRID_STEPS[view.scale < 2 * WORLD.scale]
    lines = []
    for east in range(-180, 181, step):
        x, _ = view.place(east, 0)
        lines.append(f"M{x:g} 0V{HEIGHT:g}" if 0 <= x <= WIDTH else "")
    for north in range(-90, 91, step):
        _, y = view.place(0, north)
        lines.append(f"M0 {y:g}H{WIDTH:g}" if 0 <= y <= HEIGHT else "")
    return "".join(lines)


def _ring(ring: Sequence[Degrees], view: View) -> str:
    """Return a ring as a path; nothing where it lies outside of the picture. Steps are relative: they are shorter."""
    at = [view.place(east, north) for east, north in ring]
    if max(x for x, _ in at) < 0 or min(x for x, _ in at) > WIDTH:
        return ""
    if max(y for _, y in at) < 0 or min(y for _, y in at) > HEIGHT:
        return ""
    (x, y), kept = at[0], []
    begun = f"M{x:g} {y:g}"
    for to_x, to_y in at[1:]:
        dx, dy = round(to_x - x, 1), round(to_y - y, 1)
        if abs(dx) + abs(dy) >= _NEAR:
            kept.append(f"l{dx:g} {dy:g}")
            x, y = round(x + dx, 1), round(y + dy, 1)
    return f"{begun}{''.join(kept)}z" if len(kept) > 1 else ""


@cache
def _rings() -> tuple[tuple[Degrees, ...], ...]:
    """Return the rings of the land: (east, north) in degrees."""
    told = json.loads((files("elchi.web") / "static" / FILE).read_text("utf-8"))
    (step_x, step_y), (zero_x, zero_y) = told["transform"]["scale"], told["transform"]["translate"]
    arcs = [list(_decoded(arc, (step_x, step_y), (zero_x, zero_y))) for arc in told["arcs"]]
    shapes = [shape for part in told["objects"]["land"]["geometries"] for shape in part["arcs"]]
    return tuple(_joined(numbers, arcs) for shape in shapes for numbers in shape)


def _decoded(arc: Iterable[Sequence[int]], step: Degrees, zero: Degrees) -> Iterable[Degrees]:
    """Yield the points of an arc, which are told as steps from one to the next (TopoJSON 2.1.3)."""
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * step[0] + zero[0], y * step[1] + zero[1]


def _joined(numbers: Iterable[int], arcs: Sequence[Sequence[Degrees]]) -> tuple[Degrees, ...]:
    """Return the ring of some arcs; a number below zero is that of an arc from its end (TopoJSON 2.1.4)."""
    found: list[Degrees] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += arc[1:] if found else arc
    return tuple(found)
