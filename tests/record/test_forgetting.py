"""A document that is forgotten is gone from every answer and from the file, and the record says that it was."""

import pytest
from making import METHOD, claim, party, reading
from resolving import resolve
from sqlalchemy import text

from elchi.pipeline import reconcile_record
from elchi.record import Record

WORDS = "रहस्य-शब्द"


def fill(record):
    url = "https://e.org/1"
    for document, body, day in (("d1", WORDS, "2022-09-16"), ("d2", f"{WORDS} again", "2022-09-16")):
        told = claim(party("IND"), party("KAZ"), document=document, day=day, text=WORDS)
        record.add(reading(body, document, [told], url=url), METHOD)
    kept = claim(party("IND"), party("KAZ"), document="d3", day="2022-09-16", text="met")
    record.add(reading("met", "d3", [kept]), METHOD)
    record.set_reports([("d1", "s", "d1"), ("d2", "s", "d1"), ("d3", "s", "d3")])
    reconcile_record(record, resolve=resolve)


@pytest.fixture
def filled(record):
    fill(record)
    return record


@pytest.mark.parametrize("name", ["d1", "d2", "https://e.org/1"])
def test_texts_claims_and_what_rests_on_them_are_gone_and_a_row_says_so(filled, name):
    gone = filled.forget(name, "ann", "asked by the outlet")
    assert (gone.documents, gone.texts, gone.claims) == (("d1", "d2"), 2, 2)
    assert filled.article("d1") is filled.article("d2") is None
    assert [s.claim.document for s in filled.claims()] == ["d3"]
    assert filled.search("रहस्य").hits == ()
    assert filled.occurrences() == []
    assert filled.dirty_blocks() == ["IND|KAZ"]
    reconcile_record(filled, resolve=resolve)
    (told,) = filled.occurrences_of_pair("IND|KAZ")
    assert [filled.claims_with_ids(told.claims)[c].claim.document for c in told.claims] == ["d3"]
    (judgement,) = filled.judgements(["forget"])
    assert (judgement.author, judgement.reason) == ("ann", "asked by the outlet")
    assert judgement.about["documents"] == ["d1", "d2"]
    assert filled.faults() == []
    assert filled.name_judgements().same == frozenset()


def test_what_is_not_there_is_not_forgotten_and_nothing_is_logged(filled):
    assert filled.forget("d9", "ann", "asked") is None
    assert filled.judgements() == []
    assert filled.counts().claims == 2


def test_no_word_of_it_stays_in_the_file(tmp_path):
    path = tmp_path / "elchi.db"
    with Record.open(path, create=True) as record:
        fill(record)
        record.forget("d1", "ann", "asked")
        with record._read() as connection:
            assert connection.execute(text("SELECT count(*) FROM article")).scalar_one() == 1
        for file in tmp_path.iterdir():
            assert WORDS.encode() not in file.read_bytes()
            assert "रहस्य".encode() not in file.read_bytes()
