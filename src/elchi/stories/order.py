"""The heaviest chain: how much of what two texts share stands in the same order in both."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

Point = tuple[int, int, float]
"""A place in one text, the place of the same thing in the other, and its weight."""


def heaviest_chain(points: Sequence[Point]) -> float:
    """Return the greatest weight of points that rise in both texts.

    A Fenwick tree over the places in the second text keeps the best chain that ends at or before each: n log n.
    """
    columns = sorted({second for _, second, _ in points})
    best = [0.0] * (len(columns) + 1)
    heaviest = 0.0
    # At one place of the first text the later place of the second comes first, so that it is used only once.
    for _, second, weight in sorted(points, key=lambda point: (point[0], -point[1])):
        column = bisect_left(columns, second)
        reach, before = column, 0.0
        while reach > 0:
            before = max(before, best[reach])
            reach -= reach & -reach
        ending = before + weight
        heaviest = max(heaviest, ending)
        reach = column + 1
        while reach < len(best):
            best[reach] = max(best[reach], ending)
            reach += reach & -reach
    return heaviest
