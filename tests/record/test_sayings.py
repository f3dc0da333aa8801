"""What a claim says is what the claim says that is read whole: corrected, as it is meant by now, its last reading."""

from making import METHOD, claim, party, reading

from elchi.model import Basis
from elchi.model.persons import Joined, Meaning

SHOWN = ("claim", "document", "source", "published", "language", "confidence", "evidence", "attribution", "named",
         "participants")  # fmt: skip


def fill(record):
    told = claim(
        party("kareem", "actor", "person"), party("IND"), document="d1", text="करीम", source="a", day="2020-01-01"
    )
    unnamed = claim(
        party("KAZ", basis=Basis.PRONOUN), party("IND", basis=Basis.BOTH_SIDES), document="d2", text="वे मिले",
        attribution=({"label": "PTI", "entity": None},), published="2021-02-03",
    )  # fmt: skip
    gone = claim(party("UZB"), party("IND"), document="d3", text="old")
    for one in (told, unnamed, gone):
        record.add(reading(one.evidence[0].text, one.document, [one], published=one.published), METHOD)
    record.add(reading("new", "d3", [claim(party("UZB"), party("KAZ"), document="d3", text="new")]), METHOD)
    record.add(reading("वे मिले", "d2", [unnamed], published="2021-02-03"), "elchi@later")
    return [told.claim, unnamed.claim, gone.claim]


def same(record, ids):
    sayings, claims = record.sayings([*ids, "none"]), record.claims_with_ids(ids)
    assert sayings.keys() == claims.keys() == set(ids)
    for id_, said in sayings.items():
        whole = claims[id_].claim
        assert {name: getattr(said, name) for name in SHOWN} == {name: getattr(whole, name) for name in SHOWN}
        assert said.whole() == whole
        assert said.participants == whole.participants
        assert said.known_from == claims[id_].known_from
    return sayings


def test_a_saying_is_its_claim_read_no_further(record):
    ids = fill(record)
    sayings = same(record, ids)
    assert [sayings[id_].named for id_ in ids] == [True, False, True]
    assert sayings[ids[1]].attribution == ({"label": "PTI", "entity": None},)


def test_a_saying_is_as_it_is_meant_by_now(record):
    ids = fill(record)
    record.write_joined(Joined((Meaning("kareem", "karim", "Karim"),)))
    assert same(record, ids)[ids[0]].participants[0].entity == "karim"


def test_a_saying_is_as_it_was_corrected(record):
    ids = fill(record)
    record.write_joined(Joined((Meaning("kareem", "karim", "Karim"),)))
    named = [party("KAZ").to_json(), party("UZB").to_json()]
    record.add_judgement("correct_claim", {"claim": ids[0], "set": {"type": "VISIT"}}, "ann", "misread")
    record.add_judgement("correct_claim", {"claim": ids[1], "set": {"participants": named}}, "ann", "misread")
    sayings = same(record, ids)
    assert sayings[ids[0]].whole().type == "VISIT"
    assert sayings[ids[0]].participants[0].entity == "karim"
    assert sayings[ids[1]].named
