"""One entity: names and offices; of an organisation members, chair, summits; of a person travel, meetings, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from elchi.model import Entity, EntityKind
from elchi.query.answers import (
    SCHEMA_VERSION,
    SUPPORT_SAID,
    Backing,
    Conflict,
    Occurrence,
    Quote,
    Standing,
)
from elchi.query.as_of import conflicts_on, standings_on, standings_told
from elchi.query.frames import Cell, Tabular
from elchi.query.memberships import CHAIRS, NO_RANKS, STANDINGS_IN, Membership, Ranks, begin_of, ranks_of
from elchi.query.naming import Naming, label, resolve
from elchi.query.offices import HOLDS_OFFICE, OfficeHeld, offices
from elchi.query.pair import positions_among, quotes_of
from elchi.query.snapshot import at_one_moment
from elchi.query.spellings import name_json, script_name, spellings
from elchi.query.terms import HOLDING
from elchi.query.told import ANY_TIME, Acts, Clock, Group, Page, told_of
from elchi.record import NameCount, NotKnown, Record, Subject

__all__ = ["Dyad", "EntityAnswer", "Membership", "entity", "script_name"]
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.GROUP})
_GATHERINGS = frozenset({"summit", "multilateral"})
_MEETINGS = frozenset({"meet", "call", "mediate", *_GATHERINGS})
_SUMMITS = frozenset({"hosts", "held_at"})
_GATHERED = Acts("CONSULT", _GATHERINGS)
_OF_BODY = frozenset({"founded", "member_count", "held_at"})
_IN_BODY = _OF_BODY | _SUMMITS | {*STANDINGS_IN, CHAIRS}


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two that claims name together, and how many claims do."""

    pair: tuple[str, str]
    labels: tuple[str, str]
    claims: int

    def to_json(self) -> dict[str, Any]:
        """Give the dyad as an object of the answer `entity`."""
        return {"pair": list(self.pair), "labels": list(self.labels), "claims": self.claims}


