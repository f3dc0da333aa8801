"""Numbers as written in any script, brought to one form: १,२५० · 1.250 · 1 250 are 1250; 15 लाख is 1.5 million."""

from __future__ import annotations

import regex

from elchi.script import ascii_digits

_GROUPED = regex.compile(r"^\d{1,3}(?:[.,\s\u00a0\u202f\u066c]\d{2,3})*[.,\s\u00a0\u202f\u066c]\d{3}$")
_DECIMAL = regex.compile(r"^(\d+)[.,\u066b](\d{1,2}|\d{4,})$")
_SEPARATORS = regex.compile(r"[.,\s\u00a0\u202f\u066b\u066c]")


def plain_number(text: str) -> str:
    """Return a number as digits and perhaps a point, without grouping, leading or trailing noughts.

    A point or comma before exactly three digits groups, as in most news; what no reading fits is the digits alone.
    """
    digits = ascii_digits(text)
    decimal = _DECIMAL.match(digits)
    if decimal is not None:
        fraction = decimal[2].rstrip("0")
        whole = decimal[1].lstrip("0") or "0"
        return f"{whole}.{fraction}" if fraction else whole
    if not _GROUPED.match(digits) and "." in digits:
        head, _, tail = digits.rpartition(".")
        if _GROUPED.match(head) and tail:  # 1,250.75
            return plain_number(f"{_SEPARATORS.sub('', head)}.{tail}")
    return _SEPARATORS.sub("", digits).lstrip("0") or "0"


def scaled(number: str, exponent: int) -> str:
    """Return `number` times ten to the power of `exponent`, in the same form."""
    whole, _, fraction = number.partition(".")
    fraction = fraction.ljust(exponent, "0")
    value = (whole + fraction[:exponent]).lstrip("0") or "0"
    rest = fraction[exponent:].rstrip("0")
    return f"{value}.{rest}" if rest else value
