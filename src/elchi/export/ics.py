"""iCalendar (RFC 5545): what is planned, and by when targets are to be met, as all-day entries.

A date that is known to the month is an entry of the whole month, and says so; one known to the year, or not at all,
stays out. Every entry is tentative: it is what an article says will be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import regex

from elchi.export.event_row import EventRow
from elchi.export.event_words import words_of
from elchi.export.left_out import LeftOut
from elchi.model import DateSpan, Precision
from elchi.script.storable import REPLACEMENT, on_one_line, storable

FOLD = 75
"""Octets that a line may have, its end not counted."""
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//elchi//record//EN", "CALSCALE:GREGORIAN", "X-WR-CALNAME:elchi")
_CONTROL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_LONGEST = timedelta(days=31)
_COARSE = {Precision.MONTH: " (some day of this month)", Precision.APPROXIMATE: " (about these days)"}
_AIMED = frozenset({"planned", "intended", "ongoing"})
_NO_TIME = "19700101T000000Z"


def lines(events: Iterable[EventRow], left_out: LeftOut) -> Iterator[str]:
    """Yield the calendar, entry by entry."""
    yield _folded(_HEAD)
    for event in events:
        when, reason = _when(event)
        if when is None:
            left_out[reason] += 1
        else:
            yield _folded(_entry(event, when))
    yield _folded(["END:VCALENDAR"])


def _when(event: EventRow) -> tuple[DateSpan | None, str]:
    """Return when an entry stands, or why there is none."""
    if event.type == "trade_target" and event.status in _AIMED and event.valid_to and event.valid_to.end:
        return DateSpan.day(event.valid_to.end), ""
    if event.kind != "event" or event.status != "planned":
        return None, "claims of nothing planned"
    span = event.date
    if span is None or span.start is None or span.end is None or span.end - span.start > _LONGEST:
        return None, "plans whose date is not known to the month"
    return span, ""


def _entry(event: EventRow, when: DateSpan) -> Iterator[str]:
    begin, end = when.start or date.min, when.end or date.min
    coarse = _COARSE.get(when.precision, "")
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.id)}@elchi"
    yield f"DTSTAMP:{_stamp(event)}"
    yield f"DTSTART;VALUE=DATE:{_plain(begin)}"
    if end < date.max:
        yield f"DTEND;VALUE=DATE:{_plain(end + timedelta(days=1))}"  # the first day that is not part of it
    yield f"SUMMARY:{_text(on_one_line(words_of(event) + coarse))}"
    label = (event.place or {}).get("label")
    if label:
        yield f"LOCATION:{_text(on_one_line(str(label)))}"
    yield f"DESCRIPTION:{_text(_sentences(event))}"
    yield f"CATEGORIES:{'DEADLINE' if event.kind == 'statement' else _text(event.type)}"
    yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _sentences(event: EventRow) -> str:
    told = (
        f"“{s.text}”\n— {' · '.join(filter(None, (s.source, s.published[:10], s.document)))}" for s in event.sentences
    )
    return "\n\n".join(told)


def _stamp(event: EventRow) -> str:
    """Return when the entry came into being: when it was recorded, else published."""
    for moment in (event.recorded[:19], f"{event.published}T00:00:00"):
        digits = regex.sub(r"[^0-9]", "", moment)
        if regex.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}", moment):
            return f"{digits[:8]}T{digits[8:]}Z"
    return _NO_TIME


def _plain(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    r"""Return text as a value: `\`, `;`, `,` and line feeds escaped, control characters as U+FFFD."""
    plain = _CONTROL.sub(REPLACEMENT, storable(text).replace("\r\n", "\n").replace("\r", "\n"))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(content: Iterable[str]) -> str:
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
