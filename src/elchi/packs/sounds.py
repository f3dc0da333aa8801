"""The catalogue's names by how their words sound: candidates for a spelling that no table has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from math import log

from jellyfish import jaro_winkler_similarity

from elchi.packs.name_table import Columns
from elchi.script import sound_key

# A key of one letter sounds like everything.
_SHORTEST = 2
# Jaro-Winkler similarity of two keys from which their words may be one.
_NEAR = 0.8
# A key that is the same counts several times as much as one that is only near.
_SHARP = 8
# Adjectives of peoples name nobody; acronyms are not heard.
_SILENT = frozenset({"demonym", "acronym"})

Words = dict[str, tuple[int, ...]]  # numbers of the names that have a word with this sound key


def words_by_sound(columns: Columns) -> Words:
    """Return the sound keys of the words of all names, each with the names' numbers in rising order."""
    found: dict[str, list[int]] = {}
    for number, (text, kind) in enumerate(zip(columns.texts, columns.kinds, strict=True)):
        if kind not in _SILENT:
            for key in set(sound_key(text).split()):
                if len(key) >= _SHORTEST:
                    found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


class SoundIndex:
    """Finds names that sound like a text, without comparing it with each of them."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def near(self, text: str, most: int) -> list[int]:
        """Return the numbers of at most `most` names with words like those of `text`, the likeliest first.

        Each word of the text gives a name the similarity of the most similar key, sharpened, times the key's rarity;
        words that only one of the two has count against it.
        """
        keys = sound_key(text).split()
        scores: defaultdict[int, float] = defaultdict(float)
        for key in keys:
            for number, score in self._like(key).items():
                scores[number] += score
        even = {number: score / max(len(keys), self._sizes[number]) for number, score in scores.items()}
        return sorted(even, key=lambda number: (-even[number], number))[:most]

    @cached_property
    def _sizes(self) -> Counter[int]:
        """How many words of each name have a key."""
        return Counter(number for numbers in self.words.values() for number in numbers)

    def _like(self, key: str) -> dict[int, float]:
        best: dict[int, float] = {}
        for known, numbers in self.words.items():
            alike = jaro_winkler_similarity(key, known)
            if alike >= _NEAR:
                self._take(best, numbers, alike**_SHARP * self._rarity(len(numbers)))
        return best

    def _rarity(self, count: int) -> float:
        return log(1 + len(self.words) / count)

    @staticmethod
    def _take(best: dict[int, float], numbers: Sequence[int], score: float) -> None:
        for number in numbers:
            if score > best.get(number, 0.0):
                best[number] = score
