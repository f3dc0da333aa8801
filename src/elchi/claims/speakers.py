"""Whose words: the speaker of reported speech and of quotations that run over several sentences."""

from __future__ import annotations

from collections.abc import Sequence

from elchi.claims.clauses import SpeechAct
from elchi.claims.context import Context, Sentence
from elchi.claims.discourse import Actor
from elchi.model.mention import PartyKind


def speaker_of(act: SpeechAct, sentence: Sentence, context: Context) -> tuple[Actor, ...]:
    """Return who says it: the agent or subject outside what is said, else the person that acted last."""
    outside = [p for p in sentence.parties if not act.content[0] <= p.mention.first < act.content[1]]
    for roles in (("agent",), ("subject", "")):
        for party in outside:
            near = party.mention.first < act.first or sentence.scan.pack.order["subject_after_verb"]
            if near and party.mention.role in roles and party.mention.kind is not PartyKind.ADJECTIVE:
                actors = context.discourse.actors(party)
                if actors:
                    return actors
    return context.discourse.person


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
