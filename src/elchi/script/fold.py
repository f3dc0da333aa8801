"""Folding: one key for the spellings of one word.

Texts are never rewritten; only words are folded, to be looked up. What is folded and why stands in
`data/script/fold.tsv`; digits of every script become ASCII and letters lose their case.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources

import regex

# All that may be digits, and no half of a surrogate pair.
_MAYBE = "".join(map(chr, (*range(0x660, 0xD800), *range(0xE000, 0x1FBFA))))
# Decimal digits of every script (general category Nd) by their value. `regex` says which they are, as it does for
# tokens: it may know a later Unicode than Python does. They stand in runs of ten, from zero on (Unicode, section 4.6).
_DIGITS = {ord(digit): str(n % 10) for run in regex.finditer(r"\p{Nd}+", _MAYBE) for n, digit in enumerate(run.group())}
_EMPTY = "0"  # the table's sign for "dropped"


class _Letters(dict[int, str]):
    """What single letters become. A letter that stays is kept, too, when it is first met: misses are slow."""

    def __missing__(self, letter: int) -> str:
        kept = self[letter] = chr(letter)
        return kept


@cache
def _tables() -> tuple[_Letters, dict[str, str], regex.Pattern[str] | None, tuple[str, ...]]:
    """Return single-letter replacements (digits, too), longer ones, and the pattern and the second letters of these."""
    text = resources.files("elchi").joinpath("data/script/fold.tsv").read_text(encoding="utf-8")
    letters = _Letters(_DIGITS)
    longer: dict[str, str] = {}
    for line in text.splitlines()[1:]:
        source, target, _why = line.split("\t")
        target = "" if target == _EMPTY else target
        if len(source) == 1:
            letters[ord(source)] = target
        else:
            longer[source] = target
    pattern = regex.compile("|".join(sorted(map(regex.escape, longer), key=len, reverse=True))) if longer else None
    return letters, longer, pattern, tuple({source[1] for source in longer})


def ascii_digits(text: str) -> str:
    """Return `text` with the decimal digits of every script as 0-9."""
    return text if text.isascii() else text.translate(_DIGITS)


def fold_text(word: str) -> str:
    """Return `word` folded, without remembering it: for lines and whole texts."""
    if word.isascii():
        return word.casefold()
    letters, longer, pattern, seconds = _tables()
    folded = unicodedata.normalize("NFC", word).casefold().translate(letters)
    if not unicodedata.is_normalized("NFC", folded):  # marks may change places when one between them is dropped
        folded = unicodedata.normalize("NFC", folded)
    if pattern is not None and any(map(folded.__contains__, seconds)):  # most words have none
        folded = pattern.sub(lambda found: longer[found.group()], folded)
    return folded


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Return the key under which `word` (one word, or words of a table) is looked up."""
    return fold_text(word)
