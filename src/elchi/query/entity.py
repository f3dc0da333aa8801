"""One entity: its names in every script, its offices; for an organisation its members and its chair on a day."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from elchi.model import DateSpan, Entity
from elchi.query.answers import SCHEMA_VERSION, SUPPORT_COUNTS, Backing, Standing, span_json
from elchi.query.naming import Naming, label, resolve
from elchi.query.standings import begins, ends, standings
from elchi.record import NameCount, Record

_STANDINGS_IN = {"member_of": "members", "observer_of": "observers", "dialogue_partner_of": "dialogue_partners"}
_HOLDING = frozenset({"past", "ongoing"})


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's standing in an organisation. `certain` is False where nobody says since when."""

    standing: str
    entity: str
    label: str
    begin: DateSpan | None
    end: str | None
    certain: bool
    backing: Backing

    def to_json(self) -> dict[str, Any]:
        """Give the membership as an object of the answer `entity`."""
        return {
            "entity": self.entity, "label": self.label, "from": span_json(self.begin), "to": self.end,
            "certain": self.certain, **self.backing.to_json(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """A person's time in an office, from claims or from the catalogue (then without claims)."""

    person: str
    office: str
    body: str
    begin: str | None
    end: str | None
    origin: str
    backing: Backing

    def to_json(self) -> dict[str, Any]:
        """Give the office as an object of the answer `entity`."""
        return {
            "person": self.person, "office": self.office, "body": self.body, "from": self.begin, "to": self.end,
            "origin": self.origin, **self.backing.to_json(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class EntityAnswer:
    """What a record knows of one entity, on one day where the question names one."""

    entity: Entity
    on: str | None
    names: tuple[NameCount, ...]
    offices: tuple[OfficeHeld, ...]
    memberships: tuple[Membership, ...]
    chair: Membership | None
    pairs: tuple[tuple[str, int], ...]

    def standing(self, kind: str) -> list[Membership]:
        """Return the memberships of one kind: `member_of`, `observer_of` or `dialogue_partner_of`."""
        return [m for m in self.memberships if m.standing == kind]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `entity.schema.json`."""
        row: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION, "entity": self.entity.id, "label": self.entity.label,
            "kind": self.entity.kind.value, "on": self.on, "support_counts": SUPPORT_COUNTS,
            "names": [name_json(name) for name in self.names],
            "offices": [office.to_json() for office in self.offices],
            "pairs": [{"pair": key.split("|"), "claims": count} for key, count in self.pairs],
        }  # fmt: skip
        if self.entity.kind in {"organisation", "group"}:
            row |= {name: [m.to_json() for m in self.standing(kind)] for kind, name in _STANDINGS_IN.items()}
            row["chair"] = self.chair.to_json() if self.chair else None
        return row


def entity(record: Record, name: str, catalogue: Naming, on: str | None = None) -> EntityAnswer:
    """Return what `record` knows of the entity that `name` names, on day `on` (ISO) where it is given.

    Raises:
        UnknownNameError: the name fits no entity.
    """
    found = resolve(record, name, catalogue)
    holding = standings([stored.claim for stored in record.claims_of_entity(found.id)], catalogue)
    inside = [s for s in holding if s.party("object") == found.id and s.status in _HOLDING]
    chairs = [s for s in inside if s.type == "chairs" and _holds(s, on)]
    return EntityAnswer(
        entity=found, on=on, names=tuple(record.names(found.id)),
        offices=tuple(_offices(found, holding, catalogue, on)),
        memberships=tuple(_memberships([s for s in inside if s.type in _STANDINGS_IN], catalogue, on)),
        chair=_membership(max(chairs, key=lambda s: begins(s) or s.backing.published), None, catalogue)
        if chairs else None,
        pairs=tuple(record.pairs(found.id)),
    )  # fmt: skip


def name_json(name: NameCount) -> dict[str, Any]:
    """Give a spelling with the script it is written in."""
    return {
        "text": name.text, "script": script_of(name.text), "language": name.language, "count": name.count,
        "first": name.first, "last": name.last,
    }  # fmt: skip


def script_of(text: str) -> str:
    """Return the Unicode script of the first letter, such as `Devanagari`; "" where there is none."""
    letter = next((c for c in text if c.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0].title() if letter else ""


def _memberships(inside: Sequence[Standing], catalogue: Naming, on: str | None) -> list[Membership]:
    by_subject: dict[str, list[Standing]] = {}
    for standing in inside:
        by_subject.setdefault(standing.party("subject") or "", []).append(standing)
    found = [m for same in by_subject.values() for m in _of_subject(same, catalogue, on)]
    return sorted(found, key=lambda m: (m.standing, begin_of(m), m.entity))


def _of_subject(same: Sequence[Standing], catalogue: Naming, on: str | None) -> list[Membership]:
    """Return one state's standings in one organisation that hold on the day.

    One standing at a time: a later one ends the earlier. A standing without a beginning gives way to
    one with a beginning that holds on the day.
    """
    dated = sorted((s for s in same if begins(s)), key=begins)
    found = []
    for standing in dated:
        later = next((begins(s) for s in dated if begins(s) > begins(standing) and s.type != standing.type), None)
        if _holds(standing, on, later):
            found.append(_membership(standing, later, catalogue))
    if found:
        return _first_of_each(found)
    timeless = [s for s in same if not begins(s) and _holds(s, on)]
    latest = max(timeless, key=lambda s: s.backing.published, default=None)
    return [_membership(latest, None, catalogue)] if latest else []


def _first_of_each(found: Sequence[Membership]) -> list[Membership]:
    kept: dict[str, Membership] = {}
    for membership in found:
        kept.setdefault(membership.standing, membership)
    return list(kept.values())


def _holds(standing: Standing, on: str | None, later: str | None = None) -> bool:
    end = ends(standing) or later
    if on is None:
        return standing.status != "past" and later is None and not ends(standing)
    return (not begins(standing) or begins(standing) <= on) and (not end or on < end or on == ends(standing))


def _membership(standing: Standing, later: str | None, catalogue: Naming) -> Membership:
    subject = standing.party("subject") or ""
    end = ends(standing) or later or None
    shown = label(subject, catalogue)
    return Membership(
        standing.type, subject, shown, standing.valid_from, end, bool(begins(standing)), standing.backing
    )  # fmt: skip


def begin_of(membership: Membership) -> str:
    """Return the first day of a membership, "" where nobody says it."""
    return membership.begin.start.isoformat() if membership.begin and membership.begin.start else ""


def _offices(found: Entity, holding: Sequence[Standing], catalogue: Naming, on: str | None) -> list[OfficeHeld]:
    claimed = []
    for standing in holding:
        subject = next((p for p in standing.parties if p.role == "subject"), None)
        if standing.type == "holds_office" and subject and (on is None or _holds(standing, on)):
            body = standing.party("object") or ""
            days = (begins(standing) or None, ends(standing) or None)
            claimed.append(OfficeHeld(subject.entity, subject.office, body, *days, "record", standing.backing))
    known = [
        OfficeHeld(t.person, t.office, t.body, t.start, t.end, "catalogue", Backing((), (), ()))
        for t in catalogue.terms
        if found.id in {t.person, t.body} and (on is None or t.holds_on(on))
    ]
    return sorted([*claimed, *known], key=lambda o: (o.begin or "", o.person, o.office, o.origin))
