"""QuickStatements: only what a person confirmed, between two items, with an address to cite."""

from datetime import date

import pytest
import regex
from hostile import any_rows, party, row

from elchi.export import quickstatements
from elchi.export.left_out import LeftOut
from elchi.model import DateSpan

ITEMS = {"IND": "Q668", "SCO": "Q485207", "KAZ": "Q232", "modi": "Q1058", "new": "not an item"}
IND, SCO = party("IND", "subject"), party("SCO", "object", "organisation")
LINE = regex.compile(
    r"Q[1-9]\d*\tP\d+\tQ[1-9]\d*(\tP58[02]\t\+\d{4}-\d\d-\d\dT00:00:00Z/(9|10|11)){0,2}"
    r'\tS854\t"https?://[^"\s]+"(\tS813\t\+\d{4}-\d\d-\d\dT00:00:00Z/11)?'
)


def member(**more):
    about = {"kind": "statement", "type": "member_of", "status": "ongoing", "day": None, "mode": ""}
    return row(IND, SCO, **(about | {"document": "https://example.org/a", "claims": ("c1",)} | more))


def lines(*events, confirmed=("c1",), items=ITEMS):
    left_out = LeftOut()
    return list(quickstatements.lines(events, confirmed, items, left_out)), left_out


@any_rows
def test_whatever_is_written_is_a_statement_of_the_format(events):
    ids = {party.entity: f"Q{n}" for n, party in enumerate((p for e in events for p in e.parties), start=1)}
    told, left_out = lines(*events, confirmed=[event.id for event in events], items=ids)
    assert len(told) + left_out.total() == len(events)
    assert all(LINE.fullmatch(line.removesuffix("\n")) for line in told)


def test_a_confirmed_membership_with_its_beginning_and_its_source():
    told, left_out = lines(member(valid_from=DateSpan.year(2017), recorded="2026-11-22T06:13:02+00:00"))
    source = 'S854\t"https://example.org/a"\tS813\t+2026-11-22T00:00:00Z/11'
    assert told == [f"Q668\tP463\tQ485207\tP580\t+2017-00-00T00:00:00Z/9\t{source}\n"]
    assert not left_out


@pytest.mark.parametrize(("span", "shown"), [
    (DateSpan.day(date(2017, 6, 9)), "+2017-06-09T00:00:00Z/11"), (DateSpan.month(2017, 6), "+2017-06-00T00:00:00Z/10"),
    (DateSpan.about(date(2017, 6, 1), date(2017, 6, 9)), None), (DateSpan.unresolved("then"), None),
])  # fmt: skip
def test_a_date_is_as_exact_as_it_is_known(span, shown):
    ((line,), _left_out) = lines(member(valid_to=span))
    assert ("P582" in line) is (shown is not None)
    assert shown is None or f"P582\t{shown}" in line


def test_the_chair_is_said_of_the_organisation_and_must_be_a_person():
    chair = party("modi", "subject", "person")
    ((line,), _left_out) = lines(member(type="chairs", parties=(chair, SCO)))
    assert line.startswith("Q485207\tP488\tQ1058\t")
    assert lines(member(type="chairs"))[0] == []


@pytest.mark.parametrize(("told", "confirmed", "reason"), [
    (member(), (), "claims that nobody has confirmed"),
    (member(claims=("c2",)), ("c1",), "claims that nobody has confirmed"),
    (member(document="visit.txt"), ("c1",), "claims whose article has no address"),
    (member(parties=(party("new", "subject"), SCO)), ("c1",), "claims without a Wikidata item on both ends"),
    (member(parties=(IND,)), ("c1",), "claims without a Wikidata item on both ends"),
    (member(status="denied"), ("c1",), "claims that Wikidata has no property for"),
    (row(IND, SCO), ("c1",), "claims that Wikidata has no property for"),
])  # fmt: skip
def test_what_does_not_qualify_is_counted_with_its_reason(told, confirmed, reason):
    assert lines(told, confirmed=confirmed) == ([], {reason: 1})
