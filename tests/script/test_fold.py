"""Spellings of one word have one key; different words keep different keys."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.script import ascii_digits, fold, fold_text

INDIC = st.text(st.characters(min_codepoint=0x0900, max_codepoint=0x09FF, exclude_categories=["Cn"]), max_size=30)
ANY = st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=30)
JOINERS = "\u200c\u200d\u00ad"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("मुलाक़ात", "मुलाकात"),
        ("क़ज़ाक़िस्तान", "कजाकिस्तान"),
        ("हिन्दी", "हिंदी"),
        ("सम्बन्ध", "संबंध"),
        ("पाकिस्तान", "पाकिस्तान\u200d"),
        ("पाँच", "पांच"),
        ("चण्डीगढ़", "चंडीगढ"),
        ("शङ्कर", "शंकर"),
        ("पञ्चायत", "पंचायत"),
        ("बढ़ाना", "बढाना"),
        ("२०२४", "2024"),
        ("বাংলাদেশ", "বাংলা\u200cদেশ"),
        ("ড়", "\u09a1\u09bc"),
        ("ড়", "\u09dc"),
        ("মস্কোয়", "মস্কো\u09af\u09bc"),
        ("চাঁদ", "চাদ"),
        ("মাখোঁ", "মাখো"),
        ("২০২৪", "2024"),
        ("বঙ্গ", "বংগ"),
        ("উদ্‌যাপন", "উদ্যাপন"),
        ("NATO", "nato"),
        ("ёлкин", "елкин"),
    ],
)
def test_two_spellings_of_one_word_have_one_key(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ईरान", "इराक"),
        ("ऑस्ट्रेलिया", "ऑस्ट्रिया"),
        ("चीन", "चिन"),
        ("ইরান", "ইরাক"),
        ("চীন", "চিন"),
        ("নাইজার", "নাইজেরিয়া"),
        ("कल", "काल"),
    ],
)
def test_other_words_keep_other_keys(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "ascii_"),
    [("१२,३४,५६७", "12,34,567"), ("২৭.৫", "27.5"), ("٢٠٢٤", "2024"), ("2024", "2024"), ("সাত ৭", "সাত 7"), ("", "")],
)
def test_digits_of_every_script_become_ascii_and_nothing_else_changes(text, ascii_):
    assert ascii_digits(text) == ascii_


@given(
    st.text(
        st.characters(min_codepoint=0x20, max_codepoint=0x7E)
        | st.characters(min_codepoint=0x0900, max_codepoint=0x09FF),
        max_size=30,
    )
)
def test_folding_twice_is_folding_once(word):
    assert fold(fold(word)) == fold(word)


@given(INDIC)
def test_the_way_of_encoding_does_not_matter(word):
    assert fold(word) == fold(unicodedata.normalize("NFD", word)) == fold(unicodedata.normalize("NFC", word))


@given(INDIC, st.sampled_from(JOINERS), st.integers(0, 30))
def test_joiners_never_change_a_key(word, joiner, place):
    assert fold(word[:place] + joiner + word[place:]) == fold(word)


@given(ANY)
def test_a_word_and_a_text_are_folded_alike(word):
    assert fold(word) == fold_text(word)


def test_digits_of_a_later_unicode_than_pythons_are_digits_too():
    newer = "\U00010d40\U00010d49"  # Garay zero and nine, of Unicode 16
    assert ascii_digits(newer) == "09"
