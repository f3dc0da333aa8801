"""One event: every claim that tells it, what it is a part of, what was promised, and an address that stays."""

import pytest
from making import METHOD, WORLD, claim, party, reading

from elchi import pipeline, query
from elchi.errors import UnknownNameError
from elchi.record import Record


def visit(document, text, start=0, **more):
    sides = party("IND", "actor"), party("KAZ", "recipient")
    return claim(*sides, document=document, mode="visit", text=text, start=start,
                 **({"day": "2022-09-16", "published": "2022-09-17"} | more))  # fmt: skip


def talks(document, text, start):
    return claim(party("IND"), party("KAZ"), document=document, mode="meet", text=text, start=start,
                 day="2022-09-16", published="2022-09-17")  # fmt: skip


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        opened.add(reading("came there. met there", "d1", [visit("d1", "came there."), talks("d1", "met there", 12)],
                           published="2022-09-17"), METHOD)  # fmt: skip
        opened.add(reading("other words", "d2", [visit("d2", "other words")], published="2022-09-17"), METHOD)
        pipeline.reconcile_record(opened)
        yield opened


def the_visit(record):
    (found,) = [o for o in record.occurrences() if o.mode == "visit"]
    return found


def test_an_event_has_every_claim_report_and_article_that_tells_it(record):
    answer = query.event(record, the_visit(record).id, WORLD)
    assert set(answer.claims) == set(the_visit(record).claims)
    assert {document for report in answer.reports for document in report} == {"d1", "d2"} == set(answer.articles)
    assert [c.evidence[0].text for c in answer.claims_of("d2")] == ["other words"]
    assert answer.event.backing.support == 2


def test_an_event_names_what_it_is_part_of_and_what_happened_within_it(record):
    whole = query.event(record, the_visit(record).id, WORLD)
    (part,) = whole.parts
    assert (part.mode, whole.whole) == ("meet", None)
    assert query.event(record, part.id, WORLD).whole.id == whole.event.id


def test_a_claim_that_tells_an_event_names_it_still_when_another_article_joins(record):
    before = query.event(record, the_visit(record).id, WORLD)
    record.add(reading("third", "d3", [visit("d3", "third")], published="2022-09-18"), METHOD)
    pipeline.reconcile_record(record)
    with pytest.raises(UnknownNameError, match="no event"):
        query.event(record, before.event.id, WORLD)
    for name in (before.lead, before.lead[:8]):
        answer = query.event(record, name, WORLD)
        assert set(answer.claims) > set(before.claims)


@pytest.mark.parametrize("name", ["", "0" * 16, "no such", "a"])
def test_what_names_no_event_is_said_so(record, name):
    with pytest.raises(UnknownNameError, match="no event"):
        query.event(record, name, WORLD)


def test_a_promise_shows_the_event_as_a_step_of_its_life(record):
    planned = claim(party("IND", "actor"), party("KAZ", "recipient"), document="d0", mode="visit", status="planned",
                    text="will come", day="2022-09-16", published="2022-09-01")  # fmt: skip
    record.add(reading("will come", "d0", [planned], published="2022-09-01"), METHOD)
    pipeline.reconcile_record(record)
    answer = query.event(record, the_visit_held(record).id, WORLD)
    (promise,) = answer.promises
    assert [step.stage for step in promise.steps] == ["planned", "held"]


def the_visit_held(record):
    (found,) = [o for o in record.occurrences() if o.mode == "visit" and o.status == "past"]
    return found
