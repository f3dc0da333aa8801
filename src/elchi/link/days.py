"""What each kind of date expression means, its bounds and parts left aside: days counted from a reference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from elchi.link.eras import era_span, era_year
from elchi.model import DateSpan, Precision
from elchi.model.link import Reference
from elchi.model.mention import DateKind, DateMention

# Days just after publication are slips of time zones, not a year ago.
_SLIP_DAYS = 2
WEEK = 7


def _dated(year: int, month: int | None, day: int | None, text: str) -> DateSpan:
    if month is None:
        return DateSpan.year(year, text)
    return DateSpan.month(year, month, text) if day is None else DateSpan.day(date(year, month, day), text)


def _in_year(mention: DateMention, year: int, text: str) -> DateSpan:
    """Return what a mention means in a year: a season, a day, a month, or the year."""
    if mention.months:
        first, last = mention.months
        start, end = DateSpan.month(year, first).start, DateSpan.month(year + (last < first), last).end
        return DateSpan(start, end, Precision.APPROXIMATE, text)
    return _dated(year, mention.month, mention.day, text)


def _shifted_month(year: int, month: int, step: int) -> tuple[int, int]:
    months = year * 12 + month - 1 + step
    return months // 12, months % 12 + 1


def _calendar(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001
    year, month, day = mention.year, mention.month, mention.day
    forward = mention.relative > 0 or (ahead and mention.relative >= 0)
    if year is None and month is None:
        return _day_of_month(day, text, reference, ahead=forward)
    if year is None and month is not None:
        year = _year_of(mention, month, reference, ahead=forward)
    return DateSpan.unresolved(text) if year is None else _dated(year, month, day, text)


def _day_of_month(day: int | None, text: str, reference: Reference, *, ahead: bool) -> DateSpan:
    """Return the last or next day of that number (22 तारीख को)."""
    today = reference.published
    if today is None or day is None:
        return DateSpan.unresolved(text)
    step = (1 if day < today.day else 0) if ahead else (-1 if day > today.day else 0)
    return DateSpan.day(date(*_shifted_month(today.year, today.month, step), day), text)


def _year_of(mention: DateMention, month: int, reference: Reference, *, ahead: bool) -> int | None:
    """Return the year of a month: the last one before publication, or the next one for what lies ahead."""
    today, day = reference.published, mention.day
    if today is None:
        return reference.year
    if day is None and month == today.month:
        return today.year + mention.relative  # last August, told in August, is a year ago
    here, now = (month, day or 1), (today.month, today.day)
    if ahead:
        return today.year if here >= now else today.year + 1
    slips = here > now and (date(today.year, *here) - today).days <= _SLIP_DAYS
    return today.year if here <= now or slips else today.year - 1


def _weekday(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001
    if reference.published is None or mention.day is None:
        return DateSpan.unresolved(text)
    gap = (mention.day - reference.published.isoweekday()) % WEEK
    if mention.relative > 0 or (ahead and mention.relative == 0):
        step = gap or (WEEK if mention.relative else 0)
    else:
        step = gap - WEEK if gap or mention.relative else 0
    return DateSpan.day(reference.published + timedelta(days=step), text)


def _offset(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001
    if reference.published is None or not mention.offsets:
        return DateSpan.unresolved(text)
    fitting = [n for n in mention.offsets if (n >= 0 if ahead else n <= 0)] or list(mention.offsets)
    days = [reference.published + timedelta(days=n) for n in fitting]
    return DateSpan.day(days[0], text) if len(days) == 1 else DateSpan.about(min(days), max(days), text)


def _ago(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001
    """Return the interval round publication; what came later and is past came after the date told before."""
    if mention.days is None:
        return DateSpan.unresolved(text)
    low, high = mention.days
    if low > 0 and not ahead:
        return _from_told(mention.days, text, reference)
    today = reference.published or reference.latest
    if today is None or (high > 0 and not ahead):
        return DateSpan.unresolved(text)
    first, last = today + timedelta(days=low), today + timedelta(days=high)
    exact = low == high and reference.published is not None
    return DateSpan.day(first, text) if exact else DateSpan.about(first, last, text)


def _from_told(days: tuple[int, int], text: str, reference: Reference) -> DateSpan:
    told = reference.told
    if told is None or told.start is None or told.precision is not Precision.DAY:
        return DateSpan.unresolved(text)
    first, last = (told.start + timedelta(days=n) for n in days)
    return DateSpan.day(first, text) if first == last else DateSpan.about(first, last, text)


def _told(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    """Return that day, the next day, the same month or year, counted from the date told before."""
    if mention.unit == "event":
        return DateSpan.unresolved(text)  # two days before the session: no date of the session is at hand
    if mention.unit == "day":
        days = mention.days or (mention.relative, mention.relative)
        return _from_told(days, text, reference)
    told = reference.told
    if told is None or told.start is None or told.end is None or told.start.year != told.end.year:
        return DateSpan.unresolved(text)
    if mention.unit == "year":
        return _in_year(mention, told.start.year + mention.relative, text)
    if told.start.month != told.end.month:
        return DateSpan.unresolved(text)
    return _dated(*_shifted_month(told.start.year, told.start.month, mention.relative), mention.day, text)


def _relative_year(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    if reference.year is None:
        return DateSpan.unresolved(text)
    return _in_year(mention, reference.year + mention.relative, text)


def _relative_quarter(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    today = reference.published
    if today is None:
        return DateSpan.unresolved(text)
    year, first = _shifted_month(today.year, (today.month - 1) // 3 * 3 + 1, 3 * mention.relative)
    return _in_year(replace(mention, months=(first, first + 2)), year, text)


def _relative_month(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    today = reference.published
    if today is None:
        return DateSpan.unresolved(text)
    return _dated(*_shifted_month(today.year, today.month, mention.relative), mention.day, text)


def _relative_week(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    if reference.published is None:
        return DateSpan.unresolved(text)
    monday = reference.published - timedelta(days=reference.published.weekday()) + timedelta(weeks=mention.relative)
    if mention.day is not None:
        return DateSpan.day(monday + timedelta(days=mention.day - 1), text)
    return DateSpan.about(monday, monday + timedelta(days=WEEK - 1), text)


def _anniversary(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    return DateSpan.unresolved(text) if reference.year is None else DateSpan.year(reference.year - mention.years, text)


def _season(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001
    """Return the season of its year; without one, the last that has begun or, ahead, the next that has not ended."""
    if mention.year is not None:
        return _in_year(mention, mention.year, text)
    today = reference.published
    if today is None:
        return DateSpan.unresolved(text)
    spans = [_in_year(mention, today.year + n, text) for n in (-2, -1, 0, 1, 2)]
    begun = [s for s in spans if s.start is not None and s.start <= today]
    coming = [s for s in spans if s.end is not None and s.end >= today]
    if mention.relative > 0:
        return next(s for s in spans if s.start is not None and s.start > today)
    if mention.relative < 0:
        return [s for s in spans if s.end is not None and s.end < today][-1]
    return coming[0] if ahead else begun[-1]


def _years(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    if mention.year is None:
        return DateSpan.unresolved(text)
    return DateSpan.about(date(mention.year, 1, 1), date(mention.year + mention.years - 1, 12, 31), text)


def _fiscal(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    """Return the fiscal year; where a language's states begin theirs in different months, all that it may mean."""
    today = reference.published
    if mention.year is None and today is None:
        return DateSpan.unresolved(text)
    starts = []
    for month in mention.months:
        begun = mention.year if mention.year is not None or today is None else today.year - (today.month < month)
        starts.append(date((begun or 0) + mention.relative, month, 1))
    last = max(starts)
    return DateSpan.about(min(starts), last.replace(year=last.year + 1) - timedelta(days=1), text)


