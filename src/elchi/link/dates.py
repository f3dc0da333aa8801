"""What dates mean: against the day of publication, or the year that the text itself fixes; else they stay open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import regex

from elchi.model import Article, DateSpan
from elchi.model.link import Reference
from elchi.model.mention import DateKind, DateMention

_ISO = regex.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# An article looks back further than it looks ahead.
# An article that names no later year tells history: its own year is not among them.
_EARLIEST_NEWS = 1990
_AHEAD = frozenset({"planned", "intended", "hypothetical"})


def reference_day(article: Article, dates: Iterable[DateMention]) -> Reference:
    """Return the day of publication, else the latest year that the text names, which it can't precede."""
    found = _ISO.match(article.published or "")
    if found and found[2] and found[3]:
        try:
            return Reference(date(int(found[1]), int(found[2]), int(found[3])), int(found[1]), "day of publication")
        except ValueError:
            pass
    if found:
        return Reference(None, int(found[1]), "year of publication")
    calendar = [d for d in dates if d.kind is DateKind.CALENDAR]
    years = [d.year for d in calendar if d.year is not None]
    if not years or max(years) < _EARLIEST_NEWS:
        return Reference()
    year = max(years)
    days = [_day(d, year) for d in calendar if d.year in {None, year} and d.month and d.day]
    latest = max((d for d in days if d is not None), default=None)
    return Reference(None, year, "latest year that the text names", latest)


def _day(mention: DateMention, year: int) -> date | None:
    try:
        return date(year, mention.month or 1, mention.day or 1)
    except ValueError:
        return None


def resolve_date(mention: DateMention, text: str, reference: Reference, status: str = "past") -> DateSpan:
    """Return the days that a date expression means.

    Args:
        mention: the expression.
        text: its words, kept in the answer.
        reference: what it counts from.
        status: status of the act it dates: an act that lies ahead is dated forward.

    Returns:
        The span; precision `unresolved` where nothing fixes it.
    """
    try:
        return _RESOLVERS[mention.kind](mention, text, reference, status in _AHEAD)
    except (ValueError, OverflowError):  # 31 February, year 0: the words stay, the date does not
        return DateSpan.unresolved(text)


def _calendar(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001
    year, month, day = mention.year, mention.month, mention.day
    if year is None and month is None:
        return DateSpan.unresolved(text)
    if year is None and month is not None:
        year = _year_of(month, day, reference, ahead=ahead)
    if year is None:
        return DateSpan.unresolved(text)
    if month is None:
        return DateSpan.year(year, text)
    return DateSpan.month(year, month, text) if day is None else DateSpan.day(date(year, month, day), text)


def _year_of(month: int, day: int | None, reference: Reference, *, ahead: bool) -> int | None:
    """Return the year of a month: the last one before publication, or the next one for what lies ahead."""
    today = reference.published
    if today is None:
        return reference.year
    here = (month, day if day is not None else (today.day if month == today.month else 1))
    now = (today.month, today.day)
    if ahead:
        return today.year if here >= now else today.year + 1
    # Days just after publication are slips of time zones, not a year ago.
    return today.year if here <= now or (date(today.year, *here) - today).days <= 2 else today.year - 1


def _weekday(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001
    if reference.published is None or mention.day is None:
        return DateSpan.unresolved(text)
    gap = mention.day - reference.published.isoweekday()
    step = gap % 7 if ahead or mention.relative > 0 else -(-gap % 7)
    return DateSpan.day(reference.published + timedelta(days=step), text)


def _offset(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001
    if reference.published is None or not mention.offsets:
        return DateSpan.unresolved(text)
    fitting = [n for n in mention.offsets if (n >= 0 if ahead else n <= 0)] or list(mention.offsets)
    days = [reference.published + timedelta(days=n) for n in fitting]
    return DateSpan.day(days[0], text) if len(days) == 1 else DateSpan.about(min(days), max(days), text)


def _ago(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    today = reference.published or reference.latest
    if today is None or mention.days is None:
        return DateSpan.unresolved(text)
    low, high = (today + timedelta(days=n) for n in mention.days)
    exact = low == high and reference.published is not None
    return DateSpan.day(low, text) if exact else DateSpan.about(low, high, text)


def _relative_year(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    if reference.year is None:
        return DateSpan.unresolved(text)
    year = reference.year + mention.relative
    return DateSpan.year(year, text) if mention.month is None else DateSpan.month(year, mention.month, text)


def _relative_month(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    if reference.published is None:
        return DateSpan.unresolved(text)
    months = reference.published.year * 12 + reference.published.month - 1 + mention.relative
    return DateSpan.month(months // 12, months % 12 + 1, text)


def _relative_week(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    if reference.published is None:
        return DateSpan.unresolved(text)
    monday = reference.published - timedelta(days=reference.published.weekday()) + timedelta(weeks=mention.relative)
    return DateSpan.about(monday, monday + timedelta(days=6), text)


def _anniversary(mention: DateMention, text: str, reference: Reference, ahead: bool) -> DateSpan:  # noqa: FBT001, ARG001
    return DateSpan.unresolved(text) if reference.year is None else DateSpan.year(reference.year - mention.years, text)


_RESOLVERS = {
    DateKind.CALENDAR: _calendar,
    DateKind.WEEKDAY: _weekday,
    DateKind.OFFSET: _offset,
    DateKind.AGO: _ago,
    DateKind.RELATIVE_YEAR: _relative_year,
    DateKind.RELATIVE_MONTH: _relative_month,
    DateKind.RELATIVE_WEEK: _relative_week,
    DateKind.ANNIVERSARY: _anniversary,
}
