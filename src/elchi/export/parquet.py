"""Parquet, by pyarrow (extra `arrow`): the table of `columns`, typed; written batch by batch."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from elchi.errors import ExtraError
from elchi.export.columns import COLUMNS, Kind, flat_row
from elchi.export.event_row import EventRow

BATCH = 10_000
"""Rows that are in memory at a time: one row group of the file."""


def write(events: Iterable[EventRow], path: Path) -> None:
    """Write a Parquet file. Raise `ExtraError` where pyarrow is missing."""
    arrow = _arrow()
    schema = schema_of(arrow)
    parquet = import_module("pyarrow.parquet")
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        rows = (flat_row(event) for event in events)
        while batch := list(islice(rows, BATCH)):
            writer.write_table(arrow.Table.from_pylist(batch, schema=schema))


def schema_of(arrow: Any) -> Any:  # noqa: ANN401 - pyarrow may not be installed
    """Return the Arrow schema of the table; `arrow` is the module pyarrow."""
    types = {
        Kind.TEXT: arrow.string(), Kind.LIST: arrow.list_(arrow.string()), Kind.DAY: arrow.date32(),
        Kind.WHOLE: arrow.int64(), Kind.NUMBER: arrow.float64(), Kind.TRUTH: arrow.bool_(),
    }  # fmt: skip
    return arrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()])


def _arrow() -> Any:  # noqa: ANN401 - as above
    try:
        return import_module("pyarrow")
    except ImportError as missing:
        remedy = 'pip install "elchi[arrow]"'
        raise ExtraError(f"--format parquet needs pyarrow, which is not installed: {remedy}") from missing
