"""Who did it to whom: the slots of a frame filled from the roles of a clause, then from the discourse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from elchi.claims.discourse import Actor, Discourse
from elchi.claims.predicates import ATTRIBUTIVE, Predicate
from elchi.model import Basis, Entity, EntityKind
from elchi.model.link import LinkedParty, Side
from elchi.model.mention import PartyKind
from elchi.packs import Frame

_SIDES = frozenset({EntityKind.STATE, EntityKind.ORGANISATION, EntityKind.GROUP})


@dataclass(slots=True)
class Filled:
    """The parties of an act: `party` alike, or `actor` and `recipient`; how each was found, for the decision."""

    party: list[Actor] = field(default_factory=list)
    actor: list[Actor] = field(default_factory=list)
    recipient: list[Actor] = field(default_factory=list)
    host: list[Actor] = field(default_factory=list)
    about: list[Actor] = field(default_factory=list)
    place: Entity | None = None
    rules: list[str] = field(default_factory=list)

    def everyone(self) -> list[Actor]:
        """Return all acting parties, once each."""
        return [*self.party, *self.actor, *self.recipient]

    def sides(self) -> list[str]:
        """Return the ids of all acting sides, once each, in order."""
        return list(dict.fromkeys(a.id for a in self.everyone()))


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


def fill(
    frame: Frame, found: Sequence[Argument], content: Sequence[Actor], discourse: Discourse, speaker: tuple[Actor, ...]
) -> Filled:
    """Return the parties of an act, from its clause first, the rest from the discourse.

    Args:
        frame: the act.
        found: the parties of its clause.
        content: whom the words speak of that the act takes as content (accuses: X did ...).
        discourse: what earlier sentences leave.
        speaker: whose words the clause reports.
    """
    filled = Filled(place=_place(found))
    claims = frame.shape.claims
    if frame.shape.id == "gathering":
        _fill_gathering(frame, found, filled, discourse, speaker)
    elif claims == "party":
        _fill_alike(frame, found, filled, discourse, speaker)
    elif claims == "party_or_directed":
        _fill_mutual(frame, found, content, filled, discourse, speaker)
    else:
        _fill_directed(frame, found, content, filled, discourse, speaker)
        if claims == "recipient_actor":
            filled.rules.append("receive")
    filled.about = [
        a
        for x in found
        for a in x.actors
        if a.side.entity.kind is EntityKind.ORGANISATION and a not in filled.everyone()
    ]
    return filled


def _place(found: Sequence[Argument]) -> Entity | None:
    places = [x.party.place for x in found if x.party.place is not None and "place" in x.roles]
    towns = [p for p in places if p.kind is EntityKind.PLACE]
    found_places = towns or places
    return found_places[-1] if found_places else None


def _in_role(found: Sequence[Argument], roles: Iterable[str], taken: Iterable[str] = ()) -> tuple[list[Actor], str]:
    """Return the actors of the argument in the best of `roles`, coordinated ones included, and that role."""
    known = set(taken)
    for role in roles:
        for argument in sorted(found, key=lambda x: not x.behind) if role in {"agent", "subject"} else reversed(found):
            if role not in argument.roles:
                continue
            link = argument.party.mention.link
            group = [x for x in found if x is argument or (link and x.party.mention.link == link)]
            actors = [a for x in group for a in x.actors if a.id not in known and a.side.entity.kind in _SIDES]
            if actors:
                return _distinct(actors), role
    return [], ""


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    """Return one actor for each side and person."""
    out: dict[tuple[str, str], Actor] = {}
    for actor in actors:
        key = (actor.id, actor.person.id if actor.person else "")
        if key not in out and not (key[1] == "" and any(k[0] == actor.id for k in out)):
            out[key] = actor
    return list(out.values())


def _fill_alike(
    frame: Frame, found: Sequence[Argument], filled: Filled, discourse: Discourse, speaker: tuple[Actor, ...]
) -> None:
    actors: list[Actor] = []
    for role in frame.shape.slots["party"]:
        for argument in found:
            if role in argument.roles:
                fresh = [a for a in argument.actors if a.side.entity.kind in _SIDES]
                if fresh and (
                    role not in {"genitive", "adjective", "recipient", "towards"} or len({a.id for a in actors}) < 2
                ):
                    actors.extend(fresh)
                    filled.rules.append(f"role:{role}")
    filled.party = _distinct(actors)
    if frame.alone and filled.party:
        return
    if len(filled.party) > 1 and len({a.id for a in filled.party}) == 1:
        return  # two officials of one state met: nobody else is meant
    while len({a.id for a in filled.party}) < 2:
        more, rule = discourse.missing({a.id for a in filled.party}, speaker, acting=True)
        if not more:
            break
        filled.party.extend(more)
        filled.rules.append(f"unsaid:{rule}")


def _fill_gathering(
    frame: Frame, found: Sequence[Argument], filled: Filled, discourse: Discourse, speaker: tuple[Actor, ...]
) -> None:
    """A summit or conference: the body that meets, named in any role, and the states that act in it; a host where one is named."""
    bodies = [a for x in reversed(found) for a in x.actors if a.side.entity.kind is EntityKind.ORGANISATION]
    attending, role = _in_role(
        found, ("agent", "subject", "between", "genitive_person", "comitative"), {a.id for a in bodies}
    )
    hosts, _role = _in_role(found, ("passive_agent",), {a.id for a in bodies})
    if frame.id != "attend" and attending and bodies and role in {"agent", "subject"} and not hosts:
        hosts = [a for a in attending if a.side.entity.kind is EntityKind.STATE][:1]
    filled.rules.extend(["body"] if bodies else [])
    filled.rules.extend([f"role:{role}"] if attending else [])
    filled.party = _distinct([*attending, *bodies[:1], *hosts])
    filled.host = hosts
    if not bodies and len({a.id for a in filled.party}) < 2:
        more, rule = discourse.missing({a.id for a in filled.party}, speaker, acting=True)
        filled.party.extend(more)
        filled.rules.append(f"unsaid:{rule or 'none'}")


def _fill_mutual(
    frame: Frame, found: Sequence[Argument], content: Sequence[Actor], filled: Filled, discourse: Discourse,
    speaker: tuple[Actor, ...],
) -> None:  # fmt: skip
    actors, role = _in_role(found, frame.shape.slots["actor"])
    if len({a.id for a in actors}) >= 2:
        filled.party = actors
        filled.rules.append(f"role:{role}")
        return
    _fill_directed(frame, found, content, filled, discourse, speaker)


def _fill_directed(
    frame: Frame, found: Sequence[Argument], content: Sequence[Actor], filled: Filled, discourse: Discourse,
    speaker: tuple[Actor, ...],
) -> None:  # fmt: skip
    actors, role = _in_role(found, frame.actor or frame.shape.slots["actor"])
    if actors:
        filled.rules.append(f"role:{role}")
    recipients, other = _recipients(frame, found, content, {a.id for a in actors}, discourse, speaker)
    if recipients:
        filled.rules.append(f"role:{other}")
    if not actors:
        actors, rule = _listed(discourse.missing({a.id for a in recipients}, speaker, acting=True))
        filled.rules.append(f"unsaid_actor:{rule or 'none'}")
    if not recipients and not frame.alone:
        recipients, rule = _listed(discourse.missing({a.id for a in actors}, speaker, acting=False))
        filled.rules.append(f"unsaid_recipient:{rule or 'none'}")
    if frame.shape.id in {"visit", "receive"}:
        recipients = (
            [a for a in recipients if a.side.entity.kind is EntityKind.STATE]
            if frame.shape.id == "visit"
            else recipients
        )
    filled.actor, filled.recipient = actors, recipients
    if frame.shape.claims == "recipient_actor":
        filled.actor, filled.recipient = recipients, actors


def _recipients(
    frame: Frame, found: Sequence[Argument], content: Sequence[Actor], taken: set[str], discourse: Discourse,
    speaker: tuple[Actor, ...],
) -> tuple[list[Actor], str]:  # fmt: skip
    """Return whom an act is directed at: a strong role, whom its content speaks of, or the other one that `he` means."""
    roles = frame.recipient or frame.shape.slots["recipient"]
    recipients, role = _in_role(found, roles, taken)
    if recipients:
        return recipients, role
    spoken_of = [a for a in content if a.id not in taken and a.side.entity.kind in _SIDES]
    if spoken_of:
        return _distinct(spoken_of[:1]), "content"
    pronoun = any(set(x.roles) & set(roles) and x.party.mention.description == "he" for x in found)
    if pronoun and taken:
        return list(discourse.missing(taken, speaker, acting=False)[0]), "pronoun"
    weak = frame.shape.slots.get("weak", ())
    return _in_role(found, weak, taken) if not discourse.pair else ([], "")


def _listed(found: tuple[tuple[Actor, ...], str]) -> tuple[list[Actor], str]:
    return list(found[0]), found[1]
