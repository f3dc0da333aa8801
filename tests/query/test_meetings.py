"""Where parties met: places that articles name, points for cities alone, and nothing put into a capital."""

import pytest
from making import METHOD, WORLD, claim, party, reading

from elchi import pipeline, query
from elchi.packs import load_catalogue
from elchi.record import Record

ASTANA = {"entity": "astana", "label": "Astana", "country": "KAZ"}
LADAKH = {"entity": "ladakh", "label": "Ladakh", "country": "IND"}
INDIA = {"entity": "IND", "label": "India", "country": "IND"}


def met(document, one, other, day, place=None, mode="meet", status="past", **more):
    return claim(party(one), party(other), document=document, day=day, place=place, mode=mode, status=status,
                 text=document, published="2022-12-31", **more)  # fmt: skip


MEETINGS = [
    met("d1", "IND", "KAZ", "2021-05-01", ASTANA),
    met("d2", "IND", "KAZ", "2022-05-01", ASTANA, "visit"),
    met("d3", "IND", "KAZ", "2022-05-01", ASTANA, "visit"),  # another article on the same visit
    met("d4", "KAZ", "UZB", "2022-06-01", ASTANA, "summit"),
    met("d5", "IND", "KAZ", "2022-07-01", LADAKH),
    met("d6", "IND", "UZB", "2022-08-01", INDIA),
    met("d7", "IND", "UZB", "2022-09-01"),
    met("d8", "IND", "UZB", None, mode="multilateral"),
    met("d9", "IND", "UZB", "2023-01-01", ASTANA, status="planned"),
    met("d10", "IND", "UZB", "2022-10-01", ASTANA, status="denied"),
    met("d11", "IND", "UZB", "2022-11-01", ASTANA, mode="call"),
    met("d12", "IND", "UZB", "2022-11-02", ASTANA, virtual=True),
]


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        for made in MEETINGS:
            opened.add(reading(made.document, made.document, [made], published=made.published), METHOD)
        pipeline.reconcile_record(opened)
        yield opened


def counts(answer):
    return {place.entity: place.meetings for place in answer.places}


def test_a_place_counts_meetings_that_were_held_there_not_articles_calls_or_plans(record):
    answer = query.meetings(record, WORLD)
    assert counts(answer) == {"astana": 3, "ladakh": 1, "IND": 1}
    assert answer.nowhere == 2
    assert answer.total == 7 == len(answer.meetings)
    (astana, *_) = answer.places
    assert dict(astana.years) == {"2021": 1, "2022": 2}
    assert list(astana.dyads.items()) == [("IND|KAZ", 2), ("KAZ|UZB", 1)]


def test_only_a_city_has_a_point_and_a_state_is_not_put_into_its_capital(record):
    places = {place.entity: place for place in query.meetings(record, load_catalogue()).places}
    assert (round(places["astana"].point.latitude), round(places["astana"].point.longitude)) == (51, 71)
    assert (places["astana"].kind, places["astana"].country) == ("capital", "KAZ")
    assert (places["ladakh"].kind, places["ladakh"].point) == ("region", None)
    assert (places["IND"].kind, places["IND"].point) == ("state", None)
    assert "new-delhi" not in places


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"since": "2022-05-01", "until": "2022-06-01"}, {"astana": 2}),
        ({"entity": "Uzbekistan"}, {"astana": 1, "IND": 1}),
        ({"modes": ["visit"]}, {"astana": 1}),
        ({"modes": ["visit", "summit"]}, {"astana": 2}),
        ({"place": "ladakh"}, {"ladakh": 1}),
        ({"place": ""}, {}),
    ],
    ids=str,
)
def test_a_filter_narrows_places_and_meetings_alike(record, asked, told):
    answer = query.meetings(record, WORLD, **asked)
    assert counts(answer) == told
    assert answer.total == len(answer.meetings)


def test_a_limit_parts_the_list_and_leaves_the_counts(record):
    whole = [one.id for one in query.meetings(record, WORLD).meetings]
    parts = [query.meetings(record, WORLD, limit=3, offset=offset) for offset in (0, 3, 6)]
    assert [one.id for part in parts for one in part.meetings] == whole
    assert [part.more for part in parts] == [True, True, False]
    assert {part.total for part in parts} == {7}
    assert [one.day for one in parts[0].meetings] == sorted((one.day for one in parts[0].meetings), reverse=True)


def test_rows_tell_the_place_of_each_meeting(record):
    rows = query.meetings(record, WORLD, place="astana").rows()
    assert {row["place"] for row in rows} == {"astana"}
    assert {row["place_label"] for row in rows} == {"Astana"}


def came(document, day):
    return claim(party("IND", "actor"), party("KAZ", "recipient"), document=document, day=day, place=ASTANA,
                 mode="visit", text=document, published="2022-12-31")  # fmt: skip


@pytest.fixture
def visited(tmp_path):
    """Two visits to Astana: within one a meeting of which no place is told, within the other one elsewhere."""
    told = [
        came("d1", "2022-05-01"), met("d2", "IND", "KAZ", "2022-05-01"),
        came("d3", "2022-09-01"), met("d4", "IND", "KAZ", "2022-09-01", LADAKH),
        met("d5", "IND", "KAZ", "2022-07-01"),
    ]  # fmt: skip
    with Record.open(tmp_path / "visit.db", create=True) as opened:
        for made in told:
            opened.add(reading(made.document, made.document, [made], published=made.published), METHOD)
        pipeline.reconcile_record(opened)
        yield opened


def test_a_meeting_within_a_visit_stands_where_the_visit_does_unless_its_own_place_is_told(visited):
    answer = query.meetings(visited, WORLD)
    assert counts(answer) == {"astana": 3, "ladakh": 1}
    assert answer.nowhere == 1
    (astana, *_) = answer.places
    assert (dict(astana.years), dict(astana.dyads)) == ({"2022": 3}, {"IND|KAZ": 3})
    listed = query.meetings(visited, WORLD, place="astana")
    assert counts(listed) == {"astana": 3}
    assert sorted((one.day, one.mode) for one in listed.meetings if one.place == ASTANA) == [
        ("2022-05-01", "meet"), ("2022-05-01", "visit"), ("2022-09-01", "visit"),
    ]  # fmt: skip
    (nowhere,) = query.meetings(visited, WORLD, place="").meetings
    assert (nowhere.day, nowhere.place) == ("2022-07-01", None)


def test_the_meeting_itself_is_told_without_a_place(visited):
    (meeting,) = [one for one in visited.occurrences(before="2022-06-01") if one.mode == "meet"]
    assert meeting.part_of
    assert meeting.place is None
