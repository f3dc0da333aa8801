"""A standing is found by its subject and its object, and those are whom its claims mean by now."""

import random

import pytest
from making import METHOD, claim, party, reading, statement
from resolving import resolve
from sqlalchemy import select, text

from elchi.model import DateSpan
from elchi.model.persons import Joined, Meaning
from elchi.pipeline import reconcile_record
from elchi.record import Record, steps
from elchi.record import resolved_schema as tables

STATES, BODIES, TYPES = ("IND", "KAZ", "UZB"), ("SCO", "UN"), ("member_of", "observer_of", "partnership")
BEFORE_SEATS = (
    "DROP INDEX standing_by_subject", "ALTER TABLE standing DROP COLUMN subject",
    "ALTER TABLE standing DROP COLUMN object", "ALTER TABLE standing DROP COLUMN shown",
    "ALTER TABLE occurrence DROP COLUMN shown", "UPDATE meta SET value = '6' WHERE name = 'schema_version'",
)  # fmt: skip


def member(chance, document):
    state, body = party(chance.choice(STATES), "subject"), party(chance.choice(BODIES), "object", "organisation")
    others = [party(chance.choice(STATES), "subject")] * chance.randrange(2)
    begin = DateSpan.year(chance.randrange(1990, 2020)) if chance.random() < 0.7 else None
    about = {"type": chance.choice(TYPES), "valid_from": begin, "status": chance.choice(["past", "ongoing", "planned"])}
    return statement(about.pop("type"), state, body, *others, document=document, text=document, **about)


def in_office(person, document):
    sides = party(person, "subject", "person"), party("IND", "object")
    return statement("holds_office", *sides, document=document, text=document)


@pytest.fixture
def filled(record):
    """A record with statements, one of them corrected, and a person who means another by now."""
    chance = random.Random(11)  # noqa: S311 - no secret
    told = [member(chance, f"d{n}") for n in range(40)] + [in_office(name, name) for name in ("kareem", "karim")]
    for one in told:
        record.add(reading(one.document, one.document, [one], published="2022-01-01"), METHOD)
    wrong = told[0]
    parties = [{**p.to_json(), "entity": "TJK"} if p.role == "subject" else p.to_json() for p in wrong.participants]
    record.add_judgement("correct_claim", {"claim": wrong.claim, "set": {"participants": parties}}, "ann", "misread")
    record.write_joined(Joined((Meaning("kareem", "karim", "Karim"),)))
    reconcile_record(record, resolve=resolve)
    return record


def sides_kept(record):
    with record._read() as connection:
        columns = tables.standing.c.id, tables.standing.c.subject, tables.standing.c.object
        return {row[0]: (row[1], row[2]) for row in connection.execute(select(*columns))}


def sides_told(record):
    standings = record.standings_with_ids(sides_kept(record))
    leads = record.claims_with_ids([standing.lead for standing in standings])

    def first(lead, role):
        return next((p.entity for p in leads[lead].claim.participants if p.role == role), None)

    return {s.id: (first(s.lead, "subject"), first(s.lead, "object")) for s in standings}


def test_a_standing_has_subject_and_object_of_the_claim_that_tells_most_as_they_are_meant_by_now(filled):
    kept = sides_kept(filled)
    assert kept == sides_told(filled)
    assert {"TJK", "karim", "IND"} <= {subject for subject, _ in kept.values()}
    assert "kareem" not in {subject for subject, _ in kept.values()}


@pytest.mark.parametrize("on", [None, "1980-01-01", "2005-06-01", "2023-01-01"])
def test_seats_are_the_standings_of_a_subject_that_may_hold_towards_some_others(filled, on):
    everything = {standing.id: standing for standing in filled.standings_with_ids(sides_kept(filled))}
    for subject in (*STATES, "TJK"):
        found = {seat.id: seat for seat in filled.seats(subject, ["SCO"], TYPES[:2], on)}
        wanted = {
            id_ for id_, sides in sides_kept(filled).items()
            if sides == (subject, "SCO") and everything[id_].type in TYPES[:2]
            and everything[id_].status in {"past", "ongoing"}
            and (everything[id_].now if on is None else begun(everything[id_], on))
        }  # fmt: skip
        assert found.keys() == wanted
        assert all(seat.standing() == everything[id_] for id_, seat in found.items())


def begun(standing, on):
    return standing.valid_from is None or standing.valid_from.start.isoformat() <= on


def test_towards_whom_somebody_stands_is_told_by_type(filled):
    kept, types = sides_kept(filled), {s.id: s.type for s in filled.standings_with_ids(sides_kept(filled))}
    for subject in STATES:
        told = {towards for id_, (who, towards) in kept.items() if who == subject and types[id_] == "member_of"}
        assert filled.seated_in(subject, ["member_of"]) == told
    assert filled.seated_in("karim", ["holds_office"]) == {"IND"}


def test_a_statement_without_an_object_has_none(record):
    told = claim(party("IND", "subject"), document="d1", kind="statement", type="population", mode="")
    record.add(reading("A met B", "d1", [told]), METHOD)
    reconcile_record(record, resolve=resolve)
    assert set(sides_kept(record).values()) <= {("IND", None)}
    assert record.seated_in("IND", ["population"]) == set()


def test_a_record_of_before_gets_them_when_it_is_opened(filled, place):
    kept = sides_kept(filled)
    with filled._writer.begin() as connection:
        for words in BEFORE_SEATS:
            connection.execute(text(words))
        if filled.path is not None:
            connection.execute(text("PRAGMA user_version = 6"))
    filled.close()
    with Record.open(place) as record:
        assert record.version == steps.migrations()[-1].number
        assert sides_kept(record) == kept
        assert len(kept) == 42
