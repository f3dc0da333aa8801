"""What is resolved from claims: marked when it must be worked out anew, kept, and found by dyad, entity and day."""

import pytest
from making import METHOD, claim, party, reading, statement
from resolving import resolve

from elchi.model import DateSpan
from elchi.model.persons import Joined, Meaning
from elchi.model.record import Resolved
from elchi.pipeline import reconcile_record


def meeting(first="IND", second="KAZ", document="d1", day="2022-09-16", **more):
    return claim(party(first), party(second), document=document, day=day, **more)


def add(record, *claims, document="d1", text=None, **about):
    record.add(reading(text or f"text of {document}", document, claims, **about), METHOD)


def settle(record):
    return reconcile_record(record, resolve=resolve)


# --- marks


def test_a_new_reading_marks_the_blocks_of_its_claims_and_writing_them_takes_the_marks_away(record):
    add(record, meeting(), meeting("IND", "UZB"))
    assert record.dirty_blocks() == ["IND|KAZ", "IND|UZB"]
    assert record.dirty_blocks(limit=1) == ["IND|KAZ"]
    record.write_resolved({"IND|KAZ": Resolved()})
    assert record.dirty_blocks() == ["IND|UZB"]
    assert settle(record) == 1
    assert record.dirty_blocks() == []
    add(record, meeting(), meeting("IND", "UZB"))
    assert record.dirty_blocks() == []


def test_a_quote_is_resolved_with_nothing_and_marks_nothing(record):
    add(record, claim(party("IND", "speaker"), kind="quote", type="quote", mode=""))
    assert record.dirty_blocks() == []


def test_a_revision_marks_the_blocks_of_what_it_no_longer_says(record):
    add(record, meeting(), text="old")
    settle(record)
    add(record, meeting("IND", "UZB"), text="new")
    assert record.dirty_blocks() == ["IND|KAZ", "IND|UZB"]
    settle(record)
    assert record.occurrences_of_pair("IND|KAZ") == []
    assert len(record.occurrences_of_pair("IND|UZB")) == 1


def test_reports_mark_the_blocks_of_the_documents_whose_report_changed(record):
    for name, other in (("d1", "KAZ"), ("d2", "UZB"), ("d3", "SCO")):
        add(record, meeting("IND", other, name), document=name)
    settle(record)
    record.set_reports([("d1", "s", "d1"), ("d2", "s", "d1"), ("d3", "t", "d3")])
    assert record.dirty_blocks() == ["IND|UZB"]
    settle(record)
    record.set_reports([("d1", "s", "d1"), ("d2", "s", "d1"), ("d3", "s", "d1")])
    assert record.dirty_blocks() == ["IND|SCO"]
    settle(record)
    record.set_reports([])
    assert record.dirty_blocks() == ["IND|SCO", "IND|UZB"]


def test_whom_names_mean_marks_the_blocks_where_they_take_part(record):
    add(record, meeting(), claim(party("IND"), party("UZB"), party("x-modi", kind="person"), day="2022-09-16"))
    settle(record)
    joined = Joined((Meaning("x-modi", "narendra-modi", "Narendra Modi"),))
    record.write_joined(joined)
    assert record.dirty_blocks() == ["IND|UZB"]
    settle(record)
    assert len(record.occurrences_of_entity("narendra-modi")) == 1
    assert record.occurrences_of_entity("x-modi") == []
    record.write_joined(joined)
    assert record.dirty_blocks() == []
    record.write_joined(Joined())
    assert record.dirty_blocks() == ["IND|UZB"]
    settle(record)
    assert len(record.occurrences_of_entity("x-modi")) == 1


def test_a_judgement_marks_the_blocks_of_what_it_is_about_and_so_does_taking_it_back(record):
    add(record, meeting(), meeting("IND", "UZB"))
    settle(record)
    (told,) = record.occurrences_of_pair("IND|KAZ")
    first = record.add_judgement("reject", {"claims": list(told.claims)}, "ann", "misread")
    assert record.dirty_blocks() == ["IND|KAZ"]
    settle(record)
    record.add_judgement("undo", {}, "ann", "read again", reverses=first)
    assert record.dirty_blocks() == ["IND|KAZ"]
    settle(record)
    record.add_judgement("explain", {"occurrence": told.id}, "ann", "as it is")
    assert record.dirty_blocks() == ["IND|KAZ"]
    record.add_judgement("explain", {"block": "IND|UZB"}, "ann", "as it is")
    assert record.dirty_blocks() == ["IND|KAZ", "IND|UZB"]


