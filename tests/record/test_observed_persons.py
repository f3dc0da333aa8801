"""Persons in a record: as observed, as joined, as judged; claims stay as they were read."""

import json
import sqlite3
from contextlib import closing

import pytest
from making import METHOD, claim, party, reading

from elchi.model.persons import Joined, Meaning
from elchi.record import DIFFERENT_ENTITIES, NOT_THIS_ENTITY, SAME_ENTITY, Record, steps

KARIM = {"mention": (0, 5), "kind": "person", "office": "foreign_secretary"}


@pytest.fixture
def record(place):
    with Record.open(place, create=True) as opened:
        first = claim(party("karim", **KARIM), party("BGD"), day="2024-03-05", text="Karim met them")
        second = claim(party("kareem", **KARIM), party("BGD"), day="2024-03-06", text="Karim met them again")
        opened.add(reading("Karim met them", "a1", [first], published="2024-03-05"), METHOD)
        opened.add(reading("Karim met them again", "a2", [second], published="2024-03-06"), METHOD)
        yield opened


def test_persons_are_observed_with_spellings_offices_and_days(record):
    karim = next(p for p in record.observed_persons(()) if p.entity == "karim")
    assert karim.offices == {"foreign_secretary"}
    assert [text for text, _ in karim.spellings] == ["Karim"]
    assert (karim.first, karim.last, karim.claims) == ("2024-03-05", "2024-03-05", 1)
    assert {p.entity for p in record.observed_persons({"karim"})} == {"kareem"}


def test_a_meaning_joins_answers_and_leaves_claims_as_they_were(record):
    before = [stored.claim for stored in record.claims(as_read=True)]
    record.write_joined(Joined((Meaning("kareem", "karim", "Karim"),)))
    found = record.claims_of_entity("karim")
    assert len(found) == 2
    assert {p.entity for stored in found for p in stored.claim.participants if p.kind == "person"} == {"karim"}
    assert record.claims_of_entity("kareem") == []
    assert [n.count for n in record.names("karim")] == [2]
    assert [stored.claim for stored in record.claims(as_read=True)] == before
    assert {p.entity for stored in record.claims() for p in stored.claim.participants} == {"karim", "BGD"}
    record.write_joined(Joined())
    assert len(record.claims_of_entity("kareem")) == 1


def test_a_spelling_may_mean_somebody_else(record):
    record.write_joined(Joined((Meaning("karim", "other-karim", "Other Karim", "Karim"),)))
    assert record.claims_of_entity("karim") == []
    (stored,) = record.claims_of_entity("other-karim")
    assert stored.claim.participants[0].label == "Other Karim"


def test_an_article_that_comes_later_is_meant_the_same_way_once_joined_again(record):
    joined = Joined((Meaning("kareem", "karim", "Karim"),))
    record.write_joined(joined)
    third = claim(party("kareem", **KARIM), party("BGD"), day="2024-03-07", text="Karim left")
    record.add(reading("Karim left", "a3", [third], published="2024-03-07"), METHOD)
    record.write_joined(joined)
    assert len(record.claims_of_entity("karim")) == 3
    assert record.joined().meanings == joined.meanings


def test_the_latest_judgement_of_a_pair_holds_and_one_taken_back_does_not(record):
    about = {"first": "karim", "second": "kareem"}
    record.add_judgement(SAME_ENTITY, about, "ann", "")
    assert record.name_judgements().same == {("karim", "kareem")}
    number = record.add_judgement(DIFFERENT_ENTITIES, about, "bob", "")
    assert record.name_judgements().different == {("karim", "kareem")}
    assert not record.name_judgements().same
    record.add_judgement(DIFFERENT_ENTITIES, about, "bob", "a slip", reverses=number)
    assert record.name_judgements().different == {("karim", "kareem")}
    record.add_judgement(NOT_THIS_ENTITY, {"first": "Karim", "second": "karim"}, "ann", "")
    assert record.name_judgements().refused == {("Karim", "karim")}


def test_a_record_of_the_first_schema_learns_in_which_office_persons_take_part(tmp_path):
    path = tmp_path / "old.db"
    made = claim(party("karim", **KARIM), party("BGD"), text="Karim met them")
    with closing(sqlite3.connect(path)) as file:
        file.executescript(steps.migrations()[0].sql)
        file.execute("PRAGMA application_id = 0x656C6368")
        file.execute("PRAGMA user_version = 1")
        insert = "INSERT INTO {} VALUES ({})"
        article = (1, "a1", "0", None, None, "en", "2024-03-05", None, "Karim met them", "{}", None, "now")
        rows = {
            "article": article, "reading": (1, 1, METHOD, "2024-03-05", "[]", "now"),
            "claim": (1, made.claim, 1, 1, "event", made.type, made.mode, "past", None, None, 0.9, METHOD, "now", None,
                      json.dumps(made.to_json())),
            "participant": (1, 0, "actor", "karim", "person", "Karim", "named", "Karim", 0, 5, "BGD"),
        }  # fmt: skip
        for table, row in rows.items():
            file.execute(insert.format(table, ", ".join("?" * len(row))), row)
        file.commit()
    with Record.open(path) as record:
        (karim,) = record.observed_persons(())
        assert karim.offices == {"foreign_secretary"}
        assert karim.states == {"BGD"}
