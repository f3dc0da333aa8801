"""followthemoney entities (version 4), one JSON object a line, as Aleph and its tools read them.

followthemoney has no states: they are PublicBody. Its countries are ISO 3166-1 alpha-2 and its languages ISO 639-3,
neither of which elchi has a table of, so both stay out. What is denied or hypothetical stays out: an Event there has
happened.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import regex

from elchi.export.cells import is_coded
from elchi.export.event_row import EventRow, PartyRow, SentenceRow
from elchi.export.event_words import words_of
from elchi.export.left_out import LeftOut
from elchi.model import DateSpan, Precision
from elchi.script.storable import on_one_line

_SCHEMA = {
    "state": "PublicBody", "organisation": "Organization", "group": "Organization", "person": "Person",
    "body": "PublicBody", "agency": "Organization",
}  # fmt: skip
_MEMBERSHIPS = {"member_of": "member", "observer_of": "observer", "dialogue_partner_of": "dialogue partner"}
_SPENT = frozenset({"denied", "hypothetical"})
_PLAIN = regex.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,78}[A-Za-z0-9])?")
_WEB = regex.compile(r"https?://[\w.-]+(?::\d+)?(?:/[^\s\x00-\x1f<>\"\\]*)?")
_SEEN = regex.compile(r"[^\p{Z}\p{C}]")
"""A sign that is seen: a value of others alone, a soft hyphen say, is none to followthemoney."""
_YEARS = range(1000, 3000)
"""Years that followthemoney takes for dates."""
Entity = dict[str, Any]


def lines(events: Iterable[EventRow], left_out: LeftOut) -> Iterator[str]:
    """Yield the entities of each event; parties and articles where they come first."""
    seen: set[str] = set()
    for event in events:
        told = _told(event, left_out)
        if not told:
            continue
        about = [*map(_party, event.parties), *map(_article, event.sentences), *told]
        for entity in filter(None, about):
            if entity["id"] not in seen:
                if entity["schema"] not in {"Event", "Membership", "Occupancy", "UnknownLink", "Note"}:
                    seen.add(entity["id"])
                yield json.dumps(entity, ensure_ascii=False) + "\n"


def _told(event: EventRow, left_out: LeftOut) -> list[Entity]:
    """Return the entities that say what an event row says; count what followthemoney has no words for."""
    if event.status in _SPENT:
        left_out["denied or hypothetical claims"] += 1
    elif is_coded(event):
        return [_event(event)]
    elif event.kind == "quote":
        return [_note(event)]
    else:
        found = _statement(event)
        if not found:
            left_out["statements with one party"] += 1
        return found
    return []


def _event(event: EventRow) -> Entity:
    hosts = [_id("entity", p.entity) for p in event.in_roles("host") if p.kind in _SCHEMA]
    return _entity("Event", _id(event.unit, event.id), {
        "name": [words_of(event) or event.type], "organizer": hosts, "location": [(event.place or {}).get("label")],
        "involved": [_id("entity", p.entity) for p in event.parties if p.kind in _SCHEMA],
        "keywords": [event.type, event.mode, event.status, event.plover], **_dates(event.date, event.date),
        **_backing(event), "sourceUrl": _addresses(event),
    })  # fmt: skip


def _note(event: EventRow) -> Entity:
    return _entity("Note", _id(event.unit, event.id), {
        "name": [words_of(event)], "entity": [_id("entity", p.entity) for p in event.parties if p.kind in _SCHEMA],
        "description": [s.text for s in event.sentences], "proof": [_id("article", d) for d in event.documents],
    })  # fmt: skip


def _statement(event: EventRow) -> list[Entity]:
    subject = next((p for p in event.in_roles("subject") if p.kind in _SCHEMA), None)
    object_ = next((p for p in event.in_roles("object") if p.kind in _SCHEMA), None)
    if subject is None or object_ is None:
        return []
    one, other, link = _id("entity", subject.entity), _id("entity", object_.entity), _id(event.unit, event.id)
    about = {**_dates(event.valid_from, event.valid_to), **_backing(event), "status": [event.status]}
    if event.type in _MEMBERSHIPS and _is_organisation(object_):
        ends = {"member": [one], "organization": [other], "role": [_MEMBERSHIPS[event.type]]}
        return [_entity("Membership", link, ends | about)]
    if event.type == "holds_office" and subject.kind == "person" and _is_organisation(object_):
        office = subject.office.replace("_", " ") or "office"
        post = _id("position", f"{subject.office}-{object_.entity}")
        position = _entity("Position", post, {"name": [f"{office}, {object_.label}"], "organization": [other]})
        return [position, _entity("Occupancy", link, {"holder": [one], "post": [post]} | about)]
    return [_entity("UnknownLink", link, {"subject": [one], "object": [other], "role": [event.type]} | about)]


def _is_organisation(party: PartyRow) -> bool:
    return _SCHEMA.get(party.kind) in {"Organization", "PublicBody"}


def _backing(event: EventRow) -> dict[str, list[str]]:
    return {
        "summary": [s.text for s in event.sentences], "recordId": list(event.claims),
        "publisher": [s.source for s in event.sentences], "proof": [_id("article", d) for d in event.documents],
    }  # fmt: skip


def _party(party: PartyRow) -> Entity | None:
    schema = _SCHEMA.get(party.kind)
    if schema is None:
        return None
    position = {"position": [party.office.replace("_", " ")]} if schema == "Person" else {}
    return _entity(schema, _id("entity", party.entity), {"name": [party.label], **position})


def _article(told: SentenceRow) -> Entity:
    return _entity("Article", _id("article", told.document), {
        "title": [told.document], "publisher": [told.source], "publishedAt": [_day(told.published[:10])],
        "sourceUrl": [told.document] if _WEB.fullmatch(told.document) else [],
    })  # fmt: skip


def _addresses(event: EventRow) -> list[str]:
    return [document for document in event.documents if _WEB.fullmatch(document)]


def _dates(begin: DateSpan | None, end: DateSpan | None) -> dict[str, list[str]]:
    """Return when it began and ended, as exactly as it is known: 2022-09-16, 2022-09 or 2022."""
    return {"startDate": [_known(begin, last=False)], "endDate": [_known(end, last=True)]}


def _known(span: DateSpan | None, *, last: bool) -> str:
    if span is None or span.start is None or span.end is None:
        return ""
    length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(span.precision, 10)
    day = span.end if last else span.start
    return day.isoformat()[:length] if day.year in _YEARS else ""


def _day(text: str) -> str:
    """Return a day (ISO 8601) as it is; "" for any other text."""
    try:
        return text if date.fromisoformat(text).year in _YEARS and len(text) == 10 else ""
    except ValueError:
        return ""


def _entity(schema: str, id_: str, properties: Mapping[str, Sequence[Any]]) -> Entity:
    """Return an entity; values stand on one line, each once; a name that says nothing is the id."""
    told = {name: _values(values) for name, values in properties.items()}
    if "name" in told and not told["name"]:
        told["name"] = [id_]
    return {"id": id_, "schema": schema, "properties": {name: values for name, values in told.items() if values}}


def _values(values: Sequence[Any]) -> list[str]:
    return list(dict.fromkeys(filter(_SEEN.search, (on_one_line(str(value)).strip() for value in values if value))))


def _id(kind: str, id_: str) -> str:
    """Return an id that followthemoney takes (letters, digits, `.` and `-`): as it is where it is one, else hashed."""
    plain = id_ if _PLAIN.fullmatch(id_) else hashlib.sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return f"elchi-{kind}-{plain}"
