"""Whether something held on a day: half-open terms, from a day until, not with, another, both perhaps uncertain."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from elchi.model import DateSpan, Precision
from elchi.packs.lifecycle import load_lifecycle_data

HOLDING = frozenset({"past", "ongoing"})
AHEAD = frozenset({"planned", "intended", "hypothetical"})


class Held(StrEnum):
    """Whether something held on a day."""

    SURELY = "surely"
    PERHAPS = "perhaps"
    UNTOLD = "untold"  # nobody says since when, and no article had said it by then
    NOT = "not"


def held_on(on: str, type_: str, status: str, begin: DateSpan | None, end: DateSpan | None, known: str) -> Held:
    """Return whether a standing held on an ISO day.

    Args:
        on: the day.
        type_: the property.
        status: as the claims put it; what is only told as past was over when it was told.
        begin: between which days it began; None where nobody says it.
        end: between which days it ended: the first day on which it no longer held.
        known: the first day on which an article had said it.
    """
    over = end is not None and end.end is not None and end.end.isoformat() <= on
    if status not in HOLDING:
        return Held.PERHAPS if known <= on and not over else Held.NOT
    if over:
        return Held.NOT
    over_when_told = status == "past" and end is None and type_ not in load_lifecycle_data().never_over
    if over_when_told and known <= on:
        return Held.NOT
    if begin is None or begin.start is None or begin.end is None:
        return Held.PERHAPS if known <= on else Held.UNTOLD
    if on < begin.start.isoformat():
        return Held.NOT
    open_end = end is None or end.start is None or on < end.start.isoformat()
    return Held.SURELY if begin.end.isoformat() <= on and open_end and not over_when_told else Held.PERHAPS


def half_open(status: str, begin: DateSpan | None, end: DateSpan | None) -> DateSpan | None:
    """Return the first day on which something told to last until `end`, that day included, no longer held.

    An end known to the month or the year stays as it is told, unless it is the whole period of the beginning too; so
    does the day by which something is to be.
    """
    if status not in HOLDING or end is None or end.end is None or end.end == date.max:
        return end
    whole = begin is not None and (begin.start, begin.end) == (end.start, end.end)
    return DateSpan.day(end.end + timedelta(days=1), end.text) if whole or end.precision is Precision.DAY else end


def day_after(day: str) -> str:
    """Return the ISO day after an ISO day; the last day of the calendar stays."""
    read = date.fromisoformat(day)
    return day if read == date.max else (read + timedelta(days=1)).isoformat()
