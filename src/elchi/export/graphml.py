"""GraphML: the graph of `graph`, as networkx, igraph, Gephi and yEd read it, each edge with its first and last day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from elchi.export.event_row import EventRow
from elchi.export.graph import graph_of
from elchi.export.left_out import LeftOut

_NODE = {"label": "string", "kind": "string"}
_EDGE = {
    "type": "string", "status": "string", "symmetric": "boolean", "weight": "int", "support": "int", "first": "string",
    "last": "string",
}  # fmt: skip


def lines(events: Iterable[EventRow], left_out: LeftOut) -> Iterator[str]:
    """Yield the document."""
    graph = graph_of(events, left_out)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for owner, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            yield f'<key id="{owner}_{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="elchi" edgedefault="directed">\n'
    for node in graph.nodes.values():
        yield f"<node id={quoteattr(node.id)}>{_data('node', _NODE, node)}</node>\n"
    for number, edge in enumerate(graph.edges.values()):
        ends = f'id="e{number}" source={quoteattr(edge.source)} target={quoteattr(edge.target)}'
        yield f"<edge {ends}>{_data('edge', _EDGE, edge)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(owner: str, keys: Iterable[str], told: object) -> str:
    return "".join(f'<data key="{owner}_{name}">{_shown(getattr(told, name))}</data>' for name in keys)


def _shown(value: str | int | bool) -> str:  # noqa: FBT001 - a value, no switch
    return str(value).lower() if isinstance(value, bool) else escape(str(value))
