"""Who did it to whom: the slots of a frame filled from the roles of a clause, then from the discourse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from elchi.claims.act import Act
from elchi.claims.arguments import Argument
from elchi.claims.condemned import judged
from elchi.claims.discourse import Actor
from elchi.claims.domestic import SEVERAL, is_domestic, is_to_several
from elchi.claims.occasions import anybodys, only_owns, owns_else, owns_occasion
from elchi.claims.private import acts_unnamed
from elchi.model import Basis, Entity, EntityKind
from elchi.model.link import Side
from elchi.model.mention import PartyKind

_SIDES = frozenset({EntityKind.STATE, EntityKind.ORGANISATION, EntityKind.GROUP})
# Roots of acts that judge what another has done.
_JUDGEMENTS = frozenset({"ACCUSE", "SUPPORT"})
# Roots of acts that two sides do to each other where no third is named.
_SHARED = frozenset({"AGREE", "SUPPORT"})
# Roots of acts that two sides may do to a third, and the roles in which it stands.
_AGAINST = frozenset({"SANCTION", "REJECT", "ASSAULT", "COERCE"})
_TARGETS = ("on", "against", "recipient", "source", "purpose", "genitive", "adjective")
# Roles in which nobody acts where a passive tells the act: what stands unmarked undergoes it.
_UNDERGOES = frozenset({"subject", "owner", "genitive_person"})
# How an unsaid guest is found though nobody but a state is known: who speaks, who acted last.
_GUEST_RULES = frozenset({"speaker", "subject"})
# Roles of where an act takes place: a visit leads there.
_PLACES = frozenset({"place", "destination"})
# Roles of where what is attacked stands.
_LAND = frozenset({"place", "genitive"})
# Roles of what is talked about, and the shape of acts whose object is that.
_TOPICS = frozenset({"about", "on"})
_DISCUSSING = "discussing"
# Roles of whom something is asked of.
_ASKED = frozenset({"recipient", "source"})
# Roles of whose act a noun tells.
_OWNS = ("owner", "passive_agent", "genitive_person")
# Member states, all states: said, whoever they are.
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


def fill(act: Act, found: Sequence[Argument], content: Sequence[Actor]) -> Filled:
    """Return the parties of an act, from its clause first, the rest from the discourse.

    Args:
        act: the act.
        found: the parties of its clause.
        content: whom the words speak of that the act takes as content (accuses: X did ...).
    """
    named = found
    found = [x for x in named if not (owns_occasion(x, act) or owns_else(x, act))]
    unnamed = acts_unnamed(act.bounds, act.sentence) or any(is_unknown_he(x) for x in found)
    unnamed = unnamed or anybodys(act) is not None
    filled = Filled(place=_place(found), private=unnamed or any(x.private for x in found))
    claims = act.frame.shape.claims
    if act.frame.shape.id == "gathering":
        _fill_gathering(act, found, filled)
    elif claims == "party":
        _fill_alike(act, found, filled)
    elif claims == "party_or_directed":
        _fill_mutual(act, found, content, filled)
    else:
        _fill_directed(act, found, content, filled)
    filled.about = [
        a
        for x in named
        for a in x.actors
        if a.side.entity.kind is EntityKind.ORGANISATION and a not in filled.everyone()
    ]
    return filled


def is_unknown_he(argument: Argument) -> bool:
    """Whether a pronoun acts, or the member states do, and nobody whom a table knows is meant."""
    pronoun = argument.party.mention.description in {"he", SEVERAL} and not argument.actors
    return pronoun and bool({"agent", "subject"} & set(argument.roles))


def _place(found: Sequence[Argument]) -> Entity | None:
    places = [x.party.place for x in found if x.party.place is not None and _PLACES & set(x.roles)]
    towns = [p for p in places if p.kind is EntityKind.PLACE]
    found_places = towns or places
    return found_places[-1] if found_places else None


def _in_role(found: Sequence[Argument], roles: Iterable[str], taken: Iterable[str] = ()) -> tuple[list[Actor], str]:
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
            actors = [a for x in group for a in x.actors if a.id not in known and _can_act(a)]
            if actors:
                return _distinct(actors), role
    return [], ""


def _can_act(actor: Actor) -> bool:
    """Whether a side can act or be acted upon: a treaty or an initiative is only what an act is about."""
    return actor.side.entity.kind in _SIDES and actor.side.entity.subkind not in _MATTERS


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    """Return one actor for each side and person."""
    out: dict[tuple[str, str], Actor] = {}
    for actor in actors:
        key = (actor.id, actor.person.id if actor.person else "")
        if key not in out and not (key[1] == "" and any(k[0] == actor.id for k in out)):
            out[key] = actor
    return list(out.values())


def _taking_part(act: Act, found: Sequence[Argument], rules: list[str]) -> list[Actor]:
    """Return who takes part in an act that its sides do together, once each; add to `rules` how they were found."""
    actors: list[Actor] = []
    for role in act.frame.shape.slots["party"]:
        for argument in found:
            if role in argument.roles:
                fresh = [a for a in argument.actors if _can_act(a)]
                if fresh and (
                    role not in {"genitive", "adjective", "recipient", "towards"} or len({a.id for a in actors}) < 2
                ):
                    actors.extend(fresh)
                    rules.append(f"role:{role}")
    return _distinct(actors)


def _fill_alike(act: Act, found: Sequence[Argument], filled: Filled) -> None:
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


def _matters(act: Act, found: Sequence[Argument]) -> set[str]:
    """Return the sides that are only spoken of: whom one talks about does not take part."""
    matter = _TOPICS if act.frame.shape.id != _DISCUSSING else _TOPICS | {"recipient"}
    return {a.id for x in found if matter & set(x.roles) for a in x.actors}


def _fill_gathering(act: Act, found: Sequence[Argument], filled: Filled) -> None:
    """A summit or conference: the body that meets, in any role, the states that act in it, and its host."""
    bodies = [a for x in reversed(found) for a in x.actors if a.side.entity.kind is EntityKind.ORGANISATION]
    bodies = bodies or _bodies_of_sentence(act)
    attending, role = _in_role(
        found, ("agent", "subject", "between", "genitive_person", "comitative"), {a.id for a in bodies}
    )
    if act.bare and role in {"agent", "subject"} and only_owns(act):
        attending, role = [], ""
    hosts, _role = _in_role(found, ("passive_agent",), {a.id for a in bodies})
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
    filled.party = _distinct([*attending, *bodies[:1], *hosts])
    filled.host = hosts
    if not bodies and len({a.id for a in filled.party}) < 2 and not (attending and act.frame.id == "attend"):
        more, rule = act.context.discourse.missing({a.id for a in filled.party}, act.speaker, acting=True)
        filled.party.extend(more)
        filled.rules.append(f"unsaid:{rule or 'none'}")


def _bodies_of_sentence(act: Act) -> list[Actor]:
    """Return the organisation that the sentence names outside the clause."""
    actors = (a for p in act.sentence.parties for a in act.context.discourse.actors(p, act.speaker))
    return [a for a in actors if a.side.entity.kind is EntityKind.ORGANISATION and a.side.basis is Basis.NAMED]


def _fill_mutual(act: Act, found: Sequence[Argument], content: Sequence[Actor], filled: Filled) -> None:
    """Both sides alike when they act together, else one towards the other."""
    actors, role = _in_role(found, act.frame.shape.slots["actor"])
    against = act.frame.type in _AGAINST and _in_role(found, _TARGETS, {a.id for a in actors})[0]
    if len({a.id for a in actors}) >= 2 and not against:
        filled.party = actors
        filled.rules.append(f"role:{role}")
        return
    _fill_directed(act, found, content, filled)


def _fill_directed(act: Act, found: Sequence[Argument], content: Sequence[Actor], filled: Filled) -> None:
    """Who acts towards whom; an unsaid side from the discourse."""
    frame, may_act = act.frame, _may_act(act)
    envoys = [x for x in found if frame.envoys and _is_envoy(x, act)]
    others = [x for x in found if x not in envoys]
    actors, role = _in_role(_travellers(act, others, may_act), may_act)
    if not actors and envoys:
        actors, role = _hosts(envoys), "host"
    if actors:
        filled.rules.append(f"role:{role}")
    meant = judged(act, found)
    taken = {a.id for a in actors}
    recipients, other = (
        _recipients(act, found, content, taken)
        if meant is None
        else (_distinct(a for a in meant if a.id not in taken and _can_act(a)), "genitive")
    )
    if envoys and not set(_ids(recipients)) & set(_ids(a for x in envoys for a in x.actors)):
        recipients, other = _distinct(a for x in envoys for a in x.actors if a not in actors), "envoy"
    if recipients:
        filled.rules.append(f"role:{other}")
    if not actors and not filled.private:
        actors = _unsaid_actor(act, {a.id for a in recipients}, filled)
    if not recipients and frame.type in _SHARED and len({a.id for a in actors}) > 1:
        filled.party = actors  # both pledged, both reaffirmed their friendship
        return
    unsaid = meant is None and not frame.alone and not (is_domestic(act, found, _ids(actors)) or is_to_several(found))
    if not recipients and unsaid:
        recipients, rule = _unsaid_recipient(act, actors)
        filled.rules.append(f"unsaid_recipient:{rule or 'none'}")
    if frame.shape.id == "visit":  # one travels to a state, whatever body one calls on there
        recipients = [a for a in recipients if a.side.entity.kind is EntityKind.STATE]
    filled.actor, filled.recipient = actors, recipients
    if frame.shape.claims == "recipient_actor":
        filled.actor, filled.recipient = recipients, actors


def _may_act(act: Act) -> Sequence[str]:
    """Return the roles in which somebody may do an act, best first.

    Where verbs stand before their objects, the noun of an act has an owner before the subject of the verb that takes it
    (China opposes US arms sales, at the invitation of Xi).
    """
    may_act = act.frame.actor or act.frame.shape.slots["actor"]
    if act.predicate.passive and act.frame.shape.id == "directed":
        may_act = tuple(role for role in may_act if role not in _UNDERGOES)
    if act.predicate.copular and act.frame.type == "ACCUSE" and "owner" in may_act:  # whose an allegation is makes it
        may_act = ("owner", *(role for role in may_act if role != "owner"))
    if not (act.bare and act.context.pack.head_initial):
        return may_act
    others = ("agent", "subject") if _is_judged(act) else ()
    return (*_OWNS, *(role for role in may_act if role not in _OWNS and role not in others))


def _is_judged(act: Act) -> bool:
    """Whether a verb before the noun of an act judges it (condemned the attack), so that its subject does not do it."""
    scan, frames = act.sentence.scan, act.context.ontology.frames
    lemmas = {form.lemma for place in range(act.bounds[0], act.predicate.first) for form in scan.verb_forms(place)}
    triggers = (trigger for lemma in lemmas for trigger in scan.pack.verb_triggers.get(lemma, ()))
    return any(trigger.frame in frames and frames[trigger.frame].type in _JUDGEMENTS for trigger in triggers)


def _unsaid_actor(act: Act, taken: set[str], filled: Filled) -> list[Actor]:
    """Return who does an act that names nobody: the body whose document tells it, else whom the discourse gives.

    A guest is somebody, for a state does not travel.
    """
    discourse = act.context.discourse
    body = list(discourse.body()) if act.has_cue("document") else []
    if body:
        filled.rules.append("unsaid_actor:body")
    if body or _subject_said(act):
        return body
    actors, rule = _listed(discourse.missing(taken, act.speaker, acting=True, states=act.frame.envoys))
    if act.frame.shape.id == "visit" and rule not in _GUEST_RULES:
        actors = [a for a in actors if a.person is not None or a.office]
    filled.rules.append(f"unsaid_actor:{rule or 'none'}")
    return actors


def _unsaid_recipient(act: Act, actors: Sequence[Actor]) -> tuple[list[Actor], str]:
    """Return whom an act is directed at that names nobody, and the rule: of a guest the host speaks."""
    taken = set(_ids(actors))
    if act.frame.shape.id == "visit" and act.speaker and taken.isdisjoint(_ids(act.speaker)):
        return _distinct(act.speaker), "speaker"
    judging = act.frame.type in _JUDGEMENTS
    both = act.context.discourse.both_judged(taken) if judging and act.names_shared() else ()
    if both:
        return list(both), "doer"
    return _listed(act.context.discourse.missing(taken, act.speaker, acting=False, judging=judging))


def _subject_said(act: Act) -> bool:
    """Whether the act's verb has a subject, as every verb has in a head-initial language: is it no party, none acts."""
    return act.context.pack.head_initial and act.predicate.helped is not None and not act.predicate.passive


