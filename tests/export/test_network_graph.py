"""The network as a graph has the nodes and edges of the answer, no more and no fewer."""

import io
from xml.etree import ElementTree as Tree  # noqa: ICN001 - ET says nothing

import networkx as nx
import pytest

from elchi.export.network_graph import gexf, graphml
from elchi.query import NetworkAnswer, NetworkEdge, NetworkNode

NASTY = 'A & B <"\x01\u202e'
ANSWER = NetworkAnswer(
    None, None, ("state",), (),
    (
        NetworkNode("IND", "India", "state", 5), NetworkNode("KAZ", NASTY, "state", 5),
        NetworkNode("UZB", "Uzbekistan", "state", 0),
    ),
    (NetworkEdge("IND", "KAZ", {"CONSULT": 4, "ACCUSE": 1}, {"": 1, "2021": 2, "2023": 2}),),
)  # fmt: skip
GEXF = "{http://gexf.net/1.3}"


def test_networkx_reads_the_graphml_as_it_was_answered():
    graph = nx.read_graphml(io.BytesIO("".join(graphml(ANSWER)).encode()))
    assert not graph.is_directed()
    assert set(graph.nodes) == {"IND", "KAZ", "UZB"}
    assert graph.nodes["IND"] == {"label": "India", "kind": "state", "events": 5}
    ((one, other, told),) = graph.edges(data=True)
    assert {one, other} == {"IND", "KAZ"}
    assert (told["weight"], told["cooperative"], told["conflictual"]) == (5, 4, 1)
    assert (told["roots"], told["first"], told["last"]) == ("CONSULT 4; ACCUSE 1", "2021", "2023")


def test_gexf_has_a_spell_for_each_year():
    tree = Tree.fromstring("".join(gexf(ANSWER)))  # noqa: S314 - as above
    (edge,) = tree.iter(f"{GEXF}edge")
    assert edge.attrib["weight"] == "5"
    assert [spell.attrib for spell in edge.iter(f"{GEXF}spell")] == [
        {"start": "2021-01-01", "end": "2021-12-31"}, {"start": "2023-01-01", "end": "2023-12-31"},
    ]  # fmt: skip
    assert [node.attrib["id"] for node in tree.iter(f"{GEXF}node")] == ["IND", "KAZ", "UZB"]


@pytest.mark.parametrize("write", [graphml, gexf])
def test_what_xml_cannot_hold_is_not_written(write):
    text = "".join(write(ANSWER))
    assert "\x01" not in text
    assert "A &amp; B &lt;" in text
