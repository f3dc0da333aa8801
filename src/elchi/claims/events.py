"""Events of one sentence: every reading of every trigger is a candidate; the decision keeps the likely ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from elchi.claims.arguments import Argument, arguments
from elchi.claims.conditions import unmet_conditions
from elchi.claims.context import Context, Sentence, attribution, participants
from elchi.claims.decide import judge
from elchi.claims.discourse import Actor
from elchi.claims.features import features_of
from elchi.claims.fill import Filled, fill
from elchi.claims.predicates import BARE, EMBEDDED, MAIN, Predicate, find_predicates
from elchi.claims.speakers import speaker_at
from elchi.claims.status import status_of
from elchi.claims.when import date_of
from elchi.model import Claim, ClaimKind, EntityKind, Participant, Reason
from elchi.model.link import Side
from elchi.packs import Frame
from elchi.packs.language import NO_FRAME

# Evidence is the clause or the sentence, not the paragraph.
_LONGEST_EVIDENCE = 380
_PATIENT = frozenset({"recipient", "source", "against", "towards"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading: the predicate, the claim it would make, the features that decide, and the sides of the act."""

    predicate: Predicate
    claim: Claim
    features: tuple[tuple[str, float, str], ...] = ()
    sides: tuple[Side, ...] = ()


def event_candidates(sentence: Sentence, context: Context, quote_speaker: tuple[Actor, ...]) -> list[Candidate]:
    """Return every reading of a sentence as an event, with its confidence; nothing is decided yet."""
    out = []
    predicates = find_predicates(sentence.scan)
    predicates = [p for p in predicates if not sentence.in_name(p.first)]
    idle = [p for p in predicates if p.frame == NO_FRAME]
    embedded = [p for p in predicates if p.put == EMBEDDED and p.frame == p.trigger.frame]
    for predicate in predicates:
        if any(p.first <= predicate.first and predicate.after <= p.after for p in idle):
            continue
        if any(p.noun_after <= predicate.first and predicate.after <= p.after for p in embedded):
            continue  # the word that embeds an act is no act of its own
        candidate = _candidate(predicate, sentence, context, quote_speaker)
        if candidate is not None:
            out.append(candidate)
    return out


def _candidate(
    predicate: Predicate, sentence: Sentence, context: Context, quote_speaker: tuple[Actor, ...]
) -> Candidate | None:
    if predicate.frame == NO_FRAME:
        return None
    frame = context.ontology.frames[predicate.frame]
    bounds = sentence.clauses.around(predicate.first, predicate.after)
    speaker = speaker_at(predicate.first, sentence, context, quote_speaker)
    after_verb = bool(context.pack.order["subject_after_verb"])
    found = arguments(predicate, sentence.parties, bounds, context.discourse, speaker, after_verb=after_verb,
                      travels=frame.shape.id in {"visit", "receive"} or bool(frame.actor) or "place" in frame.recipient,
                      reported=bool(speaker) and not sentence.is_quoted(predicate.first))  # fmt: skip
    unmet = unmet_conditions(predicate, found, sentence, bounds, speaker)
    if unmet is None:
        return None
    spoken = _content(predicate, sentence)
    content = [
        a
        for p in sentence.parties
        if spoken[0] <= p.mention.first < spoken[1]
        for a in context.discourse.actors(p, speaker)
    ]
    inherited = _inherited(predicate, found, sentence, context, bounds, speaker)
    filled = fill(frame, inherited, content, context.discourse, speaker, bare=predicate.put == BARE)
    if not _complete(frame, filled):
        return None
    status, type_, mode = status_of(predicate, frame, sentence, bounds)
    if frame.shape.id == "gathering" and _cue(sentence, bounds, "summit"):
        mode = "summit"
    if type_ != frame.type:
        _told_apart(filled, inherited)
    features = tuple(features_of(predicate, frame, filled, sentence, bounds, speaker, status))
    features += tuple((f"unmet:{need}", 1.0, "") for need in unmet)
    confidence, reasons = judge(features)
    claim = context.claim(
        ClaimKind.EVENT, type_, status, mode=mode, plover=context.ontology.plover_root(type_, status),
        participants=tuple(_participants(filled)), evidence=(context.evidence(sentence, *_asserting(sentence, predicate, bounds, spoken)),),
        confidence=confidence, reasons=(*_told(predicate, sentence, filled), *reasons),
        date=date_of(predicate.first, bounds, sentence, context, status), virtual=frame.mode == "call" or _cue(sentence, bounds, "virtual"),
        place=_place(filled), attribution=attribution(speaker),
    )  # fmt: skip
    return Candidate(
        predicate, replace(claim, background=_is_background(claim, context)), features, _distinct_sides(filled)
    )


