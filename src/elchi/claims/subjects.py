"""Whose act a clause without a subject tells, where the verb stands before its objects.

A relative clause speaks of the party before it, an infinitive after an object of that object (urged Pakistan to stop);
any other clause of the subject of a clause before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elchi.claims.act import Act
from elchi.claims.argument_order import is_object
from elchi.claims.arguments import Argument
from elchi.claims.predicates import MAIN
from elchi.model.link import LinkedParty
from elchi.model.mention import PartyKind

# Roles that a subject may be told in.
_SUBJECTS = frozenset({"agent", "subject", ""})


def subjects_before(act: Act, found: Sequence[Argument]) -> list[Argument]:
    """Return the subject of an act whose clause has none, as an argument; nothing where no clause before has one."""
    if not act.predicate.is_verb and not _has_verb(act):
        return []
    role = "recipient" if act.predicate.passive and act.predicate.is_verb else "subject"
    taken = {a.id for x in found for a in x.actors}
    for parties in _candidates(act):
        arguments = [Argument(p, (role,), act.context.discourse.actors(p, act.speaker)) for p in parties]
        fresh = [x for x in arguments if x.actors and not taken.issuperset(a.id for a in x.actors)]
        if fresh:
            return fresh
    return []


def _has_verb(act: Act) -> bool:
    return act.predicate.helped is not None


def _candidates(act: Act) -> Iterator[list[LinkedParty]]:
    """Yield the parties that may be the subject, the likeliest first."""
    sentence, start = act.sentence, act.bounds[0]
    before = [p for p in sentence.parties if p.mention.after <= start]
    if sentence.scan.has_class(start, "relative"):
        yield _with_joined(before[-1:], before)
    if sentence.scan.tokens[start].key in sentence.scan.pack.order["infinitive"]:
        near = [p for p in before[-1:] if p.mention.after >= start - 1 and is_object(sentence.scan, p.mention.first)]
        yield _with_joined(near, before)
    clause = sentence.clauses.before(start)
    over = sentence.clauses.speech_over(act.predicate.first)
    while clause is not None:
        if over is not None and not over.content[0] <= clause[0] < over.content[1]:
            return  # who says it is no subject of what is said
        inside = [p for p in before if clause[0] <= p.mention.first < clause[1]]
        yield [p for p in inside if _may_be_subject(act, p)]
        clause = sentence.clauses.before(clause[0])
    if over is None and act.predicate.put != MAIN:  # After meeting X, Y flew home: the subject follows.
        after = [p for p in sentence.parties if p.mention.first >= act.bounds[1] and p.mention.role == "subject"]
        yield _with_joined(after[:1], after)


def _may_be_subject(act: Act, party: LinkedParty) -> bool:
    mention, scan = party.mention, act.sentence.scan
    if mention.kind is PartyKind.ADJECTIVE or mention.role in {"adjective", "genitive"}:
        return mention.outer_role == "subject"
    return mention.role in _SUBJECTS and not is_object(scan, mention.first)


def _with_joined(parties: Sequence[LinkedParty], before: Sequence[LinkedParty]) -> list[LinkedParty]:
    links = {p.mention.link for p in parties if p.mention.link}
    return [p for p in before if p in parties or p.mention.link in links]
