"""The arguments of a predicate: which parties stand to it in which roles, and whom they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elchi.claims.discourse import Actor, Discourse
from elchi.claims.predicates import ATTRIBUTIVE, Predicate
from elchi.model import Basis
from elchi.model.link import LinkedParty, Side
from elchi.model.mention import PartyKind


@dataclass(frozen=True, slots=True)
class Argument:
    """A party of the clause, its role for this predicate, whom it means, and whether it follows the verb."""

    party: LinkedParty
    roles: tuple[str, ...]
    actors: tuple[Actor, ...]
    behind: bool = False


def arguments(
    predicate: Predicate, parties: Sequence[LinkedParty], bounds: tuple[int, int], discourse: Discourse,
    speaker: tuple[Actor, ...], *, after_verb: bool, travels: bool, reported: bool,
) -> list[Argument]:  # fmt: skip
    """Return the parties that stand to a predicate in some role, nearest last.

    Args:
        predicate: the act.
        parties: parties of the sentence.
        bounds: token range of the clause.
        discourse: tells whom descriptions mean.
        speaker: whose words the clause reports.
        after_verb: whether the language lets subjects follow the verb.
        travels: whether the act leads somewhere, so that a town means its state.
        reported: whether the clause is reported speech, where `he` is the speaker.
    """
    found = []
    for party in parties:
        first, after = party.mention.first, party.mention.after
        inside = predicate.first <= first and after <= predicate.noun_after
        if first < bounds[0] or after > bounds[1] or inside:
            continue
        behind = first >= predicate.after
        if behind and not (after_verb or predicate.put == ATTRIBUTIVE):
            continue
        actors = discourse.actors(party, speaker, reported=reported) or (_host(party) if travels else ())
        roles = _roles(party, predicate, behind=behind)
        if travels and not behind and not party.mention.marked and party.mention.after == predicate.first:
            roles = ("destination",)  # बुश की भारत यात्रा, তাঁর দিল্লি সফর
        if "genitive" in roles and predicate.copular and after == predicate.first:
            roles = ("owner",)  # पाकिस्तान का आरोप है
        if roles:
            found.append(Argument(party, roles, actors, behind))
    return found


def _host(party: LinkedParty) -> tuple[Actor, ...]:
    """Return the state in which a town lies."""
    if party.place is None or party.place.state is None or party.country is None:
        return ()
    side = Side(party.country, Basis.NAMED, 0.9, f"{party.place.label} lies in it")
    return (Actor(side, mention=(party.mention.start, party.mention.end)),)


def _roles(party: LinkedParty, predicate: Predicate, *, behind: bool) -> tuple[str, ...]:
    mention = party.mention
    if behind:
        # The head noun of a participle, or a subject after its verb, stands unmarked or marked for its own verb.
        return ("subject",) if predicate.put == ATTRIBUTIVE or mention.role in {"subject", "", "agent"} else ()
    roles = [mention.role or "subject"]
    if mention.outer_role:
        roles.append(mention.outer_role)
    if mention.role == "genitive":
        roles.append(
            "genitive_person"
            if mention.kind in {PartyKind.PERSON, PartyKind.TITLE} or _agentive(mention.description)
            else "genitive_place"
        )
    if mention.role == "on_behalf":
        roles.append("agent")
    return tuple(roles)


def _agentive(description: str) -> bool:
    return description in {"he", "i", "leader", "delegation"}
