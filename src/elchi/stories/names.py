"""Names of the world in many languages at once: what a word names, whether or not a pack reads its language.

The catalogue's names and CLDR's (data/stories/) are put under the stems of their words. A token names an entity where
it begins with the stem and at most a case ending follows (Москвы, কাজাখস্তানের); scripts without spaces are searched for
the longest name at each place. That is coarse, but a fingerprint needs no more: a wrong name is wrong in every copy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

import regex

from elchi.model import Entity, EntityKind
from elchi.packs import data_folder, load_catalogue, read_table
from elchi.script import fold

# Letters that may follow a stem: Russian -ами, Kazakh -ндағы, Bengali -গুলোর.
_LONGEST_ENDING = 4
# A shorter stem takes no ending: too many other words begin so.
_SHORTEST_STEM = 4
# Final vowels that a case ending replaces (Москва, Москвы; Северная, Северной); Indic scripts write none so.
_FINAL_VOWEL = regex.compile(r"(?<=\p{L}{4})[аяоеёыийьaeiou]{1,2}$")
_CASED = regex.compile(r"[\p{Lu}\p{Ll}]")
_NO_SPACES = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Khmer}\p{Lao}\p{Myanmar}]")
_WORDS = regex.compile(r"[\p{L}\p{M}]+")
_DIGIT = regex.compile(r"\p{Nd}")
_ACRONYM = 3
EVERYWHERE = ("mul", "en")
_Rest = tuple[str, ...]


def stem_of(word: str) -> str:
    """Return a folded word without the final vowels that case endings replace."""
    return str(_FINAL_VOWEL.sub("", word))


class Names:
    """The names and scale words of one language."""

    def __init__(self, language: str) -> None:
        self.scales = _scales().get(language, {})
        self._firsts: dict[str, list[tuple[_Rest, str, bool]]] = defaultdict(list)
        self._runs: dict[str, str] = {}
        table = _table()
        for lang in dict.fromkeys((language, *EVERYWHERE)):
            for text, entity in table.get(lang, ()):
                self._add(text, entity)
        for found in self._firsts.values():
            found.sort(key=lambda name: len(name[0]), reverse=True)
        self._longest_run = max(map(len, self._runs), default=0)

    def _add(self, text: str, entity: str) -> None:
        if _NO_SPACES.search(text):
            if len(text) > 1:
                self._runs.setdefault(text, entity)
            return
        if _DIGIT.search(text):
            return  # the words beside a number (123 Agreement, M23) are no name without it
        words = [fold(word) for word in _WORDS.findall(text)]
        if not words or not words[0]:
            return
        acronym = len(text) <= _ACRONYM and text.isupper() and text != text.casefold()
        self._firsts[stem_of(words[0])].append((tuple(stem_of(w) for w in words[1:]), entity, acronym))

    def starts(self, word: str) -> tuple[tuple[_Rest, str], ...]:
        """Return what may begin with `word` as written: the stems of the words that must follow, and the entity."""
        cased = _CASED.match(word) is not None
        if cased and not word[0].isupper():
            return ()
        key = fold(word)
        found: list[tuple[_Rest, str]] = []
        for cut in range(min(_LONGEST_ENDING, len(key) - 1) + 1):
            stem = key[: len(key) - cut]
            if cut and len(stem) < _SHORTEST_STEM:
                break
            names = self._firsts.get(stem, ())
            found += [(rest, entity) for rest, entity, acronym in names if not acronym or (word.isupper() and not cut)]
            if found and not found[-1][0]:
                break  # the word alone is a name: shorter stems would be other names
        return tuple(sorted(found, key=lambda name: len(name[0]), reverse=True))

    def runs(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield (place, entity) of the longest names in a run of a script without spaces."""
        place = 0
        while place < len(text):
            for size in range(min(self._longest_run, len(text) - place), 1, -1):
                entity = self._runs.get(text[place : place + size])
                if entity is not None:
                    yield place, entity
                    place += size - 1
                    break
            place += 1


def follows(stems: Sequence[str], words: Sequence[str]) -> bool:
    """Whether `words`, folded, are the words with these stems, each perhaps with an ending."""
    return len(words) == len(stems) and all(
        word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING
        for stem, word in zip(stems, words, strict=True)
    )


@cache
def names_of(language: str) -> Names:
    """Return the names of a language, made once; of an unknown one those that all languages share."""
    return Names(language)


@cache
def _scales() -> dict[str, dict[str, int]]:
    """Return the exponents of scale words by language."""
    table: dict[str, dict[str, int]] = defaultdict(dict)
    for row in read_table(data_folder().joinpath("stories"), "scales.tsv", "lang text exponent"):
        table[row.cells[0]][fold(row.cells[1])] = int(row.cells[2])
    return table


@cache
def _table() -> dict[str, list[tuple[str, str]]]:
    """Return (name, entity) by language, the catalogue's first. A name of several entities names none."""
    catalogue = load_catalogue()
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    table: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in catalogue.names:
        owners[name.language, fold(name.text)].add(_place_id(catalogue.entities[name.entity]))
    for name in catalogue.names:
        entity = _place_id(catalogue.entities[name.entity])
        if len(owners[name.language, fold(name.text)]) == 1:
            table[name.language].append((name.text, entity))
    for row in read_table(data_folder().joinpath("stories"), "names.tsv", "entity lang text"):
        entity, lang, text = row.cells
        if (lang, fold(text)) not in owners:
            table[lang].append((text, entity))
    return table


def _place_id(entity: Entity) -> str:
    """Return the id under which a name counts: cities of the catalogue and of CLDR share theirs."""
    return f"city:{entity.id}" if entity.kind is EntityKind.PLACE else entity.id
