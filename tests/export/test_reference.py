"""docs/reference/exports.md names every format and every column."""

from pathlib import Path

import pytest
import regex

from elchi.export import gdelt, icews, polecat
from elchi.export.columns import COLUMNS
from elchi.export.formats import Layout

PAGE = (Path(__file__).parents[2] / "docs/reference/exports.md").read_text("utf-8")
PLAIN = " ".join(PAGE.split())


@pytest.mark.parametrize("layout", [layout.value for layout in Layout])
def test_every_format_is_there(layout):
    assert f"`{layout}`" in PAGE


def test_every_column_of_the_table_is_there_in_order():
    part = PAGE.partition("## Columns of `csv` and `parquet`")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in part.splitlines() if line.startswith("| `")]
    named = [name for row in rows for name in regex.findall(r"`(\w+)`", row)]
    assert sorted(set(named)) == sorted(COLUMNS)


@pytest.mark.parametrize("module", [polecat, icews])
def test_the_columns_of_event_data_are_there_in_their_order(module):
    assert f"{', '.join(module.COLUMNS)}." in PLAIN


def test_the_columns_of_gdelt_are_there():
    one = [name for name in gdelt.COLUMNS if not name.startswith("Actor2") and "Geo_" not in name]
    assert not [name for name in one if not regex.search(rf"\b{name}\b", PAGE)]
    assert {name.partition("_")[2] for name in gdelt.COLUMNS if "Geo_" in name} == set(
        regex.search(r"Actor2Geo_\* \(([^)]*)\)", PAGE)[1].split(", ")
    )
