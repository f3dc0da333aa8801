"""GraphML and GEXF: networkx reads them back to the graph that was summed up, whatever the labels."""

import io
from datetime import date

import networkx as nx
import pytest
import regex
from hostile import NASTY, any_rows, party, row

from elchi.export import gexf, graphml
from elchi.export.graph import graph_of
from elchi.export.left_out import LeftOut
from elchi.model import DateSpan

IND, KAZ, UZB = (party(name) for name in ("IND", "KAZ", "UZB"))
SPELL = regex.compile(rb"<spell ([^/]*)/>")


def document(module, events):
    return "".join(module.lines(events, LeftOut())).encode("utf-8")


def edges(graph):
    """Ends, type, status, weight of each edge of a networkx graph."""
    return sorted((a, b, d["type"], d["status"], int(d["weight"])) for a, b, d in graph.edges(data=True))


def summed(events):
    graph = graph_of(events, LeftOut())
    return graph, sorted((e.source, e.target, e.type, e.status, e.weight) for e in graph.edges.values())


@any_rows
def test_graphml_reads_back_to_the_same_graph(events):
    graph, wanted = summed(events)
    read = nx.read_graphml(io.BytesIO(document(graphml, events)), force_multigraph=True)
    assert edges(read) == wanted
    assert {id_: told.get("label", "") or "" for id_, told in read.nodes(data=True)} == {
        node.id: node.label for node in graph.nodes.values()
    }


@any_rows
def test_gexf_reads_back_to_the_same_graph(events):
    graph, wanted = summed(events)
    read = nx.read_gexf(io.BytesIO(document(gexf, events)), version="1.3")
    assert edges(read) == wanted
    assert {id_: told["label"] for id_, told in read.nodes(data=True)} == {n.id: n.label for n in graph.nodes.values()}


@pytest.mark.parametrize("label", NASTY)
def test_a_label_may_hold_anything(label):
    events = [row(party("a", kind="group", label=label), party(label, kind="group", label="b"))]
    (told,) = graph_of(events, LeftOut()).edges.values()
    for read in (
        nx.read_graphml(io.BytesIO(document(graphml, events))),
        nx.read_gexf(io.BytesIO(document(gexf, events)), version="1.3"),
    ):
        assert set(read.nodes) == {told.source, told.target}
        assert (read.nodes["a"]["label"] or "") == graph_of(events, LeftOut()).nodes["a"].label


def test_edges_are_summed_up_with_their_days():
    events = [
        row(IND, KAZ), row(KAZ, IND, day="2020-01-01", id="b" * 20), row(IND, KAZ, day=None, id="c" * 20),
        row(party("IND", "actor"), party("KAZ", "recipient"), type="SANCTION", mode="", id="d" * 20),
    ]  # fmt: skip
    graph = graph_of(events, LeftOut())
    told = {(e.source, e.target, e.type, e.weight, e.symmetric, e.first, e.last) for e in graph.edges.values()}
    assert told == {
        ("IND", "KAZ", "CONSULT", 3, True, "2020-01-01", "2024-08-20"),
        ("IND", "KAZ", "SANCTION", 1, False, "2024-08-20", "2024-08-20"),
    }


def test_three_who_meet_are_three_edges():
    graph = graph_of([row(UZB, IND, KAZ)], LeftOut())
    assert {(e.source, e.target) for e in graph.edges.values()} == {("IND", "KAZ"), ("IND", "UZB"), ("KAZ", "UZB")}


def test_a_symmetric_statement_is_one_edge_in_either_order():
    one = row(party("KAZ", "subject"), party("IND", "object"), kind="statement", type="partnership", day=None)
    other = row(party("IND", "subject"), party("KAZ", "object"), kind="statement", type="partnership", day=None, id="b")
    (edge,) = graph_of([one, other], LeftOut()).edges.values()
    assert (edge.source, edge.target, edge.weight) == ("IND", "KAZ", 2)


def test_a_statement_holds_from_its_beginning_on():
    told = row(
        party("IND", "subject"), party("SCO", "object", "organisation"), kind="statement", type="member_of", day=None,
        valid_from=DateSpan.day(date(2017, 6, 9)),
    )  # fmt: skip
    assert SPELL.findall(document(gexf, [told])) == [b'start="2017-06-09"']


def test_every_day_of_an_edge_is_a_spell():
    events = [row(IND, KAZ, day=f"2024-01-0{n}", id=f"{n}" * 20) for n in (1, 2, 3)]
    spells = SPELL.findall(document(gexf, events))
    assert spells == [f'start="2024-01-0{n}" end="2024-01-0{n}"'.encode() for n in (1, 2, 3)]


def test_one_side_alone_is_counted_and_no_edge():
    left_out = LeftOut()
    assert not graph_of([row(IND), row(IND, KAZ, status="denied")], left_out).edges
    assert left_out == {"claims with one side": 1, "denied or hypothetical claims": 1}


def test_an_empty_export_is_a_graph():
    assert len(nx.read_graphml(io.BytesIO(document(graphml, [])))) == 0
    assert len(nx.read_gexf(io.BytesIO(document(gexf, [])), version="1.3")) == 0
