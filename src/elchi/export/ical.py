r"""The letters of iCalendar (RFC 5545): values escaped, lines folded, days without hyphens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import regex

from elchi.script.storable import REPLACEMENT, storable

FOLD = 75
"""Octets that a line may have, its end not counted."""
HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//elchi//record//EN", "CALSCALE:GREGORIAN", "X-WR-CALNAME:elchi")
END = ("END:VCALENDAR",)
MIDNIGHT = "T00:00:00"
NO_TIME = "19700101T000000Z"
_CONTROL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_MOMENT = regex.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")


def stamp(*moments: str) -> str:
    """Return the first of `moments` (ISO 8601, UTC) that is one, to the second; a fixed one where none is."""
    for moment in moments:
        told = moment[:19]
        if _MOMENT.fullmatch(told):
            digits = regex.sub(r"[^0-9]", "", told)
            return f"{digits[:8]}T{digits[8:]}Z"
    return NO_TIME


def plain(day: date) -> str:
    """Return a day as a value of type DATE."""
    return day.isoformat().replace("-", "")


def text(words: str) -> str:
    r"""Return words as a value of type TEXT: `\`, `;`, `,` and line feeds escaped, control characters as U+FFFD."""
    clean = _CONTROL.sub(REPLACEMENT, storable(words).replace("\r\n", "\n").replace("\r", "\n"))
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(content: Iterable[str]) -> str:
    """Return content lines with their ends, those longer than 75 octets folded between characters."""
    return "".join(f"{_fold(line)}\r\n" for line in content)


def _fold(line: str) -> str:
    if len(line.encode()) <= FOLD:
        return line
    parts, part, room = [], "", FOLD
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append(part)
            part, room = "", FOLD - 1  # the space that begins a continued line
        part, room = part + letter, room - size
    return "\r\n ".join([*parts, part])
