"""Dates that one telling lends another: what two sides did at a dated meeting, they did on its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elchi.model import Claim, ClaimKind, DateSpan, Precision, Reason, Status

# Acts told in one report as done at the meeting it reports; agreements and words, not troops and sanctions.
_LENDING = "CONSULT"
_TRAVEL = "visit"
_BORROWING = frozenset({"CONSULT", "SUPPORT", "AGREE", "REQUEST", "COOPERATE"})


def lend_dates(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with the day of the report's one dated meeting of two sides on their other undated acts.

    Nothing is lent where the article dates meetings of the same sides to several days, and nothing to
    background or to acts that lie ahead.
    """
    days: dict[frozenset[str], dict[DateSpan, Claim]] = {}
    for claim in claims:
        if (
            claim.type == _LENDING
            and not any(reason.rule == "caption" for reason in claim.reasons)  # a photo may be an old one
            and claim.mode != _TRAVEL
            and _is_news(claim)
            and claim.date is not None
            and claim.date.precision is Precision.DAY
        ):
            days.setdefault(_sides(claim), {})[replace(claim.date, text="")] = claim
    return [_dated(claim, days.get(_sides(claim), {})) for claim in claims]


def _is_news(claim: Claim) -> bool:
    return claim.kind is ClaimKind.EVENT and claim.status is Status.PAST and not claim.background


def _sides(claim: Claim) -> frozenset[str]:
    return frozenset(
        p.entity for p in claim.participants if p.role in {"party", "actor", "recipient"} and p.kind != "person"
    )


def _people(claim: Claim) -> frozenset[str]:
    return frozenset(p.entity for p in claim.participants if p.kind == "person")


def _dated(claim: Claim, days: dict[DateSpan, Claim]) -> Claim:
    if claim.date is not None or len(days) != 1 or not _is_news(claim) or claim.type not in _BORROWING:
        return claim
    ((date, lender),) = days.items()
    people, lenders = _people(claim), _people(lender)
    if people and lenders and not people & lenders:
        return claim  # other officials of the same sides
    reason = Reason("date:of the meeting", lender.evidence[0].text, 0.0)
    return replace(claim, date=date, reasons=(*claim.reasons, reason))
