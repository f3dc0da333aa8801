"""What pages show of a record does not hang on the store: every answer and file is the same, byte for byte."""

import json

import pytest
from serving import STORES

from elchi.pipeline import reconcile_record
from elchi.record import Record
from elchi.web import Limits, create_app, fetch

ADDRESSES = (
    "/index.json", "/pair/BGD/IND.json", "/pair/IND/KAZ.json?on=2016-01-01",
    "/pair/IND/KAZ.json?known=2018-01-01", "/pair/BGD/IND.json?limit=5&before=2020-01-01", "/pair/BGD/IND.csv",
    "/pair/BGD/IND.ics", "/pair/RUS/KAZ.md", "/entity/SCO.json", "/entity/SCO.json?on=2018-01-01",
    "/entity/IND.json?limit=20", "/entity/narendra-modi.json", "/entity/SCO.jsonl", "/timeline/KAZ.json",
    "/timeline/KAZ.json?known=2022-03-01", "/conflicts.json", "/conflicts.json?state=open&a=IND&b=BGD",
    "/promises.json?today=2025-06-01", "/promises.json?due=true&today=2025-06-01",
    "/promises.ics?today=2025-06-01", "/search.json", "/search.json?q=भारत", '/search.json?q="विदेश मंत्री"',
    "/search.json?q=भारत&exact=true&language=hi", "/search.json?kind=event&entity=KAZ&offset=20",
    "/search.json?q=भारत&since=2015-01-01&until=2020-12-31", "/search.csv?q=भारत&kind=event", "/network.json",
    "/network.json?since=2015-03-01&until=2024-06-30", "/network.json?kind=state&type=CONSULT", "/network.gexf",
    "/map.json", "/map.json?place=astana&entity=IND", "/map.json?place=", "/map.csv", "/review.json",
    "/review.json?kind=statement&most=0.8", "/review.json?a=IND&b=BGD&limit=10&offset=5", "/review.csv",
    "/review/log.json",
)  # fmt: skip


@pytest.fixture(scope="module", params=[store for store in STORES if store != "sqlite"])
def get_elsewhere(record, names, server):
    """Ask the pages of the same record in another store."""
    with server.database() as name, Record.open(server.address(name), create=True) as copy:
        copy.load_bundle(line.encode() for line in record.bundle_text())
        reconcile_record(copy)
        pages = create_app(copy, names, limits=Limits(burst=100_000), sql=True)
        yield lambda address: fetch(pages, address)


def same(one, other):
    assert (one.status, one.headers["content-type"]) == (other.status, other.headers["content-type"])
    assert one.status == 200
    assert one.text == other.text


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_is_the_same_from_each_store(get, get_elsewhere, address):
    same(get(address), get_elsewhere(address))


def test_the_best_hits_are_the_same_claims_in_whatever_order_a_store_ranks_them(get, get_elsewhere):
    address = "/search.json?q=ভারত চুক্তি&ranked=true&limit=200"
    here, there = ({hit["claim"]: hit for hit in json.loads(ask(address).body)["hits"]} for ask in (get, get_elsewhere))
    assert here == there
    assert len(here) > 3


def test_a_claim_a_story_and_an_event_are_the_same_from_each_store(get, get_elsewhere, a_claim, a_story, an_event):
    for address in (
        f"/claim/{a_claim}.json",
        f"/story/{a_story}.json",
        f"/event/{an_event}.json",
        f"/event/{an_event}.md",
    ):
        same(get(address), get_elsewhere(address))


@pytest.mark.parametrize(
    "address", ["/", "/pair/BGD/IND", "/entity/IND", "/network", "/map", "/review", "/search?q=भारत"]
)
def test_a_page_is_made_of_each_store(get, get_elsewhere, address):
    here, there = get(address), get_elsewhere(address)
    assert there.status == 200
    assert there.text.count("<a ") == here.text.count("<a ") > 10


def test_sql_is_answered_by_each_store(get, get_elsewhere):
    asked = "/sql.json?q=SELECT+type,count(*)+AS+claims+FROM+v_claims+GROUP+BY+type+ORDER+BY+type"
    same(get(asked), get_elsewhere(asked))
