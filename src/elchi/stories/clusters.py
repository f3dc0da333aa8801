"""Clusters by average linkage: two groups join while the mean of what speaks for their pairs is above nought.

Single decisions may be wrong either way. A group needs more than one doubtful pair to take in another article, and a
doubtful article is carried by the many pairs that are sure. Ties fall by number, so that the result depends on the
set alone.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]


class _Groups:
    """Groups with the sums of logits between them."""

    def __init__(self, logits: Mapping[Pair, float], missing: float) -> None:
        self.missing = missing
        self.members: dict[int, list[int]] = {}
        self.sums: defaultdict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        for (one, other), logit in logits.items():
            self.sums[one][other] = self.sums[other][one] = (logit, 1)
            self.members[one], self.members[other] = [one], [other]

    def mean(self, one: int, other: int) -> float:
        """Return the mean logit of the pairs between two groups; what was not compared counts as `missing`."""
        total, known = self.sums[one][other]
        pairs = len(self.members[one]) * len(self.members[other])
        return (total + self.missing * (pairs - known)) / pairs

    def join(self, one: int, other: int) -> list[int]:
        """Put the group `other` into `one`; return the groups whose means with `one` changed."""
        self.members[one] += self.members.pop(other)
        for third, (total, known) in self.sums.pop(other).items():
            del self.sums[third][other]
            if third != one:
                before = self.sums[one].get(third, (0.0, 0))
                self.sums[one][third] = self.sums[third][one] = (before[0] + total, before[1] + known)
        return list(self.sums[one])


def cluster(logits: Mapping[Pair, float], missing: float) -> list[list[int]]:
    """Return the groups of two or more, sorted.

    Args:
        logits: for each pair compared (the smaller number first), positive where it speaks for one group.
        missing: logit of a pair that was not compared.
    """
    groups = _Groups(logits, missing)
    heap = [(-logit, one, other) for (one, other), logit in logits.items() if logit > 0]
    heapq.heapify(heap)
    while heap:
        mean, one, other = heapq.heappop(heap)
        if one not in groups.members or other not in groups.sums[one] or -groups.mean(one, other) != mean:
            continue  # a group of it has grown since
        for third in groups.join(one, other):
            fresh = groups.mean(one, third)
            if fresh > 0:
                heapq.heappush(heap, (-fresh, min(one, third), max(one, third)))
    return sorted(sorted(members) for members in groups.members.values() if len(members) > 1)


def components(pairs: Iterable[Pair]) -> list[list[int]]:
    """Return the numbers that pairs connect, in groups, sorted."""
    leader: dict[int, int] = {}

    def find(number: int) -> int:
        while leader.setdefault(number, number) != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for one, other in pairs:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number in sorted(leader):
        groups[find(number)].append(number)
    return sorted(groups.values())