def _told_apart(filled: Filled, found: list[Argument]) -> None:
    """Tell who refuses from whom it refuses, in an act that sides would do together (will not talk with X)."""
    refusing = {a.id for x in found if {"agent", "subject"} & set(x.roles) for a in x.actors}
    actors = [a for a in filled.party if a.id in refusing]
    others = [a for a in filled.party if a.id not in refusing]
    if actors and others:
        filled.actor, filled.recipient, filled.party = actors, others, []


def _distinct_sides(filled: Filled) -> tuple[Side, ...]:
    return tuple({a.id: a.side for a in filled.everyone()}.values())


def _inherited(
    predicate: Predicate, found: list[Argument], sentence: Sentence, context: Context, bounds: tuple[int, int],
    speaker: tuple[Actor, ...],
) -> list[Argument]:  # fmt: skip
    """Add the subject of the clause before, in the same sentence, to a clause without one."""
    if any(role in x.roles for x in found for role in ("agent", "subject", "passive_agent") if x.actors):
        return found
    patients = {a.id for x in found if _PATIENT & set(x.roles) for a in x.actors}
    before = sentence.clauses.before(bounds[0])
    while before is not None:
        act = sentence.clauses.speech_over(predicate.first)
        inside = act is not None and not act.content[0] <= before[0] < act.content[1]
        subjects = [
            Argument(p, (p.mention.role or "subject",), actors)
            for p in sentence.parties
            if before[0] <= p.mention.first < before[1] and p.mention.role in {"agent", "subject", ""}
            for actors in [context.discourse.actors(p, speaker)]
            if actors
        ]
        if inside:
            return found
        subjects = [x for x in subjects if not patients & {a.id for a in x.actors}]
        if subjects:
            return [*subjects, *found]
        before = sentence.clauses.before(before[0])
    return found


def _complete(frame: Frame, filled: Filled) -> bool:
    """Whether the act has the sides it needs: two different ones, or one where the frame allows it."""
    sides = filled.sides()
    if frame.alone and frame.shape.claims == "actor_recipient":
        return bool(filled.actor) and (len(sides) > 1 or bool(filled.about))
    if frame.alone:
        return any(a.side.entity.kind is EntityKind.ORGANISATION for a in filled.everyone()) or len(sides) > 1
    if frame.shape.claims != "party" and not filled.party:
        return bool(filled.actor) and bool(filled.recipient) and len(sides) > 1
    return len(sides) > 1


def _cue(sentence: Sentence, bounds: tuple[int, int], kind: str) -> bool:
    """Whether a cue of `statements.tsv` stands in the clause."""
    places = (p for p in range(*bounds) if sentence.scan.may_begin(p, "cue"))
    return any(h.kind == "cue" and h.entry.value[0] == kind for p in places for h in sentence.scan.hits[p])


def _asserting(
    sentence: Sentence, predicate: Predicate, bounds: tuple[int, int], content: tuple[int, int]
) -> tuple[int, int]:
    """Return the tokens that assert the act: its clause, and what it takes as content where that is not too long."""
    first, after = bounds[0], max(bounds[1], predicate.after)
    if content[0] < content[1]:
        wide = min(first, content[0]), max(after, content[1])
        start, end = sentence.chars(*wide)
        if end - start <= _LONGEST_EVIDENCE:
            return wide
    return first, after


def _content(predicate: Predicate, sentence: Sentence) -> tuple[int, int]:
    """Return the tokens that the act takes as content: what a verb of saying in it says, or the clause after `that`."""
    for act in sentence.clauses.speech:
        if act.first < predicate.after and predicate.first < act.after:
            return act.content
    scan = sentence.scan
    place = predicate.after
    if predicate.put in {MAIN, EMBEDDED} and scan.is_sign(place, ",") and scan.has_class(place + 1, "complementiser"):
        place += 1
    return (place + 1, len(scan)) if scan.has_class(place, "complementiser") else (0, 0)


def _participants(filled: Filled) -> Iterator[Participant]:
    yield from participants("party", filled.party)
    yield from participants("actor", filled.actor)
    yield from participants("recipient", filled.recipient)
    yield from participants("host", filled.host)
    known = {a.id for a in filled.everyone()}
    yield from participants("about", [a for a in filled.about if a.id not in known])


def _place(filled: Filled) -> dict[str, str] | None:
    if filled.place is None:
        return None
    row = {"entity": filled.place.id, "label": filled.place.label}
    return {**row, "country": filled.place.state} if filled.place.state else row


def _is_background(claim: Claim, context: Context) -> bool:
    """Whether the act is dated a year or more before the article."""
    year = context.reference.year
    return claim.date is not None and claim.date.end is not None and year is not None and claim.date.end.year < year


def _told(predicate: Predicate, sentence: Sentence, filled: Filled) -> list[Reason]:
    words = sentence.words(predicate.first, predicate.after)
    told = [Reason(f"frame:{predicate.frame}", words, 0.0)]
    told += [Reason(f"under:{predicate.matrix}", words, 0.0)] if predicate.matrix else []
    told += [Reason(f"party:{a.id}", a.side.reason, a.side.score) for a in filled.everyone()]
    return told
