"""Whom parties mean: names by the catalogue, persons by office and by what the article says of them elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import regex

from elchi.link.names import NameLinker
from elchi.model import Basis, Entity, EntityKind
from elchi.model.link import HomeState, LinkedParty, Reference, Side
from elchi.model.mention import PartyKind, PartyMention
from elchi.model.naming import NameQuery
from elchi.packs import Catalogue, OfficeKinds, load_sounds
from elchi.script import romanise

# A name with several meanings means a state before an organisation, a body, a group or a town.
_PREFERENCE = {
    EntityKind.STATE: 0, EntityKind.ORGANISATION: 1, EntityKind.BODY: 2, EntityKind.GROUP: 3, EntityKind.PLACE: 4,
    EntityKind.AGENCY: 5, EntityKind.PERSON: 6,
}  # fmt: skip
# Ranks of heads of state and of government in offices.tsv.
_LEADERS = 2
_NO_SLUG = regex.compile(r"[^a-z0-9]+")
_NAMED, _BY_PERSON, _BY_ARTICLE, _BY_HOME = 1.0, 0.9, 0.8, 0.6
# Roles in which a capital stands for its government (ढाका ने नई दिल्ली से कहा).
_ACTING = frozenset(
    ["agent", "recipient", "source", "comitative", "between", "against", "on", "towards", "passive_agent", "subject"]
) | {""}


@dataclass(frozen=True, slots=True)
class _Known:
    """What the article says of a person somewhere: the states, the entity, the office."""

    sides: tuple[Side, ...]
    person: Entity
    office: str


class PartyLinker:
    """Links the parties of one article; remembers persons and titles from passage to passage."""

    def __init__(
        self, catalogue: Catalogue, reference: Reference, home: HomeState | None, offices: OfficeKinds
    ) -> None:
        self.catalogue = catalogue
        self.offices = offices
        self.home = home
        self.linker = NameLinker(catalogue, load_sounds)
        day = reference.published
        self.day = day.isoformat() if day else (str(reference.year) if reference.year else None)
        self.persons: dict[str, _Known] = {}
        self.by_office: dict[str, _Known] = {}
        self.named: Counter[str] = Counter()
        self.labels: dict[str, str] = {}
        self.called: dict[NameQuery, Entity | None] = {}

    def learn(self, passages: Iterable[Sequence[PartyMention]]) -> None:
        """Read the whole article for persons whose state is said anywhere, so that order does not matter."""
        for parties in passages:
            for party in parties:
                if party.kind is PartyKind.PERSON:
                    key = self._key(party)
                    self.named[key] += 1
                    found = self._known_by_itself(party)
                    held = self.persons.get(key)
                    if found.sides and (held is None or not held.sides or held.sides[0].score < found.sides[0].score):
                        self.persons[key] = found

    def link(self, parties: Sequence[PartyMention]) -> list[LinkedParty]:
        """Return the parties of one passage with what they mean."""
        return [self._link(party) for party in parties]

    def _link(self, party: PartyMention) -> LinkedParty:
        if party.kind in {PartyKind.NAME, PartyKind.ADJECTIVE}:
            return self._named(party)
        if party.kind is PartyKind.PERSON:
            return self._person(party)
        if party.kind is PartyKind.TITLE:
            return self._title(party)
        sides = self._owner_sides(party, Basis.NAMED)
        return LinkedParty(party, sides, self._leader(sides) if party.description == "leader" else None)

    def _named(self, party: PartyMention) -> LinkedParty:
        entity = min(party.names, key=lambda e: _PREFERENCE[e.kind])
        place = entity if entity.kind is EntityKind.PLACE else None
        if place is not None and not (place.subkind == "capital" and self._acts(party)):
            return LinkedParty(party, (), place=place, country=self.catalogue.entities.get(place.state or ""))
        side = self._side(entity, Basis.NAMED, _NAMED, "named")
        state_place = entity if entity.kind is EntityKind.STATE and party.role == "place" else place
        country = self.catalogue.entities.get(state_place.state or "") if state_place is not None else None
        sides = () if side is None else (side,)
        return LinkedParty(party, sides, sector=entity.sector, place=state_place, country=country)

    def _acts(self, party: PartyMention) -> bool:
        return (
            party.role in _ACTING
            or (party.outer_role != "" and party.outer_role in _ACTING)
            or party.role in {"genitive", "on_behalf"}
        )

    def _side(self, entity: Entity, basis: Basis, score: float, reason: str) -> Side | None:
        """Return the state or body that an entity acts for; an organ acts as the organisation it is part of."""
        if entity.kind in {EntityKind.STATE, EntityKind.GROUP}:
            return Side(entity, basis, score, reason)
        if entity.kind is EntityKind.ORGANISATION:
            parent = self.catalogue.entities.get(entity.parent or "")
            return Side(parent if parent is not None and entity.subkind == "organ" else entity, basis, score, reason)
        if entity.state is not None and entity.kind is not EntityKind.AGENCY:
            return Side(self.catalogue.entities[entity.state], basis, score, f"{entity.label} stands for it")
        return None

    def _owner_sides(self, party: PartyMention, basis: Basis) -> tuple[Side, ...]:
        if not party.owner:
            return ()
        owner = min(party.owner, key=lambda e: _PREFERENCE[e.kind])
        side = self._side(owner, basis, _NAMED, "the title names it")
        return () if side is None else (side,)

    def _key(self, party: PartyMention) -> str:
        return party.names[0].id if party.names else party.person

    def _known_by_itself(self, party: PartyMention) -> _Known:
        """Return what a mention of a person says by itself: owner, else the catalogue."""
        person = self._entity(party)
        sides = self._owner_sides(party, Basis.NAMED)
        if not sides and person.state is not None:
            state = self.catalogue.entities[person.state]
            sides = (Side(state, Basis.NAMED, _BY_PERSON, f"{person.label} acts for it"),)
        office = party.office or self._office_on_day(person)
        return _Known(sides, person, office)

    def _entity(self, party: PartyMention) -> Entity:
        """Return the catalogue's person, namesakes told apart by office and owner, or a provisional entity."""
        if party.names:
            return min(party.names, key=lambda person: self._misfit(person, party))
        known = self._holder_called(party)
        if known is not None:
            return known
        label = self.labels.get(party.person)
        if label is None:
            label = self.labels[party.person] = romanise(party.written or party.person)
        slug = _NO_SLUG.sub("-", label.lower()).strip("-") or "person"
        return Entity(slug, label, EntityKind.PERSON, provisional=True)

    def _holder_called(self, party: PartyMention) -> Entity | None:
        """Return the holder of the office whose name this is in a spelling that no table has."""
        state = next((e.id for e in party.owner if e.kind is EntityKind.STATE), "")
        if not state and self.home is not None and party.office not in self.offices.abroad:
            state = self.home.entity.id
        if not state or not party.office:
            return None
        query = NameQuery(party.person, "", "person", state, party.office, self.day or "")
        if query not in self.called:
            holders = {t.person: None for t in self.catalogue.holders(party.office, state)}
            found = self.linker.among(query, [self.catalogue.entities[person] for person in holders])
            self.called[query] = found.entity
        return self.called[query]

    def _misfit(self, person: Entity, party: PartyMention) -> tuple[bool, bool, str]:
        owners = {e.id for e in party.owner}
        terms = self.catalogue.offices_of(person.id)
        held = any(t.office == party.office and (self.day is None or t.holds_on(self.day)) for t in terms)
        return (bool(owners) and person.state not in owners, bool(party.office) and not held, person.id)

    def _office_on_day(self, person: Entity) -> str:
        if person.provisional or self.day is None:
            return ""
        held = [t.office for t in self.catalogue.offices_of(person.id) if t.holds_on(self.day)]
        return held[0] if held else ""

    def _person(self, party: PartyMention) -> LinkedParty:
        own = self._known_by_itself(party)
        held = self.persons.get(self._key(party))
        sides, office = own.sides, own.office
        if not sides and held is not None and held.sides:
            sides = tuple(replace(s, score=_BY_ARTICLE, reason="the article says so elsewhere") for s in held.sides)
            office = office or held.office
        if not sides:
            sides = self._home_sides(party.office)
        person = held.person if held is not None and not held.person.provisional else own.person
        known = _Known(sides, person, office)
        if party.office:
            self.by_office[party.office] = known
        self.persons.setdefault(self._key(party), known)
        return LinkedParty(party, sides, person, office, self._sector(office))

    def _sector(self, office: str) -> str:
        return self.catalogue.offices[office].sector if office in self.catalogue.offices else ""

    def _home_sides(self, office: str) -> tuple[Side, ...]:
        """A minister named without a state is the home state's; an ambassador never is."""
        if self.home is None or not office or office in self.offices.abroad:
            return ()
        return (Side(self.home.entity, Basis.HOME_STATE, _BY_HOME, f"home state: {self.home.reason}"),)

    def _title(self, party: PartyMention) -> LinkedParty:
        sides = self._owner_sides(party, Basis.TITLE)
        sector = self._sector(party.office)
        if "plural" in party.modifiers:
            return LinkedParty(party, sides, None, "", sector)
        if party.office in self.offices.leaders:
            return LinkedParty(party, sides, self._leader(sides), "", sector)
        if sides:
            state = sides[0].entity.id
            person = self._told_to_hold(party.office, state) or self._holder(party.office, state)
            return LinkedParty(party, sides, person, party.office, sector)
        known = self._bearer(party.office)
        if known is not None and known.sides:
            told = tuple(
                replace(s, basis=Basis.TITLE, score=_BY_ARTICLE, reason="the title was used of it") for s in known.sides
            )
            return LinkedParty(party, told, known.person, party.office, sector)
        sides = self._home_sides(party.office)
        person = self._holder(party.office, sides[0].entity.id) if sides else None
        return LinkedParty(party, sides, person, party.office, sector)

    def _told_to_hold(self, office: str, body: str) -> Entity | None:
        """Return the one person to whom the article gives that office of a state or body: the US president is Trump."""
        found = {
            k.person.id: k.person
            for k in self.persons.values()
            if k.office == office and office in self.offices.single and body in {s.entity.id for s in k.sides}
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _leader(self, sides: tuple[Side, ...]) -> Entity | None:
        """Return the one head of state or government whom the article names, for "the Kazakh leader"."""
        ids = {s.entity.id for s in sides}
        found = {
            k.person.id: k.person
            for k in self.persons.values()
            if ids & {s.entity.id for s in k.sides} and k.office in self.catalogue.offices
            and self.catalogue.offices[k.office].rank <= _LEADERS
        }  # fmt: skip
        return next(iter(found.values())) if len(found) == 1 else None

    def _bearer(self, office: str) -> _Known | None:
        """Return whom the bare title means: the home state's own minister if the article has one, else the last."""
        last = self.by_office.get(office)
        if office in self.offices.abroad:
            return last
        if self.home is None:
            return self._most_named(office) or last
        home = self.home.entity.id
        own = [k for k in self.persons.values() if k.office == office and any(s.entity.id == home for s in k.sides)]
        return own[0] if own else last or self._most_named(office)

    def _most_named(self, office: str) -> _Known | None:
        """Return the person of that office whom the article names most often."""
        bearers = [key for key, known in self.persons.items() if known.office == office and known.sides]
        return self.persons[max(bearers, key=lambda key: self.named[key])] if bearers else None

    def _holder(self, office: str, body: str) -> Entity | None:
        """Return who held the office on the day, if exactly one person did."""
        if self.day is None or office not in self.offices.single:
            return None
        holders = {t.person for t in self.catalogue.holders(office, body, self.day)}
        return self.catalogue.entities[holders.pop()] if len(holders) == 1 else None
