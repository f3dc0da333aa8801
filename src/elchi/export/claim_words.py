"""A claim in words, and its reasons in two parts: what was found, and what was weighed."""

from __future__ import annotations

from elchi import query
from elchi.export.wording import in_words, marks_of, span_in_words, speaker_in_words, standing_in_words
from elchi.model import Claim, ClaimKind, Reason

_RULES = frozenset({"frame", "under", "party"})
"""Rules that say what was found; the other reasons are features with their weights."""


def claim_in_words(claim: Claim, catalogue: query.Naming) -> str:
    """Return what the claim says in words, with its date or value."""
    if claim.kind is ClaimKind.EVENT:
        told = query.occurrence_of_claim(claim, catalogue)
        return f"{in_words(told)}, {span_in_words(told.date)}"
    if claim.kind is ClaimKind.STATEMENT:
        return standing_in_words(query.standing_of_claim(claim, catalogue))
    return f"{speaker_in_words(query.quote_of_claim(claim, catalogue).speakers)} said"


def marks_of_claim(claim: Claim) -> list[str]:
    """Return its status where that is not the plain one, and the marks of a reading that asks for care."""
    told = [claim.status.value] if claim.kind is ClaimKind.EVENT and claim.status != "past" else []
    return [*told, *marks_of(query.Backing.of([claim]))]


def rules_of(claim: Claim) -> list[Reason]:
    """Return the reasons that say what was found, in the order of the reading."""
    return [reason for reason in claim.reasons if _is_rule(reason)]


def weights_of(claim: Claim) -> list[Reason]:
    """Return the reasons that were summed to the confidence."""
    return [reason for reason in claim.reasons if not _is_rule(reason)]


def _is_rule(reason: Reason) -> bool:
    return (reason.rule.partition(":")[0] in _RULES and ":" in reason.rule) or not reason.weight
