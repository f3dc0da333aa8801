"""Which candidates become claims: the likely ones, one reading of the same words, one claim for one telling."""

from __future__ import annotations

from collections.abc import Sequence

from elchi.claims.events import Candidate
from elchi.model import Claim, ClaimKind


def select_events(candidates: Sequence[Candidate], threshold: float) -> list[Claim]:
    """Return the claims of one sentence: best first, none over words that a better one has used."""
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: -c.claim.confidence):
        if candidate.claim.confidence < threshold:
            break
        if not any(_same_telling(candidate, other) for other in chosen):
            chosen.append(candidate)
    return [c.claim for c in sorted(chosen, key=lambda c: (c.predicate.first, c.predicate.after))]


def _same_telling(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates use the same words, or tell one act of the same sides in one clause."""
    overlap = a.predicate.begin < b.predicate.after and b.predicate.begin < a.predicate.after
    if overlap:
        return True
    same_clause = (
        a.claim.evidence[0].start < b.claim.evidence[0].end and b.claim.evidence[0].start < a.claim.evidence[0].end
    )
    return same_clause and a.claim.type == b.claim.type and _sides(a.claim) == _sides(b.claim)


def _sides(claim: Claim) -> frozenset[tuple[str, str]]:
    return frozenset((p.role, p.entity) for p in claim.participants if p.role in {"party", "actor", "recipient"})


def select_statements(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims without statements that say again, word for word, what one before them says."""
    seen: set[tuple[object, ...]] = set()
    out = []
    for claim in claims:
        if claim.kind is ClaimKind.STATEMENT:
            people = tuple(sorted((p.role, p.entity) for p in claim.participants))
            key = (claim.type, people, str(claim.value), claim.evidence[0])
            if key in seen:
                continue
            seen.add(key)
        out.append(claim)
    return out
