"""Conflicts: what cannot all hold, what only seems so, and what keeps its id."""

from dataclasses import replace

import pytest
from saying import event, resolve, statement, trade

from elchi.model import Evidence
from elchi.model.facts import Fact, Facts
from elchi.model.judged import Judged, Settled

MEET = "CONSULT meet"


def clashes(*claims, **more):
    """Kind, state and values of each conflict."""
    return [(c.kind.value, c.state.value, [side.value for side in c.sides]) for c in resolve(*claims, **more).conflicts]


def chair(state, since=None, until=None, **more):
    return statement("chairs", state, "SCO", since=since, until=until, **more)


@pytest.mark.parametrize(
    ("claims", "values"),
    [
        ([chair("KAZ", "2023-07", "2024-07"), chair("IND", "2023-01-01", "2023-12-31")], ["IND", "KAZ"]),
        ([chair("KAZ", "2023", "2023"), chair("IND", "2023", "2023")], ["IND", "KAZ"]),
        ([chair("KAZ", "2023"), chair("IND", "2023"), chair("UZB", "2023")], ["IND", "KAZ", "UZB"]),
        ([chair("KAZ", published="2024-01-01"), chair("IND", published="2024-09-01")], ["IND", "KAZ"]),
        ([chair("KAZ", "2023-07", "2024-07"), chair("KAZ", "2023", "2024")], None),
        ([chair("IND", "2022-09-16", "2023-07-04"), chair("KAZ", "2023-07-04", "2024-07-04")], ["IND", "KAZ"]),
        ([chair("IND", "2022-09-16", "2023-07-03"), chair("KAZ", "2023-07-04", "2024-07-04")], None),
        ([chair("IND", "2022-09", "2023-07"), chair("KAZ", "2023-07", "2024-07")], None),
        ([chair("IND", "2022"), chair("KAZ", "2023")], None),
        ([chair("KAZ", published="2019-01-01"), chair("IND", published="2024-09-01")], None),
        ([chair("KAZ", "2023"), chair("IND", "2023", status="planned")], None),
    ],
)
def test_one_slot_has_one_holder_at_a_time(claims, values):
    found = clashes(*claims)
    assert found == ([("slot", "open", values)] if values else [])


def test_two_contested_times_are_two_conflicts_and_what_lies_between_is_none():
    claims = [chair("IND", "2005-01-01", "2010-12-31"), chair("UZB", "2004-01-01", "2006-12-31"),
              chair("KAZ", "2009-01-01", "2012-12-31")]  # fmt: skip
    found = resolve(*claims).conflicts
    assert sorted(c.about for c in found) == ["chairs SCO, 2005 to 2006", "chairs SCO, 2009 to 2010"]


def test_a_member_told_as_an_observer_afterwards_is_a_conflict():
    claims = statement("member_of", "IND", "SCO", since="2017"), statement("observer_of", "IND", "SCO", since="2017-03")
    assert clashes(*claims) == [("slot", "open", ["member_of", "observer_of"])]


INDIAN = "2023-04-01..2024-03-31"
SOME = "2023-04-01..2024-06-30"
"""A financial year that an article does not date: from the first day that it may begin to the last that it may end."""


@pytest.mark.parametrize(
    ("claims", "found"),
    [
        ([trade(27e9, "2023"), trade(26.9e9, "2023")], []),
        ([trade(27e9, "2023"), trade(28e9, "2023")], [("value", "open")]),
        ([trade(27e9, "2023"), trade(28e9, "2022")], []),
        ([trade(27e9, "2023"), trade(28e9, "2023", unit="RUB")], []),
        ([trade(27e9, "2023"), trade(28e9, "2023-04-01..2024-03-31")], [("value", "explained")]),
        ([trade(13e9, INDIAN), trade(14e9, SOME)], [("value", "open")]),  # one financial year
        ([trade(13e9, SOME), trade(14e9, SOME)], [("value", "open")]),
        ([trade(13e9, SOME), trade(13e9, INDIAN)], []),
        ([trade(13e9, SOME), trade(12.9e9, INDIAN)], []),  # rounded
        ([trade(13e9, INDIAN), trade(14e9, "2023")], [("value", "explained")]),  # the calendar year is another
        ([trade(13e9, SOME), trade(14e9, "2023")], [("value", "explained")]),
        ([trade(13e9, SOME), trade(14e9, "2022-04-01..2023-03-31")], []),
        ([trade(13e9, "2023"), trade(14e9, "2023-01-01..2023-11-30")], [("value", "explained")]),  # eleven months
        ([trade(13e9, "2019-01-01..2023-12-31"), trade(14e9, "2019-01-01..2022-12-31")], [("value", "explained")]),
        ([trade(27e9, "2023"), trade(28e9, published="2023-12-01")], [("value", "open")]),
        ([trade(27e9, "2023"), trade(28e9, published="2024-12-01")], []),
        ([trade(27e9), trade(28e9)], [("value", "open")]),
    ],
)
def test_two_values_of_one_figure_conflict_beyond_their_rounding(claims, found):
    assert [(kind, state) for kind, state, _ in clashes(*claims)] == found


