"""What was so on a day, and what was known on a day."""

from dataclasses import replace
from datetime import date

import pytest
from making import METHOD, WORLD, claim, party, reading, statement

from elchi import pipeline, query
from elchi.model import DateSpan
from elchi.query.about import about_in_words
from elchi.record import Record

IND, KAZ, UZB = party("IND"), party("KAZ"), party("UZB")
SCO = party("SCO", "object", "organisation")


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        yield opened


def keep(record, *claims):
    for made in claims:
        text = made.evidence[0].text
        read = reading(f"{text} {made.claim}", made.document, [made], published=made.published, source=made.source)
        record.add(read, METHOD)
    pipeline.reconcile_record(record)


def chair(state, year, document, **more):
    return statement("chairs", party(state, "subject"), SCO, document=document, valid_from=DateSpan.year(year), **more)


def dossier(record, **days):
    return query.pair(record, "IND", "KAZ", WORLD, **days)


def test_what_was_published_later_is_not_known_and_is_counted(record):
    keep(
        record,
        claim(IND, KAZ, day="2022-09-16", document="d1", published="2022-09-17"),
        claim(IND, KAZ, day="2022-09-18", document="d2", published="2022-09-19", mode="call"),
        claim(IND, KAZ, day="2022-09-10", document="d3", mode="visit"),
    )
    known = dossier(record, known="2022-09-17")
    assert [o.backing.documents for o in known.occurrences] == [("d1",)]
    assert (known.left_out.later, known.left_out.undated, known.left_out.inferred) == (1, 1, 0)
    assert len(dossier(record).occurrences) == 3
    assert dossier(record).left_out is None
    assert dossier(record, known="9999-01-01").left_out.inferred == 1


def test_all_that_is_known_by_now_is_what_the_rows_say(record):
    keep(
        record,
        claim(IND, KAZ, day="2022-09-16", document="d1", published="2022-09-17"),
        claim(IND, KAZ, day="2022-09-16", document="d2", published="2022-09-18"),
        statement("partnership", party("IND", "subject"), party("KAZ", "object"), document="d3",
                  value={"text": "partnership"}, published="2022-01-01"),
        claim(party("IND", "speaker"), party("KAZ", "about"), kind="quote", type="quote", mode="", document="d4",
              published="2022-02-01"),
    )  # fmt: skip
    rows, spot = dossier(record).to_json(), dossier(record, known="9999-01-01").to_json()
    for name in ("standings", "occurrences", "quotes", "conflicts", "promises"):
        assert rows[name] == spot[name]
    assert rows["quotes"]


def test_a_reading_that_was_replaced_is_known_until_the_revision(record):
    record.add(reading("IND met KAZ on 2022-09-16", "d1", published="2022-09-17"), METHOD)
    record.add(reading("IND met UZB on 2022-09-16", "d1", published="2022-09-20"), METHOD)
    pipeline.reconcile_record(record)
    assert dossier(record).occurrences == ()
    assert len(dossier(record, known="2022-09-19").occurrences) == 1
    assert dossier(record, known="2022-09-20").occurrences == ()
    learned = query.learned(record, WORLD, "2022-09-19", "2022-09-20")
    assert len(learned.occurrences) == len(learned.withdrawn) == 1


def test_a_term_that_nobody_had_ended_by_then_goes_on(record):
    keep(
        record,
        chair("IND", 2022, "d1", published="2022-10-01"),
        chair("KAZ", 2023, "d2", published="2023-07-05"),
    )
    assert query.entity(record, "SCO", WORLD, "2023-12-31").chair.entity == "KAZ"
    then = query.entity(record, "SCO", WORLD, "2023-12-31", known="2022-12-31")
    assert (then.chair.entity, then.chair.end, then.left_out.later) == ("IND", None, 1)
    learned = query.learned(record, WORLD, "2022-12-31", "2023-12-31", entity="SCO")
    assert [s.party("subject") for s in learned.begun] == ["KAZ"]
    assert [s.party("subject") for s in learned.ended] == ["IND"]
    assert not learned.occurrences


def test_two_who_surely_hold_one_chair_are_a_conflict_and_no_chair(record):
    keep(record, chair("IND", 2023, "d1"), chair("KAZ", 2023, "d2"))
    answer = query.entity(record, "SCO", WORLD, "2024-02-01")
    assert answer.chair is None
    assert {m.entity for m in answer.chairs} == {"IND", "KAZ"}
    assert [c.kind for c in answer.conflicts] == ["slot"]
    assert answer.conflicts[0].about.startswith("the chair of SCO")
    assert {side.label for side in answer.conflicts[0].sides} == {"India", "Kazakhstan"}


