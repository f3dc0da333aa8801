"""Standings: what is one, from when until when it holds, and what took its place."""

import pytest
from saying import resolve, statement, told, trade, when

from elchi.model.record import Standing


def by_type(*claims, **more):
    return {standing.type: standing for standing in resolve(*claims, **more).standings}


@pytest.mark.parametrize(
    ("times", "groups"),
    [
        ([{"since": "2017"}, {"since": "2017-06-09"}], [[0, 1]]),
        ([{"since": "2017"}, {}], [[0, 1]]),
        ([{"since": "2017"}, {"since": "2018"}], [[0], [1]]),
        ([{"since": "2017"}, {"since": "2018"}, {}], [[0], [1], [2]]),
        ([{"since": "2005"}, {"until": "2017"}], [[0, 1]]),
        ([{"since": "2017"}, {"until": "2005"}], [[0], [1]]),
        ([{"since": "2005", "status": "past"}, {"since": "2005"}], [[0, 1]]),
        ([{"status": "past"}, {}], [[0], [1]]),
        ([{"status": "planned"}, {"since": "2017"}], [[0], [1]]),
    ],
)
def test_statements_of_one_value_are_one_where_their_times_agree(times, groups):
    claims = [statement("observer_of", "IND", "SCO", **time) for time in times]
    assert told(resolve(*claims).standings, *claims) == groups


def test_the_order_of_the_parties_of_relations_means_nothing():
    claims = statement("partnership", "IND", "KAZ"), statement("partnership", "KAZ", "IND")
    assert len(resolve(*claims).standings) == 1


def test_two_offices_of_one_person_are_two():
    claims = [
        statement("holds_office", "putin", "RUS", office=office) for office in ("president", "prime_minister")
    ]  # fmt: skip
    assert len(resolve(*claims).standings) == 2


def test_an_observer_who_became_a_member_is_no_observer_any_more():
    found = by_type(
        statement("observer_of", "IND", "SCO", since="2005"), statement("member_of", "IND", "SCO", since="2017")
    )
    observer, member = found["observer_of"], found["member_of"]
    assert (observer.valid_from, observer.valid_to, observer.ended_by) == (when("2005"), when("2017"), member.id)
    assert (observer.now, member.now, member.valid_to) == (False, True, None)
    assert observer.slot == member.slot == "standing_in IND SCO"


def test_an_undated_standing_ends_where_a_later_one_begins_after_it_was_told():
    observer = statement("observer_of", "IND", "SCO", published="2010-05-01")
    found = by_type(observer, statement("member_of", "IND", "SCO", since="2017"))
    assert (found["observer_of"].valid_to, found["observer_of"].now) == (when("2017"), False)


@pytest.mark.parametrize("since", ["2005", None])
def test_an_observer_was_one_until_some_day_before_an_article_calls_it_a_member(since):
    observer = statement("observer_of", "IND", "SCO", since=since, published="2010-05-01")
    member = statement("member_of", "IND", "SCO", published="2024-05-01")
    found = resolve(observer, member)
    ended = {s.type: s.valid_to for s in found.standings}["observer_of"]
    assert (ended.start.isoformat(), ended.end.isoformat()) == ("2010-05-02", "2024-05-01")
    assert found.conflicts == ()


def test_a_member_and_an_observer_of_one_day_are_a_conflict():
    claims = [statement(type_, "IND", "SCO", published="2024-05-01") for type_ in ("observer_of", "member_of")]
    found = resolve(*claims)
    assert ([s.ended_by for s in found.standings], len(found.conflicts)) == ([None, None], 1)


def test_a_change_told_within_one_year_is_no_conflict():
    observer = statement("observer_of", "IND", "SCO", published="2017-03-01")
    assert resolve(observer, statement("member_of", "IND", "SCO", since="2017-06-09")).conflicts == ()
    chair = statement("chairs", "KAZ", "SCO", published="2017-03-01")
    assert resolve(chair, statement("chairs", "CHN", "SCO", since="2017-06-09")).conflicts == ()


def test_chairs_follow_one_another_and_the_last_one_has_an_end():
    terms = [("UZB", "2021-09-17", None), ("IND", "2022-09-16", None), ("KAZ", "2023-07", "2024-07"),
             ("UZB", "2030", None)]  # fmt: skip
    claims = [statement("chairs", state, "SCO", since=since, until=until) for state, since, until in terms]
    found: list[Standing] = sorted(resolve(*claims).standings, key=lambda s: s.valid_from.start)
    assert [s.valid_to for s in found] == [when("2022-09-16"), when("2023-07"), when("2024-07"), None]
    assert [s.ended_by for s in found] == [found[1].id, found[2].id, None, None]
    assert {s.slot for s in found} == {"chairs SCO"}


def test_a_chair_of_whom_nobody_knows_the_term_is_over_but_not_since_the_next_that_is_told():
    uzbekistan = statement("chairs", "UZB", "SCO", published="2010-05-01")
    india = statement("chairs", "IND", "SCO", since="2022")
    found = {s.lead: s for s in resolve(uzbekistan, india).standings}
    over = found[uzbekistan.claim]
    assert (over.valid_to, over.now, over.ended_by) == (None, False, found[india.claim].id)


