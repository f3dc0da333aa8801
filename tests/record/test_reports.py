"""What a record keeps of fingerprints and reports."""

import pytest
from making import METHOD, claim, party, reading

from elchi.record import Record

PRINTS = "prints-1"


@pytest.fixture
def record(place):
    with Record.open(place, create=True) as opened:
        for name in ("a", "b"):
            told = claim(party("IND"), party("KAZ"), day="2022-09-16", document=name)
            opened.add(reading(f"text of {name}", name, [told]), METHOD)
        yield opened


def take_all(record, method=PRINTS):
    taken = {}
    while batch := record.without_fingerprint(method):
        bodies = {key: f"print of {article.text}" for key, article in batch}
        record.add_fingerprints(method, bodies)
        taken |= bodies
    return sorted(taken.values())


def test_each_article_is_fingerprinted_once(record):
    assert take_all(record) == ["print of text of a", "print of text of b"]
    assert take_all(record) == []
    assert sorted(record.fingerprints(PRINTS)) == ["print of text of a", "print of text of b"]


def test_another_method_takes_them_anew_and_replaces_them(record):
    take_all(record)
    assert len(take_all(record, "prints-2")) == 2
    assert record.fingerprints(PRINTS) == []


def test_of_a_revised_article_the_latest_text_counts(record):
    take_all(record)
    record.add(reading("new text of a", "a", []), METHOD)
    assert take_all(record) == ["print of new text of a"]
    assert sorted(record.fingerprints(PRINTS)) == ["print of new text of a", "print of text of b"]


def test_reports_are_current_once_every_article_has_its_fingerprint_and_its_report(record):
    assert not record.reports_are_current(PRINTS)
    take_all(record)
    assert not record.reports_are_current(PRINTS)
    record.set_reports([("a", "s", "a"), ("b", "s", "b")])
    assert record.reports_are_current(PRINTS)
    record.add(reading("new text of a", "a", []), METHOD)
    assert not record.reports_are_current(PRINTS)


def test_reports_are_written_anew_each_time(record):
    assert record.reports() == {}
    record.set_reports([("a", "s", "a"), ("b", "s", "a"), ("nobody", "s", "a")])
    assert record.reports() == {"a": "a", "b": "a"}
    record.set_reports([("a", "s", "a")])
    assert record.reports() == {"a": "a"}
