"""What is kept with a thing to be shown is what its claims say now; where that may have changed, they are asked."""

import random

import pytest
from changing import step
from making import METHOD, claim, party, reading
from resolving import resolve
from sqlalchemy import select, text

from elchi.pipeline import reconcile_record
from elchi.record import MOST_SHOWN, Record, claims_shown
from elchi.record import resolved_schema as tables

SAID = ("claim", "document", "source", "published", "language", "confidence", "evidence", "attribution", "named",
        "known_from")  # fmt: skip


def things(record):
    """Return the occurrences and standings of a record by the name of their table."""
    with record._read() as connection:
        ids = {t.name: connection.execute(select(t.c.id)).scalars().all() for t in (tables.occurrence, tables.standing)}
    return {
        "occurrence": record.occurrences_with_ids(ids["occurrence"]),
        "standing": record.standings_with_ids(ids["standing"]),
    }


def check(record):
    """Hold what is kept against the claims; return how many things are shown by what is kept."""
    fresh = 0
    for name, found in things(record).items():
        kept, support = record.shown(name, [one.id for one in found]), record.support(name, [one.id for one in found])
        assert kept.keys() == {one.id for one in found}
        for one in found:
            behind = kept[one.id]
            assert behind.support == support[one.id]
            if behind.sayings is None:
                continue
            fresh += 1
            live = record.sayings(claims_shown(one.lead, one.claims))
            assert [said.claim for said in behind.sayings] == list(dict.fromkeys(claims_shown(one.lead, one.claims)))
            for said in behind.sayings:
                assert {f: getattr(said, f) for f in SAID} == {f: getattr(live[said.claim], f) for f in SAID}
                if said.claim == one.lead:
                    assert said.participants == live[one.lead].participants
            assert dict(behind.reports) == record.reports_of({said.document for said in behind.sayings})
    return fresh


def correct(record, chance):
    """Correct the parties of a claim, or take the latest correction back."""
    found = [stored.claim.claim for stored in record.claims()]
    if not found:
        return
    parties = [party(one).to_json() for one in chance.sample(["IND", "KAZ", "UZB"], 2)]
    about = {"claim": chance.choice(found), "set": {"participants": parties}}
    number = record.add_judgement("correct_claim", about, "ann", "misread")
    if chance.random() < 0.5:
        record.add_judgement("undo", {}, "ann", "not so", reverses=number)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_kept_is_what_claims_say_whatever_is_done_to_the_record(record, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    for number in range(24):
        correct(record, chance) if number % 5 == 4 else step(record, chance, [f"d{n}" for n in range(5)])
        check(record)
    reconcile_record(record, resolve=resolve)
    assert check(record) > 0


def meetings(documents):
    return [
        claim(party("IND"), party("KAZ"), document=name, day="2022-09-16", text=f"{name} met", source=name)
        for name in documents
    ]


def filled(record, count):
    for told in meetings([f"d{n}" for n in range(count)]):
        record.add(reading(told.evidence[0].text, told.document, [told]), METHOD)
    reconcile_record(record, resolve=resolve)
    (one,) = record.occurrences()
    return one


@pytest.mark.parametrize("count", [1, MOST_SHOWN - 1, MOST_SHOWN, MOST_SHOWN + 3])
def test_of_many_claims_some_are_kept_the_one_that_tells_most_first(record, count):
    one = filled(record, count)
    told = record.shown("occurrence", [one.id])[one.id]
    assert len(told.sayings) == (count if count < MOST_SHOWN else len({one.lead, *one.claims[: MOST_SHOWN - 1]}))
    assert one.lead in {said.claim for said in told.sayings}
    assert told.support.articles == count


def test_nothing_that_is_kept_is_shown_while_its_block_is_marked(record):
    one = filled(record, 2)
    record.mark([one.block])
    assert record.shown("occurrence", [one.id])[one.id].sayings is None
    reconcile_record(record, resolve=resolve)
    assert record.shown("occurrence", [one.id])[one.id].sayings is not None


def test_articles_that_are_another_report_when_one_beside_them_is_forgotten_are_asked_again(record):
    one = filled(record, 2)
    told = claim(party("RUS"), party("UZB"), document="d9", day="2022-01-01", text="d9 met")
    record.add(reading("d9 met", "d9", [told]), METHOD)
    record.set_reports([("d0", "s", "d9"), ("d1", "s", "d9"), ("d9", "s", "d9")])
    reconcile_record(record, resolve=resolve)
    assert record.shown("occurrence", [one.id])[one.id].reports == {"d0": "d9", "d1": "d9"}
    record.forget("d9", "ann", "asked")
    assert record.shown("occurrence", [one.id])[one.id].sayings is None


def test_a_record_of_before_keeps_it_from_when_it_is_opened(record, place):
    one = filled(record, 3)
    kept = record.shown("occurrence", [one.id])[one.id]
    with record._writer.begin() as connection:
        for words in (
            "DROP INDEX standing_by_subject", "ALTER TABLE standing DROP COLUMN subject",
            "ALTER TABLE standing DROP COLUMN object", "ALTER TABLE standing DROP COLUMN shown",
            "ALTER TABLE occurrence DROP COLUMN shown", "UPDATE meta SET value = '6' WHERE name = 'schema_version'",
        ):  # fmt: skip
            connection.execute(text(words))
        if record.path is not None:
            connection.execute(text("PRAGMA user_version = 6"))
    record.close()
    with Record.open(place) as opened:
        again = opened.shown("occurrence", [one.id])[one.id]
        assert again.support == kept.support
        assert [said.claim for said in again.sayings] == [said.claim for said in kept.sayings]
        assert check(opened) == 1
