"""What blocks come to is written from the claims that were read to work it out, unless these changed meanwhile."""

import random
from contextlib import contextmanager

import pytest
from changing import step
from making import METHOD, claim, party, reading
from resolving import resolve
from sqlalchemy import event

from elchi.model.record import Occurrence, Resolved
from elchi.pipeline import reconcile_record
from elchi.record import resolved
from elchi.record import resolved_schema as tables

CURRENT = (*tables.THINGS, *tables.CLAIMS.values(), *tables.PAIRS.values(), *tables.ENTITIES.values())


def meeting(second="KAZ", document="d1", day="2022-09-16", **more):
    return claim(party("IND"), party(second), document=document, day=day, **more)


def add(record, *claims, document="d1", text=None):
    record.add(reading(text or f"text of {document}", document, claims), METHOD)


def contents(record):
    with record._read() as connection:
        return {table.name: sorted(map(repr, connection.execute(table.select()))) for table in CURRENT}


def worked_out(record):
    """Return what all marked blocks come to, and the claims that this was worked out from."""
    claims = record.claims_of_blocks(record.dirty_blocks())
    return {block: resolve(block, [s.claim for s in here], reports={}) for block, here in claims.items()}, claims


@contextmanager
def asked(record):
    """Give a list of the statements that the record's writer asks."""
    found = []

    def note(_connection, _cursor, statement, *_):
        found.append(statement)

    event.listen(record._writer, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(record._writer, "before_cursor_execute", note)


def reads_of_claims(statements):
    return [one for one in statements if "claim.json" in one and one.lstrip().startswith("SELECT")]


@pytest.mark.parametrize("seed", range(8))
def test_the_same_rows_are_written_whether_the_claims_are_given_or_asked_for(record, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(25):
        step(record, chance, ["d1", "d2", "d3"])
    record.mark_all_dirty()
    told, claims = worked_out(record)
    record.write_resolved(told, claims)
    given = contents(record)
    assert record.dirty_blocks() == []
    record.write_resolved(told)
    assert contents(record) == given


def test_claims_that_are_given_are_not_read_again(record):
    add(record, meeting(), meeting("UZB"))
    told, claims = worked_out(record)
    with asked(record) as statements:
        record.write_resolved(told, claims)
    assert reads_of_claims(statements) == []
    with asked(record) as statements:
        record.write_resolved(told)
    assert reads_of_claims(statements)


def test_a_claim_of_another_block_is_asked_for(record):
    add(record, meeting(), meeting("UZB"))
    told, claims = worked_out(record)
    (other,) = (stored.claim.claim for stored in claims["IND|UZB"])
    (own,) = told["IND|KAZ"].occurrences
    both = Occurrence(
        "oo", "IND|KAZ", own.type, own.mode, own.status, own.plover, "", own.date, None, own.lead, (own.lead, other)
    )
    record.write_resolved({"IND|KAZ": Resolved((both,))}, {"IND|KAZ": claims["IND|KAZ"]})
    assert record.occurrences_of_pair("IND|UZB") == record.occurrences_of_pair("IND|KAZ") == [both]
    assert [said.claim for said in record.shown("occurrence", ["oo"])["oo"].sayings] == [own.lead, other]


def test_claims_that_went_away_since_they_were_given_are_not_written(record):
    add(record, meeting(), meeting("UZB", "d2"), document="d1")
    add(record, meeting(document="d2"), document="d2")
    told, claims = worked_out(record)
    record.forget("d1", "ann", "asked")
    record.write_resolved(told, claims)
    assert record.faults() == []
    with record._read() as connection:
        linked = connection.execute(tables.CLAIMS["occurrence"].select()).all()
    assert len(linked) == 1
    assert record.dirty_blocks() == ["IND|KAZ", "IND|UZB"]
    reconcile_record(record, resolve=resolve)
    assert [len(one.claims) for one in record.occurrences()] == [1]


def test_a_claim_that_moved_by_a_correction_and_went_away_is_not_written(record):
    add(record, meeting())
    (stored,) = record.claims()
    parties = [party("IND").to_json(), party("UZB").to_json()]
    about = {"claim": stored.claim.claim, "set": {"participants": parties}}
    record.add_judgement("correct_claim", about, "ann", "misread")
    told, claims = worked_out(record)
    assert [len(claims[block]) for block in ("IND|KAZ", "IND|UZB")] == [0, 1]
    add(record, text="revised")
    record.write_resolved(told, claims)
    assert contents(record)["occurrence_claim"] == []


def test_a_block_that_comes_to_nothing_leaves_nothing(record):
    add(record, meeting())
    reconcile_record(record, resolve=resolve)
    assert record.resolved_counts()["occurrence"] == 1
    record.write_resolved({"IND|KAZ": Resolved()})
    assert not any(contents(record).values())
    assert record.resolved_counts()["occurrence"] == 0
    assert record.activity() == []


@pytest.mark.parametrize(
    ("most", "batches"),
    [(1, [["CHN|IND"], ["IND|KAZ"], ["IND|UZB"]]), (3, [["CHN|IND"], ["IND|KAZ", "IND|UZB"]]),
     (4, [["CHN|IND", "IND|KAZ"], ["IND|UZB"]]), (9, [["CHN|IND", "IND|KAZ", "IND|UZB"]])],
)  # fmt: skip
def test_a_batch_has_as_many_blocks_as_have_so_many_claims_or_one(record, monkeypatch, most, batches):
    add(record, *(meeting("CHN", start=place) for place in (1, 2, 3)), meeting("KAZ"), meeting("UZB"))
    monkeypatch.setattr(resolved, "MOST_CLAIMS", most)
    found = []
    while blocks := record.dirty_blocks():
        found.append(blocks)
        record.write_resolved(dict.fromkeys(blocks, Resolved()))
    assert found == batches