def test_a_term_is_ended_by_the_next_that_another_holds():
    years = [("KAZ", "2010"), ("KAZ", "2016"), ("IND", "2022"), ("IND", "2030")]
    claims = [statement("chairs", state, "SCO", since=year) for state, year in years]
    found = {s.lead: s for s in resolve(*claims).standings}
    india = found[claims[2].claim]
    assert [found[c.claim].ended_by for c in claims] == [india.id, india.id, None, None]


@pytest.mark.parametrize(
    ("since", "until", "valid_to"),
    [
        ("2023-07-04", "2024-07-04", "2024-07-05"),  # the day after the last one
        ("2023-07", "2024-07", "2024-07"),  # some time in July
        ("2022", "2022", "2023-01-01"),  # all of 2022
        ("2022", None, None),
    ],
)
def test_an_end_is_the_first_day_on_which_it_no_longer_holds(since, until, valid_to):
    (found,) = resolve(statement("chairs", "KAZ", "SCO", since=since, until=until)).standings
    assert (found.valid_to and (found.valid_to.start, found.valid_to.end)) == (
        valid_to and (when(valid_to).start, when(valid_to).end)
    )


def test_a_target_keeps_the_day_by_which_it_is_to_be_reached():
    target = statement("trade_target", "IND", "KAZ", until="2030", status="intended", value={"factor": 2})
    (found,) = resolve(target).standings
    assert found.valid_to == when("2030")


def test_a_chair_named_without_a_term_has_the_term_in_which_it_was_told():
    claims = [
        statement("chairs", "KAZ", "SCO", since="2010", until="2010"),
        statement("chairs", "KAZ", "SCO", since="2023-07", until="2024-07"),
        statement("chairs", "KAZ", "SCO", published="2024-03-05"),
        statement("chairs", "KAZ", "SCO", published="2017-03-05"),
    ]
    assert told(resolve(*claims).standings, *claims) == [[0], [1, 2], [3]]


def test_chairs_told_years_apart_are_two_terms():
    claims = [statement("chairs", "KAZ", "SCO", published=day) for day in ("2010-03-05", "2010-12-01", "2024-03-05")]
    assert told(resolve(*claims).standings, *claims) == [[0, 1], [2]]


def test_who_is_told_as_the_former_holder_later_holds_the_office_no_more():
    now = statement("holds_office", "hasina", "BGD", office="prime_minister", published="2015-06-06")
    former = statement("holds_office", "hasina", "BGD", office="prime_minister", status="past", published="2025-04-04")
    assert {s.status: s.now for s in resolve(now, former).standings} == {"ongoing": False, "past": False}
    assert resolve(now).standings[0].now
    again = statement("holds_office", "hasina", "BGD", office="prime_minister", published="2026-01-01")
    assert {s.status: s.now for s in resolve(now, former, again).standings}["ongoing"]


def test_two_presidents_with_terms_follow_one_another():
    claims = [
        statement("holds_office", "xi", "KAZ", office="president", since="1990"),
        statement("holds_office", "tokayev", "KAZ", office="president", since="2019-03-20"),
    ]
    found = {s.lead: s for s in resolve(*claims).standings}
    assert found[claims[0].claim].valid_to == when("2019-03-20")
    assert found[claims[0].claim].slot == "holds_office president KAZ"


def test_a_figure_is_of_its_period_and_no_other_figure_ends_it():
    claims = trade(2e9, "2021"), trade(3e9, "2022")
    found = sorted(resolve(*claims).standings, key=lambda s: s.valid_from.start)
    assert [(s.valid_to.start.isoformat(), s.ended_by) for s in found] == [("2022-01-01", None), ("2023-01-01", None)]


@pytest.mark.parametrize(
    ("amounts", "groups"),
    [
        ([27e9, 26.9e9], [[0, 1]]),
        ([27e9, 27_000_000_000], [[0, 1]]),
        ([27e9, 26.4e9], [[0], [1]]),
        ([27e9, 26.9e9, 27.2e9], [[0], [1], [2]]),  # which of the two was rounded?
        ([27e9, 26.9e9, 26_930_000_000], [[0, 1, 2]]),
        ([30e9, 27e9], [[0], [1]]),
        ([3e9, 2.9e9], [[0, 1]]),
    ],
)
def test_a_rounded_figure_joins_the_one_exact_figure_that_it_is_the_rounding_of(amounts, groups):
    claims = [trade(amount, "2023") for amount in amounts]
    found = resolve(*claims).standings
    assert told(found, *claims) == groups
    exact = min((claim.value["amount"] for claim in claims), key=lambda amount: -len(f"{amount:.0f}".rstrip("0")))
    assert len(groups) > 1 or found[0].value["amount"] == exact


