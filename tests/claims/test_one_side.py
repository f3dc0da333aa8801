"""Where an article speaks of one side alone, no event is looked for; quotes are read all the same."""

import pytest

from elchi import claims
from elchi.model import Article
from elchi.pipeline import read_claims

ONE_SIDE = 'President Macron spoke of the floods in France. "We will rebuild every school that was lost," Macron said.'
TWO_SIDES = "France condemned the attack by Russia. President Macron called on Moscow to withdraw its troops."


@pytest.fixture
def asked(monkeypatch):
    sentences = []
    known = claims.event_candidates

    def watched(sentence, *rest):
        sentences.append(sentence)
        return known(sentence, *rest)

    monkeypatch.setattr(claims, "event_candidates", watched)
    return sentences


def test_no_event_is_looked_for_where_one_side_alone_is_spoken_of(asked):
    kinds = [claim.kind for claim in read_claims(Article("one", ONE_SIDE, language="en")).claims]
    assert not asked
    assert "quote" in kinds


def test_events_are_looked_for_where_two_sides_are_spoken_of(asked):
    found = read_claims(Article("two", TWO_SIDES, language="en")).claims
    assert asked
    assert any(claim.kind == "event" for claim in found)
