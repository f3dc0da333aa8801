"""Dates of other calendars as days of ours.

Sources: Bangla Academy's calendar of Bangladesh as revised in 1987 and 2019 (Bangladesh Gazette); the Indian national
calendar by the Calendar Reform Committee, 1957 (Saka); the Vikram year begins between mid-March and mid-April.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

# Years of the calendar minus years of ours, at its new year.
BANGLA, SAKA, VIKRAM = "bangla", "saka", "vikram"
_BANGLA_EPOCH, _SAKA_EPOCH, _VIKRAM_EPOCH = 593, 78, -57
# The almanac of West Bengal runs up to two days behind the calendar of Bangladesh.
_ALMANAC_DAYS = 2
_BANGLA_REVISED = 1426
_MONTHS = 12


def era_span(era: str, year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """Return the first and last day that a date of a calendar may mean.

    Args:
        era: `bangla`, `saka` or `vikram`.
        year: year of that calendar.
        month: month of that calendar, 1 to 12, or None for the year.
        day: day of that month, or None for the month.

    Raises:
        ValueError: the calendar has no such day, or is not known.
    """
    if era == VIKRAM:  # lunar months, which no table of ours holds: the year alone
        return date(year + _VIKRAM_EPOCH, 3, 14), date(year + _VIKRAM_EPOCH + 1, 4, 13)
    if era not in {BANGLA, SAKA}:
        raise ValueError(era)
    lengths = _bangla_months(year) if era == BANGLA else _saka_months(year)
    new_year = date(year + _BANGLA_EPOCH, 4, 14) if era == BANGLA else _saka_new_year(year)
    behind = timedelta(days=_ALMANAC_DAYS if era == BANGLA else 0)
    if month is None:
        return new_year, new_year + timedelta(days=sum(lengths) - 1) + behind
    if not 1 <= month <= _MONTHS or (day is not None and not 1 <= day <= lengths[month - 1] + behind.days):
        raise ValueError(day)
    first = new_year + timedelta(days=sum(lengths[: month - 1]))
    if day is None:
        return first, first + timedelta(days=lengths[month - 1] - 1) + behind
    return first + timedelta(days=day - 1), first + timedelta(days=day - 1) + behind


def era_year(era: str, today: date) -> int:
    """Return the year of a calendar that holds the day `today`, at its beginning."""
    match era:
        case "bangla":
            return today.year - _BANGLA_EPOCH - ((today.month, today.day) < (4, 14))
        case "saka":
            return today.year - _SAKA_EPOCH - (today < _saka_new_year(today.year - _SAKA_EPOCH))
        case _:
            return today.year - _VIKRAM_EPOCH - ((today.month, today.day) < (3, 14))


def _bangla_months(year: int) -> list[int]:
    long = 6 if year >= _BANGLA_REVISED else 5
    lengths = [31] * long + [30] * (_MONTHS - long)
    leap = calendar.isleap(year + _BANGLA_EPOCH + 1)
    lengths[10] = (29 if long == 6 else 30) + leap
    return lengths


def _saka_new_year(year: int) -> date:
    return date(year + _SAKA_EPOCH, 3, 21 if calendar.isleap(year + _SAKA_EPOCH) else 22)


def _saka_months(year: int) -> list[int]:
    first = 31 if calendar.isleap(year + _SAKA_EPOCH) else 30
    return [first, *[31] * 5, *[30] * 6]
