"""The parts of answers as flat rows: one table holds occurrences, standings, promises, quotes and conflicts.

A list is one cell: names are joined by `; `, ids by a space. A date is its first and last day with its precision.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from elchi.model import DateSpan
from elchi.query.answers import Backing, Conflict, Occurrence, Party, Promise, Quote, Standing
from elchi.query.frames import Cell

Part = Occurrence | Standing | Promise | Quote
_EMPTY: dict[str, Cell] = dict.fromkeys((
    "what", "id", "type", "mode", "status", "plover", "from", "to", "precision", "parties", "ids",
    "value", "amount", "unit", "place", "support", "articles", "confidence", "published", "source", "document",
    "sentence", "claims",
))  # fmt: skip


def flat(part: Part) -> dict[str, Cell]:
    """Return one part of an answer as a row; the sentence is that of the article that told it first."""
    if isinstance(part, Occurrence):
        about = {"type": part.type, "mode": part.mode, "status": part.status, "plover": part.plover}
        return {**_EMPTY, "what": "occurrence", "id": part.id or None, **about, **_days(part.date, part.date),
                **_parties(part.parties), **_value(part.value), "place": _label(part.place),
                **_backed(part.backing)}  # fmt: skip
    if isinstance(part, Standing):
        about = {"type": part.type, "status": part.status}
        return {**_EMPTY, "what": "standing", "id": part.id or None, **about, **_days(part.valid_from, part.valid_to),
                **_parties(part.parties), **_value(part.value), "place": _label(part.place),
                **_backed(part.backing)}  # fmt: skip
    if isinstance(part, Promise):
        about = {"type": part.kind, "mode": part.about, "status": part.stage}
        return {**_EMPTY, "what": "promise", "id": part.id or None, **about, **_days(part.due, part.due),
                **_parties(part.lead.parties), **_value(part.lead.value), **_backed(part.backing)}  # fmt: skip
    return {**_EMPTY, "what": "quote", "type": "quote", "mode": part.medium, **_days(part.date, part.date),
            **_parties((*part.speakers, *part.others)), **_backed(part.backing)}  # fmt: skip


def flat_sides(conflict: Conflict) -> list[dict[str, Cell]]:
    """Return a row for each side of a conflict."""
    return [
        {**_EMPTY, "what": "conflict", "id": conflict.id or None, "type": conflict.kind, "status": conflict.state,
         "parties": conflict.about, **_value(side.value if isinstance(side.value, dict) else {"text": side.label}),
         **_backed(side.backing)}
        for side in conflict.sides
    ]  # fmt: skip


def _days(begin: DateSpan | None, end: DateSpan | None) -> dict[str, Cell]:
    """Return first day, last day, and the precision of the bound that is known best."""
    known = [span for span in (begin, end) if span is not None]
    return {
        "from": begin.start.isoformat() if begin and begin.start else None,
        "to": end.end.isoformat() if end and end.end else None,
        "precision": known[0].precision.value if known else None,
    }


def _parties(parties: Iterable[Party]) -> dict[str, Cell]:
    told = list(parties)
    return {
        "parties": "; ".join(dict.fromkeys(p.label for p in told)),
        "ids": " ".join(dict.fromkeys(p.entity for p in told)),
    }


def _value(value: dict[str, Any] | None) -> dict[str, Cell]:
    if not value:
        return {}
    amount = value.get("amount", value.get("factor"))
    text = value.get("text")
    return {
        "value": None if text is None else str(text),
        "amount": float(amount) if isinstance(amount, int | float) else None,
        "unit": "times" if "factor" in value else value.get("unit"),
    }


def _label(place: dict[str, Any] | None) -> str | None:
    return str(place["label"]) if place and place.get("label") else None


def _backed(backing: Backing) -> dict[str, Cell]:
    first = backing.evidence[0] if backing.evidence else None
    return {
        "support": backing.support, "articles": backing.articles, "confidence": backing.confidence,
        "published": first.published if first else None, "source": first.source if first else None,
        "document": first.document if first else None, "sentence": first.text if first else None,
        "claims": " ".join(backing.claims),
    }  # fmt: skip
