"""Which articles are compared at all: those that share rare anchors, so that cost grows with the number of articles.

Each article looks up its rarest anchors. An anchor that many articles hold is looked up only among those published
next to it, so that a look-up never grows with the set. What is found depends on the set alone, never on its order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import log

from elchi.stories.fingerprint import Fingerprint
from elchi.stories.weights import Weights

# Rarest anchors of an article that are looked up; names and numbers first, for they survive translation more often.
_MOST_NAMES, _MOST_SOUNDS = 32, 64
# Articles before and after in time that an anchor is looked up in.
_REACH = 24
# Candidates of one article, those with most weight in common.
_MOST_CANDIDATES = 40
# Weight in common (nats) below which two articles are not compared: two names that one article in thirty holds.
_LEAST = 4.0


def find_candidates(articles: Sequence[Fingerprint], weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs (numbers of `articles`, the smaller first) worth comparing, sorted.

    Args:
        articles: ordered by day and digest, so that neighbours in the list are neighbours in time.
        weights: of the same articles.
    """
    lookups = [_rarest(article, weights) for article in articles]
    postings: defaultdict[str, list[int]] = defaultdict(list)
    ranks: list[list[int]] = []
    for number, article in enumerate(articles):
        mine = []
        for key in lookups[number]:
            mine.append(len(postings[key]))
            postings[key].append(number)
        ranks.append(mine)
        del article
    pairs: set[tuple[int, int]] = set()
    total = len(articles)
    for number, keys in enumerate(lookups):
        found: defaultdict[int, float] = defaultdict(float)
        for key, rank in zip(keys, ranks[number], strict=True):
            holders = postings[key]
            if len(holders) < 2:
                continue
            weight = max(0.0, log(total / weights.counts[key])) + 1.0
            for other in holders[max(0, rank - _REACH) : rank + _REACH + 1]:
                found[other] += weight
        found.pop(number, None)
        best = sorted(((w, -other) for other, w in found.items() if w >= _LEAST), reverse=True)[:_MOST_CANDIDATES]
        pairs.update((min(number, -other), max(number, -other)) for _, other in best)
    return sorted(pairs)


def _rarest(article: Fingerprint, weights: Weights) -> list[str]:
    """Return the anchors of an article that are looked up: the rarest that some other article holds too."""
    counts = weights.counts
    keys = sorted({key for key in article.keys if counts[key] > 1}, key=lambda key: (counts[key], key))
    names = [key for key in keys if key[0] != "s"][:_MOST_NAMES]
    return names + [key for key in keys if key[0] == "s"][:_MOST_SOUNDS]