def _somebody_else_acts(act: Act, found: Sequence[Argument]) -> bool:
    """Whether the act's verb has a subject that is no party: Netflix has signed a deal, Gemini will meet someone."""
    acting = {"agent", "subject", "between", "passive_agent"}
    return _subject_said(act) and not any((x.actors or x.party.office) and acting & set(x.roles) for x in found)


def _ids(actors: Iterable[Actor]) -> list[str]:
    return [a.id for a in actors]


def _is_envoy(argument: Argument, act: Act) -> bool:
    """Whether an argument is a diplomat or an embassy that does not act itself."""
    party = argument.party
    abroad = party.office in act.context.ontology.offices.abroad or party.mention.description == "embassy"
    return abroad and bool(argument.actors) and not {"agent", "passive_agent"} & set(argument.roles)


def _hosts(envoys: Iterable[Argument]) -> list[Actor]:
    """Return the states to which diplomats are posted (ঢাকায় নিযুক্ত মিয়ানমারের রাষ্ট্রদূত)."""
    hosts = (e for x in envoys for e in x.party.mention.host if e.kind is EntityKind.STATE)
    return _distinct(Actor(Side(e, Basis.NAMED, 1.0, "the diplomat is posted there")) for e in hosts)


def _travellers(act: Act, found: Sequence[Argument], roles: Sequence[str]) -> Sequence[Argument]:
    """Leave out who stands for the very state of the destination, if others may: that is nobody's visit.

    Nor does a state travel (यह अफगानिस्तान और लाहौर पहुंचा), but for those who act for it.
    """
    if act.frame.shape.id == "visit":
        found = [x for x in found if not _is_land(x)]
    goals = {a.id for x in found if x.roles == ("destination",) for a in x.actors}
    others = [x for x in found if not x.actors or not goals.issuperset(a.id for a in x.actors)]
    return others if _in_role(others, roles)[0] else found


