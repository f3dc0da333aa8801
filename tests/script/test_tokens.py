"""Every letter of a text lies in a token, and every token says where in the raw text it stands."""

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from elchi.script import NUMBER, SIGN, WORD, tokenise, word_keys, words_of

MIXED = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0900, max_codepoint=0x09FF),
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(" \u200c\u200d\u00ad\u0301।.,-‘’“”\n\r\u2028"),
    ),
    max_size=80,
)


@given(MIXED)
def test_every_letter_mark_and_digit_lies_in_exactly_one_token_in_order(text):
    covered = [place for token in tokenise(text) for place in range(token.start, token.end)]
    assert covered == sorted(set(covered))
    assert {i for i, c in enumerate(text) if unicodedata.category(c)[0] in "LMN" and not c.isspace()} <= set(covered)


@given(MIXED)
def test_no_token_is_empty_or_holds_a_blank(text):
    for token in tokenise(text):
        assert 0 <= token.start < token.end <= len(text)
        assert not regex.search(r"\s", text[token.start : token.end])


@given(MIXED, st.integers(0, 80), st.integers(0, 80))
def test_a_part_of_a_text_has_tokens_with_offsets_of_the_whole(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    part = tokenise(text[start:end])
    whole = tokenise(text, start, end)
    assert [(t.start + start, t.end + start, t.kind) for t in part] == [(t.start, t.end, t.kind) for t in whole]


@given(MIXED)
def test_a_decomposed_text_has_the_same_keys(text):
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert [t.key for t in tokenise(composed) if t.kind == WORD] == [
        t.key for t in tokenise(decomposed) if t.kind == WORD
    ]


@given(MIXED)
def test_glued_says_that_no_blank_stands_before(text):
    for before, token in zip(tokenise(text), tokenise(text)[1:], strict=False):
        assert token.glued == (before.end == token.start)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("भारत ने कहा।", [WORD, WORD, WORD, SIGN]),
        ("ভারত বলেছে।", [WORD, WORD, SIGN]),
        ("27.5 अरब", [NUMBER, WORD]),
        ("১২,৩৪,৫৬৭ টাকা", [NUMBER, WORD]),
        ("১৭তম", [NUMBER, WORD]),
        ("क्षत्रिय", [WORD]),
        ("রোহিঙ্গা", [WORD]),
        ("জি-২০", [WORD, SIGN, NUMBER]),
        ("“शांति”", [SIGN, WORD, SIGN]),
        ("中国", [WORD, WORD]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_words_numbers_and_signs(text, kinds):
    assert [t.kind for t in tokenise(text)] == kinds


@pytest.mark.parametrize(
    ("phrase", "words"),
    [("द्वि-पक्षीय वार्ता", 2 + 1), ("जी-20", 2), ("মো. সাহাবুদ্দিন", 2), ("U.S.", 2), ("।", 0), ("", 0)],
)
def test_a_phrase_of_a_table_is_its_words_without_signs(phrase, words):
    assert len(words_of(phrase)) == words


def test_an_endless_run_of_letters_is_a_token_without_a_key():
    (token,) = tokenise("क" * 5000)
    assert (token.start, token.end, token.key) == (0, 5000, "")


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=100))
def test_the_keys_of_words_are_those_of_the_tokens(text):
    assert word_keys(text) == [token.key for token in tokenise(text) if token.kind != SIGN]
