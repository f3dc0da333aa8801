"""The map: an outline that fits the places, circles where they lie, years that can be chosen, and a table of all."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from markup import parse

from elchi.packs.place_points import Point
from elchi.query import MeetingPlace
from elchi.web import land
from elchi.web.map import map_of

degrees = st.tuples(st.floats(-179, 179), st.floats(-56, 78))


@given(st.lists(degrees, min_size=1, max_size=20))
def test_every_point_lies_inside_the_picture(points):
    view = land.view_of(points)
    for east, north in points:
        x, y = view.place(east, north)
        assert -1 <= x <= land.WIDTH + 1
        assert -1 <= y <= land.HEIGHT + 1


def test_north_is_above_and_east_to_the_right():
    view = land.view_of([(77.2, 28.6), (71.4, 51.2)])
    (delhi_x, delhi_y), (astana_x, astana_y) = view.place(77.2, 28.6), view.place(71.4, 51.2)
    assert astana_y < delhi_y
    assert astana_x < delhi_x


def inside(view, east, north):
    """Whether a point is on land, by counting the edges of the outline to its left (even-odd)."""
    x, y = view.place(east, north)
    crossed = 0
    for ring in regex.findall(r"M([^z]*)z", land.outline(view)):
        at = [float(n) for n in regex.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", ring)]
        points = [(at[0], at[1])]
        for dx, dy in zip(at[2::2], at[3::2], strict=True):
            points.append((points[-1][0] + dx, points[-1][1] + dy))
        for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossed += 1
    return crossed % 2 == 1


@pytest.mark.parametrize(
    "view", [land.WORLD, land.view_of([(77.2, 28.6), (71.4, 51.2), (100.5, 13.8)])], ids=["world", "asia"]
)
@pytest.mark.parametrize(
    ("east", "north", "is_land"),
    [
        (77.2, 28.6, True),
        (71.4, 51.2, True),
        (90.4, 23.9, True),
        (80.0, 0.0, False),
        (65.0, 15.0, False),
        (51.0, 42.0, False),
    ],
    ids=["Delhi", "Astana", "Dhaka", "Indian Ocean", "Arabian Sea", "Caspian Sea"],
)
def test_land_is_land_and_sea_is_sea(view, east, north, is_land):
    assert inside(view, east, north) is is_land


def test_the_outline_is_small():
    assert len(land.outline(land.WORLD)) < 60_000


def place(entity, east, north, meetings, **years):
    return MeetingPlace(entity, entity, "city", None, Point(north, east), meetings, years or {"2020": meetings}, {})


def test_area_goes_with_meetings_and_of_names_that_would_meet_the_busier_is_shown():
    drawn = map_of([place("many", 77.2, 28.6, 16), place("few", 77.3, 28.6, 4), place("far", 100.0, 10.0, 1)])
    many, few, far = drawn.dots
    assert many.radius == pytest.approx(2 * few.radius, abs=0.2)
    assert [dot.named for dot in drawn.dots] == [True, False, True]
    assert far.radius >= 5


def test_a_year_leaves_the_places_where_they_are_and_takes_out_those_without_a_meeting_in_it():
    places = [place("a", 70, 40, 2, **{"2019": 1, "2020": 1}), place("b", 80, 20, 1, **{"2019": 1})]
    whole, some = map_of(places), map_of(places, "2020")
    assert [(d.x, d.y, d.radius) for d in whole.dots] == [(d.x, d.y, d.radius) for d in some.dots]
    assert [d.on for d in some.dots] == [True, False]


def test_without_a_place_the_world_is_drawn():
    assert map_of([]).dots == ()
    assert land.view_of([]) == land.WORLD


def test_the_table_has_every_place_and_the_rest_is_listed(get, get_json):
    row = get_json("/map.json")
    tree = parse(get("/map").text)
    names = {a.text for table in tree.all("table") for head in table.all("th") for a in head.all("a")}
    assert names == {p["label"] for p in row["places"]}
    dots = [a for a in tree.all("a") if a.attributes.get("class", "").startswith("dot")]
    assert len(dots) == sum(p["point"] is not None for p in row["places"]) > 3
    assert all("tabindex" not in dot.attributes for dot in dots)
    assert (
        str(row["nowhere"])
        in next(n for n in tree.all("section") if n.attributes["aria-labelledby"] == "unplaced").text
    )
    assert sum(p["meetings"] for p in row["places"]) + row["nowhere"] == row["total"]


def test_a_place_leads_to_its_meetings_with_the_filters_kept(get, get_json):
    tree = parse(get("/map?entity=IND&since=2015-01-01").text)
    (link,) = [a.attributes["href"] for a in tree.all("a") if a.attributes.get("class") == "dot" and "Astana" in a.text]
    assert link == "/map?since=2015-01-01&entity=IND&place=astana#meetings"
    row = get_json(link.partition("#")[0].replace("/map?", "/map.json?"))
    assert [p["label"] for p in row["places"]] == ["Astana"]
    assert {(one["place"] or {}).get("entity") for one in row["meetings"]} == {"astana"}


def test_the_page_says_where_its_lines_come_from_and_that_borders_are_not_drawn(get):
    text = parse(get("/map").text).text
    assert "Natural Earth" in text
    assert "GeoNames" in text
    assert "elchi takes no position" in text


def test_a_long_list_is_parted(get, get_json):
    told, seen, address = get_json("/map.json")["total"], [], "/map?limit=10"
    while address:
        tree = parse(get(address).text)
        seen += [n.attributes["id"] for n in tree.all("li") if n.attributes.get("class") == "entry"]
        older = [a.attributes["href"] for a in tree.all("a") if a.attributes.get("rel") == "next"]
        address = f"{older[0].partition('#')[0]}&limit=10" if older else ""
    assert len(seen) == len(set(seen)) == told


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/map?mode=call", 422),
        ("/map?entity=xyzzy", 404),
        ("/map?since=never", 422),
        ("/map?place=nowhere-at-all", 200),
    ],
)
def test_what_cannot_be_asked_is_said_so(get, address, status):
    assert get(address).status == status
