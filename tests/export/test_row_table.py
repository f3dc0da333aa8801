"""Flat rows as CSV and as JSON lines."""

import csv
import io
import json

import pytest

from elchi.export.row_table import csv_rows, json_rows, table_csv

ROWS = [{"a": "x, y", "b": 1, "c": None, "d": 0.5}, {"a": 'he said "so"\nthen', "b": -2, "c": "ক", "d": 1.0}]


def test_csv_gives_the_cells_back():
    found = list(csv.reader(io.StringIO("".join(table_csv(ROWS)))))
    assert found == [["a", "b", "c", "d"], ["x, y", "1", "", "0.5"], ['he said "so"\nthen', "-2", "ক", "1.0"]]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(cell):
    assert list(csv_rows(["a"], [[cell]]))[1] == f"'{cell}\n"


def test_json_lines_give_the_rows_back():
    assert [json.loads(line) for line in json_rows(ROWS)] == ROWS


def test_of_no_row_there_is_no_table():
    assert "".join(table_csv([])).strip() == ""
    assert list(json_rows([])) == []
