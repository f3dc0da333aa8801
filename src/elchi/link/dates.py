"""What dates mean: against the day of publication, or the year that the text itself fixes; else they stay open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from elchi.link.days import RESOLVERS, WEEK
from elchi.link.reference import reference_day
from elchi.model import DateSpan
from elchi.model.link import Reference
from elchi.model.mention import DateKind, DateMention

__all__ = ["reference_day", "resolve_date"]

# An article looks back further than it looks ahead.
_AHEAD = frozenset({"planned", "intended", "hypothetical"})
# The beginning of a month is its first third, but that of a year its first quarter; so are their ends.
_MONTHS_DAYS = 300
_OF_YEARS = {(0, 33): (0, 25), (67, 100): (75, 100)}


def resolve_date(mention: DateMention, text: str, reference: Reference, status: str = "past") -> DateSpan:
    """Return the days that a date expression means, a range from its first end to its second.

    Args:
        mention: the expression.
        text: its words, kept in the answer.
        reference: what it counts from.
        status: status of the act it dates: an act that lies ahead is dated forward.

    Returns:
        The span; precision `unresolved` where nothing fixes it, or only one side of it (after March).
    """
    try:
        ahead = status in _AHEAD
        span = _part(RESOLVERS[mention.kind](mention, text, reference, ahead), mention.part)
        return _bounded(span, mention, reference, ahead=ahead)
    except (ValueError, OverflowError):  # 31 February, year 0: the words stay, the date does not
        return DateSpan.unresolved(text)


def _part(span: DateSpan, part: tuple[int, int] | None) -> DateSpan:
    """Return the beginning, middle or end of a span (from and to in percent of its days)."""
    if part is None or span.start is None or span.end is None:
        return span
    days = (span.end - span.start).days + 1
    first, last = (days * percent // 100 for percent in (_OF_YEARS.get(part, part) if days > _MONTHS_DAYS else part))
    return DateSpan.about(
        span.start + timedelta(days=first), span.start + timedelta(days=max(first + 1, last) - 1), span.text
    )


def _bounded(span: DateSpan, mention: DateMention, reference: Reference, *, ahead: bool) -> DateSpan:
    """Return what is left of a span by a range, a deadline, since, before, after."""
    if span.start is None or span.end is None or not mention.bound:
        return span
    if mention.bound == "from":
        return _range(span, mention, reference, ahead=ahead)
    if mention.bound == "of" or (mention.bound == "since" and ahead):
        return span
    today, day = reference.published, timedelta(days=1)
    # A deadline bounds what lies ahead, a beginning what is past; what lies on their other side has no end.
    ends = {
        ("to", True): (today, span.end),
        ("before", True): (today, span.start - day),
        ("since", False): (span.start, today),
        ("after", False): (span.end + day, today),
    }
    return _between(*ends.get((mention.bound, ahead), (None, None)), span)


def _between(first: date | None, last: date | None, span: DateSpan) -> DateSpan:
    """Return the days from `first` to `last`, or nothing resolved where one is not known or they do not follow."""
    if first is None or last is None or first > last:
        return DateSpan.unresolved(span.text)
    return DateSpan.day(first, span.text) if first == last else DateSpan.about(first, last, span.text)


def _range(span: DateSpan, mention: DateMention, reference: Reference, *, ahead: bool) -> DateSpan:
    """Return the days of a range; an end that lies on the wrong side of the other moves by a week or a year."""
    if mention.until is None or span.start is None:
        return span
    until = replace(mention.until, bound="")
    end = resolve_date(until, span.text, reference, "planned" if ahead else "past")
    if end.start is None or end.end is None:
        return DateSpan.unresolved(span.text)
    first, last = span.start, end.end
    if first > last and mention.kind is DateKind.WEEKDAY:
        if ahead:
            last += timedelta(days=WEEK)
        else:
            first -= timedelta(days=WEEK)
    elif first > last and mention.year is None and until.year is not None:
        first = _years_later(first, last.year - first.year)
        first = first if first <= last else _years_later(first, -1)
    elif first > last and mention.year is None:
        first, last = (_years_later(first, -1), last) if ahead else (first, _years_later(last, 1))
    return _between(first, last, span)


def _years_later(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)
