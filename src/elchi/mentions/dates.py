"""Dates as written: calendar dates, weekdays, day words, relative years, intervals, anniversaries, ranges, deadlines.

Nothing is resolved here and nothing invented: a month without a day stays a month. Resolution against the day
of publication, or the years that the text fixes, is the business of `link`.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace

from elchi.mentions.calendar_dates import calendar_date
from elchi.mentions.date_parts import (
    COUNTS,
    DATE_WORD,
    DIGITS,
    day_number,
    kinds_at,
    mention,
    past_genitive,
    word,
    year,
)
from elchi.mentions.numeric_dates import numeric_date
from elchi.mentions.relative_dates import anniversary, counted_date, vague_date
from elchi.mentions.year_dates import era_date, ordinal_century, spanning_years
from elchi.model.mention import DateKind, DateMention
from elchi.script import NUMBER
from elchi.sentence import COORDINATOR, Scan

# Kinds of words that dates are made of, numbers aside, and those of them that a date may begin with.
_WORDS = frozenset(["date_word", "month", "weekday", "day_word"])
_OPENINGS = frozenset({"month", "weekday", "day_word"})
# Of the date words, those that a reader looks for first.
_OPENING_WORDS = frozenset(
    [
        "last",
        "this",
        "next",
        "told",
        "same_day",
        "same_month",
        "same_year",
        "relative_year",
        "relative_quarter",
        "relative_month",
        "relative_week",
        "relative_weekend",
        "relative_fiscal",
        "fiscal_mark",
        "year_mark",
        "era_month",
        "era_mark",
        "anniversary",
        "recent",
        "soon",
        "few",
        "season",
        "part",
    ]
)
# Tokens after the beginning of a number among which a word of dates stands, if it is one (from five to twenty-two May).
_REACH = 12
_YEAR_DIGITS = 4
# In the order in which they are asked, each with the kinds of which one must begin where it is to find a date.
_READERS = (
    (numeric_date, frozenset({DIGITS})),
    (era_date, COUNTS | {DATE_WORD}),
    (spanning_years, frozenset({DATE_WORD, DIGITS})),
    (ordinal_century, COUNTS),
    (anniversary, COUNTS | {DATE_WORD}),
    (vague_date, frozenset({DATE_WORD})),
    (counted_date, COUNTS | {DATE_WORD}),
    (calendar_date, COUNTS | _WORDS),
)
# What a marker after a date makes of it (से पहले, के बाद).
_BOUNDS = {"until": "to", "before": "before", "after": "after", "since": "since"}
# What a word before a date makes of it (from, since, until).
_OPENED = {"range_from": "from", "since": "since", "range_to": "to", "within": "to"}
# Dates that may belong to an event told elsewhere, and the words within which such an event is named.
_OWNING = frozenset(
    [DateKind.CALENDAR, DateKind.RELATIVE_YEAR, DateKind.RELATIVE_MONTH, DateKind.SEASON, DateKind.YEARS]
)
_EVENT_WORDS = 5
# Dates that a range may have as its ends.
_ENDS = frozenset(
    [
        DateKind.CALENDAR,
        DateKind.WEEKDAY,
        DateKind.RELATIVE_YEAR,
        DateKind.RELATIVE_MONTH,
        DateKind.RELATIVE_WEEK,
        DateKind.SEASON,
        DateKind.OFFSET,
        DateKind.TOLD,
        DateKind.ERA,
    ]
)


def find_dates(scan: Scan) -> list[DateMention]:
    """Return the dates of a passage in order, the two ends of a range marked `from` and `to`."""
    dates: list[DateMention] = []
    for place in _beginnings(scan):
        date = _date_at(scan, place) if not dates or place >= dates[-1].after else None
        if date is not None:
            dates.append(_anchored(scan, date, dates))
    return list(_ranges_before(scan, dates) if scan.pack.prepositions else _bounded(scan, dates))


def _beginnings(scan: Scan) -> list[int]:
    """Return the places where a date may begin: at its words, or at a number that others follow soon."""
    words = scan.places_of_any(_WORDS)
    if not (words or scan.numbers):
        return []
    counts = {*scan.numbers, *scan.places("number")}.difference(words)
    dated = [p for p in counts if _is_written_date(scan, p) or bisect(words, p) < bisect(words, p + _REACH)]
    return sorted([*(p for p in words if _opens(scan, p)), *dated])


def _opens(scan: Scan, place: int) -> bool:
    """Whether a date may begin with the word of dates at `place`."""
    if scan.may_begin_any(place, _OPENINGS) or scan.may_begin(place, "number"):
        return True
    return not _OPENING_WORDS.isdisjoint([hit.entry.value[0] for hit in scan.of_kind_at(place, DATE_WORD)])


def _is_written_date(scan: Scan, place: int) -> bool:
    """Whether digits may be a date, or a year, without a word of dates: 22.02.1992, 22/02/2024, 1992."""
    token = scan.tokens[place]
    if token.kind != NUMBER:
        return False
    return len(token.key) >= _YEAR_DIGITS or (place + 1 < scan.length and scan.tokens[place + 1].glued)


def _date_at(scan: Scan, place: int) -> DateMention | None:
    opened = _first_day(scan, place)
    if opened is not None:
        return opened
    kinds = kinds_at(scan, place)
    for reader, needs in _READERS:
        date = None if needs.isdisjoint(kinds) else reader(scan, place)
        if date is not None:
            return date
    return None


def _anchored(scan: Scan, date: DateMention, told: list[DateMention]) -> DateMention:
    """Return an interval that counts from something else (सत्र से दो दिन पहले, বৈঠকের তিন দিন আগে) as counted from it."""
    if date.kind is not DateKind.AGO or date.days is None or date.days[0] <= 0 <= date.days[1]:
        return date
    before = date.first - 1
    while before > 0 and scan.has_class(before, "adverb", "particle") and not _is_owner(scan, before):
        before -= 1
    if before < 0 or not _is_owner(scan, before):
        return date
    dated = bool(told) and told[-1].after in {before, before + 1}
    return replace(date, kind=DateKind.TOLD, unit="day" if dated else "event")


def _is_owner(scan: Scan, place: int) -> bool:
    """Whether the word at `place` is a marker of a genitive or of a source, or ends in one."""
    if any(m.role in {"genitive", "source"} and h.after == place + 1 for h, m in scan.markers(place)):
        return True
    alone = [h for h in scan.hits[place] if h.after == place + 1]
    return any(h.role == "genitive" for h in alone) and not any(h.exact for h in alone)


def _first_day(scan: Scan, place: int) -> DateMention | None:
    """Read the first day of 22 से 24 जुलाई, ২২-২৪ জুলাই: its month is that of the second."""
    turn = word(scan, place, "last", "this", "next")
    at = turn[0] if turn is not None else place
    first = day_number(scan, at)
    if first is None:
        return None
    joint = _joint(scan, first[0])
    second = day_number(scan, joint) if joint is not None else None
    if joint is None or second is None or first[1] >= second[1]:
        return None
    if not scan.may_begin(past_genitive(scan, second[0]), "month") or (
        scan.has_class(first[0], COORDINATOR) and second[1] != first[1] + 1
    ):
        return None
    following = calendar_date(scan, joint)
    if following is None or following.month is None or following.day is None:
        return None
    date = mention(scan, place, first[0], following.kind)
    return replace(date, day=first[1], month=following.month, year=following.year, relative=int(turn[2]) if turn else 0)


def _joint(scan: Scan, place: int) -> int | None:
    """Return where the second end of a range may begin, where the first one ends at `place`."""
    opened = word(scan, place, "range_from")
    if opened is not None:
        return opened[0]
    if scan.is_sign(place, "-–—‐‑") or scan.has_class(place, COORDINATOR):
        return place + 1
    return None


def _bounded(scan: Scan, dates: list[DateMention]) -> Iterator[DateMention]:
    """Mark `A से B तक` as from and to, and what stands after one date alone: until, since, before, after."""
    skip = False
    for index, date in enumerate(dates):
        following = dates[index + 1] if index + 1 < len(dates) else None
        if skip:
            skip = False
        elif following is not None and _is_range(scan, date, following):
            first, second = _ends(scan, date, following)
            second = replace(second, bound="to")
            yield replace(first, bound="from", until=second)
            yield second
            skip = True
        else:
            bound = _bound(scan, date)
            yield replace(date, bound=bound) if bound else date


def _is_range(scan: Scan, date: DateMention, following: DateMention) -> bool:
    """Whether two dates are the ends of a range."""
    if date.kind not in _ENDS or following.kind not in _ENDS or _joint(scan, date.after) != following.first:
        return False
    if word(scan, _past_bracket(scan, following.after), "range_to", "between", "within") is not None:
        return True
    if scan.has_class(date.after, COORDINATOR):
        adjacent = date.day is not None and following.day == date.day + 1 and following.month == date.month
        return adjacent and date.kind is following.kind is DateKind.CALENDAR
    return date.kind is following.kind or following.kind is DateKind.CALENDAR


def _ends(scan: Scan, first: DateMention, second: DateMention) -> tuple[DateMention, DateMention]:
    """Return the two ends, the first one with the month and year of the second where it has none of its own.

    A year before its month is that of the second end alone (আগস্ট থেকে ২০২৯ সালের নভেম্বর).
    """
    if first.kind is DateKind.CALENDAR and second.kind is DateKind.CALENDAR and not first.relative:
        month = first.month or second.month
        wraps = first.month is not None and second.month is not None and first.month > second.month
        shared = second.year - 1 if second.year is not None and wraps else second.year
        own = first.month is not None and second.month is not None and year(scan, second.first) is not None
        first = replace(first, month=month, year=first.year or (None if own else shared))
        if second.year is None and first.year is not None and second.month is not None:
            second = replace(second, year=first.year + wraps)
    elif first.kind is DateKind.CALENDAR and second.kind is DateKind.CALENDAR and not second.relative:
        second = replace(second, relative=first.relative)
    return first, second


def _past_bracket(scan: Scan, place: int) -> int:
    return place + 1 if scan.is_sign(place, ")") else place


def _bound(scan: Scan, date: DateMention) -> str:
    """Return what the words after a date make of it."""
    after = _past_bracket(scan, date.after)
    told = word(scan, after, "since", "range_to", "within", "range_from")
    if told is not None and told[1] == "since":
        return "since"
    if told is not None and told[1] in {"range_to", "within"}:
        return "to"
    found = scan.marker(after, "genitive") or scan.marker(after)
    if found is not None and found[1].role in _BOUNDS:
        return _BOUNDS[found[1].role]
    return "of" if date.kind in _OWNING and _dates_an_event(scan, date) else ""


def _dates_an_event(scan: Scan, date: DateMention) -> bool:
    """Whether a date belongs to an event before or after which something is told (11 सितंबर के हमले के बाद)."""
    after = past_genitive(scan, date.after)
    attached = any(role == "genitive" for _stem, role in scan.pack.lexicon.stems(scan.tokens[date.after - 1].key))
    if after == date.after and not attached:
        return False
    for place in range(after + 1, min(after + _EVENT_WORDS, scan.length)):
        if scan.is_sign(place):
            return False
        if any(marker.role in {"after", "before"} for _, marker in scan.markers(place, "genitive")):
            return True
    return False


def _bound_before(scan: Scan, first: int) -> str:
    """Return what the word before a date makes of it (from March, by March, since 2019)."""
    told = word(scan, first - 1, *_OPENED) if first else None
    if told is not None:
        return _OPENED[told[1]]
    found = scan.preposition(first)
    return _BOUNDS.get(found[1].role, "") if found is not None else ""


def _ranges_before(scan: Scan, dates: list[DateMention]) -> Iterator[DateMention]:
    """Mark `from A to B`, `since A` and `until B`, where the word that opens or closes a range stands before a date."""
    opened = False
    for index, date in enumerate(dates):
        following = dates[index + 1] if index + 1 < len(dates) else None
        kind = "to" if opened else _bound_before(scan, date.first)
        opens = kind == "from" and following is not None and _goes_on(scan, date, following)
        bound = replace(date, bound=kind) if kind and (kind != "from" or opens) else date
        if opens and following is not None:
            first, second = _ends(scan, date, following)
            bound = replace(first, bound="from", until=replace(second, bound="to"))
        yield bound
        opened = opens


def _goes_on(scan: Scan, date: DateMention, following: DateMention) -> bool:
    """Whether only the word that closes a range, or a coordinator (between A and B), stands between two dates."""
    joined = word(scan, date.after, "range_to") is not None or scan.has_class(date.after, COORDINATOR)
    return following.first == date.after + 1 and joined
