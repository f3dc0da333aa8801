"""What can hold one value at a time, and the term that ends where the next begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from elchi.model import DateSpan, Status
from elchi.model.record import Standing
from elchi.packs import Ontology
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.days import days_of
from elchi.reconcile.statements import HOLDING, OFFICE, Held, Said
from elchi.reconcile.wordings import family_of

STANDING_IN = "standing_in"
BY_OBJECT = "object"
Row = tuple[Standing, Held]


def slot_of(one: Said, ontology: Ontology) -> str:
    """Return what can hold one value at a time, such as `chairs SCO`; "" where the property is not exclusive."""
    known = ontology.properties.get(one.claim.type)
    if known is None:
        return ""
    subject, target = _entity(one, "subject"), _entity(one, "object")
    if one.claim.type == OFFICE:
        return f"{OFFICE} {one.office} {target}" if one.office in ontology.offices.single and target else ""
    if not known.exclusive:
        return ""
    if known.exclusive == BY_OBJECT:
        return f"{one.claim.type} {target}"
    if known.exclusive == STANDING_IN:
        return f"{STANDING_IN} {subject} {target}"
    return " ".join([one.claim.type, *sorted(entity for _, entity in one.sides)])


def _entity(one: Said, role: str) -> str:
    return next((p.entity for p in one.claim.participants if p.role == role), "")


def holder(row: Row, ontology: Ontology) -> Any:  # noqa: ANN401 - a value is any JSON value
    """Return what holds the slot of a standing: an entity, a property, or a value."""
    standing, held = row
    known = ontology.properties[standing.type]
    if known.exclusive == BY_OBJECT or standing.type == OFFICE:
        return _entity(held.first, "subject")
    return standing.type if known.exclusive == STANDING_IN else standing.value


def end_terms(rows: Sequence[Row], ontology: Ontology, lifecycle: Lifecycle) -> list[Row]:
    """Return the standings, each without an end ended by the next that took its slot, and former holders over."""
    slots: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        standing = row[0]
        if standing.slot and standing.status in HOLDING and standing.type not in lifecycle.of_a_period:
            slots.setdefault((standing.slot, family_of(standing.value, ontology)), []).append(row)
    changed = {standing.id: standing for slot in slots.values() for standing in _followed(slot, ontology, lifecycle)}
    return [(_left(changed.get(s.id, s), held, rows_of), held) for rows_of in [_former(rows)] for s, held in rows]


def _followed(slot: Sequence[Row], ontology: Ontology, lifecycle: Lifecycle) -> list[Standing]:
    """Return the standings of a slot that have a successor, with it.

    Of a term that nobody dates it is known that it is over, not that it lasted until the next that is told.
    """
    dated = sorted((days[0], s.id, holder((s, h), ontology), s) for s, h in slot if (days := days_of(s.valid_from)))
    starts = [row[0] for row in dated]
    after = list(range(1, len(dated) + 1))  # for each, the next that another holds
    for place in range(len(dated) - 2, -1, -1):
        if dated[place][2] == dated[place + 1][2]:
            after[place] = after[place + 1]
    found = []
    for standing, held in slot:
        begun, told = days_of(standing.valid_from), held.told
        last = begun[1] if begun else (told[-1] if told else None)
        if last is None or standing.valid_to is not None:
            continue
        place = bisect_right(starts, last)
        if place < len(dated) and dated[place][2] == holder((standing, held), ontology):
            place = after[place]
        if place < len(dated):
            following = dated[place][3]
            ended = None if begun is None and standing.type in lifecycle.of_a_term else following.valid_from
            found.append(replace(standing, valid_to=ended, ended_by=following.id, now=False))
        elif standing.slot.startswith(STANDING_IN):
            found += _changed((standing, held), slot)
    return found


def _changed(row: Row, slot: Sequence[Row]) -> list[Standing]:
    """Return a membership as over where a later article tells of another: between the last word of it and that."""
    standing, held = row
    begun = days_of(standing.valid_from)
    if not held.told or standing.status == Status.PAST.value or (begun is not None and begun[0] > held.told[-1]):
        return []
    undated = [(h.told[0], s.id) for s, h in slot if s.valid_from is None and h.told and s.type != standing.type]
    later = [(day, id_) for day, id_ in undated if day > held.told[-1]]
    if not later:
        return []
    day, id_ = min(later)
    between = DateSpan.about(date.fromordinal(held.told[-1] + 1), date.fromordinal(day))
    return [replace(standing, valid_to=between, ended_by=id_, now=False)]


def _former(rows: Sequence[Row]) -> dict[object, int]:
    """Return, for each office that somebody is said to have held, when that was said last."""
    told: dict[object, int] = {}
    for standing, held in rows:
        if standing.type == OFFICE and standing.status == "past" and held.told:
            key = held.first.sides, held.first.office
            told[key] = max(told.get(key, 0), held.told[-1])
    return told


def _left(standing: Standing, held: Held, former: dict[object, int]) -> Standing:
    """Mark an office as left when a later article says so."""
    if standing.type != OFFICE or standing.status == "past" or not held.told or not standing.now:
        return standing
    over = former.get((held.first.sides, held.first.office), 0) > held.told[-1]
    return replace(standing, now=False) if over else standing
