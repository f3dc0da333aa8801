"""Who deals with whom: sides as nodes; an edge for each source, target, type and status, with its days and its weight.

Edges are summed up while rows pass by, so that memory holds dyads and not claims. Both formats of graphs write this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from elchi.export.event_row import EventRow
from elchi.export.left_out import LeftOut
from elchi.export.sides import Side, sides_of
from elchi.packs import load_ontology_data
from elchi.script.storable import on_one_line, storable_in_xml

_SPENT = frozenset({"denied", "hypothetical"})
_OPEN = date.max
Spell = tuple[date | None, date | None]
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """A side: a state, an organisation, a group, or a person without a state."""

    id: str
    label: str
    kind: str


@dataclass(slots=True)
class Edge:
    """All rows of one type and status between two sides.

    Attributes:
        symmetric: whether the order of the two says nothing; then source is the first of the two by id.
        weight: how many rows; for occurrences, how many events.
        support: how many reports, summed over the rows.
        spells: first and last day of each row that has a date; an open end is None.
    """

    source: str
    target: str
    type: str
    status: str
    symmetric: bool
    weight: int = 0
    support: int = 0
    spells: set[Spell] = field(default_factory=set)

    @property
    def first(self) -> str:
        """The first day of all (ISO 8601), "" where none is known."""
        days = [begin for begin, _end in self.spells if begin]
        return min(days).isoformat() if days else ""

    @property
    def last(self) -> str:
        """The last day of all; "" where none is known, or where one has no end."""
        days = [end or _OPEN for _begin, end in self.spells]
        return max(days).isoformat() if days and max(days) != _OPEN else ""


@dataclass(slots=True)
class Graph:
    """Nodes by id, edges by source, target, type and status."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[Key, Edge] = field(default_factory=dict)


def graph_of(events: Iterable[EventRow], left_out: LeftOut) -> Graph:
    """Return the graph of the rows; a row with one side alone is no edge, and is counted as left out."""
    graph = Graph()
    for event in events:
        if event.status in _SPENT:
            left_out["denied or hypothetical claims"] += 1
            continue
        dyads = list(_dyads(event))
        if not dyads:
            left_out["claims with one side"] += 1
        for source, target, symmetric in dyads:
            _add(graph, event, source, target, symmetric=symmetric)
    return graph


def _dyads(event: EventRow) -> Iterator[tuple[Side, Side, bool]]:
    """Yield each two sides once; where their order says nothing, the first by id is the source."""
    sides = sides_of(event)
    known = load_ontology_data().properties.get(event.type) if event.kind == "statement" else None
    symmetric = sides.alike or (known is not None and known.symmetric)
    for one, other in sides.dyads():
        if not symmetric or one.id < other.id:
            yield one, other, symmetric
        elif not sides.alike:
            yield other, one, symmetric


def _add(graph: Graph, event: EventRow, source: Side, target: Side, *, symmetric: bool) -> None:
    one, other = _node(graph, source), _node(graph, target)
    key = one, other, xml_text(event.type), xml_text(event.status)
    edge = graph.edges.setdefault(key, Edge(*key, symmetric))
    edge.weight += 1
    edge.support += event.support
    spell = _spell(event)
    if spell:
        edge.spells.add(spell)


def _node(graph: Graph, side: Side) -> str:
    id_ = xml_text(side.id)
    if id_ not in graph.nodes or side.chief.entity == side.id:
        label = side.chief.label if side.chief.entity == side.id else side.id
        graph.nodes[id_] = Node(id_, xml_text(label), xml_text(side.chief.kind if label != side.id else "state"))
    return id_


def _spell(event: EventRow) -> Spell | None:
    """Return first and last day of a row: of an event its date, of a statement the time that it holds for."""
    begin, end = (event.date, event.date) if event.kind != "statement" else (event.valid_from, event.valid_to)
    first, last = begin.start if begin else None, end.end if end else None
    return (first, last) if first or last else None


def xml_text(text: str) -> str:
    """Return text that XML can hold, on one line."""
    return storable_in_xml(on_one_line(text))
