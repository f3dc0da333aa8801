"""The network of a period: states and organisations, and how often which two of them dealt with each other, and how.

An edge is a dyad with its occurrences by PLOVER root. Roots are co-operation (AGREE, CONSULT, AID ...) or conflict
(ACCUSE, SANCTION ...) as the PLOVER manual parts them; what is denied or hypothetical does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from elchi.packs.quads import cooperative_roots
from elchi.query.answers import SCHEMA_VERSION
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming
from elchi.query.snapshot import at_one_moment
from elchi.record import Dealings, Record

MOST_NODES = 300
"""Nodes of a drawing that can still be read; the web page shows no more."""
KINDS = ("state", "organisation", "group")
USUAL_KINDS = ("state", "organisation")
"""Groups are named sets of states: their ties say little beside those of their members."""
_NO_PARTIES = frozenset({"event", "initiative", "treaty"})  # organisations of the catalogue that deal with nobody


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A state, organisation or group, and the number of occurrences in all its edges."""

    entity: str
    label: str
    kind: str
    occurrences: int

    def to_json(self) -> dict[str, Any]:
        """Give every field by its name."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """A dyad with its occurrences: by PLOVER root, and by year; `source` is the first of the two by id."""

    source: str
    target: str
    roots: Mapping[str, int]
    years: Mapping[str, int]

    @property
    def occurrences(self) -> int:
        """How many in all."""
        return sum(self.roots.values())

    @property
    def cooperative(self) -> int:
        """How many are co-operation."""
        return sum(count for root, count in self.roots.items() if root in cooperative_roots())

    @property
    def conflictual(self) -> int:
        """How many are conflict."""
        return self.occurrences - self.cooperative

    def to_json(self) -> dict[str, Any]:
        """Give the edge as an object of the answer `network`."""
        return {
            "source": self.source, "target": self.target, "occurrences": self.occurrences,
            "cooperative": self.cooperative, "conflictual": self.conflictual, "roots": dict(self.roots),
            "years": dict(self.years),
        }  # fmt: skip

    def flat(self) -> dict[str, Cell]:
        """Give the edge as a flat row."""
        return {
            "source": self.source, "target": self.target, "occurrences": self.occurrences,
            "cooperative": self.cooperative, "conflictual": self.conflictual,
            "roots": "; ".join(f"{root} {count}" for root, count in self.roots.items()),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class NetworkAnswer(Tabular):
    """Who dealt with whom; nodes and edges with most occurrences first. `left_out` nodes were too many."""

    since: str | None
    until: str | None
    kinds: tuple[str, ...]
    roots: tuple[str, ...]
    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    left_out: int = 0

    def rows(self) -> list[dict[str, Cell]]:
        """Return the edges as flat rows."""
        return [edge.flat() for edge in self.edges]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `network.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, "since": self.since, "until": self.until, "kinds": list(self.kinds),
            "types": list(self.roots), "nodes": [node.to_json() for node in self.nodes],
            "edges": [edge.to_json() for edge in self.edges], "nodes_left_out": self.left_out,
        }  # fmt: skip


@at_one_moment
def network(
    record: Record, catalogue: Naming, *, since: str | None = None, until: str | None = None,
    kinds: Collection[str] = USUAL_KINDS, roots: Collection[str] = (), most: int = MOST_NODES,
) -> NetworkAnswer:  # fmt: skip
    """Return who dealt with whom in a period.

    Args:
        record: an open record.
        catalogue: what knows labels and kinds.
        since: the first ISO day; an occurrence without a day stands at its publication.
        until: the last one.
        kinds: kinds of nodes: `state`, `organisation`, `group`.
        roots: only occurrences of these PLOVER roots; empty for all.
        most: how many nodes at most: those with most occurrences.
    """
    told = record.dealings(since=since, before=day_after(until), roots=roots)
    known = _known(record, {side for pair in told for side in pair.split("|")}, catalogue)
    whole = _edges(told, {entity for entity, (kind, _) in known.items() if kind in kinds})
    busy = _weights(whole)
    kept = set(sorted(busy, key=lambda entity: (-busy[entity], entity))[:most])
    edges = [edge for edge in whole if {edge.source, edge.target} <= kept]
    weight = _weights(edges) if len(edges) < len(whole) else busy
    nodes = [NetworkNode(entity, known[entity][1], known[entity][0], weight[entity]) for entity in kept]
    return NetworkAnswer(
        since, until, tuple(kind for kind in KINDS if kind in kinds), tuple(sorted(roots)),
        tuple(sorted(nodes, key=lambda node: (-node.occurrences, node.entity))),
        tuple(sorted(edges, key=lambda edge: (-edge.occurrences, edge.source, edge.target))),
        len(busy) - len(kept),
    )  # fmt: skip


def day_after(day: str | None) -> str | None:
    """Return the day after an ISO day; None of None, and of the last day there is."""
    if day is None or day == date.max.isoformat():
        return None
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _edges(told: Mapping[str, Dealings], entities: Collection[str]) -> list[NetworkEdge]:
    """Return the edges among `entities`."""
    edges = []
    for pair, found in told.items():
        source, _, target = pair.partition("|")
        if source in entities and target in entities:
            edges.append(NetworkEdge(source, target, found.roots, found.years))
    return edges


def _weights(edges: Collection[NetworkEdge]) -> Counter[str]:
    weight: Counter[str] = Counter()
    for edge in edges:
        occurrences = edge.occurrences
        weight[edge.source] += occurrences
        weight[edge.target] += occurrences
    return weight


def _known(record: Record, entities: Collection[str], catalogue: Naming) -> dict[str, tuple[str, str]]:
    """Return kind and label of entities: by the catalogue, else as the record names them."""
    rows = {e: found for e in entities if (found := catalogue.entities.get(e)) is not None}
    known = {e: (found.subkind if found.subkind in _NO_PARTIES else found.kind.value, found.label)
             for e, found in rows.items()}  # fmt: skip
    return known | record.kinds_of([entity for entity in entities if entity not in known])
