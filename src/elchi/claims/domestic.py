"""What stays at home: acts of a state's people towards their own state or its officials."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from elchi.claims.act import Act
from elchi.claims.arguments import Argument
from elchi.model.mention import PartyKind

# Roles of whom an act is directed at.
_DIRECTED = frozenset({"recipient", "towards", "against"})
# Roots of acts that politicians at home do to each other, and the roles of whom they do them to.
_POLITICS = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN"})
_MEANT = frozenset({"recipient", "source", "genitive", "towards"})
_PEOPLE = frozenset({PartyKind.PERSON, PartyKind.TITLE})
_OWN = frozenset({"government", "own_state"})
_ACTING = frozenset({"agent", "subject", "passive_agent"})
SEVERAL = "several_states"


def is_domestic(act: Act, found: Sequence[Argument], own: Collection[str]) -> bool:
    """Whether an act is directed at those of the side that acts, `own` (promised Mexico's young people help).

    So is what a politician says to an official of the own state, or of its government.
    """
    told = (x for x in found if _DIRECTED & set(x.roles) and x.party.mention.kind is PartyKind.NAME)
    if any(x.actors and set(own).issuperset(a.id for a in x.actors) for x in told):
        return True
    return act.frame.type in _POLITICS and any(_is_own_official(x, found, own) for x in found)


def is_to_several(found: Sequence[Argument]) -> bool:
    """Whether an act is directed at states of which nobody knows which (thanked all member states)."""
    return any(x.party.mention.description == SEVERAL and not x.actors and _DIRECTED & set(x.roles) for x in found)


def _is_own_official(argument: Argument, found: Sequence[Argument], own: Collection[str]) -> bool:
    """Whether an argument is an official or the government of the acting side, and somebody else of it acts."""
    party, sides = argument.party, {a.id for a in argument.actors}
    if not _MEANT & set(argument.roles) or _ACTING & set(argument.roles):
        return False
    others = [x for x in found if x is not argument and _ACTING & set(x.roles) and set(own) & {a.id for a in x.actors}]
    if not any(x.party.person is not None or x.party.office for x in others):
        return False
    if party.mention.kind in _PEOPLE:
        return bool(sides) and sides <= set(own)
    return party.mention.description in _OWN and sides <= set(own)
