"""Whether something held on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.model import DateSpan
from elchi.query.terms import Held, day_after, half_open, held_on

YEAR, DAY = DateSpan.year, DateSpan.day
JULY = DateSpan.month(2023, 7)
days = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("on", "begin", "end", "how"),
    [
        ("2004-12-31", YEAR(2005), YEAR(2017), Held.NOT),
        ("2005-06-01", YEAR(2005), YEAR(2017), Held.PERHAPS),
        ("2005-12-31", YEAR(2005), YEAR(2017), Held.SURELY),
        ("2016-12-31", YEAR(2005), YEAR(2017), Held.SURELY),
        ("2017-06-01", YEAR(2005), YEAR(2017), Held.PERHAPS),
        ("2017-12-31", YEAR(2005), YEAR(2017), Held.NOT),
        ("2023-10-01", JULY, DateSpan.month(2024, 7), Held.SURELY),
        ("2017-06-08", None, DAY(date(2017, 6, 9)), Held.UNTOLD),
        ("2017-06-09", None, DAY(date(2017, 6, 9)), Held.NOT),
        ("2024-01-01", None, None, Held.PERHAPS),
        ("2019-12-31", None, None, Held.UNTOLD),
    ],
)
def test_a_term_holds_from_a_day_until_not_with_another(on, begin, end, how):
    assert held_on(on, "member_of", "ongoing", begin, end, "2020-01-01") is how


@pytest.mark.parametrize(
    ("on", "type_", "how"),
    [
        ("2019-01-01", "member_of", Held.PERHAPS),
        ("2020-01-01", "member_of", Held.NOT),
        ("2004-01-01", "member_of", Held.NOT),
        ("2020-01-01", "founded", Held.SURELY),
    ],
)
def test_what_is_told_as_past_was_over_when_it_was_told(on, type_, how):
    assert held_on(on, type_, "past", YEAR(2005), None, "2020-01-01") is how


@pytest.mark.parametrize(("on", "how"), [("2019-12-31", Held.NOT), ("2020-01-01", Held.PERHAPS)])
def test_what_is_ahead_counts_from_the_day_on_which_it_was_said(on, how):
    assert held_on(on, "member_of", "planned", None, None, "2020-01-01") is how


@given(days, days, days)
def test_of_exact_days_a_term_surely_holds_or_not(on, one, other):
    begin, end = sorted((one, other))
    how = held_on(on.isoformat(), "chairs", "ongoing", DAY(begin), DAY(end), "2030-12-31")
    assert how is (Held.SURELY if begin <= on < end else Held.NOT)


@given(days, days)
def test_a_last_day_is_held_and_the_day_after_is_not(begin, length):
    begin, last = sorted((begin, length))
    end = half_open("ongoing", DAY(begin), DAY(last))
    assert held_on(last.isoformat(), "chairs", "ongoing", DAY(begin), end, "") is Held.SURELY
    assert held_on(day_after(last.isoformat()), "chairs", "ongoing", DAY(begin), end, "") is Held.NOT


def test_a_whole_period_ends_with_its_last_day_and_a_deadline_stays_as_it_is_told():
    assert half_open("ongoing", YEAR(2021), YEAR(2021)) == DAY(date(2022, 1, 1))
    assert half_open("ongoing", YEAR(2021), YEAR(2023)) == YEAR(2023)
    assert half_open("intended", None, DAY(date(2025, 12, 31))) == DAY(date(2025, 12, 31))
    assert half_open("ongoing", None, None) is None
