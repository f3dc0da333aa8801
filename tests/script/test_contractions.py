"""Contractions are read as the words they stand for, each with its place in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.script import spell_out, tokenise

TABLE = {"won't": "will not", "isn't": "is not", "'re": "are"}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("It won't go", ["it", "will", "not", "go"]),
        ("It isn’t so", ["it", "is", "not", "so"]),
        ("They're here", ["they", "are", "here"]),
        ("Modi's visit", ["modi", "'", "s", "visit"]),
        ("won 't", ["won", "'", "t"]),
        ("'re", ["'", "re"]),
    ],
)
def test_a_contraction_is_spelt_out_and_nothing_else_is(text, keys):
    assert [token.key for token in spell_out(tokenise(text), TABLE)] == keys


def test_each_word_keeps_its_own_characters():
    text = "They won't go"
    assert [text[t.start : t.end] for t in spell_out(tokenise(text), TABLE)] == ["They", "won", "'t", "go"]


@given(st.text(alphabet="wonti'’s re", max_size=30))
def test_no_letter_is_lost(text):
    spelt = spell_out(tokenise(text), TABLE)
    assert "".join(text[t.start : t.end] for t in spelt) == "".join(text.split())
