"""Acts that their sides do together: meetings, signings, talks; summits and conferences, with the body that meets."""

from __future__ import annotations

from collections.abc import Sequence

from elchi.claims.act import Act
from elchi.claims.arguments import Argument
from elchi.claims.discourse import Actor
from elchi.claims.filled import Filled, can_act, distinct, in_role, subject_said
from elchi.claims.occasions import only_owns
from elchi.claims.prospects import prospect_of
from elchi.model import Basis, EntityKind

# Roles of what is talked about, and the shape of acts whose object is that.
_TOPICS = frozenset({"about", "on"})
_DISCUSSING = "discussing"


def fill_alike(act: Act, found: Sequence[Argument], filled: Filled) -> None:
    """All who take part, in the roles of the shape; a second side from the discourse."""
    filled.party = _taking_part(act, found, filled.rules)
    if (act.frame.alone and filled.party) or filled.private:
        return
    if act.context.pack.head_initial and not filled.party:
        return  # where every verb has a subject, an act without any party is nobody's
    if _somebody_else_acts(act, found):
        filled.party = []
        return
    if len(filled.party) > 1 and len({a.id for a in filled.party}) == 1:
        return  # two officials of one state met: nobody else is meant
    matters = _matters(act, found)
    while len({a.id for a in filled.party}) < 2:
        more, rule = act.context.discourse.missing(matters | {a.id for a in filled.party}, act.speaker, acting=True)
        if not more:
            break
        filled.party.extend(Actor(a.side) for a in more) if act.frame.of_states else filled.party.extend(more)
        filled.rules.append(f"unsaid:{rule}")


def _taking_part(act: Act, found: Sequence[Argument], rules: list[str]) -> list[Actor]:
    """Return who takes part in an act that its sides do together, once each; add to `rules` how they were found."""
    actors: list[Actor] = []
    for role in act.frame.shape.slots["party"]:
        for argument in found:
            if role in argument.roles:
                fresh = [a for a in argument.actors if can_act(a)]
                if fresh and (
                    role not in {"genitive", "adjective", "recipient", "towards"} or len({a.id for a in actors}) < 2
                ):
                    actors.extend(fresh)
                    rules.append(f"role:{role}")
    return distinct(actors)


def _matters(act: Act, found: Sequence[Argument]) -> set[str]:
    """Return the sides that are only spoken of: whom one talks about does not take part."""
    matter = _TOPICS if act.frame.shape.id != _DISCUSSING else _TOPICS | {"recipient"}
    return {a.id for x in found if matter & set(x.roles) for a in x.actors}


def _somebody_else_acts(act: Act, found: Sequence[Argument]) -> bool:
    """Whether the act's verb has a subject that is no party: Netflix has signed a deal, Gemini will meet someone."""
    acting = {"agent", "subject", "between", "passive_agent"}
    return subject_said(act) and not any((x.actors or x.party.office) and acting & set(x.roles) for x in found)


def fill_gathering(act: Act, found: Sequence[Argument], filled: Filled) -> None:
    """A summit or conference: the body that meets, in any role, the states that act in it, and its host."""
    bodies = [a for x in reversed(found) for a in x.actors if a.side.entity.kind is EntityKind.ORGANISATION]
    bodies = bodies or _bodies_of_sentence(act)
    attending, role = in_role(
        found, ("agent", "subject", "between", "genitive_person", "comitative"), {a.id for a in bodies}
    )
    if act.bare and role in {"agent", "subject"} and only_owns(act) and prospect_of(act) is None:
        attending, role = [], ""
    hosts, _role = in_role(found, ("passive_agent",), {a.id for a in bodies})
    if (
        not act.bare
        and act.frame.id != "attend"
        and attending
        and bodies
        and role in {"agent", "subject"}
        and not hosts
    ):
        hosts = [a for a in attending if a.side.entity.kind is EntityKind.STATE][:1]
    filled.rules.extend(["body"] if bodies else [])
    filled.rules.extend([f"role:{role}"] if attending else [])
    filled.party = distinct([*attending, *bodies[:1], *hosts])
    filled.host = hosts
    if not bodies and len({a.id for a in filled.party}) < 2 and not (attending and act.frame.id == "attend"):
        more, rule = act.context.discourse.missing({a.id for a in filled.party}, act.speaker, acting=True)
        filled.party.extend(more)
        filled.rules.append(f"unsaid:{rule or 'none'}")


def _bodies_of_sentence(act: Act) -> list[Actor]:
    """Return the organisation that the sentence names outside the clause."""
    actors = (a for p in act.sentence.parties for a in act.context.discourse.actors(p, act.speaker))
    return [a for a in actors if a.side.entity.kind is EntityKind.ORGANISATION and a.side.basis is Basis.NAMED]
