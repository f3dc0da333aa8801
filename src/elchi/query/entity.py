"""One entity: its names in every script, its offices; for an organisation founding, members and chair on a day."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from elchi.model import DateSpan, Entity
from elchi.query.answers import SCHEMA_VERSION, SUPPORT_SAID, Backing, Standing, span_json
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming, label, resolve
from elchi.query.offices import OfficeHeld, offices
from elchi.query.reports import count_reports
from elchi.query.standings import HOLDING, begins, ends, standings
from elchi.record import NameCount, Record

_STANDINGS_IN = {"member_of": "members", "observer_of": "observers", "dialogue_partner_of": "dialogue_partners"}


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's standing in an organisation.

    Attributes:
        begin: since when; None where nobody says it (then `start` is "unknown").
        certain: whether the beginning is known, and not after the day that is asked about.
        told: whether it counts for the day: the beginning is known, or an article had said it by then.
        over: whether another standing took its place.
    """

    standing: str
    entity: str
    label: str
    begin: DateSpan | None
    end: str | None
    certain: bool
    backing: Backing
    told: bool = True
    over: bool = False

    @property
    def start(self) -> str:
        """Whether anybody says since when: "known" or "unknown"."""
        return "known" if begin_of(self) else "unknown"

    def to_json(self) -> dict[str, Any]:
        """Give the membership as an object of the answer `entity`."""
        return {
            "entity": self.entity, "label": self.label, "standing": self.standing,
            "from": span_json(self.begin if begin_of(self) else None), "to": self.end, "start": self.start,
            "certain": self.certain, "first_told": self.backing.published or None, **self.backing.to_json(),
        }  # fmt: skip


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
    """What a record knows of one entity, on one day where the question names one."""

    entity: Entity
    on: str | None
    names: tuple[NameCount, ...]
    offices: tuple[OfficeHeld, ...]
    memberships: tuple[Membership, ...]
    chair: Membership | None
    founded: tuple[Standing, ...]
    pairs: tuple[Dyad, ...]

    def standing(self, kind: str) -> list[Membership]:
        """Return those in one standing on the day: `member_of`, `observer_of` or `dialogue_partner_of`."""
        return [m for m in self.memberships if m.standing == kind and m.told and not m.over]

    @property
    def told_later(self) -> list[Membership]:
        """Those whose beginning nobody says, and whom no article named by the day that is asked about."""
        return [m for m in self.memberships if not m.told]

    @property
    def former(self) -> list[Membership]:
        """Standings that gave way to another one; only without a day."""
        return [m for m in self.memberships if m.over]

    def rows(self) -> list[dict[str, Cell]]:
        """Return names, offices, standings in the organisation, the founding and dyads as flat rows."""
        told = [_row("name", n.text, n.language, "", n.first, n.last, n.count) for n in self.names]
        told += [
            _row("office", o.label, o.office, o.body, o.begin, o.end, o.backing.support, o.backing)
            for o in self.offices
        ]
        told += [_membership_row(m) for m in (*self.memberships, *([self.chair] if self.chair else []))]
        told += [
            _row("founded", s.party("founder") or "", s.type, "", begins(s) or None, None, s.backing.support, s.backing)
            for s in self.founded
        ]
        return told + [
            _row("dyad", " – ".join(d.labels), "", "|".join(d.pair), None, None, d.claims) for d in self.pairs
        ]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `entity.schema.json`."""
        row: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION, "entity": self.entity.id, "label": self.entity.label,
            "kind": self.entity.kind.value, "on": self.on, **SUPPORT_SAID,
            "names": [name_json(name) for name in self.names],
            "offices": [office.to_json() for office in self.offices],
            "pairs": [dyad.to_json() for dyad in self.pairs],
        }  # fmt: skip
        if self.entity.kind in {"organisation", "group"}:
            row |= {name: [m.to_json() for m in self.standing(kind)] for kind, name in _STANDINGS_IN.items()}
            row["told_later"] = [m.to_json() for m in self.told_later]
            row["former"] = [m.to_json() for m in self.former]
            row["founded"] = [standing.to_json() for standing in self.founded]
            row["chair"] = self.chair.to_json() if self.chair else None
        return row


def entity(record: Record, name: str, catalogue: Naming, on: str | None = None) -> EntityAnswer:
    """Return what `record` knows of the entity that `name` names, on day `on` (ISO) where it is given.

    Raises:
        UnknownNameError: the name fits no entity.
    """
    found = resolve(record, name, catalogue)
    claims = [stored.claim for stored in record.claims_of_entity(found.id)]
    holding = standings(claims, catalogue)
    inside = [s for s in holding if s.party("object") == found.id and s.status in HOLDING]
    founded = [s for s in holding if s.type == "founded" and s.party("subject") == found.id and s.status in HOLDING]
    chairs = [s for s in inside if s.type == "chairs" and _holds(s, on)]
    answer = EntityAnswer(
        entity=found, on=on, names=tuple(_spellings(record.names(found.id), found)),
        offices=tuple(offices(found.id, claims, catalogue, on)),
        memberships=tuple(_memberships([s for s in inside if s.type in _STANDINGS_IN], catalogue, on)),
        chair=_membership(max(chairs, key=lambda s: begins(s) or s.backing.published), None, catalogue, on)
        if chairs else None,
        founded=tuple(sorted(founded, key=lambda s: (-len(s.backing.documents), begins(s)))),
        pairs=tuple(_dyad(key, count, catalogue) for key, count in record.pairs(found.id)),
    )  # fmt: skip
    return count_reports(answer, record.reports())


def _spellings(names: Sequence[NameCount], entity: Entity) -> list[NameCount]:
    """Return how a name is written; words that hold another spelling of a person are the name with its title."""
    if entity.kind != "person":
        return list(names)
    found: dict[tuple[str, str], NameCount] = {}
    longest = len(entity.label.split())
    for name in sorted(names, key=lambda n: len(n.text)):
        titled = len(name.text.split()) > longest
        inside = [key for key in found if titled and key[0] in name.text and key[1] == name.language]
        bare = max(inside, key=lambda key: len(key[0]), default=None)
        found[bare or (name.text, name.language)] = _both(found[bare], name) if bare else name
    return sorted(found.values(), key=lambda n: (-n.count, n.text))


def _both(name: NameCount, titled: NameCount) -> NameCount:
    days = [day for day in (name.first, titled.first, name.last, titled.last) if day]
    first, last = min(days, default=None), max(days, default=None)
    return NameCount(name.text, name.language, name.count + titled.count, first, last)


def name_json(name: NameCount) -> dict[str, Any]:
    """Give a spelling with the script it is written in."""
    return {
        "text": name.text, "script": script_name(name.text), "language": name.language, "count": name.count,
        "first": name.first, "last": name.last,
    }  # fmt: skip


def script_name(text: str) -> str:
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
    """Return one state's standings in one organisation that hold on the day; without a day, also those that are over.

    One standing at a time: a later one ends the earlier. A standing without a beginning gives way to
    one with a beginning that holds on the day.
    """
    dated = sorted((s for s in same if begins(s)), key=begins)
    found = []
    for standing in dated:
        later = next((begins(s) for s in dated if begins(s) > begins(standing) and s.type != standing.type), None)
        if _holds(standing, on, later) or (on is None and later):
            found.append(_membership(standing, later, catalogue, on))
    if any(not membership.over for membership in found):
        return _first_of_each(found)
    timeless = [s for s in same if not begins(s) and _holds(s, on)]
    latest = max(timeless, key=lambda s: s.backing.published, default=None)
    return [*_first_of_each(found), _membership(latest, None, catalogue, on)] if latest else _first_of_each(found)


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


def _membership(standing: Standing, later: str | None, catalogue: Naming, on: str | None) -> Membership:
    subject, begin = standing.party("subject") or "", standing.valid_from
    known = begin is not None and begin.end is not None
    return Membership(
        standing.type, subject, label(subject, catalogue), begin, ends(standing) or later or None,
        certain=begin is not None and begin.end is not None and (on is None or begin.end.isoformat() <= on),
        backing=standing.backing, told=known or on is None or standing.backing.published <= on,
        over=on is None and later is not None,
    )  # fmt: skip


def _dyad(key: str, claims: int, catalogue: Naming) -> Dyad:
    first, second = key.split("|")
    return Dyad((first, second), (label(first, catalogue), label(second, catalogue)), claims)


def _membership_row(membership: Membership) -> dict[str, Cell]:
    begin, backing = begin_of(membership) or None, membership.backing
    told = membership.label, membership.standing, membership.entity
    return _row("standing", *told, begin, membership.end, backing.support, backing)


def _row(  # noqa: PLR0913, PLR0917 - one cell each
    what: str, label: str, detail: str, other: str, begin: str | None, end: str | None, count: int,
    backing: Backing | None = None,
) -> dict[str, Cell]:  # fmt: skip
    """Return a flat row: `detail` is a language, an office or a standing, `count` mentions, reports or claims."""
    first = backing.evidence[0].text if backing and backing.evidence else None
    claims = " ".join(backing.claims) if backing else ""
    return {"what": what, "label": label, "detail": detail, "other": other, "from": begin, "to": end,
            "count": count, "sentence": first, "claims": claims}  # fmt: skip


def begin_of(membership: Membership) -> str:
    """Return the first day of a membership, "" where nobody says it."""
    return membership.begin.start.isoformat() if membership.begin and membership.begin.start else ""
