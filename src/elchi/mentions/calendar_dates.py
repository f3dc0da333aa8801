"""Dates by the calendar: day, month, year, weekday, week, season, put together in any order that a language has.

An expression is taken part by part (गत वर्ष · 15 · नवंबर · को, ২০২৪ সালের · মার্চের · শেষে), each part once, as long as
the next one can belong to the date begun.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from elchi.mentions.date_parts import (
    COUNTS,
    DATE_WORD,
    DIGITS,
    MONTH_DAYS,
    day_number,
    digits,
    kinds_at,
    mention,
    pair,
    past_genitive,
    past_marks,
    stands_alone,
    word,
    year,
)
from elchi.model.mention import DateKind, DateMention
from elchi.sentence import Scan

_UNITS = {"unit_year": "years", "unit_quarter": "quarters", "unit_month": "months", "unit_week": "weeks"}
_RELATIVE = {"relative_year": "years", "relative_month": "months", "relative_week": "weeks"}
_TURNS = ("last", "this", "next")
_WEEKEND = (71, 100)


@dataclass(slots=True)
class Parts:
    """A date while it is being put together: `after` is the token after its last part."""

    after: int
    turn: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: tuple[int, int] | None = None
    part: tuple[int, int] | None = None
    offsets: tuple[int, ...] = ()
    told: tuple[str, int] | None = None
    years: int | None = None
    quarters: int | None = None
    months: int | None = None
    weeks: int | None = None

    def has_year(self) -> bool:
        """Whether it says its year."""
        return self.year is not None or self.years is not None or (self.told is not None and self.told[0] == "year")

    def has_month(self) -> bool:
        """Whether it says its month, or which part of the year it means."""
        told = self.told is not None and self.told[0] != "year"
        named = (self.month, self.season, self.quarters, self.months, self.weeks)
        return told or any(value is not None for value in named)

    def is_empty(self) -> bool:
        """Whether it says nothing yet, but perhaps last or next."""
        days = self.day is not None or self.weekday is not None or bool(self.offsets)
        return not (self.has_year() or self.has_month() or days)


def calendar_date(scan: Scan, place: int) -> DateMention | None:
    """Return the date that begins at `place` and says any of year, month, week, day by the calendar."""
    parts = Parts(place)
    at: int | None = place
    while at is not None:
        following = _take(scan, at, parts)
        if following is None:
            break
        bracketed = at > place and scan.is_sign(at - 1, "(") and scan.is_sign(following, ")")
        parts.after = following + 1 if bracketed else following
        at = _joined(scan, parts.after, parts)
    if parts.is_empty() or not _means_time(scan, place, parts):
        return None
    return _built(scan, place, parts)


def _take(scan: Scan, at: int, parts: Parts) -> int | None:
    """Take the part at token `at` into the date; return the token after it, None where none fits."""
    kinds = kinds_at(scan, at)
    for taker, needs in _TAKERS:
        after = None if needs.isdisjoint(kinds) else taker(scan, at, parts)
        if after is not None:
            return after
    return None


def _joined(scan: Scan, after: int, parts: Parts) -> int | None:
    """Return where the next part may stand: past a genitive marker, or a comma or bracket before a day."""
    if parts.part is not None and not parts.is_empty():
        return None
    if after >= scan.length:
        return None
    if not scan.is_sign(after):
        return past_genitive(scan, _past_of(scan, after, parts))
    if scan.is_sign(after, "-–") and (parts.year is not None or parts.day is not None):
        return past_genitive(scan, after) if past_genitive(scan, after) != after else None
    if scan.is_sign(after, ",(") and (parts.day is not None or parts.weekday is not None or parts.offsets):
        return after + 1
    return after + 1 if scan.is_sign(after, ",") and parts.month is not None else None


def _past_of(scan: Scan, after: int, parts: Parts) -> int:
    """Skip what stands between a month and its year where it stands before nouns (May of 2019)."""
    mark = word(scan, after, "date_mark") if scan.pack.prepositions and parts.month is not None else None
    return mark[0] if mark is not None and year(scan, mark[0]) is not None else after


def _turn(scan: Scan, at: int, parts: Parts) -> int | None:
    """Last, this, next: before a unit they are a period; before anything else they tell the direction."""
    found = word(scan, at, *_TURNS)
    if found is None or parts.turn is not None:
        return None
    unit = word(scan, found[0], *_UNITS)
    if unit is not None:
        return _period(parts, _UNITS[unit[1]], int(found[2]), unit[0])
    if not parts.is_empty():
        return None
    parts.turn = int(found[2])
    return found[0]


def _period(parts: Parts, unit: str, value: int, after: int) -> int | None:
    if parts.has_year() if unit == "years" else parts.has_month() or parts.day is not None:
        return None
    if parts.weekday is not None or parts.offsets:
        return None
    setattr(parts, unit, value)
    return after


def _relative(scan: Scan, at: int, parts: Parts) -> int | None:
    found = word(scan, at, *_RELATIVE, "relative_weekend", "relative_quarter")
    if found is None:
        return None
    if found[1] == "relative_weekend":
        after = _period(parts, "weeks", int(found[2]), found[0])
        parts.part = _WEEKEND if after is not None else parts.part
        return after
    return _period(parts, _RELATIVE.get(found[1], "quarters"), int(found[2]), found[0])


def _told(scan: Scan, at: int, parts: Parts) -> int | None:
    """That year, the same month, the next day: counted from the date told before."""
    found = word(scan, at, "same_day", "same_month", "same_year")
    if found is None or not parts.is_empty():
        return None
    parts.told = found[1].removeprefix("same_"), int(found[2])
    return found[0]


def _day_month(scan: Scan, at: int, parts: Parts) -> int | None:
    """Read 22 फरवरी, ৫ই আগস্ট, 22 तारीख; a day after its week or weekday, too."""
    found = day_number(scan, at)
    if found is None or parts.day is not None or parts.weeks is not None or parts.season is not None:
        return None
    mark = word(scan, found[0], "date_mark")
    month = scan.best(past_genitive(scan, past_marks(scan, found[0])), "month")
    if month is not None and not parts.has_month():
        parts.month, parts.day = int(month.entry.value), found[1]
        return month.after
    if mark is not None and parts.weekday is None and (parts.is_empty() or parts.has_month()):
        parts.day = found[1]
        return mark[0]
    return None


def _month(scan: Scan, at: int, parts: Parts) -> int | None:
    """Read a month, and a day in digits after it (फरवरी 22, 1992).

    A verb that looks like a month with an ending is none (মেটাতে is no form of মে).
    """
    hit = scan.best(at, "month")
    if hit is None or (scan.is_verb(at) and not hit.exact):
        return None
    if parts.has_month() or parts.weekday is not None or parts.offsets:
        return None
    parts.month = int(hit.entry.value)
    mark = word(scan, hit.after, "month_mark", "unit_month")
    after = mark[0] if mark is not None else hit.after
    day = digits(scan, after)
    if day is not None and 1 <= day <= MONTH_DAYS and parts.day is None and _is_day_after_month(scan, after):
        parts.day = day
        return after + 1
    return after


def _is_day_after_month(scan: Scan, place: int) -> bool:
    following = place + 1
    if year(scan, past_marks(scan, following)) is not None:
        return True
    return stands_alone(scan, place) and not scan.has_class(following, "noun") and not _begins_day(scan, place)


def _begins_day(scan: Scan, place: int) -> bool:
    """Whether digits begin a day of their own: मार्च 5 अप्रैल, 5 - 7 March."""
    return scan.best(place + 1, "month") is not None or scan.is_sign(place + 1, "-–/")


def _year(scan: Scan, at: int, parts: Parts) -> int | None:
    """Read 1992, वर्ष 1992, ১৯৯২ সালের; a bare one only where it counts nothing."""
    mark = word(scan, at, "year_mark")
    place = mark[0] if mark is not None else at
    found = year(scan, place)
    if found is None or parts.has_year() or parts.months is not None or parts.weeks is not None:
        return None
    if parts.offsets or (parts.weekday is not None and parts.month is None) or (parts.day and parts.month is None):
        return None
    if parts.is_empty() and mark is None and not stands_alone(scan, place):
        return None
    parts.year = found
    closing = word(scan, place + 1, "year_mark", "date_mark")
    return closing[0] if closing is not None else place + 1


def _weekday(scan: Scan, at: int, parts: Parts) -> int | None:
    hit = scan.best(at, "weekday")
    if hit is None or parts.weekday is not None:
        return None
    if not (parts.is_empty() or parts.day is not None or parts.weeks is not None or parts.offsets):
        return None
    parts.weekday = int(hit.entry.value)
    return hit.after


def _day_word(scan: Scan, at: int, parts: Parts) -> int | None:
    hit = scan.best(at, "day_word")
    if hit is None or not parts.is_empty() or parts.turn is not None:
        return None
    parts.offsets = tuple(hit.entry.value)
    return hit.after


def _season(scan: Scan, at: int, parts: Parts) -> int | None:
    found = word(scan, at, "season")
    if found is None or parts.has_month() or parts.day is not None or parts.weekday is not None or parts.offsets:
        return None
    parts.season = pair(found[2])
    return found[0]


def _part(scan: Scan, at: int, parts: Parts) -> int | None:
    """Beginning, middle or end of the period that was named, or of the one that follows."""
    found = word(scan, at, "part")
    if found is None or parts.part is not None or parts.weekday is not None or parts.day is not None or parts.offsets:
        return None
    if parts.is_empty() and scan.pack.order["markers"] != "before":
        return None  # after the talks (बातचीत के अंत में सोमवार को), not the end of Monday
    parts.part = pair(found[2])
    return found[0]


# Each with the kinds of which one must begin where it is to take a part.
_TAKERS: tuple[tuple[Callable[[Scan, int, Parts], int | None], frozenset[str]], ...] = (
    (_told, frozenset({DATE_WORD})),
    (_relative, frozenset({DATE_WORD})),
    (_day_word, frozenset({"day_word"})),
    (_turn, frozenset({DATE_WORD})),
    (_day_month, COUNTS),
    (_season, frozenset({DATE_WORD})),
    (_part, frozenset({DATE_WORD})),
    (_month, frozenset({"month"})),
    (_year, frozenset({DATE_WORD, DIGITS})),
    (_weekday, frozenset({"weekday"})),
)


def _means_time(scan: Scan, first: int, parts: Parts) -> bool:
    """Whether a bare season is one: winter games and summer schools are none."""
    anchored = parts.has_year() or parts.turn is not None
    if parts.season is None or anchored:
        return True
    placed = any(h.kind == "date_word" and h.role == "place" and h.after == parts.after for h in scan.hits[first])
    found = scan.marker(parts.after)
    return placed or (found is not None and found[1].role in {"place", "until", "during"})


def _has_parts(parts: Parts) -> bool:
    """Whether the date is a period, of which a part can be meant."""
    return parts.day is None and parts.weekday is None and not parts.offsets


def _built(scan: Scan, first: int, parts: Parts) -> DateMention:
    """Return the mention of the parts that were taken."""
    date = mention(
        scan, first, parts.after, DateKind.CALENDAR, year=parts.year, month=parts.month, day=parts.day,
        part=parts.part if _has_parts(parts) else None, months=parts.season or (), relative=parts.turn or 0,
    )  # fmt: skip
    if parts.told is not None:
        return replace(date, kind=DateKind.TOLD, unit=parts.told[0], relative=parts.told[1])
    for kind, steps in (
        (DateKind.RELATIVE_YEAR, parts.years),
        (DateKind.RELATIVE_QUARTER, parts.quarters),
        (DateKind.RELATIVE_MONTH, parts.months),
        (DateKind.RELATIVE_WEEK, parts.weeks),
    ):
        if steps is not None:
            weekday = parts.weekday if kind is DateKind.RELATIVE_WEEK else parts.day
            return replace(date, kind=kind, relative=steps, day=weekday)
    return _counted(date, parts)


def _counted(date: DateMention, parts: Parts) -> DateMention:
    """Return a date without a period of its own: a season, a day of the calendar, of the week, or from today."""
    if parts.season is not None:
        return replace(date, kind=DateKind.SEASON)
    if parts.day is not None or parts.month is not None or parts.year is not None:
        return date
    if parts.offsets:
        return replace(date, kind=DateKind.OFFSET, offsets=parts.offsets)
    return replace(date, kind=DateKind.WEEKDAY, day=parts.weekday)
