"""What `import elchi` offers."""

import doctest

import pytest

import elchi
from elchi.pipeline import method


def test_the_public_names_are_sorted_and_exist():
    assert elchi.__all__ == sorted(elchi.__all__)
    assert all(hasattr(elchi, name) for name in elchi.__all__)


def test_the_example_of_the_package_holds():
    assert doctest.testmod(elchi).failed == 0


def test_extract_says_who_met_whom_with_the_words_that_say_so():
    text = "चीन के राष्ट्रपति शी जिनपिंग ने रूस के राष्ट्रपति व्लादिमीर पुतिन से मुलाकात की।"
    (meeting,) = [c for c in elchi.extract(text, published="2023-03-21") if c.kind == "event"]
    assert {p.entity for p in meeting.participants} >= {"CHN", "RUS", "xi-jinping", "vladimir-putin"}
    span = meeting.evidence[0]
    assert text[span.start : span.end] == span.text


def test_a_record_is_opened_filled_and_opened_again(tmp_path):
    path = tmp_path / "record.db"
    with elchi.open(path, create=True) as book:
        reading = elchi.read_article(elchi.Article("a", "ভারত ও বাংলাদেশ একটি চুক্তি স্বাক্ষর করেছে।"))
        assert book.record.add(reading, method()).claims == len(reading.claims)
    with elchi.open(path) as book:
        assert book.record.path == path


@pytest.fixture
def book(tmp_path):
    """A record of three articles, of which the third is published a week later."""
    texts = [
        ("a", "2022-09-17", "भारत और कज़ाख़स्तान के विदेश मंत्रियों ने 16 सितंबर 2022 को मुलाकात की।"),
        ("b", "2022-09-18", "भारत 2017 से शंघाई सहयोग संगठन का सदस्य है।"),
        ("c", "2022-09-25", "भारत और कज़ाख़स्तान ने 24 सितंबर 2022 को समझौते पर हस्ताक्षर किए।"),
    ]
    with elchi.open(tmp_path / "record.db", create=True) as opened:
        for name, day, text in texts:
            opened.record.add(elchi.read_article(elchi.Article(name, text, language="hi", published=day)), method())
        assert opened.resolve()
        yield opened


def test_a_book_answers_by_what_was_known_on_a_day(book):
    now, then = book.pair("IND", "KAZ"), book.pair("भारत", "Kazakhstan", known="2022-09-20")
    assert {o.day for o in now.occurrences} >= {"2022-09-16", "2022-09-24"}
    assert {o.day for o in then.occurrences} == {"2022-09-16"}
    assert then.left_out.later == sum(o.day == "2022-09-24" for o in now.occurrences)
    assert book.pair("IND", "KAZ", known="2022-09-01").occurrences == ()


def test_a_book_answers_for_a_day(book):
    assert [m.entity for m in book.entity("SCO", on="2018-01-01").standing("member_of")] == ["IND"]
    assert book.entity("SCO", on="2016-01-01").standing("member_of") == []
    assert {o.day for o in book.pair("IND", "KAZ", on="2022-09-20").occurrences} == {"2022-09-16"}


def test_a_book_tells_what_was_learned(book):
    learned = book.learned("2022-09-20", "2022-09-30")
    assert {o.day for o in learned.occurrences} == {"2022-09-24"}
    assert book.learned("2022-09-25", "2022-09-30").empty
    assert book.learned("2022-09-20", "2022-09-30", pair=("IND", "CHN")).empty


def test_a_book_searches_in_any_script_and_knows_who_deals_with_whom(book):
    assert {hit.document for hit in book.search("Kazakhstan").hits} == {"a", "c"}
    assert {(edge.source, edge.target) for edge in book.network().edges} == {("IND", "KAZ")}
    assert book.positions("SCO").name == "SCO"
    assert [dict(row) for row in book.sql("SELECT count(*) AS articles FROM v_articles").rows()] == [{"articles": 3}]
