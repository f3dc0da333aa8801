"""The arguments of a predicate: which parties stand to it in which roles, and whom they mean."""

from __future__ import annotations

from dataclasses import dataclass, replace

from elchi.claims.act import Act
from elchi.claims.argument_order import roles_by_order
from elchi.claims.chains import chain_at
from elchi.claims.discourse import Actor
from elchi.claims.predicates import ATTRIBUTIVE, EMBEDDED, MAIN
from elchi.claims.private import is_private
from elchi.model import Basis, EntityKind
from elchi.model.link import LinkedParty, Side
from elchi.model.mention import PartyKind

# Descriptions of a side's own people, and the pronouns that own them.
_BOTH = frozenset({"both_states", "both_leaders", "both_ministers", "all_leaders"})
_STATES = "both_states"
_SUBJECT = frozenset({"agent", "subject", ""})
_ACTING = frozenset({"agent", "subject", "passive_agent"})
# Roles of both sides where a third one turns to them.
_ADDRESSED = frozenset({"recipient", "source", "towards", "between"})
_BELONG = frozenset({"government", "army", "delegation", "embassy", "leader", "this_country", "own_state"})
_OWNERS = frozenset({"he", "they", "own_state", "that_state", "we", "i"})
# Roles that those have among whom a party is named, and the words after it that name them.
_OF_ALL = frozenset({"agent", "recipient", "source", "on", "against"})
_ALL_REACH = 5
# Roles of a state's name before its people.
_OF_PEOPLE = frozenset({"adjective", "genitive"})
# How acts are put whose verb may end a clause.
_FINITE = frozenset({MAIN, EMBEDDED})
# Kinds of mentions of persons: nobody travels to one.
_PEOPLE = frozenset({PartyKind.PERSON, PartyKind.TITLE})
# Shapes of acts whose host acts: nobody private is received.
_GUESTS = frozenset({"receive"})
# What a role may stand for besides: what an act lies on may as well be where it happens (चीन पर, दौरे पर).
_ALSO = {"on": ("place",)}


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen, it takes far longer to make
class Argument:
    """A party of the clause, its role for this predicate, whom it means, and whether it follows the verb.

    Where it names `private` people of a state, it means nobody.
    """

    party: LinkedParty
    roles: tuple[str, ...]
    actors: tuple[Actor, ...]
    behind: bool = False
    private: bool = False


def arguments(act: Act) -> list[Argument]:
    """Return the parties that stand to an act in some role, nearest last."""
    predicate, discourse = act.predicate, act.context.discourse
    order = act.context.pack.order
    after_verb = bool(order["subject_after_verb"]) or predicate.put == ATTRIBUTIVE or act.context.pack.head_initial
    found = []
    for party in act.sentence.parties:
        first, after = party.mention.first, party.mention.after
        inside = predicate.first <= first and after <= predicate.noun_after
        if predicate.heads and not _belongs(party, act):
            continue
        behind = first >= predicate.after
        if first < act.bounds[0] or after > act.bounds[1] or inside or (behind and not after_verb):
            continue
        if act.sentence.is_quoted(first) and not act.sentence.is_quoted(predicate.first):
            continue
        if behind and order["subject_after_verb"] and _belongs_behind(after, act):
            continue
        if act.sentence.in_brackets(first) and not act.sentence.in_brackets(predicate.first):
            continue
        actors = (
            _owned(party, act) or _pair_before(party, act) or _joined_before(party, act) or _named_before(party, act)
        )
        actors = actors or discourse.actors(party, act.speaker, reported=act.reported)
        by_order = act.context.pack.head_initial
        roles = roles_by_order(party, act) if by_order else _roles(party, act, behind=behind)
        together = act.frame.shape.claims == "party" or act.frame.shape.id in _GUESTS
        if is_private(party, roles, act.sentence, together=together):
            found.append(Argument(party, roles, (), behind, private=True))
        elif roles:
            found.append(Argument(party, roles, actors or (_host(party) if act.somewhere else ()), behind))
    return _with_bare_subject(found, act)


def _belongs_behind(place: int, act: Act) -> bool:
    """Whether a further finite verb stands behind a place, and the act is only its condition (X দিলে Y বলেন)."""
    scan, predicate = act.sentence.scan, act.predicate
    before = any(p.mention.role in _SUBJECT and p.mention.after <= predicate.first for p in act.sentence.parties)
    if predicate.status != "hypothetical" or not before:
        return False
    verbs = (p for p in range(place, act.bounds[1]) if scan.is_verb(p) and not scan.is_marker_here(p))
    return any(chain_at(scan, p).finite == "y" for p in verbs)


