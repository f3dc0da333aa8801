"""What is left to judge: narrowed down, part by part, with what else tells the same."""

from dataclasses import replace

import pytest
from making import METHOD, WORLD, claim, party, reading, statement

from elchi import pipeline, query
from elchi.errors import UnknownNameError
from elchi.query import ReviewFilters
from elchi.record import CONFIRM, REJECT, Record

IND, KAZ = party("IND"), party("KAZ")


def unsure(confidence, made):
    return replace(made, confidence=confidence)


CLAIMS = [
    unsure(0.5, claim(IND, KAZ, text="IND met KAZ", day="2022-09-16", plover="CONSULT")),
    unsure(0.6, claim(IND, KAZ, text="they met", document="d2", day="2022-09-16", plover="CONSULT")),
    unsure(0.7, claim(party("IND", "actor"), party("UZB", "recipient"), text="IND praised UZB", start=20,
                      type="SUPPORT", mode="praise", plover="SUPPORT")),
    statement("member_of", party("IND", "subject"), party("SCO", "object", "organisation"), text="in SCO", start=50),
    claim(IND, KAZ, text="in Astana", start=90, day="2022-10-01", plover="CONSULT",
          place={"entity": "astana", "label": "Astana", "country": "KAZ"}),
    claim(IND, KAZ, text="in Delhi", document="d2", start=30, day="2022-10-01", plover="CONSULT",
          place={"entity": "delhi", "label": "Delhi", "country": "IND"}),
]  # fmt: skip
MET, THEY, PRAISED, MEMBER, ASTANA, DELHI = (made.claim for made in CLAIMS)


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        for document in ("d1", "d2"):
            told = [made for made in CLAIMS if made.document == document]
            opened.add(reading(f"IND met KAZ {document}", document, told, published="2022-09-17"), METHOD)
        pipeline.reconcile_record(opened)
        yield opened


def ask(record, limit=50, offset=0, **filters):
    return query.review(record, WORLD, filters=ReviewFilters(**filters), limit=limit, offset=offset)


def ids(answer):
    return {one.claim.claim for one in answer.doubtful}


@pytest.mark.parametrize(
    ("filters", "found", "conflicts"),
    [
        ({}, {MET, THEY, PRAISED, MEMBER, ASTANA, DELHI}, 1), ({"kind": "conflict"}, set(), 1),
        ({"kind": "statement"}, {MEMBER}, 0), ({"type": "SUPPORT"}, {PRAISED}, 0), ({"most": 0.6}, {MET, THEY}, 0),
        ({"least": 0.6, "most": 0.7}, {THEY, PRAISED}, 0), ({"pair": ("KAZ", "IND")}, {MET, THEY, ASTANA, DELHI}, 1),
        ({"pair": ("IND", "UZB")}, {PRAISED}, 0), ({"claim": MET[:8]}, {MET}, 0),
    ],
)  # fmt: skip
def test_the_queue_is_narrowed_down(record, filters, found, conflicts):
    answer = ask(record, **filters)
    assert ids(answer) == found
    assert len(answer.conflicts) == answer.open == conflicts
    assert answer.total == len(found)
    assert sum(count for _, count in answer.facets["kind"]) == len(found)


def test_parts_of_the_queue_are_the_whole_in_order(record):
    whole = [one.claim.claim for one in ask(record).doubtful]
    parts = [one.claim.claim for offset in (0, 2, 4) for one in ask(record, 2, offset).doubtful]
    assert parts == whole
    assert ask(record, 2, 6).doubtful == ()


def test_a_claim_names_the_others_that_tell_the_same(record):
    told = {one.claim.claim: one.tellings for one in ask(record).doubtful}
    assert (told[MET], told[THEY], told[PRAISED]) == ((THEY,), (MET,), ())


def test_facets_count_what_was_found_the_frequent_first(record):
    facets = ask(record).facets
    assert facets["type"][0] == ("CONSULT", 4)
    assert dict(facets["pair"])["IND|KAZ"] == 4


def test_what_was_judged_is_left_out_unless_it_is_asked_for(record):
    pipeline.judge(record, REJECT, {"claim": MET}, "ann")
    pipeline.judge(record, CONFIRM, {"claim": PRAISED}, "ann")
    assert not ids(ask(record)) & {MET, PRAISED}
    assert [ask(record, claim=id_).doubtful[0].verdict for id_ in (MET, PRAISED, MEMBER)] == [
        "rejected",
        "confirmed",
        "",
    ]


@pytest.mark.parametrize("filters", [{"claim": "ffffffff"}, {"claim": ""}, {"pair": ("IND", "Atlantis")}])
def test_what_is_not_there_is_said(record, filters):
    with pytest.raises(UnknownNameError):
        ask(record, **filters)
