"""The catalogue: states, organisations, persons, places, agencies, by id and by name, and who held which office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable

from elchi.errors import PackError
from elchi.model import Entity, EntityKind, Name, OfficeTerm
from elchi.packs.tables import NONE, Row, alternatives, read_table
from elchi.script import words_of


@dataclass(frozen=True, slots=True)
class Office:
    """An office: English label, PLOVER sector, rank (1 = head of state)."""

    id: str
    label: str
    sector: str
    rank: int


class Catalogue:
    """All that elchi knows of the world before it reads.

    Attributes:
        entities: every entity by id.
        names: every way to write one, by entity.
        terms: times in office.
        offices: offices by id.
        members: the states of a group, by the group's id.
        hosts: agencies and outlets by web host.
        languages: the languages (ISO 639-1) that an agency or outlet publishes in, the main one first, by its id.
    """

    def __init__(self, folder: Traversable) -> None:
        """Read `folder` (data/catalogue). Raise `PackError` at the first row that is wrong."""
        self.entities: dict[str, Entity] = {}
        self.names: list[Name] = []
        self.members: dict[str, tuple[str, ...]] = {}
        self.hosts: dict[str, str] = {}
        self.offices = {o.id: o for o in _offices(folder)}
        for entity in self._read_entities(folder):
            if entity.id in self.entities:
                raise PackError("catalogue", 0, f"one entity {entity.id!r}")
            self.entities[entity.id] = entity
        for kind in ("state", "organisation", "group", "place", "person", "agency", "body"):
            self.names.extend(self._read_names(folder, f"{kind}_names.tsv"))
        self.languages = dict(self._read_languages(folder))
        self.terms = list(self._read_terms(folder))
        self._terms_of: dict[str, list[OfficeTerm]] = {}
        self._holders: dict[tuple[str, str], list[OfficeTerm]] = {}
        for term in self.terms:
            self._terms_of.setdefault(term.person, []).append(term)
            self._holders.setdefault((term.office, term.body), []).append(term)

    def find(self, text: str) -> list[Entity]:
        """Return the entities that `text`, an id or a name in any script, names exactly."""
        if text in self.entities:
            return [self.entities[text]]
        if text.upper() in self.entities:
            return [self.entities[text.upper()]]
        return [self.entities[entity] for entity in self._by_words.get(words_of(text), ())]

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], list[str]]:
        """The entities of each name, in every language; built when the first name is looked up."""
        table: dict[tuple[str, ...], list[str]] = {}
        for name in self.names:
            found = table.setdefault(words_of(name.text), [])
            if name.entity not in found:
                found.append(name.entity)
        return table

    def offices_of(self, person: str) -> list[OfficeTerm]:
        """Return the known terms of a person."""
        return self._terms_of.get(person, [])

    def holders(self, office: str, body: str, day: str | None = None) -> list[OfficeTerm]:
        """Return who held `office` of `body`, on `day` (ISO) where one is given."""
        terms = self._holders.get((office, body), [])
        return terms if day is None else [t for t in terms if t.holds_on(day)]

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


def _offices(folder: Traversable) -> Iterator[Office]:
    for row in read_table(folder, "offices.tsv", "id label sector rank"):
        yield Office(row.cells[0], row.cells[1], row.cells[2], int(row.cells[3]))
