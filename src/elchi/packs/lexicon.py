"""A lexicon: phrases of words, found in running text with the endings that a language adds to the last one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from elchi.script import SIGN, Token, words_of

_HYPHENS = frozenset("-‐‑–'’")
# Kinds of entries that tell acts: their words may stand apart.
ACTS = frozenset({"trigger", "speech", "matrix", "cue"})
# Classes of words that have no inflected forms: নিয়ে is no form of নি.
_INVARIABLE = frozenset(["negation", "particle", "complementiser", "relative", "coordinator", "clause", "condition"])


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase means: a kind (`name`, `title`, `marker`, `trigger` ...) and a value of that kind.

    `bare` says that the phrase takes no endings.
    """

    kind: str
    value: Any
    bare: bool = False


@dataclass(slots=True, eq=True)
class Hit:
    """Tokens `first` to `after` (excluded) that spell a phrase.

    `role` is what the last word's ending shows; `exact` says that the last word has no ending at all.
    """

    first: int
    after: int
    entry: Entry
    role: str = ""
    exact: bool = True

    @property
    def kind(self) -> str:
        """The entry's kind."""
        return self.entry.kind


@dataclass(frozen=True, slots=True)
class Ending:
    """`form` stands instead of `base` at the end of a word and shows `role` (or nothing)."""

    base: str
    form: str
    role: str


class Tables(NamedTuple):
    """What phrases mean; its numbers by path (folded words joined by one space); paths that go on, and so to an act.

    `lasts` are the last words of phrases of several words, `inner` those between their first and last.
    """

    entries: list[Entry]
    meanings: dict[str, tuple[int, ...]]
    begun: set[str]
    acts: set[str]
    lasts: set[str]
    inner: set[str]


_NOTHING: frozenset[str] = frozenset()


class Word(NamedTuple):
    """What a word alone tells: (entry, role, exact) of each phrase of one word, their kinds, its word classes.

    `goes_on` says that longer phrases may begin with it; `acts` are the words that it may be a form of, and with which
    phrases begin that tell acts and whose words may be inflected or stand apart. `ends` are the words, with the roles
    shown, that it may be a form of at the end of a longer phrase, `middle` those inside one.
    """

    readings: tuple[tuple[Entry, str, bool], ...] = ()
    kinds: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    goes_on: bool = False
    acts: tuple[str, ...] = ()
    ends: tuple[tuple[str, str], ...] = ()
    middle: tuple[str, ...] = ()


NO_WORD = Word()
"""What a word tells that is in no table."""


