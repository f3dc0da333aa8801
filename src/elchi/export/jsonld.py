"""JSON-LD 1.1: the quads of `rdf` as one document, a claim with its named graph on one line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from elchi.export.escape import in_json
from elchi.export.event_row import EventRow
from elchi.export.rdf import quads
from elchi.export.rdf_terms import PREFIXES, Literal, Quad, Term, term

_SHORT = {name: iri for name, iri in PREFIXES.items() if name != "rdf"}
_TYPE = term("rdf:type")
Node = dict[str, Any]


def lines(events: Iterable[EventRow]) -> Iterator[str]:
    """Yield the document, which is whole when all is written."""
    yield f'{{"@context": {json.dumps(_SHORT)},\n"@graph": [\n'
    between = ""
    for told in quads(events):
        nodes = (in_json(json.dumps(node, ensure_ascii=False)) for node in _nodes(told))
        yield between + ",\n".join(nodes)
        between = ",\n"
    yield "\n]}\n"


def _nodes(told: Sequence[Quad]) -> list[Node]:
    """Return the nodes of the default graph; one that names a graph holds that graph's nodes."""
    nodes: dict[tuple[str, str], Node] = {}
    for subject, predicate, object_, graph in told:
        node = nodes.setdefault((graph, subject), {"@id": subject})
        if predicate == _TYPE and isinstance(object_, str):
            node.setdefault("@type", []).append(_compact(object_))
        else:
            node.setdefault(_compact(predicate), []).append(_value(object_))
    for (graph, _subject), node in nodes.items():
        if graph:
            nodes[("", graph)].setdefault("@graph", []).append(node)
    return [node for (graph, _subject), node in nodes.items() if not graph]


def _value(object_: Term) -> Node:
    if isinstance(object_, str):
        return {"@id": object_}
    value = {"@value": object_.text}
    return value | _about(object_)


def _about(literal: Literal) -> Node:
    if literal.language:
        return {"@language": literal.language}
    return {"@type": _compact(literal.datatype)} if literal.datatype else {}


def _compact(iri: str) -> str:
    """Return an IRI by its prefix where the rest is a plain name."""
    for name, start in _SHORT.items():
        if iri.startswith(start) and iri[len(start) :].isalnum():
            return f"{name}:{iri[len(start) :]}"
    return iri