@dataclass(frozen=True, slots=True)
class EntityAnswer(Tabular):
    """What a record knows of one entity, on one day where the question names one.

    Attributes:
        ranks: of an organisation: who is what in it.
        standings: of an organisation: its founding, its counts of members, where its summits are held.
        occurrences: of a person: all of them; of an organisation: its gatherings; of others: none.
        quotes: of a person: what he or she said.
        conflicts: of an organisation and of a person: where sources differ.
    """

    entity: Entity
    names: tuple[NameCount, ...]
    offices: tuple[OfficeHeld, ...]
    pairs: tuple[Dyad, ...]
    ranks: Ranks = NO_RANKS
    standings: tuple[Standing, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    quotes: tuple[Quote, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    clock: Clock = ANY_TIME
    left_out: NotKnown | None = None
    more: frozenset[str] = frozenset()

    @property
    def on(self) -> str | None:
        """The day that is asked about."""
        return self.clock.on

    @property
    def memberships(self) -> tuple[Membership, ...]:
        """Every standing in the organisation that is told of, the chair aside."""
        found = (*self.ranks.now, *self.ranks.perhaps, *self.ranks.untold, *self.ranks.former)
        return tuple(m for m in found if m.standing in STANDINGS_IN)

    def standing(self, kind: str) -> list[Membership]:
        """Return those in one standing on the day: `member_of`, `observer_of` or `dialogue_partner_of`."""
        return [m for m in self.ranks.now if m.standing == kind]

    @property
    def chair(self) -> Membership | None:
        """Who holds the chair; None where nobody is told to, or several are (`chairs`)."""
        return self.ranks.chairs[0] if len(self.ranks.chairs) == 1 else None

    @property
    def chairs(self) -> tuple[Membership, ...]:
        """All that hold the chair as surely as any."""
        return self.ranks.chairs

    @property
    def told_later(self) -> list[Membership]:
        """Those whose beginning nobody says, and whom no article named by the day that is asked about."""
        return list(self.ranks.untold)

    @property
    def former(self) -> list[Membership]:
        """Standings that are over; only without a day."""
        return list(self.ranks.former)

    @property
    def founded(self) -> tuple[Standing, ...]:
        """What is said of its founding, most told first."""
        found = [s for s in self.standings if s.type == "founded"]
        return tuple(sorted(found, key=lambda s: (-s.backing.support, s.begins)))

    @property
    def member_counts(self) -> tuple[Standing, ...]:
        """What is said of how many members it has."""
        return tuple(s for s in self.standings if s.type == "member_count")

    @property
    def summits(self) -> tuple[Occurrence | Standing, ...]:
        """Gatherings of an organisation: those that happened or will, and who is said to host them where."""
        return (*self.occurrences, *(s for s in self.standings if s.type in _SUMMITS)) if self._is_body else ()

    @property
    def travel(self) -> tuple[Occurrence, ...]:
        """A person's visits."""
        return tuple(o for o in self._own if (o.type, o.mode) == ("CONSULT", "visit"))

    @property
    def meetings(self) -> tuple[Occurrence, ...]:
        """A person's meetings, calls, summits."""
        return tuple(o for o in self._own if o.type == "CONSULT" and o.mode in _MEETINGS)

    @property
    def positions(self) -> tuple[Occurrence, ...]:
        """Where a person, or somebody towards a person, accuses, refuses, demands, endorses, praises."""
        return positions_among(self._own)

    @property
    def _is_body(self) -> bool:
        return self.entity.kind in _BODIES

    @property
    def _own(self) -> tuple[Occurrence, ...]:
        return () if self._is_body else self.occurrences

    def rows(self) -> list[dict[str, Cell]]:
        """Return names, offices, standings in the organisation, its founding, occurrences and dyads as flat rows."""
        told = [_row("name", n.text, n.language, "", n.first, n.last, n.count) for n in self.names]
        told += [
            _row("office", o.label, o.office, o.body, o.begin, o.end, o.backing.support, o.backing)
            for o in self.offices
        ]
        told += [_membership_row(m) for m in (*self.memberships, *self.chairs)]
        told += [
            _row("founded", s.party("founder") or "", s.type, "", s.begins or None, None, s.backing.support, s.backing)
            for s in self.founded
        ]
        told += [
            _row("occurrence", "; ".join(p.label for p in o.parties), f"{o.type} {o.mode}".strip(), o.status,
                 o.day or None, None, o.backing.support, o.backing)
            for o in self.occurrences
        ]  # fmt: skip
        return told + [
            _row("dyad", " – ".join(d.labels), "", "|".join(d.pair), None, None, d.claims) for d in self.pairs
        ]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `entity.schema.json`."""
        row: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION, "entity": self.entity.id, "label": self.entity.label,
            "kind": self.entity.kind.value, **self.clock.to_json(self.left_out), **SUPPORT_SAID,
            "names": [name_json(name) for name in self.names],
            "offices": [office.to_json() for office in self.offices],
            "pairs": [dyad.to_json() for dyad in self.pairs], "more": sorted(self.more),
        }  # fmt: skip
        if self._is_body:
            row |= self._body_json()
        if self.entity.kind is EntityKind.PERSON:
            chosen = {"travel": self.travel, "meetings": self.meetings, "positions": self.positions}
            row |= {name: [o.to_json() for o in found] for name, found in chosen.items()}
            row["occurrences"] = [o.to_json() for o in self.occurrences]
            row["quotes"] = [quote.to_json() for quote in self.quotes]
            row["conflicts"] = [conflict.to_json() for conflict in self.conflicts]
        return row

    def _body_json(self) -> dict[str, Any]:
        row: dict[str, Any] = {name: [m.to_json() for m in self.standing(kind)] for kind, name in STANDINGS_IN.items()}
        return row | {
            "chair": self.chair.to_json() if self.chair else None, "chairs": [m.to_json() for m in self.chairs],
            "perhaps": [m.to_json() for m in self.ranks.perhaps], "told_later": [m.to_json() for m in self.told_later],
            "former": [m.to_json() for m in self.former], "founded": [s.to_json() for s in self.founded],
            "member_counts": [s.to_json() for s in self.member_counts],
            "summits": [o.to_json() for o in self.occurrences],
            "hosts": [s.to_json() for s in self.summits if isinstance(s, Standing)],
            "conflicts": [conflict.to_json() for conflict in self.conflicts],
        }  # fmt: skip


@at_one_moment
def entity(
    record: Record, name: str, catalogue: Naming, on: str | None = None,
    *, known: str | None = None, limit: int | None = None, before: str | None = None,
) -> EntityAnswer:  # fmt: skip
    """Return what `record` knows of the entity that `name` names.

    Args:
        record: an open record.
        name: of the entity, in any script, or its id.
        catalogue: whom names mean.
        on: an ISO day: who was what on it, and what had happened by it.
        known: an ISO day: by what had been published by it alone.
        limit: the most occurrences, quotes and standings of office, the newest of them, and at most 20 conflicts;
            None: all.
        before: an ISO day: occurrences and quotes before it, to turn the page.

    Raises:
        UnknownNameError: the name fits no entity.
    """
    found, clock = resolve(record, name, catalogue), Clock(on, known)
    is_person, is_body = found.kind is EntityKind.PERSON, found.kind in _BODIES
    wanted = ["standings", *(["quotes"] if is_person else [])]
    wanted += ["occurrences", "conflicts"] if is_person or is_body else []
    told = told_of(
        record, Subject(entity=found.id), catalogue, clock, Page(limit, before), wanted, role_of_quotes="speaker",
        acts=_GATHERED if is_body else None, groups=_groups(record, found, clock, limit),
    )  # fmt: skip
    everything = standings_told(record, told, catalogue, clock)
    occurrences = tuple(told.sources.occurrence(o) for o in told.occurrences)
    return EntityAnswer(
        entity=found, names=tuple(spellings(record.names(found.id, known), found)),
        offices=tuple(offices(found.id, everything, told.sources, catalogue, on)),
        pairs=tuple(_dyad(key, count, catalogue) for key, count in record.pairs(found.id, known)),
        ranks=ranks_of(found.id, everything, catalogue, on) if is_body else NO_RANKS,
        standings=standings_on([s for s in everything if _is_of_body(s, found.id)], on) if is_body else (),
        occurrences=occurrences, quotes=quotes_of(told),
        conflicts=conflicts_on(
            [told.sources.conflict(c) for c in told.conflicts], (*standings_on(everything, on), *occurrences), on
        ),
        clock=clock, left_out=told.left_out, more=frozenset(told.more),
    )  # fmt: skip


def _groups(record: Record, found: Entity, clock: Clock, limit: int | None) -> list[Group]:
    """Return which standings tell of an entity: of a body those in it and of it; of any, who held which office.

    Conflicts of a day are those that touch what held on it, whatever its type: where there are any, all is wanted.
    """
    is_body = found.kind in _BODIES
    shows_conflicts = is_body or found.kind is EntityKind.PERSON
    if shows_conflicts and clock.on is not None and record.conflicts_of_entity(found.id, limit=1):
        return [Group("standings")]
    offices = Group("offices", frozenset({HOLDS_OFFICE}), limit)
    return [Group("standings", _IN_BODY), offices] if is_body else [offices]


def _is_of_body(standing: Standing, body: str) -> bool:
    """Whether a standing tells of an organisation itself: its founding, its size, where it gathers and who hosts it."""
    if standing.type in _OF_BODY:
        return standing.party("subject") == body and (standing.status in HOLDING or standing.type in _SUMMITS)
    return standing.type == "hosts" and standing.party("object") == body


def _dyad(key: str, claims: int, catalogue: Naming) -> Dyad:
    first, second = key.split("|")
    return Dyad((first, second), (label(first, catalogue), label(second, catalogue)), claims)


def _membership_row(membership: Membership) -> dict[str, Cell]:
    begin, backing = begin_of(membership) or None, membership.backing
    end = membership.end.end.isoformat() if membership.end and membership.end.end else None
    told = membership.label, membership.standing, membership.entity
    return _row("standing", *told, begin, end, backing.support, backing)


def _row(  # noqa: PLR0913, PLR0917 - one cell each
    what: str, label: str, detail: str, other: str, begin: str | None, end: str | None, count: int,
    backing: Backing | None = None,
) -> dict[str, Cell]:  # fmt: skip
    """Return a flat row: `detail` is a language, an office or a standing, `count` mentions, reports or claims."""
    first = backing.evidence[0].text if backing and backing.evidence else None
    claims = " ".join(backing.claims) if backing else ""
    return {"what": what, "label": label, "detail": detail, "other": other, "from": begin, "to": end,
            "count": count, "sentence": first, "claims": claims}  # fmt: skip
