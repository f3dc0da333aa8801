"""Events of one sentence: every reading of every trigger is a candidate; the decision keeps the likely ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elchi.claims.act import Act
from elchi.claims.arguments import Argument, arguments
from elchi.claims.carried import still_speaking
from elchi.claims.clauses import SpeechAct
from elchi.claims.conditions import lacks_speech, unmet_conditions, words_fail
from elchi.claims.context import Context, Sentence, attribution, participants
from elchi.claims.decide import confidence_of, judge
from elchi.claims.demands import as_allegation, as_demand, asked_for, demanded, is_any_act, menaced, told_to
from elchi.claims.discourse import Actor
from elchi.claims.features import features_of
from elchi.claims.fill import fill, is_unknown_he
from elchi.claims.filled import Filled
from elchi.claims.instruments import instrument_of, value_of
from elchi.claims.predicates import BARE, EMBEDDED, INFINITIVE, MAIN, PARTICIPLE, Predicate, find_predicates
from elchi.claims.private import is_private
from elchi.claims.prospects import is_content
from elchi.claims.speakers import speaker_at
from elchi.claims.status import status_of
from elchi.claims.subjects import subjects_before
from elchi.claims.when import date_of, interval_reasons
from elchi.claims.wishes import who_wants
from elchi.model import Claim, ClaimKind, EntityKind, Participant, Reason, Status
from elchi.model.link import Side
from elchi.packs import Frame
from elchi.packs.language import NO_FRAME

# Evidence is the clause or the sentence, not the paragraph.
_LONGEST_EVIDENCE = 380
# Roots of acts that are about other acts, which they do not tell to have happened.
_OF_OTHER_ACTS = frozenset({"REJECT", "REQUEST", "THREATEN"})
# Roles of where something happened.
_PLACES = frozenset({"place", "destination"})
_PATIENT = frozenset({"recipient", "source", "against", "towards"})


# Roots of acts that others judge; the judgements themselves are none of them.
_DEEDS = frozenset(
    [
        "AGREE",
        "COOPERATE",
        "AID",
        "CONCEDE",
        "RETREAT",
        "REJECT",
        "THREATEN",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]
)

Feature = tuple[str, float, str]
_PROMISED = "AGREE"  # its date is often that of what is agreed to


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading: the predicate, the claim it would make, the features that decide, and the sides of the act."""

    predicate: Predicate
    claim: Claim
    features: tuple[Feature, ...] = ()
    sides: tuple[Side, ...] = ()
    doer: Side | None = None


@dataclass(frozen=True, slots=True)
class _Draft:
    """A reading before its claim is written: its parties, what it takes as content, its status, type and mode."""

    act: Act
    filled: Filled
    spoken: tuple[int, int]
    put: tuple[Status, str, str]
    features: tuple[Feature, ...]


def event_candidates(
    sentence: Sentence, context: Context, quote_speaker: tuple[Actor, ...], least: float = 0.0
) -> list[Candidate]:
    """Return every reading of a sentence as an event, with its confidence; nothing is decided yet.

    Args:
        sentence: the sentence.
        context: its article.
        quote_speaker: whose words it quotes.
        least: readings of less confidence are left out: most are, and to write their claims takes time.
    """
    out = []
    said: dict[SpeechAct, tuple[Actor, ...]] = {}
    predicates = find_predicates(sentence.scan)
    predicates += asked_for(sentence.scan, predicates)
    predicates += told_to(sentence, predicates)
    names = sentence.names
    predicates = [p for p in predicates if p.first not in names] if names else predicates
    predicates = _with_purposes(predicates, context)
    idle = [p for p in predicates if p.frame == NO_FRAME or is_content(p, sentence.scan)]
    for predicate in predicates:
        if context.pack.head_initial and _only_spoken_of(predicate, predicates, sentence, context):
            continue
        # it is one, or in one
        if idle and any(p.first <= predicate.first and predicate.after <= p.after for p in idle):
            continue
        if _only_hoped(predicate, sentence):
            continue
        bounds = sentence.clauses.around(predicate.first, predicate.after)
        bounds = (_past_quotation(sentence, bounds[0]), bounds[1])
        if words_fail(predicate, sentence, bounds):
            continue
        speaker = speaker_at(predicate.first, sentence, context, quote_speaker, said)
        speaker = speaker or who_wants(sentence, context, bounds[0])
        draft = _draft(Act(predicate, context.ontology.frames[predicate.frame], sentence, context, bounds, speaker))
        if draft is not None:
            out.append(draft)
    embedded = [d.act.predicate for d in out if d.act.predicate.put == EMBEDDED]
    embedded = [p for p in embedded if p.frame == p.trigger.frame]
    # The word that embeds an act is no act of its own.
    own = [d for d in out if not any(_within(d.act.predicate, p) for p in embedded)] if embedded else out
    return [_candidate(d) for d in own if confidence_of(d.features) >= least]


