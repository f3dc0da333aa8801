r"""Words, numbers and signs of a text, with their places in the raw text.

A word is letters with their marks (`\p{L}\p{M}`), so that no vowel sign splits it; digits end a
word (১৭তম is a number and its ending); a Han character is a word of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from elchi.script.fold import ascii_digits, fold, fold_text

_TOKEN = regex.compile(
    r"(?V1)(?P<w>[[\p{L}\p{M}\u200c\u200d\u00ad]--[\p{Han}]]+|\p{Han})|(?P<n>\p{Nd}+(?:[.,]\p{Nd}+)*)|(?P<p>\S)"
)
_WORD_OR_NUMBER = regex.compile(r"\p{Nd}+(?:[.,]\p{Nd}+)*|\p{Han}|(?:(?!\p{Han})[\p{L}\p{M}\u200c\u200d\u00ad])+")
_WORDS = regex.compile(r"\p{Nd}+(?:[.,]\p{Nd}+)*|\p{Han}|(?:(?!\p{Han})[\p{L}\p{M}])+")
WORD, NUMBER, SIGN = "w", "n", "p"
# A longer run of letters is no word of any language: it is read, but never folded or looked up.
LONGEST_WORD = 80


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """One token: code points `start` to `end` of the raw text, its look-up key and kind.

    Nobody changes one; it is not frozen because a frozen one takes four times as long to make.
    """

    start: int
    end: int
    key: str
    kind: str
    glued: bool  # no space before it


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text[start:end]`, with offsets in `text`.

    No token holds a space, and the same words come back: what stands between two spaces is read once and remembered.
    """
    tokens: list[Token] = []
    place = start
    for piece in text[start:end].split(" "):
        for first, after, key, kind, glued in _read(piece) if len(piece) <= LONGEST_WORD else _cut(piece):
            tokens.append(Token(place + first, place + after, key, kind, glued))
        place += len(piece) + 1
    return tokens


def _cut(piece: str) -> tuple[tuple[int, int, str, str, bool], ...]:
    """Return the fields of the tokens of some text, with offsets in it."""
    tokens = []
    last = -1
    for found in _TOKEN.finditer(piece):
        first, after = found.span()
        kind = found.lastgroup or SIGN
        tokens.append((first, after, _looked_up(found.group(), kind), kind, first == last))
        last = after
    return tuple(tokens)


_read = lru_cache(maxsize=10_000)(_cut)  # few words are most of a text: more would take memory and save little


def _looked_up(word: str, kind: str) -> str:
    """Return the look-up key of a token."""
    if kind == WORD:
        return fold(word) if len(word) <= LONGEST_WORD else ""
    if kind == NUMBER:
        return ascii_digits(word)
    return word if len(word) <= LONGEST_WORD else ""


def word_keys(text: str) -> list[str]:
    """Return the look-up keys of the words and numbers of `text`, as `tokenise` gives them, in less time."""
    return [_key(word) for word in _WORD_OR_NUMBER.findall(text)]


@lru_cache(maxsize=200_000)
def _key(word: str) -> str:
    if word[0].isdecimal():
        return ascii_digits(word)
    return fold(word) if len(word) <= LONGEST_WORD else ""


def words_of(phrase: str) -> tuple[str, ...]:
    """Return the look-up keys of the words of a table's phrase; signs are left out."""
    return tuple(_WORDS.findall(fold_text(phrase)))
