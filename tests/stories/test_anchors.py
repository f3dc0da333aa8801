"""Names in many languages, and what of a text becomes an anchor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.stories.anchors import AnchorReader
from elchi.stories.names import follows, names_of


def keys(language, text):
    return [anchor.key for anchor in AnchorReader(language).read(text)[0]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "कज़ाख़स्तान"),
        ("bn", "কাজাখস্তানের"),
        ("en", "Kazakhstan's"),
        ("ru", "в Казахстане"),
        ("kk", "Қазақстанның"),
        ("zh", "在哈萨克斯坦举行"),
        ("ar", "كازاخستان"),
        ("fr", "le Kazakhstan"),
        ("tr", "Kazakistan'da"),
        ("uz", "Qozog‘istonda".replace("‘", "ʻ")),
        ("vi", "Kazakhstan"),
    ],
)
def test_a_state_is_found_in_every_language_with_its_case_endings(language, text):
    assert "e:KAZ" in keys(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "us"), ("en", "may come"), ("ru", "перуанский"), ("hi", "महाभारत"), ("tr", "iran")],
)
def test_a_word_that_only_looks_like_a_name_is_none(language, text):
    assert not [key for key in keys(language, text) if key.startswith("e:")]


def test_the_longest_name_wins():
    assert keys("en", "South Korea")[0] == "e:KOR"
    assert keys("ru", "Северной Кореи")[0] == "e:PRK"


def test_unknown_names_sound_alike_in_all_scripts():
    sounds = [
        {key for key in keys(language, text) if key.startswith("s:")}
        for language, text in [("hi", "कादिरोव"), ("bn", "কাদিরভ"), ("en", "Kadirov"), ("ru", "Кадиров")]
    ]
    assert set.intersection(*sounds)


def test_in_a_long_text_words_in_small_letters_are_no_anchors():
    long = "Kadirov " + "spoke of railways and bridges. " * 60
    assert {key for key in keys("en", long) if key.startswith("s:")} == {"s:kdrv"}


@given(st.text(max_size=300))
def test_anchors_stand_in_order_inside_the_text_and_in_a_sentence(text):
    anchors, sentences = AnchorReader("en").read(text)
    assert [a.start for a in anchors] == sorted(a.start for a in anchors)
    assert all(0 <= a.start < a.end <= len(text) + 1 for a in anchors)
    assert all(a.sentence < len(sentences) for a in anchors)
    assert all(start < end for start, end in sentences)


def test_the_words_of_a_name_may_each_have_an_ending():
    assert follows(("коре",), ("кореи",))
    assert not follows(("коре",), ("северной",))
    assert not follows(("коре",), ())


def test_a_language_that_no_table_knows_has_the_names_that_all_share():
    assert names_of("xx").starts("Kazakhstan")