def test_judgements_tell_which_of_them_were_taken_back(record):
    first = record.add_judgement("reject", {"claim": "x"}, "ann", "misread")
    second = record.add_judgement("reject", {"claim": "x"}, "bob", "no", reverses=first)
    assert [(j.number, j.reversed, j.about) for j in record.judgements()] == [
        (first, True, {"claim": "x"}), (second, False, {"claim": "x"}),
    ]  # fmt: skip
    record.add_judgement("reject", {}, "ann", "yes", reverses=second)
    assert [j.reversed for j in record.judgements(["reject"])] == [False, True, False]
    assert record.judgements(["merge"]) == []


def test_all_blocks_can_be_marked(record):
    add(record, meeting(), meeting("IND", "UZB"))
    settle(record)
    record.mark_all_dirty()
    assert record.dirty_blocks() == ["IND|KAZ", "IND|UZB"]


def test_claims_that_come_while_a_block_is_worked_out_leave_it_marked(record):
    add(record, meeting())
    (block,) = record.dirty_blocks()
    claims = [stored.claim for stored in record.claims_of_block(block)]
    add(record, meeting(document="d2", day="2023-01-01"), document="d2")
    record.write_resolved({block: resolve(block, claims, reports={})})
    assert record.dirty_blocks() == [block]
    settle(record)
    assert [str(o.date.start) for o in record.occurrences_of_pair(block)] == ["2023-01-01", "2022-09-16"]


def test_a_killed_run_leaves_what_it_did_not_reach_marked(record):
    add(record, *(meeting("IND", other) for other in ("KAZ", "UZB", "SCO")))
    record.write_resolved({"IND|KAZ": Resolved()})
    assert settle(record) == 2


# --- what was known


@pytest.mark.parametrize(
    ("first", "then", "known"),
    [
        # A revision: what the old text said was known until the new one came out.
        (("old", "2022-03-01"), ("new", "2022-03-05"),
         {"2022-02-28": [], "2022-03-01": ["KAZ"], "2022-03-04": ["KAZ"], "2022-03-05": ["UZB"]}),
        # The same text read again: the first reading was a misreading, known at no time.
        (("text", "2022-03-01"), ("text", "2022-03-02"), {"2022-03-01": [], "2022-03-02": ["UZB"]}),
        # A revision that is dated before the text that it revises.
        (("old", "2022-03-05"), ("new", "2022-03-01"), {"2022-03-01": ["UZB"], "2022-03-05": ["UZB"]}),
        (("old", "2022-03-01T23:30:00-05:00"), ("new", "2022-03-05"), {"2022-03-01": ["KAZ"], "2022-03-05": ["UZB"]}),
    ],
)  # fmt: skip
def test_a_claim_was_known_from_its_publication_until_a_revision(record, first, then, known):
    for (text, published), other in ((first, "KAZ"), (then, "UZB")):
        about = statement("member_of", party(other, "subject"), party("SCO", "object", "organisation"))
        add(record, about, text=text, published=published)
    found = {
        day: [s.claim.participants[0].entity for s in record.claims_of_block("SCO", known=day)] for day in known
    }  # fmt: skip
    assert found == known
    assert [s.claim.participants[0].entity for s in record.claims_of_block("SCO")] == ["UZB"]


def test_an_article_without_a_day_was_known_when_it_was_recorded_and_says_so(record):
    add(record, meeting())
    (stored,) = record.claims_of_block("IND|KAZ")
    assert stored.known_inferred
    assert stored.known_from == stored.recorded_at[:10]
    assert record.claims_of_block("IND|KAZ", known="2020-01-01") == []
    assert len(record.claims_of_block("IND|KAZ", known=stored.known_from)) == 1


# --- asking


def test_occurrences_of_a_dyad_come_newest_first_and_in_pages(record):
    add(record, *(meeting(day=f"2022-09-{day:02}", start=day) for day in (3, 1, 2, 5, 4)))
    settle(record)
    days = [o.date.start.day for o in record.occurrences_of_pair("IND|KAZ")]
    assert days == [5, 4, 3, 2, 1]
    page = record.occurrences_of_pair("IND|KAZ", limit=2, before="2022-09-04")
    assert [o.date.start.day for o in page] == [3, 2]
    assert [o.date.start.day for o in record.occurrences_of_pair("IND|KAZ", limit=2, offset=3)] == [2, 1]


