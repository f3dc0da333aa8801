"""Names that a user types, and the states that persons act for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Protocol

from elchi.errors import UnknownNameError
from elchi.model import Claim, Entity, EntityKind, OfficeTerm, Participant
from elchi.query.answers import Party
from elchi.record import Record, Saying
from elchi.record.pairs import states_of_persons


class Naming(Protocol):
    """What a question needs of the catalogue."""

    entities: dict[str, Entity]
    terms: list[OfficeTerm]

    def find(self, text: str) -> list[Entity]:
        """Return the entities that bear `text` as id or name, in any script."""


def resolve(record: Record, name: str, catalogue: Naming) -> Entity:
    """Return the entity that `name` means: of the catalogue, else of the record.

    Where a name fits several, the one with most claims in the record is meant.

    Raises:
        UnknownNameError: it fits none; the message shows names that are close.
    """
    wanted = name.strip()
    known = {entity.id: entity for entity in catalogue.find(wanted)} if wanted else {}
    if len(known) == 1:
        return next(iter(known.values()))
    seen = record.entities(wanted)
    for row in seen:
        if row.entity in known or not known:
            return known.get(row.entity) or _of_record(row.entity, row.label, row.kind, catalogue.entities)
    if known:
        counts = {entity: sum(row.claims for row in record.entities(entity)) for entity in known}
        return known[max(known, key=lambda entity: counts[entity])]
    raise UnknownNameError(f"{wanted!r} names no entity of the catalogue or of this record{_close(wanted, catalogue)}")


def label(entity: str, catalogue: Naming) -> str:
    """Return the English label of an entity, or its id."""
    known = catalogue.entities.get(entity)
    return known.label if known else entity


def parties(claim: Claim | Saying, catalogue: Naming) -> tuple[Party, ...]:
    """Return the participants of a claim, each person with the state that he or she acts for."""
    entities, told = catalogue.entities, claim.participants
    states = states_of_persons(told)
    found = []
    for n, p in enumerate(told):
        known = entities.get(p.entity)
        home = _home(told, known, states.get(n)) if p.kind == "person" else None
        found.append(Party(p.role, p.entity, p.kind, p.label, home, p.office, known.subkind if known else ""))
    return tuple(found)


def _home(told: Sequence[Participant], known: Entity | None, beside: str | None) -> str | None:
    """Return a person's state: the catalogue's where it takes part, else the one beside, else the catalogue's."""
    if known and known.state in {p.entity for p in told}:
        return known.state
    return beside or (known.state if known else None)


def _of_record(entity: str, shown: str, kind: str, entities: Mapping[str, Entity]) -> Entity:
    known = entities.get(entity)
    if known is not None:
        return known
    kinds = {member.value for member in EntityKind}
    return Entity(entity, shown, EntityKind(kind) if kind in kinds else EntityKind.GROUP, provisional=True)


def _close(name: str, catalogue: Naming) -> str:
    labels = [entity.label for entity in catalogue.entities.values()]
    near = get_close_matches(name, labels, n=3, cutoff=0.7)
    if near:
        return f"; did you mean {' or '.join(near)}?"
    return "; give an id such as IND, or the name as a newspaper writes it"
