"""iCalendar (RFC 5545): what is planned, and by when targets are to be met, as all-day entries.

A date that is known to the month is an entry of the whole month, and says so; one known to the year, or not at all,
stays out. Every entry is tentative: it is what an article says will be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from elchi.export import ical
from elchi.export.event_row import EventRow
from elchi.export.event_words import words_of
from elchi.export.left_out import LeftOut
from elchi.model import DateSpan, Precision
from elchi.script.storable import on_one_line

_LONGEST = timedelta(days=31)
_COARSE = {Precision.MONTH: " (some day of this month)", Precision.APPROXIMATE: " (about these days)"}
_AIMED = frozenset({"planned", "intended", "ongoing"})


def lines(events: Iterable[EventRow], left_out: LeftOut) -> Iterator[str]:
    """Yield the calendar, entry by entry."""
    yield ical.folded(ical.HEAD)
    for event in events:
        when, reason = _when(event)
        if when is None:
            left_out[reason] += 1
        else:
            yield ical.folded(_entry(event, when))
    yield ical.folded(ical.END)


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
    yield f"UID:{ical.text(event.id)}@elchi"
    yield f"DTSTAMP:{ical.stamp(event.recorded, event.published + ical.MIDNIGHT)}"
    yield f"DTSTART;VALUE=DATE:{ical.plain(begin)}"
    if end < date.max:
        yield f"DTEND;VALUE=DATE:{ical.plain(end + timedelta(days=1))}"  # the first day that is not part of it
    yield f"SUMMARY:{ical.text(on_one_line(words_of(event) + coarse))}"
    label = (event.place or {}).get("label")
    if label:
        yield f"LOCATION:{ical.text(on_one_line(str(label)))}"
    yield f"DESCRIPTION:{ical.text(_sentences(event))}"
    yield f"CATEGORIES:{'DEADLINE' if event.kind == 'statement' else ical.text(event.type)}"
    yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _sentences(event: EventRow) -> str:
    told = (
        f"“{s.text}”\n— {' · '.join(filter(None, (s.source, s.published[:10], s.document)))}" for s in event.sentences
    )
    return "\n\n".join(told)
