"""Who did it to whom: the slots of a frame filled from the roles of a clause, then from the discourse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from elchi.claims.act import Act
from elchi.claims.arguments import Argument
from elchi.claims.condemned import judged
from elchi.claims.discourse import Actor
from elchi.claims.domestic import SEVERAL, is_domestic, is_to_several
from elchi.claims.filled import Filled, can_act, distinct, ids_of, in_role, subject_said
from elchi.claims.occasions import anybodys, owns_else, owns_occasion
from elchi.claims.private import acts_unnamed
from elchi.claims.together import fill_alike, fill_gathering
from elchi.model import Basis, Entity, EntityKind
from elchi.model.link import Side
from elchi.model.mention import PartyKind

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
_ACTING = frozenset({"agent", "subject", "passive_agent"})
# Roles of where an act takes place: a visit leads there.
_PLACES = frozenset({"place", "destination"})
# Roles of where what is attacked stands.
_LAND = frozenset({"place", "genitive"})
# Roles of whom something is asked of.
_ASKED = frozenset({"recipient", "source"})
# Roles of whose act a noun tells.
_OWNS = ("owner", "passive_agent", "genitive_person")
# Member states, all states: said, whoever they are.


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
        fill_gathering(act, found, filled)
    elif claims == "party":
        fill_alike(act, found, filled)
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


def _fill_mutual(act: Act, found: Sequence[Argument], content: Sequence[Actor], filled: Filled) -> None:
    """Both sides alike when they act together, else one towards the other."""
    actors, role = in_role(found, act.frame.shape.slots["actor"])
    against = act.frame.type in _AGAINST and in_role(found, _TARGETS, {a.id for a in actors})[0]
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
    actors, role = in_role(_travellers(act, others, may_act), may_act)
    if not actors and envoys:
        actors, role = _hosts(envoys), "host"
    guests = _guests(found) if frame.shape.id == "receive" else []
    actors = [a for a in actors if a.id not in ids_of(guests)]
    if actors:
        filled.rules.append(f"role:{role}")
    taken = {a.id for a in actors}
    meant = guests or judged(act, found, taken)
    recipients, other = (
        _recipients(act, found, content, taken)
        if meant is None
        else (distinct(a for a in meant if a.id not in taken and can_act(a)), "genitive")
    )
    if envoys and not set(ids_of(recipients)) & set(ids_of(a for x in envoys for a in x.actors)):
        recipients, other = distinct(a for x in envoys for a in x.actors if a not in actors), "envoy"
    if recipients:
        filled.rules.append(f"role:{other}")
    if not actors and not filled.private:
        actors = _unsaid_actor(act, {a.id for a in recipients}, filled)
    if not recipients and frame.type in _SHARED and len({a.id for a in actors}) > 1:
        filled.party = actors  # both pledged, both reaffirmed their friendship
        return
    unsaid = not meant and not frame.alone and not (is_domestic(act, found, ids_of(actors)) or is_to_several(found))
    if not recipients and unsaid:
        hit = [] if meant is None else [a for x in found for a in x.actors]  # whom an attack hit did not make it
        recipients, rule = _unsaid_recipient(act, actors, ids_of(hit))
        filled.rules.append(f"unsaid_recipient:{rule or 'none'}")
    if frame.shape.id == "visit":  # one travels to a state, whatever body one calls on there
        recipients = [a for a in recipients if a.side.entity.kind is EntityKind.STATE]
    filled.actor, filled.recipient = actors, recipients
    if frame.shape.claims == "recipient_actor":
        filled.actor, filled.recipient = recipients, actors


def _guests(found: Sequence[Argument]) -> list[Actor]:
    """Return whom a pronoun names that is received (उनकी अगवानी): who came is not the host."""
    received = (x for x in found if x.party.mention.description == "he" and not _ACTING & set(x.roles))
    return distinct(a for x in received for a in x.actors)


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
    if body or subject_said(act):
        return body
    actors, rule = _listed(discourse.missing(taken, act.speaker, acting=True, states=act.frame.envoys))
    if act.frame.shape.id == "visit" and rule not in _GUEST_RULES:
        actors = [a for a in actors if a.person is not None or a.office]
    filled.rules.append(f"unsaid_actor:{rule or 'none'}")
    return actors


def _unsaid_recipient(act: Act, actors: Sequence[Actor], others: Iterable[str]) -> tuple[list[Actor], str]:
    """Return whom an act is directed at that names nobody, none of `others`, and the rule: a guest's host speaks."""
    taken = {*ids_of(actors), *others}
    if act.frame.shape.id == "visit" and act.speaker and taken.isdisjoint(ids_of(act.speaker)):
        return distinct(act.speaker), "speaker"
    judging = act.frame.type in _JUDGEMENTS
    both = act.context.discourse.both_judged(taken) if judging and act.names_shared() else ()
    if both:
        return list(both), "doer"
    return _listed(act.context.discourse.missing(taken, act.speaker, acting=False, judging=judging))


