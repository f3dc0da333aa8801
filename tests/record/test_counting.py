"""A record counts what it holds: what was replaced or joined later is told apart."""

from dataclasses import replace

import pytest
from making import METHOD, claim, party, reading, statement

from elchi.model.persons import Joined, Meaning
from elchi.record.stored import Counts

KARIM = {"role": "actor", "kind": "person"}


@pytest.fixture
def filled(record):
    met = claim(party("kareem", **KARIM), party("IND"), document="d1", text="Kareem met them")
    member = statement("member_of", party("KAZ", "subject"), party("SCO", "object", "organisation"), document="d1")
    record.add(reading("old text", "d1", [met, member]), METHOD)
    record.add(reading("new text", "d1", [met]), METHOD)
    other = claim(party("karim", **KARIM), party("IND"), document="d2", text="Karim met them")
    record.add(reading("a text", "d2", [other]), METHOD)
    return record


def test_an_empty_record_counts_nothing(record):
    assert record.counts() == Counts(0, 0, 0, 0, (), ())


def test_replaced_claims_and_those_they_alone_named_are_not_counted(filled):
    found = filled.counts()
    assert (found.articles, found.claims, found.superseded) == (3, 2, 2)
    assert found.entities == len({"kareem", "karim", "IND"})
    assert found.by_type == (("event", "CONSULT", 2),)
    assert sum(n for _, n in found.by_language) == 3


def test_those_who_were_joined_count_as_one(filled):
    filled.write_joined(Joined((Meaning("kareem", "karim", "Karim"),)))
    assert filled.counts().entities == len({"karim", "IND"})
    filled.write_joined(Joined())
    assert filled.counts().entities == len({"kareem", "karim", "IND"})


def test_the_least_sure_claims_come_first_and_replaced_ones_not_at_all(filled):
    text = "they met again"
    told = (("KAZ", 0.4), ("UZB", 0.2))
    unsure = [replace(claim(party("IND"), party(s), document="d3", text=text), confidence=sure) for s, sure in told]
    filled.add(reading(text, "d3", unsure), METHOD)
    found = [one.confidence for one in filled.claims_in_doubt(10)]
    assert found == [0.2, 0.4, 0.9, 0.9]
    assert [one.confidence for one in filled.claims_in_doubt(1)] == [0.2]


@pytest.mark.parametrize("wanted", [{}, {"kind": "event"}, {"type": "AID"}, {"kind": "event", "type": "AID"}], ids=str)
def test_few_claims_in_doubt_are_the_first_of_all_however_they_are_looked_for(filled, wanted):
    text = "they met again"
    met = {"document": "d3", "text": text}
    told = [
        replace(claim(party("IND"), party("KAZ"), type=type_, start=n, **met), confidence=n / 20)
        for n, type_ in enumerate(["AID", "CONSULT"] * 6)
    ]
    filled.add(reading(text, "d3", told), METHOD)
    whole = filled.claims_in_doubt(1000, **wanted)  # more than there are: all are found and sorted
    assert len(whole) == (6 if "type" in wanted else len(told) + 2)
    assert [one.confidence for one in whole] == sorted(one.confidence for one in whole)
    for limit in (1, 3):  # fewer than there are
        assert filled.claims_in_doubt(limit, **wanted) == whole[:limit]
