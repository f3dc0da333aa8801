"""Days that one sentence gives to the acts of the next, where a reader takes both to tell one occasion.

- An act told twice: first with its day and without parties, then with its parties and without a day. "The railway was
  opened on Wednesday. The two prime ministers opened it by video."
- What a person says on a day, and says further. "The minister said on Tuesday that ... He also called on Nepal to ..."
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from elchi.claims.context import Context, Sentence
from elchi.claims.decide import THRESHOLD, weights
from elchi.claims.events import Candidate
from elchi.claims.predicates import MAIN, find_predicates
from elchi.claims.speakers import speaker_of
from elchi.claims.when import date_of, span_of
from elchi.model import Claim, DateSpan, Precision, Reason, Status
from elchi.packs.language import NO_FRAME

# Acts that are done by saying so, but for signatures.
_SAID = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
_SIGNED = "sign"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the sentences before leave to the next one.

    Attributes:
        acts: the days of acts without parties, by frame, each with the words that tell it.
        persons: who spoke last on a day that was told.
        day: that day, with the words that tell it.
    """

    acts: Mapping[str, tuple[DateSpan, str]] = field(default_factory=dict)
    persons: frozenset[str] = frozenset()
    day: tuple[DateSpan, str] | None = None

    def dated(self, candidates: Sequence[Candidate], sentence: Sentence) -> list[Candidate]:
        """Return the candidates of a sentence, those without a day given the one of the occasion that they continue."""
        if sentence.marked.dates:
            return list(candidates)
        return [_dated(c, self.acts.get(c.predicate.frame) or self._spoken(c.claim)) for c in candidates]

    def _spoken(self, claim: Claim) -> tuple[DateSpan, str] | None:
        """Return the day on which an act was said, where the person who spoke then says it, in the outlet's words."""
        if claim.type not in _SAID or claim.mode == _SIGNED or claim.attribution:
            return None
        return self.day if any(p.role == "actor" and p.entity in self.persons for p in claim.participants) else None

    def after(self, sentence: Sentence, candidates: Sequence[Candidate], context: Context) -> Occasion:
        """Return the occasion after a sentence: another date ends it."""
        if not sentence.marked.dates:
            return replace(self, acts={}) if self.acts else self
        return replace(_said(sentence, context), acts=_open_acts(sentence, candidates, context))


def _dated(candidate: Candidate, day: tuple[DateSpan, str] | None) -> Candidate:
    claim = candidate.claim
    if day is None or claim.date is not None or claim.status is not Status.PAST:
        return candidate
    reason = Reason("date:of the sentence before", day[1], 0.0)
    return replace(candidate, claim=replace(claim, date=day[0], reasons=(*claim.reasons, reason)))


def _open_acts(
    sentence: Sentence, candidates: Sequence[Candidate], context: Context
) -> Mapping[str, tuple[DateSpan, str]]:
    """Return the acts of a sentence that have a day and nobody who does them; none where one is told with parties."""
    if any(c.claim.confidence >= weights()[THRESHOLD] for c in candidates):
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


def _said(sentence: Sentence, context: Context) -> Occasion:
    """Return who says something in a sentence and on which day: the one date outside what is said."""
    acts = [a for a in sentence.speech if sentence.clauses.speech_over(a.first) is None]
    if len(acts) != 1:
        return Occasion()
    (act,) = acts
    dates = [d for d in sentence.marked.dates if not act.content[0] <= d.first < act.content[1]]
    if len(dates) != 1 or dates[0].bound:
        return Occasion()
    span = span_of(dates[0], sentence, context)
    persons = frozenset(a.person.id for a in speaker_of(act, sentence, context) if a.person is not None)
    if span.precision is not Precision.DAY or not persons:
        return Occasion()
    return Occasion({}, persons, (span, sentence.words(act.first, act.after)))
