"""The day that an article's dates count from: its publication or dateline, else the year that its text fixes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import regex

from elchi.model import Article
from elchi.model.link import Reference
from elchi.model.mention import DateKind, DateMention
from elchi.script import ascii_digits

_ISO = regex.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# An article that names no later year tells history: its own year is not among them.
_EARLIEST_NEWS = 1990
# A dateline opens a paragraph (नई दिल्ली, 19 अगस्त (एजेंसी)।) and is closed by a sign, not by a sentence.
_DATELINE_PLACE = 40
_DATELINE_END = regex.compile(r"[ \t]*\([^()\n]{1,40}\)|[ \t]*[।:|]|[ \t]*[-–—]{1,2}(?=\s)")
_DATELINE_DAYS = 4


def reference_day(article: Article, dates: Iterable[DateMention]) -> Reference:
    """Return the day of the dateline or of publication, else the latest year of the text, which it can't precede.

    A dateline up to four days before publication is the day on which the report was written: its today and yesterday
    count from there.
    """
    told = list(dates)
    found = _ISO.match(article.published or "")
    published = _day_of(found[1], found[2], found[3]) if found and found[2] and found[3] else None
    if published is not None:
        return _by_dateline(article, told, published)
    if found:
        return Reference(None, int(found[1]), "year of publication")
    calendar = [d for d in told if d.kind is DateKind.CALENDAR]
    years = [d.year for d in calendar if d.year is not None]
    if not years or max(years) < _EARLIEST_NEWS:
        return Reference()
    year = max(years)
    days = [day_in(d, year) for d in calendar if d.year in {None, year} and d.month and d.day]
    latest = max((d for d in days if d is not None), default=None)
    return Reference(None, year, "latest year that the text names", latest)


def _day_of(*cells: str) -> date | None:
    try:
        return date(*map(int, cells))
    except ValueError:
        return None


def day_in(mention: DateMention, year: int) -> date | None:
    """Return the day of a calendar date in a year, the first where it names none; None where there is no such day."""
    try:
        return date(year, mention.month or 1, mention.day or 1)
    except ValueError:
        return None


def _by_dateline(article: Article, dates: Sequence[DateMention], published: date) -> Reference:
    """Return the day of the dateline where there is one shortly before publication, else the day of publication."""
    for mention in dates:
        if mention.kind is not DateKind.CALENDAR or not (mention.month and mention.day):
            continue
        days = [day_in(mention, mention.year or year) for year in (published.year, published.year - 1)]
        near = [day for day in days if day is not None and 0 < (published - day).days <= _DATELINE_DAYS]
        if near and _is_dateline(article.text, mention):
            return Reference(near[0], near[0].year, "day of the dateline")
    return Reference(published, published.year, "day of publication")


def _is_dateline(text: str, mention: DateMention) -> bool:
    """Whether a date stands in a dateline of `text`: at the head of a paragraph, with a sign after it."""
    head = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    words = ascii_digits(text[mention.start : mention.end])
    return (
        str(mention.day) in words
        and 0 < len(head.strip()) <= _DATELINE_PLACE
        and not any(sign in head for sign in "।?!")
        and _DATELINE_END.match(text, mention.end) is not None
    )
