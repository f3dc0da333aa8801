"""The calendar of follow-ups: exactly the promises of the answer, read back by a calendar library."""

from datetime import date

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.export import promises_ics
from elchi.model import DateSpan
from elchi.query import Backing, Occurrence, Party, Promise, PromisesAnswer, PromiseStep, Sentence, Standing

TODAY = date(2025, 6, 1)
PARTIES = (Party("actor", "IND", "state", "India"), Party("recipient", "KAZ", "state", "Kazakhstan"))


def said(claim="c1", text="मोदी; कज़ाख़स्तान, जाएंगे\\n", published="2025-05-01", source="Nadi", document="d1"):
    sentence = Sentence(claim, document, source, published, "hi", "text", 0, 4, text, ("PTI",))
    return Backing((document,), (claim,), (sentence,), 0.9)


def promise(kind="visit", due=None, stage="planned", backing=None, id_="p1", place=None, text="visit"):
    told = backing or said()
    visit = Occurrence("CONSULT", "visit", "planned", "AGREE", due, place, PARTIES, told, frame="visit")
    return Promise(id_, kind, text, visit, due, (PromiseStep(stage, None, told),), told)


def target(due):
    told = said()
    aim = Standing("trade_target", "intended", PARTIES, {"factor": 2}, None, due, None, told)
    measure = {"target": {"factor": 2}, "base": {"amount": 1e9, "unit": "USD"}, "latest": None, "reached": None}
    return Promise("t1", "target", "trade", aim, due, (PromiseStep("intended", None, told),), told, measure)


def calendar(*promises):
    text = "".join(promises_ics.lines(PromisesAnswer(promises, TODAY)))
    return text, list(icalendar.Calendar.from_ical(text).subcomponents)


def test_a_visit_with_days_is_an_event_that_tells_who_when_and_by_which_words():
    _text, (entry,) = calendar(promise(due=DateSpan.day(date(2025, 5, 20)), place={"label": "Astana"}))
    assert entry.name == "VEVENT"
    assert str(entry["SUMMARY"]) == "India will visit Astana, Kazakhstan"
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2025, 5, 20), date(2025, 5, 21))
    assert (str(entry["STATUS"]), str(entry["LOCATION"])) == ("TENTATIVE", "Astana")
    described = str(entry["DESCRIPTION"])
    assert described.startswith("planned, due 2025-05-20; overdue on 2025-06-01, nothing told for 31 days")
    assert "“मोदी; कज़ाख़स्तान, जाएंगे\\n”\n— Nadi · 2025-05-01 · d1 · c1 · according to PTI" in described


def test_a_target_is_to_be_done_by_its_last_day():
    _text, (entry,) = calendar(target(DateSpan.year(2030)))
    assert (entry.name, entry["DUE"].dt, str(entry["STATUS"])) == ("VTODO", date(2030, 12, 31), "NEEDS-ACTION")
    assert "from 1 billion USD; no later figure is told" in str(entry["DESCRIPTION"])


@pytest.mark.parametrize(("due", "kind", "name", "has_due"), [
    (None, "visit", "VTODO", False),
    (DateSpan.year(2026), "visit", "VTODO", True),
    (DateSpan.month(2026, 3), "meeting", "VEVENT", False),
    (DateSpan.day(date(2026, 3, 1)), "agreement", "VTODO", True),
    (DateSpan(None, None, DateSpan.day(date(2026, 3, 1)).precision, "soon"), "visit", "VTODO", False),
])  # fmt: skip
def test_what_has_no_day_of_its_own_is_a_to_do_and_nothing_is_left_out(due, kind, name, has_due):
    _text, (entry,) = calendar(promise(kind, due))
    assert (entry.name, "DUE" in entry) == (name, has_due)


@pytest.mark.parametrize(("stage", "due", "status"), [
    ("called_off", DateSpan.day(TODAY), "CANCELLED"), ("held", DateSpan.day(TODAY), "CONFIRMED"),
    ("called_off", None, "CANCELLED"), ("delivered", None, "COMPLETED"), ("ratified", None, "IN-PROCESS"),
    ("invited", None, "NEEDS-ACTION"),
])  # fmt: skip
def test_the_stage_is_told_as_a_status(stage, due, status):
    _text, (entry,) = calendar(promise(due=due, stage=stage))
    assert str(entry["STATUS"]) == status


def test_the_uid_stays_when_an_article_is_added_and_the_promise_gets_another_id():
    first, second = said("b"), said("a", published="2025-05-03")
    both = Backing(("d1", "d2"), ("a", "b"), (*first.evidence, *second.evidence), 0.9)
    uids = {str(calendar(promise(backing=told, id_=id_))[1][0]["UID"]) for told, id_ in ((first, "p1"), (both, "p9"))}
    assert len(uids) == 1


def test_two_agreements_of_one_sentence_have_two_uids():
    _text, read = calendar(promise("agreement", text="GATT", id_="1"), promise("agreement", text="NPT", id_="2"))
    assert len({str(entry["UID"]) for entry in read}) == 2


@given(text=st.text(), source=st.text(), label=st.text(min_size=1), claim=st.text(max_size=5))
def test_hostile_words_break_no_line_and_are_read_back(text, source, label, claim):
    told = said(claim, text, source=source)
    written, read = calendar(promise(due=DateSpan.day(TODAY), backing=told, place={"label": label}))
    assert [entry.name for entry in read] == ["VEVENT"]
    assert not read[0].errors
    lines = written.encode("utf-8").split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
