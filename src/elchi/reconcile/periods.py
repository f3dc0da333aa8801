"""The days of a standing, and figures of one period: two of them that differ, told of what is or may be one period."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import date
from typing import Any

from elchi.model import DateSpan, Precision
from elchi.model.record import ConflictKind
from elchi.packs import Ontology
from elchi.reconcile.clashes import Clash, side_key, sides_of
from elchi.reconcile.contested import Told
from elchi.reconcile.days import Days, days_of, in_words, meet, width
from elchi.reconcile.rounding import amount_of, is_rounding
from elchi.reconcile.slots import Row, holder
from elchi.reconcile.statements import OFFICE

_EVER: Days = (1, date.max.toordinal())
YEAR = 350, 380
"""Days that a year may have whose bounds are told with some days of doubt."""
DOUBTFUL_YEAR = 550
"""The most days of which a year may be any: of a financial year whose first month is not told."""
SHARE = 0.75
"""The share of all days of two spans that both have where they may be one year: a financial year with doubtful bounds
has 0.8 in common with the same one, and 0.6 with the calendar year in which it began."""


def may_be_one_period(one: Days, other: Days, doubtful: Container[Days]) -> bool:
    """Whether two periods may be one: equal, or one year, of which one span tells but between which days it is.

    Spans that are exact, those not in `doubtful`, are what they say: eleven months are not the year, nor a financial
    year the calendar's.
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=lambda days: (width(days), days))
    if long not in doubtful or width(long) >= DOUBTFUL_YEAR:
        return False
    if not YEAR[0] <= width(short) + 1 <= YEAR[1] or not meet(short, long):
        return False
    common = min(short[1], long[1]) - max(short[0], long[0]) + 1
    return common >= SHARE * (max(short[1], long[1]) - min(short[0], long[0]) + 1)


def is_doubtful(span: DateSpan | None) -> bool:
    """Whether a span tells no more than between which days something was."""
    return span is not None and span.precision is Precision.APPROXIMATE


def of_periods(rivals: Sequence[Row], ontology: Ontology) -> Iterator[Clash]:
    """Yield a conflict for each period with several figures, and an explained one for two periods that overlap.

    Of two periods that may be one, figures that are no rounding of each other are an open conflict.
    """
    periods: dict[Days, list[Told]] = {}
    dated, doubtful = set[Days](), set[Days]()
    for row in rivals:
        when, value = interval(row), holder(row, ontology)
        if when is not None and value is not None:
            periods.setdefault(when, []).append((value, row[0].claims))
            dated |= {when} if row[0].valid_from is not None else set()
            doubtful |= {when} if is_doubtful(row[0].valid_from) else set()
    slot = rivals[0][0].slot
    active: list[Days] = []
    for days in sorted(periods):
        if differ(periods[days]):
            yield Clash(ConflictKind.VALUE, f"{slot}, {years_of(days)}", sides_of(periods[days]))
        active = [other for other in active if meet(other, days)]
        for other in active:
            told = [*periods[days], *periods[other]]
            if differ(told):
                both = (min(days[0], other[0]), max(days[1], other[1]))
                why = f"two periods that overlap: {in_words(other)} and {in_words(days)}"
                one = may_be_one_period(days, other, doubtful)
                if one and all(_rounded(left, right) for left, _ in periods[days] for right, _ in periods[other]):
                    continue
                explained = why if {days, other} <= dated and not one else ""
                yield Clash(ConflictKind.VALUE, f"{slot}, {years_of(both)}", sides_of(told), explained)
        active.append(days)


def _rounded(one: Any, other: Any) -> bool:  # noqa: ANN401 - a value is any JSON value
    left, right = amount_of(one), amount_of(other)
    return side_key(one) == side_key(other) or (left is not None and right is not None and is_rounding(left, right))


def differ(told: Sequence[Told]) -> bool:
    """Whether not all values are equal."""
    return len({side_key(value) for value, _ in told}) > 1


def interval(row: Row) -> Days | None:
    """Return the first and the last day that a standing is taken to hold.

    One that nobody dates holds in the years in which it was told, and where another took its place until it was told
    last; who held an office, only as dated.
    """
    standing, held = row
    begun, ended = days_of(standing.valid_from), days_of(standing.valid_to)
    if begun is None and (ended is None or standing.ended_by):
        if standing.type == OFFICE:
            return None
        if not held.told:
            return _EVER if ended is None else (1, max(1, ended[0] - 1))
        first, last = date.fromordinal(held.told[0]), date.fromordinal(held.told[-1])
        until = last if standing.ended_by else last.replace(month=12, day=31)
        return first.replace(month=1, day=1).toordinal(), until.toordinal()
    start = begun[0] if begun else 1
    return start, _EVER[1] if ended is None else max(start, ended[0] - 1)


def years_of(days: Days) -> str:
    """Return the years of a time, for the name of a conflict: a more exact day leaves it as it is."""
    first, last = date.fromordinal(days[0]).year, date.fromordinal(days[1]).year
    if days[0] == 1:
        return "any time" if days == _EVER else f"until {last}"
    return f"{first}" if first == last else (f"since {first}" if days[1] == _EVER[1] else f"{first} to {last}")
