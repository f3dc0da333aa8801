"""TimelineJS 3: what has a date, as slides of its JSON; all words are escaped, for it shows them as HTML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from typing import Any

from elchi.export.escape import in_json
from elchi.export.event_row import EventRow, SentenceRow
from elchi.export.event_words import words_of
from elchi.export.left_out import LeftOut
from elchi.model import Precision
from elchi.script.storable import on_one_line

_PARTS = {Precision.YEAR: 1, Precision.MONTH: 2}


def lines(events: Iterable[EventRow], left_out: LeftOut) -> Iterator[str]:
    """Yield the document, a slide a line."""
    yield '{"events": [\n'
    between = ""
    for event in events:
        slide = _slide(event)
        if slide is None:
            left_out["claims without a date"] += 1
            continue
        yield between + in_json(json.dumps(slide, ensure_ascii=False))
        between = ",\n"
    yield "\n]}\n"


def _slide(event: EventRow) -> dict[str, Any] | None:
    begin, end = (event.valid_from, event.valid_to) if event.kind == "statement" else (event.date, event.date)
    if begin is None or begin.start is None:
        return None
    slide = {
        "unique_id": on_one_line(event.id), "group": on_one_line(event.type),
        "start_date": _parts(begin.start, begin.precision),
        "text": {"headline": _html(words_of(event)), "text": "".join(map(_quoted, event.sentences))},
    }  # fmt: skip
    if end and end.end and end.end != begin.start:
        slide["end_date"] = _parts(end.end, end.precision)
    return slide


def _parts(day: date, precision: Precision) -> dict[str, int]:
    parts = {"year": day.year, "month": day.month, "day": day.day}
    return dict(list(parts.items())[: _PARTS.get(precision, 3)])


def _quoted(told: SentenceRow) -> str:
    where = " · ".join(filter(None, (told.source, told.published[:10], told.document)))
    return f'<blockquote dir="auto">{_html(told.text)}</blockquote><p>{_html(where)}</p>'


def _html(text: str) -> str:
    return escape(on_one_line(text))