def _is_envoy(argument: Argument, act: Act) -> bool:
    """Whether an argument is a diplomat or an embassy that does not act itself."""
    party = argument.party
    abroad = party.office in act.context.ontology.offices.abroad or party.mention.description == "embassy"
    return abroad and bool(argument.actors) and not {"agent", "passive_agent"} & set(argument.roles)


def _hosts(envoys: Iterable[Argument]) -> list[Actor]:
    """Return the states to which diplomats are posted (ঢাকায় নিযুক্ত মিয়ানমারের রাষ্ট্রদূত)."""
    hosts = (e for x in envoys for e in x.party.mention.host if e.kind is EntityKind.STATE)
    return distinct(Actor(Side(e, Basis.NAMED, 1.0, "the diplomat is posted there")) for e in hosts)


def _travellers(act: Act, found: Sequence[Argument], roles: Sequence[str]) -> Sequence[Argument]:
    """Leave out who stands for the very state of the destination, if others may: that is nobody's visit.

    Nor does a state travel (यह अफगानिस्तान और लाहौर पहुंचा), but for those who act for it.
    """
    if act.frame.shape.id == "visit":
        found = [x for x in found if not _is_land(x)]
    goals = {a.id for x in found if x.roles == ("destination",) for a in x.actors}
    others = [x for x in found if not x.actors or not goals.issuperset(a.id for a in x.actors)]
    return others if in_role(others, roles)[0] else found


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
    recipients, role = (recipients, role) if recipients else in_role(found, roles, taken)
    if role in _LAND and frame.type == "ASSAULT":
        recipients = _owners(act, found, taken) or recipients
    if recipients:
        return recipients, role
    spoken_of = [a for a in content if a.id not in taken and can_act(a)]
    if spoken_of:
        return distinct(spoken_of[:1]), "content"
    pronoun = any(set(x.roles) & set(roles) and x.party.mention.description == "he" for x in found)
    if pronoun and taken:
        return list(discourse.missing(taken, act.speaker, acting=False)[0]), "pronoun"
    weak = frame.shape.slots.get("weak", ())
    judging = frame.type == "ACCUSE"  # what is condemned is what went on there
    return in_role(found, weak, taken) if judging or not discourse.pair else ([], "")


def _owners(act: Act, found: Sequence[Argument], taken: set[str]) -> list[Actor]:
    """Return whose is what stands hit somewhere, not where it stands (बहरीन में अमेरिकी अड्डे पर)."""
    land = [x.party.mention.first for x in found if _LAND & set(x.roles)]
    first = -1 if act.context.pack.head_initial else min(land, default=0)
    owned = [x for x in found if "adjective" in x.roles or x.party.mention.description == "embassy"]
    behind = [x for x in owned if x.party.mention.first > first and not taken.intersection(ids_of(x.actors))]
    return distinct(a for x in behind[:1] for a in x.actors if can_act(a))


def _asked(found: Sequence[Argument], taken: set[str]) -> tuple[list[Actor], str]:
    """Return whom something is asked of: the first who may be, for of whom it speaks stands nearer to the verb."""
    first = next((x for x in found if _ASKED & set(x.roles) and any(a.id not in taken for a in x.actors)), None)
    return in_role(found, [r for r in first.roles if r in _ASKED], taken) if first is not None else ([], "")


def _listed(found: tuple[tuple[Actor, ...], str]) -> tuple[list[Actor], str]:
    return list(found[0]), found[1]
