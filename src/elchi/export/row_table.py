"""Flat rows of any answer as CSV or as JSON lines: what `rows()` of an answer gives, and what SQL gives.

As in `csv_table`, a cell of words that a spreadsheet would run as a formula gets a `'` before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from elchi.export.cells import csv_text, guarded
from elchi.export.json_text import json_line

Cell = str | int | float | bool | None


def csv_rows(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Yield a header, then a line a row (a cell may hold line feeds); lines end with LF."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    for cells in (columns, *rows):
        writer.writerow([_cell(cell) for cell in cells])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def table_csv(rows: Sequence[Mapping[str, Cell]]) -> Iterator[str]:
    """Yield rows that all have the same columns as CSV; of no row, an empty line."""
    columns = list(rows[0]) if rows else []
    return csv_rows(columns, ([row[name] for name in columns] for row in rows))


def json_rows(rows: Iterable[Mapping[str, Cell]]) -> Iterator[str]:
    """Yield each row as an object on a line."""
    return (f"{json_line(row)}\n" for row in rows)


def _cell(cell: Cell) -> Cell:
    return csv_text(guarded(cell)) if isinstance(cell, str) else cell
