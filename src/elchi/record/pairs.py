"""The dyads that a claim is about."""

from __future__ import annotations

from itertools import combinations

from elchi.model import Claim

_PARTIES = frozenset({"state", "organisation", "group"})
_ONLY_WITH_SUBJECT = "founder"


def pair_key(first: str, second: str) -> str:
    """Return the key of a dyad, the same in either order: `IND|KAZ`."""
    return "|".join(sorted((first, second)))


def pairs_of(claim: Claim) -> list[str]:
    """Return the key of every two states, organisations or groups that a claim names, sorted.

    Founders pair with what they founded, not with each other: to have founded the same
    organisation is nothing between two states.
    """
    parties = [p for p in claim.participants if p.kind in _PARTIES]
    keys = {
        pair_key(one.entity, other.entity)
        for one, other in combinations(parties, 2)
        if one.entity != other.entity and not one.role == other.role == _ONLY_WITH_SUBJECT
    }
    return sorted(keys)


def states_of_persons(claim: Claim) -> dict[int, str]:
    """Return, by position among the participants, the state that each person acts for.

    The claim format lists a person's state in the person's role: directly after or before the person,
    or as the only state of that role.
    """
    found: dict[int, str] = {}
    for place, person in enumerate(claim.participants):
        if person.kind != "person":
            continue
        near = [at for at in (place + 1, place - 1) if 0 <= at < len(claim.participants)]
        beside = [claim.participants[at] for at in near]
        states = [p.entity for p in beside if p.kind == "state" and p.role == person.role]
        alone = {p.entity for p in claim.participants if p.kind == "state" and p.role == person.role}
        if states or len(alone) == 1:
            found[place] = states[0] if states else next(iter(alone))
    return found
