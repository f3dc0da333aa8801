"""How alike two articles are, measured: anchors in common, in which order, and words in common."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from elchi.stories.fingerprint import Fingerprint
from elchi.stories.order import Point, heaviest_chain
from elchi.stories.weights import Weights, weight_of

# Occurrences of one anchor that are compared: the first ones of each text, first with first.
_MOST_OCCURRENCES = 3
# Articles that are held ready to be compared, about 15 kB each. A bound, not a tuning.
_MOST_READY = 8_000


@dataclass(frozen=True, slots=True)
class Likeness:
    """Measures of two articles, each 0 to 1 unless said otherwise.

    Attributes:
        names: weight of names and numbers in common, against the geometric mean of what each text holds.
        names_in_order: the same, of those that stand in the same order.
        sounds: as `names`, of the sounds of words.
        sounds_in_order: as `names_in_order`, of sounds.
        order: share of all weight in common that stands in the same order.
        lead: weight of names and numbers that both leads have, against that of all in either.
        evidence: weight of all anchors in common, in nats.
        balance: logarithm of how many times more weight of names one text holds; 0 where they are equal.
        words: share of the shorter text's word runs that the longer one has; 0 across languages.
        words_of_longer: share of the longer text's word runs that the shorter one has.
        shared: the anchors in common with their weights, heaviest first.
    """

    names: float
    names_in_order: float
    sounds: float
    sounds_in_order: float
    order: float
    lead: float
    evidence: float
    balance: float
    words: float
    words_of_longer: float
    shared: tuple[tuple[str, float], ...]


# Less of names and of sounds in common is no relation at all: one of 3,843 compared translations has less.
_NOTHING_ALIKE = 0.1
_UNLIKE = Likeness(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, ())


class Ready:
    """An article made ready to be compared.

    Attributes:
        article: its fingerprint.
        places: where each anchor that tells something stands first.
        shares: how common each of these is in the article's language.
        names, sounds: the weight of all its names and numbers, and of all its sounds.
        lead: the names and numbers of title and first sentence.
        runs: hashes of its word runs.
    """

    __slots__ = ("article", "lead", "names", "places", "runs", "shares", "sounds")

    def __init__(self, article: Fingerprint, weights: Weights) -> None:
        self.article = article
        self.places: dict[str, list[int]] = {}
        self.shares: dict[str, float] = {}
        self.names = self.sounds = 0.0
        for key, place in zip(article.keys, article.places, strict=True):
            at = self.places.get(key)
            if at is not None:
                if len(at) < _MOST_OCCURRENCES:
                    at.append(place)
                continue
            share = weights.share(article.language, key)
            weight = weight_of(share)
            if weight:
                self.places[key] = [place]
                self.shares[key] = share
                if key[0] == "s":
                    self.sounds += weight
                else:
                    self.names += weight
        self.lead = {k for k in article.keys[: article.lead] if k[0] != "s" and k in self.shares}
        self.runs: frozenset[int] | None = None

    def word_runs(self) -> frozenset[int]:
        """Return the hashes of its word runs, as a set."""
        if self.runs is None:
            self.runs = frozenset(self.article.shingles)
        return self.runs


class Comparer:
    """Compares articles of one set by their numbers."""

    def __init__(self, articles: Sequence[Fingerprint], weights: Weights) -> None:
        @lru_cache(maxsize=_MOST_READY)
        def ready(number: int) -> Ready:
            return Ready(articles[number], weights)

        self._ready = ready

    def compare(self, one: int, other: int) -> Likeness:
        """Return how alike two articles are; the same both ways."""
        return compare(self._ready(one), self._ready(other))


def compare(one: Ready, other: Ready) -> Likeness:
    """Return how alike two articles are; the same both ways."""
    shared: list[tuple[str, float]] = []
    points: tuple[list[Point], list[Point]] = ([], [])
    sums = [0.0, 0.0]
    for key in one.places.keys() & other.places.keys():
        weight = weight_of(max(one.shares[key], other.shares[key]))
        if weight:
            kind = key[0] == "s"
            sums[kind] += weight
            shared.append((key, weight))
            at, there = one.places[key], other.places[key]
            part = weight / min(len(at), len(there))
            points[kind].extend((a, b, part) for a, b in zip(at, there, strict=False))
    names, sounds = math.sqrt(one.names * other.names), math.sqrt(one.sounds * other.sounds)
    evidence = sums[0] + sums[1]
    if max(_of(sums[0], names), _of(sums[1], sounds)) < _NOTHING_ALIKE:
        return _UNLIKE
    words, words_of_longer = _words_in_common(one, other)
    shared.sort(key=lambda item: (-item[1], item[0]))
    return Likeness(
        _of(sums[0], names), _of(heaviest_chain(points[0]), names),
        _of(sums[1], sounds), _of(heaviest_chain(points[1]), sounds),
        _of(heaviest_chain(points[0] + points[1]), evidence),
        _leads(one, other), evidence, abs(math.log((one.names + 1) / (other.names + 1))),
        words, words_of_longer, tuple(shared),
    )  # fmt: skip


def _of(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _leads(one: Ready, other: Ready) -> float:
    """Return how alike title and first sentence are, by names and numbers."""
    both = sum(weight_of(max(one.shares[key], other.shares[key])) for key in sorted(one.lead & other.lead))
    alone = _weight(one, one.lead - other.lead) + _weight(other, other.lead - one.lead)
    return _of(both, both + alone)


def _weight(article: Ready, keys: Iterable[str]) -> float:
    return sum(weight_of(article.shares[key]) for key in sorted(keys))


def _words_in_common(one: Ready, other: Ready) -> tuple[float, float]:
    if one.article.language != other.article.language:
        return 0.0, 0.0
    first, second = one.word_runs(), other.word_runs()
    common = len(first & second)
    short, long = sorted((len(first), len(second)))
    return _of(common, short), _of(common, long)