def test_periods_that_overlap_are_named_in_the_explanation():
    (conflict,) = resolve(trade(27e9, "2023"), trade(28e9, "2023-04-01..2024-03-31")).conflicts
    assert conflict.explanation == "two periods that overlap: 2023 and 2023-04-01/2024-03-31"


def test_two_levels_of_partnership_in_one_year_conflict():
    levels = ["comprehensive partnership", "strategic partnership"]
    claims = [statement("partnership", "IND", "KAZ", value={"text": level}, published="2024-05-01") for level in levels]
    assert clashes(*claims) == [("value", "open", [{"text": level} for level in levels])]


@pytest.mark.parametrize(
    ("level", "since", "told"),
    [
        (("strategic partnership", "permanent comprehensive strategic partnership"), (None, None), ("2024", "2024")),
        (("strategic partnership", "permanent comprehensive strategic partnership"), (None, "2019"), ("2024", "2020")),
        (("strategic partnership", "permanent comprehensive strategic partnership"), (None, "2019"), ("2012", "2020")),
        (("strategic partnership", "permanent comprehensive strategic partnership"), ("2005", "2019"), (None, None)),
        (("strategic partnership", "alliance"), (None, None), ("2024", "2024")),  # side by side
    ],
)
def test_a_level_told_in_fewer_words_contradicts_none(level, since, told):
    days = [{"published": f"{year}-05-01"} if year else {} for year in told]
    claims = [
        statement("partnership", "IND", "KAZ", value={"text": words}, since=begun, **day)
        for words, begun, day in zip(level, since, days, strict=True)
    ]
    assert clashes(*claims) == []


def test_one_day_told_twice_by_copies_of_a_report_is_the_fault_of_a_translation():
    claims = trade(27e9, "2023", "d1"), trade(2.7e9, "2023", "copy")
    assert clashes(*claims)[0][0] == "value"
    assert clashes(*claims, reports={"d1": "r", "copy": "r"})[0][0] == "translation"


def test_a_translation_is_at_fault_only_where_its_figure_stands_alone():
    claims = trade(27e9, "2023", "d1"), trade(2.7e9, "2023", "copy"), trade(2.7e9, "2023", "d3")
    assert clashes(*claims, reports={"d1": "r", "copy": "r"})[0][0] == "translation"  # nobody else says 27
    both = *claims[:2], trade(30e9, "2023", "d1")  # an article that tells two figures itself
    assert clashes(*both, reports={"d1": "r", "copy": "r"})[0][0] == "value"
    more = *claims, trade(27e9, "2023", "d4")
    assert clashes(*more, reports={"d1": "r", "copy": "r"})[0][0] == "value"


def test_a_day_that_a_translation_changed():
    claims = (
        event(MEET, "KAZ", "RUS", on="2023-11-09", document="d1"),
        event(MEET, "KAZ", "RUS", on="2023-11-10", document="copy"),
    )
    assert clashes(*claims, reports={"d1": "r", "copy": "r"}) == [("translation", "open", ["2023-11-09", "2023-11-10"])]


def test_a_copy_may_have_changed_a_day_by_months_or_the_year_of_a_figure():
    reports = {"d1": "r", "copy": "r"}
    met = [event(MEET, "KAZ", "RUS", on=day, document=d) for day, d in (("2023-03-09", "d1"), ("2023-09-03", "copy"))]
    assert clashes(*met) == []
    assert clashes(*met, reports=reports) == [("translation", "open", ["2023-03-09", "2023-09-03"])]
    figures = trade(27e9, "2022", "d1"), trade(27e9, "2023", "copy")
    assert clashes(*figures) == []
    assert clashes(*figures, reports=reports) == [("translation", "open", ["2022 to 2022", "2023 to 2023"])]


def test_an_article_that_tells_both_days_has_changed_none():
    met = [event(MEET, "KAZ", "RUS", on=day, document="d1") for day in ("2023-03-09", "2023-09-03")]
    copy = event(MEET, "KAZ", "RUS", on="2023-03-09", document="copy")
    assert clashes(*met, copy, reports={"d1": "r", "copy": "r"}) == []


