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
    with elchi.open(path, create=True) as record:
        reading = elchi.read_article(elchi.Article("a", "ভারত ও বাংলাদেশ একটি চুক্তি স্বাক্ষর করেছে।"))
        assert record.add(reading, method()).claims == len(reading.claims)
    with elchi.open(path) as record:
        assert record.path == path


@pytest.mark.parametrize("text", ["", "12 34", "Solo un texto en otra lengua, que nadie aquí lee."])
def test_what_cannot_be_read_is_an_elchi_error(text):
    with pytest.raises(elchi.ElchiError):
        elchi.extract(text)
