"""An event claim as resolution weighs it: its act, parties, days, persons, place, report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from elchi.model import Claim
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.days import Days, days_of, published

_COLLECTIVE = frozenset({"state", "organisation", "group"})
_CORE_ROLES = frozenset({"party", "actor", "recipient"})
_FRAME = "frame:"

Side = tuple[str, str]
"""Role and entity."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One event claim.

    Attributes:
        act: `TYPE mode`.
        sides: the states, organisations and groups that act or are acted on, with their roles.
        days: the days that its date may mean; None where nothing gives or resolves one.
        persons: who is named in person.
        about: the agreements that it is about.
        document: the frame, where it tells another kind of document than an agreement; else "".
        place: entity and country; "" where not told.
        report: the report of its article, else the article.
        told: the day of publication.
    """

    claim: Claim
    act: str
    status: str
    sides: frozenset[Side]
    days: Days | None
    persons: frozenset[str]
    about: frozenset[str]
    document: str
    place: Side
    value: str
    report: str
    told: int | None

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.claim


def act_of(claim: Claim) -> str:
    """Return type and mode as one name."""
    return f"{claim.type} {claim.mode}".rstrip()


def frame_of(claim: Claim) -> str:
    """Return the frame that a claim's reasons name; "" where they name none."""
    rules = (reason.rule for reason in claim.reasons)
    return next((rule.removeprefix(_FRAME) for rule in rules if rule.startswith(_FRAME)), "")


def telling(claim: Claim, reports: Mapping[str, str], lifecycle: Lifecycle) -> Telling:
    """Return an event claim as resolution weighs it."""
    act = act_of(claim)
    people = claim.participants
    place = claim.place or {}
    return Telling(
        claim, act, claim.status.value,
        sides=frozenset((p.role, p.entity) for p in people if p.role in _CORE_ROLES and p.kind in _COLLECTIVE),
        days=days_of(claim.date),
        persons=frozenset(p.entity for p in people if p.kind == "person"),
        about=_agreements(claim, of_document=act in lifecycle.of_documents),
        document=_document(claim, act, lifecycle),
        place=(str(place.get("entity") or ""), str(place.get("country") or "")),
        value=value_key(claim.value) if claim.value else "",
        report=reports.get(claim.document, claim.document),
        told=published(claim),
    )  # fmt: skip


def _agreements(claim: Claim, *, of_document: bool) -> frozenset[str]:
    """Return the ids, else the names, of the agreements or plans that a claim is about."""
    told = claim.instrument or {}
    instrument = str(told.get("id") or told.get("name") or "")
    named = {p.entity for p in claim.participants if p.role == "about"} if of_document else set()
    return frozenset({*named, instrument} - {""})


def _document(claim: Claim, act: str, lifecycle: Lifecycle) -> str:
    frame = frame_of(claim) if act in lifecycle.of_documents else ""
    return frame if frame in lifecycle.other_documents else ""


def value_key(value: dict[str, Any] | None) -> str:
    """Return the value as text that is equal for equal values: 27 and 27.0 are one number."""
    return "|".join(f"{name}={_plain(value[name])}" for name in sorted(value)) if value else ""


def _plain(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return repr(float(value))
