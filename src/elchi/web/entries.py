"""What stands in the lists of a page: an occurrence, a standing, a quote or a conflict, ready to be drawn."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import regex

from elchi.export.wording import (
    in_words,
    marks_of,
    span_in_words,
    speaker_in_words,
    standing_in_words,
    value_in_words,
)
from elchi.query import Backing, Conflict, Naming, Occurrence, Party, Quote, Sentence, Standing

SENTENCES = 2
"""Sentences shown at once with one entry; the next ones open on demand, and the twin has all."""
MOST_SENTENCES = 12
_PLAIN = frozenset({"past", "ongoing"})
_ID = regex.compile(r"[A-Za-z][A-Za-z0-9-]+")
_LINKED = frozenset({"state", "organisation", "group", "person"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list.

    Attributes:
        day: the day it is of, in words; `told_on` where that is the day of publication, for no claim dates it.
        words: what it says, in English.
        marks: what to take care of, English words that the page translates.
        reports, articles: how many say it.
        sentences: the first sentences; `more` the next; `hidden` how many further ones there are.
        claim: the claim to which it leads.
    """

    day: str
    told_on: bool
    words: str
    type: str
    marks: tuple[str, ...]
    reports: int
    articles: int
    sentences: tuple[Sentence, ...]
    more: tuple[Sentence, ...]
    hidden: int
    claim: str
    attribution: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    told: str = ""


def of_occurrence(told: Occurrence) -> Entry:
    """Return an event as an entry."""
    marks = [told.status] if told.status not in _PLAIN else []
    marks += [name for name, said in (("background", told.background), ("virtual", told.virtual)) if said]
    dated = bool(told.date and told.date.start)
    day = span_in_words(told.date) if dated or not told.backing.published else told.backing.published
    return _entry(told.backing, day, in_words(told), told.type, marks, told_on=not dated, parties=told.parties)


def of_standing(standing: Standing, *, titled: bool) -> Entry:
    """Return a standing as an entry; `titled` where the page names both sides already."""
    marks = [standing.status] if standing.status not in _PLAIN else []
    dated = bool(standing.valid_from and standing.valid_from.start)
    day = span_in_words(standing.valid_from) if dated else (standing.backing.published or "")
    words = standing_in_words(standing, titled=titled)
    return _entry(standing.backing, day, words, standing.type, marks, told_on=not dated, told=standing.told or "")


def of_quote(quote: Quote) -> Entry:
    """Return a quote as an entry."""
    said = f"{speaker_in_words(quote.speakers)} said"
    marks = [quote.medium] if quote.medium else []
    return _entry(quote.backing, quote.backing.published or "", said, "quote", marks, told_on=True)


def _entry(  # noqa: PLR0913 - the parts of an entry, each from elsewhere
    backing: Backing, day: str, words: str, type_: str, marks: Sequence[str], *, told_on: bool,
    parties: Sequence[Party] = (), told: str = "",
) -> Entry:  # fmt: skip
    shown = backing.evidence[:MOST_SENTENCES]
    linked = {party.entity: party for party in parties if party.kind in _LINKED}
    return Entry(
        day, told_on, words, type_, (*marks, *marks_of(backing)), backing.support, len(backing.documents),
        shown[:SENTENCES], shown[SENTENCES:], len(backing.evidence) - len(shown),
        backing.claims[0] if backing.claims else "", backing.attribution, tuple(linked.values()), told,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class SideShown:
    """One side of a conflict: its value in words, and what says so."""

    value: str
    sentences: tuple[Sentence, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class ConflictShown:
    """A conflict as a page draws it."""

    id: str
    kind: str
    about: str
    state: str
    sides: tuple[SideShown, ...]


def of_conflict(conflict: Conflict, names: Naming) -> ConflictShown:
    """Return a conflict with its values in words, and labels in the place of the ids that it is about."""
    sides = [
        SideShown(
            _labelled(_value(value), names), backing.evidence[:SENTENCES], max(0, len(backing.evidence) - SENTENCES)
        )
        for value, backing in conflict.sides
    ]
    return ConflictShown(conflict.id, conflict.kind, _labelled(conflict.about, names), conflict.state, tuple(sides))


def _labelled(words: str, names: Naming) -> str:
    """Return words with the label in the place of each id of the catalogue: `IND|KAZ` is India – Kazakhstan."""
    shown = _ID.sub(lambda found: known.label if (known := names.entities.get(found[0])) else found[0], words)
    return shown.replace("|", " – ").replace("_", " ")


def _value(value: Any) -> str:  # noqa: ANN401 - a value is any JSON value
    words = value_in_words(value) if isinstance(value, dict) else str(value)
    return words or json.dumps(value, ensure_ascii=False)
