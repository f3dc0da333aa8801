"""A visit told of a month, dated by the meeting that it was for: "last November" and "met in Astana on 9 November"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from elchi.model import DateSpan
from elchi.model.record import Occurrence
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.days import SpanIndex, holds, in_words, width
from elchi.reconcile.happenings import Happening
from elchi.reconcile.homes import WIDE

Row = tuple[Occurrence, Happening]
_HOST = "recipient"


def dated_by_parts(rows: Sequence[Row], lifecycle: Lifecycle) -> list[Row]:
    """Return the occurrences; one that lasts and is told of a month gets the days of what happened within it.

    It does where all that its persons did with the same parties in that month, in the host's country or in no place
    that is told, lies within one stay; where they came by no other such stay; and where a day is told at all.
    """
    vague = {number: row for number, row in enumerate(rows) if _is_vague(row, lifecycle)}
    if not vague:
        return list(rows)
    index = SpanIndex()
    for number, (_, happening) in enumerate(rows):
        if happening.days is not None and number not in vague:
            index.add(happening.days, number)
    parts = {number: _parts(row, rows, index, lifecycle) for number, row in vague.items()}
    counted = Counter(part for found in parts.values() for part in found)
    made = list(rows)
    for number, found in parts.items():
        if found and all(counted[part] == 1 for part in found):
            made[number] = _dated(rows[number], [rows[part] for part in found])
    return made


def _is_vague(row: Row, lifecycle: Lifecycle) -> bool:
    occurrence, happening = row
    act = _act(occurrence)
    return act in lifecycle.within and lifecycle.lasting.get(act, 0) < width(happening.days) <= WIDE


def _parts(whole: Row, rows: Sequence[Row], index: SpanIndex, lifecycle: Lifecycle) -> list[int]:
    """Return what happened within a stay; nothing where another such stay is told of the same days."""
    occurrence, stay = whole
    act = _act(occurrence)
    if stay.days is None or not stay.persons:
        return []
    guests = _guests(stay) or stay.persons
    hosts = {entity for role, entity in stay.tellings[0].sides if role == _HOST}
    found: list[int] = []
    for number in index.near(stay.days):
        other, inside = rows[number]
        if inside.days is None or not holds(stay.days, inside.days) or not _one_status(occurrence, other, lifecycle):
            continue
        if _act(other) == act and guests & inside.persons:
            return []
        shared = guests & inside.persons and (inside.persons <= stay.persons or stay.persons <= inside.persons)
        if _act(other) in lifecycle.within[act] and shared and (not inside.place[1] or inside.place[1] in hosts):
            found.append(number)
    days = [days for number in found if (days := rows[number][1].days) is not None]
    together = max((d[1] for d in days), default=0) - min((d[0] for d in days), default=0)
    return found if together <= lifecycle.lasting.get(act, 0) else []


def _dated(whole: Row, parts: Sequence[Row]) -> Row:
    occurrence, stay = whole
    days = [happening.days for _, happening in parts if happening.days is not None]
    first, last = min(d[0] for d in days), max(d[1] for d in days)
    told = in_words(stay.days)
    stay.days = first, last
    span = DateSpan.about(date.fromordinal(first), date.fromordinal(last))
    reason = f"told of {told}; dated by what the same persons did there within it, {in_words((first, last))}"
    return replace(occurrence, date=span, reasons=(*occurrence.reasons, reason)), stay


def _guests(stay: Happening) -> frozenset[str]:
    return frozenset(
        p.entity for t in stay.tellings for p in t.claim.participants if p.role == "actor" and p.kind == "person"
    )


def _one_status(one: Occurrence, other: Occurrence, lifecycle: Lifecycle) -> bool:
    same = lifecycle.one_status
    return same.get(one.status, one.status) == same.get(other.status, other.status)


def _act(occurrence: Occurrence) -> str:
    return f"{occurrence.type} {occurrence.mode}".rstrip()