def _with_bare_subject(found: list[Argument], act: Act) -> list[Argument]:
    """Let a bare name before a noun be the subject too, where a predicate has no other (भारत मसौदे पर राजी हुआ)."""
    unasked = act.somewhere or act.context.pack.head_initial or act.predicate.put not in {MAIN, EMBEDDED}
    if unasked or not found or any(_ACTING & set(x.roles) for x in found):
        return found
    first = next((x for x in found if x.party.sides), None)
    if first is None or not _is_bare_name(first.party, act):
        return found
    link = first.party.mention.link
    group = [x for x in found if x is first or (link and x.party.mention.link == link)]
    if not any(s.entity.kind is EntityKind.STATE for x in group for s in x.party.sides):
        return found  # a body stands bare before its meeting
    return [replace(x, roles=(*x.roles, "subject")) if x in group else x for x in found]


def _is_bare_name(party: LinkedParty, act: Act) -> bool:
    """Whether a party is a state's own name, read as an adjective because a noun follows that it does not serve."""
    mention = party.mention
    if mention.role != "adjective" or mention.marked or mention.outer_role not in {"", "subject"}:
        return False
    name = act.sentence.scan.name(mention.first)
    return name is not None and not name.adjective and not _adjoins(party, act)


def _adjoins(party: LinkedParty, act: Act) -> bool:
    """Whether a party stands right before an act word, or between it and its verb (भाग लेने दिल्ली आए)."""
    return party.mention.after == act.predicate.first or party.mention.first >= act.predicate.noun_after


def _belongs(party: LinkedParty, act: Act) -> bool:
    """Whether a party stands to a verb before its head: the head behind it, and what is marked before it.

    Who is marked as acting before it does what the verb behind the head tells.
    """
    mention, predicate = party.mention, act.predicate
    if mention.first >= predicate.after:
        return mention.first == predicate.after
    next_to_it = _adjoins(party, act)
    return mention.role not in {"agent", "subject"} and (bool(mention.role) or next_to_it)


def _owned(party: LinkedParty, act: Act) -> tuple[Actor, ...]:
    """Return whose a description is that a pronoun owns (उसके सैनिकों ने, তাদের সেনারা)."""
    if party.sides or party.mention.kind is not PartyKind.DESCRIPTION or party.mention.description not in _BELONG:
        return ()
    owners = [p for p in act.sentence.parties if p.mention.after == party.mention.first]
    if not owners or owners[0].mention.description not in _OWNERS or owners[0].mention.role != "genitive":
        return ()
    if act.reported:
        return tuple(replace(actor, mention=None) for actor in act.speaker)
    return act.context.discourse.actors(owners[0], act.speaker)


def _pair_before(party: LinkedParty, act: Act) -> tuple[Actor, ...]:
    """Return both sides that the same sentence names before a description of the two (X met Y, and both ...)."""
    if party.sides or party.mention.description not in _BOTH:
        return ()
    if party.mention.role in _ADDRESSED and (others := _both_of_others(party, act)):
        return others
    before = [p for p in act.sentence.parties if p.mention.after <= party.mention.first and p.sides]
    named = [a for p in before if p.mention.kind is not PartyKind.ADJECTIVE for a in act.context.discourse.actors(p)]
    both = {a.id: a for a in named if a.side.entity.kind is EntityKind.STATE}
    if len(both) != 2:
        return ()
    sides = (replace(a, side=replace(a.side, basis=Basis.BOTH_SIDES), mention=None) for a in both.values())
    if party.mention.description == _STATES:  # both countries are no persons, whoever was named
        return tuple(Actor(a.side) for a in sides)
    return tuple(sides)


def _both_of_others(party: LinkedParty, act: Act) -> tuple[Actor, ...]:
    """Return both sides of which a third one asks or demands something (Moscow called on both sides)."""
    acting = {s.entity.id for p in act.sentence.parties if p.mention.role in _SUBJECT for s in p.sides}
    others = {i for i in acting if i not in {s.entity.id for s in act.context.discourse.pair}}
    if not others or acting != others:
        return ()
    mention = (party.mention.start, party.mention.end)
    return tuple(replace(a, mention=mention) for a in act.context.discourse.both_as_told_by(acting))


def _joined_before(party: LinkedParty, act: Act) -> tuple[Actor, ...]:
    """Return the sides that act together before `they` in the same sentence (A and B agreed that they will ...)."""
    mention = party.mention
    if mention.description != "they" or mention.role not in _SUBJECT:
        return ()
    before = [p for p in act.sentence.parties if p.mention.after <= mention.first and p.sides and p.mention.link]
    acting = [a for p in before if p.mention.role in _SUBJECT for a in act.context.discourse.actors(p)]
    return tuple(replace(a, mention=None) for a in acting) if len({a.id for a in acting}) > 1 else ()


def _named_before(party: LinkedParty, act: Act) -> tuple[Actor, ...]:
    """Return the person named before a pronoun that is no subject, in the same sentence (met him at Modi's house)."""
    mention = party.mention
    if mention.description != "he" or mention.role in {"agent", "subject", ""}:
        return ()
    named = [p for p in act.sentence.parties if p.person is not None and p.mention.after <= mention.first]
    # Who acts in its own clause is not meant, who acts in one before may be.
    others = [p for p in named if p.mention.role not in _SUBJECT or p.mention.after <= act.bounds[0]]
    return act.context.discourse.actors(others[-1]) if others else ()


