"""The roles of parties where the verb stands between its subject and its object.

A group without a preposition before the verb is the subject, one after it the object; the passive turns them round.
A genitive or adjective right before an act noun tells whose act it is (Israeli strikes, Putin's visit).
"""

from __future__ import annotations

from elchi.claims.act import Act
from elchi.model.link import LinkedParty
from elchi.model.mention import PartyKind
from elchi.sentence import Scan

# Words between an owner and the act noun (Russia's full-scale military invasion).
_OWNED_REACH = 4
_AGENTIVE = frozenset({"he", "i", "leader", "delegation"})


def roles_by_order(party: LinkedParty, act: Act) -> tuple[str, ...]:
    """Return the roles in which a party of the clause stands to an act."""
    mention, predicate = party.mention, act.predicate
    scan = act.sentence.scan
    behind = mention.first > (predicate.verb if predicate.is_verb else predicate.first)
    if mention.role in {"genitive", "adjective"} or mention.kind is PartyKind.ADJECTIVE:
        return _owner_roles(party, act, behind=behind)
    if not behind and not predicate.is_verb and _before_noun(scan, mention.after, predicate.first):
        return _bare_before_noun(party, act)
    if mention.marked and mention.role not in {"", "subject"}:
        return ("agent", mention.role) if mention.role == "passive_agent" and predicate.passive else (mention.role,)
    return _unmarked(party, act, behind=behind)


def _unmarked(party: LinkedParty, act: Act, *, behind: bool) -> tuple[str, ...]:
    mention, predicate = party.mention, act.predicate
    if behind:
        if mention.role == "subject":
            return ()  # the subject of another verb
        return ("destination", "recipient") if act.frame.shape.id == "visit" else ("recipient",)
    if mention.role != "subject" and is_object(act.sentence.scan, mention.first):
        return ("recipient",) if mention.first > predicate.begin else ()
    return ("recipient",) if predicate.passive and predicate.is_verb else ("subject",)


def _owner_roles(party: LinkedParty, act: Act, *, behind: bool) -> tuple[str, ...]:
    """Return the roles of an owner: of the act itself, or of somebody who acts (Iran's navy)."""
    mention, predicate = party.mention, act.predicate
    scan = act.sentence.scan
    own = "genitive_person" if _is_person(party) else "genitive_place"
    adjoins = not behind and not predicate.is_verb and _before_noun(scan, mention.after, predicate.first)
    if adjoins:
        return ("owner", mention.role, own) if mention.role == "genitive" else ("owner", "adjective")
    if (
        behind
        and mention.role == "genitive"
        and not mention.outer_role
        and scan.preposition(scan.group_start(mention.first))
    ):
        return ("genitive", own)  # the invasion of Ukraine
    outer = mention.outer_role
    if not outer or outer == "subject":
        outer = "recipient" if behind or (predicate.passive and predicate.is_verb) else outer or "subject"
        if behind and mention.outer_role == "subject":
            return ()
    return (outer, mention.role)


def _bare_before_noun(party: LinkedParty, act: Act) -> tuple[str, ...]:
    """Return the roles of a name right before an act noun (a Moscow visit, US sanctions, India-China talks)."""
    if party.mention.marked and party.mention.role not in {"", "subject"}:
        return (party.mention.role,)
    if act.frame.shape.id == "visit" and party.mention.kind is PartyKind.NAME:
        return ("destination",)
    return ("owner", "adjective", "subject")


def _before_noun(scan: Scan, after: int, noun: int) -> bool:
    """Whether only adjectives and nouns stand between a party and the act noun."""
    if not after <= noun <= after + _OWNED_REACH:
        return False
    return not any(
        (scan.is_sign(p) and scan.tokens[p].key not in "-–'’")
        or scan.is_verb(p)
        or scan.preposition(p + 1) is not None
        or scan.has_class(p, "auxiliary", "coordinator", "determiner", "pronoun")
        for p in range(after, noun)
    )


def is_object(scan: Scan, first: int) -> bool:
    """Whether a verb stands right before the group that begins with the party at `first`."""
    start = scan.group_start(first) - 1
    return (
        start >= 0 and scan.is_verb(start) and not any(f.lemma in scan.pack.verb_speech for f in scan.verb_forms(start))
    )


def _is_person(party: LinkedParty) -> bool:
    return party.mention.kind in {PartyKind.PERSON, PartyKind.TITLE} or party.mention.description in _AGENTIVE
