"""What people decided about the claims of a record, handed to resolution as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from elchi.model.claim import Claim

CORRECTABLE = frozenset({"type", "mode", "status", "plover", "date", "participants", "value", "valid", "place"})
"""Fields of the claim format that a person may correct; the rest says what stands in the article."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Settled:
    """Why both sides of a conflict were written, or which one holds; and who says so."""

    explanation: str
    by: str


@dataclass(frozen=True, slots=True)
class Judged:
    """Decisions that stand. Ids that no claim or conflict has are passed over.

    Attributes:
        rejected: claims that are left out.
        confirmed: claims that somebody found true to their words; they lead what they are part of.
        apart: pairs of claims that are not one occurrence or standing; they go before `together`.
        together: pairs of claims that are one occurrence or standing.
        settled: conflicts, by id, that somebody explained.
        corrected: for a claim, the fields that replace those read, in the shape of the claim format: `type`, `mode`,
            `status`, `plover`, `date`, `participants`, `value`, `valid`, `place`. None takes a field away.
    """

    rejected: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()
    apart: frozenset[Pair] = frozenset()
    together: frozenset[Pair] = frozenset()
    settled: Mapping[str, Settled] = field(default_factory=dict)
    corrected: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def corrected(claim: Claim, changes: Mapping[str, Any] | None) -> Claim:
    """Return a claim with the fields that `changes` gives, in the shape of the claim format; its id stays.

    Raises:
        KeyError, ValueError: a field is not in that shape.
    """
    if not changes:
        return claim
    row: dict[str, Any] = claim.to_json()
    for field_ in CORRECTABLE & changes.keys():
        if changes[field_] is None:
            row.pop(field_, None)
        else:
            row[field_] = changes[field_]
    return Claim.from_json(row)
