"""In which organisations two parties sit together, by what articles tell and by the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from elchi.model import DateSpan
from elchi.packs.memberships import load_memberships_data
from elchi.packs.reference import CATALOGUE
from elchi.query.answers import Standing, span_json
from elchi.query.as_of import standings_on, standings_told
from elchi.query.naming import Naming, label
from elchi.query.sources import Sources
from elchi.query.terms import HOLDING, Held, held_on
from elchi.query.told import Clock, Told, told_of
from elchi.record import Record, Subject

RANKS = ("member_of", "observer_of", "dialogue_partner_of")
"""The surest standing first: who is a member is no longer an observer."""
_TODAY = "9999-12-31"


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
    ours, theirs = (_seats(record, side, catalogue, clock) for side in (first, second))
    found = [Common(body, label(body, catalogue), ours[body], theirs[body]) for body in ours.keys() & theirs.keys()]
    found.sort(key=lambda one: one.label)
    return tuple(sorted(found, key=lambda one: max(RANKS.index(s.standing) for s in (one.first, one.second))))


def _seats(record: Record, entity: str, catalogue: Naming, clock: Clock) -> dict[str, Seat]:
    """Return an entity's standing in each organisation, by the organisation's id."""
    on = clock.on or _TODAY
    found: dict[str, Seat] = {}
    for term in load_memberships_data():
        if term.member == entity and held_on(on, term.standing, "ongoing", term.begin, term.end, "") is Held.SURELY:
            found[term.organisation] = Seat(term.standing, term.begin)
    told = [s for s in _told(record, entity, catalogue, clock) if s.type in RANKS and s.status in HOLDING]
    for standing in sorted(told, key=lambda s: -RANKS.index(s.type)):
        body = standing.party("object")
        if body is not None and standing.party("subject") == entity and (clock.on or standing.now):
            found[body] = Seat(standing.type, standing.valid_from, standing.backing.claims)
    return found


def _told(record: Record, entity: str, catalogue: Naming, clock: Clock) -> Iterable[Standing]:
    if clock.known is None:
        held = record.standings_in(entity, RANKS)
        told = Told([], held, [], [], [], Sources.of(record, held, catalogue))
    else:
        told = told_of(record, Subject(entity=entity), catalogue, clock, wanted=("standings",), all_standings=True)
    return standings_on(standings_told(record, told, catalogue, clock), clock.on)
