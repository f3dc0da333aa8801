"""Other people of a name that the article or the catalogue knows: मिशेल जॉनसन is not Boris Johnson."""

from __future__ import annotations

from collections.abc import Mapping

from elchi.mentions.introduced import Introduced
from elchi.mentions.persons import PersonRun
from elchi.script import WORD, key_likeness
from elchi.sentence import NameHit, Scan

# Sound above which two spellings are one name.
_SAME = 0.85


def names_another(scan: Scan, run: PersonRun, person: Introduced) -> bool:
    """Whether a run of words has a given name or surname that is none of the person's: a namesake."""
    if len(run.name.split()) == 1:
        return False
    places = [p for p in range(run.first, run.after) if scan.tokens[p].kind == WORD]
    words = zip(run.name.split(), places, strict=True)
    return any(word not in person.words and scan.is_name_part(place) for word, place in words)


def is_given_name(scan: Scan, name: NameHit) -> bool:
    """Whether the name of a state stands as somebody's given name before a surname (Jordan Spieth)."""
    place = name.after
    given = any(h.kind == "name_part" and h.entry.value == "given" for h in scan.hits[name.first])
    if not given or place - name.first > 1 or place >= scan.length or name.role:
        return False
    if scan.tokens[place].kind != WORD or scan.is_ordinary(place) or scan.is_verb(place):
        return False
    written = not scan.pack.capitals or scan.is_capitalised(place)
    return written and all(h.kind == "name_part" for h in scan.hits[place])


def is_namesake(scan: Scan, place: int, free: int, known: Mapping[str, Introduced]) -> bool:
    """Whether a part of a catalogue person's name stands at `place` in somebody else's name.

    Of a person whom the article introduces, no namesake is looked for.

    Args:
        scan: the passage.
        place: where the part begins.
        free: where the party before ends: its words are no given name of this one.
        known: parts of the names of persons introduced elsewhere in the article.
    """
    name = scan.name(place) if scan.may_begin(place, "name") else None
    if name is None or not name.part:
        return False
    ids = {e.id for e in name.entities}
    if known and any(e.id in ids for person in known.values() for e in person.entities):
        return False
    return has_another_surname(scan, name) or (place - 1 >= free and _has_another_given_name(scan, name))


def _has_another_given_name(scan: Scan, name: NameHit) -> bool:
    """Whether a surname stands after a given name that is not the person's."""
    given = name.first - 1
    if not scan.is_only_name_part(given):
        return False
    whole = f"{scan.tokens[given].key} {scan.stem(name.after - 1, name.role)}"
    return all(key_likeness(whole, person.label) < _SAME for person in name.entities)


def has_another_surname(scan: Scan, name: NameHit) -> bool:
    """Whether what may be a given name stands before a surname that is none of the person's (Sharon Davis)."""
    if name.role or name.after >= scan.length or scan.tokens[name.after].glued:
        return False
    unknown = scan.pack.capitals and scan.is_capitalised(name.after) and not scan.hits[name.after]
    if not (unknown or scan.is_only_name_part(name.after)):
        return False
    if any(h.kind == "name_part" and h.entry.value == "particle" for h in scan.hits[name.after]):
        return False
    word = scan.tokens[name.after].key
    own = {part for person in name.entities for part in person.label.replace("-", " ").split()}
    return all(key_likeness(word, part) < _SAME for part in own)
