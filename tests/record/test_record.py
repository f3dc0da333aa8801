"""The record keeps what it is given, once and whole, on every store."""

import json
from dataclasses import replace

import pytest
from making import METHOD, claim, party, reading, statement

from elchi.model import Claim
from elchi.record import pair_key
from elchi.record.pairs import pairs_of, states_of_persons


def exported(record):
    return [json.dumps(stored.claim.to_json(), sort_keys=True) for stored in record.claims()]


# --- adding


def test_the_same_article_twice_adds_nothing(record):
    assert record.add(reading(), METHOD).new
    before = exported(record)
    again = record.add(reading(), METHOD)
    assert (again.new, again.claims) == (False, 0)
    assert exported(record) == before
    assert record.knows(reading().article, METHOD)


def test_a_claim_comes_back_as_it_was_given(record):
    given = claim(
        party("IND", mention=(0, 3)), party("KAZ"), day="2022-09-16", text="IND", value={"amount": 27e9, "unit": "USD"},
        contexts=("energy",), direct=False, place={"label": "Astana", "country": "KAZ"}, published="2022-09-17",
    )  # fmt: skip
    record.add(reading(claims=[given]), METHOD)
    (stored,) = record.claims()
    assert stored.claim == given
    assert Claim.from_json(json.loads(json.dumps(stored.claim.to_json()))) == given


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ({"document": "d1"}, {"document": "d1"}),
        ({"document": "d1", "url": "https://e.org/1"}, {"document": "d2", "url": "https://e.org/1"}),
    ],
)
def test_a_new_text_under_a_known_id_or_url_is_a_revision(record, first, then):
    record.add(reading("IND met KAZ on 2022-09-16", **first), METHOD)
    (old,) = record.claims()
    added = record.add(reading("IND met UZB on 2022-09-16", **then), METHOD)
    assert added.revision
    (new,) = record.claims()
    assert {p.entity for p in new.claim.participants} == {"IND", "UZB"}
    (past,) = record.claims_with_id(old.claim.claim)
    assert past.superseded
    assert past.claim == old.claim
    assert record.article(then["document"]).article.text == "IND met UZB on 2022-09-16"


def test_an_article_is_found_by_its_id_its_url_and_the_beginning_of_its_hash(record):
    record.add(reading("IND met KAZ on 2022-09-16", "d1", url="https://e.org/1"), METHOD)
    record.add(reading("IND met UZB on 2022-09-16", "deadbeef"), METHOD)  # an id may look like a hash
    (one, other) = (record.article(name).article for name in ("d1", "deadbeef"))
    assert one.id == "d1"
    assert other.id == "deadbeef"
    for name in ("https://e.org/1", one.sha256, one.sha256[:8], one.sha256[:12].upper()):
        assert record.article(name).article.id == "d1"
    for name in (one.sha256[:7], f"{one.sha256[:8]}%", "https://e.org/_", "_" * 8, one.sha256 + "0"):
        assert record.article(name) is None


def test_an_article_that_came_back_in_an_earlier_text_adds_nothing(record):
    for text in ("IND met KAZ on 2022-09-16", "IND met UZB on 2022-09-16"):
        record.add(reading(text), METHOD)
    before = exported(record)
    assert not record.add(reading("IND met KAZ on 2022-09-16"), METHOD).new
    assert exported(record) == before


def test_a_later_method_reads_again_and_its_claims_take_the_place_of_the_earlier(record):
    record.add(reading(), METHOD)
    better = replace(next(record.claims()).claim, confidence=0.5)
    record.add(reading(claims=[better]), "elchi@later")
    assert [stored.claim.confidence for stored in record.claims()] == [0.5]
    assert record.counts().superseded == 1
    assert record.counts().articles == 1


def test_one_text_under_two_ids_is_two_articles(record):
    record.add_batch([reading(document="d1"), reading(document="d2")], METHOD)
    assert record.counts().articles == 2
    assert len(exported(record)) == 2


def test_claims_are_given_in_the_order_of_their_ids(record):
    text = "\n".join(f"IND met KAZ on 2022-09-{day:02}" for day in range(1, 29))
    record.add(reading(text), METHOD)
    ids = [stored.claim.claim for stored in record.claims()]
    assert ids == sorted(ids)
    assert len(ids) == 28


def test_a_run_that_never_ended_leaves_work_for_the_next(record):
    first = record.begin_run(METHOD)
    assert not record.follows_a_cut(first)
    second = record.begin_run(METHOD)
    assert record.follows_a_cut(second)
    record.end_run(second)
    assert not record.follows_a_cut(record.begin_run(METHOD))


def test_failures_and_judgements_are_logged(record):
    run = record.begin_run(METHOD)
    record.log_failure(run, "d9", "empty", 3)
    record.end_run(run)
    assert record.failures(run) == [("d9", "empty")]
    first = record.add_judgement("same_entity", {"a": 1}, "ann", "one spelling")
    assert record.add_judgement("same_entity", {"a": 1}, "ann", "no", reverses=first) == first + 1


# --- dyads


def test_the_key_of_a_dyad_is_the_same_in_either_order():
    assert pair_key("KAZ", "IND") == pair_key("IND", "KAZ") == "IND|KAZ"


@pytest.mark.parametrize(
    ("made", "keys"),
    [
        (claim(party("KAZ"), party("IND")), ["IND|KAZ"]),
        (claim(party("IND"), party("KAZ"), party("UZB")), ["IND|KAZ", "IND|UZB", "KAZ|UZB"]),
        (claim(party("IND"), party("narendra-modi", kind="person")), []),
        (statement("member_of", party("IND", "subject"), party("SCO", "object", "organisation")), ["IND|SCO"]),
        (
            statement(
                "founded", party("SCO", "subject", "organisation"), party("KAZ", "founder"), party("UZB", "founder")
            ),
            ["KAZ|SCO", "SCO|UZB"],
        ),
    ],
)
def test_a_claim_is_about_every_two_of_its_parties(made, keys):
    assert pairs_of(made) == keys


@pytest.mark.parametrize(
    ("parties", "states"),
    [
        ([party("narendra-modi", kind="person"), party("IND"), party("UZB")], {0: "IND"}),
        ([party("IND"), party("narendra-modi", kind="person")], {1: "IND"}),
        ([party("narendra-modi", "actor", "person"), party("KAZ", "recipient")], {}),
        ([party("IND"), party("narendra-modi", kind="person"), party("KAZ")], {1: "IND"}),
        (
            [party("UZB"), party("narendra-modi", kind="person", mention=(0, 9)), party("IND", mention=(0, 9))],
            {1: "IND"},
        ),
    ],
)
def test_a_person_acts_for_the_state_beside_it_in_its_role(parties, states):
    assert states_of_persons(claim(*parties).participants) == states
