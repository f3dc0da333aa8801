"""The answer `network` as a graph for other programs: its nodes and its edges, no more and no fewer.

Edges have no direction; their weight is the number of events. `elchi export --format graphml` and `gexf` write every
claim's own edge instead, with direction, type and status.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from elchi.export.graph import xml_text
from elchi.query import NetworkAnswer, NetworkEdge, NetworkNode

_NODE = {"label": "string", "kind": "string", "events": "int"}
_EDGE = {
    "weight": "int", "cooperative": "int", "conflictual": "int", "roots": "string", "first": "string", "last": "string",
}  # fmt: skip
_GEXF = {"int": "integer", "string": "string"}
_GEXF_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>elchi</creator></meta>
<graph mode="dynamic" defaultedgetype="undirected" timeformat="date" timerepresentation="interval">
"""


def graphml(answer: NetworkAnswer) -> Iterator[str]:
    """Yield a GraphML document."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for owner, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            yield f'<key id="{owner}_{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="elchi" edgedefault="undirected">\n'
    for node in answer.nodes:
        yield f"<node id={_quoted(node.entity)}>{_data('node', _of_node(node))}</node>\n"
    for number, edge in enumerate(answer.edges):
        yield f'<edge id="e{number}" {_ends(edge)}>{_data("edge", _of_edge(edge))}</edge>\n'
    yield "</graph>\n</graphml>\n"


def gexf(answer: NetworkAnswer) -> Iterator[str]:
    """Yield a GEXF 1.3 document; an edge has a spell for each year in which the two dealt with each other."""
    yield _GEXF_HEAD
    for owner, keys in (("node", _NODE), ("edge", _EDGE)):
        titles = (f'<attribute id="{name}" title="{name}" type="{_GEXF[kind]}"/>' for name, kind in keys.items())
        yield f'<attributes class="{owner}">{"".join(titles)}</attributes>\n'
    yield "<nodes>\n"
    for node in answer.nodes:
        yield f"<node id={_quoted(node.entity)} label={_quoted(node.label)}>{_values(_of_node(node))}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(answer.edges):
        spells = "".join(f'<spell start="{year}-01-01" end="{year}-12-31"/>' for year in edge.years if year)
        times = f"<spells>{spells}</spells>" if spells else ""
        yield f'<edge id="{number}" {_ends(edge)} weight="{edge.occurrences}">{_values(_of_edge(edge))}{times}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _of_node(node: NetworkNode) -> dict[str, str]:
    return {"label": node.label, "kind": node.kind, "events": str(node.occurrences)}


def _of_edge(edge: NetworkEdge) -> dict[str, str]:
    years = [year for year in edge.years if year]
    return {
        "weight": str(edge.occurrences), "cooperative": str(edge.cooperative), "conflictual": str(edge.conflictual),
        "roots": "; ".join(f"{root} {count}" for root, count in edge.roots.items()),
        "first": min(years, default=""), "last": max(years, default=""),
    }  # fmt: skip


def _ends(edge: NetworkEdge) -> str:
    return f"source={_quoted(edge.source)} target={_quoted(edge.target)}"


def _data(owner: str, told: Mapping[str, str]) -> str:
    return "".join(f'<data key="{owner}_{name}">{escape(xml_text(value))}</data>' for name, value in told.items())


def _values(told: Mapping[str, str]) -> str:
    inside = "".join(f'<attvalue for="{name}" value={_quoted(value)}/>' for name, value in told.items())
    return f"<attvalues>{inside}</attvalues>"


def _quoted(text: str) -> str:
    return quoteattr(xml_text(text))
