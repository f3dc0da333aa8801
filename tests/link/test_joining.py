"""Persons of several articles are one when more than a sound says so; what people judge goes first."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.link import join_persons
from elchi.model.persons import NameJudgements, Observed


def person(entity, *spellings, state="IND", office="foreign_secretary", claims=1):
    written = tuple((s, "hi") for s in spellings)
    offices, states = frozenset({office} if office else ()), frozenset({state} if state else ())
    return Observed(entity, entity.title(), written, states, offices, claims)


RAMAKANT = person("ramakant", "रमाकांत श्रीवास्तव", claims=3)
RAMAKANTO = person("ramakanto", "রমাকান্ত শ্রীবাস্তব")


NONE = NameJudgements()


def meanings(observed, judged=NONE, known=None):
    return {m.entity: m.means for m in join_persons(observed, judged, known or {}).meanings if not m.mention}


def test_name_state_and_office_of_two_scripts_join_to_the_busier_one():
    assert meanings([RAMAKANT, RAMAKANTO]) == {"ramakanto": "ramakant"}


@pytest.mark.parametrize(
    "other",
    [
        person("x", "রমাকান্ত শ্রীবাস্তব", state="NPL"),  # of another state
        person("x", "রমাকান্ত শ্রীবাস্তব", state="", office=""),  # nothing but the sound
        person("x", "বিজয় কেশব গোখলে"),  # the same office, another name
        person("x", "শ্রীবাস্তব", office="ambassador"),  # a surname alone, in another office
    ],
)
def test_less_does_not_join(other):
    assert meanings([RAMAKANT, other]) == {}


def test_doubtful_pairs_are_told_with_their_evidence():
    surname = person("x", "শ্রীবাস্তব")
    joined = join_persons([person("y", "श्रीवास्तव", office=""), surname], NameJudgements(), {})
    assert not joined.meanings
    assert [e.kind for e in joined.joins[0].evidence] == ["sound", "sound", "state"]


def test_judgements_go_before_what_is_found():
    pair = frozenset({("ramakant", "ramakanto")})
    assert meanings([RAMAKANT, RAMAKANTO], NameJudgements(different=pair)) == {}
    other = person("z", "विजय गोखले", state="NPL", office="")
    assert meanings([RAMAKANT, other], NameJudgements(same=frozenset({("ramakant", "z")}))) == {"z": "ramakant"}


def test_persons_kept_apart_do_not_meet_through_a_third():
    third = person("third", "रमाकान्त श्रीवास्तव", "Ramakant Shrivastava")
    found = meanings([RAMAKANT, RAMAKANTO, third], NameJudgements(different=frozenset({("ramakant", "ramakanto")})))
    assert not ({"ramakant", "ramakanto"} <= {found.get(p, p) for p in ("ramakant", "ramakanto")} and len(found) > 1)
    assert found.get("ramakant", "ramakant") != found.get("ramakanto", "ramakanto")


def test_an_entity_of_the_catalogue_is_whom_the_others_mean():
    judged = NameJudgements(same=frozenset({("ramakant", "sergey-lavrov")}))
    joined = join_persons([RAMAKANT], judged, {"sergey-lavrov": "Sergey Lavrov"})
    assert [(m.entity, m.means, m.label) for m in joined.meanings] == [("ramakant", "sergey-lavrov", "Sergey Lavrov")]


def test_a_refused_spelling_means_somebody_of_that_name():
    joined = join_persons([], NameJudgements(refused=frozenset({("लावरोफ", "sergey-lavrov")})), {})
    assert [(m.entity, m.mention, m.means) for m in joined.meanings] == [("sergey-lavrov", "लावरोफ", "lavrof")]


def test_the_order_of_persons_changes_nothing():
    persons = [RAMAKANT, RAMAKANTO, person("c", "रमाकान्त श्रीवास्तव"), person("d", "विजय गोखले")]
    assert len({tuple(sorted(meanings(list(p)).items())) for p in permutations(persons)}) == 1


@given(st.lists(st.builds(person, st.text(max_size=5), st.text(max_size=12)), max_size=6, unique_by=lambda p: p.entity))
def test_nobody_means_somebody_who_means_another(persons):
    found = meanings(persons)
    assert not set(found.values()) & set(found)
