"""How much an anchor tells when two articles share it: the rarer, the more.

Rarity is counted in the articles at hand, language by language: what every third Turkish article says is no sign, even
where one Hindi article says it too. Few articles say little of rarity, so counts start from what an anchor's form
alone lets expect (a year is common, a number of five digits is not).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from elchi.stories.fingerprint import Fingerprint

# Articles that the expectation from an anchor's form counts for, and that all languages count for in one of them.
_FORM_COUNTS, _POOL_COUNTS = 300.0, 60.0
# Natural logarithm of a share (1 in 2.7) above which an anchor tells nothing.
_NOTHING = 1.0
# Share of articles that hold an anchor of this form, counted over one's own sample articles.
_FORMS = {"e": 0.03, "s3": 0.04, "s4": 0.015, "s5": 0.006, "n1": 0.10, "n2": 0.06, "n3": 0.01, "n4": 0.02, "n5": 0.004}


def form_of(key: str) -> str:
    """Return the form of an anchor: its kind, with the digits or letters it has where these tell how common it is."""
    kind = key[0]
    return kind if kind == "e" else f"{kind}{min(5, len(key) - 2)}"


class Weights:
    """Frequencies of anchors over a set of articles, by language."""

    def __init__(self, fingerprints: Iterable[Fingerprint]) -> None:
        self.counts: Counter[str] = Counter()
        self._by_language: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._articles: Counter[str] = Counter()
        for article in fingerprints:
            keys = set(article.keys)
            self.counts.update(keys)
            self._by_language[article.language].update(keys)
            self._articles[article.language] += 1
        self._total = self._articles.total()
        self._shares: dict[tuple[str, str], float] = {}

    def share(self, language: str, key: str) -> float:
        """Return the estimated share of articles in `language` that hold `key`, 0 to 1."""
        known = self._shares.get((language, key))
        if known is None:
            expected = _FORM_COUNTS * _FORMS.get(form_of(key), 0.01)
            pool = (self.counts[key] + expected) / (self._total + _FORM_COUNTS)
            inside = self._by_language[language][key] if language in self._by_language else 0
            known = (inside + _POOL_COUNTS * pool) / (self._articles[language] + _POOL_COUNTS)
            self._shares[language, key] = known
        return known


def weight_of(share: float) -> float:
    """Return what it tells that two articles share an anchor that this share of articles hold; 0 or more, in nats."""
    return max(0.0, -math.log(share) - _NOTHING)