def test_opinions_of_two_days_are_no_conflict():
    claims = [event("ACCUSE disapprove", "KAZ>RUS", on=day) for day in ("2023-11-09", "2023-11-10")]
    assert clashes(*claims) == []


def test_one_sentence_read_in_two_ways_is_a_matter_of_reading():
    words = (Evidence("text", 10, 90, "words"),)
    claims = chair("IND", "2022", evidence=words, document="d1"), chair("UZB", "2022", evidence=words, document="d1")
    assert clashes(*claims) == [("reading", "open", ["IND", "UZB"])]
    assert clashes(claims[0], replace(claims[1], document="d2"))[0][0] == "slot"


@pytest.mark.parametrize(
    ("days", "documents", "more", "found"),
    [
        (("2023-11-09", "2023-11-10"), ("d1", "d2"), {}, True),
        (("2023-11-09", "2023-11-12"), ("d1", "d2"), {}, True),
        (("2023-11-09", "2023-11-13"), ("d1", "d2"), {}, False),
        (("2023-11-09", "2023-11-10"), ("d1", "d1"), {}, False),
        (("2023-11-09", "2023-11-10"), ("d1", "d2"), {"status": "planned"}, False),
        (("2023-11-09", "2023-11"), ("d1", "d2"), {}, False),
        (("2023-11-09", "2023-12-09"), ("d1", "d2"), {}, False),
    ],
)
def test_two_days_for_one_act_within_a_few_days_conflict(days, documents, more, found):
    claims = [event(MEET, "KAZ", "RUS", on=day, document=d, **more) for day, d in zip(days, documents, strict=True)]
    assert clashes(*claims) == ([("date", "open", list(days))] if found else [])


def test_two_months_for_the_signing_of_one_treaty_conflict():
    claims = [event("SUPPORT sign", "KAZ", "RUS", "about:SEA_TREATY", on=day) for day in ("2023-11-09", "2023-12-09")]
    assert clashes(*claims) == [("date", "open", ["2023-11-09", "2023-12-09"])]


def test_meetings_of_different_persons_on_two_days_are_no_conflict():
    claims = event(MEET, "KAZ", "RUS", "putin", on="2023-11-09"), event(MEET, "KAZ", "RUS", "lavrov", on="2023-11-10")
    assert clashes(*claims) == []


def test_the_days_of_a_visit_are_no_conflict():
    claims = [event("CONSULT visit", "RUS>KAZ", on=day) for day in ("2023-11-09", "2023-11-10")]
    assert clashes(*claims) == []


def test_two_places_of_one_act_on_one_day_conflict():
    places = [{"entity": town, "label": town, "country": "KAZ"} for town in ("almaty", "astana")]
    claims = [event(MEET, "KAZ", "RUS", on="2023-11-09", place=place) for place in places]
    assert clashes(*claims) == [("place", "open", ["almaty", "astana"])]


def test_two_sums_of_one_gift_conflict():
    sums = [{"amount": amount, "unit": "USD"} for amount in (1e6, 2e6)]
    claims = [event("AID economic", "KAZ>RUS", on="2023-11-09", value=value) for value in sums]
    assert clashes(*claims) == [("value", "open", sums)]


MEMBERS = ("CHN", "KAZ", "KGZ")


def members(*names, **more):
    return [statement("member_of", name, "SCO", **({"since": "2001"} | more)) for name in names]


def counted(amount, **more):
    return statement("member_count", "SCO", value={"amount": amount}, **more)


@pytest.mark.parametrize(
    ("count", "claims", "found"),
    [
        (counted(2, published="2010-01-01"), members(*MEMBERS), True),
        (counted(3, published="2010-01-01"), members(*MEMBERS), False),
        (counted(9, published="2010-01-01"), members(*MEMBERS), False),  # no article need name all
        (counted(3, published="2010-01-01"), members(*MEMBERS) + members("IND", since="2017"), False),
        (counted(3, published="2018-01-01"), members(*MEMBERS) + members("IND", since="2017"), True),
        (counted(3, since="2012"), members(*MEMBERS) + members("IND", since="2017"), False),
        (
            counted(3, published="2018-01-01"),
            members(*MEMBERS) + members("IND", since=None, published="2017-07-01"),
            True,
        ),
        (
            counted(3, published="2016-01-01"),
            members(*MEMBERS) + members("IND", since=None, published="2017-07-01"),
            False,
        ),
        (counted(3, published="2018-01-01"), members(*MEMBERS) + members("UZB", until="2012-06-01"), False),
        (counted(3, document="d1"), members("CHN", "IND", "KAZ", "UZB", since=None, document="d1"), True),
        (counted(3, document="d1"), members(*MEMBERS, document="d1") + members("UZB", since=None, document="d1"), True),
        (counted(3, document="d1"), members(*MEMBERS, document="d1") + members("UZB", document="d2"), False),
    ],
)
def test_a_count_is_held_against_the_list_of_its_day(count, claims, found):
    assert [kind for kind, _, _ in clashes(count, *claims)] == (["count"] if found else [])


