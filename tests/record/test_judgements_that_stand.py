"""Judgements stand as the latest says, and what they change is resolved anew, in the block where it belongs now."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import METHOD, claim, party, reading
from sqlalchemy import select

from elchi import pipeline
from elchi.errors import JudgementError
from elchi.model.judged import Judged, Settled
from elchi.record import (
    APART,
    CONFIRM,
    CORRECT,
    REJECT,
    SAME,
    SETTLE,
    UNDO,
    Record,
    StoredJudgement,
    judged_from,
)
from elchi.record import resolved_schema as tables

ABOUT = {
    CONFIRM: {"claim": "a"}, REJECT: {"claim": "a"}, CORRECT: {"claim": "a", "set": {"status": "planned"}},
    SETTLE: {"conflict": "c"}, SAME: {"first": "b", "second": "a"}, APART: {"first": "a", "second": "b"},
}  # fmt: skip


def made(*kinds, back=(), **about):
    return [
        StoredJudgement(n, kind, about.get(kind) or ABOUT[kind], "ann", "because", None, "", n in back)
        for n, kind in enumerate(kinds, start=1)
    ]


@pytest.mark.parametrize(
    ("judgements", "expected"),
    [
        (made(), Judged()),
        (made(REJECT), Judged(rejected=frozenset({"a"}))),
        (made(REJECT, CONFIRM), Judged(confirmed=frozenset({"a"}))),
        (made(REJECT, CONFIRM, back=[2]), Judged(rejected=frozenset({"a"}))),
        (made(SAME), Judged(together=frozenset({("a", "b")}))),
        (made(SAME, APART), Judged(apart=frozenset({("a", "b")}))),
        (made(SETTLE), Judged(settled={"c": Settled("because", "ann")})),
        (made(CORRECT), Judged(corrected={"a": {"status": "planned"}})),
        (made(CORRECT, back=[1]), Judged()),
        (made("same_entity", same_entity={"first": "x", "second": "y"}), Judged()),
    ],
)  # fmt: skip
def test_the_latest_judgement_that_stands_holds(judgements, expected):
    assert judged_from(judgements) == expected


def test_corrections_of_one_claim_add_up_field_by_field():
    first = StoredJudgement(
        1, CORRECT, {"claim": "a", "set": {"status": "past", "mode": "meet"}}, "", "", None, "", False
    )
    second = StoredJudgement(2, CORRECT, {"claim": "a", "set": {"status": "planned"}}, "", "", None, "", False)
    assert judged_from([first, second]).corrected == {"a": {"status": "planned", "mode": "meet"}}


def dump(record):
    """Return every row of every resolved table, without the stamps of marks."""
    with record._read() as connection:
        return {
            name: sorted(map(repr, connection.execute(select(table))))
            for thing in tables.THINGS
            for name, table in (
                (thing.name, thing), (f"{thing.name} pairs", tables.PAIRS[thing.name]),
                (f"{thing.name} entities", tables.ENTITIES[thing.name]),
                (f"{thing.name} claims", tables.CLAIMS[thing.name]),
            )
        }  # fmt: skip


IND, KAZ, UZB = party("IND"), party("KAZ"), party("UZB")
DELHI = {"entity": "delhi", "label": "Delhi", "country": "IND"}
ASTANA = {"entity": "astana", "label": "Astana", "country": "KAZ"}
NEW_YEAR = {"start": "2021-01-01", "end": "2021-01-01", "precision": "day"}
CLAIMS = [
    claim(IND, KAZ, document="d1", day="2022-05-01", text="one", place=DELHI),
    claim(IND, KAZ, document="d2", day="2022-05-01", text="two", place=ASTANA),
    claim(IND, KAZ, document="d3", day="2023-05-01", text="three", status="planned"),
    claim(IND, UZB, document="d4", day="2022-05-01", text="four"),
]  # fmt: skip


def fill(record, method=METHOD):
    for one in CLAIMS:
        record.add(reading(one.evidence[0].text, one.document, [one], published="2022-06-01"), method)
    pipeline.reconcile_record(record)


@pytest.fixture
def filled(record):
    fill(record)
    return record


def judge(record, kind, about, **more):
    return pipeline.judge(record, kind, about, "ann", "because", **more)


def undo(record, number):
    return pipeline.judge(record, UNDO, {}, "ann", reverses=number)


PARTIES = [IND.to_json() | {"role": "party"}, UZB.to_json() | {"role": "party"}]
EVERY = [
    (CONFIRM, {"claim": CLAIMS[1].claim}), (REJECT, {"claim": CLAIMS[0].claim}), (REJECT, {"claim": CLAIMS[3].claim}),
    (CORRECT, {"claim": CLAIMS[0].claim, "set": {"date": NEW_YEAR}}),
    (CORRECT, {"claim": CLAIMS[0].claim, "set": {"participants": PARTIES}}),
    (CORRECT, {"claim": CLAIMS[2].claim, "set": {"status": "past", "participants": PARTIES}}),
    (SAME, {"first": CLAIMS[0].claim, "second": CLAIMS[1].claim}),
    (APART, {"first": CLAIMS[0].claim, "second": CLAIMS[1].claim}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "about"), EVERY)
def test_a_judgement_that_is_undone_has_changed_nothing(filled, kind, about):
    before = dump(filled)
    number = judge(filled, kind, about)
    undo(filled, number)
    assert dump(filled) == before
    assert filled.resolved_counts()["dirty"] == 0


@settings(deadline=None, max_examples=20)
@given(order=st.lists(st.integers(0, len(EVERY) - 1), max_size=5), data=st.data())
def test_any_judgements_undone_in_any_order_have_changed_nothing(tmp_path_factory, order, data):
    with Record.open(tmp_path_factory.mktemp("judged") / "elchi.db", create=True) as record:
        fill(record)
        before = dump(record)
        numbers = [judge(record, *EVERY[n]) for n in order]
        for number in data.draw(st.permutations(numbers)):
            undo(record, number)
        assert dump(record) == before


def test_an_undo_that_is_undone_holds_again(filled):
    number = judge(filled, REJECT, {"claim": CLAIMS[3].claim})
    back = undo(filled, number)
    assert filled.judged() == Judged()
    undo(filled, back)
    assert filled.judged().rejected == {CLAIMS[3].claim}


def test_a_rejected_claim_is_told_by_nothing_and_found_only_when_asked_for(filled):
    gone = CLAIMS[3].claim
    judge(filled, REJECT, {"claim": gone})
    assert filled.occurrences_of_claims([gone]) == {}
    assert filled.claims_of_pair("IND|UZB") == []
    assert [s.claim.claim for s in filled.claims_of_pair("IND|UZB", with_rejected=True)] == [gone]
    assert gone not in {s.claim.claim for s in filled.claims_of_entity("IND")}
    assert filled.search("four").total == 0


def test_a_claim_that_is_corrected_into_another_block_is_resolved_there_and_not_here(filled):
    moved = CLAIMS[0].claim
    judge(filled, CORRECT, {"claim": moved, "set": {"participants": PARTIES}})
    assert [o.block for o in filled.occurrences_of_claims([moved])[moved]] == ["IND|UZB"]
    assert {c for o in filled.occurrences_of_pair("IND|UZB") for c in o.claims} == {moved, CLAIMS[3].claim}
    assert all(moved not in o.claims for o in filled.occurrences_of_pair("IND|KAZ"))
    assert moved not in {c for o in filled.occurrences_of_entity("KAZ") for c in o.claims}
    assert [s.claim.claim for s in filled.claims_of_block("IND|KAZ")] == sorted(c.claim for c in CLAIMS[1:3])


def test_a_claim_that_is_corrected_into_a_block_of_its_own_is_found_there(filled):
    alone = [IND.to_json(), party("RUS").to_json()]
    judge(filled, CORRECT, {"claim": CLAIMS[0].claim, "set": {"participants": alone}})
    (told,) = filled.occurrences_of_pair("IND|RUS")
    assert told.claims == (CLAIMS[0].claim,)


def test_judgements_survive_another_reading_of_the_same_articles(filled):
    judge(filled, REJECT, {"claim": CLAIMS[3].claim})
    judge(filled, CORRECT, {"claim": CLAIMS[0].claim, "set": {"participants": PARTIES}})
    judge(filled, APART, {"first": CLAIMS[1].claim, "second": CLAIMS[2].claim})
    before = {name: rows for name, rows in dump(filled).items() if not name.endswith(" claims")}
    fill(filled, "elchi@later")
    after = dump(filled)  # the rows of claims are other rows by now
    assert {name: after[name] for name in before} == before
    assert filled.counts().superseded == len(CLAIMS)


def test_a_corrected_claim_that_a_later_reading_no_longer_makes_is_gone_from_where_it_was(filled):
    judge(filled, CORRECT, {"claim": CLAIMS[0].claim, "set": {"participants": PARTIES}})
    filled.add(reading("one", "d1", [], published="2022-06-01"), "elchi@later")
    pipeline.reconcile_record(filled)
    assert filled.occurrences_of_claims([CLAIMS[0].claim]) == {}
    assert {c for o in filled.occurrences_of_pair("IND|UZB") for c in o.claims} == {CLAIMS[3].claim}


def test_a_conflict_is_settled_and_opened_again(filled):
    (clash,) = filled.conflicts()
    number = judge(filled, SETTLE, {"conflict": clash.id, "block": clash.block})
    (settled,) = filled.conflicts()
    assert (settled.state, settled.explanation, settled.by) == ("settled", "because", "ann")
    undo(filled, number)
    assert filled.conflicts() == [clash]


def test_a_judgement_that_does_not_say_of_what_is_refused(record):
    with pytest.raises(JudgementError, match="claim and set"):
        record.add_judgement(CORRECT, {}, "ann", "")
    assert record.judgements() == []
