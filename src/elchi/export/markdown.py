"""Markdown: what was told in words, each with its sentences, for a note or a page of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from elchi.export.event_row import EventRow, SentenceRow
from elchi.export.event_words import words_of
from elchi.export.wording import span_in_words
from elchi.script.storable import on_one_line

_MARKS = regex.compile(r"([\\`*_{}\[\]<>&|~$^#])")
_PLAIN = frozenset({"past", "ongoing"})


def lines(events: Iterable[EventRow]) -> Iterator[str]:
    """Yield a heading, then an entry for each row in their order."""
    yield "# What was claimed\n"
    for event in events:
        yield _entry(event)


def _entry(event: EventRow) -> str:
    when = event.date or event.valid_from
    day = span_in_words(when) if when else f"({event.published})" if event.published else "no date"
    marks = [event.status] * (event.status not in _PLAIN) + ["background"] * event.background
    shown = f" *[{', '.join(marks)}]*" if marks else ""
    head = f"\n- **{_text(day)}** {_text(words_of(event))}{shown} ({event.support} "
    return head + ("report" if event.support == 1 else "reports") + ")\n" + "".join(map(_sentence, event.sentences))


def _sentence(told: SentenceRow) -> str:
    where = " · ".join(filter(None, (told.source, told.published[:10], told.document, told.claim[:8])))
    return f"  > “{_text(told.text)}”  \n  > — {_text(where)}\n"


def _text(text: str) -> str:
    """Return text that Markdown shows as it is: every mark escaped, on one line."""
    return _MARKS.sub(r"\\\1", on_one_line(text))
