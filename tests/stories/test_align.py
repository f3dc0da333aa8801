"""Sentences side by side: order, gaps, figures."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from retelling import BENGALI, ENGLISH, HINDI, WRONG_FIGURE

from elchi.model import Article
from elchi.stories import align


def beside(one, other):
    found = align(Article("a", one), Article("b", other))
    return [
        tuple(text[span[0] : span[1]] if span else None for text, span in zip(found.texts, spans, strict=True))
        for spans in ((row.first, row.second) for row in found.rows)
    ]


def test_translations_stand_sentence_by_sentence():
    hindi, bengali = HINDI.split("\n"), BENGALI.split("\n")
    assert beside(HINDI, BENGALI) == [(a, b) for a, b in zip(hindi, bengali, strict=True) if a]


def test_a_sentence_that_one_copy_leaves_out_has_nothing_beside_it():
    shorter = "\n".join(line for line in BENGALI.split("\n") if "১২,৫০০" not in line)
    alone = [first for first, second in beside(HINDI, shorter) if second is None]
    assert len(alone) == 1
    assert "12,500" in alone[0]


def test_a_sentence_that_is_split_stands_beside_both_halves():
    split = ENGLISH.replace(" would begin on 15 March 2027 and employ", " would begin on 15 March 2027. It will employ")
    joined = [second for first, second in beside(ENGLISH, split) if first and "Kadirov" in first]
    assert "12,500" in joined[0]


def test_a_changed_figure_is_found_and_a_translated_one_is_none():
    changed = align(Article("a", HINDI), Article("b", WRONG_FIGURE)).differing
    assert [row.figures for row in changed] == [(("3.4",), ("4.3",))]
    assert not align(Article("a", HINDI), Article("b", BENGALI)).differing


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_every_sentence_stands_in_one_row_and_rows_keep_the_order(one, other):
    found = align(Article("a", one), Article("b", other))
    for side in (0, 1):
        spans = [span for span in ((row.first, row.second)[side] for row in found.rows) if span]
        assert spans == sorted(spans)
        assert all(0 <= start <= end <= len(found.texts[side]) for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
