"""Numbers with their scale and currency: 27 अरब डॉलर, ২৭ বিলিয়ন মার্কিন ডলার, नौ, दर्जनों, दोगुना."""

from __future__ import annotations

from elchi.model.mention import Amount
from elchi.packs import Hit
from elchi.script import NUMBER
from elchi.sentence import Scan

# Words between a number and its currency (27 अरब अमेरिकी डॉलर).
_LONGEST_GAP = 2
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "৳": "BDT"}


def find_amounts(scan: Scan) -> list[Amount]:
    """Return the amounts of a passage in order; the value has its scale applied."""
    amounts: list[Amount] = []
    currencies = (place for place, sign in enumerate(scan.signs) if sign in _CURRENCIES)
    for place in sorted({*scan.numbers, *scan.places("number"), *currencies}):
        amount = _amount_at(scan, place) if not amounts or place >= amounts[-1].after else None
        if amount is not None:
            amounts.append(amount)
    return amounts


def parse_number(text: str) -> float:
    """Return the value of ASCII digits with points and commas: 1,250.5 · 27,5 · 12,34,567."""
    if "," in text and "." not in text and len(text.rsplit(",", 1)[1]) != 3:
        whole, fraction = text.rsplit(",", 1)
        if len(fraction) < 3 and "," not in whole:
            return float(f"{whole}.{fraction}")
    cleaned = text.replace(",", "")
    head, dot, tail = cleaned.partition(".")
    return float(head + dot + tail.replace(".", ""))


def _amount_at(scan: Scan, place: int) -> Amount | None:
    token = scan.tokens[place]
    if token.kind == NUMBER:
        value, after, kind = parse_number(token.key), place + 1, "cardinal"
    else:
        hit = next((h for h in scan.of_kind_at(place, "number") if h.entry.value[0] != "scale"), None)
        if hit is None:
            return _currency_first(scan, place)
        value, after, kind = hit.entry.value[1], hit.after, hit.entry.value[0]
    value, after = _scaled(scan, value, after)
    currency, after = _currency(scan, after)
    start, end = token.start, scan.tokens[after - 1].end
    return Amount(place, after, start, end, value, currency, kind)


def _currency_first(scan: Scan, place: int) -> Amount | None:
    """Read $27 अरब."""
    iso = _CURRENCIES.get(scan.signs[place])
    if iso is None or place + 1 >= scan.length or scan.tokens[place + 1].kind != NUMBER:
        return None
    value, after = _scaled(scan, parse_number(scan.tokens[place + 1].key), place + 2)
    return Amount(place, after, scan.tokens[place].start, scan.tokens[after - 1].end, value, iso)


def _scaled(scan: Scan, value: float, after: int) -> tuple[float, int]:
    """Apply the scales after a number; smaller ones add up (2 अरब 40 करोड़)."""
    total, last = 0.0, 0.0
    while (scale := _scale(scan, after)) is not None:
        value, last, after = value * scale.entry.value[1], scale.entry.value[1], scale.after
        if after + 1 < scan.length and scan.tokens[after].kind == NUMBER:
            smaller = _scale(scan, after + 1)
            if smaller is not None and smaller.entry.value[1] < last:
                total, value, after = total + value, parse_number(scan.tokens[after].key), after + 1
    return total + value, after


def _scale(scan: Scan, place: int) -> Hit | None:
    return next((h for h in scan.of_kind_at(place, "number") if h.entry.value[0] == "scale"), None)


def _currency(scan: Scan, after: int) -> tuple[str, int]:
    for place in range(after, min(after + _LONGEST_GAP + 1, scan.length)):
        hit = scan.best(place, "currency")
        if hit is not None:
            return str(hit.entry.value), hit.after
        if not (scan.name(place) is not None or scan.has_class(place, "adjective")):
            break
    return "", after