def test_in_the_year_of_a_change_the_later_stands_first_and_the_other_perhaps(record):
    keep(
        record,
        statement("observer_of", party("IND", "subject"), SCO, document="d1", valid_from=DateSpan.year(2005)),
        statement("member_of", party("IND", "subject"), SCO, document="d2", valid_from=DateSpan.year(2017)),
    )
    row = query.entity(record, "SCO", WORLD, "2017-07-01").to_json()
    assert [(m["entity"], m["certain"]) for m in row["members"]] == [("IND", False)]
    assert row["observers"] == []
    assert [m["standing"] for m in row["perhaps"]] == ["observer_of"]


def test_a_dossier_of_a_day_has_what_had_happened_and_what_held(record):
    keep(
        record,
        claim(IND, KAZ, day="2015-07-08", document="d1"),
        claim(IND, KAZ, day="2022-09-16", document="d2"),
        statement("trade_volume", party("IND", "subject"), party("KAZ", "object"), document="d3",
                  value={"amount": 2, "unit": "USD"}, valid_from=DateSpan.year(2021), valid_to=DateSpan.year(2021)),
    )  # fmt: skip
    assert [o.day for o in dossier(record, on="2015-07-08").occurrences] == ["2015-07-08"]
    assert len(dossier(record, on="2021-06-01").standings) == 1
    assert dossier(record, on="2022-01-01").standings == ()


def test_a_page_has_the_newest_and_says_that_there_are_more(record):
    keep(record, *(claim(IND, KAZ, day=f"20{n}-01-01", document=f"d{n}") for n in range(10, 20)))
    first = dossier(record, limit=4)
    assert [o.day[:4] for o in first.occurrences] == ["2019", "2018", "2017", "2016"]
    assert first.more == {"occurrences"}
    rest = dossier(record, limit=10, before=first.occurrences[-1].day)
    assert [o.day[:4] for o in rest.occurrences] == ["2015", "2014", "2013", "2012", "2011", "2010"]
    assert rest.more == frozenset()
    assert dossier(record).more == frozenset()


def test_a_page_counts_the_claims_that_it_does_not_read(record):
    keep(record, *(claim(IND, KAZ, day="2020-01-01", document=f"d{n:02}") for n in range(20)))
    (whole,), (part,) = dossier(record).occurrences, dossier(record, limit=5).occurrences
    assert (part.backing.support, part.backing.articles) == (whole.backing.support, whole.backing.articles) == (20, 20)
    assert part.backing.claims == whole.backing.claims
    assert len(part.backing.evidence) < len(whole.backing.evidence) == 20


def test_promises_that_are_overdue_stand_first(record):
    visit = {"type": "CONSULT", "mode": "visit", "status": "planned"}
    guest, host = party("IND", "actor"), party("KAZ", "recipient")
    keep(
        record,
        claim(guest, host, document="d1", day="2022-10-01", published="2022-09-01", **visit),
        claim(party("KAZ", "actor"), party("IND", "recipient"), document="d2", day="2023-05-01",
              published="2022-09-01", **visit),
    )  # fmt: skip
    answer = query.promises(record, WORLD, today=date(2023, 1, 1))
    assert [p.due.start.isoformat() for p in answer.promises] == ["2022-10-01", "2023-05-01"]
    assert [p.overdue(date(2023, 1, 1)) for p in answer.promises] == [True, False]
    assert [p.silent_days(date(2022, 9, 11)) for p in answer.promises] == [10, 10]
    assert len(query.promises(record, WORLD, due=True, today=date(2023, 1, 1)).promises) == 1
    assert query.promises(record, WORLD, due=True, today=date(2022, 10, 1)).promises == ()
    assert query.promises(record, WORLD, pair=("IND", "UZB"), today=date(2023, 1, 1)).promises == ()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("chairs SCO, 2023", "the chair of SCO, 2023"),
        ("standing_in IND SCO, since 2005", "what India is in SCO, since 2005"),
        ("holds_office foreign_minister KAZ, 2020", "the office of foreign minister of Kazakhstan, 2020"),
        ("partnership IND KAZ, any time", "the level of relations between India and Kazakhstan, no time told"),
        ("diplomatic_relations IND KAZ, beginning", "diplomatic relations between India and Kazakhstan, when it began"),
        ("CONSULT meet IND|KAZ", "India and Kazakhstan: meet"),
        ("CONSULT visit IND → KAZ, 2022-09-16", "India → Kazakhstan: visit, 2022-09-16"),
    ],
)
def test_a_conflict_says_in_words_what_it_is_about(key, words):
    assert about_in_words(key, {"IND": "India", "KAZ": "Kazakhstan", "meet": "meet"}) == words


