"""The slots of an act: who fills them, and how parties of a clause are found by their roles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from elchi.claims.act import Act
from elchi.claims.arguments import Argument
from elchi.claims.discourse import Actor
from elchi.model import Entity, EntityKind

_SIDES = frozenset({EntityKind.STATE, EntityKind.ORGANISATION, EntityKind.GROUP})
# Kinds of organisations in the catalogue that do not act.
_MATTERS = frozenset({"treaty", "initiative"})


@dataclass(slots=True)
class Filled:
    """The parties of an act: `party` alike, or `actor` and `recipient`; how each was found, for the decision.

    Where `private` people act, no state does that is not named.
    """

    party: list[Actor] = field(default_factory=list)
    actor: list[Actor] = field(default_factory=list)
    recipient: list[Actor] = field(default_factory=list)
    host: list[Actor] = field(default_factory=list)
    about: list[Actor] = field(default_factory=list)
    place: Entity | None = None
    rules: list[str] = field(default_factory=list)
    private: bool = False

    def everyone(self) -> list[Actor]:
        """Return all acting parties, once each."""
        return [*self.party, *self.actor, *self.recipient]

    def sides(self) -> list[str]:
        """Return the ids of all acting sides, once each, in order."""
        return list(dict.fromkeys(a.id for a in self.everyone()))


def in_role(found: Sequence[Argument], roles: Iterable[str], taken: Iterable[str] = ()) -> tuple[list[Actor], str]:
    """Return the actors of the argument in the best of `roles`, coordinated ones included, and that role."""
    known, told = set(taken), {role for x in found for role in x.roles}
    for role in roles:
        if role not in told:
            continue
        for argument in sorted(found, key=lambda x: not x.behind) if role in {"agent", "subject"} else reversed(found):
            if role not in argument.roles:
                continue
            link = argument.party.mention.link
            group = [x for x in found if x is argument or (link and x.party.mention.link == link)]
            actors = [a for x in group for a in x.actors if a.id not in known and can_act(a)]
            if actors:
                return distinct(actors), role
    return [], ""


def can_act(actor: Actor) -> bool:
    """Whether a side can act or be acted upon: a treaty or an initiative is only what an act is about."""
    return actor.side.entity.kind in _SIDES and actor.side.entity.subkind not in _MATTERS


def distinct(actors: Iterable[Actor]) -> list[Actor]:
    """Return one actor for each side and person."""
    out: dict[tuple[str, str], Actor] = {}
    for actor in actors:
        key = (actor.id, actor.person.id if actor.person else "")
        if key not in out and not (key[1] == "" and any(k[0] == actor.id for k in out)):
            out[key] = actor
    return list(out.values())


def ids_of(actors: Iterable[Actor]) -> list[str]:
    """Return the ids of the sides of actors, in order."""
    return [a.id for a in actors]


def subject_said(act: Act) -> bool:
    """Whether the act's verb has a subject, as every verb has in a head-initial language: is it no party, none acts."""
    return act.context.pack.head_initial and act.predicate.helped is not None and not act.predicate.passive
