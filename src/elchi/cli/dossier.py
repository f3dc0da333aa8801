"""The dossier of a dyad as a page: what holds, what happened, what was said, where sources differ."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from elchi.cli.page import INDENT, Page
from elchi.export.wording import in_words, span_in_words, speaker_in_words, standing_in_words, value_in_words
from elchi.model import Precision
from elchi.query import Backing, Conflict, Occurrence, PairAnswer, Quote, Standing

T = TypeVar("T")
_MARKS = {"planned": "planned", "intended": "intended", "hypothetical": "if", "denied": "denied", "ongoing": "ongoing"}
_SENTENCES = 2
"""Sentences shown for one entry; the rest is counted, and `--json` has all."""


def print_dossier(page: Page, answer: PairAnswer, most: int | None = None) -> None:
    """Print the answer, whole, or the `most` telling entries of each section."""
    page.title(f"{answer.first.label} – {answer.second.label}")
    told = f"{_many(len(answer.documents), 'article')}, each a report of its own"
    page.line(f"{told}; (a day in brackets) is that of publication, where the article names none", "dim")
    _section(page, "Present state", answer.standings, answer.standings[:most], _standing)
    shown = _telling(answer.occurrences, most)
    _section(page, "What happened, newest first", answer.occurrences, shown, print_occurrence)
    _section(page, "What was said", answer.quotes, answer.quotes[:most], _quote)
    _section(page, "Where sources differ", answer.conflicts, answer.conflicts[:most], _conflict)
    if not answer.documents:
        page.line("Nothing in this record speaks of both.")


def _section(page: Page, heading: str, found: Sequence[T], shown: Sequence[T], show: Callable[[Page, T], None]) -> None:
    """Print a heading with the number found, the entries shown, and how many more there are."""
    if not found:
        return
    page.heading(heading, len(found))
    for entry in shown:
        show(page, entry)
    if len(shown) < len(found):
        page.line(f"… and {len(found) - len(shown)} more", "dim", 2)


def print_occurrence(page: Page, told: Occurrence) -> None:
    """Print one event: its date, what happened in words, its status, and its sentences."""
    marks = [_MARKS.get(told.status, ""), "background" if told.background else "", "virtual" if told.virtual else ""]
    page.entry(_when(told), in_words(told), ", ".join(filter(None, marks)), _support(told.backing))
    _sentences(page, told.backing)


def _telling(told: tuple[Occurrence, ...], most: int | None) -> tuple[Occurrence, ...]:
    """Return all, or the first `most` of those with an exact day: what a newcomer understands at once."""
    if most is None or len(told) <= most:
        return told
    dated = [o for o in told if o.date is not None and o.date.precision is Precision.DAY]
    return tuple((dated or list(told))[:most])


def _when(told: Occurrence) -> str:
    if told.day or not told.backing.published:
        return span_in_words(told.date)
    return f"({told.backing.published})"


def _standing(page: Page, standing: Standing) -> None:
    mark = "" if standing.status in {"ongoing", "past"} else _MARKS.get(standing.status, standing.status)
    mark = "former" if standing.status == "past" and standing.type in {"holds_office", "member_of"} else mark
    page.entry("•", standing_in_words(standing), mark, _support(standing.backing))
    _sentences(page, standing.backing)


def _quote(page: Page, quote: Quote) -> None:
    medium = f" ({quote.medium})" if quote.medium else ""
    page.entry(quote.backing.published or "no date", f"{speaker_in_words(quote.speakers)} said{medium}")
    _sentences(page, quote.backing)


def _conflict(page: Page, conflict: Conflict) -> None:
    page.entry(conflict.kind, conflict.about.replace("_", " "), conflict.state)
    for value, backing in conflict.sides:
        page.line(_shown(value), "yellow", INDENT)
        _sentences(page, backing, indent=INDENT + 2)


def _sentences(page: Page, backing: Backing, indent: int = INDENT) -> None:
    for sentence in backing.evidence[:_SENTENCES]:
        page.sentence(sentence, indent)
    more = len(backing.evidence) - _SENTENCES
    if more > 0:
        page.line(f"… and {_many(more, 'more sentence')}", "dim", indent)
    page.blank()


def _support(backing: Backing) -> str:
    return _many(len(backing.documents), "article") if len(backing.documents) > 1 else ""


def _shown(value: Any) -> str:  # noqa: ANN401 - a value is any JSON value
    words = value_in_words(value) if isinstance(value, dict) else str(value)
    return words or json.dumps(value, ensure_ascii=False)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
