"""Two tellings side by side: which sentences say the same, what stands in only one, which figures differ.

Sentences are matched in order, one with one, or one with two where a translator split or joined them, so that the sum
of what they share is greatest (dynamic programming after Gale and Church 1993, with anchors beside lengths).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from elchi.model import Article
from elchi.stories.anchors import Anchor
from elchi.stories.fingerprint import URL, anchor_reader, fingerprint, text_of

# Sentences in one step: alone in the first or second text, one with one, one with two.
_STEPS = ((1, 0), (0, 1), (1, 1), (1, 2), (2, 1))
# What a sentence costs that stands alone, or is joined; and the length of sentences that share nothing.
_ALONE, _JOINED, _LENGTH = 0.2, 0.03, 0.15
_TELLS = {"n": 2.0, "e": 1.5, "s": 1.0}
# More sentences are not shown side by side: cost grows with the product of the two texts.
_MOST_SENTENCES = 300


@dataclass(frozen=True, slots=True)
class Aligned:
    """Sentences that say the same: ranges of the two texts (None where nothing answers), how alike, and their figures.

    `figures` holds the numbers as written that only the first has, then those that only the second has.
    """

    first: tuple[int, int] | None
    second: tuple[int, int] | None
    score: float
    figures: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two articles as texts (title and text as one), and their sentences side by side, in order."""

    texts: tuple[str, str]
    rows: tuple[Aligned, ...]

    @property
    def differing(self) -> tuple[Aligned, ...]:
        """The sentences of which each copy tells a number that the other does not."""
        return tuple(row for row in self.rows if all(row.figures))


@dataclass(frozen=True, slots=True)
class _Side:
    text: str
    spans: list[tuple[int, int]]
    keys: list[frozenset[str]]
    numbers: list[dict[int, frozenset[str]]]
    ends: dict[int, int]


def align(one: Article, other: Article) -> Alignment:
    """Return the sentences of two articles side by side."""
    first, second = _side(one), _side(other)
    ratio = _length(first, 0, len(first.spans)) / max(1, _length(second, 0, len(second.spans)))
    rows = [
        Aligned(
            _span(first, i, i + a), _span(second, j, j + b), round(_alike(first, i, i + a, second, j, j + b), 3),
            _figures(first, i, i + a, second, j, j + b) if a and b else ((), ()),
        )
        for i, a, j, b in _path(first, second, max(ratio, 0.01))
    ]  # fmt: skip
    return Alignment((first.text, second.text), tuple(rows))


def _side(article: Article) -> _Side:
    text = text_of(article)
    clear = URL.sub(lambda found: " " * len(found.group()), text)
    anchors, sentences = anchor_reader(fingerprint(article).language).read(clear)
    spans = [_trimmed(text, start, end) for start, end in sentences[:_MOST_SENTENCES]]
    keys: list[set[str]] = [set() for _ in spans]
    numbers: list[dict[int, frozenset[str]]] = [{} for _ in spans]
    ends: dict[int, int] = {}
    for anchor in anchors:
        if anchor.sentence < len(spans):
            keys[anchor.sentence].add(anchor.key)
            _note_number(anchor, numbers[anchor.sentence], ends)
    return _Side(text, spans, [frozenset(some) for some in keys], numbers, ends)


def sentences_of(article: Article) -> list[str]:
    """Return the sentences of an article, its title among them."""
    side = _side(article)
    return [side.text[start:end] for start, end in side.spans if end > start]


def _note_number(anchor: Anchor, numbers: dict[int, frozenset[str]], ends: dict[int, int]) -> None:
    """Put a number under its place: with its digits and its value, where a scale word follows."""
    if anchor.key[0] == "n":
        numbers[anchor.start] = numbers.get(anchor.start, frozenset()) | {anchor.key}
        ends[anchor.start] = anchor.end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    return start + lead, start + len(text[start:end].rstrip())


def _span(side: _Side, begin: int, after: int) -> tuple[int, int] | None:
    return (side.spans[begin][0], side.spans[after - 1][1]) if after > begin else None


def _length(side: _Side, begin: int, after: int) -> int:
    return sum(end - start for start, end in side.spans[begin:after])


def _alike(one: _Side, i: int, after_i: int, other: _Side, j: int, after_j: int) -> float:
    """Return what two runs of sentences share, against what they hold: 0 to 1."""
    first = frozenset[str]().union(*one.keys[i:after_i])
    second = frozenset[str]().union(*other.keys[j:after_j])
    whole = _weight(first) + _weight(second)
    return 2 * _weight(first & second) / whole if whole else 0.0


def _weight(keys: frozenset[str]) -> float:
    return sum(_TELLS[key[0]] for key in keys)


def _path(one: _Side, other: _Side, ratio: float) -> Sequence[tuple[int, int, int, int]]:
    """Return the best steps as (first sentence, how many, second sentence, how many)."""
    width, height = len(one.spans), len(other.spans)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(width + 1):
        for j in range(height + 1):
            options = []
            for a, b in _STEPS:
                before = best.get((i - a, j - b))
                if before is not None:
                    options.append((before[0] + _gain(one, i - a, i, other, j - b, j, ratio), (a, b)))
            if options:
                best[i, j] = max(options)
    steps = []
    i, j = width, height
    while i or j:
        a, b = best[i, j][1]
        i, j = i - a, j - b
        steps.append((i, a, j, b))
    return steps[::-1]


def _gain(one: _Side, i: int, after_i: int, other: _Side, j: int, after_j: int, ratio: float) -> float:
    """Return what a step is worth: what its sentences share, less what their lengths differ by."""
    if i == after_i or j == after_j:
        return -_ALONE
    length, length_other = _length(one, i, after_i) + 10, ratio * _length(other, j, after_j) + 10
    joined = _JOINED if after_i - i + after_j - j > 2 else 0.0
    return _alike(one, i, after_i, other, j, after_j) - _LENGTH * abs(math.log(length / length_other)) - joined


def _figures(
    one: _Side, i: int, after_i: int, other: _Side, j: int, after_j: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:  # fmt: skip
    """Return the numbers, as written, that only one of two runs of sentences tells.

    A number that the other text tells elsewhere is no difference: translators move numbers from sentence to sentence.
    """
    return (
        _unmatched(one, i, after_i, frozenset[str]().union(*other.keys)),
        _unmatched(other, j, after_j, frozenset[str]().union(*one.keys)),
    )


def _unmatched(side: _Side, begin: int, after: int, elsewhere: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        side.text[start : side.ends[start]]
        for numbers in side.numbers[begin:after]
        for start, keys in sorted(numbers.items())
        if not keys & elsewhere
    )
