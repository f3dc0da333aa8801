"""Places for the parties of a network: springs and repulsion (Fruchterman and Reingold 1991), the same on every run.

Nothing is left to chance: parties begin on a spiral in the order in which they come, and only neighbours in a grid
repel each other, so that the work grows with the number of parties, not with its square.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

_ROUNDS = 220
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_PULL = 0.06
"""Towards the middle: parts that hang together with nothing else stay on the page."""
_WEAK = 0.35
Place = tuple[float, float]


def places(count: int, springs: Mapping[tuple[int, int], float], width: float, height: float) -> list[Place]:
    """Return a place in a box for each of `count` parties.

    Args:
        count: how many, the busiest first: they begin in the middle.
        springs: strength, above 0, by the numbers of the two parties.
        width: of the box; every place lies inside.
        height: of the box.
    """
    if count == 0:
        return []
    ideal = math.sqrt(1.0 / count)
    at = [_spiral(number, count) for number in range(count)]
    held = {**springs, **_anchors(count, springs)}
    for turn in range(_ROUNDS):
        heat = 0.12 * (1 - turn / _ROUNDS) ** 1.5
        at = _moved(at, _forces(at, held, ideal), heat)
    return _boxed(at, width, height)


def _anchors(count: int, springs: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Return a weak spring from each part that hangs together with nothing else to the busiest party of all."""
    part = list(range(count))

    def root(number: int) -> int:
        while part[number] != number:
            number = part[number]
        return number

    for one, other in springs:
        first, second = sorted((root(one), root(other)))
        part[second] = first
    return {(0, number): _WEAK for number in range(1, count) if part[number] == number}


def _spiral(number: int, count: int) -> Place:
    radius, angle = 0.5 * math.sqrt((number + 0.5) / count), number * _GOLDEN_ANGLE
    return radius * math.cos(angle), radius * math.sin(angle)


def _forces(at: Sequence[Place], springs: Mapping[tuple[int, int], float], ideal: float) -> list[list[float]]:
    force = [[-x * _PULL, -y * _PULL] for x, y in at]
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    reach = ideal * 2.5
    for number, (x, y) in enumerate(at):
        cells[math.floor(x / reach), math.floor(y / reach)].append(number)
    for (column, row), inside in cells.items():
        near = [n for c in (-1, 0, 1) for r in (-1, 0, 1) for n in cells.get((column + c, row + r), ())]
        for one in inside:
            for other in near:
                if one < other:
                    _push(force, at, one, other, ideal)
    for (one, other), strength in springs.items():
        dx, dy = at[one][0] - at[other][0], at[one][1] - at[other][1]
        pull = math.hypot(dx, dy) / ideal * strength
        for axis, delta in enumerate((dx, dy)):
            force[one][axis] -= delta * pull
            force[other][axis] += delta * pull
    return force


def _push(force: list[list[float]], at: Sequence[Place], one: int, other: int, ideal: float) -> None:
    dx, dy = at[one][0] - at[other][0], at[one][1] - at[other][1]
    square = max(dx * dx + dy * dy, 1e-9)
    push = ideal * ideal / square
    for axis, delta in enumerate((dx, dy)):
        force[one][axis] += delta * push
        force[other][axis] -= delta * push


def _moved(at: Sequence[Place], force: Sequence[Sequence[float]], heat: float) -> list[Place]:
    found = []
    for (x, y), (fx, fy) in zip(at, force, strict=True):
        length = math.hypot(fx, fy) or 1.0
        step = min(length, heat)
        found.append((x + fx / length * step, y + fy / length * step))
    return found


def _boxed(at: Sequence[Place], width: float, height: float) -> list[Place]:
    """Stretch the places to the box; those of one party alone stand in the middle."""
    xs, ys = [x for x, _ in at], [y for _, y in at]
    wide, high = (max(xs) - min(xs)) or 1.0, (max(ys) - min(ys)) or 1.0
    if len(at) == 1:
        return [(width / 2, height / 2)]
    return [
        (round((x - min(xs)) / wide * width, 1), round((y - min(ys)) / high * height, 1)) for x, y in at
    ]  # fmt: skip
