"""Places for the parties of a network: springs and repulsion (Fruchterman and Reingold 1991), the same on every run.

Nothing is left to chance: parties begin on a spiral in the order in which they come, and only neighbours in a grid
repel each other, so that the work grows with the number of parties, not with its square.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

_ROUNDS, _MOVES = 220, 12_000
"""Rounds of a small drawing; a large one has as many as move its parties so often in all: it is calm by then."""
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_PULL = 0.06
"""Towards the middle: parts that hang together with nothing else stay on the page."""
_WEAK = 0.35
_NEAREST = 1e-9
"""The square of the distance below which parties repel each other no more strongly."""
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
    rounds = min(_ROUNDS, _MOVES // count)
    for turn in range(rounds):
        heat = 0.12 * (1 - turn / rounds) ** 1.5
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


def _forces(
    at: Sequence[Place], springs: Mapping[tuple[int, int], float], ideal: float
) -> tuple[list[float], list[float]]:  # fmt: skip
    """Return the forces on parties, across and down."""
    force_x, force_y = [-x * _PULL for x, _ in at], [-y * _PULL for _, y in at]
    _push(force_x, force_y, at, ideal)
    for (one, other), strength in springs.items():
        (x, y), (other_x, other_y) = at[one], at[other]
        dx, dy = x - other_x, y - other_y
        pull = math.hypot(dx, dy) / ideal * strength
        pull_x, pull_y = dx * pull, dy * pull
        force_x[one] -= pull_x
        force_y[one] -= pull_y
        force_x[other] += pull_x
        force_y[other] += pull_y
    return force_x, force_y


def _push(force_x: list[float], force_y: list[float], at: Sequence[Place], ideal: float) -> None:
    """Add to forces how neighbours repel each other. This is where a drawing spends its time: plain loops."""
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    reach, strength = ideal * 2.5, ideal * ideal
    for number, (x, y) in enumerate(at):
        cells[math.floor(x / reach), math.floor(y / reach)].append(number)
    for (column, row), inside in cells.items():
        near = [n for c in (-1, 0, 1) for r in (-1, 0, 1) for n in cells.get((column + c, row + r), ())]
        beside = [(n, *at[n]) for n in near]
        for one in inside:
            (x, y), sum_x, sum_y = at[one], force_x[one], force_y[one]
            for other, other_x, other_y in beside:
                if one < other:
                    dx, dy = x - other_x, y - other_y
                    square = dx * dx + dy * dy
                    push = strength / (square if square > _NEAREST else _NEAREST)  # noqa: FURB136 - a call here is a third of the time
                    push_x, push_y = dx * push, dy * push
                    sum_x += push_x
                    sum_y += push_y
                    force_x[other] -= push_x
                    force_y[other] -= push_y
            force_x[one], force_y[one] = sum_x, sum_y


def _moved(at: Sequence[Place], force: tuple[list[float], list[float]], heat: float) -> list[Place]:
    found = []
    for (x, y), fx, fy in zip(at, *force, strict=True):
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
