"""The catalogue: states, organisations, persons, places, agencies, by id and by name, and who held which office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import NamedTuple

from elchi.errors import PackError
from elchi.model import Entity, EntityKind, Name, OfficeTerm
from elchi.packs.name_table import NameTable, columns_of
from elchi.packs.tables import NONE, Row, alternatives, read_table

_NAMED = ("state", "organisation", "group", "place", "person", "agency", "body")


@dataclass(frozen=True, slots=True)
class Office:
    """An office: English label, PLOVER sector, rank (1 = head of state)."""

    id: str
    label: str
    sector: str
    rank: int


class CatalogueParts(NamedTuple):
    """What a catalogue is made of: its entities and terms in the order of the tables, and the table of its names."""

    entities: dict[str, Entity]
    names: NameTable
    members: dict[str, tuple[str, ...]]
    hosts: dict[str, str]
    languages: dict[str, tuple[str, ...]]
    offices: dict[str, Office]
    terms: list[OfficeTerm]


class Catalogue:
    """All that elchi knows of the world before it reads.

    Attributes:
        entities: every entity by id.
        terms: times in office.
        offices: offices by id.
        members: the states of a group, by the group's id.
        hosts: agencies and outlets by web host.
        languages: the languages (ISO 639-1) that an agency or outlet publishes in, the main one first, by its id.
        name_table: every way to write one, by number and by words; `names` lists them all.
    """

    def __init__(self, source: Traversable | CatalogueParts) -> None:
        """Read a folder (data/catalogue), or take its parts. Raise `PackError` at the first row that is wrong."""
        parts = source if isinstance(source, CatalogueParts) else read_catalogue(source)
        self.entities, self.name_table, self.members, self.hosts, self.languages, self.offices, self.terms = parts
        self._terms_of: dict[str, list[OfficeTerm]] = {}
        self._holders: dict[tuple[str, str], list[OfficeTerm]] = {}
        for term in self.terms:
            self._terms_of.setdefault(term.person, []).append(term)
            self._holders.setdefault((term.office, term.body), []).append(term)

    @cached_property
    def names(self) -> list[Name]:
        """Every way to write an entity, in every language; `named` finds one without listing all."""
        return self.name_table.names

    def named(self, text: str) -> list[Name]:
        """Return the names, in every language, that have the words of `text`."""
        return self.name_table.named(text)

    def find(self, text: str) -> list[Entity]:
        """Return the entities that `text`, an id or a name in any script, names exactly."""
        if text in self.entities:
            return [self.entities[text]]
        if text.upper() in self.entities:
            return [self.entities[text.upper()]]
        return [self.entities[entity] for entity in self.name_table.entities(text)]

    def offices_of(self, person: str) -> list[OfficeTerm]:
        """Return the known terms of a person."""
        return self._terms_of.get(person, [])

    def holders(self, office: str, body: str, day: str | None = None) -> list[OfficeTerm]:
        """Return who held `office` of `body`, on `day` (ISO) where one is given."""
        terms = self._holders.get((office, body), [])
        return terms if day is None else [t for t in terms if t.holds_on(day)]


class _Reader:
    """Reads the tables in the order in which they refer to one another."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        self.entities: dict[str, Entity] = {}
        self.members: dict[str, tuple[str, ...]] = {}
        self.hosts: dict[str, str] = {}
        self.offices = {office.id: office for office in _offices(folder)}

    def read(self) -> CatalogueParts:
        for entity in self._read_entities(self._folder):
            if entity.id in self.entities:
                raise PackError("catalogue", 0, f"one entity {entity.id!r}")
            self.entities[entity.id] = entity
        names = [name for kind in _NAMED for name in self._read_names(self._folder, f"{kind}_names.tsv")]
        terms = list(self._read_terms(self._folder))
        table = NameTable(lambda: columns_of(names))
        languages = dict(self._read_languages(self._folder))
        return CatalogueParts(self.entities, table, self.members, self.hosts, languages, self.offices, terms)

    def _read_entities(self, folder: Traversable) -> Iterator[Entity]:
        for row in read_table(folder, "states.tsv", "id label kind from to"):
            yield Entity(row.cells[0], row.cells[1], EntityKind.STATE, row.cells[0], row.cells[2], sector="GOV")
        for row in read_table(folder, "organisations.tsv", "id label kind parent"):
            parent = None if row.cells[3] == NONE else row.cells[3]
            yield Entity(row.cells[0], row.cells[1], EntityKind.ORGANISATION, None, row.cells[2], parent, "IGO")
        for row in read_table(folder, "groups.tsv", "id label members"):
            self.members[row.cells[0]] = alternatives(row.cells[2])
            yield Entity(row.cells[0], row.cells[1], EntityKind.GROUP)
        for row in read_table(folder, "places.tsv", "id label country kind"):
            yield Entity(row.cells[0], row.cells[1], EntityKind.PLACE, self._state(row, row.cells[2]), row.cells[3])
        for row in read_table(folder, "persons.tsv", "id label state"):
            yield Entity(row.cells[0], row.cells[1], EntityKind.PERSON, self._state(row, row.cells[2]))
        for row in read_table(folder, "bodies.tsv", "id label state sector"):
            yield Entity(
                row.cells[0], row.cells[1], EntityKind.BODY, self._state(row, row.cells[2]), sector=row.cells[3]
            )
        for row in read_table(folder, "agencies.tsv", "id label kind state host"):
            state = self._state(row, row.cells[3])
            yield Entity(row.cells[0], row.cells[1], EntityKind.AGENCY, state, row.cells[2], sector="MED")
            for host in alternatives(row.cells[4]):
                self.hosts[host] = row.cells[0]

    def _state(self, row: Row, state: str) -> str | None:
        if state == NONE:
            return None
        known = self.entities.get(state)
        if known is None or known.kind not in {EntityKind.STATE, EntityKind.ORGANISATION}:
            raise row.expected(f"a state of states.tsv, found {state!r}")
        return state

    def _read_names(self, folder: Traversable, file: str) -> Iterator[Name]:
        for row in read_table(folder, file, "entity lang text kind"):
            if row.cells[0] not in self.entities:
                raise row.expected(f"an entity of the catalogue, found {row.cells[0]!r}")
            yield Name(*row.cells)

    def _read_languages(self, folder: Traversable) -> Iterator[tuple[str, tuple[str, ...]]]:
        for row in read_table(folder, "agency_languages.tsv", "agency languages"):
            known = self.entities.get(row.cells[0])
            if known is None or known.kind is not EntityKind.AGENCY:
                raise row.expected(f"an agency of agencies.tsv, found {row.cells[0]!r}")
            yield row.cells[0], alternatives(row.cells[1])

    def _read_terms(self, folder: Traversable) -> Iterator[OfficeTerm]:
        for row in read_table(folder, "office_terms.tsv", "person office body from to"):
            person, office, body, start, end = row.cells
            if person not in self.entities or office not in self.offices or body not in self.entities:
                raise row.expected("a known person, office and body")
            yield OfficeTerm(person, office, body, None if start == NONE else start, None if end == NONE else end)


def read_catalogue(folder: Traversable) -> CatalogueParts:
    """Read and check every table of `folder` (data/catalogue). Raise `PackError` at the first row that is wrong."""
    return _Reader(folder).read()


def _offices(folder: Traversable) -> Iterator[Office]:
    for row in read_table(folder, "offices.tsv", "id label sector rank"):
        yield Office(row.cells[0], row.cells[1], row.cells[2], int(row.cells[3]))
