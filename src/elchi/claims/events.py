"""Events of one sentence: every reading of every trigger is a candidate; the decision keeps the likely ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from elchi.claims.chains import chain_at
from elchi.claims.context import Context, Sentence, attribution, participants
from elchi.claims.decide import judge
from elchi.claims.discourse import Actor
from elchi.claims.fill import Argument, Filled, arguments, fill
from elchi.claims.predicates import (
    ATTRIBUTIVE,
    BARE,
    EMBEDDED,
    INFINITIVE,
    MAIN,
    PARTICIPLE,
    Predicate,
    find_predicates,
)
from elchi.claims.speakers import speaker_at
from elchi.claims.when import date_of
from elchi.model import Basis, Claim, ClaimKind, EntityKind, Participant, PassageKind, Reason, Status
from elchi.model.link import Side
from elchi.packs import Frame
from elchi.packs.language import NO_FRAME
from elchi.sentence import Scan

_REFUSED_MODE = {"CONSULT": "meet", "AID": "assist", "REQUEST": "yield"}
# Evidence is the clause or the sentence, not the paragraph.
_LONGEST_EVIDENCE = 380
# "Coming" may stand before the name of what comes (आगामी शंघाई सहयोग संगठन शिखर सम्मेलन).
_AHEAD_REACH = 8
_PATIENT = frozenset({"recipient", "source", "against", "towards"})
_PARTNER = frozenset({"comitative", "recipient", "source"})
_EXPLICIT = frozenset({Basis.NAMED, Basis.TITLE})


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
    for predicate in predicates:
        if any(p.first <= predicate.first and predicate.after <= p.after for p in idle):
            continue
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
    unmet = _unmet(predicate, found, sentence, bounds, speaker)
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
    filled = fill(frame, inherited, content, context.discourse, speaker)
    if not _complete(frame, filled):
        return None
    status, type_, mode = _status(predicate, frame, sentence, bounds)
    if frame.shape.id == "gathering" and _cue(sentence, bounds, "summit"):
        mode = "summit"
    features = tuple(_features(predicate, frame, filled, sentence, bounds, speaker, status))
    features += tuple((f"unmet:{need}", 1.0, "") for need in unmet)
    confidence, reasons = judge(features)
    claim = context.claim(
        ClaimKind.EVENT, type_, status, mode=mode, plover=context.ontology.plover_root(type_, status),
        participants=tuple(_participants(filled)), evidence=(context.evidence(sentence, *_asserting(sentence, predicate, bounds, spoken)),),
        confidence=confidence, reasons=(*_told(predicate, sentence, filled), *reasons),
        date=date_of(predicate.first, bounds, sentence, context, status), virtual=frame.mode == "call" or _cue(sentence, bounds, "virtual"),
        place=_place(filled), attribution=attribution(speaker),
    )  # fmt: skip
    return Candidate(predicate, replace(claim, background=_is_background(claim, context)), features, _distinct_sides(filled))


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


def _unmet(
    predicate: Predicate, found: list[Argument], sentence: Sentence, bounds: tuple[int, int], speaker: tuple[Actor, ...]
) -> tuple[str, ...] | None:
    """Return the conditions of the trigger that are not met but may be by what is unsaid; None where one fails."""
    if predicate.frame != predicate.trigger.frame:
        return ()  # the word that embeds the act decides what it is
    unmet = []
    keys = {
        stem for t in sentence.scan.tokens[bounds[0] : bounds[1]] for stem, _ in sentence.scan.pack.lexicon.stems(t.key)
    }
    for kind, values in predicate.trigger.needs:
        if kind == "role" and not (any(values & set(x.roles) for x in found) or _together(found)):
            unmet.append(kind)
        if (
            (kind == "near" and not values & keys)
            or (kind == "not" and values & keys)
            or (kind == "speech" and not speaker)
        ):
            return None
        if kind == "states" and len({a.id for x in found for a in x.actors}) < 2:
            unmet.append(kind)
        if kind == "org" and not any(a.side.entity.kind is EntityKind.ORGANISATION for x in found for a in x.actors):
            unmet.append(kind)
    return tuple(unmet)


def _together(found: list[Argument]) -> bool:
    """Whether two sides act together, as both countries do."""
    return len({a.id for x in found if {"agent", "subject", "between"} & set(x.roles) for a in x.actors}) > 1


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


def _status(predicate: Predicate, frame: Frame, sentence: Sentence, bounds: tuple[int, int]) -> tuple[Status, str, str]:
    """Return status, type and mode: a negated act is denied, one that is ruled out for the future is refused."""
    scan = sentence.scan
    status = predicate.status
    if status is None:
        status = _main_status(predicate, sentence)
    if predicate.put == BARE and any(
        _announces(scan, p) for p in range(max(bounds[0], predicate.first - _AHEAD_REACH), predicate.first)
    ):
        status = "planned"
    if predicate.negated and status != "denied":
        if status in {"planned", "intended"} and frame.type not in {
            "REJECT",
            "ACCUSE",
            "THREATEN",
            "SANCTION",
            "COERCE",
            "ASSAULT",
        }:
            return Status.PAST, "REJECT", _REFUSED_MODE.get(frame.type, "change")
        status = "denied"
    conditional = any(scan.has_class(place, "condition") for place in range(bounds[0], predicate.first))
    if conditional and status in {"past", "ongoing", "planned"}:
        status = "hypothetical"
    return Status(status), frame.type, frame.mode


def _announces(scan: Scan, place: int) -> bool:
    hit = scan.best(place, "date_word")
    return hit is not None and (hit.entry.value[0] == "soon" or (hit.entry.value[0] == "next"))


def _main_status(predicate: Predicate, sentence: Sentence) -> str:
    """Return the status of the finite verb that a participle or bare noun depends on; without one, past."""
    if predicate.put in {PARTICIPLE, ATTRIBUTIVE}:
        for place in range(predicate.after, len(sentence.scan)):
            if sentence.scan.verb_forms(place) and not sentence.scan.is_marker_here(place):
                chain = chain_at(sentence.scan, place)
                if chain.finite == "y" and chain.status and predicate.put == PARTICIPLE:
                    return chain.status if chain.status not in {"denied", "hypothetical"} else "past"
    return "past"


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


def _features(
    predicate: Predicate, frame: Frame, filled: Filled, sentence: Sentence, bounds: tuple[int, int],
    speaker: tuple[Actor, ...], status: Status,
) -> Iterator[tuple[str, float, str]]:  # fmt: skip
    words = sentence.words(predicate.first, predicate.noun_after)
    yield "strength", predicate.trigger.strength, words
    yield f"put:{predicate.put}", 1.0, sentence.words(predicate.noun_after, predicate.after)
    yield f"type:{frame.type}", 1.0, ""
    yield f"status:{status.value}", 1.0, ""
    everyone = filled.everyone()
    named = {a.id for a in everyone if a.mention is not None and a.side.basis in _EXPLICIT}
    yield f"named:{min(len(named), 2)}", 1.0, ", ".join(sorted(named))
    yield f"sides:{min(len(filled.sides()), 3)}", 1.0, ", ".join(filled.sides())
    acting = filled.actor or filled.party
    if frame.shape.claims == "actor_recipient" and frame.type == "CONSULT":
        yield ("guest:person" if any(a.person or a.office for a in acting) else "guest:state"), 1.0, ""
    if (
        predicate.noun_after == predicate.first + 1
        and predicate.put != BARE
        and not predicate.trigger.light - {predicate.trigger.lemma}
    ):
        yield "verb_alone", 1.0, words
    if all(a.mention is None or a.side.basis not in _EXPLICIT for a in acting):
        yield "actor_unsaid", 1.0, ""
    if _blocked(predicate, sentence, bounds):
        yield "blocked", 1.0, ""
    for rule in dict.fromkeys(filled.rules):
        yield rule, 1.0, ""
    for basis in dict.fromkeys(a.side.basis.value for a in everyone):
        yield f"basis:{basis}", 1.0, ""
    if any(a.side.entity.kind is EntityKind.ORGANISATION for a in everyone):
        yield "organisation", 1.0, ""
    if any(a.person is not None or a.office for a in everyone):
        yield "official", 1.0, ""
    if speaker:
        yield "speech", 1.0, ""
    yield from _where(predicate, sentence, bounds)


def _blocked(predicate: Predicate, sentence: Sentence, bounds: tuple[int, int]) -> bool:
    """Whether somebody who is no state, a journalist or a company, fills the slot next to the act."""
    scan = sentence.scan
    inside = {place for p in sentence.parties for place in range(p.mention.first, p.mention.after)}
    for place in range(predicate.first - 1, bounds[0], -1):
        if place in inside:
            return False
        marker = scan.marker(place, "genitive") or scan.marker(place)
        if (
            marker is not None
            and marker[1].role in _PARTNER
            and scan.has_class(place - 1, "noun")
            and place - 1 not in inside
        ):
            return True
        attached = {h.role for h in scan.hits[place] if h.after == place + 1}
        if scan.pack.order["attached_roles"] and "recipient" in attached and scan.has_class(place, "noun"):
            return True
    return False


def _where(predicate: Predicate, sentence: Sentence, bounds: tuple[int, int]) -> Iterator[tuple[str, float, str]]:
    kind = sentence.passage.kind
    if kind is not PassageKind.BODY:
        yield f"passage:{kind.value}", 1.0, ""
    if sentence.is_quoted(predicate.first):
        yield "quoted", 1.0, ""
    if predicate.put in {MAIN, EMBEDDED} and predicate.after >= bounds[1] - 1:
        yield "closes_clause", 1.0, ""
    if predicate.put == INFINITIVE:
        yield "unasserted", 1.0, predicate.matrix
    yield "clause_words", min(bounds[1] - bounds[0], 60) / 60, ""
