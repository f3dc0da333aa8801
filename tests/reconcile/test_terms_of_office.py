"""Who is said to hold an office, against who held it by the reference."""

from datetime import date

import pytest
from saying import resolve, statement, when

from elchi.model.facts import Fact, Facts

OFFICES = ["president", "prime_minister"]


def term(person, begin, end=None, office="president"):
    return Fact("catalogue", "KAZ", "holds_office", person, "KAZ", office, when(begin), when(end))


FACTS = Facts.of(
    [term("nazarbayev", "1991-12-16", "2019-03-20"), term("tokayev", "2019-03-20"),
     term("massimov", "2014-04-02", "2016-09-08", "prime_minister")],
    persons=frozenset({"nazarbayev", "tokayev", "massimov", "modi"}), until=date(2026, 1, 1),
)  # fmt: skip


def president(person, published=None, since=None, until=None, **more):
    more = {"published": published} | more if published else more
    return statement("holds_office", person, "KAZ", office="president", since=since, until=until, **more)


def came_to(claim, facts=FACTS):
    """The sides of the conflict, and whether the reference bears the claim out."""
    found = resolve(claim, facts=facts)
    sides = [[(side.value, side.source) for side in conflict.sides] for conflict in found.conflicts]
    assert all(conflict.kind == "reference" for conflict in found.conflicts)
    return sides, [reason for reason in found.standings[0].reasons if reason.startswith("borne out by")]


@pytest.mark.parametrize(
    ("claim", "holder"),
    [
        (president("tokayev", "2015-05-01"), "nazarbayev"),  # before he was
        (president("modi", "2015-05-01"), "nazarbayev"),  # never
        (president("modi", "2024-05-01"), "tokayev"),
        (president("modi", "2026-05-01"), None),  # nobody kept the reference so long
        (president("nazarbayev", "2024-05-01"), None),  # an article of today may tell of his days
        (president("nazarbayev", "2024-05-01", since="2023"), "tokayev"),
        (president("nazarbayev", since="2023", until="2023"), "tokayev"),
        (president("tokayev", since="2012"), "nazarbayev"),
        (president("hasina", "2015-05-01"), None),  # perhaps another spelling of somebody whom it knows
        (president("hasina", since="2015"), "nazarbayev"),
        (president("modi"), None),  # told on no day
        (president("modi", "2015-05-01", status="past"), None),
        (president("modi", "2015-05-01", status="planned"), None),
    ],
)
def test_another_holder_by_the_reference_is_a_conflict_where_a_day_is_told(claim, holder):
    sides, borne_out = came_to(claim)
    person = claim.participants[0].entity
    assert sides == ([[(person, ""), (holder, "catalogue")]] if holder else [])
    assert borne_out == []


@pytest.mark.parametrize(
    ("claim", "span"),
    [
        (president("tokayev", "2024-05-01"), "from 2019-03-20"),
        (president("tokayev", "2019-03-01"), "from 2019-03-20"),  # elected, not yet sworn in
        (president("tokayev", since="2019"), "from 2019-03-20"),
        (president("nazarbayev", "2019-04-01"), "from 1991-12-16 until 2019-03-20"),  # just gone
        (president("nazarbayev", "2024-05-01", status="past"), "from 1991-12-16 until 2019-03-20"),
        (president("nazarbayev", since="1995", until="1995", status="past"), "from 1991-12-16 until 2019-03-20"),
    ],
)
def test_a_holder_whom_the_reference_has_then_is_borne_out(claim, span):
    assert came_to(claim) == ([], [f"borne out by the catalogue: {span}"])


def test_an_office_that_two_held_by_the_reference_contradicts_nobody():
    facts = Facts.of([term("tokayev", "2019"), term("massimov", "2019")], FACTS.persons, FACTS.until)
    assert came_to(president("modi", "2024-05-01"), facts) == ([], [])


def test_an_office_of_many_is_held_against_nothing():
    claim = statement("holds_office", "modi", "KAZ", office="ambassador", published="2024-05-01")
    facts = Facts.of([term("tokayev", "2019", office="ambassador")], FACTS.persons, FACTS.until)
    assert came_to(claim, facts) == ([], [])
