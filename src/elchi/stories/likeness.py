"""How alike two articles are, measured: anchors in common, in which order, and words in common."""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass
from functools import lru_cache

from elchi.stories.fingerprint import Fingerprint
from elchi.stories.order import Point, heaviest_chain
from elchi.stories.weights import Weights

# Occurrences of one anchor that are compared: the first ones of each text, first with first.
_MOST_OCCURRENCES = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """Measures of two articles, each 0 to 1 unless said otherwise.

    Attributes:
        names: weight of names and numbers in common, against the geometric mean of what each text holds.
        names_in_order: the same, of those that stand in the same order.
        sounds: as `names`, of the sounds of words.
        sounds_in_order: as `names_in_order`, of sounds.
        order: share of all weight in common that stands in the same order.
        lead: weight of names and numbers of each lead that the other text's lead has.
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


class _Totals:
    """Weights of one kind of anchors, added up for both texts."""

    __slots__ = ("first", "points", "second", "shared")

    def __init__(self) -> None:
        self.first = self.second = self.shared = 0.0
        self.points: list[Point] = []

    def of_both(self, value: float) -> float:
        """Return `value` against the geometric mean of the two texts' weights."""
        mean = math.sqrt(self.first * self.second)
        return value / mean if mean else 0.0


def compare(one: Fingerprint, other: Fingerprint, weights: Weights) -> Likeness:
    """Return how alike two articles are; the same both ways."""
    places, places_other = _places(one), _places(other)
    names, sounds = _Totals(), _Totals()
    shared: list[tuple[str, float]] = []
    for key, at in places.items():
        weight = weights.weight(one.language, other.language, key)
        if not weight:
            continue
        totals = sounds if key[0] == "s" else names
        totals.first += weight
        there = places_other.get(key)
        if there is not None:
            totals.shared += weight
            shared.append((key, weight))
            part = weight / min(len(at), len(there))
            totals.points.extend((a, b, part) for a, b in zip(at, there, strict=False))
    for key in places_other:
        weight = weights.weight(one.language, other.language, key)
        totals = sounds if key[0] == "s" else names
        totals.second += weight
    evidence = names.shared + sounds.shared
    all_points = names.points + sounds.points
    words, words_of_longer = _words_in_common(one, other)
    shared.sort(key=lambda item: (-item[1], item[0]))
    return Likeness(
        names.of_both(names.shared), names.of_both(heaviest_chain(names.points)),
        sounds.of_both(sounds.shared), sounds.of_both(heaviest_chain(sounds.points)),
        heaviest_chain(all_points) / evidence if evidence else 0.0,
        _leads(one, other, weights), evidence,
        abs(math.log((names.first + 1) / (names.second + 1))),
        words, words_of_longer, tuple(shared),
    )  # fmt: skip


def _leads(one: Fingerprint, other: Fingerprint, weights: Weights) -> float:
    """Return how alike title and first sentence are, by names and numbers."""
    first, second = ({k for k in f.keys[: f.lead] if k[0] != "s"} for f in (one, other))
    weigh = {key: weights.weight(one.language, other.language, key) for key in first | second}
    whole = sum(weigh.values())
    return sum(weigh[key] for key in first & second) / whole if whole else 0.0


def _words_in_common(one: Fingerprint, other: Fingerprint) -> tuple[float, float]:
    if one.language != other.language or not one.shingles or not other.shingles:
        return 0.0, 0.0
    common = len(_set_of(one.shingles.tobytes()) & _set_of(other.shingles.tobytes()))
    short, long = sorted((len(one.shingles), len(other.shingles)))
    return common / short, common / long


@lru_cache(maxsize=256)
def _set_of(shingles: bytes) -> frozenset[int]:
    return frozenset(array("Q", shingles))


@lru_cache(maxsize=256)
def _places_of(keys: tuple[str, ...], places: bytes) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for key, place in zip(keys, array("I", places), strict=True):
        at = found.setdefault(key, [])
        if len(at) < _MOST_OCCURRENCES:
            at.append(place)
    return found


def _places(article: Fingerprint) -> dict[str, list[int]]:
    """Return where each anchor stands first in the article."""
    return _places_of(article.keys, article.places.tobytes())
