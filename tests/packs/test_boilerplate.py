"""Furniture is looked up by how its rows are compared; what is found keeps the order of the table."""

import pytest

from elchi.packs.boilerplate import Boilerplate, BoilerplateIndex

ROWS = (
    Boilerplate("read more", "starts", "navigation"),
    Boilerplate("advertisement", "is", "advertisement"),
    Boilerplate("all rights reserved", "contains", "legal"),
    Boilerplate("photo: agency", "ends", "caption"),
    Boilerplate("read", "starts", "related"),
)


def views(line: str) -> dict[str, str]:
    return dict.fromkeys(("is", "starts", "ends", "contains"), line)


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("advertisement", ["advertisement"]),
        ("an advertisement", []),
        ("read more about it", ["navigation", "related"]),
        ("readers wrote", ["related"]),
        ("they meet. photo: agency", ["caption"]),
        ("photo: agency, june", []),
        ("read more. all rights reserved.", ["navigation", "legal", "related"]),
        ("the talks went on", []),
        ("", []),
    ],
)
def test_rows_fit_a_line_in_the_order_of_the_table(line, kinds):
    assert [row.kind for row in BoilerplateIndex(ROWS).fitting(views(line))] == kinds


def test_a_pack_without_furniture_fits_nothing():
    assert BoilerplateIndex(()).fitting(views("read more")) == []
