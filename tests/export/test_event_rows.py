"""Rows are made of claims and occurrences, and chosen by what is asked for."""

from datetime import date

import pytest
from hostile import party as told_party
from hostile import row
from making import WORLD, claim, party, statement

from elchi.export.event_row import event_row_of_claim, event_row_of_occurrence
from elchi.export.selection import Selection, time_of
from elchi.export.sides import sides_of
from elchi.model import DateSpan, Reason
from elchi.model.record import Occurrence

MODI = party("narendra-modi", kind="person", mention=(0, 4), office="prime_minister")
TOKAYEV = party("kassym-jomart-tokayev", kind="person")


def row_of(*participants, **more):
    return event_row_of_claim(claim(*participants, **more), WORLD.entities)


def occurrence(*claims, **more):
    lead = claims[0]
    plain = {
        "id": "occ1", "block": "IND|KAZ", "type": lead.type, "mode": lead.mode, "status": lead.status.value,
        "plover": lead.plover, "frame": "meet", "date": lead.date, "place": lead.place, "lead": lead.claim,
        "claims": tuple(sorted(c.claim for c in claims)),
    }  # fmt: skip
    return Occurrence(**(plain | more))


def test_a_person_has_the_state_beside_else_that_of_the_catalogue():
    beside = row_of(MODI, party("IND"), TOKAYEV)
    assert [p.state for p in beside.parties] == ["IND", "IND", "IND"]
    alone = row_of(TOKAYEV, party("SCO", kind="organisation"))
    assert [p.state for p in alone.parties] == ["KAZ", ""]


def test_a_mention_is_the_words_of_the_sentence():
    assert row_of(MODI, party("KAZ"), text="Modi met him").parties[0].mention == "Modi"
    assert not row_of(MODI, party("KAZ"), text="and met him", start=90).parties[0].mention


def test_a_row_keeps_the_frame_the_sentence_and_the_clock():
    reasons = (Reason("frame:met", "met", 1.0), Reason("date", "", 0.0))
    made = claim(party("IND"), party("KAZ"), day="2022-09-16", published="2022-09-17", source="PTI", reasons=reasons)
    told = event_row_of_claim(made, WORLD.entities, "2026-01-01T00:00:00+00:00")
    assert (told.frame, told.published, told.documents, told.claims) == ("met", "2022-09-17", ("d1",), (made.claim,))
    assert told.sentences[0].text == "A met B"
    assert told.recorded == "2026-01-01T00:00:00+00:00"


def test_an_occurrence_has_the_sentences_of_all_its_claims_and_counts_reports():
    claims = [claim(party("IND"), party("KAZ"), document=f"d{n}", published=f"2022-09-1{n}") for n in range(4)]
    reports = {"d0": "r", "d1": "r"}
    told = event_row_of_occurrence(occurrence(*claims[:3]), claims, WORLD.entities, reports)
    assert [s.document for s in told.sentences] == ["d0", "d1", "d2"]
    assert (told.unit, told.support, len(told.documents)) == ("occurrence", 2, 3)


def test_an_occurrence_without_its_lead_is_refused():
    lead, other = (claim(party("IND"), party("KAZ"), document=name) for name in ("d1", "d2"))
    with pytest.raises(ValueError, match="its lead"):
        event_row_of_occurrence(occurrence(lead, other), [other], WORLD.entities)


def test_a_state_and_its_persons_are_one_side():
    told = row(
        told_party("IND", "actor"), told_party("modi", "actor", "person", state="IND"), told_party("KAZ", "recipient")
    )
    sides = sides_of(told)
    assert [(s.id, s.names) for s in sides.sources] == [("IND", ("Modi",))]
    assert [s.id for s in sides.targets] == ["KAZ"]
    assert not sides.alike


@pytest.mark.parametrize(("roles", "dyads"), [
    (["party", "party"], {("A", "B"), ("B", "A")}),
    (["party", "party", "party"], {(a, b) for a in "ABC" for b in "ABC" if a != b}),
    (["actor", "recipient", "recipient"], {("A", "B"), ("A", "C")}),
    (["actor", "actor", "recipient"], {("A", "C"), ("B", "C")}),
    (["actor", "party"], {("A", "B")}),
    (["party"], set()),
    (["actor"], set()),
    (["host", "host"], {("A", "B"), ("B", "A")}),
    (["speaker", "actor", "recipient"], {("B", "C")}),  # who says it is no side of the act
])  # fmt: skip
def test_dyads_are_every_source_with_every_target(roles, dyads):
    told = row(*(told_party(name, role) for name, role in zip("ABC", roles, strict=False)))
    found = [(a.id, b.id) for a, b in sides_of(told).dyads()]
    assert sorted(found) == sorted(dyads)


EVENT = row(told_party("IND"), day="2024-08-20", status="planned", plover="AGREE")
MONTH = row(told_party("IND"), day=None, date=DateSpan.month(2024, 8))
UNDATED = row(told_party("IND"), day=None, published="2024-08-21")
NEVER = row(told_party("IND"), day=None, published="")
MEMBER = row(told_party("IND", "subject"), kind="statement", type="member_of", day=None, valid_from=DateSpan.year(2017))


@pytest.mark.parametrize(("asked", "told", "held"), [
    ({}, NEVER, True),
    ({"types": ["consult"]}, EVENT, True), ({"types": ["AGREE"]}, EVENT, True), ({"types": ["AID"]}, EVENT, False),
    ({"kinds": ["statement"]}, EVENT, False), ({"kinds": ["statement"]}, MEMBER, True),
    ({"statuses": ["planned"]}, EVENT, True), ({"statuses": ["past"]}, EVENT, False),
    ({"since": "2024-08-20", "until": "2024-08-20"}, EVENT, True),
    ({"since": "2024-08-21"}, EVENT, False), ({"until": "2024-08-19"}, EVENT, False),
    ({"since": "2024-08-31"}, MONTH, True), ({"since": "2024-09-01"}, MONTH, False),
    ({"since": "2024-08-21", "until": "2024-08-21"}, UNDATED, True), ({"until": "2024-08-20"}, UNDATED, False),
    ({"since": "1900-01-01"}, NEVER, False), ({"until": "2100-01-01"}, NEVER, False),
    ({"since": "2030-01-01"}, MEMBER, True), ({"until": "2016-12-31"}, MEMBER, False),
])  # fmt: skip
def test_a_row_is_held_where_it_may_have_been_so(asked, told, held):
    assert Selection(**asked).holds(told) is held


def test_a_statement_without_an_end_goes_on():
    assert time_of(MEMBER) == ("2017-01-01", "9999-12-31")
    ended = statement("chairs", party("KAZ", "subject"), valid_to=DateSpan.day(date(2024, 7, 4)))
    assert time_of(event_row_of_claim(ended, WORLD.entities)) == ("0001-01-01", "2024-07-04")
