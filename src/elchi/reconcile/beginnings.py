"""What bears out a beginning: an anniversary that counts back to it, or the act by which it began."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from elchi.model import Claim, Precision, Status
from elchi.model.record import Occurrence, Standing
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.days import Days, in_words
from elchi.reconcile.happenings import Happening
from elchi.reconcile.statements import Held

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


def begun_by(
    rows: Sequence[tuple[Standing, Held]], happened: Sequence[tuple[Occurrence, Happening]], lifecycle: Lifecycle
) -> dict[str, str]:
    """Return, for each standing that began on the day of an act that begins such, by id, the words that say so."""
    acts: dict[tuple[str, Days], str] = {}
    for occurrence, happening in happened:
        property_ = lifecycle.begins.get(f"{occurrence.type} {occurrence.mode}".rstrip())
        if property_ is not None and happening.days is not None and occurrence.status == Status.PAST.value:
            acts[property_, happening.days] = f"{occurrence.type} {occurrence.mode}"
    return {
        standing.id: f"{acts[standing.type, held.time[0]]} is told of {in_words(held.time[0])}, too"
        for standing, held in rows
        if held.time[0] is not None and (standing.type, held.time[0]) in acts
    }


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
