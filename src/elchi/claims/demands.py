"""Demands without a word for demanding: what somebody says that another side should or must do is asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elchi.claims.act import Act
from elchi.claims.arguments import Argument
from elchi.claims.chains import chain_at
from elchi.claims.clauses import SpeechAct
from elchi.claims.context import Sentence
from elchi.claims.discourse import Actor
from elchi.claims.filled import Filled
from elchi.claims.predicates import ANY_ACT, BARE, MAIN, Predicate
from elchi.claims.wishes import clause_is_wished, is_wished
from elchi.model import Status
from elchi.model.link import LinkedParty
from elchi.sentence import Scan

_DOER = frozenset({"recipient", "agent", "subject"})
_SUBJECT = frozenset({"subject"})
_AHEAD = "planned"
_FEATURE, _ALLEGED = "demand", "alleged"
# Roles of who is accused of a misdeed: who does it, whose hand is in it.
_ACCUSED = frozenset({"agent", "subject", "genitive", "owner"})
# Forms that words of should and must follow (करना होगा, থামাতে হবে, করা উচিত).
_ASKED = frozenset({"infinitive", "infinitive_oblique", "purposive"})
_ASKING = frozenset({"subjunctive", "imperative"})
# Roles of who is told something (अमेरिका से कहा, রাশিয়াকে বলেছে).
_TOLD = frozenset({"source", "recipient"})
_REQUEST = (Status.PAST, "REQUEST", "change")
_THREAT = "THREATEN"


def asked_for(scan: Scan, known: Sequence[Predicate]) -> Iterator[Predicate]:
    """Yield the verbs of a sentence that say what is to be done, where they tell no act of their own.

    Words of should or must follow them, or they stand in the form of a wish. Where verbs stand before their objects,
    those words do too, and `find_predicates` has found them.
    """
    if scan.pack.head_initial:
        return
    taken = {place for p in known if p.put != BARE for place in range(p.first, max(p.after, p.noun_after))}
    for place in scan.verbs:
        if scan.is_marker_here(place):
            continue
        chain = chain_at(scan, place)
        words = scan.tokens[place + 1 : chain.after + 1]
        deontic = chain.tams & _ASKED and any(token.key in scan.pack.deontic for token in words)
        if (deontic and place not in taken) or is_wished(scan, chain):
            yield Predicate(ANY_ACT, place, place + 1, chain.after, MAIN, "intended", chain.negated, "", ANY_ACT.frame)


def told_to(sentence: Sentence, known: Sequence[Predicate]) -> Iterator[Predicate]:
    """Yield the verbs in the subjunctive of what somebody is told, where they tell no act of their own.

    X ने Y से कहा कि वह ... करे asks Y to do it; where verbs stand before their objects an infinitive says so.
    """
    scan = sentence.scan
    told = [] if scan.pack.head_initial else [act for act in sentence.speech if _addressee(act, sentence)]
    if not told:
        return
    taken = {place for p in known if p.put != BARE for place in range(p.first, max(p.after, p.noun_after))}
    for act in told:
        for place in scan.verbs:
            if not act.content[0] <= place < act.content[1] or place in taken or scan.is_marker_here(place):
                continue
            chain = chain_at(scan, place)
            conditional = any(scan.has_class(p, "condition") for p in range(act.content[0], place))
            if _ASKING & chain.tams and chain.finite == "y" and not conditional:
                yield Predicate(
                    ANY_ACT, place, place + 1, chain.after, MAIN, "intended", chain.negated, "", ANY_ACT.frame
                )


def _addressee(act: SpeechAct, sentence: Sentence) -> list[LinkedParty]:
    """Return who is spoken to: the parties marked so before the verb of saying, outside what is said."""
    bounds = sentence.clauses.around(act.first, act.after)
    inside = (p for p in sentence.parties if bounds[0] <= p.mention.first < act.first)
    return [p for p in inside if p.mention.role in _TOLD and not act.content[0] <= p.mention.first < act.content[1]]


def is_any_act(predicate: Predicate) -> bool:
    """Whether a predicate is one that tells something only where it is demanded."""
    return predicate.trigger is ANY_ACT


def demanded(act: Act, found: Sequence[Argument]) -> tuple[Actor, ...]:
    """Return of whom the speaker demands the act: who should do it, where that is not the speaker's own side."""
    scan, predicate = act.sentence.scan, act.predicate
    first = predicate.begin if scan.pack.head_initial else predicate.noun_after
    addressed = _told(act)
    if addressed:
        return addressed
    words = scan.tokens[first : predicate.after + 1]
    deontic = not scan.keys.isdisjoint(scan.pack.deontic) and any(token.key in scan.pack.deontic for token in words)
    deontic = deontic and predicate.status != _AHEAD  # will be done: the same verb, after another form
    if not act.speaker or not (deontic or clause_is_wished(act)):
        return ()
    if predicate.negated and not is_any_act(predicate):
        return ()
    own = {actor.id for actor in act.speaker}
    roles = _DOER if deontic else _SUBJECT
    doers = (a for x in found if roles & set(x.roles) for a in x.actors)
    return tuple({a.id: a for a in doers if a.id not in own}.values())


def _told(act: Act) -> tuple[Actor, ...]:
    """Return who is told to do what a verb in the subjunctive says, where nobody else is said to do it."""
    predicate, sentence = act.predicate, act.sentence
    over = None if sentence.scan.pack.head_initial else sentence.clauses.speech_over(predicate.first)
    if over is None or not act.speaker or not predicate.noun_after <= len(sentence.scan):
        return ()
    verb = next((p for p in range(predicate.noun_after - 1, predicate.after) if sentence.scan.verb_forms(p)), None)
    if verb is None or not _ASKING & chain_at(sentence.scan, verb).tams:
        return ()
    own = {actor.id for actor in act.speaker}
    actors = (a for p in _addressee(over, sentence) for a in act.context.discourse.actors(p))
    return tuple({a.id: a for a in actors if a.id not in own}.values())


def as_demand(act: Act, doers: Sequence[Actor], filled: Filled) -> tuple[Status, str, str]:
    """Make of an act what its speaker asks of those who should do it; return status, type and mode."""
    filled.party, filled.actor, filled.recipient = [], list(act.speaker), list(doers)
    filled.rules = [_FEATURE]
    return menaced(act) or _REQUEST


def menaced(act: Act) -> tuple[Status, str, str] | None:
    """Return status, type and mode of a threat told by what another will suffer (will have to pay for it), else None.

    It is made by saying so, whenever what it tells may happen.
    """
    frame = act.frame
    return (Status.PAST, frame.type, frame.mode) if frame.misdeed and frame.type == _THREAT else None


def as_allegation(act: Act, found: Sequence[Argument], filled: Filled) -> bool:
    """Make of a misdeed what its speaker accuses its doer of; say whether there are both."""
    own = {actor.id for actor in act.speaker}
    doers = [a for x in found if _ACCUSED & set(x.roles) for a in x.actors if a.id not in own]
    if not act.speaker or not doers:
        return False
    filled.party, filled.actor, filled.recipient = [], list(act.speaker), doers[:1]
    filled.rules = [_ALLEGED]
    return True
