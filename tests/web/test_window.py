"""Parts of a list that is told in days: nothing is lost between them, and nothing is told twice."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from elchi.model import DateSpan
from elchi.query import Backing, Occurrence
from elchi.web.window import WHOLE, day_of, window_of

FIRST = date(2020, 1, 1)


def event(number, day):
    return Occurrence("CONSULT", "meet", "past", "CONSULT", DateSpan.day(day), None, (), Backing(), id=str(number))


def asked(told, limit, before):
    """What the record gives: the newest before a day, and whether there are more."""
    rest = [one for one in told if before is None or day_of(one) < before]
    return rest[:limit], len(rest) > limit


@given(st.lists(st.integers(0, 12), max_size=60), st.integers(1, 15))
def test_parts_hold_every_entry_and_those_of_days_that_fit_once(days, size):
    told = [event(n, FIRST + timedelta(days=d)) for n, d in enumerate(sorted(days, reverse=True))]
    before, limit, seen = None, size, []
    for _ in range(200):
        found, more = asked(told, limit, before)
        window = window_of([found] if more else [], date.fromisoformat(before) if before else None, limit)
        seen += [one.id for one in found if window.holds(one)]
        if window is WHOLE:
            break
        before, limit = window.before, window.limit or size
    assert set(seen) == {one.id for one in told}
    if all(days.count(d) <= size - 1 for d in days):
        assert len(seen) == len(told)


def test_the_later_of_two_bounds_counts_for_both_lists():
    often = [event(n, FIRST + timedelta(days=20 - n)) for n in range(5)]
    seldom = [event(n, FIRST + timedelta(days=20 - 4 * n)) for n in range(5)]
    window = window_of([often, seldom])
    assert window.before == window.first == "2020-01-18"
    assert [day_of(one) for one in seldom if window.holds(one)] == ["2020-01-21"]


def test_what_was_not_cut_sets_no_bound():
    assert window_of([]) is WHOLE
    assert WHOLE.holds(event(1, FIRST))
