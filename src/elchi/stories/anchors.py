"""Anchors: what of a text survives translation, in order - names, numbers, dates, and how its words sound.

An anchor is a short key: `e:IND` an entity, `n:27` a number, `d:5-21` a day of the year, `s:tkiv` the sound of a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from elchi.script import fold, sound_key
from elchi.stories.names import Names, follows, names_of
from elchi.stories.numbers import plain_number, scaled

_TOKEN = regex.compile(
    r"(?P<n>\p{Nd}{1,3}(?:[\u00a0\u202f ]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.,\u066b\u066c]\p{Nd}+)*)"
    r"|(?P<r>[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Khmer}\p{Lao}\p{Myanmar}]+)"
    r"|(?P<w>[\p{L}\p{M}\u200c\u200d]+)"
    r"|(?P<e>[।॥۔؟。！？!?\n\r\u2028\u2029]+|\.(?=[\s\"'”’»)]|$))"
)
NUMBER, RUN, WORD, END = "n", "r", "w", "e"
# Sounds of more letters differ by endings; shorter ones are shared by too many words.
_LONGEST_SOUND, _SHORTEST_SOUND = 5, 2
# Longer runs of letters are no word of any language.
_LONGEST_WORD = 40
# Letters of a text so short that every word counts; in longer ones, words in small letters are no names.
_SHORT = 1_000
# Words that are kept in mind per language; a bound, not a tuning.
_MOST_REMEMBERED = 300_000


class Anchor(NamedTuple):
    """An anchor in its place: the key, the sentence it stands in, the characters it covers."""

    key: str
    sentence: int
    start: int
    end: int


class Word(NamedTuple):
    """What is known of a word as written.

    Its folded form, its sound, what names it may begin, its exponent as a scale word, and whether
    it is written in other than small letters.
    """

    key: str
    sound: str
    names: tuple[tuple[tuple[str, ...], str], ...]
    exponent: int
    large: bool


class AnchorReader:
    """Reads the anchors of texts in one language, remembering words."""

    def __init__(self, language: str) -> None:
        self.names: Names = names_of(language)
        self._words: dict[str, Word] = {}

    def read(self, text: str) -> tuple[list[Anchor], list[tuple[int, int]]]:
        """Return the anchors of `text` in order, and the (start, end) of its sentences."""
        tokens = [(m.lastgroup or "", m.start(), m.end()) for m in _TOKEN.finditer(text)]
        anchors: list[Anchor] = []
        sentences: list[tuple[int, int]] = []
        begin, used, skip = 0, False, 0
        short = len(text) < _SHORT
        for place, (kind, start, end) in enumerate(tokens):
            if kind == END:
                if used:
                    sentences.append((begin, end))
                begin, used = end, False
                continue
            used = True
            if place < skip:
                continue
            number = len(sentences)
            if kind == WORD:
                word = self.word(text[start:end])
                entity, width = self._name(word, text, tokens, place) if word.names else ("", 0)
                if entity:
                    anchors.append(Anchor(f"e:{entity}", number, start, tokens[place + width - 1][2]))
                    skip = place + width
                if word.sound and (word.large or short) and not (entity and _known_everywhere(entity)):
                    anchors.append(Anchor(word.sound, number, start, end))
            elif kind == NUMBER:
                anchors.extend(Anchor(key, number, start, end) for key in self._number(text, tokens, place))
            else:
                found = self.names.runs(text[start:end])
                anchors.extend(Anchor(f"e:{entity}", number, start + at, start + at + 2) for at, entity in found)
        if used:
            sentences.append((begin, len(text)))
        return anchors, sentences

    def word(self, written: str) -> Word:
        """Return what is known of a word."""
        known = self._words.get(written)
        if known is None:
            if len(self._words) > _MOST_REMEMBERED:
                self._words.clear()
            known = self._words[written] = self._look_up(written)
        return known

    def _look_up(self, written: str) -> Word:
        if len(written) > _LONGEST_WORD:
            return Word("", "", (), 0, large=False)
        key = fold(written)
        sound = sound_key(written).replace(" ", "")[:_LONGEST_SOUND]
        keep = len(sound) > _SHORTEST_SOUND
        return Word(
            key,
            f"s:{sound}" if keep else "",
            self.names.starts(written),
            self.names.scales.get(key, 0),
            not written[0].islower(),
        )

    def _name(self, word: Word, text: str, tokens: Sequence[tuple[str, int, int]], place: int) -> tuple[str, int]:
        """Return the entity of the longest name that begins here and its number of tokens, or ("", 0)."""
        for rest, entity in word.names:
            if not rest:
                return entity, 1
            after = tokens[place + 1 : place + 1 + len(rest)]
            if all(kind == WORD for kind, _, _ in after) and follows(
                rest, [self.word(text[start:end]).key for _, start, end in after]
            ):
                return entity, 1 + len(rest)
        return "", 0

    def _number(self, text: str, tokens: Sequence[tuple[str, int, int]], place: int) -> Iterator[str]:
        """Yield the keys of a number: its value, and its digits where a scale word follows."""
        _, start, end = tokens[place]
        number = plain_number(text[start:end])
        yield f"n:{number}"
        if place + 1 >= len(tokens):
            return
        kind, first, after = tokens[place + 1]
        exponent = 0
        if kind == WORD:
            exponent = self.word(text[first:after]).exponent
        elif kind == RUN:
            exponent = max((e for scale, e in self.names.scales.items() if text.startswith(scale, first)), default=0)
        if exponent:
            yield f"n:{scaled(number, exponent)}"


def _known_everywhere(entity: str) -> bool:
    """Whether all languages have a name of the entity, so that its sound is not needed beside it."""
    return entity.startswith(("month:", "day:")) or (len(entity) == 3 and entity.isupper())
