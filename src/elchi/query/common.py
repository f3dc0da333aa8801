"""In which organisations two parties sit together, by what articles tell and by the catalogue."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from elchi.model import DateSpan
from elchi.packs.memberships import MembershipTerm, load_memberships_data
from elchi.packs.reference import CATALOGUE
from elchi.query.answers import span_json
from elchi.query.as_of import standings_on, standings_told
from elchi.query.naming import Naming, label
from elchi.query.terms import HOLDING, Held, held_on
from elchi.query.told import Clock, told_of
from elchi.record import Record, Subject

RANKS = ("member_of", "observer_of", "dialogue_partner_of")
"""The surest standing first: who is a member is no longer an observer."""
_TODAY = "9999-12-31"
_HELD = frozenset({Held.SURELY, Held.PERHAPS})
Seats = dict[str, "Seat"]
"""What an entity is in organisations, by their ids."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One party's standing in an organisation.

    Attributes:
        since: between which days it began; None where nobody says it.
        claims: the claims that tell it; empty where the catalogue alone does.
    """

    standing: str
    since: DateSpan | None
    claims: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give the seat as an object of the answer `pair`."""
        source = "articles" if self.claims else CATALOGUE
        return {
            "standing": self.standing, "since": span_json(self.since), "source": source, "told_by": list(self.claims),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Common:
    """An organisation in which both sit."""

    organisation: str
    label: str
    first: Seat
    second: Seat

    def to_json(self) -> dict[str, Any]:
        """Give the organisation as an object of the answer `pair`."""
        return {
            "organisation": self.organisation, "label": self.label, "seats": [self.first.to_json(),
                                                                              self.second.to_json()],
        }  # fmt: skip


def in_common(record: Record, first: str, second: str, catalogue: Naming, clock: Clock) -> tuple[Common, ...]:
    """Return the organisations in which two entities sit by now, or on `clock.on`, by what was known by `clock.known`.

    What articles tell goes before what the catalogue says. Members stand before those of whom one is an observer.
    """
    sides = {side: _by_catalogue(side, clock.on or _TODAY) for side in (first, second)}
    if clock.known is None:
        told = _told(record, sides, clock.on)
    else:
        told = {side: _as_known(record, side, catalogue, clock) for side in sides}
    ours, theirs = (sides[side] | told[side] for side in (first, second))
    found = [Common(body, label(body, catalogue), ours[body], theirs[body]) for body in ours.keys() & theirs.keys()]
    found.sort(key=lambda one: one.label)
    return tuple(sorted(found, key=lambda one: max(RANKS.index(s.standing) for s in (one.first, one.second))))


def _by_catalogue(entity: str, on: str) -> Seats:
    """Return an entity's standing in each organisation on a day, by the catalogue."""
    terms = _terms().get(entity, ())
    sure = (t for t in terms if held_on(on, t.standing, "ongoing", t.begin, t.end, "") is Held.SURELY)
    return {term.organisation: Seat(term.standing, term.begin) for term in sure}


@cache
def _terms() -> dict[str, list[MembershipTerm]]:
    found: dict[str, list[MembershipTerm]] = {}
    for term in load_memberships_data():
        found.setdefault(term.member, []).append(term)
    return found


def _told(record: Record, sides: Mapping[str, Seats], on: str | None) -> dict[str, Seats]:
    """Return what articles tell of each side in those organisations in which both may sit."""
    bodies = [record.seated_in(side, RANKS) | known.keys() for side, known in sides.items()]
    both = set.intersection(*bodies)
    return {side: _seats(record, side, both, on) if both else {} for side in sides}


def _seats(record: Record, entity: str, bodies: Collection[str], on: str | None) -> Seats:
    """Return an entity's standing in some organisations: the surest, of these the one that began first."""
    told = record.seats(entity, bodies, RANKS, on)
    told.sort(key=lambda seat: seat.id, reverse=True)
    told.sort(key=lambda seat: (RANKS.index(seat.type), seat.day))
    found: Seats = {}
    for seat in told:
        if seat.object in found:
            continue
        standing = seat.standing()
        bounds = standing.type, standing.status, standing.valid_from, standing.valid_to
        if on is None or held_on(on, *bounds, seat.known) in _HELD:
            found[seat.object] = Seat(standing.type, standing.valid_from, tuple(sorted(standing.claims)))
    return found


def _as_known(record: Record, entity: str, catalogue: Naming, clock: Clock) -> Seats:
    """Return an entity's standing in each organisation by what was known on `clock.known`."""
    told = told_of(record, Subject(entity=entity), catalogue, clock, wanted=("standings",))
    held = standings_on(standings_told(record, told, catalogue, clock), clock.on)
    found: Seats = {}
    seated = [s for s in held if s.type in RANKS and s.status in HOLDING and s.party("subject") == entity]
    for standing in sorted(seated, key=lambda s: -RANKS.index(s.type)):
        body = standing.party("object")
        if body is not None and (clock.on or standing.now):
            found[body] = Seat(standing.type, standing.valid_from, standing.backing.claims)
    return found
