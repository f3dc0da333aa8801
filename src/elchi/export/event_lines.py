"""JSON lines of occurrences: one row a line, with its parties, its sentences and the claims that tell it.

Claims have a format of their own, the claim interchange format (`json_text.claim_lines`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from elchi.export.event_row import EventRow
from elchi.export.json_text import json_line
from elchi.model import DateSpan

_EMPTY: tuple[Any, ...] = ("", (), [])
_TIMES = ("date", "valid_from", "valid_to")


def lines(events: Iterable[EventRow]) -> Iterator[str]:
    """Yield each row as an object on a line."""
    for event in events:
        yield json_line(event_json(event)) + "\n"


def event_json(event: EventRow) -> dict[str, Any]:
    """Return a row as JSON values; what is empty is left out, dates have the form of the claim format."""
    row = asdict(event) | {name: _date(getattr(event, name)) for name in _TIMES}
    row["parties"] = [_filled(party) for party in row["parties"]]
    row["confidence"] = round(event.confidence, 3)
    return _filled(row)


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in row.items() if value is not None and value is not False and value not in _EMPTY
    }


def _date(span: DateSpan | None) -> dict[str, Any] | None:
    return span.to_json() if span else None
