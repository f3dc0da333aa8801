"""Cells of tables: dates that make up no day, text on one line, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from elchi.export.event_row import EventRow
from elchi.model import DateSpan, Precision
from elchi.script.storable import REPLACEMENT, on_one_line, storable

_FORMULA = regex.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_CONTROL = regex.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPENT = frozenset({"denied", "hypothetical"})


def guarded(text: str) -> str:
    """Return text that a spreadsheet shows and never runs: what begins like a formula gets a `'` before it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return what `guarded` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def csv_text(text: str) -> str:
    """Return text as a quoted cell holds it: line feeds and tabs stay, other control characters become U+FFFD."""
    return _CONTROL.sub(REPLACEMENT, storable(text).replace("\r\n", "\n").replace("\r", "\n"))


def tab_line(cells: Iterable[str | int | float | None]) -> str:
    """Return a line of a table without quoting, as event data have it: one line a row, tabs between the cells.

    A straight double quote becomes a single one, since some readers take it for the beginning of a quoted cell. Words
    are guarded as those of a CSV are: such tables are opened in spreadsheets too.
    """
    return "\t".join(map(_tab_cell, cells)) + "\n"


def _tab_cell(cell: str | float | None) -> str:
    if isinstance(cell, str):
        return guarded(on_one_line(cell).replace('"', "'"))
    return "" if cell is None else str(cell)


def exact_day(event: EventRow, *, undated_as_published: bool) -> str:
    """Return the day of an event (ISO 8601); "" where it is not known to the day and publication must not stand in."""
    day = only_day(event.date)
    return day or (event.published if undated_as_published else "")


def only_day(span: DateSpan | None) -> str:
    """Return the day of a span that is one day, else ""."""
    if span is None or span.start is None or span.start != span.end or span.precision is not Precision.DAY:
        return ""
    return span.start.isoformat()


def is_coded(event: EventRow) -> bool:
    """Whether event data hold it: an event that was done, goes on, or is planned or intended."""
    return event.kind == "event" and event.status not in _SPENT


def joined(parts: Iterable[str]) -> str:
    """Return names in one cell, each once: `; ` between them, a `;` inside of one as a comma."""
    return "; ".join(dict.fromkeys(part.replace(";", ",") for part in parts if part))
