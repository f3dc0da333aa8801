"""Names as the reader meets them in a passage, and what it takes each one for."""

from __future__ import annotations

from collections.abc import Iterator

from elchi.model import Entity, EntityKind
from elchi.sentence import NameHit, Scan


def names_of(scan: Scan) -> Iterator[NameHit]:
    """Yield the names of a passage as the reader meets them: longest first, none inside another."""
    place = 0
    while place < len(scan):
        hit = scan.name(place)
        if hit is not None:
            yield hit
        place = hit.after if hit is not None else place + 1


def meaning(hit: NameHit) -> Entity:
    """Return what the reader takes a name for: a person where it may be one, else a state before a city."""
    persons = [e for e in hit.entities if e.kind is EntityKind.PERSON]
    states = [e for e in hit.entities if e.kind is EntityKind.STATE]
    return (persons or states or list(hit.entities))[0]
