"""Memberships in common: by articles first, by the catalogue else, on a day and by what was known."""

import pytest
from making import METHOD, WORLD, party, reading, statement

from elchi import pipeline, query
from elchi.model import DateSpan
from elchi.packs import load_catalogue
from elchi.record import Record


def member(state, document, since=None, standing="member_of", published="2022-01-01"):
    sides = party(state, "subject"), party("SCO", "object", "organisation")
    begin = DateSpan.year(since) if since else None
    return statement(standing, *sides, document=document, text=document, valid_from=begin, published=published)


@pytest.fixture
def record(tmp_path):
    claims = [
        member("IND", "d1", 2017),
        member("KAZ", "d2", published="2022-02-22"),
        member("IND", "d3", 2005, "observer_of"),
    ]
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        for made in claims:
            opened.add(reading(made.document, made.document, [made], published=made.published), METHOD)
        pipeline.reconcile_record(opened)
        yield opened


def seats(record, **asked):
    found = query.pair(record, "IND", "KAZ", load_catalogue(), **asked).common
    return {c.organisation: [(s.standing, bool(s.claims)) for s in (c.first, c.second)] for c in found}


def test_articles_go_before_the_catalogue_and_both_are_told_apart(record):
    told = seats(record)
    assert told["SCO"] == [("member_of", True), ("member_of", True)]
    assert told["UN"] == [("member_of", False), ("member_of", False)]


def test_on_a_day_they_stand_as_they_stood(record):
    assert seats(record, on="2010-01-01")["SCO"][0] == ("observer_of", True)
    assert "UN" not in seats(record, on="1980-01-01")


def test_what_was_not_known_by_a_day_is_left_to_the_catalogue(record):
    assert seats(record, known="2022-01-31")["SCO"] == [("member_of", True), ("member_of", False)]


def test_those_of_whom_one_has_no_seat_are_left_out(record):
    assert "SCO" not in {c.organisation for c in query.pair(record, "IND", "USA", load_catalogue()).common}
    assert query.pair(record, "IND", "KAZ", WORLD).to_json()["common"][0]["seats"][0]["source"] in {
        "articles",
        "catalogue",
    }
