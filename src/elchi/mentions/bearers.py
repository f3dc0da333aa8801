"""Who bears the name after a title or a counterpart: persons of the catalogue, or one that it does not know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from elchi.mentions.introduced import Introduced
from elchi.mentions.persons import PersonRun, unknown_name
from elchi.model import Entity, EntityKind
from elchi.script import key_likeness
from elchi.sentence import Scan

# Likeness of the keys of whole names from which two spellings are one person with the same surname.
_SAME_NAME = 0.85
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


def name_after(scan: Scan, place: int, known: Mapping[str, Introduced]) -> Bearer | None:
    """Return the person whose name stands at `place`, after a title and honorifics."""
    while (modifier := scan.best(place, "modifier")) is not None and modifier.entry.value == "honorific":
        place = modifier.after
        if scan.is_sign(place, ".") and place < scan.length:
            place += 1
    if place >= scan.length:
        return None
    name = scan.name(place)
    persons = tuple(e for e in name.entities if e.kind is EntityKind.PERSON) if name else ()
    if name is not None and persons:
        return Bearer(persons, persons[0].label, "", place, name.after, name.role)
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
    bearers = tuple(e for e in follows.entities if e.kind is EntityKind.PERSON) if follows else ()
    if follows is None or not bearers:
        return None
    last = scan.stem(follows.after - 1, follows.role)
    whole = follows.after - follows.first > 1
    alike = tuple(e for e in bearers if whole or key_likeness(f"{run.name} {last}", e.label) >= _SAME_NAME)
    if alike:
        return Bearer(alike, alike[0].label, "", run.first, follows.after, follows.role)
    written = f"{run.written} {scan.as_written(follows.after - 1, last)}"
    return Bearer((), f"{run.name} {last}", written, run.first, follows.after, follows.role)


def serves_another(bearer: Bearer, owner: Sequence[Entity]) -> bool:
    """Whether a name after a title is of somebody else: all whom it may mean act for other states than the title's.

    Nothing marks a subject, so that whom it meets may stand right behind it (নেপালের প্রধানমন্ত্রী নরেন্দ্র মোদিকে ...).
    """
    states = {e.id for e in owner if e.kind is EntityKind.STATE and e.subkind != _FORMER}
    whole = bearer.after - bearer.first > 1
    return bool(states and whole and bearer.entities) and all(
        e.state and e.state not in states for e in bearer.entities
    )
