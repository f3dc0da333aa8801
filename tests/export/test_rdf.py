"""N-Quads and JSON-LD: pyoxigraph reads both, to the same quads; provenance can be followed by SPARQL."""

import pyoxigraph
import pytest
from hostile import TEXT, any_rows, party, row
from hypothesis import given

from elchi.export import jsonld, nquads
from elchi.export.rdf import quads
from elchi.export.rdf_terms import document_iri, elchi_iri

IND, KAZ = party("IND", "actor", label="India"), party("KAZ", "recipient", label="Kazakhstan")


def read(text, layout):
    return set(pyoxigraph.parse(text.encode("utf-8"), format=layout))


def as_nquads(events):
    return read("".join(nquads.lines(events)), pyoxigraph.RdfFormat.N_QUADS)


@any_rows
def test_both_formats_read_back_to_the_quads_that_were_written(events):
    written = {quad for told in quads(events) for quad in told}
    from_lines = as_nquads(events)
    assert len(from_lines) == len(written)
    assert from_lines == read("".join(jsonld.lines(events)), pyoxigraph.RdfFormat.JSON_LD)


@any_rows
def test_what_is_claimed_stands_in_the_graph_of_its_claim_alone(events):
    told = as_nquads(events)
    content = {quad.subject.value for quad in told if quad.graph_name != pyoxigraph.DefaultGraph()}
    assert len(content) == len(events)
    assert not any(quad.subject.value in content for quad in told if quad.graph_name == pyoxigraph.DefaultGraph())


@given(TEXT)
def test_any_id_makes_an_iri_that_is_valid(text):
    for iri in (elchi_iri("entity", text), document_iri(text), document_iri(f"https://example.org/{text}")):
        (quad,) = read(f"<{iri}> <urn:x:p> <urn:x:o> .", pyoxigraph.RdfFormat.N_QUADS)
        assert quad.subject.value == iri


@pytest.mark.parametrize(("document", "iri"), [
    ("https://example.org/a?b=c&d=é#top", "https://example.org/a?b=c&d=%C3%A9#top"),
    ("https://example.org/100%", "https://example.org/100%25"),
    ("https://example.org/a%20b", "https://example.org/a%20b"),
    ("http://[bad", "urn:elchi:document:http%3A%2F%2F%5Bbad"),
    ("news/visit.txt", "urn:elchi:document:news%2Fvisit.txt"),
])  # fmt: skip
def test_a_document_keeps_its_address_where_it_is_one(document, iri):
    assert document_iri(document) == iri


def test_sparql_finds_the_sentence_behind_an_event():
    store = pyoxigraph.Store()
    store.extend(as_nquads([row(IND, KAZ, document="https://example.org/1", text="India met Kazakhstan.")]))
    (found,) = store.query("""
        PREFIX elchi: <urn:elchi:term:> PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?words ?article ?day WHERE {
          GRAPH ?claim { ?event elchi:actor <urn:elchi:entity:IND> ; elchi:dateEarliest ?day }
          ?claim elchi:evidence ?sentence . ?sentence prov:value ?words ; prov:wasQuotedFrom ?article
        }""")
    assert found["words"].value == "India met Kazakhstan."
    assert found["words"].language == "en"
    assert found["article"].value == "https://example.org/1"
    assert found["day"].value == "2024-08-20"


def test_who_is_who_is_said_once():
    told = [quad for batch in quads([row(IND, KAZ), row(IND, KAZ, id="f" * 20)]) for quad in batch]
    assert len([quad for quad in told if quad[0] == "urn:elchi:entity:IND"]) == 2  # label and class
