"""Years that are not January to December: fiscal years, 2023-24, decades, and dates of other calendars."""

from __future__ import annotations

from dataclasses import replace

from elchi.mentions.date_parts import (
    MONTH_DAYS,
    day_number,
    digits,
    is_glued_hyphen,
    mention,
    number,
    pair,
    past_genitive,
    word,
    year,
)
from elchi.model.mention import DateKind, DateMention
from elchi.sentence import Scan

_LONGEST_SPAN = 30
_ERA_YEARS = range(1000, 2200)


def spanning_years(scan: Scan, place: int) -> DateMention | None:
    """Read 2023-24, वित्त वर्ष 2023-24, ২০২৩–২৪ অর্থবছর, चालू वित्त वर्ष."""
    date = _spanning(scan, place)
    season = word(scan, past_genitive(scan, date.after), "season") if date is not None else None
    if date is None or date.kind is not DateKind.FISCAL or season is None:
        return date
    first, last = pair(season[2])
    part = (first - 1) * 100 // 12, last * 100 // 12
    whole = mention(scan, place, season[0], DateKind.FISCAL)
    return replace(date, after=whole.after, end=whole.end, part=part) if first < last else date


def _spanning(scan: Scan, place: int) -> DateMention | None:
    relative = word(scan, place, "relative_fiscal")
    if relative is not None:
        offset, *months = _months(relative[2])
        return replace(mention(scan, place, relative[0], DateKind.FISCAL), relative=offset, months=tuple(months))
    mark = word(scan, place, "fiscal_mark")
    opening = mark or word(scan, place, "year_mark")
    first = opening[0] if opening else place
    years = _year_pair(scan, first)
    single = year(scan, first) if years is None and mark is not None else None
    if years is None and single is None:
        return None
    after = first + 3 if years else first + 1
    closing = None if mark else word(scan, past_genitive(scan, after), "fiscal_mark")
    begins = mark or closing
    after = closing[0] if closing else after
    date = mention(scan, place, after, DateKind.YEARS)
    if years is None:
        return replace(date, kind=DateKind.FISCAL, year=(single or 0) - 1, months=_months(mark[2] if mark else "1"))
    if begins is not None and years[1] == years[0] + 1:
        return replace(date, kind=DateKind.FISCAL, year=years[0], months=_months(begins[2]))
    ending = None if closing else word(scan, after, "year_mark")
    date = mention(scan, place, ending[0], DateKind.YEARS) if ending else date
    return replace(date, year=years[0], years=years[1] - years[0] + 1)


def _months(value: str) -> tuple[int, ...]:
    return tuple(map(int, value.split(",")))


def _year_pair(scan: Scan, place: int) -> tuple[int, int] | None:
    """Return (first, last) of two years joined by a hyphen, the last one perhaps short: 2023-24, 2019–2023."""
    first = year(scan, place)
    last = digits(scan, place + 2) if first is not None and is_glued_hyphen(scan, place + 1) else None
    if first is None or last is None or is_glued_hyphen(scan, place + 3):
        return None
    written = scan.tokens[place + 2].key
    if len(written) == 2:
        last += first // 100 * 100
        last += 100 if last < first else 0
    return (first, last) if len(written) in {2, 4} and first < last <= first + _LONGEST_SPAN else None


def ordinal_century(scan: Scan, place: int) -> DateMention | None:
    """Read 20वीं सदी, বিংশ শতাব্দী, 1990 के दशक, নব্বইয়ের দশক, ৯০-এর দশক."""
    found = number(scan, place, "ordinal", "cardinal")
    if found is None:
        return None
    after = past_genitive(scan, found[0])
    if after == found[0]:
        while after < scan.length and (suffix := word(scan, after, "ordinal_suffix")) is not None:
            after = suffix[0]
    period = word(scan, after, "decade", "century")
    if period is None:
        return None
    part = word(scan, past_genitive(scan, period[0]), "part")
    date = replace(
        mention(scan, place, part[0] if part else period[0], DateKind.YEARS), part=pair(part[2]) if part else None
    )
    if period[1] == "century":
        return replace(date, year=(found[1] - 1) * 100 + 1, years=100) if 1 <= found[1] <= 21 else None
    first = found[1] + 1900 if 10 <= found[1] <= 99 else found[1]
    return replace(date, year=first, years=10) if first % 10 == 0 and 1600 <= first <= 2090 else None


def era_date(scan: Scan, place: int) -> DateMention | None:
    """Read ২০ আষাঢ় ১৪৩১, ১৪৩১ বঙ্গাব্দ, 22 श्रावण 1946 शक संवत, विक्रम संवत 2081."""
    day = day_number(scan, place)
    month = word(scan, day[0], "era_month") if day is not None else None
    if month is None:
        day, month = None, word(scan, place, "era_month")
    if month is None:
        return _era_year(scan, place)
    era, ordinal = month[2].split(":")
    at = month[0] + 1 if scan.is_sign(month[0], ",") else month[0]
    told = digits(scan, at)
    known = told if told is not None and told in _ERA_YEARS else None
    if day is None and known is None:
        return None
    after = month[0] if known is None else at + 1
    mark = word(scan, after, "era_mark")
    after = mark[0] if mark is not None else after
    date = mention(scan, place, after, DateKind.ERA)
    return replace(
        date, era=mark[2] if mark else era, year=known, month=int(ordinal), day=day[1] if day is not None else None
    )


def _era_year(scan: Scan, place: int) -> DateMention | None:
    mark = word(scan, place, "era_mark")
    at = mark[0] if mark is not None else place
    told = digits(scan, at)
    if told is None or told not in _ERA_YEARS:
        return None
    closing = mark or word(scan, at + 1, "era_mark")
    if closing is None:
        return None
    after = at + 1 if mark is not None else closing[0]
    day = day_number(scan, past_genitive(scan, after))
    month = word(scan, day[0] if day else past_genitive(scan, after), "era_month")
    date = replace(mention(scan, place, month[0] if month else after, DateKind.ERA), era=closing[2], year=told)
    if month is None:
        return date
    return replace(date, month=int(month[2].split(":")[1]), day=day[1] if day and day[1] <= MONTH_DAYS else None)
