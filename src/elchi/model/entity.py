"""Who and what names mean: entities of the catalogue, and those that a text brings with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EntityKind(StrEnum):
    """What an entity is."""

    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    PERSON = "person"
    PLACE = "place"
    AGENCY = "agency"
    BODY = "body"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Entity:
    """Something with an id and an English label.

    Attributes:
        id: ISO 3166-1 alpha-3 for a state, acronym for an organisation, slug for the rest.
        state: the state that a person, place, body or agency belongs to or acts for, or None.
        subkind: the catalogue's finer kind (`treaty`, `capital`, `outlet` ...), or "".
        parent: the organisation that an organ is part of, or None.
        sector: PLOVER sector (GOV, MIL, LEG, IGO ...), or "".
        provisional: True for an entity that only a text names.
    """

    id: str
    label: str
    kind: EntityKind
    state: str | None = None
    subkind: str = ""
    parent: str | None = None
    sector: str = ""
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write an entity's name."""

    entity: str
    language: str
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """A person's time in an office: ISO dates of year, month or day precision, or None."""

    person: str
    office: str
    body: str
    start: str | None
    end: str | None

    def holds_on(self, day: str) -> bool:
        """Whether the term may include `day` (ISO); an unknown bound excludes nothing."""
        begun = self.start is None or day >= self.start or day.startswith(self.start)
        over = self.end is not None and day > self.end and not day.startswith(self.end)
        return begun and not over
