"""Event claims that tell one happening become one occurrence.

First cut, kept simple on purpose: claims are merged only when type, mode, status, date and parties
agree exactly - states, organisations and groups with their roles, and the persons unless one of the
claims names none. An event without a resolved date is never merged with another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from elchi.model import Claim, ClaimKind, DateSpan
from elchi.query.answers import Backing, Occurrence
from elchi.query.naming import Naming, parties

TREATY = "treaty"
_FRAME = "frame:"
_COLLECTIVE = frozenset({"state", "organisation", "group"})


def occurrences(claims: Sequence[Claim], catalogue: Naming) -> list[Occurrence]:
    """Return the occurrences that the event claims among `claims` tell, newest first."""
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        if claim.kind is ClaimKind.EVENT:
            groups.setdefault(_what(claim, catalogue), []).append(claim)
    found = [_occurrence(told, catalogue) for group in groups.values() for told in _by_persons(group)]
    return sorted(found, key=lambda o: o.order, reverse=True)


def _what(claim: Claim, catalogue: Naming) -> object:
    """Return what must agree; the claim itself where its date is unknown, so that it stays alone.

    Of what an event is about only a treaty must agree: an organisation is named there by some and not by others.
    """
    if claim.date is None or claim.date.start is None:
        return claim.claim
    collective = frozenset(
        (p.role, p.entity)
        for p in claim.participants
        if p.kind in _COLLECTIVE and (p.role != "about" or _is_treaty(p.entity, catalogue))
    )
    span = (claim.date.start, claim.date.end, claim.date.precision)
    return claim.type, claim.mode, claim.status, span, collective


def _is_treaty(entity: str, catalogue: Naming) -> bool:
    known = catalogue.entities.get(entity)
    return known is not None and known.subkind == TREATY


def _by_persons(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Part the claims by the persons they name; those that name none join the others if these agree."""
    groups: dict[frozenset[str], list[Claim]] = {}
    for claim in claims:
        persons = frozenset(p.entity for p in claim.participants if p.kind == "person")
        groups.setdefault(persons, []).append(claim)
    nameless = groups.pop(frozenset(), [])
    if len(groups) == 1:
        return [[*next(iter(groups.values())), *nameless]]
    return [*groups.values(), nameless] if nameless else list(groups.values())


def _occurrence(claims: Sequence[Claim], catalogue: Naming) -> Occurrence:
    """Make one occurrence; its parties and place are those of the claim that names most."""
    fullest = max(claims, key=lambda c: (len(c.participants), c.confidence, c.claim))
    frames = Counter(f for f in map(_frame, (fullest, *claims)) if f)
    frame = frames.most_common(1)[0][0] if frames else ""
    placed = next((c.place for c in (fullest, *claims) if c.place), None)
    return Occurrence(
        type=fullest.type, mode=fullest.mode, status=fullest.status.value, plover=fullest.plover,
        date=_date(fullest, claims), place=placed, parties=parties(fullest, catalogue), backing=Backing.of(claims),
        background=all(c.background for c in claims), virtual=any(c.virtual for c in claims),
        value=next((c.value for c in (fullest, *claims) if c.value), None),
        instrument=next((c.instrument for c in (fullest, *claims) if c.instrument), None), frame=frame,
    )  # fmt: skip


def _frame(claim: Claim) -> str:
    """Return the frame that a claim's reasons name; "" where they name none."""
    rules = (reason.rule for reason in claim.reasons)
    return next((rule.removeprefix(_FRAME) for rule in rules if rule.startswith(_FRAME)), "")


def _date(fullest: Claim, claims: Sequence[Claim]) -> DateSpan | None:
    return fullest.date or next((c.date for c in claims if c.date), None)
