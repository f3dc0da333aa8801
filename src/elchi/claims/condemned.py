"""Whom a judging act is directed at where its words say: its own object, or who made the attack that is condemned.

"चीन ने ताइवान को हथियार बेचने के लिए अमेरिका की आलोचना की": the genitive right before the noun is who is criticised, not who
else stands in the clause. "China condemned US strikes on Iran", "ইসরায়েলের ওপর ইরানের হামলার নিন্দা": who made an attack
stands right before its word, or under `by`; who was hit is never accused. A bomb in Karachi is not held against it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from elchi.claims.act import Act
from elchi.claims.arguments import Argument
from elchi.claims.discourse import Actor
from elchi.claims.predicates import EMBEDDED
from elchi.model.link import LinkedParty
from elchi.model.mention import PartyKind
from elchi.packs import Frame

_MODE = "disapprove"
_ATTACK = "ASSAULT"
_OWNER = frozenset({"genitive", "adjective", "owner", "genitive_person"})
_OBJECT = frozenset({"recipient", "subject"})
_REACH = 3


def judged(act: Act, found: Sequence[Argument], acting: Collection[str]) -> list[Actor] | None:
    """Return whom an act judges, as far as its words say; [] where nobody may be meant; None where they say nothing.

    A genitive of those who act, `acting`, says whose concern it is, not whom it is about (ঢাকার উদ্বেগ).
    """
    if act.frame.mode != _MODE or act.bare or act.predicate.copular:
        return None
    place = _attack(act)
    own = [a for x in found if _is_object(x, place, act) for a in x.actors if a.id not in acting]
    if own or place is None:
        return own or None
    first, after = act.bounds
    inside = [p for p in act.sentence.parties if first <= p.mention.first and p.mention.after <= after]
    makers = [p for p in inside if _stands_before(p, place, act)]
    by = [
        p for p in inside if p.mention.role == "passive_agent" or (p.mention.role == "by" and p.mention.first > place)
    ]
    return [a for p in makers or by for a in act.context.discourse.actors(p, act.speaker)]


def _is_object(argument: Argument, attack: int | None, act: Act) -> bool:
    """Whether an argument is what the judging word takes: its genitive, or what follows the verb before the attack."""
    mention, predicate = argument.party.mention, act.predicate
    if act.context.pack.head_initial:
        behind = attack is not None and predicate.after <= mention.first < attack
        return behind and bool(_OBJECT & set(argument.roles)) and not _stands_before(argument.party, attack or 0, act)
    if mention.role != "genitive":
        return False
    if predicate.put == EMBEDDED or predicate.matrix:  # the judging word stands behind what it takes as content
        return predicate.noun_after <= mention.first and mention.after <= predicate.after
    return not predicate.is_verb and _stands_before(argument.party, predicate.first, act)


def _attack(act: Act) -> int | None:
    """Return where the word for an attack stands that is nearest to the judging word, on the side of its object."""
    scan, frames, predicate = act.sentence.scan, act.context.ontology.frames, act.predicate
    initial = scan.pack.head_initial
    first, after = (predicate.after, act.bounds[1]) if initial else (act.bounds[0], predicate.first)
    places = [
        place
        for place in scan.places("trigger")
        if first <= place < after
        and any(_is_attack(h.entry.value.frame, frames) for h in scan.of_kind_at(place, "trigger"))
    ]
    return (places[0] if initial else places[-1]) if places else None


def _is_attack(frame: str, frames: Mapping[str, Frame]) -> bool:
    return frame in frames and frames[frame].type == _ATTACK


def _stands_before(party: LinkedParty, place: int, act: Act) -> bool:
    """Whether a party stands right before a noun, as what owns it, and no other between."""
    mention = party.mention
    bare = mention.after == place and act.context.pack.head_initial  # US strikes
    owns = mention.role in _OWNER or mention.kind is PartyKind.ADJECTIVE or bare
    if not owns or not mention.after <= place <= mention.after + _REACH:
        return False
    return not any(mention.after <= p.mention.first and p.mention.after <= place for p in act.sentence.parties)
