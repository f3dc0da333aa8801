"""Whose words: the speaker of reported speech and of quotations that run over several sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elchi.claims.clauses import SpeechAct
from elchi.claims.context import Context, Sentence
from elchi.claims.discourse import Actor
from elchi.claims.private import speaks_unnamed
from elchi.claims.quotations import Quotation
from elchi.model.link import LinkedParty
from elchi.model.mention import PartyKind

# Sentences that a quotation may run over, and characters between it and the sentence that names its speaker.
_REACH = 6
_NEAR = 3
# Role of whom the text has something from.
_ACCORDING = "according_to"


def speaker_of(act: SpeechAct, sentence: Sentence, context: Context) -> tuple[Actor, ...]:
    """Return who says it: the agent or subject outside what is said, else the person that acted last."""
    outside = [p for p in sentence.parties if not act.content[0] <= p.mention.first < act.content[1]]
    behind = bool(sentence.scan.pack.order["subject_after_verb"])
    near = [p for p in outside if (p.mention.first < act.first or behind) and not sentence.is_quoted(p.mention.first)]
    owner = [p for p in outside if p.mention.role == "genitive" and _owns(p, act, sentence)]
    for party in owner:  # X का कहना है कि
        if actors := context.discourse.actors(party):
            return actors
    bounds = sentence.clauses.around(act.first, act.after)
    own = [p for p in near if bounds[0] <= p.mention.first < bounds[1]]
    others = _said_by_others(bounds, sentence) or speaks_unnamed(act.first, bounds, sentence)
    for parties in (own, near) if behind else (near,):
        nearest = sorted(parties, key=lambda p: abs(p.mention.first - act.first))
        for fits in (_agent_person, _agent) if others else (_agent_person, _subject_person, _agent, _subject):
            for party in nearest:
                actors = context.discourse.actors(party) if fits(party) else ()
                if actors:
                    return actors
    # Where every verb has a subject, one that is no party is somebody else.
    return () if others or sentence.scan.pack.head_initial else context.discourse.person


def _said_by_others(bounds: tuple[int, int], sentence: Sentence) -> bool:
    """Whether somebody who is no party is marked as acting in a clause (विशेषज्ञों ने कहा)."""
    known = {place for p in sentence.parties for place in range(p.mention.first, p.mention.after + 1)}
    inside = (place for place in sentence.scan.places("marker") if bounds[0] < place < bounds[1])
    markers = ((place, sentence.scan.marker(place)) for place in inside if place not in known)
    return any(m is not None and m[1].role == "agent" for _place, m in markers)


def _owns(party: LinkedParty, act: SpeechAct, sentence: Sentence) -> bool:
    """Whether a party in the genitive owns the word of saying, an adjective at most in between."""
    between = range(party.mention.after, act.first)
    return len(between) <= 1 and all(sentence.scan.has_class(p, "adjective", "adverb") for p in between)


def _is_person(party: LinkedParty) -> bool:
    return party.person is not None or bool(party.office) or party.mention.description in {"he", "leader"}


def _agent(party: LinkedParty) -> bool:
    return party.mention.role == "agent"


def _subject(party: LinkedParty) -> bool:
    return (
        party.mention.role in {"subject", ""}
        and party.mention.kind is not PartyKind.ADJECTIVE
        and not party.mention.link
    )


def _agent_person(party: LinkedParty) -> bool:
    return _agent(party) and _is_person(party)


def _subject_person(party: LinkedParty) -> bool:
    return _subject(party) and _is_person(party)


def speaker_at(
    place: int,
    sentence: Sentence,
    context: Context,
    quote_speaker: tuple[Actor, ...],
    known: dict[SpeechAct, tuple[Actor, ...]],
) -> tuple[Actor, ...]:
    """Return whose words token `place` of a sentence belongs to; nobody for the outlet's own.

    `known` keeps who says what in the sentence, as long as the discourse does not move on.
    """
    act = sentence.clauses.speech_over(place)
    if act is None:
        return quote_speaker if sentence.is_quoted(place) else _source(sentence, context)
    if act not in known:
        known[act] = speaker_of(act, sentence, context)
    return known[act]


def _source(sentence: Sentence, context: Context) -> tuple[Actor, ...]:
    """Return the side according to which a sentence without a verb of saying tells what it tells."""
    named = (p for p in sentence.parties if p.mention.role == _ACCORDING)
    return next((actors for p in named if (actors := context.discourse.actors(p))), ())


def last_speaker(sentence: Sentence, context: Context) -> tuple[Actor, ...]:
    """Return who says something in a sentence, outside quotations; the last of several."""
    acts = [a for a in sentence.speech if not sentence.is_quoted(a.first)]
    outer = [a for a in acts if sentence.clauses.speech_over(a.first) is None]
    return speaker_of(outer[-1], sentence, context) if outer else ()


def quotation_speaker(index: int, sentences: Sequence[Sentence], context: Context) -> tuple[Actor, ...]:
    """Return who speaks the quotation that sentence `index` is in: the verb of saying at its end or its beginning."""
    sentence = sentences[index]
    if not sentence.quoted:
        return ()
    start, end = sentence.passage.start, sentence.passage.end
    quotation = next((q for q in context.quotations if q.start < end and q.end > start), None)
    if quotation is None or sentence.passage.field != "text":
        return ()
    near = sentences[max(0, index - _REACH) : index + _REACH + 1]
    for other in _around(quotation, near, context.article.text):
        for act in other.speech:
            if not other.is_quoted(act.first):
                return speaker_of(act, other, context)
    return ()


def _around(quotation: Quotation, sentences: Sequence[Sentence], text: str) -> Iterator[Sentence]:
    """Yield the sentences that may name the speaker: those it is in, the next, one that announces it."""
    own = [s for s in sentences if s.passage.field == "text"]
    yield from (s for s in own if s.passage.start < quotation.end and s.passage.end > quotation.start)
    after = next((s for s in own if s.passage.start >= quotation.end), None)
    if after is not None and _is_near(text[quotation.end : after.passage.start]):
        yield after
    before = next((s for s in reversed(own) if s.passage.end <= quotation.start), None)
    announcing = before is not None and (before.scan.is_sign(len(before.scan) - 1, ",:") or _ends_in_verb(before))
    if before is not None and announcing and _is_near(text[before.passage.end : quotation.start]):
        yield before


def _is_near(between: str) -> bool:
    """Whether little but blank lines, and lines that are no part of the report, stands between two places of it."""
    first, *lines = between.split("\n")
    return len(first) + len("".join(lines[-1:])) + bool(lines) <= _NEAR


def _ends_in_verb(sentence: Sentence) -> bool:
    last = len(sentence.scan) - 1
    while last > 0 and sentence.scan.is_sign(last):
        last -= 1
    return sentence.scan.is_verb(last)
