"""What is drawn: axes that fold, lanes, doubt that is hatched, memberships as bars, small multiples on one scale."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.model import DateSpan
from elchi.packs import load_ontology_data
from elchi.query import Backing, DyadActivity, Membership, Occurrence, Standing
from elchi.web.axis import axis_of
from elchi.web.chart import GUTTER, RIGHT, WIDTH, lanes, timeline_chart
from elchi.web.gantt import gantt
from elchi.web.sparks import HEIGHT, sparks

BACKING = Backing(claims=("c1",))
days = st.dates(date(1800, 1, 1), date(2100, 12, 31))


def event(span, type="CONSULT", status="past"):  # noqa: A002 - the field's name
    return Occurrence(type, "meet", status, type, span, None, (), BACKING)


def standing(begin, end=None, **more):
    return Standing("member_of", "ongoing", (), None, begin, end, None, BACKING, **more)


def drawn(told):
    return timeline_chart(told, lambda entry: entry.type)


@given(st.lists(days, min_size=1, max_size=30))
def test_an_axis_keeps_the_order_of_days_and_stays_inside(found):
    axis = axis_of(found)
    places = [axis.place(day) for day in sorted(found)]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    assert axis.ticks[0].begin == 0
    assert axis.ticks[-1].end == pytest.approx(1)


def test_years_without_anything_are_folded():
    axis = axis_of([date(1974, 5, 1), date(2010, 1, 1), date(2011, 1, 1)])
    assert [(tick.label, tick.fold) for tick in axis.ticks] == [
        ("1974", False),
        ("", True),
        ("2010", False),
        ("2011", False),
    ]


def test_a_short_time_is_told_in_months():
    assert [tick.label for tick in axis_of([date(2024, 12, 5), date(2025, 1, 5)]).ticks] == ["2024-12", "2025-01"]


def test_without_a_day_there_is_no_axis_and_no_chart():
    assert axis_of([]) is None
    assert drawn([event(None), event(DateSpan.unresolved("lately"))]) is None


def test_an_exact_day_is_a_point_and_a_doubtful_one_a_hatched_bar():
    chart = drawn([event(DateSpan.day(date(2024, 8, 20))), event(DateSpan.month(2024, 9))])
    point, bar = chart.lanes[0].marks
    assert (point.shape, point.doubt) == ("point", 0.0)
    assert bar.shape == "bar"
    assert bar.doubt == bar.width > 0


def test_what_holds_lasts_to_the_edge_until_somebody_tells_its_end():
    since = DateSpan.day(date(1992, 2, 22))
    lasting = drawn([standing(since), event(DateSpan.day(date(2024, 1, 1)))])
    (open_end,) = lasting.lanes[-1].marks
    assert open_end.x + open_end.width == pytest.approx(WIDTH - RIGHT, abs=0.2)
    ended = drawn([standing(since, DateSpan.day(date(2000, 1, 1))), event(DateSpan.day(date(2024, 1, 1)))])
    assert ended.lanes[-1].marks[0].x + ended.lanes[-1].marks[0].width < WIDTH - RIGHT - 10


@pytest.mark.parametrize(
    ("status", "look"), [("past", "done"), ("planned", "ahead"), ("intended", "ahead"), ("denied", "denied")]
)
def test_what_has_not_happened_looks_otherwise(status, look):
    chart = drawn([event(DateSpan.day(date(2024, 1, 1)), status=status)])
    assert chart.lanes[0].marks[0].look == look


@given(st.lists(days, min_size=1, max_size=60))
def test_marks_stay_in_their_lane_and_on_the_page(found):
    chart = drawn([event(DateSpan.day(day)) for day in found])
    (lane,) = chart.lanes
    for mark in lane.marks:
        assert GUTTER - 1 <= mark.x <= WIDTH
        assert lane.top < mark.y < lane.top + lane.height


def test_every_root_of_the_ontology_has_its_lane():
    roots = {frame.type for frame in load_ontology_data().frames.values()}
    named = [root for _, types, _ in lanes() for root in types]
    assert set(named) == roots
    assert len(named) == len(set(named))


def test_the_legend_counts_what_is_not_drawn():
    told = [event(DateSpan.day(date(2024, 1, 1))) for _ in range(301)]
    chart = drawn([*told, event(None)])
    assert (chart.left_out, chart.undated) == (1, 1)


def test_memberships_are_bars_over_the_years():
    joined = DateSpan.day(date(2017, 6, 9))

    def member(begin, end=None):
        return Membership("member_of", "IND", "India", begin, end, certain=True, backing=BACKING)

    chart = gantt([member(DateSpan.year(2005), joined), member(joined), member(None)], "2024-07-04")
    first, second = chart.bars
    assert first.begin + first.width == pytest.approx(second.begin, abs=0.5)
    assert first.doubt > 0 == second.doubt
    assert (first.open_end, second.open_end) == (False, True)
    assert gantt([member(None)], "2024") is None


def test_small_multiples_share_one_scale():
    busy = DyadActivity(("A", "B"), ("A", "B"), 10, {"2021": 8, "2022": 0, "2023": 2})
    calm = DyadActivity(("A", "C"), ("A", "C"), 4, {"2022": 4})
    drawn = sparks([busy, calm])
    assert (drawn.first, drawn.last) == ("2021", "2023")
    assert [bar[1] for bar in drawn.sparks[0].bars] == [HEIGHT, HEIGHT / 4]
    assert drawn.sparks[1].bars[0][1] == HEIGHT / 2
    assert sparks([DyadActivity(("A", "B"), ("A", "B"), 0, {})]) is None
