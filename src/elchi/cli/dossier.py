"""The dossier of a dyad as a page: what holds, what happened, what was said, where sources differ."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from elchi.cli.page import INDENT, Page
from elchi.export.wording import (
    ascribed,
    in_words,
    marks_of,
    span_in_words,
    speaker_in_words,
    standing_in_words,
    value_in_words,
)
from elchi.model import Precision
from elchi.query import SUPPORT_NOTE, Backing, Conflict, Occurrence, PairAnswer, Quote, Standing

T = TypeVar("T")
_UNMARKED = frozenset({"past"})
_SENTENCES = 2
"""Sentences shown for one entry; the rest is counted, and `--json` has all."""


def print_dossier(page: Page, answer: PairAnswer, most: int | None = None) -> None:
    """Print the answer, whole, or the `most` telling entries of each section."""
    page.title(f"{answer.first.label} – {answer.second.label}")
    if not answer.documents:
        page.line("Nothing is recorded of these two; read articles that name both: elchi ingest PATH")
        return
    page.line(f"{many(len(answer.documents), 'article')}; (a day in brackets) is that of publication", "dim")
    now, earlier = ([s for s in answer.standings if s.now is wanted] for wanted in (True, False))
    _section(page, "Present state", now, now[:most], _standing)
    _section(page, "Earlier state", earlier, earlier[:most], _standing)
    shown = _telling(answer.occurrences, most)
    _section(page, "What happened, newest first", answer.occurrences, shown, print_occurrence)
    _section(page, "What was said", answer.quotes, answer.quotes[:most], _quote)
    differing = answer.conflicts[: 1 if most else None]
    _section(page, "Where sources differ", answer.conflicts, differing, print_conflict)
    page.blank()
    page.line(SUPPORT_NOTE, "dim")


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
    marks = [told.status if told.status not in _UNMARKED else ""]
    marks += ["background" if told.background else "", "virtual" if told.virtual else "", *marks_of(told.backing)]
    note = "; ".join(filter(None, (ascribed(told.backing.attribution), _support(told.backing))))
    page.entry(day_of(told), in_words(told), ", ".join(filter(None, marks)), note)
    print_sentences(page, told.backing)


def _telling(told: tuple[Occurrence, ...], most: int | None) -> tuple[Occurrence, ...]:
    """Return all, or the first `most` of those with an exact day: what a newcomer understands at once."""
    if most is None or len(told) <= most:
        return told
    dated = [o for o in told if o.date is not None and o.date.precision is Precision.DAY]
    return tuple((dated or list(told))[:most])


def day_of(entry: Occurrence | Standing) -> str:
    """Return the date of an entry in words; in brackets that of its publication where no claim dates it."""
    span = entry.date if isinstance(entry, Occurrence) else entry.valid_from
    if (span and span.start) or not entry.backing.published:
        return span_in_words(span)
    return f"({entry.backing.published})"


def print_standing(page: Page, standing: Standing, head: str, *, titled: bool) -> None:
    """Print one standing: what holds, its marks, when it was told, and its sentences."""
    mark = "" if standing.status in {"ongoing", "past"} else standing.status
    marks = ", ".join(filter(None, (mark, *marks_of(standing.backing))))
    told = f"as told on {standing.told}" if standing.told else ""
    note = (told, ascribed(standing.backing.attribution), _support(standing.backing))
    page.entry(head, standing_in_words(standing, titled=titled), marks, "; ".join(filter(None, note)))
    print_sentences(page, standing.backing)


def _standing(page: Page, standing: Standing) -> None:
    print_standing(page, standing, "•", titled=True)


def _quote(page: Page, quote: Quote) -> None:
    medium = f" ({quote.medium})" if quote.medium else ""
    said = f"{speaker_in_words(quote.speakers)} said{medium}"
    note = ascribed(quote.backing.attribution)
    page.entry(quote.backing.published or "no date", said, ", ".join(marks_of(quote.backing)), note)
    print_sentences(page, quote.backing)


def print_conflict(page: Page, conflict: Conflict) -> None:
    """Print one conflict: what it is about, and each side with its sentences."""
    page.entry(conflict.kind, conflict.about.replace("_", " "), conflict.state)
    for value, backing in conflict.sides:
        page.line(_shown(value), "yellow", INDENT)
        print_sentences(page, backing, indent=INDENT + 2)


def print_sentences(page: Page, backing: Backing, indent: int = INDENT) -> None:
    """Print the first sentences that something rests on, and how many more there are."""
    for sentence in backing.evidence[:_SENTENCES]:
        page.sentence(sentence, indent)
    more = len(backing.evidence) - _SENTENCES
    if more > 0:
        page.line(f"… and {many(more, 'more sentence')}", "dim", indent)
    page.blank()


def _support(backing: Backing) -> str:
    """Return how many articles say it; and in how many reports, where some of them are one text."""
    if len(backing.documents) < 2:
        return ""
    articles = many(len(backing.documents), "article")
    return articles if backing.support == len(backing.documents) else f"{many(backing.support, 'report')}, {articles}"


def _shown(value: Any) -> str:  # noqa: ANN401 - a value is any JSON value
    words = value_in_words(value) if isinstance(value, dict) else str(value)
    return words or json.dumps(value, ensure_ascii=False)


def many(count: int, noun: str) -> str:
    """Return a number with its noun: 1 article, 2 articles."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