def test_a_count_that_the_list_bears_out_says_so():
    found = resolve(counted(3, published="2010-01-01"), *members(*MEMBERS)).standings
    (count,) = [s for s in found if s.type == "member_count"]
    assert count.reasons == ("as many are listed by name: 3",)


def test_founders_are_counted():
    claims = statement("founded", "SCO", since="2001", status="past", founders=MEMBERS, value={"amount": 2})
    ((kind, _, values),) = clashes(claims)
    assert (kind, values[1]) == ("count", {"amount": 3, "listed": sorted(MEMBERS)})


def relations(since, **more):
    return statement("diplomatic_relations", "IND", "KAZ", since=since, **more)


@pytest.mark.parametrize(
    ("claims", "kinds"),
    [
        ([relations("1992-02-22"), relations("1992-02")], []),
        ([relations("1992-02-22"), relations("1992-02-23")], ["date"]),
        ([relations("1992-02-22"), relations("1992", words="30th anniversary")], []),
        ([relations("1992-02-22"), relations("1993", words="30 years")], ["arithmetic"]),
        ([relations("1992-02-22"), relations("1993", words="since 1993")], ["date"]),
        ([relations("1992-02-22"), relations("1993", words="1993, 31 years before")], ["date"]),
        ([relations("1992-02-22"), relations("1993", words="३० वर्ष")], ["arithmetic"]),
    ],
)
def test_two_beginnings_of_what_begins_once_conflict(claims, kinds):
    assert [kind for kind, _, _ in clashes(*claims)] == kinds


def test_two_years_of_foundation_conflict():
    claims = [statement("founded", "SCO", since=year, status="past") for year in ("1996", "2001")]
    assert clashes(*claims) == [("date", "open", ["1996", "2001"])]


def fact(type_="diplomatic_relations", subject="IND", target="KAZ", block="IND|KAZ", **times):
    return Facts.of([Fact("catalogue", block, type_, subject, target, **times)])


def test_reference_data_stand_against_claims_as_a_source_of_their_own():
    claim = relations("1992-02-23")
    (conflict,) = resolve(claim, facts=fact(valid_from=relations("1992-02-22").valid_from)).conflicts
    assert conflict.kind == "reference"
    assert [(side.value, side.claims, side.source) for side in conflict.sides] == [
        ("1992-02-23", (claim.claim,), ""), ("1992-02-22", (), "catalogue"),
    ]  # fmt: skip


def test_reference_data_that_say_the_same_are_a_reason():
    found = resolve(relations("1992"), facts=fact(valid_from=relations("1992-02-22").valid_from))
    assert found.conflicts == ()
    assert found.standings[0].reasons == ("catalogue says the same, 1992-02-22",)


def test_the_day_of_the_act_that_began_relations_is_a_reason():
    opened = event("SUPPORT open_relations", "IND", "KAZ", on="1992-02-22")
    (found,) = resolve(relations("1992-02-22"), opened).standings
    assert found.reasons == ("SUPPORT open_relations is told of 1992-02-22, too",)
    (found,) = resolve(relations("1992-02-23"), opened).standings
    assert found.reasons == ()


def test_facts_of_another_block_bear_on_nothing():
    assert (
        resolve(relations("1992-02-23"), facts=fact(block="IND|UZB", valid_from=relations("1992").valid_from)).conflicts
        == ()
    )


def test_a_conflict_keeps_its_id_when_claims_join_a_side_and_when_somebody_settles_it():
    claims = [trade(27e9, "2023"), trade(28e9, "2023")]
    (before,) = resolve(*claims).conflicts
    more = *claims, trade(28e9, "2023"), trade(27e9, "2023")
    judged = Judged(settled={before.id: Settled("one counts services, too", "Dana")})
    (after,) = resolve(*more, judged=judged).conflicts
    assert (after.id, after.state, after.explanation, after.by) == (
        before.id, "settled", "one counts services, too", "Dana",
    )  # fmt: skip
    assert [len(side.claims) for side in after.sides] == [2, 2]
