"""Fingerprints: the same in every run, kept as JSON, with what the address and the text tell of their source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from retelling import CORPUS, article

from elchi.model import Article
from elchi.stories import Fingerprint, fingerprint


@pytest.mark.parametrize("name", sorted(CORPUS))
def test_a_fingerprint_survives_being_kept(name):
    taken = fingerprint(article(name, url="https://example.org/a-railway-for-samarkand-1"))
    assert Fingerprint.from_json(taken.to_json()) == taken


@given(st.text(max_size=200))
def test_any_text_has_a_fingerprint_that_can_be_kept(text):
    taken = fingerprint(Article("x", text))
    assert Fingerprint.from_json(taken.to_json()) == taken
    assert len(taken.keys) == len(taken.places)


def test_signs_and_case_do_not_change_the_digest_and_words_do():
    one, same, other = (fingerprint(Article("x", text)).digest for text in ("Talks, held!", "talks held", "talks end"))
    assert one == same != other


def test_the_words_of_the_address_are_anchors_and_a_section_is_none():
    told = fingerprint(article("bn-other", url="https://example.org/world/nepal-and-bhutan-sign-power-deal_99.html"))
    assert "s:svr" not in told.keys
    assert any(key.startswith("s:") and key not in fingerprint(article("bn-other")).keys for key in told.keys)
    section = fingerprint(article("bn-other", url="https://example.org/world/asia"))
    assert section.keys == fingerprint(article("bn-other")).keys


def test_a_title_that_the_text_repeats_counts_once():
    text = CORPUS["en"][2]
    title = text.split("\n")[0]
    assert fingerprint(Article("x", text, title=title)).keys == fingerprint(Article("x", text)).keys


def test_agencies_are_found_by_name_and_by_address():
    told = fingerprint(Article("x", "Talks in Astana. (PTI) https://tass.com/world/1234567"))
    assert set(told.agencies) == {"press-trust-of-india", "tass"}