def _era(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001
    """Return a date of another calendar; without its year, the last or next of its kind."""
    if mention.year is not None:
        first, last = era_span(mention.era, mention.year, mention.month, mention.day)
    else:
        today = reference.published
        if today is None:
            return DateSpan.unresolved(text)
        year = era_year(mention.era, today)
        first, last = era_span(mention.era, year, mention.month, mention.day)
        if ahead and last < today:
            first, last = era_span(mention.era, year + 1, mention.month, mention.day)
        elif not ahead and first > today:
            first, last = era_span(mention.era, year - 1, mention.month, mention.day)
    return DateSpan.day(first, text) if first == last else DateSpan.about(first, last, text)


RESOLVERS: dict[DateKind, Callable[[DateMention, str, Reference, bool], DateSpan]] = {
    DateKind.CALENDAR: _calendar,
    DateKind.WEEKDAY: _weekday,
    DateKind.OFFSET: _offset,
    DateKind.AGO: _ago,
    DateKind.RELATIVE_YEAR: _relative_year,
    DateKind.RELATIVE_QUARTER: _relative_quarter,
    DateKind.RELATIVE_MONTH: _relative_month,
    DateKind.RELATIVE_WEEK: _relative_week,
    DateKind.ANNIVERSARY: _anniversary,
    DateKind.SEASON: _season,
    DateKind.YEARS: _years,
    DateKind.FISCAL: _fiscal,
    DateKind.TOLD: _told,
    DateKind.ERA: _era,
}
