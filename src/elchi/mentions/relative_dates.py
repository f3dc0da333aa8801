"""Dates counted in units: three days ago, within a month, in the last five years; the 30th anniversary."""

from __future__ import annotations

from dataclasses import dataclass, replace

from elchi.mentions.date_parts import UNIT_DAYS, amount, mention, number, pair, past_genitive, past_ordinal, word
from elchi.model.mention import DateKind, DateMention
from elchi.sentence import Scan

_SIDES = ("ago", "later", "within")
_TURNS = ("last", "next")


@dataclass(frozen=True, slots=True)
class _Count:
    """How many units: least and most days, after token `after`; `days` of one unit."""

    after: int
    low: float
    high: float
    days: float

    def shifted(self, sign: int) -> tuple[int, int]:
        """Return the days meant on one side: about a month ago is half a month either way."""
        slack = 0.0 if self.days <= 1 else self.days // 2
        bounds = (sign * (self.low * self.days - slack), sign * (self.high * self.days + slack))
        return _whole(min(bounds)), _whole(max(bounds))

    def reach(self, sign: int) -> tuple[int, int]:
        """Return the days from now to the end of the count on one side."""
        most = max(1, _whole(self.high * self.days))
        return (-most, 0) if sign < 0 else (0, most)


def _whole(days: float) -> int:
    return int(days + 0.5) if days >= 0 else -int(-days + 0.5)


def _count(scan: Scan, place: int) -> _Count | None:
    """Read a number, or some, with its unit at `place`."""
    low: float
    high: float
    few = word(scan, place, "few")
    if few is not None:
        after, (low, high) = few[0], pair(few[2])
    else:
        found = amount(scan, place)
        if found is None:
            return None
        after, low, high = found[0], found[1], found[1]
        joined = amount(scan, after + 1) if scan.is_sign(after, "-–") else None
        if joined is not None and low < joined[1] <= 3 * low:
            after, high = joined
    unit = word(scan, after, *UNIT_DAYS)
    return None if unit is None else _Count(unit[0], low, high, UNIT_DAYS[unit[1]])


def _decade(scan: Scan, place: int) -> _Count | None:
    """Read the decade of `in the last decade`."""
    unit = word(scan, place, "decade")
    return None if unit is None else _Count(unit[0], 1, 1, UNIT_DAYS["decade"])


def counted_date(scan: Scan, place: int) -> DateMention | None:
    """Read कुछ दिन पहले, তিন বছর আগে, 2 सप्ताह बाद, दो माह के भीतर; पिछले पांच वर्षों में; इसके दो दिन बाद."""
    told = word(scan, place, "told")
    turn = None if told else word(scan, place, *_TURNS)
    opening = told or turn
    count = _count(scan, opening[0] if opening else place) or (_decade(scan, turn[0]) if turn else None)
    if count is None:
        return None
    at = past_genitive(scan, count.after)
    side = word(scan, count.after, *_SIDES) or word(scan, at, *_SIDES)
    if turn is not None and (side is None or side[1] == "within"):
        after = side[0] if side else count.after
        days = count.reach(-1 if turn[1] == "last" else 1)
        return replace(mention(scan, place, after, DateKind.AGO), days=days)
    if side is None or (side[1] == "later" and count.days < 1):
        return None  # two hours later is no day
    days = count.reach(1) if side[1] == "within" else count.shifted(1 if side[1] == "later" else -1)
    if told is None:
        return replace(mention(scan, place, side[0], DateKind.AGO), days=days)
    return replace(mention(scan, place, side[0], DateKind.TOLD), days=days, unit="day")


def vague_date(scan: Scan, place: int) -> DateMention | None:
    """Read हाल ही में, সম্প্রতি, जल्द ही: days back or ahead, the most or the least and the most."""
    for kind, sign in (("recent", -1), ("soon", 1)):
        found = word(scan, place, kind)
        if found is not None:
            least, _, most = found[2].rpartition(",")
            bounds = (sign * int(least or 0), sign * int(most))
            return replace(mention(scan, place, found[0], DateKind.AGO), days=(min(bounds), max(bounds)))
    return None


def anniversary(scan: Scan, place: int) -> DateMention | None:
    """Read 30वीं वर्षगांठ, ৫০ বছর পূর্তি, स्वर्ण जयंती (value: its years)."""
    named = word(scan, place, "anniversary")
    if named is not None:
        years = int(named[2]) if named[2].isdigit() else 0
        return replace(mention(scan, place, named[0], DateKind.ANNIVERSARY), years=years) if years else None
    found = number(scan, place, "cardinal", "ordinal")
    if found is None:
        return None
    after = past_ordinal(scan, found[0])
    while after < scan.length and (suffix := word(scan, after, "ordinal_suffix")) is not None:
        after = suffix[0]
    told = word(scan, after, "anniversary")
    return None if told is None else replace(mention(scan, place, told[0], DateKind.ANNIVERSARY), years=found[1])
