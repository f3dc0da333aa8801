"""Which articles are compared at all: those that share rare anchors, so that cost grows with the number of articles.

Each article looks up its rarest anchors. An anchor that many articles hold is looked up only among those published
next to it, so that a look-up never grows with the set. What is found depends on the set alone, never on its order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest
from math import log, sqrt

from elchi.stories.fingerprint import Fingerprint
from elchi.stories.weights import Weights

# Rarest anchors of an article that are looked up; names and numbers first, for they survive translation more often.
_MOST_NAMES, _MOST_SOUNDS = 32, 64
# Articles before and after in time that an anchor is looked up in.
_REACH = 24
# Candidates of one article, those with most weight in common against the geometric mean of what each looks up.
_MOST_CANDIDATES = 30
# Less in common is not compared. Of 4,024 pairs of translations in twelve languages 1.6 % lie below, and 81 % of all
# other pairs that share anything; the translations are found again through others of their story.
_LEAST = 0.05


def find_candidates(articles: Sequence[Fingerprint], weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs (numbers of `articles`, the smaller first) worth comparing, sorted.

    Args:
        articles: ordered by day and digest, so that neighbours in the list are neighbours in time.
        weights: of the same articles.
    """
    lookups = [_rarest(article, weights) for article in articles]
    weigh = _Weigh(len(articles), weights)
    norms = [sqrt(sum(map(weigh, keys))) or 1.0 for keys in lookups]
    postings: defaultdict[str, list[int]] = defaultdict(list)
    ranks: list[list[int]] = []
    for number, keys in enumerate(lookups):
        ranks.append([len(postings[key]) for key in keys])
        for key in keys:
            postings[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for number, keys in enumerate(lookups):
        found: defaultdict[int, float] = defaultdict(float)
        for key, rank in zip(keys, ranks[number], strict=True):
            weight = weigh(key)
            for other in postings[key][max(0, rank - _REACH) : rank + _REACH + 1]:
                found[other] += weight
        mine = norms[number]
        alike = ((weight / (mine * norms[other]), -other) for other, weight in found.items() if other != number)
        for _, other in nlargest(_MOST_CANDIDATES, (pair for pair in alike if pair[0] >= _LEAST)):
            pairs.add((min(number, -other), max(number, -other)))
    return sorted(pairs)


class _Weigh:
    """What it tells that two articles share an anchor, in nats, from its count in the whole set; never nought."""

    def __init__(self, total: int, weights: Weights) -> None:
        self._total, self._counts = total, weights.counts

    def __call__(self, key: str) -> float:
        return 1.0 + log(self._total / self._counts[key])


def _rarest(article: Fingerprint, weights: Weights) -> list[str]:
    """Return the anchors of an article that are looked up: the rarest that some other article holds too."""
    counts = weights.counts
    keys = sorted({key for key in article.keys if counts[key] > 1}, key=lambda key: (counts[key], key))
    names = [key for key in keys if key[0] != "s"][:_MOST_NAMES]
    return names + [key for key in keys if key[0] == "s"][:_MOST_SOUNDS]
