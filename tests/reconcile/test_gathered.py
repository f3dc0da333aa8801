"""A place told in one breath with a gathering elsewhere: two readings, both shown."""

from dataclasses import replace

import pytest
from saying import event, resolve, statement

from elchi.model import Evidence
from elchi.model.facts import Facts
from elchi.reconcile import documents_of_places, hosts_told_beside

SUMMIT = "CONSULT summit"
CLAUSE, BESIDE, LATER = (Evidence("text", start, end, "words") for start, end in ((0, 50), (51, 80), (120, 150)))


def hosted(host="IND", on="2023", evidence=CLAUSE, document="d1", **more):
    return event(SUMMIT, host, "SCO", f"host:{host}", on=on, document=document, evidence=(evidence,), **more)


def held(town="samarkand", country="UZB", since=None, evidence=BESIDE, document="d1"):
    place = {"place": {"entity": town, "country": country}}
    return statement("held_at", "SCO", since=since, status="past", document=document, evidence=(evidence,), **place)


def readings(place, *others):
    """What the place of `d1` comes to beside the other claims."""
    facts = Facts.of(hosts_told_beside([place, *others]))
    of_body = [claim for claim in others if claim.type == "held_at"]
    return [
        (c.kind.value, c.state.value, c.about, [side.value for side in c.sides])
        for c in resolve(place, *of_body, facts=facts).conflicts
    ]


OPEN = [("reading", "open", "held_at SCO, 2023", ["IND", "samarkand"])]


@pytest.mark.parametrize(
    ("place", "told", "found"),
    [
        (held(), [hosted()], OPEN),
        (held(since="2023"), [hosted()], OPEN),
        (held(since="2022"), [hosted()], []),  # it says itself that it was another
        (held("goa", "IND"), [hosted()], []),
        (held("IND", "IND"), [hosted()], []),
        (held(), [hosted(on=None)], [("reading", "open", "held_at SCO", ["IND", "samarkand"])]),
        (held(evidence=LATER), [hosted()], []),
        (held(evidence=CLAUSE), [hosted()], OPEN),  # one clause tells both
        (held(), [hosted(document="d2")], []),
        (held(), [hosted(virtual=True)], []),
        (held(), [hosted(status="planned")], []),
        (held(), [event(SUMMIT, "IND", "SCO", on="2023", document="d1", evidence=(CLAUSE,))], []),  # nobody hosts
        (held(), [event(SUMMIT, "IND", "BRICS", "host:IND", on="2023", document="d1", evidence=(CLAUSE,))], []),
        (held(), [hosted(), hosted("KAZ", "2024", LATER)], OPEN),
    ],
)
def test_a_place_in_another_country_than_the_host_of_the_gathering_just_told_is_read_in_two_ways(place, told, found):
    assert readings(place, *told) == found


def test_the_sides_rest_on_the_claim_of_the_place_and_on_that_of_the_gathering():
    place, told = held(), hosted()
    (conflict,) = resolve(place, facts=Facts.of(hosts_told_beside([told, place]))).conflicts
    assert {side.value: side.claims for side in conflict.sides} == {
        "IND": (told.claim,), "samarkand": (place.claim,),
    }  # fmt: skip


def test_a_place_that_another_article_tells_of_another_year_is_explained():
    found = readings(held(), hosted(), held(since="2022", document="d2"))
    assert [(kind, state) for kind, state, *_ in found] == [("reading", "explained")]


def test_a_body_that_both_clauses_mean_by_the_same_words_joins_them_however_far_apart():
    def by(claim):
        people = [replace(p, mention=(20, 23)) if p.entity == "SCO" else p for p in claim.participants]
        return replace(claim, participants=tuple(people))

    assert readings(by(held(evidence=LATER)), by(hosted())) == OPEN


def test_only_articles_that_tell_a_place_are_looked_at():
    assert documents_of_places([held(), hosted(document="d2"), statement("chairs", "IND", "SCO")]) == {"d1"}
