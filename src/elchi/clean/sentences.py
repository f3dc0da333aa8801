"""Sentences: ranges of the raw text, ended by the signs that a pack names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from elchi.packs import LanguagePack
from elchi.script import fold

_CLOSING = "\"'”’»)]"
_OPENING = "\"'“‘(["
_FINITE = frozenset(
    [
        "present",
        "past",
        "perfect",
        "perfective",
        "future",
        "progressive",
        "past_progressive",
        "habitual_past",
        "negated_past",
        "subjunctive",
    ]
)
# Read from the end on: what stands before it is long.
_LAST_WORD = regex.compile(r"(?r)[\p{L}\p{M}\u200c\u200d]+")
# A word of four letters or more before a full stop is no initial.
_NO_INITIAL = 4


def split_sentences(text: str, start: int, end: int, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of the line `text[start:end]`, blanks trimmed."""
    begin = start
    for found in _enders(pack.enders).finditer(text, start, end):
        place = found.start()
        if place < begin:
            continue
        if text[place] == "." and not _ends_sentence(text, begin, place, end, pack):
            continue
        after = place + 1
        while after < end and (text[after] in pack.enders or text[after] in _CLOSING):
            if text[after] in "\"'" and _opens(text, after, end):
                break
            after += 1
        yield from _trimmed(text, begin, after)
        begin = after
    yield from _trimmed(text, begin, end)


@cache
def _enders(signs: str) -> regex.Pattern[str]:
    """Return the pattern of the signs that may end a sentence, the full stop among them."""
    return regex.compile(f"[{regex.escape(signs)}.]")


def _opens(text: str, place: int, end: int) -> bool:
    """Whether the straight quote at `place` opens a quotation: a blank before it, a letter after it."""
    return text[place - 1].isspace() and place + 1 < end and not text[place + 1].isspace()


def _ends_sentence(text: str, begin: int, place: int, end: int, pack: LanguagePack) -> bool:
    """Whether the full stop at `place` ends a sentence, and not an abbreviation, an initial or a number."""
    after = text[place + 1] if place + 1 < end else " "
    if after.isdigit() or (after == "." or (place > begin and text[place - 1] == ".")):
        return False
    found = _LAST_WORD.match(text, begin, place)
    if found is None:
        return not after.isalnum()
    word = fold(found.group())
    if word in pack.abbreviations or pack.full_stop == "before_capital":
        return word not in pack.abbreviations and _before_capital(text[place + 1 : end], word)
    if pack.full_stop == "after_finite":
        if any(form.tam in _FINITE for form in pack.verbs.forms.get(word, ())):
            return True
        if after.isalpha():
            return False
    return len(found.group()) >= _NO_INITIAL or not text[place + 1 : end].strip()


def _before_capital(rest: str, word: str) -> bool:
    """Whether a sentence ends where names have capitals: before one, and not behind a single letter (S. Jaishankar)."""
    following = rest.lstrip(_CLOSING)
    if not following.strip():
        return True
    first = following.lstrip().lstrip(_OPENING)[:1]
    return following[0].isspace() and len(word) > 1 and (first.isupper() or first.isdigit())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
