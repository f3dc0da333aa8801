"""Parties of acts as written: names, titles with or without names, descriptions - each with the role it stands in.

A party may be bound to an owner (रूस के विदेश मंत्री, মার্কিন রাষ্ট্রদূত) and a diplomat to a host state (ঢাকায় নিযুক্ত ...).
Markers and endings show roles; coordinated parties share the role of the last one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from elchi.mentions.persons import unknown_name
from elchi.model import Entity, EntityKind
from elchi.model.mention import PartyKind, PartyMention
from elchi.packs import Hit, Marker
from elchi.script import same_sound
from elchi.sentence import COORDINATOR, PARTICLE, NameHit, Scan

# Descriptions that are bound to the state named before them, as a title is.
_BOUND = frozenset(["leader", "government", "delegation", "embassy", "army", "counterpart"])
# Nouns between an adjective and the marker of its noun (अमेरिकी रक्षा अधिकारियों ने).
_LONGEST_NOUN = 4
# Modifier of a title that several people hold.
PLURAL = "plural"
# Sound of a whole name above which two spellings are one person with the same surname.
_SAME_NAME = 0.85
_PERSON = EntityKind.PERSON


def find_parties(scan: Scan, known: Mapping[str, str], abroad: frozenset[str]) -> list[PartyMention]:
    """Return the parties of a passage in order.

    Args:
        scan: the passage with its lexicon hits.
        known: parts of the names of persons introduced elsewhere in the article, with the whole name.
        abroad: offices of diplomats, who may be posted at a place.
    """
    parties: list[PartyMention] = []
    place = 0
    while place < len(scan):
        party = _party_at(scan, place, known, abroad)
        if party is None:
            place += 1
            continue
        if parties and parties[-1].after == party.first:
            if _explains(parties[-1], party):
                parties.pop()
            else:
                party = _serving(parties[-1], party)
        parties.append(_with_role(scan, party))
        place = max(parties[-1].after, place + 1)
    return _coordinated(scan, parties)


def _explains(group: PartyMention, party: PartyMention) -> bool:
    """Whether a group only says what the state after it is (the West African country Togo)."""
    groups = bool(group.names) and all(e.kind is EntityKind.GROUP for e in group.names)
    return groups and not group.marked and any(e.kind is EntityKind.STATE for e in party.names)


def _serving(superior: PartyMention, party: PartyMention) -> PartyMention:
    """Give an official the state of the official whose he is (Putin's envoy)."""
    states = superior.owner or tuple(e for e in superior.names if e.state)
    if (
        party.office
        and not party.owner
        and superior.role == "genitive"
        and superior.kind is PartyKind.PERSON
        and states
    ):
        return replace(party, owner=states)
    return party


def _party_at(scan: Scan, place: int, known: Mapping[str, str], abroad: frozenset[str]) -> PartyMention | None:
    name = scan.name(place)
    title = _title_at(scan, place)
    described = scan.description(place)
    longest = max((name.after if name else 0, title[0] if title else 0, described[0].after if described else 0))
    if name is not None and name.after == longest:
        return _named(scan, name, known, abroad)
    if described is not None and described[0].after == longest:
        return _described(scan, place, (), ())
    if title is not None:
        return _official(scan, place, place, (), (), known)
    return _known_person(scan, place, known)


def _span(scan: Scan, first: int, after: int) -> tuple[int, int]:
    return scan.tokens[first].start, scan.tokens[after - 1].end


def _named(scan: Scan, name: NameHit, known: Mapping[str, str], abroad: frozenset[str]) -> PartyMention:
    start, end = _span(scan, name.first, name.after)
    if any(e.kind is _PERSON for e in name.entities):
        persons = tuple(e for e in name.entities if e.kind is _PERSON)
        return PartyMention(
            name.first, name.after, start, end, PartyKind.PERSON, persons, person=persons[0].label, role=name.role,
            marked=bool(name.role), person_span=(start, end),
        )  # fmt: skip
    after = _past_bracket(scan, name)
    bound = _bound_to(scan, name, after, known, abroad)
    if bound is not None:
        return bound
    adjective = name.adjective or (name.either and not name.role and _before_noun(scan, after))
    kind = PartyKind.ADJECTIVE if adjective else PartyKind.NAME
    role = "adjective" if adjective and not name.role else name.role
    return PartyMention(name.first, after, start, end, kind, name.entities, role=role, marked=bool(name.role))


def _before_noun(scan: Scan, place: int) -> bool:
    """Whether an ordinary noun or an act word stands at `place`."""
    return (
        scan.has_class(place, "noun")
        or scan.best(place, "trigger") is not None
        or scan.best(place, "title") is not None
    )


def _past_bracket(scan: Scan, name: NameHit) -> int:
    """Return the end of a name with the acronym in brackets after it, when both mean the same."""
    inner = scan.name(name.after + 1) if scan.is_sign(name.after, "(") else None
    if inner is not None and scan.is_sign(inner.after, ")") and set(inner.entities) & set(name.entities):
        return inner.after + 1
    return name.after


def _bound_to(
    scan: Scan, name: NameHit, after: int, known: Mapping[str, str], abroad: frozenset[str]
) -> PartyMention | None:
    """Return the official or description that the name owns: genitive, adjective or bare before it."""
    marker = _genitive_before_title(scan, after, name.role) or scan.marker(after, name.role)
    role = marker[1].role if marker is not None else name.role
    follow = marker[0].after if marker is not None else after
    if role == "place":
        return _posted(scan, name, follow, known, abroad)
    if role not in {"", "genitive"}:
        return None
    if _title_at(scan, follow) is not None and scan.name(follow) is None:
        return _official(scan, name.first, follow, name.entities, (), known)
    described = scan.description(follow)
    if described is None or described[1].kind not in _BOUND:
        return None
    # The spokesman of the Afghan government speaks for Afghanistan.
    place = _past_genitive(scan, described[0])
    if place is not None and _title_at(scan, place) is not None:
        return _official(scan, name.first, place, name.entities, (), known)
    return _described(scan, follow, name.entities, (), name.first)


def _genitive_before_title(scan: Scan, place: int, ending: str) -> tuple[Hit, Marker] | None:
    """Return the genitive marker before a title, though a longer marker begins with it (के पूर्व राष्ट्रपति)."""
    genitive = (m for m in scan.markers(place, ending) if m[1].role == "genitive")
    return next((m for m in genitive if _title_at(scan, m[0].after) is not None), None)


def _past_genitive(scan: Scan, hit: Hit) -> int | None:
    """Return the place after a phrase that stands in the genitive, by its ending or by a marker; else None."""
    role = hit.entry.value.role or hit.role
    if role == "genitive":
        return hit.after
    marker = scan.marker(hit.after, role)
    return marker[0].after if marker is not None and marker[1].role == "genitive" else None


def _posted(
    scan: Scan, host: NameHit, place: int, known: Mapping[str, str], abroad: frozenset[str]
) -> PartyMention | None:
    """Return the diplomat of another state who is posted at `host` (পাকিস্তানে নিযুক্ত ভারতের হাইকমিশনার)."""
    while scan.has_class(place, "filler"):
        place += 1
    sender = scan.name(place) if place < len(scan) else None
    if sender is None or any(e.kind is _PERSON for e in sender.entities):
        return None
    official = _bound_to(scan, sender, _past_bracket(scan, sender), known, abroad)
    if official is None or official.office not in abroad:
        return None
    return replace(official, first=host.first, start=scan.tokens[host.first].start, host=host.entities)


def _title_at(scan: Scan, place: int) -> tuple[int, str, tuple[str, ...]] | None:
    """Return (after, office, modifiers) of the title at `place`, modifiers before it included."""
    modifiers: list[str] = []
    while place < len(scan):
        title = scan.best(place, "title")
        modifier = scan.best(place, "modifier")
        if title is not None and not title.exact and _told_exactly(scan, place, title.after):
            return None
        if title is not None and (modifier is None or modifier.after <= title.after):
            return title.after, str(title.entry.value), tuple(modifiers)
        if modifier is None:
            return None
        modifiers.append(str(modifier.entry.value))
        place = modifier.after
        if scan.is_sign(place, ".") and scan.tokens[place].glued:
            place += 1
    return None


def _told_exactly(scan: Scan, place: int, after: int) -> bool:
    """Whether the same words, as they stand, tell an act (राजी is no form of राजा)."""
    return any(h.kind in {"trigger", "matrix"} and h.exact and h.after == after for h in scan.hits[place])


def _official(
    scan: Scan, first: int, place: int, owner: tuple[Entity, ...], host: tuple[Entity, ...], known: Mapping[str, str]
) -> PartyMention:
    """Return the title at `place` with the name that follows it, if any."""
    title = _title_at(scan, place)
    assert title is not None  # noqa: S101 - the caller has looked
    after, office, modifiers = title
    inner = scan.name(place)
    if inner is not None and not owner and inner.after < after:
        owner = inner.entities  # the title names the body itself: UN secretary-general
    role = _title_role(scan, after)
    modifiers = (*modifiers, PLURAL) if _is_plural(scan, place, after) else modifiers
    second = scan.has_class(after, COORDINATOR) and _title_at(scan, after + 1)
    if second and not role and _name_after(scan, second[0], known) is not None:
        after, role = second[0], _title_role(scan, second[0])
    found = _name_after(scan, after, known) if not role or role == "agent" else None
    if found is None:
        start, end = _span(scan, first, after)
        return PartyMention(
            first, after, start, end, PartyKind.TITLE, (), owner, host, office, modifiers, role=role, marked=bool(role)
        )
    names, person, name_first, after, role = found
    start, end = _span(scan, first, after)
    return PartyMention(
        first, after, start, end, PartyKind.PERSON, names, owner, host, office, modifiers, person, role=role,
        marked=bool(role), person_span=_span(scan, name_first, after),
    )  # fmt: skip


def _is_plural(scan: Scan, place: int, after: int) -> bool:
    """Whether the title's last word carries an ending of the plural: ministers, not a minister."""
    exact = any(h.kind == "title" and h.exact and h.after == after for p in range(place, after) for h in scan.hits[p])
    key = scan.tokens[after - 1].key
    return not exact and key.endswith(scan.pack.plurals)


def _title_role(scan: Scan, after: int) -> str:
    """Return the role that the ending of the title's last word shows."""
    hits = [
        h
        for place in range(max(0, after - 4), after)
        for h in scan.hits[place]
        if h.kind == "title" and h.after == after
    ]
    return "" if not hits or any(not h.role for h in hits) else hits[0].role


def _name_after(
    scan: Scan, place: int, known: Mapping[str, str]
) -> tuple[tuple[Entity, ...], str, int, int, str] | None:
    """Return (catalogue persons, name, first token, after, role) of the name at `place`."""
    while (modifier := scan.best(place, "modifier")) is not None and modifier.entry.value == "honorific":
        place = modifier.after
        if scan.is_sign(place, ".") and place < len(scan):
            place += 1
    if place >= len(scan):
        return None
    name = scan.name(place)
    persons = tuple(e for e in name.entities if e.kind is _PERSON) if name else ()
    if name is not None and persons:
        return persons, persons[0].label, place, name.after, name.role
    run = unknown_name(scan, place)
    if run is None:
        return None
    follows = scan.name(run.after) if run.after < len(scan) and not run.role else None
    bearers = tuple(e for e in follows.entities if e.kind is _PERSON) if follows else ()
    if follows is not None and bearers:
        # Given names that the catalogue spells otherwise, before a surname it knows; or somebody else of that name.
        alike = tuple(e for e in bearers if same_sound(f"{run.name} {_last(scan, follows)}", e.label) >= _SAME_NAME)
        if alike:
            return alike, alike[0].label, place, follows.after, follows.role
        return (), f"{run.name} {_last(scan, follows)}", place, follows.after, follows.role
    whole = known.get(run.name, run.name)
    return (), whole, place, run.after, run.role


def _last(scan: Scan, name: NameHit) -> str:
    """Return the words of a surname without its ending."""
    stems = scan.pack.lexicon.stems(scan.tokens[name.after - 1].key)
    return next((stem for stem, role in stems if role == name.role and role), stems[0][0])


def _described(
    scan: Scan, place: int, owner: tuple[Entity, ...], host: tuple[Entity, ...], first: int | None = None
) -> PartyMention:
    found = scan.description(place)
    assert found is not None  # noqa: S101 - the caller has looked
    hit, description = found
    begin = place if first is None else first
    start, end = _span(scan, begin, hit.after)
    role = description.role or hit.role
    return PartyMention(
        begin, hit.after, start, end, PartyKind.DESCRIPTION, (), owner, host, description=description.kind, role=role,
        marked=bool(role),
    )  # fmt: skip


def _known_person(scan: Scan, place: int, known: Mapping[str, str]) -> PartyMention | None:
    """Return a person whom the article has introduced, called here by a part of the name."""
    if scan.tokens[place].key not in known and not any(
        s in known for s, _ in scan.pack.lexicon.stems(scan.tokens[place].key)
    ):
        return None
    if any(h.kind in {"marker", "title"} and not h.role for h in scan.hits[place]) or scan.has_class(place, "negation"):
        return None
    run = unknown_name(scan, place)
    if run is None:
        return None
    whole = next((known[part] for part in (run.name, *reversed(run.name.split())) if part in known), None)
    if whole is None:
        return None
    span = _span(scan, run.first, run.after)
    return PartyMention(
        run.first,
        run.after,
        *span,
        PartyKind.PERSON,
        person=whole,
        role=run.role,
        marked=bool(run.role),
        person_span=span,
    )


def _with_role(scan: Scan, party: PartyMention) -> PartyMention:
    """Add the role of the marker after the party, and the role of the noun that it belongs to."""
    place = party.after
    while scan.has_class(place, PARTICLE):
        place += 1
    marker = scan.marker(place, party.role)
    if marker is not None and (marker[0].after > place + 1 or not scan.is_verb(place) or scan.is_marker_here(place)):
        hit, found = marker
        party = replace(party, role=found.role, after=hit.after, marked=True)
        place = hit.after
    if party.role in {"genitive", "adjective"}:
        return replace(party, outer_role=_noun_role(scan, place))
    if party.kind is PartyKind.NAME and not party.marked and _names_meeting(scan, party):
        return replace(party, role="adjective")
    return party


def _names_meeting(scan: Scan, party: PartyMention) -> bool:
    """Whether an organisation stands bare before the noun it belongs to (बिम्सटेक सम्मेलन, SCO বৈঠক)."""
    bodies = all(e.kind is EntityKind.ORGANISATION for e in party.names)
    return bodies and (scan.best(party.after, "trigger") is not None or scan.has_class(party.after, "noun"))


def _noun_role(scan: Scan, place: int) -> str:
    """Return the role of the noun group that begins at `place`, where no act word stands in between."""
    for step in range(place, min(place + _LONGEST_NOUN, len(scan))):
        if scan.is_sign(step) or scan.best(step, "trigger") is not None or scan.name(step) is not None:
            return ""
        marker = scan.marker(step)
        if marker is not None and step > place:
            return marker[1].role if marker[1].role != "genitive" else ""
        if scan.pack.order["attached_roles"]:
            roles = {h.role for h in scan.hits[step] if h.role and h.after == step + 1}
            plain = any(not h.role and h.after == step + 1 for h in scan.hits[step])
            if roles and not plain:
                return next((r for r in ("recipient", "agent", "place") if r in roles), "")
        if scan.is_verb(step) and step > place:
            return "subject"
    return ""


def _coordinated(scan: Scan, parties: list[PartyMention]) -> list[PartyMention]:
    """Give coordinated parties (A, B and C with) the role of the last one, and one number."""
    link = 0
    for index in range(len(parties) - 2, -1, -1):
        party, following = parties[index], parties[index + 1]
        if not _joined(scan, party, following):
            continue
        link = following.link or index + 1
        role = party.role if party.marked and party.role not in {"adjective"} else following.role
        outer = party.outer_role or following.outer_role
        parties[index] = replace(party, role=role, outer_role=outer, marked=following.marked, link=link)
        parties[index + 1] = replace(following, link=link)
    return parties


def _joined(scan: Scan, party: PartyMention, following: PartyMention) -> bool:
    """Whether only a coordinator, a comma or a hyphen stands between two parties of which the first has no marker."""
    if party.marked and party.role not in {following.role, "adjective"}:
        return False
    between = range(party.after, following.first)
    if not between or len(between) > 2:
        return False
    hyphen = len(between) == 1 and scan.is_sign(between[0], "-–‐‑/") and scan.tokens[between[0]].glued
    if hyphen or any(scan.has_class(p, COORDINATOR) for p in between):
        return hyphen or all(scan.has_class(p, COORDINATOR) or scan.is_sign(p, ",") for p in between)
    # A comma joins only inside a list that goes on to a coordinator or ends in "including".
    comma = all(scan.is_sign(p, ",、") for p in between)
    town = any(e.kind is EntityKind.PLACE and e.state in {f.id for f in following.names} for e in party.names)
    return comma and (bool(following.link) or following.role == "including" or town)