def _host(party: LinkedParty) -> tuple[Actor, ...]:
    """Return the state in which a town lies."""
    if party.place is None or party.place.state is None or party.country is None:
        return ()
    side = Side(party.country, Basis.NAMED, 0.9, f"{party.place.label} lies in it")
    return (Actor(side, mention=(party.mention.start, party.mention.end)),)


def _roles(party: LinkedParty, act: Act, *, behind: bool) -> tuple[str, ...]:
    mention, predicate = party.mention, act.predicate
    if _heads_council(party, act):
        return ("genitive", "genitive_place")  # পররাষ্ট্রমন্ত্রী পরিষদের বৈঠক: the ministers' council
    next_to_it = not behind and _adjoins(party, act)
    if act.somewhere and next_to_it and not mention.marked and mention.kind not in _PEOPLE:
        return ("destination",)  # बुश की भारत यात्रा, তাঁর দিল্লি সফর
    if mention.role == "genitive" and predicate.copular and next_to_it:
        return ("owner", "genitive", "genitive_place")  # पाकिस्तान का आरोप है, চীনের শরণাপন্ন হয়েছে নেপাল
    if behind:
        # The head noun of a participle, or a subject after its verb, stands unmarked or marked for its own verb.
        unmarked = mention.role in {"subject", "", "agent"} or (
            mention.role in _OF_PEOPLE and _heads_people(party, act)
        )
        both = mention.role == "genitive" and mention.description in _BOTH  # কথা হয় দুই নেতার
        unmarked = unmarked or (both and not act.bare)
        return ("subject",) if predicate.put == ATTRIBUTIVE or (unmarked and _closes(party, act)) else ()
    roles = [mention.role or "subject"]
    roles += _ALSO.get(mention.role, ())
    if "instrument" in act.frame.actor and mention.role in {"genitive", "adjective"} and _owns_means(party, act):
        return ("instrument",)  # বিএসএফের গুলিতে, बीएसएफ की गोलीबारी में
    if mention.outer_role:
        roles += [mention.outer_role, *_ALSO.get(mention.outer_role, ())]
    if mention.role == "genitive":
        roles.append(
            "genitive_person"
            if mention.kind in {PartyKind.PERSON, PartyKind.TITLE} or _agentive(mention.description)
            else "genitive_place"
        )
    if mention.role == "on_behalf":
        roles.append("agent")
    if mention.role == "including":
        roles += _role_of_all(party, act)
    return tuple(roles)


def _role_of_all(party: LinkedParty, act: Act) -> list[str]:
    """Return the role of those among whom a party is named (ब्राजील समेत कई देशों ने, ব্রাজিলসহ কয়েকটি দেশ)."""
    scan, first = act.sentence.scan, party.mention.after
    for place in range(first, min(first + _ALL_REACH, len(scan))):
        marker = scan.marker(place, "genitive") or scan.marker(place)
        if marker is not None and marker[1].role in _OF_ALL:
            return [marker[1].role]
        if scan.is_sign(place) or scan.is_verb(place) or scan.name(place) is not None:
            break
    return ["subject"] if scan.pack.order["attached_roles"] else []


def _closes(party: LinkedParty, act: Act) -> bool:
    """Whether a party behind a finite verb ends the clause, or is in a list that does, as a subject put last does."""
    mention, scan = party.mention, act.sentence.scan
    if (
        act.predicate.put not in _FINITE
        or mention.after >= act.bounds[1]
        or mention.link
        or mention.role == "adjective"
        or (mention.role == "genitive" and _heads_people(party, act))
    ):
        return True
    return scan.is_sign(mention.after) or scan.has_class(mention.after, "coordinator", "particle", "negation", "clause")


def _heads_council(party: LinkedParty, act: Act) -> bool:
    """Whether a title stands before the body that its holders form."""
    mention = party.mention
    bare = mention.kind is PartyKind.TITLE and not mention.marked
    return bare and act.sentence.scan.has_class(mention.after, "organisation")


def _heads_people(party: LinkedParty, act: Act) -> bool:
    """Whether a state's name says whose people act, after their verb (ইসরায়েলি যুদ্ধবিমান, ব্রাজিলের পুলিশ)."""
    scan, place = act.sentence.scan, party.mention.after
    if scan.has_class(place, "noun") and not scan.is_sign(place):
        place += 0 if scan.has_class(place, "people") else 1
    return scan.has_class(place, "people")


def _owns_means(party: LinkedParty, act: Act) -> bool:
    """Whether the noun after a genitive is a means of violence: whose bullets, shells or strikes kill."""
    scan, place = act.sentence.scan, party.mention.after
    places = (p for p in range(place, min(place + 2, len(scan))) if scan.may_begin(p, "cue"))
    return any(h.kind == "cue" and h.entry.value[0] == "means" for p in places for h in scan.hits[p])


def _agentive(description: str) -> bool:
    return description in {"he", "i", "leader", "delegation"}
