"""iCalendar: a calendar library reads back every entry, no line is longer than 75 octets, no day is made up."""

from datetime import date

import icalendar
import pytest
from hostile import any_rows, party, row

from elchi.export import ics
from elchi.export.event_words import words_of
from elchi.export.left_out import LeftOut
from elchi.model import DateSpan

IND, KAZ = party("IND", "actor", label="India"), party("KAZ", "recipient", label="Kazakhstan")


def plan(**more):
    return row(IND, KAZ, **({"mode": "visit", "frame": "visit", "status": "planned", "plover": "AGREE"} | more))


def calendar(*events, left_out=None):
    text = "".join(ics.lines(events, left_out if left_out is not None else LeftOut()))
    return text, icalendar.Calendar.from_ical(text).walk("VEVENT")


@any_rows
def test_every_entry_is_read_back_and_every_row_is_told_or_counted(events):
    left_out = LeftOut()
    text, read = calendar(*events, left_out=left_out)
    assert len(read) + left_out.total() == len(events)
    assert len({str(entry["UID"]) for entry in read}) == len(read)
    assert all(not entry.errors for entry in read)
    lines = text.encode("utf-8").split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for entry in read:
        assert all(letter >= " " or letter == "\n" for letter in str(entry["SUMMARY"]))


def test_an_entry_tells_who_what_when_and_by_which_words():
    told = plan(text="मोदी; कज़ाख़स्तान, जाएंगे\\n", place={"label": "Astana"}, recorded="2026-11-22T06:13:02.1+00:00")
    _text, (entry,) = calendar(told)
    assert str(entry["SUMMARY"]) == words_of(told) == "India will visit Astana, Kazakhstan"
    assert "मोदी; कज़ाख़स्तान, जाएंगे\\n" in str(entry["DESCRIPTION"])
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2024, 8, 20), date(2024, 8, 21))
    assert entry["DTSTAMP"].dt.isoformat() == "2026-11-22T06:13:02+00:00"
    assert str(entry["LOCATION"]) == "Astana"
    assert str(entry["STATUS"]) == "TENTATIVE"


def test_a_month_is_a_month_and_says_so():
    _text, (entry,) = calendar(plan(date=DateSpan.month(2024, 12)))
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2024, 12, 1), date(2025, 1, 1))
    assert "(some day of this month)" in str(entry["SUMMARY"])


@pytest.mark.parametrize(("told", "reason"), [
    (plan(date=DateSpan.year(2025)), "plans whose date is not known to the month"),
    (plan(day=None), "plans whose date is not known to the month"),
    (plan(status="past"), "claims of nothing planned"),
    (plan(status="denied"), "claims of nothing planned"),
])  # fmt: skip
def test_what_has_no_day_or_is_no_plan_stays_out(told, reason):
    left_out = LeftOut()
    _text, read = calendar(told, left_out=left_out)
    assert (read, left_out) == ([], {reason: 1})


def test_a_target_is_due_on_its_last_day():
    target = row(
        party("IND", "subject"), party("KAZ", "object"), kind="statement", type="trade_target", status="intended",
        day=None, valid_to=DateSpan.year(2030), value={"amount": 5_000_000_000, "unit": "USD"},
    )  # fmt: skip
    _text, (entry,) = calendar(target)
    assert entry["DTSTART"].dt == date(2030, 12, 31)
    assert entry["CATEGORIES"].to_ical() == b"DEADLINE"


@pytest.mark.parametrize("status", ["past", "denied", "hypothetical"])
def test_a_target_that_is_no_more_is_due_on_no_day(status):
    target = row(IND, kind="statement", type="trade_target", status=status, day=None, valid_to=DateSpan.year(2030))
    assert calendar(target)[1] == []


def test_a_long_line_is_folded_between_characters():
    text, (entry,) = calendar(plan(text="क" * 200))
    assert "क" * 200 in str(entry["DESCRIPTION"])
    assert "\r\n " in text
