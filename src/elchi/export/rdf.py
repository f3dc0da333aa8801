"""Claims as RDF with their provenance (PROV-O): what is claimed stands in a graph of its own, which the claim names.

The default graph holds no event: it says who is who, and of each claim from which article it derives, by which words,
which reader made it, and with what confidence. So two claims that contradict each other never meet in one graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from elchi.export.event_row import EventRow, PartyRow, SentenceRow
from elchi.export.rdf_terms import Literal, Quad, Term, document_iri, elchi_iri, term, typed, worded
from elchi.model import DateSpan

_CLASS = {
    "state": "schema:Country", "organisation": "schema:Organization", "person": "schema:Person",
    "place": "schema:Place", "group": "schema:Organization", "body": "schema:GovernmentOrganization",
    "agency": "schema:NewsMediaOrganization",
}  # fmt: skip
_KINDS = {"event": "elchi:Event", "statement": "elchi:Statement", "quote": "elchi:Quotation"}
Pair = tuple[str, Term]


def quads(events: Iterable[EventRow]) -> Iterator[list[Quad]]:
    """Yield the quads of each event; entities, articles and readers are described where they come first."""
    seen: set[str] = set()
    for event in events:
        claim = elchi_iri(event.unit, event.id)
        told = [(claim, *pair, "") for pair in _provenance(event)]
        told += [quad for n, s in enumerate(event.sentences) for quad in _sentence(claim, n, s, seen)]
        told += [quad for party in event.parties for quad in _once(_entity(party), seen)]
        told += list(_once(_reader(event.method), seen))
        told += [(elchi_iri(event.kind, event.id), *pair, claim) for pair in _content(event)]
        yield list(dict.fromkeys(told))


def _once(described: list[Quad], seen: set[str]) -> Iterator[Quad]:
    """Yield the description of one thing, unless it was given before."""
    if described and described[0][0] not in seen:
        seen.add(described[0][0])
        yield from described


def _provenance(event: EventRow) -> Iterator[Pair]:
    yield term("rdf:type"), term("prov:Entity")
    yield term("rdf:type"), term("elchi:Occurrence" if event.unit == "occurrence" else "elchi:Claim")
    yield term("elchi:confidence"), typed(f"{event.confidence:.3f}", "xsd:decimal")
    yield term("elchi:support"), typed(event.support, "xsd:integer")
    if event.method:
        yield term("prov:wasAttributedTo"), elchi_iri("reader", event.method)
    for document in event.documents:
        yield term("prov:wasDerivedFrom"), document_iri(document)
    if event.unit == "occurrence":
        yield from ((term("prov:wasDerivedFrom"), elchi_iri("claim", claim)) for claim in event.claims)
    if event.recorded:
        yield term("prov:generatedAtTime"), typed(event.recorded, "xsd:dateTime")
    yield from ((term("elchi:attributedTo"), worded(name)) for name in event.attribution)


def _sentence(claim: str, number: int, told: SentenceRow, seen: set[str]) -> Iterator[Quad]:
    words, article = f"{claim}:sentence:{number}", document_iri(told.document)
    yield claim, term("elchi:evidence"), words, ""
    yield words, term("rdf:type"), term("prov:Entity"), ""
    yield words, term("prov:wasQuotedFrom"), article, ""
    yield words, term("prov:value"), worded(told.text, told.language), ""
    yield words, term("elchi:field"), worded(told.field), ""
    yield words, term("elchi:start"), typed(told.start, "xsd:integer"), ""
    yield words, term("elchi:end"), typed(told.end, "xsd:integer"), ""
    yield from _once(list(_article(article, told)), seen)


def _article(article: str, told: SentenceRow) -> Iterator[Quad]:
    yield article, term("rdf:type"), term("schema:NewsArticle"), ""
    yield article, term("rdf:type"), term("prov:Entity"), ""
    yield article, term("schema:identifier"), worded(told.document), ""
    if told.published:
        yield article, term("elchi:published"), worded(told.published), ""
    if told.language:
        yield article, term("schema:inLanguage"), worded(told.language), ""
    if told.source:
        yield article, term("prov:wasAttributedTo"), elchi_iri("source", told.source), ""
        yield elchi_iri("source", told.source), term("rdfs:label"), worded(told.source), ""


def _entity(party: PartyRow) -> list[Quad]:
    entity = elchi_iri("entity", party.entity)
    described: list[Quad] = [(entity, term("rdfs:label"), worded(party.label, "en"), "")]
    if party.kind in _CLASS:
        described.append((entity, term("rdf:type"), term(_CLASS[party.kind]), ""))
    return described


def _reader(method: str) -> list[Quad]:
    reader = elchi_iri("reader", method)
    return [
        (reader, term("rdf:type"), term("prov:SoftwareAgent"), ""),
        (reader, term("rdfs:label"), worded(method), ""),
    ]


def _content(event: EventRow) -> Iterator[Pair]:
    """Yield what is claimed: the kind of thing, who took part in which role, when and where, and its value."""
    yield term("rdf:type"), term(_KINDS[event.kind])
    for name in ("type", "mode", "status", "plover"):
        if getattr(event, name):
            yield term(f"elchi:{name}"), worded(getattr(event, name))
    for party in event.parties:
        yield elchi_iri("term", party.role), elchi_iri("entity", party.entity)
        if party.office:
            yield elchi_iri("term", f"office_of_{party.role}"), worded(party.office)
    yield from _time("date", event.date)
    yield from _time("validFrom", event.valid_from)
    yield from _time("validTo", event.valid_to)
    label = (event.place or {}).get("label")
    if label:
        yield term("elchi:placeLabel"), worded(str(label), "en")
    if (event.place or {}).get("entity"):
        yield term("schema:location"), elchi_iri("entity", str((event.place or {})["entity"]))
    yield from _value(event.value or {})


def _time(name: str, span: DateSpan | None) -> Iterator[Pair]:
    """Yield the first and last day that a date may mean, with its precision; only the words where nothing tells."""
    if span is None:
        return
    yield term(f"elchi:{name}Precision"), worded(span.precision.value)
    if span.start and span.end:
        yield term(f"elchi:{name}Earliest"), typed(span.start.isoformat(), "xsd:date")
        yield term(f"elchi:{name}Latest"), typed(span.end.isoformat(), "xsd:date")
    elif span.text:
        yield term(f"elchi:{name}Words"), worded(span.text)


def _value(value: dict[str, Any]) -> Iterator[Pair]:
    amount = value.get("amount", value.get("factor"))
    if isinstance(amount, int | float):
        yield term("elchi:amount"), Literal(repr(float(amount)), term("xsd:double"))
        yield term("elchi:unit"), worded("times" if "factor" in value else str(value.get("unit", "")))
    if value.get("text"):
        yield term("elchi:value"), worded(str(value["text"]))
