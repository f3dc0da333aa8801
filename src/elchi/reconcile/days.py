"""Days as numbers: spans that meet, nest or lie apart, whatever their precision."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from datetime import date

from elchi.model import Claim, DateSpan

Days = tuple[int, int]
"""First and last day, both included, as proleptic Gregorian ordinals."""


def days_of(span: DateSpan | None) -> Days | None:
    """Return the days that a date may mean; None where nothing resolves it."""
    return None if span is None or span.start is None or span.end is None else day_numbers(span.start, span.end)


def day_numbers(start: date, end: date) -> Days:
    """Return two days in rising order as numbers."""
    first, last = start.toordinal(), end.toordinal()
    return (first, last) if first <= last else (last, first)


def width(days: Days | None) -> int:
    """Return how many days more than one a date may mean; an unknown one is wider than any."""
    return 10**7 if days is None else days[1] - days[0]


def meet(one: Days, other: Days) -> bool:
    """Whether two spans have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def holds(wide: Days, exact: Days) -> bool:
    """Whether all days of `exact` are days of `wide`."""
    return wide[0] <= exact[0] and exact[1] <= wide[1]


def published(claim: Claim) -> int | None:
    """Return the day on which a claim was published; None where that is not known."""
    try:
        return date.fromisoformat((claim.published or "")[:10]).toordinal()
    except ValueError:
        return None


def day_span(day: int | None) -> DateSpan | None:
    """Return a day number as a date."""
    return None if day is None else DateSpan.day(date.fromordinal(day))


def iso(day: int) -> str:
    """Return a day number as an ISO date."""
    return date.fromordinal(day).isoformat()


def in_words(days: Days | None) -> str:
    """Return the shortest ISO form of a span: a day, a month, a year, or `first/last`."""
    if days is None:
        return "no day"
    first, last = date.fromordinal(days[0]), date.fromordinal(days[1])
    if first == last:
        return first.isoformat()
    after = date.fromordinal(days[1] + 1) if last < date.max else None
    if first.day == 1 and after is not None and after.day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%Y-%m}"
        if first.month == 1 and last.month == 12 and first.year == last.year:
            return f"{first.year:04}"
    return f"{first.isoformat()}/{last.isoformat()}"


class SpanIndex:
    """Numbers by their days, found by the days that they may meet."""

    def __init__(self) -> None:
        self._starts: list[tuple[int, int]] = []
        self._widest = 0

    def add(self, days: Days, number: int) -> None:
        """Put a number in at its days."""
        insort(self._starts, (days[0], number))
        self._widest = max(self._widest, width(days))

    def near(self, days: Days, slack: int = 0) -> Iterator[int]:
        """Yield, by their beginning, the numbers whose days may come within `slack` days of `days`, and some others."""
        place = bisect_left(self._starts, (days[0] - self._widest - slack, -1))
        while place < len(self._starts) and self._starts[place][0] <= days[1] + slack:
            yield self._starts[place][1]
            place += 1
