"""Claims that bear on those of another block, by block and by document; and quotes that nobody rejected."""

from dataclasses import replace

import pytest
from making import METHOD, claim, party, reading, statement

from elchi.model import DateSpan
from elchi.record import Record, Subject


def since(year, document, **more):
    return statement(
        "diplomatic_relations", party("IND", "subject"), party("baltic-states", "object", "group"), document=document,
        valid_from=DateSpan.year(year), **more,
    )  # fmt: skip


@pytest.fixture
def record(place):
    with Record.open(place, create=True) as opened:
        first, second = since(1991, "d1", published="2020-01-01"), since(1992, "d2", published="2021-01-01")
        meeting = claim(party("IND"), party("KAZ"), document="d2", start=20, text="IND met KAZ", published="2021-01-01")
        opened.add(reading("A met B", "d1", [first], published="2020-01-01"), METHOD)
        opened.add(
            reading("A met B " + " " * 12 + "IND met KAZ", "d2", [second, meeting], published="2021-01-01"), METHOD
        )
        yield opened


def documents(found):
    return [stored.claim.document for stored in sorted(found, key=lambda s: (s.claim.document, s.superseded))]


BLOCKS, TYPES = {"baltic-states"}, {"diplomatic_relations"}


def test_statements_of_a_block_are_current_known_or_also_gone(record):
    assert documents(record.statements_in(BLOCKS, TYPES)) == ["d1", "d2"]
    assert documents(record.statements_in(BLOCKS, TYPES, "2020-06-01")) == ["d1"]
    assert record.statements_in(BLOCKS, {"partnership"}) == []
    assert record.statements_in((), TYPES) == []
    record.add(reading("nothing", "d1", (), published="2022-01-01"), METHOD)
    assert documents(record.statements_in(BLOCKS, TYPES)) == ["d2"]
    assert documents(record.statements_in(BLOCKS, TYPES, gone=True)) == ["d1", "d2"]


def test_a_statement_that_was_rejected_or_moved_is_not_of_its_block(record):
    first, second = (
        stored.claim for stored in sorted(record.statements_in(BLOCKS, TYPES), key=lambda s: s.claim.document)
    )
    record.add_judgement("reject_claim", {"claim": first.claim}, "me", "")
    record.add_judgement("correct_claim", {"claim": second.claim, "set": {
        "participants": [p.to_json() for p in (party("IND", "subject"), party("EST", "object"))],
    }}, "me", "")  # fmt: skip
    assert record.statements_in(BLOCKS, TYPES) == []
    assert documents(record.statements_in({"EST|IND"}, TYPES)) == ["d2"]
    assert documents(record.statements_in(BLOCKS, TYPES, gone=True)) == ["d1", "d2"]


def test_claims_of_documents_are_those_of_some_types_that_nobody_rejected(record):
    both = {"diplomatic_relations", "CONSULT"}
    assert documents(record.claims_of_documents({"d1", "d2"}, both)) == ["d1", "d2", "d2"]
    assert documents(record.claims_of_documents({"d1", "d2"}, both, "2020-06-01")) == ["d1"]
    assert documents(record.claims_of_documents({"d2"}, {"CONSULT"})) == ["d2"]
    assert record.claims_of_documents((), both) == []
    (meeting,) = record.claims_of_documents({"d2"}, {"CONSULT"})
    record.add_judgement("reject_claim", {"claim": meeting.claim.claim}, "me", "")
    assert record.claims_of_documents({"d2"}, {"CONSULT"}) == []


@pytest.mark.parametrize("page", [{}, {"limit": 5}, {"known": "2023-01-01"}])
@pytest.mark.parametrize("subject", [Subject(pair="IND|KAZ"), Subject(entity="IND"), Subject()])
def test_quotes_that_somebody_rejected_are_left_out(record, subject, page):
    said = replace(
        claim(party("IND", "speaker"), party("KAZ", "about"), document="d3", kind="quote", type="quote", mode="",
              text="we met", published="2022-01-01"), direct=True,
    ).identified()  # fmt: skip
    record.add(reading("we met", "d3", [said], published="2022-01-01"), METHOD)
    assert documents(record.quotes(subject, **page)) == ["d3"]
    record.add_judgement("reject_claim", {"claim": said.claim}, "me", "")
    assert record.quotes(subject, **page) == []
