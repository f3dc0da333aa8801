"""Parties of acts as written: names, titles with or without names, descriptions - each with the role it stands in.

A party may be bound to an owner (रूस के विदेश मंत्री, মার্কিন রাষ্ট্রদূত) and a diplomat to a host state (ঢাকায় নিযুক্ত ...).
Markers and endings show roles; coordinated parties share the role of the last one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from elchi.mentions.apposition import past_nickname, with_name_after, with_title_after
from elchi.mentions.bearers import introduced_namesake, is_part, known_person, name_after, serves_another, span_of
from elchi.mentions.introduced import Introduced
from elchi.mentions.namesakes import is_given_name, is_namesake
from elchi.mentions.roles import coordinated, with_role
from elchi.mentions.titles import PLURAL, is_plural, title_at, title_role
from elchi.model import Entity, EntityKind
from elchi.model.mention import PartyKind, PartyMention
from elchi.packs import Description, Hit, Marker
from elchi.sentence import COORDINATOR, NameHit, Scan

# Descriptions that are bound to the state named before them, as a title is.
_BOUND = frozenset(["leader", "government", "delegation", "embassy", "army", "counterpart"])
_LONGEST_MODIFIER = 3
# Words between an owner and a title that describe its holder, the title's first word included.
_LONGEST_PRAISE = 4
_PERSON = EntityKind.PERSON
_PEER = "counterpart"
# Kinds of phrases with which a party begins, persons that the article has introduced apart.
_BEGINNINGS = frozenset({"name", "title", "modifier", "description"})


def find_parties(scan: Scan, known: Mapping[str, Introduced], abroad: frozenset[str]) -> list[PartyMention]:
    """Return the parties of a passage in order.

    Args:
        scan: the passage with its lexicon hits.
        known: parts of the names of persons introduced elsewhere in the article, with the whole name.
        abroad: offices of diplomats, who may be posted at a place.
    """
    parties: list[PartyMention] = []
    free = 0
    for place in _beginnings(scan, known):
        party = _party_at(scan, place, known, abroad) if place >= free else None
        if party is None or (party.person and is_namesake(scan, place, parties[-1].after if parties else 0, known)):
            continue
        if parties and _past_stop(scan, parties[-1].after) == party.first:
            if _explains(parties[-1], party):
                parties.pop()
            else:
                party = _serving(parties[-1], party)
        titled = _in_apposition(scan, parties[-1], party) if parties and party.first > parties[-1].after else None
        if titled is not None:
            parties.pop()
        parties.append(with_role(scan, titled or party))
        free = parties[-1].after
    return coordinated(scan, parties)


def _beginnings(scan: Scan, known: Mapping[str, Introduced]) -> Sequence[int]:
    """Return the places where a party may begin: with a phrase that tells one, or a part of a known name."""
    begun = scan.places_of_any(_BEGINNINGS)
    return sorted({*begun, *places_of_names(scan, known)}) if known else begun


def places_of_names(scan: Scan, known: Mapping[str, Introduced]) -> list[int]:
    """Return the places of words that, perhaps with an ending, are a part of a known name."""
    heads = {name[:1] for name in known}  # an ending never changes the first letter
    return [p for p, t in enumerate(scan.tokens) if t.key[:1] in heads and is_part(scan, t.key, known)]


def _in_apposition(scan: Scan, before: PartyMention, party: PartyMention) -> PartyMention | None:
    return with_title_after(scan, before, party) or with_name_after(scan, before, party)


def _past_stop(scan: Scan, after: int) -> int:
    """Return the place after the full stop that ends an acronym (U.N. General Assembly)."""
    return after + 1 if scan.is_sign(after, ".") and scan.tokens[after].glued else after


def _explains(group: PartyMention, party: PartyMention) -> bool:
    """Whether a name only says what the one after it is (the West African country Togo) or belongs to (UN ...)."""
    groups = bool(group.names) and all(e.kind is EntityKind.GROUP for e in group.names)
    if groups and not group.marked:
        return any(e.kind is EntityKind.STATE for e in party.names)
    whole = {e.id for e in group.names if e.kind is EntityKind.ORGANISATION}
    return bool(whole) and any(e.parent in whole for e in party.names)


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


def _party_at(scan: Scan, place: int, known: Mapping[str, Introduced], abroad: frozenset[str]) -> PartyMention | None:
    if not scan.may_begin_any(place, _BEGINNINGS):
        return known_person(scan, place, known)
    name = scan.name(place)
    title = title_at(scan, place)
    described = scan.description(place)
    longest = max((name.after if name else 0, title[0] if title else 0, described[0].after if described else 0))
    if name is not None and name.after == longest:
        if is_given_name(scan, name):
            return None
        return introduced_namesake(scan, name, known) or _named(scan, name, known, abroad)
    if described is not None and described[0].after == longest:
        return _described(scan, place, (), ())
    if title is not None:
        return _official(scan, place, place, (), (), known, abroad)
    return known_person(scan, place, known)


def _named(scan: Scan, name: NameHit, known: Mapping[str, Introduced], abroad: frozenset[str]) -> PartyMention:
    start, end = span_of(scan, name.first, name.after)
    if any(e.kind is _PERSON for e in name.entities):
        persons = tuple(e for e in name.entities if e.kind is _PERSON)
        after = past_nickname(scan, name.after)
        return PartyMention(
            name.first, after, start, end, PartyKind.PERSON, persons, person=persons[0].label, role=name.role,
            marked=bool(name.role), person_span=(start, end),
        )  # fmt: skip
    after = _past_bracket(scan, name)
    bound = _bound_to(scan, name, after, known, abroad)
    if bound is not None:
        return _with_modifiers_before(scan, bound)
    adjective = name.adjective or (name.either and not name.role and _before_noun(scan, after))
    kind = PartyKind.ADJECTIVE if adjective else PartyKind.NAME
    role = "adjective" if adjective and not name.role else name.role
    return PartyMention(name.first, after, start, end, kind, name.entities, role=role, marked=bool(name.role))


def _with_modifiers_before(scan: Scan, official: PartyMention) -> PartyMention:
    """Add what stands before the owner and belongs to the title (पूर्व अमेरिकी राष्ट्रपति, সাবেক মার্কিন প্রেসিডেন্ট)."""
    if not official.office:
        return official
    starts = range(max(0, official.first - _LONGEST_MODIFIER), official.first)
    hits = (scan.best(start, "modifier") for start in starts)
    hit = next((h for h in hits if h is not None and h.after == official.first and h.entry.value != "honorific"), None)
    if hit is None:
        return official
    modifiers = (str(hit.entry.value), *official.modifiers)
    return replace(official, first=hit.first, start=scan.tokens[hit.first].start, modifiers=modifiers)


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
    scan: Scan, name: NameHit, after: int, known: Mapping[str, Introduced], abroad: frozenset[str]
) -> PartyMention | None:
    """Return the official or description that the name owns: genitive, adjective or bare before it."""
    marker = _genitive_before_title(scan, after, name.role) or scan.marker(after, name.role)
    role = marker[1].role if marker is not None else name.role
    follow = marker[0].after if marker is not None else after
    if role == "place":
        return _posted(scan, name, follow, known, abroad)
    if role not in {"", "genitive"}:
        return None
    follow = _past_praise(scan, follow) if marker is not None and scan.pack.capitals else follow
    if title_at(scan, follow) is not None and scan.name(follow) is None:
        return _official(scan, name.first, follow, name.entities, (), known, abroad)
    described = scan.description(follow) or _own_peer(scan, follow)
    if described is None or described[1].kind not in _BOUND:
        return None
    follow = described[0].first
    # The spokesman of the Afghan government speaks for Afghanistan.
    place = _past_genitive(scan, described[0])
    if place is not None and title_at(scan, place) is not None:
        return _official(scan, name.first, place, name.entities, (), known, abroad)
    return _named_counterpart(scan, name, described, known) or _described(scan, follow, name.entities, (), name.first)


def _own_peer(scan: Scan, place: int) -> tuple[Hit, Description] | None:
    """Return the counterpart behind a pronoun that says whose (पाकिस्तान के अपने समकक्ष)."""
    described = scan.description(place + 1) if scan.has_class(place, "pronoun") else None
    return described if described is not None and described[1].kind == _PEER else None


def _past_praise(scan: Scan, place: int) -> int:
    """Return the place of a title after words that only describe who holds it (Bolivia's charismatic president)."""
    for step in range(place, min(place + _LONGEST_PRAISE, scan.length)):
        if title_at(scan, step) is not None:
            return step
        told = scan.is_verb(step) or scan.is_sign(step) or scan.is_capitalised(step)
        if told or any(h.kind != "word" or h.entry.value != "adjective" for h in scan.hits[step]):
            return place
    return place


def _named_counterpart(
    scan: Scan, owner: NameHit, described: tuple[Hit, Description], known: Mapping[str, Introduced]
) -> PartyMention | None:
    """Return the person whose name follows: the Turkish counterpart Hakan Fidan, पाकिस्तान के अपने समकक्ष सलमान बशीर."""
    follows = described[1].kind == _PEER and not described[0].role
    person = name_after(scan, described[0].after, known) if follows else None
    if person is None or (not scan.pack.capitals and person.after - person.first == 1):
        return None
    start, end = span_of(scan, owner.first, person.after)
    return PartyMention(
        owner.first, person.after, start, end, PartyKind.PERSON, person.entities, owner.entities, person=person.name,
        role=person.role, marked=bool(person.role), person_span=span_of(scan, person.first, person.after),
        written=person.written,
    )  # fmt: skip


def _genitive_before_title(scan: Scan, place: int, ending: str) -> tuple[Hit, Marker] | None:
    """Return the genitive marker before a title, though a longer marker begins with it (के पूर्व राष्ट्रपति)."""
    genitive = (m for m in scan.markers(place, ending) if m[1].role == "genitive")
    return next((m for m in genitive if title_at(scan, m[0].after) is not None), None)


def _past_genitive(scan: Scan, hit: Hit) -> int | None:
    """Return the place after a phrase that stands in the genitive, by its ending or by a marker; else None."""
    role = hit.entry.value.role or hit.role
    if role == "genitive":
        return hit.after
    marker = scan.marker(hit.after, role)
    return marker[0].after if marker is not None and marker[1].role == "genitive" else None


def _posted(
    scan: Scan, host: NameHit, place: int, known: Mapping[str, Introduced], abroad: frozenset[str]
) -> PartyMention | None:
    """Return the diplomat of another state who is posted at `host` (পাকিস্তানে নিযুক্ত ভারতের হাইকমিশনার)."""
    while scan.has_class(place, "filler"):
        place += 1
    sender = scan.name(place) if place < scan.length else None
    if sender is None or any(e.kind is _PERSON for e in sender.entities):
        return None
    official = _bound_to(scan, sender, _past_bracket(scan, sender), known, abroad)
    if official is None or official.office not in abroad:
        return None
    return replace(official, first=host.first, start=scan.tokens[host.first].start, host=host.entities)


def _official(
    scan: Scan,
    first: int,
    place: int,
    owner: tuple[Entity, ...],
    host: tuple[Entity, ...],
    known: Mapping[str, Introduced],
    abroad: frozenset[str],
) -> PartyMention:
    """Return the title at `place` with the name that follows it, if any."""
    title = title_at(scan, place)
    assert title is not None  # noqa: S101 - the caller has looked
    after, office, modifiers = title
    inner = _name_in_title(scan, place, after)
    if inner is not None and not owner:
        owner = inner.entities  # the title names the body itself: UN secretary-general
    role = title_role(scan, after)
    modifiers = (*modifiers, PLURAL) if is_plural(scan, place, after) else modifiers
    second = scan.has_class(after, COORDINATOR) and title_at(scan, after + 1)
    if second and not role and name_after(scan, second[0], known) is not None:
        after, role = second[0], title_role(scan, second[0])
    after, owner, host = _past_owner(scan, after, owner, host, abroad_office=office in abroad)
    found = name_after(scan, after, known) if not role or role == "agent" else None
    if found is None or serves_another(found, owner):
        start, end = span_of(scan, first, after)
        return PartyMention(
            first, after, start, end, PartyKind.TITLE, (), owner, host, office, modifiers, role=role, marked=bool(role)
        )
    start, end = span_of(scan, first, found.after)
    after, owner, host = _past_owner(scan, found.after, owner, host, abroad_office=office in abroad)
    if after > found.after:  # President Emmanuel Macron of France
        return PartyMention(
            first, after, start, scan.tokens[after - 1].end, PartyKind.PERSON, found.entities, owner, host, office,
            modifiers, found.name, person_span=span_of(scan, found.first, found.after), written=found.written,
        )  # fmt: skip
    return PartyMention(
        first, past_nickname(scan, found.after), start, end, PartyKind.PERSON, found.entities, owner, host, office,
        modifiers, found.name, role=found.role, marked=bool(found.role),
        person_span=span_of(scan, found.first, found.after), written=found.written,
    )  # fmt: skip


def _name_in_title(scan: Scan, first: int, after: int) -> NameHit | None:
    """Return the name with which a title begins, modifiers before it left out (former White House press secretary)."""
    starts = (p for p in range(first, after) if (hit := scan.best(p, "title")) is not None and hit.after == after)
    start = next(starts, first)
    name = scan.name(start)
    return name if name is not None and name.after < after else None


def _past_owner(
    scan: Scan, place: int, owner: tuple[Entity, ...], host: tuple[Entity, ...], *, abroad_office: bool
) -> tuple[int, tuple[Entity, ...], tuple[Entity, ...]]:
    """Read whose an office is, and where a diplomat serves, from what follows a title (president of X, envoy to Y)."""
    if not scan.pack.prepositions:
        return place, owner, host
    name = _name_behind(scan, place, "genitive")
    if name is not None and not owner:
        place, owner = name.after, name.entities
    name = _name_behind(scan, place, "recipient") if abroad_office else None
    if name is not None and not host:
        place, host = name.after, name.entities
    return place, owner, host


def _name_behind(scan: Scan, place: int, role: str) -> NameHit | None:
    """Return the name of a state or body behind a preposition of `role` that begins at `place`."""
    preposition = scan.prepositions(place, role) if place < scan.length else None
    if preposition is None:
        return None
    start = preposition.after
    while scan.has_class(start, "determiner"):
        start += 1
    name = scan.name(start) if start < scan.length else None
    return None if name is None or name.adjective or any(e.kind is _PERSON for e in name.entities) else name


def _described(
    scan: Scan, place: int, owner: tuple[Entity, ...], host: tuple[Entity, ...], first: int | None = None
) -> PartyMention:
    found = scan.description(place)
    assert found is not None  # noqa: S101 - the caller has looked
    hit, description = found
    begin = place if first is None else first
    after = hit.after
    if scan.pack.prepositions and description.kind in _BOUND and not owner:
        name = _name_behind(scan, after, "genitive")
        after, owner = (name.after, name.entities) if name is not None else (after, owner)
    start, end = span_of(scan, begin, after)
    role = description.role or hit.role
    return PartyMention(
        begin, after, start, end, PartyKind.DESCRIPTION, (), owner, host, description=description.kind, role=role,
        marked=bool(role),
    )  # fmt: skip
