"""Follow-ups as iCalendar (RFC 5545): every promise that an answer shows, and nothing else.

What is to happen on days that are known to the month is an event of these days; what is to be done *by* a day, what has
no day, and what is known to the year is a to-do. A promise keeps its UID while articles are added: it goes by the claim
that was published first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from elchi.export import ical
from elchi.export.wording import ascribed, measure_in_words, promise_in_words, span_in_words
from elchi.model import Precision
from elchi.query import Backing, Occurrence, Promise, PromisesAnswer
from elchi.script.storable import on_one_line

_LONGEST = timedelta(days=31)
_OF_DAYS = frozenset({"visit", "meeting"})
_COARSE = {Precision.MONTH: " (some day of this month)", Precision.APPROXIMATE: " (about these days)"}
_NAME = "X-WR-CALNAME:elchi: follow-ups"
_CALLED_OFF, _DONE = "called_off", frozenset({"held", "delivered"})
_UNDER_WAY = frozenset({"signed", "ratified", "in_force", "being_implemented"})


def lines(answer: PromisesAnswer) -> Iterator[str]:
    """Yield the calendar of an answer, promise by promise, in its order."""
    yield ical.folded([*(line for line in ical.HEAD if not line.startswith("X-WR-CALNAME")), _NAME])
    for promise in answer.promises:
        yield ical.folded(_entry(promise, answer.today))
    yield ical.folded(ical.END)


def _entry(promise: Promise, today: date) -> Iterator[str]:
    days = _days(promise)
    component = "VEVENT" if days else "VTODO"
    yield f"BEGIN:{component}"
    yield f"UID:{_uid(promise)}@elchi"
    yield f"DTSTAMP:{ical.stamp(promise.backing.last_published + ical.MIDNIGHT)}"
    if days:
        yield f"DTSTART;VALUE=DATE:{ical.plain(days[0])}"
        if days[1] < date.max:
            yield f"DTEND;VALUE=DATE:{ical.plain(days[1] + timedelta(days=1))}"  # the first day that is not part of it
    elif promise.due and promise.due.end:
        yield f"DUE;VALUE=DATE:{ical.plain(promise.due.end)}"
    coarse = _COARSE.get(promise.due.precision, "") if days and promise.due else ""
    yield f"SUMMARY:{ical.text(on_one_line(promise_in_words(promise) + coarse))}"
    place = promise.lead.place or {}
    if place.get("label") and isinstance(promise.lead, Occurrence):
        yield f"LOCATION:{ical.text(on_one_line(str(place['label'])))}"
    yield f"DESCRIPTION:{ical.text(_described(promise, today))}"
    yield f"CATEGORIES:{ical.text(promise.kind.upper())}"
    yield f"STATUS:{_status(promise.stage, to_do=not days)}"
    if days:
        yield "TRANSP:TRANSPARENT"
    yield f"END:{component}"


def _days(promise: Promise) -> tuple[date, date] | None:
    """Return first and last day of what is to happen on days; None of what is to be done by one, or some time."""
    due = promise.due
    if promise.kind not in _OF_DAYS or due is None or due.start is None or due.end is None:
        return None
    return (due.start, due.end) if timedelta(0) <= due.end - due.start <= _LONGEST else None


def _uid(promise: Promise) -> str:
    first = min(((s.published or "9999", s.claim) for s in promise.backing.evidence), default=("", promise.id))[1]
    told = "\x1f".join((promise.kind, promise.about, first)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()[:32]


def _status(stage: str, *, to_do: bool) -> str:
    if stage == _CALLED_OFF:
        return "CANCELLED"
    if to_do:
        return "COMPLETED" if stage in _DONE else "IN-PROCESS" if stage in _UNDER_WAY else "NEEDS-ACTION"
    return "CONFIRMED" if stage in _DONE else "TENTATIVE"


def _described(promise: Promise, today: date) -> str:
    """Return how it stands, then each stage with its sentences and where they were published."""
    due = f"due {span_in_words(promise.due)}" if promise.due else "no day told"
    parts = [f"{promise.stage.replace('_', ' ')}, {due}{_overdue(promise, today)}"]
    for step in promise.steps:
        day = span_in_words(step.date) if step.date else step.backing.published
        parts.append("\n".join([f"{step.stage.replace('_', ' ')}: {day}".rstrip(": "), *_sentences(step.backing)]))
    if promise.measure:
        parts.append(measure_in_words(promise.measure))
    return "\n\n".join(parts)


def _overdue(promise: Promise, today: date) -> str:
    if not promise.overdue(today):
        return ""
    silent = promise.silent_days(today)
    told = f", nothing told for {silent} day{'' if silent == 1 else 's'}" if silent else ""
    return f"; overdue on {today.isoformat()}{told}"


def _sentences(backing: Backing) -> Iterator[str]:
    for s in backing.evidence:
        told_by = (s.source or "", (s.published or "")[:10], s.document, s.claim, ascribed(s.attribution))
        yield f"“{s.text}”\n— {' · '.join(filter(None, told_by))}"
