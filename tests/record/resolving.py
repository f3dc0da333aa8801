"""A small resolver, so that these tests need none: events of one day and type are one occurrence."""

from __future__ import annotations

import hashlib

from elchi.model import ClaimKind
from elchi.model.record import Conflict, ConflictKind, Occurrence, Promise, Resolved, Side, Stage, Standing, Step


def resolve(block, claims, *, reports, **_decided):
    events, others = {}, []
    for claim in sorted(claims, key=lambda c: c.claim):
        if claim.kind is ClaimKind.EVENT and claim.date is not None:
            events.setdefault((claim.type, claim.mode, claim.date.start), []).append(claim)
        else:
            others.append(claim)
    return Resolved(
        occurrences=_sorted(_occurrence(block, group) for group in events.values()),
        standings=_sorted(_standing(block, claim) for claim in others),
        conflicts=_sorted(_conflicts(block, claims, reports)),
        promises=_sorted(_promise(block, claim) for claim in claims if claim.status == "planned"),
    )


def _sorted(things):
    return tuple(sorted(things, key=lambda thing: thing.id))


def _occurrence(block, group):
    ids = tuple(sorted(claim.claim for claim in group))
    first = group[0]
    return Occurrence(
        id=_id("o", *ids), block=block, type=first.type, mode=first.mode, status=first.status.value,
        plover=first.plover, frame="", date=first.date, place=first.place, lead=ids[0], claims=ids,
    )  # fmt: skip


def _standing(block, claim):
    return Standing(
        id=_id("s", claim.claim), block=block, type=claim.type, status=claim.status.value, slot="", lead=claim.claim,
        claims=(claim.claim,), valid_from=claim.valid_from,
    )  # fmt: skip


def _conflicts(block, claims, reports):
    """Two places in two reports clash."""
    places = {}
    for claim in claims:
        if claim.place:
            places.setdefault(claim.place["label"], set()).add(claim.claim)
    if len(places) > 1 and len(set(reports.values())) > 1:
        sides = tuple(Side(place, tuple(sorted(told))) for place, told in sorted(places.items()))
        yield Conflict(_id("c", block), block, ConflictKind.PLACE, "place", sides)


def _promise(block, claim):
    step = Step(Stage.PLANNED, claim.date, (claim.claim,))
    return Promise(_id("p", claim.claim), block, "visit", claim.mode, claim.claim, claim.date, (step,))


def _id(*parts):
    return parts[0] + hashlib.sha256("|".join(parts).encode()).hexdigest()[:12]