def test_a_meeting_of_three_is_found_under_every_two_of_them(record):
    add(record, claim(party("IND"), party("KAZ"), party("UZB"), day="2022-09-16"))
    settle(record)
    for key in ("IND|KAZ", "IND|UZB", "KAZ|UZB"):
        (told,) = record.occurrences_of_pair(key)
        assert told.block == "IND|KAZ|UZB"


def test_what_is_told_of_an_entity_is_found_by_role_and_day(record):
    visit = claim(party("IND", "actor"), party("KAZ", "recipient"), mode="visit", day="2023-07-01")
    add(record, meeting(), visit)
    settle(record)
    assert [o.mode for o in record.occurrences_of_entity("IND")] == ["visit", "meet"]
    assert [o.mode for o in record.occurrences_of_entity("IND", role="actor")] == ["visit"]
    assert [o.mode for o in record.occurrences_of_entity("IND", before="2023-07-01")] == ["meet"]
    assert [o.mode for o in record.occurrences_of_entity("IND", since="2023-07-01", limit=1)] == ["visit"]
    assert record.occurrences_of_entity("UZB") == []


def test_an_event_without_a_date_is_sorted_by_the_day_on_which_it_was_told(record):
    undated = claim(party("IND"), party("KAZ"), date=DateSpan.unresolved("some day"), mode="call")
    add(record, meeting(), undated, published="2022-10-01")
    settle(record)
    assert [o.mode for o in record.occurrences_of_pair("IND|KAZ")] == ["call", "meet"]


def test_standings_conflicts_and_promises_are_found_by_dyad_and_by_entity(record):
    member = statement("member_of", party("KAZ", "subject"), party("SCO", "object", "organisation"),
                       valid_from=DateSpan.year(2001))  # fmt: skip
    add(record, member, meeting(place={"label": "Astana"}))
    add(record, meeting(document="d2", place={"label": "Almaty"}), document="d2")
    add(record, meeting(document="d3", day="2030-01-01", status="planned", mode="visit"), document="d3")
    settle(record)
    assert [s.type for s in record.standings_of_pair("KAZ|SCO")] == ["member_of"]
    assert record.standings_of_pair("IND|KAZ") == []
    assert [s.id for s in record.standings_of_entity("SCO", role="object")] == [
        s.id for s in record.standings_of_pair("KAZ|SCO")
    ]
    (clash,) = record.conflicts_of_pair("IND|KAZ")
    assert [side.value for side in clash.sides] == ["Almaty", "Astana"]
    assert record.conflicts_of_entity("IND") == [clash] == record.conflicts()
    assert record.conflicts("settled") == []
    (promise,) = record.promises_of_pair("IND|KAZ")
    assert record.promises(due_before="2030-01-02") == [promise] == record.promises_of_entity("IND")
    assert record.promises(due_before="2030-01-01") == []
    assert record.resolved_counts() == {
        "occurrence": 2, "standing": 1, "conflict": 1, "promise": 1, "conflict_open": 1, "promise_open": 1, "dirty": 0,
    }  # fmt: skip


def test_a_claim_leads_to_what_rests_on_it(record):
    add(record, meeting(), meeting("IND", "UZB"))
    settle(record)
    (told,) = record.occurrences_of_pair("IND|KAZ")
    assert record.occurrences_of_claims(["none", *told.claims]) == {told.lead: [told]}
    assert record.occurrences_with_ids([told.id, "none"]) == [told]
    assert len(record.occurrences(since="2022-09-16", before="2022-09-17")) == 2
    assert record.activity() == [("IND|KAZ", 1), ("IND|UZB", 1)]
    assert record.activity(before="2022-09-16") == []


def test_working_out_again_changes_nothing(record):
    add(record, meeting(), meeting("IND", "UZB"), meeting(day="2023-01-01", start=9))
    settle(record)
    before = record.occurrences(), record.resolved_counts()
    record.mark_all_dirty()
    assert settle(record) == 2
    assert (record.occurrences(), record.resolved_counts()) == before


def test_claims_and_reports_are_given_for_what_is_asked_alone(record):
    add(record, meeting(), meeting("IND", "UZB"))
    add(record, meeting(document="d2"), document="d2")
    ids = [s.claim.claim for s in record.claims_of_block("IND|KAZ")]
    assert sorted(record.claims_with_ids([*ids, "none"])) == ids
    record.set_reports([("d1", "s", "d1"), ("d2", "s", "d1")])
    assert record.reports_of(["d2", "d9"]) == {"d2": "d1", "d9": "d9"}