def _with_purposes(predicates: Sequence[Predicate], context: Context) -> list[Predicate]:
    """Let a gathering that somebody travels to attend be told by the sentence, not only wished for."""
    frames = context.ontology.frames

    def shape(predicate: Predicate) -> str:
        return frames[predicate.frame].shape.id if predicate.frame in frames else ""

    if not any(p.put == MAIN and shape(p) == "visit" for p in predicates):
        return list(predicates)
    return [
        replace(p, put=PARTICIPLE) if p.put == INFINITIVE and not p.matrix and shape(p) == "gathering" else p
        for p in predicates
    ]


def _only_hoped(predicate: Predicate, sentence: Sentence) -> bool:
    """Whether somebody only hopes for what an act tells."""
    over = sentence.clauses.speech_over(predicate.first) if sentence.speech else None
    return over is not None and over.kind == "hope"


def _within(predicate: Predicate, other: Predicate) -> bool:
    """Whether a predicate stands inside the verbs of another."""
    return other.noun_after <= predicate.first and predicate.after <= other.after


def _only_spoken_of(
    predicate: Predicate, predicates: Sequence[Predicate], sentence: Sentence, context: Context
) -> bool:
    """Whether a bare noun is what another act is about (rejected an offer of talks, called for sanctions)."""
    if predicate.put != BARE:
        return False
    bounds = sentence.clauses.around(predicate.first, predicate.after)
    return any(
        p.is_verb and bounds[0] <= p.verb < predicate.first and p.frame in context.ontology.frames
        and context.ontology.frames[p.frame].type in _OF_OTHER_ACTS
        for p in predicates
    )  # fmt: skip


def _draft(act: Act) -> _Draft | None:
    """Return a reading with its parties; None where its conditions are not met or a side is missing."""
    predicate = act.predicate
    if lacks_speech(act):
        return None
    found = arguments(act)
    unmet = unmet_conditions(act, found)
    if unmet is None:
        return None
    inherited = _inherited(act, found)
    spoken = _content(predicate, act.sentence)
    filled = fill(act, inherited, _spoken_of(act, spoken))
    doers = demanded(act, found)
    if is_any_act(predicate) and not doers:
        return None
    demand = as_demand(act, doers, filled) if doers else None
    if act.frame.misdeed and demand is None and not as_allegation(act, found, filled):
        return None
    if demand is None and not _complete(act.frame, filled):
        return None
    put = demand or menaced(act) or status_of(act)
    if demand is None and put[1] != act.frame.type:
        _told_apart(filled, inherited)
    features = (*features_of(act, filled, put[0], put[1]), *((f"unmet:{need}", 1.0, "") for need in unmet))
    return _Draft(act, filled, spoken, put, features)


def _candidate(draft: _Draft) -> Candidate:
    """Return a reading with its claim."""
    act, filled = draft.act, draft.filled
    doer = filled.actor[0].side if filled.actor and draft.put[1] in _DEEDS else None
    claim = _claim(act, filled, draft.spoken, draft.put, draft.features)
    return Candidate(act.predicate, claim, draft.features, _distinct_sides(filled), doer)


def _spoken_of(act: Act, spoken: tuple[int, int]) -> list[Actor]:
    """Return whom the words speak of that the act takes as content."""
    inside = (
        p for p in act.sentence.parties if spoken[0] <= p.mention.first < spoken[1] and p.mention.role not in _PLACES
    )
    return [actor for party in inside for actor in act.context.discourse.actors(party, act.speaker)]


def _claim(
    act: Act, filled: Filled, spoken: tuple[int, int], put: tuple[Status, str, str], features: Sequence[Feature]
) -> Claim:
    """Return the claim of an act with its parties; `put` is status, type and mode."""
    status, type_, mode = put
    context, sentence, predicate = act.context, act.sentence, act.predicate
    confidence, reasons = judge(features)
    date = date_of(predicate.first, act.bounds, sentence, context, status, of_content=type_ == _PROMISED)
    dated = interval_reasons(predicate.first, act.bounds, sentence, date)
    speaker = act.speaker or still_speaking(filled.actor or filled.party, status, context)
    gathering = act.frame.shape.id == "gathering"
    claim = context.claim(
        ClaimKind.EVENT, type_, status, mode="summit" if gathering and act.has_cue("summit") else mode,
        plover=context.ontology.plover_root(type_, status), participants=tuple(_participants(filled)),
        evidence=(context.evidence(sentence, *_asserting(sentence, predicate, act.bounds, spoken)),),
        confidence=confidence, reasons=(*_told(predicate, sentence, filled), *dated, *reasons),
        date=date, place=_place(filled), value=value_of(act, spoken),
        instrument=instrument_of(act, filled.about, status),
        virtual=act.frame.mode == "call" or act.has_cue("virtual"), attribution=attribution(speaker),
    )  # fmt: skip
    return replace(claim, background=True) if _is_background(claim, context) else claim


