"""Points of places: of cities of the catalogue alone, where the globe has them."""

import pytest

from elchi.errors import PackError
from elchi.packs import load_catalogue
from elchi.packs.place_points import load_place_points, place_points
from elchi.packs.tables import data_folder

CITY_STATES = {"SGP", "VAT"}


def test_only_cities_and_city_states_have_a_point():
    entities = load_catalogue().entities
    for place in place_points():
        assert place in CITY_STATES or entities[place].subkind in {"city", "capital"}, place


def test_nearly_every_capital_has_one():
    capitals = {e.id for e in load_catalogue().entities.values() if e.kind == "place" and e.subkind == "capital"}
    assert len(capitals & place_points().keys()) / len(capitals) > 0.98


@pytest.mark.parametrize(
    ("place", "north", "east"),
    [
        ("new-delhi", 28.6, 77.2),
        ("astana", 51.2, 71.4),
        ("dhaka", 23.7, 90.4),
        ("washington", 38.9, -77.0),
        ("suva", -18.1, 178.4),
    ],
)
def test_a_point_is_where_an_atlas_has_it(place, north, east):
    point = place_points()[place]
    assert (point.latitude, point.longitude) == pytest.approx((north, east), abs=0.15)


@pytest.mark.parametrize("row", ["x\t91\t0\town", "x\t0\t181\town", "x\tnorth\t0\town", "x\tnan\t0\town"])
def test_a_point_off_the_globe_is_refused(tmp_path, row):
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "SOURCES.toml").write_text(data_folder().joinpath("catalogue", "SOURCES.toml").read_text())
    (folder / "place_points.tsv").write_text(f"# id\tlatitude\tlongitude\tsource\n{row}\n")
    with pytest.raises(PackError, match=r"place_points\.tsv:2: expected degrees"):
        list(load_place_points(folder))
