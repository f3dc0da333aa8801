"""The flat table that CSV and Parquet share: one row a claim or occurrence, the same columns for every kind.

docs/reference/exports.md says what each column holds; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from elchi.export.event_row import EventRow
from elchi.model import DateSpan
from elchi.script.storable import storable


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    LIST = "list"
    DAY = "day"
    WHOLE = "whole"
    NUMBER = "number"
    TRUTH = "truth"


COLUMNS: dict[str, Kind] = {
    "id": Kind.TEXT, "unit": Kind.TEXT, "kind": Kind.TEXT, "type": Kind.TEXT, "mode": Kind.TEXT, "plover": Kind.TEXT,
    "status": Kind.TEXT, "frame": Kind.TEXT, "background": Kind.TRUTH, "virtual": Kind.TRUTH,
    "date_from": Kind.DAY, "date_to": Kind.DAY, "date_precision": Kind.TEXT,
    "valid_from": Kind.DAY, "valid_from_latest": Kind.DAY, "valid_to_earliest": Kind.DAY, "valid_to": Kind.DAY,
    "roles": Kind.LIST, "entities": Kind.LIST, "labels": Kind.LIST, "states": Kind.LIST, "offices": Kind.LIST,
    "place": Kind.TEXT, "place_country": Kind.TEXT, "value_amount": Kind.NUMBER, "value_unit": Kind.TEXT,
    "value_text": Kind.TEXT, "instrument": Kind.TEXT, "contexts": Kind.LIST, "attribution": Kind.LIST,
    "support": Kind.WHOLE, "articles": Kind.WHOLE, "confidence": Kind.NUMBER,
    "published": Kind.TEXT, "source": Kind.TEXT, "document": Kind.TEXT, "language": Kind.TEXT, "field": Kind.TEXT,
    "start": Kind.WHOLE, "end": Kind.WHOLE, "sentence": Kind.TEXT, "claims": Kind.LIST,
}  # fmt: skip
"""Every column with what it holds, in order. Lists `roles` to `states` have one entry a participant, in one order."""


def flat_row(event: EventRow) -> dict[str, Any]:
    """Return one value a column: str, list of str, date, int, float, bool, or None."""
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    row |= {name: getattr(event, name) or None for name in ("mode", "plover", "frame", "published")}
    row |= {name: getattr(event, name) for name in ("id", "unit", "kind", "type", "status", "background", "virtual")}
    row |= {"support": event.support, "articles": len(event.documents), "confidence": float(event.confidence)}
    row |= _days(event) | _parties(event) | _value(event.value) | _sentence(event)
    place = event.place or {}
    row |= {"place": place.get("label"), "place_country": place.get("country")}
    row |= {"instrument": (event.instrument or {}).get("name"), "contexts": list(event.contexts)}
    row |= {"attribution": list(event.attribution), "claims": list(event.claims)}
    return {name: _stored(row[name], kind) for name, kind in COLUMNS.items()}


def _days(event: EventRow) -> dict[str, Any]:
    (date_from, date_to), begin, end = _ends(event.date), _ends(event.valid_from), _ends(event.valid_to)
    return {
        "date_from": date_from, "date_to": date_to,
        "date_precision": event.date.precision.value if event.date else None,
        "valid_from": begin[0], "valid_from_latest": begin[1], "valid_to_earliest": end[0], "valid_to": end[1],
    }  # fmt: skip


def _ends(span: DateSpan | None) -> tuple[date | None, date | None]:
    return (span.start, span.end) if span else (None, None)


def _parties(event: EventRow) -> dict[str, Any]:
    parties = event.parties
    return {
        "roles": [p.role for p in parties], "entities": [p.entity for p in parties],
        "labels": [p.label for p in parties], "states": [p.state for p in parties],
        "offices": [p.office for p in parties],
    }  # fmt: skip


def _value(value: dict[str, Any] | None) -> dict[str, Any]:
    if not value:
        return {}
    if "factor" in value:
        return {"value_amount": value["factor"], "value_unit": "times"}
    return {"value_amount": value.get("amount"), "value_unit": value.get("unit"), "value_text": value.get("text")}


def _sentence(event: EventRow) -> dict[str, Any]:
    if not event.sentences:
        return {}
    told = event.sentences[0]
    return {
        "source": told.source or None, "document": told.document, "language": told.language or None,
        "field": told.field, "start": told.start, "end": told.end, "sentence": told.text,
    }  # fmt: skip


def _stored(value: Any, kind: Kind) -> Any:  # noqa: ANN401 - any cell
    """Return a value as its column holds it; of a value of another kind, which no reader of ours makes, nothing."""
    if value is None:
        return None
    if kind is Kind.TEXT:
        return storable(str(value))
    if kind is Kind.LIST:
        return [storable(str(part)) for part in value]
    if kind is Kind.NUMBER:
        return float(value) if isinstance(value, int | float) else None
    return value


def is_text(kind: Kind) -> bool:
    """Whether a column holds words, which may be hostile."""
    return kind in {Kind.TEXT, Kind.LIST}


def rows(events: Iterable[EventRow]) -> Iterable[dict[str, Any]]:
    """Yield the flat row of each event."""
    return (flat_row(event) for event in events)
