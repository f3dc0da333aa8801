"""What the mentions of an article mean: parties with their states and persons, and the day that dates count from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from elchi.model.claim import Basis
from elchi.model.entity import Entity
from elchi.model.mention import PartyMention
from elchi.model.time import DateSpan


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen, it takes far longer to make
class Side:
    """A state, organisation or group on whose behalf a party acts, and how it was found."""

    entity: Entity
    basis: Basis
    score: float
    reason: str


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen, it takes far longer to make
class LinkedParty:
    """A party and what it means. `sides` is empty where only the discourse can tell (he, both countries).

    `place` is the town or state that it names as a place, `country` the state in which that lies.
    """

    mention: PartyMention
    sides: tuple[Side, ...] = ()
    person: Entity | None = None
    office: str = ""
    sector: str = ""
    place: Entity | None = None
    country: Entity | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """The day of publication; without one, the year and the latest day that the text itself fixes, and why.

    `told` is the date that the article told last before the one to be resolved: that day, two days later count from it.
    """

    published: date | None = None
    year: int | None = None
    reason: str = ""
    latest: date | None = None
    told: DateSpan | None = None


@dataclass(frozen=True, slots=True)
class HomeState:
    """The state that local news leaves unsaid, and why it is taken to be that one."""

    entity: Entity
    reason: str


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """The parties of each passage, linked; the home state, if any; what dates count from."""

    passages: tuple[tuple[LinkedParty, ...], ...]
    home: HomeState | None
    reference: Reference
