"""Claims that cannot all hold, first cut.

- Two standings of an exclusive property with different values over times that meet.
- One dyad's event of one type and mode, told by different articles with different exact days less
  than a month apart: perhaps one event with a wrong date, perhaps two events.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import Any

from elchi.model import Precision
from elchi.packs import load_ontology_data
from elchi.query.answers import Backing, Conflict, Occurrence, Standing
from elchi.query.naming import Naming
from elchi.query.occurrences import occurrences
from elchi.query.standings import HOLDING, STANDING_IN, begins, ends, standings, value_key
from elchi.record import Record

MONTH_DAYS = 31
_FIRST, _LAST = "0001-01-01", "9999-12-31"
Side = tuple[Any, Backing]


def conflicts(holding: Sequence[Standing], told: Sequence[Occurrence]) -> list[Conflict]:
    """Return the conflicts among standings and among occurrences, by kind and id."""
    found = [*_of_standings(holding), *_of_occurrences(told)]
    return sorted({c.id: c for c in found}.values(), key=lambda c: (c.kind, c.id))


def conflicts_of_record(record: Record, catalogue: Naming) -> list[Conflict]:
    """Return the conflicts among all current claims of a record."""
    claims = [stored.claim for stored in record.claims()]
    return conflicts(standings(claims, catalogue), occurrences(claims, catalogue))


def _of_standings(holding: Sequence[Standing]) -> list[Conflict]:
    slots: dict[tuple[str, ...], list[Standing]] = {}
    for standing in holding:
        slot = _slot(standing)
        if slot and standing.status in HOLDING:
            slots.setdefault(slot, []).append(standing)
    return [
        _conflict("value", " ".join(slot), (_shown(one), one.backing), (_shown(other), other.backing))
        for slot, rivals in slots.items()
        for one, other in combinations(rivals, 2)
        if _differ(one, other) and _meet(one, other, rivals)
    ]


def _slot(standing: Standing) -> tuple[str, ...]:
    """Return what can hold one value at a time; empty where the property is not exclusive."""
    known = load_ontology_data().properties.get(standing.type)
    subject, target = standing.party("subject") or "", standing.party("object") or ""
    if known is None or not known.exclusive:
        return ()
    if known.exclusive == "object":
        return standing.type, target
    if known.exclusive == STANDING_IN:
        return STANDING_IN, subject, target
    ends_of_it = sorted(p.entity for p in standing.parties) if known.symmetric else [subject, target]
    return (standing.type, *filter(None, ends_of_it))


def _shown(standing: Standing) -> Any:  # noqa: ANN401 - a value is any JSON value
    known = load_ontology_data().properties[standing.type]
    if known.exclusive == "object":
        return standing.party("subject")
    if known.exclusive == STANDING_IN:
        return standing.type
    return standing.value if standing.value is not None else begins(standing)[:4] or None


def _differ(one: Standing, other: Standing) -> bool:
    """Whether the values are two; amounts in different units are not compared."""
    left, right = _shown(one), _shown(other)
    if isinstance(left, dict) and isinstance(right, dict):
        return left.get("unit") == right.get("unit") and value_key(left) != value_key(right)
    return left is not None and right is not None and left != right


def _meet(one: Standing, other: Standing, rivals: Sequence[Standing]) -> bool:
    if one.type == other.type == "founded":
        return True
    (first, first_end), (second, second_end) = (_interval(s, rivals) for s in (one, other))
    return first <= second_end and second <= first_end


def _interval(standing: Standing, rivals: Sequence[Standing]) -> tuple[str, str]:
    """Return first and last day. An open end closes before a rival's later beginning: that is a change.

    A standing that nobody dates is taken to hold in the years when it was told.
    """
    begin, end = begins(standing), ends(standing)
    if not begin and not end:
        days = [s.published for s in standing.backing.evidence if s.published]
        return (f"{min(days)[:4]}-01-01", f"{max(days)[:4]}-12-31") if days else (_FIRST, _LAST)
    if begin and not end:
        later = [day for rival in rivals if (day := begins(rival)) > begin]
        return begin, _day_before(min(later)) if later else _LAST
    return begin or _FIRST, end


def _day_before(day: str) -> str:
    return date.fromordinal(date.fromisoformat(day).toordinal() - 1).isoformat()


def _of_occurrences(happened: Sequence[Occurrence]) -> list[Conflict]:
    series: dict[str, list[Occurrence]] = {}
    for told in happened:
        if told.date and told.date.precision is Precision.DAY and told.status == "past":
            series.setdefault(f"{told.type} {told.mode} {_sides(told)}", []).append(told)
    return [
        _conflict("date", about, (one.day, one.backing), (other.day, other.backing))
        for about, rivals in series.items()
        for one, other in pairwise(sorted(rivals, key=lambda o: o.day))
        if _rival_dates(one, other)
    ]


def _sides(told: Occurrence) -> str:
    """Return who stood where: `IND|KAZ` where all are alike, `IND → KAZ` where one acts on the other."""
    by_role: dict[str, set[str]] = {}
    for party in told.parties:
        if party.kind in {"state", "organisation"}:
            by_role.setdefault(party.role, set()).add(party.entity)
    order = {"actor": 0, "party": 0, "recipient": 1}
    roles = sorted(by_role, key=lambda role: (order.get(role, 2), role))
    return " → ".join("|".join(sorted(by_role[role])) for role in roles)


def _rival_dates(one: Occurrence, other: Occurrence) -> bool:
    apart = date.fromisoformat(other.day) - date.fromisoformat(one.day)
    shared = set(one.backing.documents) & set(other.backing.documents)
    return 0 < apart.days <= MONTH_DAYS and not shared


def _conflict(kind: str, about: str, one: Side, other: Side) -> Conflict:
    claims = sorted({*one[1].claims, *other[1].claims})
    digest = hashlib.sha256("|".join([kind, about, *claims]).encode()).hexdigest()[:12]
    return Conflict(digest, kind, about, (one, other))
