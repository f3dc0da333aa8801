"""The dyads that a claim is about."""

from __future__ import annotations

from itertools import combinations

from elchi.model import Claim, Participant

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

    The claim format lists a person's state in the person's role. It is the one found in the same words
    (a title names both), else the one listed directly before or after, else the only one of that role.
    """
    found: dict[int, str] = {}
    for place, person in enumerate(claim.participants):
        if person.kind == "person":
            state = _state_beside(claim.participants, place)
            if state is not None:
                found[place] = state
    return found


def _state_beside(everyone: tuple[Participant, ...], place: int) -> str | None:
    person = everyone[place]
    states = {at: p for at, p in enumerate(everyone) if p.kind == "state" and p.role == person.role}
    same_words = [p.entity for p in states.values() if person.mention is not None and p.mention == person.mention]
    beside = [states[at].entity for at in (place - 1, place + 1) if at in states]
    alone = {p.entity for p in states.values()}
    return next(iter([*same_words, *beside, *(alone if len(alone) == 1 else ())]), None)
