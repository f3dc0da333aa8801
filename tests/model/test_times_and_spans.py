"""The shared vocabulary: spans that quote exactly, dates that keep their doubt, claims that come back from JSON."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.errors import ElchiError, EmptyInputError, PackError, ReadError, RecordError, SpanError
from elchi.model import (
    TITLE,
    Article,
    Basis,
    Claim,
    ClaimKind,
    DateSpan,
    Evidence,
    EvidenceSpan,
    OfficeTerm,
    Participant,
    Precision,
    Reason,
    Status,
)
from elchi.model.time import days_before

DAYS = st.dates(date(1600, 1, 1), date(2100, 12, 31))
SPANS = st.one_of(
    DAYS.map(DateSpan.day),
    st.builds(DateSpan.month, st.integers(1600, 2100), st.integers(1, 12)),
    st.builds(DateSpan.year, st.integers(1600, 2100), st.text(max_size=5)),
    st.builds(lambda day, more: DateSpan.about(day, day + timedelta(more), "x"), DAYS, st.integers(0, 900)),
    st.text(max_size=9).map(DateSpan.unresolved),
)


def test_a_span_quotes_its_words_and_refuses_what_is_not_there():
    article = Article("a", "भारत ने कहा।", title="ভারত")
    assert EvidenceSpan(0, 4).quote(article) == "भारत"
    assert EvidenceSpan(0, 4, TITLE).quote(article) == "ভারত"
    for start, end in [(-1, 3), (3, 3), (4, 2), (0, 99)]:
        with pytest.raises(SpanError, match=r"^a: span"):
            EvidenceSpan(start, end).quote(article)


def test_an_article_without_a_title_has_an_empty_one():
    assert Article("a", "x").field_text(TITLE) == ""


def test_the_same_text_has_the_same_hash_and_an_accent_another():
    assert Article("a", "कहा").sha256 == Article("b", "कहा", title="x").sha256
    assert Article("a", "\u0958").sha256 != Article("a", "\u0915\u093c").sha256
    assert len(Article("a", "\ud800").sha256) == 64


@given(SPANS)
def test_a_date_comes_back_from_json(span):
    assert DateSpan.from_json(span.to_json()) == span


@given(st.integers(1600, 2100), st.integers(1, 12))
def test_a_month_begins_on_its_first_and_ends_on_its_last_day(year, month):
    span = DateSpan.month(year, month)
    assert span.start == date(year, month, 1)
    assert (span.end + timedelta(1)).day == 1


def test_an_unresolved_date_has_words_and_no_days():
    assert DateSpan.unresolved("कभी").to_json() == {"precision": "unresolved", "text": "कभी"}
    assert DateSpan.unresolved("কখনো").precision is Precision.UNRESOLVED


def test_days_before_a_day_are_an_interval():
    assert days_before(date(2024, 8, 20), 2, 14) == (date(2024, 8, 6), date(2024, 8, 18))


@pytest.mark.parametrize(
    ("start", "end", "day", "holds"),
    [
        ("2014-05-26", None, "2014-05-26", True),
        ("2014-05-26", None, "2014-05-25", False),
        ("2014-05", None, "2014-05-01", True),
        ("2014", "2016", "2016-12-31", True),
        ("2014", "2016", "2017-01-01", False),
        (None, "2014-05-26", "2014-05-26", True),
        (None, "2014-05-26", "2014-05-27", False),
        (None, None, "1700-01-01", True),
    ],
)
def test_a_term_holds_from_its_first_to_its_last_day_and_an_open_end_excludes_nothing(start, end, day, holds):
    assert OfficeTerm("p", "president", "IND", start, end).holds_on(day) is holds


INDIA = Participant("party", "IND", "state", "India", Basis.NAMED, 1.0, (0, 4))
RUSSIA = Participant("party", "RUS", "state", "Russia", Basis.TITLE, 0.9)


def claim(**fields):
    told = {
        "document": "a",
        "kind": ClaimKind.EVENT,
        "type": "CONSULT",
        "status": Status.PAST,
        "confidence": 0.5,
        "text_sha256": "0",
        "participants": (INDIA, RUSSIA),
        "evidence": (Evidence("text", 0, 4, "भारत"),),
        "mode": "meet",
        "language": "hi",
    }
    return Claim(**(told | fields)).identified()


def test_a_claim_comes_back_from_json():
    times = {"date": DateSpan.year(1992, "1992"), "valid_from": DateSpan.month(2001, 6)}
    full = claim(
        **times,
        valid_to=DateSpan.unresolved("x"),
        reasons=(Reason("trigger", "बैठक", 0.9),),
        value={"amount": 3},
        virtual=True,
        record=True,
        background=True,
        direct=True,
        medium="X",
        contexts=("summit",),
        place={"entity": "astana", "label": "Astana", "country": "KAZ"},
        attribution=({"label": "China"},),
        plover="AGREE",
        method="m",
        source="s",
    )
    for told in (claim(), full):
        assert Claim.from_json(told.to_json()) == told


def test_a_claim_says_nothing_of_what_it_does_not_know():
    row = claim(mode="").to_json()
    assert {"mode", "value", "date", "valid", "place", "direct", "virtual", "attribution"}.isdisjoint(row)


@pytest.mark.parametrize(
    "fields",
    [
        {"confidence": 0.9},
        {"method": "other"},
        {"reasons": (Reason("r", "w", 1),)},
        {"status": Status.PLANNED},
        {"date": DateSpan.year(1992)},
    ],
)
def test_how_a_claim_was_found_does_not_change_its_id(fields):
    assert claim(**fields).claim == claim().claim


def test_the_order_of_participants_does_not_change_the_id():
    assert claim(participants=claim().participants[::-1]).claim == claim().claim


@pytest.mark.parametrize(
    "fields",
    [
        {"document": "b"},
        {"type": "AID"},
        {"mode": "call"},
        {"value": {"amount": 1}},
        {"evidence": (Evidence("text", 0, 5, "भारत "),)},
        {"text_sha256": "1"},
    ],
)
def test_what_a_claim_says_and_where_is_its_id(fields):
    assert claim(**fields).claim != claim().claim


def test_every_error_is_an_elchi_error_whose_message_names_the_place():
    assert str(PackError("hi/months.tsv", 3, "a month")) == "hi/months.tsv:3: expected a month"
    assert str(ReadError("a.jsonl", "no text", 7)) == "a.jsonl:7: no text"
    assert str(EmptyInputError("a", "nothing to read")) == "a: nothing to read"
    assert all(issubclass(kind, ElchiError) for kind in (PackError, ReadError, EmptyInputError, SpanError, RecordError))
