"""What one side wants another to do: told in the verb's form, without a word for asking.

"India said that Pakistan vacate the territory", "Washington wants that Delhi stop buying": the verb of what is said
stands in the subjunctive or the imperative, and somebody else than who says or wants it is to act.
"""

from __future__ import annotations

from elchi.claims.act import Act
from elchi.claims.chains import Chain, chain_at
from elchi.claims.context import Context, Sentence
from elchi.claims.discourse import Actor
from elchi.model.mention import PartyKind
from elchi.sentence import Scan

_WISHED = frozenset({"subjunctive", "imperative"})
# Forms of what is or was done: one that may be of these is no wish.
_DONE = frozenset({"present", "past", "perfect", "perfective", "future", "progressive", "habitual_past"})
# What a matrix word does to a clause that it takes: to keep it, as `wants` does; to drop it, as `hopes` does.
_KEEP = "keep"
_SUBJECT = frozenset({"agent", "subject", ""})


def is_wished(scan: Scan, chain: Chain) -> bool:
    """Whether a finite verb stands in the form of what somebody is to do, which may be none of what is done."""
    tams = {form.tam for form in scan.verb_forms(chain.after - 1)} if chain.after > chain.first else set()
    return chain.finite == "y" and bool(tams & _WISHED) and tams.isdisjoint(_DONE)


def clause_is_wished(act: Act) -> bool:
    """Whether the verb that ends the clause of an act says what somebody is to do, under no condition."""
    scan, (first, after) = act.sentence.scan, act.bounds
    if scan.pack.head_initial:
        return False
    if "condition" in scan.classes and any(scan.has_class(place, "condition") for place in range(first, after)):
        return False
    verbs = [place for place in range(first, after) if scan.is_verb(place) and not scan.is_marker_here(place)]
    return bool(verbs) and act.predicate.after > verbs[-1] and is_wished(scan, _whole_chain(scan, verbs))


def _whole_chain(scan: Scan, verbs: list[int]) -> Chain:
    """Return the chain that the last of some verbs belongs to."""
    chains = (chain_at(scan, place) for place in verbs)
    return next(chain for chain in chains if chain.after > verbs[-1])


def who_wants(sentence: Sentence, context: Context, start: int) -> tuple[Actor, ...]:
    """Return who wants what the clause that begins at `start` tells: the subject of a word of wanting before it."""
    scan = sentence.scan
    joint = start - 1
    if scan.pack.head_initial or joint < 1 or not (scan.has_class(joint, "complementiser") or scan.is_sign(joint, ",")):
        return ()
    before = sentence.clauses.before(start)
    if before is None or not any(_takes_a_wish(scan, place, joint) for place in range(*before)):
        return ()
    for party in sentence.parties:
        named = before[0] <= party.mention.first < joint and party.mention.kind is not PartyKind.ADJECTIVE
        if named and party.mention.role in _SUBJECT and (actors := context.discourse.actors(party)):
            return actors
    return ()


def _takes_a_wish(scan: Scan, place: int, joint: int) -> bool:
    """Whether the verb at `place` ends its clause at `joint` and takes a wish as its content."""
    if not scan.is_verb(place) or scan.is_marker_here(place) or chain_at(scan, place).after != joint:
        return False
    taken = (m for form in scan.verb_forms(place) for m in scan.pack.verb_matrix.get(form.lemma, ()))
    return any(m.effect == _KEEP and m.link & _WISHED for m in taken)
