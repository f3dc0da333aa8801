"""Whose words: the speaker of reported speech and of quotations that run over several sentences."""

from __future__ import annotations

from collections.abc import Sequence

from elchi.claims.clauses import SpeechAct
from elchi.claims.context import Context, Sentence
from elchi.claims.discourse import Actor
from elchi.model.link import LinkedParty
from elchi.model.mention import PartyKind


def speaker_of(act: SpeechAct, sentence: Sentence, context: Context) -> tuple[Actor, ...]:
    """Return who says it: the agent or subject outside what is said, else the person that acted last."""
    outside = [p for p in sentence.parties if not act.content[0] <= p.mention.first < act.content[1]]
    behind = bool(sentence.scan.pack.order["subject_after_verb"])
    near = [p for p in outside if p.mention.first < act.first or behind]
    for fits in (_agent_person, _subject_person, _agent, _subject):
        for party in sorted(near, key=lambda p: abs(p.mention.first - act.first)):
            actors = context.discourse.actors(party) if fits(party) else ()
            if actors:
                return actors
    return context.discourse.person


def _is_person(party: LinkedParty) -> bool:
    return party.person is not None or bool(party.office) or party.mention.description in {"he", "leader"}


def _agent(party: LinkedParty) -> bool:
    return party.mention.role == "agent"


def _subject(party: LinkedParty) -> bool:
    return party.mention.role in {"subject", ""} and party.mention.kind is not PartyKind.ADJECTIVE and not party.mention.link


def _agent_person(party: LinkedParty) -> bool:
    return _agent(party) and _is_person(party)


def _subject_person(party: LinkedParty) -> bool:
    return _subject(party) and _is_person(party)


def speaker_at(place: int, sentence: Sentence, context: Context, quote_speaker: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return whose words token `place` of a sentence belongs to; nobody for the outlet's own."""
    act = sentence.clauses.speech_over(place)
    if act is not None:
        return speaker_of(act, sentence, context)
    return quote_speaker if sentence.is_quoted(place) else ()


def quotation_speaker(
    index: int, sentences: Sequence[Sentence], context: Context
) -> tuple[Actor, ...]:
    """Return who speaks the quotation that sentence `index` is in: the verb of saying at its end or its beginning."""
    sentence = sentences[index]
    if not sentence.quoted:
        return ()
    start, end = sentence.passage.start, sentence.passage.end
    quotation = next((q for q in context.quotations if q.start < end and q.end > start), None)
    if quotation is None or sentence.passage.field != "text":
        return ()
    for other in sentences[max(0, index - 3) : index + 4]:
        touches = other.passage.field == "text" and other.passage.end >= quotation.start - 3 and other.passage.start <= quotation.end + 3
        if touches:
            for act in other.clauses.speech:
                if not other.is_quoted(act.first):
                    return speaker_of(act, other, context)
    return ()
