"""A beginning that an anniversary counts back to: "30 years of relations", told in 2022, is 1992."""

from __future__ import annotations

import unicodedata

from elchi.model import Claim, Precision

_MOST_YEARS = 500


def counted_back(claim: Claim) -> tuple[int, int] | None:
    """Return the year that a statement began in and how many years were counted back to it; None where none were.

    Read off the claim: its beginning is a year, and its words give another, smaller number - in digits of any script.
    """
    begun = claim.valid_from
    if begun is None or begun.start is None or begun.precision is not Precision.YEAR:
        return None
    numbers = _numbers(begun.text)
    if begun.start.year in numbers:
        return None
    years = next((n for n in numbers if 0 < n <= _MOST_YEARS), None)
    return None if years is None else (begun.start.year, years)


def _numbers(text: str) -> list[int]:
    """Return the whole numbers that stand in a text."""
    numbers: list[int] = []
    inside = False
    for letter in text:
        digit = unicodedata.digit(letter, None)
        if digit is None:
            inside = False
            continue
        numbers = [*numbers[:-1], numbers[-1] * 10 + digit] if inside else [*numbers, digit]
        inside = True
    return numbers
