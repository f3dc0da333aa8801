"""Answers as tables: for pandas, polars and Arrow where these are installed, and as HTML in a notebook.

An answer gives flat rows, all with the same columns; everything here is made from those. The libraries are loaded when
they are asked for, never before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib import import_module
from typing import Any

import regex

from elchi.errors import ExtraError
from elchi.script.storable import REPLACEMENT, storable

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]
SHOWN_ROWS = 50
"""Rows that a notebook shows; the rest is counted below them."""
_INSTALL = {
    "pandas": "pip install pandas",
    "polars": "pip install polars",
    "pyarrow": 'pip install "elchi[arrow]"',
}
_NO_TEXT = regex.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Tabular:
    """What answers share: `rows` makes everything else."""

    __slots__ = ()

    def rows(self) -> list[dict[str, Cell]]:
        """Return flat rows, all with the same columns in the same order."""
        raise NotImplementedError

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas may not be installed
        """Return a `pandas.DataFrame` of the rows. Raise `ExtraError` where pandas is missing."""
        return to_pandas(self.rows())

    def to_polars(self) -> Any:  # noqa: ANN401 - polars may not be installed
        """Return a `polars.DataFrame` of the rows. Raise `ExtraError` where polars is missing."""
        return to_polars(self.rows())

    def to_arrow(self) -> Any:  # noqa: ANN401 - pyarrow may not be installed
        """Return a `pyarrow.Table` of the rows. Raise `ExtraError` where pyarrow is missing."""
        return to_arrow(self.rows())

    def _repr_html_(self) -> str:
        return html_table(self.rows())


def to_pandas(rows: Sequence[Row]) -> Any:  # noqa: ANN401 - pandas may not be installed
    """Return a `pandas.DataFrame`. Raise `ExtraError` where pandas is missing."""
    return _library("pandas").DataFrame(columns(rows))


def to_polars(rows: Sequence[Row]) -> Any:  # noqa: ANN401 - polars may not be installed
    """Return a `polars.DataFrame`. Raise `ExtraError` where polars is missing."""
    return _library("polars").DataFrame(columns(rows), strict=False)


def to_arrow(rows: Sequence[Row]) -> Any:  # noqa: ANN401 - pyarrow may not be installed
    """Return a `pyarrow.Table`. Raise `ExtraError` where pyarrow is missing."""
    return _library("pyarrow").table(columns(rows))


def columns(rows: Sequence[Row]) -> dict[str, list[Cell]]:
    """Return the cells column by column; half a surrogate pair, which no library stores, becomes U+FFFD."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [_storable(row.get(name)) for row in rows] for name in names}


def html_table(rows: Sequence[Row], shown: int = SHOWN_ROWS) -> str:
    """Return the first `shown` rows as an HTML table of its own, every cell escaped and in its own direction."""
    if not rows:
        return "<p>nothing found</p>"
    names = list(dict.fromkeys(name for row in rows for name in row))
    filled = [name for name in names if any(row.get(name) not in {None, ""} for row in rows)]
    head = "".join(f'<th scope="col">{_in_html(name)}</th>' for name in filled)
    body = "\n".join(_html_row(row.get(name) for name in filled) for row in rows[:shown])
    more = f"\n<p>and {len(rows) - shown} more rows</p>" if len(rows) > shown else ""
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>{more}"


def _html_row(cells: Iterable[Cell]) -> str:
    told = "".join('<td dir="auto">' + _in_html(cell) + "</td>" for cell in cells)
    return f"<tr>{told}</tr>"


def _in_html(cell: Cell) -> str:
    return "" if cell is None else escape(_NO_TEXT.sub(REPLACEMENT, str(cell)))


def _storable(cell: Cell) -> Cell:
    return storable(cell) if isinstance(cell, str) else cell


def _library(name: str) -> Any:  # noqa: ANN401 - a module that may not be installed
    try:
        return import_module(name)
    except ImportError as missing:
        raise ExtraError(f"{name} is not installed, which this needs: {_INSTALL[name]}") from missing
