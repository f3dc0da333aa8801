"""CSV and Parquet: one table, read back to equal cells; no cell of a CSV is a formula unless that is asked for."""

import csv
import io
import sys
from datetime import date

import pyarrow.parquet
import pytest
import regex
from hostile import TEXT, any_rows, party, row
from hypothesis import given
from hypothesis import strategies as st

from elchi.errors import ExtraError
from elchi.export import csv_table, parquet
from elchi.export.cells import csv_text, guarded, unguarded
from elchi.export.columns import COLUMNS, Kind, flat_row
from elchi.model import DateSpan

FORMULA = regex.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def read_csv(text):
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def expected(value, kind):
    """What a CSV holds of a value, after the guard is taken away."""
    if value is None:
        return ""
    if kind is Kind.LIST:
        return csv_text("; ".join(part.replace(";", ",") for part in value))
    return {True: "true", False: "false"}[value] if kind is Kind.TRUTH else csv_text(str(value))


@any_rows
def test_a_csv_reads_back_to_the_same_cells_and_none_is_a_formula(events):
    text = "".join(csv_table.lines(events))
    text.encode("utf-8")
    read = read_csv(text)
    assert len(read) == len(events)
    for event, told in zip(events, read, strict=True):
        assert list(told) == list(COLUMNS)
        for name, value in flat_row(event).items():
            assert COLUMNS[name] not in {Kind.TEXT, Kind.LIST} or not FORMULA.match(told[name])
            assert unguarded(told[name]) == expected(value, COLUMNS[name])


@any_rows
def test_raw_cells_are_the_very_words(events):
    read = read_csv("".join(csv_table.lines(events, raw=True)))
    for event, told in zip(events, read, strict=True):
        assert told == {name: expected(value, COLUMNS[name]) for name, value in flat_row(event).items()}


@given(TEXT)
def test_a_guard_can_be_taken_away(text):
    assert unguarded(guarded(text)) == text
    assert not FORMULA.match(guarded(text))


@pytest.mark.parametrize(("text", "shown"), [
    ("=1+1", "'=1+1"), ("-5", "'-5"), ("@a", "'@a"), ("'=1", "''=1"), ("'quoted'", "'quoted'"), ("a=1", "a=1"),
])  # fmt: skip
def test_only_what_begins_like_a_formula_is_guarded(text, shown):
    assert guarded(text) == shown


@any_rows
def test_a_parquet_file_holds_the_very_values(tmp_path, events):
    parquet.write(events, tmp_path / "x.parquet")
    read = pyarrow.parquet.read_table(tmp_path / "x.parquet").to_pylist()
    assert read == [flat_row(event) for event in events]


def test_a_parquet_file_is_written_group_by_group(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "BATCH", 2)
    parquet.write((row(party("IND"), id=f"{n:020}") for n in range(5)), tmp_path / "x.parquet")
    file = pyarrow.parquet.ParquetFile(tmp_path / "x.parquet")
    assert (file.num_row_groups, file.metadata.num_rows) == (3, 5)


def test_an_empty_export_has_columns():
    assert "".join(csv_table.lines([])) == ",".join(COLUMNS) + "\r\n"


def test_without_pyarrow_the_message_says_what_installs_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExtraError, match=r'pip install "elchi\[arrow\]"'):
        parquet.write([], tmp_path / "x.parquet")


def test_a_statement_keeps_both_bounds_of_its_time():
    told = flat_row(row(
        party("IND", "subject"), party("SCO", "object", "organisation"), kind="statement", type="member_of", day=None,
        valid_from=DateSpan.year(2017), value={"factor": 2},
    ))  # fmt: skip
    assert (told["valid_from"], told["valid_from_latest"]) == (date(2017, 1, 1), date(2017, 12, 31))
    assert (told["valid_to"], told["date_from"]) == (None, None)
    assert (told["roles"], told["entities"]) == (["subject", "object"], ["IND", "SCO"])
    assert (told["value_amount"], told["value_unit"]) == (2.0, "times")


@given(st.none() | st.dictionaries(st.sampled_from(["amount", "unit", "text"]), st.integers() | TEXT))
def test_a_value_of_a_strange_shape_leaves_an_empty_cell(value):
    told = flat_row(row(party("IND"), value=value))
    assert told["value_amount"] is None or isinstance(told["value_amount"], float)
