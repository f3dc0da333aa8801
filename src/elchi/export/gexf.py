"""GEXF 1.3: the graph of `graph` with spells, so that Gephi's timeline shows which edges there were at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from elchi.export.event_row import EventRow
from elchi.export.graph import Edge, Spell, graph_of
from elchi.export.left_out import LeftOut

_EDGE = {"type": "string", "status": "string", "symmetric": "boolean", "support": "integer"}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>elchi</creator></meta>
<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">
"""


def lines(events: Iterable[EventRow], left_out: LeftOut) -> Iterator[str]:
    """Yield the document."""
    graph = graph_of(events, left_out)
    yield _HEAD
    yield '<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>\n'
    titles = (f'<attribute id="{name}" title="{name}" type="{kind}"/>' for name, kind in _EDGE.items())
    yield f'<attributes class="edge">{"".join(titles)}</attributes>\n<nodes>\n'
    for node in graph.nodes.values():
        kind = f'<attvalues><attvalue for="kind" value={quoteattr(node.kind)}/></attvalues>'
        yield f"<node id={quoteattr(node.id)} label={quoteattr(node.label)}>{kind}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(graph.edges.values()):
        yield _edge(number, edge)
    yield "</edges>\n</graph>\n</gexf>\n"


def _edge(number: int, edge: Edge) -> str:
    ends = f'id="{number}" source={quoteattr(edge.source)} target={quoteattr(edge.target)} weight="{edge.weight}"'
    values = "".join(f'<attvalue for="{name}" value={quoteattr(_shown(getattr(edge, name)))}/>' for name in _EDGE)
    spells = "".join(map(_spell, sorted(edge.spells, key=str)))
    times = f"<spells>{spells}</spells>" if spells else ""
    return f"<edge {ends}><attvalues>{values}</attvalues>{times}</edge>\n"


def _spell(spell: Spell) -> str:
    begin, end = (
        f' {name}="{day.isoformat()}"' if day else "" for name, day in zip(("start", "end"), spell, strict=True)
    )
    return f"<spell{begin}{end}/>"


def _shown(value: str | int | bool) -> str:  # noqa: FBT001 - a value, no switch
    return str(value).lower() if isinstance(value, bool) else str(value)