def _is_land(argument: Argument) -> bool:
    """Whether an argument is the bare name of a state, a body or a town, which no marker shows to act."""
    party = argument.party
    bare = party.mention.kind is PartyKind.NAME and party.person is None and not party.office
    states = bool(party.sides) and all(s.entity.kind is not EntityKind.GROUP for s in party.sides)
    return bare and (states or party.place is not None) and set(argument.roles) <= {"subject", ""}


def _recipients(
    act: Act, found: Sequence[Argument], content: Sequence[Actor], taken: set[str]
) -> tuple[list[Actor], str]:
    """Return whom an act is directed at: a strong role, whom its content speaks of, the other one `he` means."""
    frame, discourse = act.frame, act.context.discourse
    roles = frame.recipient or frame.shape.slots["recipient"]
    recipients, role = _asked(found, taken) if frame.type == "REQUEST" and not frame.recipient else ([], "")
    recipients, role = (recipients, role) if recipients else _in_role(found, roles, taken)
    if role in _LAND and frame.type == "ASSAULT":
        recipients = _owners(act, found, taken) or recipients
    if recipients:
        return recipients, role
    spoken_of = [a for a in content if a.id not in taken and _can_act(a)]
    if spoken_of:
        return _distinct(spoken_of[:1]), "content"
    pronoun = any(set(x.roles) & set(roles) and x.party.mention.description == "he" for x in found)
    if pronoun and taken:
        return list(discourse.missing(taken, act.speaker, acting=False)[0]), "pronoun"
    weak = frame.shape.slots.get("weak", ())
    judging = frame.type == "ACCUSE"  # what is condemned is what went on there
    return _in_role(found, weak, taken) if judging or not discourse.pair else ([], "")


def _owners(act: Act, found: Sequence[Argument], taken: set[str]) -> list[Actor]:
    """Return whose is what stands hit somewhere, not where it stands (बहरीन में अमेरिकी अड्डे पर)."""
    land = [x.party.mention.first for x in found if _LAND & set(x.roles)]
    first = -1 if act.context.pack.head_initial else min(land, default=0)
    owned = [x for x in found if "adjective" in x.roles or x.party.mention.description == "embassy"]
    behind = [x for x in owned if x.party.mention.first > first and not taken.intersection(_ids(x.actors))]
    return _distinct(a for x in behind[:1] for a in x.actors if _can_act(a))


def _asked(found: Sequence[Argument], taken: set[str]) -> tuple[list[Actor], str]:
    """Return whom something is asked of: the first who may be, for of whom it speaks stands nearer to the verb."""
    first = next((x for x in found if _ASKED & set(x.roles) and any(a.id not in taken for a in x.actors)), None)
    return _in_role(found, [r for r in first.roles if r in _ASKED], taken) if first is not None else ([], "")


def _listed(found: tuple[tuple[Actor, ...], str]) -> tuple[list[Actor], str]:
    return list(found[0]), found[1]
