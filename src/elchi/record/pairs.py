"""The dyads that a claim is about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from elchi.model import Claim, Participant

_PARTIES = frozenset({"state", "organisation", "group"})
_ONLY_WITH_SUBJECT = "founder"


def pair_key(first: str, second: str) -> str:
    """Return the key of a dyad, the same in either order: `IND|KAZ`."""
    return "|".join(sorted((first, second)))


def pairs_of(claim: Claim) -> list[str]:
    """Return the key of every two states, organisations or groups that a claim names, sorted."""
    return pairs_among([(p.role, p.entity, p.kind) for p in claim.participants])


def pairs_among(parties: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return the key of every two states, organisations or groups of parties: (role, entity, kind), sorted.

    Founders pair with what they founded, not with each other: to have founded the same
    organisation is nothing between two states.
    """
    able = [party for party in parties if party[2] in _PARTIES]
    if len(able) < 2:
        return []
    keys = {
        pair_key(one[1], other[1])
        for one, other in combinations(able, 2)
        if one[1] != other[1] and not one[0] == other[0] == _ONLY_WITH_SUBJECT
    }
    return sorted(keys)


def states_of_persons(parties: Sequence[Participant]) -> dict[int, str]:
    """Return, by position among the participants of a claim, the state that each person acts for."""
    if not any(party.kind == "person" for party in parties):
        return {}
    return states_beside([(p.role, p.entity, p.kind) for p in parties], [p.mention for p in parties])


def states_beside(
    parties: Sequence[tuple[str, str, str]], mentions: Sequence[tuple[int, int] | None]
) -> dict[int, str]:
    """Return, by position among parties (role, entity, kind of entity), the state that each person acts for.

    The claim format lists a person's state in the person's role. It is the one found in the same words
    (a title names both), else the one listed directly before or after, else the only one of that role.
    """
    found: dict[int, str] = {}
    for place, (_, _, kind) in enumerate(parties):
        state = _state_beside(parties, mentions, place) if kind == "person" else None
        if state is not None:
            found[place] = state
    return found


def _state_beside(
    parties: Sequence[tuple[str, str, str]], mentions: Sequence[tuple[int, int] | None], place: int
) -> str | None:
    role, words = parties[place][0], mentions[place]
    states = {at: entity for at, (of, entity, kind) in enumerate(parties) if kind == "state" and of == role}
    same_words = [entity for at, entity in states.items() if words is not None and mentions[at] == words]
    beside = [states[at] for at in (place - 1, place + 1) if at in states]
    alone = set(states.values())
    return next(iter([*same_words, *beside, *(alone if len(alone) == 1 else ())]), None)
