"""Dates as written: calendar dates, weekdays, day words, relative years, intervals, anniversaries, ranges.

Nothing is resolved here and nothing invented: a month without a day stays a month. Resolution against the day
of publication, or the years that the text fixes, is the business of `link`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from elchi.model.mention import DateKind, DateMention
from elchi.script import NUMBER
from elchi.sentence import COORDINATOR, Scan

_UNIT_DAYS = {"unit_day": 1, "unit_week": 7, "unit_month": 30, "unit_year": 365}
_RELATIVE_UNIT = {
    "unit_week": DateKind.RELATIVE_WEEK,
    "unit_month": DateKind.RELATIVE_MONTH,
    "unit_year": DateKind.RELATIVE_YEAR,
}
# Kinds of words that a date begins with, digits aside.
_BEGINNINGS = frozenset(["date_word", "month", "weekday", "day_word", "number"])
_BOUNDS = {"range_from": "from", "since": "since", "range_to": "to"}
_FIRST_YEAR, _LAST_YEAR = 1600, 2100


@dataclass(slots=True)
class _Reading:
    """A calendar date while it is being put together."""

    after: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    relative: int | None = None


def find_dates(scan: Scan) -> list[DateMention]:
    """Return the dates of a passage in order, the two ends of a range marked `from` and `to`."""
    dates: list[DateMention] = []
    place = 0
    while place < len(scan):
        date = _date_at(scan, place)
        if date is None:
            place += 1
            continue
        dates.append(date)
        place = date.after
    return list(_ranges_before(scan, dates) if scan.pack.prepositions else _ranges(scan, dates))


def _mention(scan: Scan, first: int, after: int, kind: DateKind) -> DateMention:
    start, end = scan.tokens[first].start, scan.tokens[after - 1].end
    return DateMention(first, after, start, end, "", kind)


def _date_at(scan: Scan, place: int) -> DateMention | None:
    if scan.tokens[place].kind != NUMBER and not scan.may_begin_any(place, _BEGINNINGS):
        return None
    return (
        _calendar(scan, place)
        or _interval(scan, place)
        or _relative(scan, place)
        or _anniversary(scan, place)
        or _day_word(scan, place)
    )


def _word(scan: Scan, place: int, *kinds: str) -> tuple[int, str, str] | None:
    """Return (after, kind, value) of the longest date word of one of `kinds` at `place`."""
    if not scan.may_begin(place, "date_word"):
        return None
    for hit in scan.hits[place]:
        if hit.kind == "date_word" and hit.entry.value[0] in kinds:
            return hit.after, hit.entry.value[0], hit.entry.value[1]
    return None


def _number(scan: Scan, place: int) -> tuple[int, int] | None:
    """Return (after, whole number) of digits or a number word at `place`."""
    if place >= len(scan):
        return None
    token = scan.tokens[place]
    if token.kind == NUMBER:
        return (place + 1, int(token.key)) if token.key.isdigit() and len(token.key) < 6 else None
    hit = next((h for h in scan.hits[place] if h.kind == "number" and h.entry.value[0] == "cardinal"), None)
    return None if hit is None else (hit.after, int(hit.entry.value[1]))


def _year(scan: Scan, place: int) -> int | None:
    if (
        1 < place < len(scan)
        and scan.is_sign(place - 1, "-–")
        and scan.tokens[place - 1].glued
        and scan.tokens[place].glued
    ):
        return None  # part of a name: Kazind-2024
    found = _number(scan, place) if place < len(scan) and scan.tokens[place].kind == NUMBER else None
    return found[1] if found is not None and _FIRST_YEAR <= found[1] <= _LAST_YEAR else None


def _past_marks(scan: Scan, place: int) -> int:
    """Skip commas, year and date marks (সালের, तारीख) and glued endings between the parts of a date."""
    while place < len(scan):
        mark = _word(scan, place, "year_mark", "date_mark")
        if mark is not None:
            place = mark[0]
        elif scan.is_sign(place, ",") or (scan.is_sign(place, "-–") and scan.tokens[place].glued):
            place += 1
        else:
            break
    return place


def _calendar(scan: Scan, place: int) -> DateMention | None:
    last = _word(scan, place, "last", "this", "next")
    first = place
    reading = (
        _day_month(scan, last[0] if last else place)
        or _year_first(scan, place)
        or _month_year(scan, last[0] if last else place)
    )
    if reading is None and (relative := _word(scan, place, "relative_year")) is not None:
        month = scan.best(_past_marks(scan, relative[0]), "month")
        if month is not None:
            reading = _Reading(month.after, month=int(month.entry.value), relative=int(relative[2]))
    if reading is None and (year := _year(scan, place)) is not None and _stands_alone(scan, place):
        mark = _word(scan, place + 1, "year_mark")
        reading = _Reading(mark[0] if mark else place + 1, year=year)
    if reading is None:
        return None
    date = _mention(scan, first, reading.after, DateKind.CALENDAR)
    relative_year = reading.relative
    if relative_year is not None:
        return replace(date, kind=DateKind.RELATIVE_YEAR, month=reading.month, relative=relative_year)
    return replace(date, year=reading.year, month=reading.month, day=reading.day)


def _stands_alone(scan: Scan, place: int) -> bool:
    """Whether four digits are a year: no unit, currency or counted noun follows."""
    # Since 2014 forces have been there; between 2014 and 2019 they met.
    dated = scan.pack.prepositions and (scan.preposition(place) is not None or scan.has_class(place + 1, "pronoun"))
    counted = scan.has_class(place + 1, "noun") or (scan.may_begin(place + 1, "description") and not dated)
    if counted and not any(
        scan.may_begin(place + 1, kind) for kind in ("trigger", "cue", "name", "marker", "date_word")
    ):
        return False  # 2000 soldiers
    following = scan.best(place + 1, "currency") if place + 1 < len(scan) else None
    unit = _word(scan, place + 1, "unit_day", "unit_week", "unit_month", "unit_year")
    scale = scan.best(place + 1, "number") if place + 1 < len(scan) else None
    return following is None and scale is None and (unit is None or _word(scan, place + 1, "year_mark") is not None)


def _day_month(scan: Scan, place: int) -> _Reading | None:
    """Read 22 फरवरी, 1992 · ২০ মে · 22 से 24 जुलाई is a range of its own."""
    number = _number(scan, place) if place < len(scan) and scan.tokens[place].kind == NUMBER else None
    if number is None or not 1 <= number[1] <= 31:
        return None
    month_place = number[0]
    while month_place < len(scan) and scan.tokens[month_place].glued and _word(scan, month_place, "ordinal_suffix"):
        month_place += 1
    month = scan.best(_past_marks(scan, month_place), "month") if _past_marks(scan, month_place) < len(scan) else None
    if month is None:
        return None
    reading = _Reading(month.after, month=int(month.entry.value), day=number[1])
    after = _past_marks(scan, month.after)
    year = _year(scan, after)
    if year is not None:
        reading.year, reading.after = year, after + 1
        mark = _word(scan, reading.after, "year_mark", "date_mark")
        reading.after = mark[0] if mark else reading.after
    elif (relative := _word(scan, after, "relative_year")) is not None:
        reading.after = relative[0]
    return reading


def _month_year(scan: Scan, place: int) -> _Reading | None:
    """Read दिसंबर 2004, फरवरी 22 1992, and a month alone before a marker."""
    month = scan.best(place, "month") if place < len(scan) else None
    if month is None:
        return None
    after = _past_marks(scan, month.after)
    year = _year(scan, after)
    if year is not None:
        return _Reading(after + 1, year=year, month=int(month.entry.value))
    number = _number(scan, month.after)
    if number is not None and 1 <= number[1] <= 31 and scan.tokens[month.after].kind == NUMBER:
        second = _past_marks(scan, number[0])
        year = _year(scan, second)
        return _Reading(second + 1 if year else number[0], year, int(month.entry.value), number[1])
    return _Reading(month.after, month=int(month.entry.value))


def _year_first(scan: Scan, place: int) -> _Reading | None:
    """Read ২০০৪ সালের ডিসেম্বরে, 1992 की 22 फरवरी."""
    year = _year(scan, place)
    if year is None:
        return None
    after = _past_marks(scan, place + 1)
    if after == place + 1 and scan.marker(after) is not None:
        after += 1
    inner = _day_month(scan, after) or _month_year(scan, after)
    if inner is None or inner.year is not None:
        return None
    return _Reading(inner.after, year=year, month=inner.month, day=inner.day)


def _interval(scan: Scan, place: int) -> DateMention | None:
    """Read कुछ दिन पहले, তিন বছর আগে, 2 सप्ताह बाद."""
    few = _word(scan, place, "few")
    number = None if few else _number(scan, place)
    if few is None and number is None:
        return None
    after = few[0] if few else number[0] if number else place
    unit = _word(scan, after, *_UNIT_DAYS)
    if unit is None:
        return None
    side = _word(scan, unit[0], "ago", "later")
    if side is None:
        return None
    low, high = (map(int, few[2].split(","))) if few else (number[1], number[1]) if number else (0, 0)
    days = _UNIT_DAYS[unit[1]]
    sign = 1 if side[1] == "later" else -1
    slack = 0 if days == 1 else days // 2
    bounds = (sign * (low * days - slack), sign * (high * days + slack))
    return replace(_mention(scan, place, side[0], DateKind.AGO), days=(min(bounds), max(bounds)))


def _relative(scan: Scan, place: int) -> DateMention | None:
    """Read पिछले वर्ष, इस महीने, আগামী সপ্তাহে, গত বছর; हाल ही में."""
    found = _word(scan, place, "relative_year", "relative_month", "relative_week")
    if found is not None:
        return replace(_mention(scan, place, found[0], DateKind(found[1])), relative=int(found[2]))
    turn = _word(scan, place, "last", "this", "next")
    if turn is not None:
        unit = _word(scan, turn[0], *_RELATIVE_UNIT)
        if unit is not None:
            return replace(_mention(scan, place, unit[0], _RELATIVE_UNIT[unit[1]]), relative=int(turn[2]))
        weekday = scan.best(turn[0], "weekday") if turn[0] < len(scan) else None
        if weekday is not None:
            day = int(weekday.entry.value)
            return replace(_mention(scan, place, weekday.after, DateKind.WEEKDAY), day=day, relative=int(turn[2]))
    for kind, sign in (("recent", -1), ("soon", 1)):
        recent = _word(scan, place, kind)
        if recent is not None and recent[2].isdigit():
            bounds = (0, sign * int(recent[2]))
            return replace(_mention(scan, place, recent[0], DateKind.AGO), days=(min(bounds), max(bounds)))
    return None


def _anniversary(scan: Scan, place: int) -> DateMention | None:
    """Read 30वीं वर्षगांठ, ৫০তম বার্ষিকী."""
    number = _number(scan, place)
    if number is None:
        return None
    after = number[0]
    while after < len(scan) and _word(scan, after, "ordinal_suffix"):
        after += 1
    found = _word(scan, after, "anniversary")
    return None if found is None else replace(_mention(scan, place, found[0], DateKind.ANNIVERSARY), years=number[1])


def _day_word(scan: Scan, place: int) -> DateMention | None:
    """Read a weekday or कल, আজ; the weekday before a date in brackets (রোববার (২২ ফেব্রুয়ারি)) yields to it."""
    weekday = scan.best(place, "weekday")
    if weekday is not None:
        inner = _calendar(scan, weekday.after + 1) if scan.is_sign(weekday.after, "(,") else None
        if inner is not None:
            return replace(inner, first=place, start=scan.tokens[place].start)
        return replace(_mention(scan, place, weekday.after, DateKind.WEEKDAY), day=int(weekday.entry.value))
    word = scan.best(place, "day_word")
    if word is None:
        return None
    following = scan.best(word.after, "weekday") if word.after < len(scan) else None
    after = following.after if following else word.after
    return replace(_mention(scan, place, after, DateKind.OFFSET), offsets=tuple(word.entry.value))


def _ranges(scan: Scan, dates: list[DateMention]) -> Iterator[DateMention]:
    """Mark `A से B तक` as from and to; give the first end the month or year of the second."""
    skip = False
    for index, date in enumerate(dates):
        if skip:
            skip = False
            continue
        opened = _word(scan, date.after, "range_from", "since")
        following = dates[index + 1] if index + 1 < len(dates) else None
        if opened is not None and following is not None and following.first <= opened[0] + 1:
            closed = _word(scan, following.after, "range_to")
            if closed is not None:
                start = replace(
                    date, bound="from", month=date.month or following.month, year=date.year or following.year
                )
                yield start
                yield replace(following, bound="to")
                skip = True
                continue
        until = _word(scan, date.after, "range_to")
        bound = "to" if until is not None else "since" if opened is not None and opened[1] == "since" else ""
        yield replace(date, bound=bound)


def _ranges_before(scan: Scan, dates: list[DateMention]) -> Iterator[DateMention]:
    """Mark `from A to B`, `since A` and `until B`, where the word that opens or closes a range stands before a date."""
    opened = False
    for index, date in enumerate(dates):
        following = dates[index + 1] if index + 1 < len(dates) else None
        word = _word(scan, date.first - 1, "range_from", "since", "range_to") if date.first else None
        kind = "to" if opened else _BOUNDS.get(word[1], "") if word else ""
        opens = kind == "from" and following is not None and _goes_on(scan, date, following)
        bound = replace(date, bound="" if kind == "from" and not opens else kind)
        if opens and following is not None:
            bound = replace(bound, month=date.month or following.month, year=date.year or following.year)
        yield bound
        opened = opens


def _goes_on(scan: Scan, date: DateMention, following: DateMention) -> bool:
    """Whether only the word that closes a range, or a coordinator (between A and B), stands between two dates."""
    joined = _word(scan, date.after, "range_to") is not None or scan.has_class(date.after, COORDINATOR)
    return following.first == date.after + 1 and joined
