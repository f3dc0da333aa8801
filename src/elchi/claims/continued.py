"""An act told twice in a row: first with its day and without parties, then with its parties and without a day.

"The railway was opened on Wednesday. The two prime ministers opened it by video": the day is that of both sentences.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from elchi.claims.context import Context, Sentence
from elchi.claims.decide import THRESHOLD, weights
from elchi.claims.events import Candidate
from elchi.claims.predicates import MAIN, find_predicates
from elchi.claims.when import date_of
from elchi.model import DateSpan, Precision, Reason, Status
from elchi.packs.language import NO_FRAME

OpenActs = Mapping[str, tuple[DateSpan, str]]
"""The days of acts without parties, by frame, each with the words that tell it."""


def open_acts(sentence: Sentence, events: Sequence[Candidate], context: Context) -> OpenActs:
    """Return the acts of a sentence that have a day and nobody who does them; none where one is told with parties."""
    if not sentence.marked.dates or any(c.claim.confidence >= weights()[THRESHOLD] for c in events):
        return {}
    out: dict[str, tuple[DateSpan, str]] = {}
    for predicate in find_predicates(sentence.scan):
        if predicate.put != MAIN or predicate.frame == NO_FRAME or predicate.negated:
            continue
        bounds = sentence.clauses.around(predicate.first, predicate.after)
        date = date_of(predicate.first, bounds, sentence, context, Status.PAST)
        if predicate.status == "past" and date is not None and date.precision is Precision.DAY:
            out[predicate.frame] = date, sentence.words(predicate.first, predicate.after)
    return out


def continue_acts(events: Sequence[Candidate], acts: OpenActs, sentence: Sentence) -> list[Candidate]:
    """Return the candidates of a sentence without dates, those that tell an open act again with its day."""
    if sentence.marked.dates:
        return list(events)
    return [_dated(candidate, acts.get(candidate.predicate.frame)) for candidate in events]


def _dated(candidate: Candidate, act: tuple[DateSpan, str] | None) -> Candidate:
    claim = candidate.claim
    if act is None or claim.date is not None or claim.status is not Status.PAST:
        return candidate
    reason = Reason("date:of the sentence before", act[1], 0.0)
    return replace(candidate, claim=replace(claim, date=act[0], reasons=(*claim.reasons, reason)))
