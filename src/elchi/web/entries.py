"""What stands in the lists of a page: an occurrence, a standing, a quote or a conflict, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from elchi.export.wording import (
    in_words,
    marks_of,
    measure_in_words,
    promise_in_words,
    side_in_words,
    span_in_words,
    speaker_in_words,
    standing_in_words,
)
from elchi.model import Claim
from elchi.query import (
    Backing,
    Brief,
    Conflict,
    Naming,
    Occurrence,
    Party,
    Promise,
    Quote,
    Sentence,
    Standing,
    occurrence_of_claim,
)

SENTENCES = 2
"""Sentences shown at once with one entry; the next ones open on demand, and the twin has all."""
MOST_SENTENCES = 12
_PLAIN = frozenset({"past", "ongoing"})
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
        id: its place on the page.
        within: whether it happened within the entry above it.
        event: the id of the event that it is, "" where it is none.
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
    id: str = ""
    within: bool = False
    event: str = ""


def of_occurrence(told: Occurrence) -> Entry:
    """Return an event as an entry."""
    marks = [told.status] if told.status not in _PLAIN else []
    marks += [name for name, said in (("background", told.background), ("virtual", told.virtual)) if said]
    dated = bool(told.date and told.date.start)
    day = span_in_words(told.date) if dated or not told.backing.published else told.backing.published
    entry = _entry(told.backing, day, in_words(told), told.type, marks, told_on=not dated, parties=told.parties,
                   id=told.id)  # fmt: skip
    return replace(entry, event=told.id)


def of_standing(standing: Standing, *, titled: bool) -> Entry:
    """Return a standing as an entry; `titled` where the page names both sides already."""
    marks = [standing.status] if standing.status not in _PLAIN else []
    marks += [] if standing.certain else ["perhaps"]
    dated = bool(standing.valid_from and standing.valid_from.start)
    day = span_in_words(standing.valid_from) if dated else (standing.backing.published or "")
    words = standing_in_words(standing, titled=titled)
    return _entry(standing.backing, day, words, standing.type, marks, told_on=not dated, told=standing.told or "",
                  id=standing.id)  # fmt: skip


def of_quote(quote: Quote) -> Entry:
    """Return a quote as an entry."""
    said = f"{speaker_in_words(quote.speakers)} said"
    marks = [quote.medium] if quote.medium else []
    return _entry(quote.backing, quote.backing.published or "", said, "quote", marks, told_on=True)


def _entry(  # noqa: PLR0913 - the parts of an entry, each from elsewhere
    backing: Backing, day: str, words: str, type_: str, marks: Sequence[str], *, told_on: bool,
    parties: Sequence[Party] = (), told: str = "", id: str = "",  # noqa: A002 - the field's name
) -> Entry:  # fmt: skip
    shown = backing.evidence[:MOST_SENTENCES]
    claim = backing.evidence[0].claim if backing.evidence else next(iter(backing.claims), "")
    linked = {party.entity: party for party in parties if party.kind in _LINKED}
    return Entry(
        day, told_on, words, type_, (*marks, *marks_of(backing)), backing.support, backing.articles,
        shown[:SENTENCES], shown[SENTENCES:], len(backing.evidence) - len(shown),
        claim, backing.attribution, tuple(linked.values()), told, id or claim,
    )  # fmt: skip


def of_occurrences(told: Sequence[Occurrence]) -> Iterator[Entry]:
    """Yield events in their order; what happened within another stands under it, by its days."""
    shown = {one.id for one in told if one.id}
    for one in told:
        if one.part_of is None or one.part_of not in shown:
            yield of_occurrence(one)
            inside = (part for part in told if part.part_of == one.id and one.id)
            yield from (
                replace(of_occurrence(part), within=True) for part in sorted(inside, key=lambda o: o.order_within)
            )


def of_brief(one: Brief, leads: Mapping[str, Claim], names: Naming) -> Entry:
    """Return an occurrence in short as an entry, in the words of its lead where `leads` has it."""
    lead = leads.get(one.sentence.claim) if one.sentence else None
    words = in_words(occurrence_of_claim(lead, names)) if lead else one.type.capitalize()
    marks = [one.status] if one.status not in _PLAIN else []
    dated = bool(one.date and one.date.start)
    sentences = (one.sentence,) if one.sentence else ()
    return Entry(
        span_in_words(one.date) if dated else one.day, not dated, words, one.type, tuple(marks), one.support,
        one.support, sentences, (), 0, one.sentence.claim if one.sentence else "", id=one.id,
        event=one.id,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """Something in words with the first sentences that say so, and how many more there are."""

    words: str
    sentences: tuple[Sentence, ...]
    hidden: int
    day: str = ""


def _said(words: str, backing: Backing, day: str = "") -> Said:
    hidden = max(0, len(backing.evidence) - SENTENCES)
    return Said(words, backing.evidence[:SENTENCES], hidden, day)


@dataclass(frozen=True, slots=True)
class ConflictShown:
    """A conflict as a page draws it; `explanation` says why both were written, `by` who settled it."""

    id: str
    kind: str
    about: str
    state: str
    explanation: str
    by: str
    sides: tuple[Said, ...]


def of_conflict(conflict: Conflict) -> ConflictShown:
    """Return a conflict with each side in words."""
    sides = tuple(_said(side_in_words(side), side.backing) for side in conflict.sides)
    return ConflictShown(
        conflict.id, conflict.kind, conflict.about, conflict.state, conflict.explanation, conflict.by, sides
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PromiseShown:
    """Something promised: what, by when, the stages it reached; `silent` days nothing was told, None if closed."""

    id: str
    kind: str
    words: str
    due: str
    stage: str
    overdue: bool
    silent: int | None
    marks: tuple[str, ...]
    steps: tuple[Said, ...]
    measure: str
    claim: str
    reasons: tuple[str, ...] = ()


def of_promise(promise: Promise, today: date) -> PromiseShown:
    """Return a promise with its stages, as of `today`."""
    steps = tuple(
        _said(step.stage, step.backing, span_in_words(step.date) if step.date else step.backing.published)
        for step in promise.steps
    )
    evidence = promise.lead.backing.evidence
    return PromiseShown(
        promise.id, promise.kind, promise_in_words(promise), span_in_words(promise.due) if promise.due else "",
        promise.stage, promise.overdue(today), promise.silent_days(today), tuple(marks_of(promise.backing)), steps,
        measure_in_words(promise.measure) if promise.measure else "",
        evidence[0].claim if evidence else next(iter(promise.backing.claims), ""), promise.reasons,
    )  # fmt: skip
