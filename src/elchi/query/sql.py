"""A question in SQL on the documented views of a record (docs/reference/sql-views.md), and its answer as a table."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from elchi.query.answers import SCHEMA_VERSION
from elchi.query.frames import Cell, Tabular
from elchi.record import Record

MOST_ROWS = 1000
MOST_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class SqlAnswer(Tabular):
    """Columns, each with a name of its own, and rows; `more` where the limit cut them off."""

    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    more: bool

    def rows(self) -> list[dict[str, Cell]]:
        """Return the rows by the names of their columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.cells]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `sql.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, "columns": list(self.columns), "rows": [list(row) for row in self.cells],
            "more": self.more,
        }  # fmt: skip


def sql(record: Record, statement: str, *, limit: int = MOST_ROWS, seconds: float = MOST_SECONDS) -> SqlAnswer:
    """Return what one SELECT gives on the views of a record: `v_claims`, `v_occurrences`, `v_articles` and others.

    Raises:
        QuestionError: the statement is wrong, does more than read, or took longer than `seconds`.
    """
    found = record.ask_sql(statement, limit=limit, seconds=seconds)
    rows = tuple(tuple(_cell(value) for value in row) for row in found.rows)
    return SqlAnswer(_own_names(found.columns), rows, found.more)


def _own_names(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names, a second one of the same name numbered: `a`, `a_2`."""
    names: list[str] = []
    for column in columns:
        name, n = column, 1
        while name in names:
            n += 1
            name = f"{column}_{n}"
        names.append(name)
    return tuple(names)


def _cell(value: Any) -> Cell:  # noqa: ANN401 - what a database gives
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)  # JSON has no word for it
    if value is None or isinstance(value, str | int | float):
        return value
    return value.hex() if isinstance(value, bytes) else str(value)
