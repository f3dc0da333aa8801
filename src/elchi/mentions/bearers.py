"""Who bears a name: the person at a place of a passage, by the catalogue, the article, or the letters alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from elchi.mentions.introduced import Introduced
from elchi.mentions.namesakes import has_another_surname, names_another
from elchi.mentions.persons import PersonRun, short_name, unknown_name
from elchi.model import Entity, EntityKind
from elchi.model.mention import PartyKind, PartyMention
from elchi.script import key_likeness
from elchi.sentence import NameHit, Scan

# Likeness of the keys of whole names from which two spellings are one person with the same surname.
_SAME_NAME = 0.85
_PERSON = EntityKind.PERSON
# States of the past, whose officials may be known as those of a later one.
_FORMER = "former"


@dataclass(frozen=True, slots=True)
class Bearer:
    """The person at tokens `first` to `after`: the catalogue's persons of that name, the name, its ending's role."""

    entities: tuple[Entity, ...]
    name: str
    written: str
    first: int
    after: int
    role: str


def span_of(scan: Scan, first: int, after: int) -> tuple[int, int]:
    """Return the characters of tokens `first` to `after`."""
    return scan.tokens[first].start, scan.tokens[after - 1].end


def is_part(scan: Scan, word: str, known: Mapping[str, Introduced]) -> bool:
    """Whether a word, perhaps with an ending, is a part of a known name."""
    return not known.keys().isdisjoint(scan.pack.lexicon.bases(word))


def name_after(scan: Scan, place: int, known: Mapping[str, Introduced]) -> Bearer | None:
    """Return the person whose name stands at `place`, after a title and honorifics."""
    while (modifier := scan.best(place, "modifier")) is not None and modifier.entry.value == "honorific":
        place = modifier.after
        if scan.is_sign(place, ".") and place < scan.length:
            place += 1
    if place >= scan.length:
        return None
    name = scan.name(place)
    persons = tuple(e for e in name.entities if e.kind is _PERSON) if name else ()
    if name is not None and persons:
        another = name.part and has_another_surname(scan, name) and not is_part(scan, scan.tokens[place].key, known)
        return None if another else Bearer(persons, persons[0].label, "", place, name.after, name.role)
    run = unknown_name(scan, place)
    if run is None:
        return None
    surnamed = _before_surname(scan, run)
    if surnamed is not None:
        return surnamed
    person = known.get(run.name) or Introduced(run.name, run.written, frozenset())
    return Bearer(person.entities, person.name, person.written, place, run.after, run.role)


def _before_surname(scan: Scan, run: PersonRun) -> Bearer | None:
    """Return the person of a surname that the catalogue knows, after given names that it does not spell so.

    It is the catalogue's person where the whole sounds like one, and somebody else of that surname where it does not.
    Before a whole name that the catalogue knows, given names are only more of them (मोहम्मद जशीम उद्दीन).
    """
    follows = scan.name(run.after) if run.after < scan.length and not run.role else None
    bearers = tuple(e for e in follows.entities if e.kind is _PERSON) if follows else ()
    if follows is None or not bearers:
        return None
    last = scan.stem(follows.after - 1, follows.role)
    whole = follows.after - follows.first > 1
    alike = tuple(e for e in bearers if whole or key_likeness(f"{run.name} {last}", e.label) >= _SAME_NAME)
    if alike:
        return Bearer(alike, alike[0].label, "", run.first, follows.after, follows.role)
    written = f"{run.written} {scan.as_written(follows.after - 1, last)}"
    return Bearer((), f"{run.name} {last}", written, run.first, follows.after, follows.role)


def introduced_namesake(scan: Scan, name: NameHit, known: Mapping[str, Introduced]) -> PartyMention | None:
    """Return whom the article introduces by a surname that somebody of the catalogue has as well."""
    if not name.part or not known:
        return None
    ids = {e.id for e in name.entities}
    if any(e.id in ids for person in known.values() for e in person.entities):
        return None
    words = sorted(scan.pack.lexicon.bases(scan.tokens[name.after - 1].key), key=len, reverse=True)
    person = next((known[word] for word in words if word in known), None)
    if person is None or name.after > name.first + 1:
        return None
    start, end = span_of(scan, name.first, name.after)
    return PartyMention(
        name.first, name.after, start, end, PartyKind.PERSON, person.entities, person=person.name, role=name.role,
        marked=bool(name.role), person_span=(start, end), written=person.written,
    )  # fmt: skip


def known_person(scan: Scan, place: int, known: Mapping[str, Introduced]) -> PartyMention | None:
    """Return a person whom the article has introduced, called here by a part of the name."""
    if not known or not is_part(scan, scan.tokens[place].key, known):
        return None
    if any(h.kind in {"marker", "title"} and not h.role for h in scan.hits[place]) or scan.has_class(place, "negation"):
        return None
    run = unknown_name(scan, place) or short_name(scan, place)
    if run is None:
        return None
    person = next((known[part] for part in (run.name, *reversed(run.name.split())) if part in known), None)
    if person is None or names_another(scan, run, person):
        return None
    span = span_of(scan, run.first, run.after)
    return PartyMention(
        run.first, run.after, *span, PartyKind.PERSON, person.entities, person=person.name, role=run.role,
        marked=bool(run.role), person_span=span, written=person.written,
    )  # fmt: skip


def serves_another(bearer: Bearer, owner: Sequence[Entity]) -> bool:
    """Whether a name after a title is of somebody else: all whom it may mean act for other states than the title's.

    Nothing marks a subject, so that whom it meets may stand right behind it (নেপালের প্রধানমন্ত্রী নরেন্দ্র মোদিকে ...).
    """
    states = {e.id for e in owner if e.kind is EntityKind.STATE and e.subkind != _FORMER}
    whole = bearer.after - bearer.first > 1
    return bool(states and whole and bearer.entities) and all(
        e.state and e.state not in states for e in bearer.entities
    )