BALTIC = party("baltic-states", "object", "group")


def relations(other, document, since, published):
    return statement(
        "diplomatic_relations", party("IND", "subject"), other, document=document, valid_from=since, published=published
    )


def reasons(record, **days):
    (told,) = query.pair(record, "IND", "EST", pipeline.known_names(), **days).standings
    return [reason for reason in told.reasons if "says the same" in reason]


@pytest.fixture
def of_a_group(record):
    """India and Estonia since a day of 1991, told in 2010; India and the Baltic states for thirty years, in 2021."""
    keep(
        record,
        relations(party("EST", "object"), "d1", DateSpan.day(date(1991, 9, 9)), "2010-01-01"),
        relations(BALTIC, "d2", replace(DateSpan.year(1991), text="30 years"), "2021-09-10"),
    )
    return record


def test_what_a_group_is_told_to_be_bears_out_what_was_known_on_a_day_and_not_before(of_a_group):
    assert reasons(of_a_group) == ["d2 on India and baltic-states by “30 years” says the same, 1991"]
    assert reasons(of_a_group, known="2021-09-10") == reasons(of_a_group)
    assert reasons(of_a_group, known="2021-09-09") == []


@pytest.mark.parametrize("how", ["rejected", "revised", "undone"])
def test_what_was_told_of_a_group_and_is_no_more_bears_out_nothing(of_a_group, how):
    if how == "revised":
        of_a_group.add(reading("nothing of the kind", "d2", (), published="2021-09-20"), METHOD)
        pipeline.reconcile_record(of_a_group)
    else:
        (told,) = of_a_group.claims_of_document("d2")
        number = pipeline.judge(of_a_group, "reject_claim", {"claim": told.claim.claim}, "me")
        if how == "undone":
            pipeline.judge(of_a_group, "undo", {}, "me", reverses=number)
    assert len(reasons(of_a_group)) == (how == "undone")
    assert len(reasons(of_a_group, known="2021-09-10")) == (how != "rejected")


@pytest.mark.parametrize("page", [{}, {"limit": 5}, {"known": "2023-01-01"}])
def test_a_quote_that_was_rejected_is_not_shown(record, page):
    said = [
        claim(party("IND", "speaker"), party("KAZ", "about"), kind="quote", type="quote", mode="", document=document,
              text=text, published="2022-02-01")
        for document, text in (("d1", "misread"), ("d2", "well read"))
    ]  # fmt: skip
    keep(record, *said)
    number = pipeline.judge(record, "reject_claim", {"claim": said[0].claim}, "me")
    assert [q.backing.documents for q in dossier(record, **page).quotes] == [("d2",)]
    pipeline.judge(record, "undo", {}, "me", reverses=number)
    assert len(dossier(record, **page).quotes) == 2


@pytest.mark.parametrize("days", [{}, {"known": "2024-06-30"}])
def test_a_place_told_with_a_gathering_elsewhere_is_an_open_reading_until_the_gathering_is_rejected(record, days):
    host = claim(
        party("IND"), party("SCO", kind="organisation"), party("IND", "host"), mode="summit", document="d1",
        text="India hosted SCO,", published="2024-06-25",
    )  # fmt: skip
    place = statement(
        "held_at", party("SCO", "subject", "organisation"), document="d1", status="past", text="that was in Samarkand",
        start=18, place={"entity": "samarkand", "label": "Samarkand", "country": "UZB"}, published="2024-06-25",
    )  # fmt: skip
    chairs = statement(
        "chairs", party("KAZ", "subject"), SCO, document="d1", text="KAZ", start=60, published="2024-06-25"
    )
    record.add(reading("India hosted SCO, that was in Samarkand. " + " " * 19 + "KAZ", "d1", [host, place, chairs],
                       published="2024-06-25"), METHOD)  # fmt: skip
    pipeline.reconcile_record(record)

    def found(**about):
        return query.conflicts(record, WORLD, **about, **days).conflicts

    (conflict,) = found(entity="SCO")
    assert [(conflict.kind, conflict.state)] == [("reading", "open")]
    assert {s.text for side in conflict.sides for s in side.backing.evidence} == {
        "India hosted SCO,", "that was in Samarkand",
    }  # fmt: skip
    assert found(pair=("KAZ", "SCO")) == ()
    number = pipeline.judge(record, "reject_claim", {"claim": host.claim}, "me")
    assert found(entity="SCO") == ()
    pipeline.judge(record, "undo", {}, "me", reverses=number)
    assert len(found(entity="SCO")) == 1
