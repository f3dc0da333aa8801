"""`elchi sparql`: a question in SPARQL, of the quads that an export holds."""

import json
import sys

import pytest

MET = "SELECT DISTINCT ?who WHERE { GRAPH ?claim { ?event elchi:party ?who } } ORDER BY ?who"


@pytest.fixture
def kept(elchi, tmp_path):
    article = {"id": "a", "published": "2022-09-17", "text": "IND met KAZ on 2022-09-16 and KAZ met UZB on 2021-01-01"}
    (tmp_path / "a.jsonl").write_text(json.dumps(article), "utf-8")
    assert elchi("ingest", "a.jsonl").exit_code == 0
    return elchi


def test_a_question_is_answered_as_a_table(kept):
    entities = [f"<urn:elchi:entity:{name}>" for name in ("IND", "KAZ", "UZB")]
    assert kept("sparql", MET).stdout.splitlines() == ["?who", *entities]
    assert kept("sparql", "-", piped=MET).stdout.splitlines() == ["?who", *entities]


def test_only_what_is_about_a_pair_is_asked(kept):
    told = json.loads(kept("sparql", "--pair", "IND", "KAZ", "--format", "json", MET).stdout)
    assert [row["who"]["value"][-3:] for row in told["results"]["bindings"]] == ["IND", "KAZ"]


def test_a_truth_and_a_graph(kept):
    assert json.loads(kept("sparql", "ASK { GRAPH ?c { ?e elchi:type 'CONSULT' } }").stdout)["boolean"] is True
    graph = kept("sparql", "CONSTRUCT { ?e elchi:party ?p } WHERE { GRAPH ?c { ?e elchi:party ?p } }").stdout
    assert len(graph.splitlines()) == 4


@pytest.mark.parametrize("wrong", [
    "SELECT", "INSERT DATA { <urn:a> <urn:b> <urn:c> }", "SELECT * { SERVICE <http://localhost/> { ?a ?b ?c } }",
    "SELECT * { service silent <http://localhost/> { ?a ?b ?c } }",
])  # fmt: skip
def test_what_is_no_question_of_this_record_is_wrong_use(kept, wrong):
    said = kept("sparql", wrong)
    assert said.exit_code == 2
    assert "the query cannot be answered" in " ".join(said.stderr.split())


@pytest.mark.parametrize("words", ['"SERVICE <x>"', "'''a SERVICE'''", "?service", "elchi:service"])
def test_the_word_service_may_be_searched_for(kept, words):
    assert kept("sparql", f"SELECT ?s {{ ?s elchi:x {words} . # SERVICE\n }}").exit_code == 0


def test_without_pyoxigraph_the_message_says_what_installs_it(kept, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyoxigraph", None)
    said = kept("sparql", MET)
    assert said.exit_code == 1
    assert 'pip install "elchi[rdf]"' in said.stderr
