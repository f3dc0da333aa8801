"""Quotation marks of a whole article: which characters are quoted, across sentences."""

from __future__ import annotations

from dataclasses import dataclass

import regex

_PAIRS = {"“": "”", "«": "»", "‘": "’", "„": "“"}
# Marks that stand inside words, too.
_APOSTROPHES = "'’"
# A longer stretch between marks is two marks that have nothing to do with one another.
_LONGEST = 1500
_OPENING = regex.compile("[" + "".join(_PAIRS) + "\"']")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters `start` to `end` of the text, marks included."""

    start: int
    end: int


def find_quotations(text: str) -> list[Quotation]:
    """Return the outermost quotations of a text, in order; marks without a partner are passed over."""
    found: list[Quotation] = []
    after = 0
    for mark in _OPENING.finditer(text):
        place, sign = mark.start(), mark.group()
        if place < after or not _opens(text, place):
            continue
        end = _closing(text, place, _PAIRS.get(sign, sign))
        if end is not None:
            after = end + 1
            found.append(Quotation(place, after))
    return found


def _opens(text: str, place: int) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return not before.isalnum() and not after.isspace()


def _closing(text: str, place: int, closing: str) -> int | None:
    """Return the place of the mark that closes the one at `place`; a paragraph's end closes nothing."""
    limit = place + _LONGEST
    line = text.find("\n", place + 1, limit)
    limit = limit if line < 0 else line
    step = text.find(closing, place + 1, limit)
    while step >= 0 and closing in _APOSTROPHES and text[step + 1 : step + 2].isalpha():
        step = text.find(closing, step + 1, limit)
    return step if step >= 0 else None