@pytest.mark.parametrize(
    ("published", "together"),
    [("2023-06-01", True), ("2024-12-01", True), ("2022-12-01", False), ("2026-02-01", False), (None, True)],
)
def test_a_figure_without_a_year_is_that_of_the_last_ones(published, together):
    claims = trade(27e9, "2023"), trade(27e9, published=published)
    assert len(resolve(*claims).standings) == (1 if together else 2)


def test_figures_without_a_year_that_are_told_years_apart_are_two():
    claims = [trade(27e9, published=day) for day in ("2015-06-01", "2015-12-01", "2024-06-01")]
    assert told(resolve(*claims).standings, *claims) == [[0, 1], [2]]


def test_two_anniversaries_bear_out_one_year():
    claims = [
        statement("diplomatic_relations", "IND", "KAZ", since="1992", words=words, published=day)
        for words, day in (("30 years", "2022-01-27"), ("३२ वर्ष", "2024-01-27"))
    ]
    (found,) = resolve(*claims).standings
    assert found.reasons[-2:] == ("1992 agrees with 30 years told in 2022", "1992 agrees with 32 years told in 2024")


def test_figures_of_two_currencies_or_years_are_not_rounded_into_one_another():
    claims = trade(27e9, "2023"), trade(26.9e9, "2022"), trade(26.9e9, "2023", unit="RUB")
    assert len(resolve(*claims).standings) == 3


def test_founded_is_told_in_the_past_and_is_not_over():
    (found,) = resolve(statement("founded", "SCO", since="2001", status="past")).standings
    assert found.now


def test_the_most_exact_claim_leads_and_the_reasons_say_how_the_times_agree():
    claims = (
        statement("member_of", "IND", "SCO", since="2017"),
        statement("member_of", "IND", "SCO", since="2017-06-09"),
    )
    (found,) = resolve(*claims).standings
    assert (found.lead, found.valid_from) == (claims[1].claim, when("2017-06-09"))
    assert found.reasons == ("begun: 2017-06-09 told by one, 2017 by another", "same parties, same words")


@pytest.mark.parametrize(
    ("periods", "groups"),
    [
        (["2023-04-01..2024-03-31", "2023-04-01..2024-06-30"], [[0, 1]]),
        (["2023-04-01..2024-03-31", "2023"], [[0], [1]]),
        (["2023-04-01..2024-03-31", "2024-04-01..2025-03-31"], [[0], [1]]),
    ],
)
@pytest.mark.parametrize("turned", [1, -1])
def test_one_figure_of_a_year_with_doubtful_bounds_is_one(periods, groups, turned):
    claims = [trade(13e9, period) for period in periods]
    assert told(resolve(*claims[::turned]).standings, *claims) == groups


def test_two_figures_of_one_financial_year_are_of_one_time():
    claims = (
        trade(13e9, "2023-04-01..2024-06-30", published="2024-06-22"),
        trade(14e9, "2023-04-01..2024-03-31", published="2025-05-18"),
    )
    assert {standing.now for standing in resolve(*claims).standings} == {False}


FULL, SHORT, OTHER = "permanent comprehensive strategic partnership", "strategic partnership", "enhanced partnership"
MIDDLE = "comprehensive strategic partnership"


def level(words, year=None, since=None):
    more = {"published": f"{year}-05-01"} if year else {}
    return statement("partnership", "IND", "KAZ", value={"text": words}, since=since, **more)


@pytest.mark.parametrize(
    ("claims", "groups"),
    [
        ([level(FULL), level(SHORT)], [[0, 1]]),
        ([level(FULL), level(SHORT), level("partnership")], [[0, 1, 2]]),
        ([level(FULL), level(OTHER)], [[0], [1]]),
        ([level(FULL), level(OTHER), level("partnership")], [[0], [1], [2]]),  # short for which of the two?
        ([level(FULL, 2022, "2019"), level(SHORT, 2022)], [[0, 1]]),
        ([level(FULL, 2022, "2019"), level(SHORT, 2012)], [[0], [1]]),  # told before it began
        ([level(FULL, 2022, "2019"), level(SHORT, 2022, "2005")], [[0], [1]]),  # a level of its own time
        ([level(FULL, 2022, "2019-09-11"), level(SHORT, 2022, "2019")], [[0, 1]]),
        ([level(FULL, 2022), level(SHORT, 2012)], [[0], [1]]),  # an earlier level, perhaps
        ([level(FULL, 2022, "2019"), level(MIDDLE, 2015, "2011"), level(SHORT, 2023)], [[0, 2], [1]]),
        ([level(FULL, 2022, "2019"), level(MIDDLE, 2015, "2011"), level(SHORT, 2015)], [[0], [1, 2]]),
    ],
)
@pytest.mark.parametrize("turned", [1, -1])
def test_a_level_told_in_fewer_words_is_the_same_level(claims, groups, turned):
    assert told(resolve(*claims[::turned]).standings, *claims) == groups


def test_the_fewer_words_are_told_beside_the_level():
    (one,) = resolve(level(FULL), level(SHORT)).standings
    assert (one.value, one.also) == ({"text": FULL}, (SHORT,))
    assert f"also said: {SHORT}, a shorter wording" in one.reasons