class Lexicon:
    """Phrases by their words, and every beginning of a phrase that goes on: one dictionary step a word of a text.

    This is a trie laid flat, its paths written as words joined by one space: two flat tables load much faster than
    a tree of nodes. What phrases mean is kept once, and by number.
    """

    def __init__(self, endings: Sequence[Ending], tables: Tables | None = None) -> None:
        """Begin with `tables`, or with no phrase at all."""
        self.endings = tuple(endings)
        self.tables = tables or Tables([], {}, set(), set(), set(), set())
        self._entries, self._meanings, self._begun, self._acts, self._lasts, self._inner = self.tables
        self._numbers: dict[Entry, int] | None = None
        self._endings: dict[str, list[Ending]] = {}
        for ending in endings:
            self._endings.setdefault(ending.form, []).append(ending)
        lengths: dict[str, set[int]] = {}
        for form in self._endings:
            lengths.setdefault(form[-1:], set()).add(len(form))
        self._lengths = {final: tuple(sorted(found)) for final, found in lengths.items()}
        self.stems = lru_cache(maxsize=100_000)(self._stems)
        self.bases = lru_cache(maxsize=100_000)(self._bases)
        self.word = lru_cache(maxsize=100_000)(self._word)

    def add(self, phrase: str, entry: Entry) -> None:
        """Add a phrase; its words are folded, its signs left out."""
        self.add_path(" ".join(words_of(phrase)), entry)

    def add_path(self, path: str, entry: Entry) -> None:
        """Add a phrase that is given as its folded words, joined by one space; an empty one is left out."""
        if not path:
            return
        if self._numbers is None:
            self._numbers = {known: number for number, known in enumerate(self._entries)}
        number = self._numbers.setdefault(entry, len(self._entries))
        if number == len(self._entries):
            self._entries.append(entry)
        meanings = self._meanings.get(path, ())
        if number not in meanings:
            self._meanings[path] = (*meanings, number)
        space = path.find(" ")
        if space > 0:
            self._lasts.add(path.rpartition(" ")[2])
        while space > 0:
            begun = path[:space]
            self._begun.add(begun)
            self._inner.update(begun.split(" ")[1:])
            if entry.kind in ACTS:
                self._acts.add(begun)
            space = path.find(" ", space + 1)

    def _stems(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return the dictionary forms that `key` may be a form of, each with the role its ending shows."""
        found = {(key, ""): None}
        for length in self._lengths.get(key[-1:], ()):
            if length >= len(key):
                break
            endings = self._endings.get(key[-length:])
            if endings is not None:
                begun = key[:-length]
                found.update({(begun + e.base, e.role): None for e in endings if len(begun) + len(e.base) > 1})
        return tuple(found)

    def _bases(self, key: str) -> frozenset[str]:
        """Return the dictionary forms alone that `key` may be a form of."""
        return frozenset([stem for stem, _role in self.stems(key)])

    def _last_stems(self, key: str, stems: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        """Return what `_stems` does for the last of several words, which may be of one letter (ওয়াং ইর)."""
        rest = self._endings.get(key[1:], ()) if len(key) > 1 else ()
        if not rest:
            return stems
        return (*stems, *[(key[:1], ending.role) for ending in rest if not ending.base])

    def at(self, tokens: Sequence[Token], first: int) -> list[Hit]:
        """Return every phrase that begins at token `first`, longest first."""
        word = self.word(tokens[first].key)
        hits = [Hit(first, first + 1, entry, role, exact) for entry, role, exact in word.readings]
        if word.goes_on and first + 1 < len(tokens):
            self._longer(tokens, first, hits, self.word(tokens[first + 1].key))
        return hits

    def hits(self, tokens: Sequence[Token], words: Sequence[Word]) -> list[list[Hit]]:
        """Return what `at` does for each token of a sentence; `words` are what they tell alone."""
        found = []
        last = len(words) - 1
        for first, word in enumerate(words):
            after = first + 1
            readings = word.readings
            row = [Hit(first, after, entry, role, exact) for entry, role, exact in readings] if readings else []
            if word.goes_on and first < last:
                following = words[after]
                if following.ends or following.middle or (tokens[after].glued and tokens[after].kind == SIGN):
                    self._longer(tokens, first, row, following)
            found.append(row)
        return found

    def _longer(self, tokens: Sequence[Token], first: int, hits: list[Hit], second: Word) -> None:
        """Add the phrases of several words that begin at token `first`, whose next word is `second`; longest first."""
        path, place, alone, last = tokens[first].key, first + 1, len(hits), len(tokens) - 1
        meanings, inner, begun = self._meanings, self._inner, self._begun
        token = tokens[place]
        if token.glued and token.kind == SIGN:
            place = _past_hyphen(tokens, place)
            token = tokens[place]
            second = self.word(token.key)
        while True:
            key = token.key
            for stem, role in second.ends:
                found = meanings.get(f"{path} {stem}")
                if found:
                    hits += [Hit(first, place + 1, self._entries[n], role, exact=stem == key) for n in found]
            if key not in inner or place == last:
                break
            path = f"{path} {key}"
            if path not in begun:
                break
            place += 1
            token = tokens[place]
            if token.glued and token.kind == SIGN:
                place = _past_hyphen(tokens, place)
                token = tokens[place]
            second = self.word(token.key)
        if len(hits) > alone:
            hits.sort(key=_end, reverse=True)

    def single(self, key: str) -> tuple[tuple[Entry, str, bool], ...]:
        """Return (entry, role, exact) of every phrase of one word that `key` may be a form of."""
        return self.word(key).readings

    def _word(self, key: str) -> Word:
        stems = self.stems(key)
        readings: list[tuple[Entry, str, bool]] = []
        acts, middle = [], []
        meanings, of_acts, inner, lasts = self._meanings, self._acts, self._inner, self._lasts
        for stem, role in stems:
            if stem in meanings:
                entries = [self._entries[number] for number in meanings[stem]]
                readings += [(entry, role, stem == key) for entry in entries if stem == key or not entry.bare]
            if stem in of_acts:
                acts.append(stem)
            if stem in inner:
                middle.append(stem)
        ends = tuple([end for end in self._last_stems(key, stems) if end[0] in lasts])
        goes_on = key in self._begun
        if not (readings or acts or ends or middle or goes_on):
            return NO_WORD  # as most new words are
        longer = goes_on, tuple(acts), ends, tuple(middle)
        if not readings:
            return Word((), _NOTHING, _NOTHING, *longer)
        kinds = frozenset([entry.kind for entry, _role, _exact in readings])
        classes = word_classes([(entry, exact) for entry, _role, exact in readings]) if "word" in kinds else _NOTHING
        return Word(tuple(readings), kinds, classes, *longer)

    def _ended(
        self, begun: str, key: str, ends: Iterable[tuple[str, str]], span: tuple[int, int], hits: list[Hit]
    ) -> None:
        """Add the phrases that begin with `begun` and end with the word `key`, which may be a form of `ends`."""
        for stem, role in ends:
            found = self._meanings.get(f"{begun} {stem}")
            if found:
                hits += [Hit(*span, self._entries[number], role, exact=stem == key) for number in found]

    def apart(self, tokens: Sequence[Token], first: int, between: Container[int], most: int) -> list[Hit]:
        """Return the phrases that tell acts and begin at `first`, whose words stand apart or are inflected.

        Args:
            tokens: the sentence.
            first: where the phrase begins.
            between: places of words that may stand inside a phrase (adverbs, particles).
            most: how many of them at most.
        """
        hits: list[Hit] = []
        length, second = len(tokens), _past_hyphen(tokens, first + 1)
        stack = [(begun, second, 0) for begun in self.word(tokens[first].key).acts]
        while stack:
            begun, place, skipped = stack.pop()
            if place >= length:
                continue
            key = tokens[place].key
            word = self.word(key)
            if word.ends:
                self._ended(begun, key, word.ends, (first, place + 1), hits)
            if skipped < most and place in between:
                stack.append((begun, place + 1, skipped + 1))
            for stem in word.middle:
                path = f"{begun} {stem}"
                if path in self._acts:
                    stack.append((path, _past_hyphen(tokens, place + 1), skipped))
        if hits:
            hits = [hit for hit in hits if hit.entry.kind in ACTS]
            hits.sort(key=_end, reverse=True)
        return hits


def _end(hit: Hit) -> int:
    return hit.after


def kinds_of(hits: Sequence[Hit]) -> frozenset[str]:
    """Return the kinds of what a token may begin."""
    return frozenset([hit.entry.kind for hit in hits])


def hits_by_kind(hits: Sequence[Hit]) -> dict[str, list[Hit]]:
    """Return what a token may begin by its kind, each in the order of `hits`."""
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.entry.kind, []).append(hit)
    return found


def classes_of(hits: Sequence[Hit]) -> frozenset[str]:
    """Return the word classes among what a token may begin."""
    words = [(hit.entry, hit.exact) for hit in hits if hit.entry.kind == "word"]
    return word_classes(words) if words else _NOTHING


def word_classes(found: Iterable[tuple[Entry, bool]]) -> frozenset[str]:
    """Return the word classes among entries, each with whether the word has no ending."""
    words = [(entry.value, exact) for entry, exact in found if entry.kind == "word"]
    return frozenset([value for value, exact in words if exact or value not in _INVARIABLE])


def _past_hyphen(tokens: Sequence[Token], place: int) -> int:
    """Skip a hyphen or an apostrophe glued between two words, and the full stop of an initial."""
    if place + 1 >= len(tokens) or tokens[place].kind != SIGN or not tokens[place].glued:
        return place
    sign = tokens[place].key
    return place + 1 if sign == "." or (sign in _HYPHENS and tokens[place + 1].glued) else place
