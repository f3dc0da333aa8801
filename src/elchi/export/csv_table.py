"""CSV (RFC 4180): a header, commas, quoted where needed, lines end with CR LF, UTF-8 without a mark.

A CSV is opened in spreadsheets, which run what begins like a formula, and its words are other people's. So a cell
of words that begins with `=`, `+`, `-` or `@` gets a `'` before it, unless `raw` asks for the very words. JSONL and
Parquet are never opened that way, and hold them always.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from elchi.export.cells import csv_text, guarded
from elchi.export.columns import COLUMNS, Kind, flat_row, is_text
from elchi.export.event_row import EventRow

_BETWEEN = "; "


def lines(events: Iterable[EventRow], *, raw: bool = False) -> Iterator[str]:
    """Yield the header, then a line an event (a cell may hold line feeds)."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    for cells in _cells(events, raw=raw):
        writer.writerow(cells)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _cells(events: Iterable[EventRow], *, raw: bool) -> Iterator[list[str]]:
    yield list(COLUMNS)
    for event in events:
        row = flat_row(event)
        yield [_cell(row[name], kind, raw=raw) for name, kind in COLUMNS.items()]


def _cell(value: Any, kind: Kind, *, raw: bool) -> str:  # noqa: ANN401 - any cell
    """Return a cell as text. A list is joined by `; `; a `;` inside of one of its entries becomes a comma."""
    if value is None:
        return ""
    if kind is Kind.LIST:
        value = _BETWEEN.join(str(part).replace(";", ",") for part in value)
    if kind is Kind.TRUTH:
        return "true" if value else "false"
    text = csv_text(str(value))
    return guarded(text) if is_text(kind) and not raw else text