def _told_apart(filled: Filled, found: list[Argument]) -> None:
    """Tell who refuses from whom it refuses, in an act that sides would do together (will not talk with X)."""
    refusing = {a.id for x in found if {"agent", "subject"} & set(x.roles) for a in x.actors}
    actors = [a for a in filled.party if a.id in refusing]
    others = [a for a in filled.party if a.id not in refusing]
    if actors and others:
        filled.actor, filled.recipient, filled.party = actors, others, []


def _distinct_sides(filled: Filled) -> tuple[Side, ...]:
    return tuple({a.id: a.side for a in filled.everyone()}.values())


def _inherited(act: Act, found: list[Argument]) -> list[Argument]:
    """Add the subject of the clause before, in the same sentence, to a clause without one."""
    predicate, sentence, context = act.predicate, act.sentence, act.context
    if any(role in x.roles for x in found for role in ("agent", "subject", "passive_agent") if x.actors):
        return found
    if context.pack.head_initial:
        return [*subjects_before(act, found), *found]
    if any(is_unknown_he(x) for x in found):
        return found
    roles = {"agent"} if predicate.passive else {"agent", "subject", ""}
    patients = {a.id for x in found if _PATIENT & set(x.roles) for a in x.actors}
    before = sentence.clauses.before(act.bounds[0])
    while before is not None:
        over = sentence.clauses.speech_over(predicate.first)
        inside = over is not None and not over.content[0] <= before[0] < over.content[1]
        if sentence.scan.has_class(before[0], "relative") and before[0] > 0:
            before = sentence.clauses.before(before[0])
            continue
        subjects = [
            Argument(p, (p.mention.role or "subject",), actors)
            for p in sentence.parties
            if before[0] <= p.mention.first < before[1]
            and p.mention.role in roles
            and not is_private(p, ("subject",), sentence, together=False)
            for actors in [context.discourse.actors(p, act.speaker)]
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


def _asserting(
    sentence: Sentence, predicate: Predicate, bounds: tuple[int, int], content: tuple[int, int]
) -> tuple[int, int]:
    """Return the tokens that assert the act: its clause, and what it takes as content where that is not too long."""
    first, after = bounds[0], max(bounds[1], predicate.after)
    if sentence.scan.pack.head_initial:
        start, end = sentence.chars(0, after)
        first = 0 if end - start <= _LONGEST_EVIDENCE else min(first, predicate.begin)
    if content[0] < content[1]:
        wide = min(first, content[0]), max(after, content[1])
        start, end = sentence.chars(*wide)
        if end - start <= _LONGEST_EVIDENCE:
            return wide
    return first, after


def _past_quotation(sentence: Sentence, first: int) -> int:
    """Return where the clause begins that a quotation before `first` interrupts (X called this "..." and refused)."""
    quoted = next((q for q in sentence.quoted if q[1] <= first <= q[1] + 1 and q[0] > 1), None)
    if quoted is None or sentence.scan.pack.head_initial:
        return first
    begin = sentence.clauses.around(quoted[0] - 2, quoted[0] - 1)[0]
    start, end = sentence.chars(begin, first)
    return begin if end - start <= _LONGEST_EVIDENCE // 2 else first


def _content(predicate: Predicate, sentence: Sentence) -> tuple[int, int]:
    """Return the tokens that the act takes as content: what a verb of saying in it says, or the clause after `that`."""
    for act in sentence.speech:
        if act.first < predicate.after and predicate.first < act.after:
            return act.content
    scan = sentence.scan
    if scan.pack.head_initial and predicate.helped is not None:
        following = _purpose(predicate, sentence)
        if following is not None:
            return following
    place = predicate.after
    if predicate.put in {MAIN, EMBEDDED} and scan.is_sign(place, ",") and scan.has_class(place + 1, "complementiser"):
        place += 1
    return (place + 1, len(scan)) if scan.has_class(place, "complementiser") else (0, 0)


def _purpose(predicate: Predicate, sentence: Sentence) -> tuple[int, int] | None:
    """Return the tokens of the infinitive or gerund that follows the clause of an act (sent doctors to help X)."""
    scan, end = sentence.scan, sentence.clauses.around(predicate.first, predicate.after)[1]
    if end >= len(scan):
        return None
    gerund = any(form.tam == "imperfective" for form in scan.verb_forms(end))
    if not (gerund or scan.tokens[end].key in scan.pack.order["infinitive"] or scan.preposition(end)):
        return None
    return sentence.clauses.around(end, end + 1)


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
