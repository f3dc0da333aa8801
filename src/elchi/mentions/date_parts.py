"""The parts of which date expressions are made: date words, numbers, days, years, what stands between them."""

from __future__ import annotations

from typing import Any

from elchi.model.mention import DateKind, DateMention
from elchi.script import NUMBER
from elchi.sentence import Scan

FIRST_YEAR, LAST_YEAR = 1600, 2100
MONTH_DAYS = 31
# Kinds of phrases with which a part of a date begins; digits are told as one, too.
DATE_WORD, DIGITS = "date_word", "digits"
COUNTS = frozenset({"number", DIGITS})
_DIGITS = frozenset({DIGITS})
UNIT_DAYS = {"unit_hour": 1 / 24, "unit_day": 1, "unit_week": 7, "unit_month": 30, "unit_year": 365, "decade": 3652}


def mention(scan: Scan, first: int, after: int, kind: DateKind, **said: Any) -> DateMention:  # noqa: ANN401
    """Return a mention of tokens `first` to `after`; `said` are the fields that it fills."""
    start, end = scan.tokens[first].start, scan.tokens[after - 1].end
    return DateMention(first, after, start, end, "", kind, **said)


def kinds_at(scan: Scan, place: int) -> frozenset[str]:
    """Return the kinds of the phrases that begin at `place`, with `DIGITS` where it has digits."""
    if place >= scan.length:
        return frozenset()
    kinds = scan.kinds[place]
    return kinds | _DIGITS if scan.tokens[place].kind == NUMBER else kinds


def word(scan: Scan, place: int, *kinds: str) -> tuple[int, str, str] | None:
    """Return (after, kind, value) of the longest date word of one of `kinds` at `place`."""
    if not 0 <= place < scan.length or DATE_WORD not in scan.kinds[place]:
        return None  # as mostly
    for hit in scan.of_kind_at(place, DATE_WORD):
        if hit.entry.value[0] in kinds:
            return hit.after, hit.entry.value[0], hit.entry.value[1]
    return None


def pair(value: str) -> tuple[int, int]:
    """Return the two whole numbers of a cell such as `2,14`."""
    low, _, high = value.partition(",")
    return int(low), int(high or low)


def amount(scan: Scan, place: int, *kinds: str) -> tuple[int, float] | None:
    """Return (after, value) of digits, or of a number word of one of `kinds` (cardinals, unless told) at `place`."""
    if place >= scan.length:
        return None
    token = scan.tokens[place]
    if token.kind == NUMBER:
        return (place + 1, int(token.key)) if token.key.isdigit() and len(token.key) < 6 else None
    wanted = kinds or ("cardinal",)
    for hit in scan.of_kind_at(place, "number"):
        if hit.entry.value[0] in wanted:
            return hit.after, hit.entry.value[1]
    return None


def number(scan: Scan, place: int, *kinds: str) -> tuple[int, int] | None:
    """Return (after, whole number), as `amount` does; None for one and a half."""
    found = amount(scan, place, *kinds)
    return (found[0], int(found[1])) if found is not None and found[1] == int(found[1]) else None


def digits(scan: Scan, place: int) -> int | None:
    """Return the whole number that is written in digits at `place`."""
    found = number(scan, place) if place < scan.length and scan.tokens[place].kind == NUMBER else None
    return None if found is None else found[1]


def year(scan: Scan, place: int) -> int | None:
    """Return the four digits of a year at `place`; none that are part of a name (Kazind-2024) or of a number."""
    if 1 < place < scan.length and is_glued_hyphen(scan, place - 1) and digits(scan, place - 2) is None:
        return None
    found = digits(scan, place)
    return found if found is not None and FIRST_YEAR <= found <= LAST_YEAR else None


def is_glued_hyphen(scan: Scan, place: int) -> bool:
    """Whether a hyphen at `place` joins the tokens round it."""
    return (
        place >= 0
        and place + 1 < scan.length
        and scan.is_sign(place, "-–‐‑")
        and scan.tokens[place].glued
        and scan.tokens[place + 1].glued
    )


def past_ordinal(scan: Scan, place: int) -> int:
    """Return the place after the ending of an ordinal that is glued to its digits (17वीं, ৫ই)."""
    while (
        place < scan.length and scan.tokens[place].glued and (found := word(scan, place, "ordinal_suffix")) is not None
    ):
        place = found[0]
    return place


def day_number(scan: Scan, place: int) -> tuple[int, int] | None:
    """Return (after, day of a month) of digits or words at `place`: 22, 5ई, पहली, একুশে."""
    found = number(scan, place, "ordinal", "cardinal")
    if found is None or not 1 <= found[1] <= MONTH_DAYS:
        return None
    return past_ordinal(scan, found[0]), found[1]


def past_marks(scan: Scan, place: int) -> int:
    """Skip commas, year and date marks (সালের, तारीख) and glued hyphens between the parts of a date."""
    while place < scan.length:
        mark = word(scan, place, "year_mark", "date_mark")
        if mark is not None:
            place = mark[0]
        elif scan.is_sign(place, ",") or is_glued_hyphen(scan, place):
            place += 1
        else:
            break
    return place


def past_genitive(scan: Scan, place: int) -> int:
    """Skip the marker of a genitive (2024 की, ২০২৪-এর), if one stands at `place`."""
    at = place + 1 if is_glued_hyphen(scan, place) else place
    if any(marker.role == "genitive" and hit.after == at + 1 for hit, marker in scan.markers(at)):
        return at + 1
    return place


def stands_alone(scan: Scan, place: int) -> bool:
    """Whether the digits at `place` count nothing: no unit, currency, scale or counted noun follows."""
    # Since 2014 forces have been there; between 2014 and 2019 they met.
    dated = scan.pack.prepositions and (scan.preposition(place) is not None or scan.has_class(place + 1, "pronoun"))
    counted = scan.has_class(place + 1, "noun") or (scan.may_begin(place + 1, "description") and not dated)
    if counted and not any(
        scan.may_begin(place + 1, kind) for kind in ("trigger", "cue", "name", "marker", "date_word")
    ):
        return False  # 2000 soldiers
    following = scan.best(place + 1, "currency")
    unit = word(scan, place + 1, *UNIT_DAYS)
    scale = scan.best(place + 1, "number")
    return following is None and scale is None and (unit is None or word(scan, place + 1, "year_mark") is not None)
