"""Statement claims that say the same become one standing.

Claims are merged when type, status, parties and value agree, and the times when they say so do not
differ: a claim without a time joins the others when these have one time only.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from elchi.model import Claim, ClaimKind, DateSpan
from elchi.packs import load_ontology_data
from elchi.query.answers import Backing, Standing
from elchi.query.naming import Naming, parties


def standings(claims: Sequence[Claim], catalogue: Naming) -> list[Standing]:
    """Return the standings among `claims`, by type, then the latest beginning first."""
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        if claim.kind is ClaimKind.STATEMENT:
            groups.setdefault(_what(claim), []).append(claim)
    found = [_standing(same, catalogue) for group in groups.values() for same in _by_time(group)]
    found.sort(key=lambda s: s.backing.claims)
    found.sort(key=lambda s: begins(s) or s.backing.published, reverse=True)
    return sorted(found, key=lambda s: s.type)


def begins(standing: Standing) -> str:
    """Return the first day of a standing, "" where nobody says it."""
    return standing.valid_from.start.isoformat() if standing.valid_from and standing.valid_from.start else ""


def ends(standing: Standing) -> str:
    """Return the last day of a standing, "" where nobody says it."""
    return standing.valid_to.end.isoformat() if standing.valid_to and standing.valid_to.end else ""


def value_key(value: dict[str, Any] | None) -> str:
    """Return the value as text that is equal for equal values: 27 and 27.0 are one number."""
    plain = {k: float(v) if isinstance(v, int) and not isinstance(v, bool) else v for k, v in (value or {}).items()}
    return json.dumps(plain, sort_keys=True, ensure_ascii=False)


def _what(claim: Claim) -> object:
    known = load_ontology_data().properties.get(claim.type)
    sides: list[tuple[str, str]] = sorted((p.role, p.entity) for p in claim.participants)
    if known is not None and known.symmetric:
        sides = sorted(("", p.entity) for p in claim.participants)
    place = str((claim.place or {}).get("entity", ""))
    return claim.type, claim.status, tuple(sides), value_key(claim.value), place


def _by_time(claims: Sequence[Claim]) -> list[list[Claim]]:
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        groups.setdefault((_days(claim.valid_from), _days(claim.valid_to)), []).append(claim)
    timeless = groups.pop((None, None), [])
    if len(groups) == 1:
        return [[*next(iter(groups.values())), *timeless]]
    return [*groups.values(), timeless] if timeless else list(groups.values())


def _days(span: DateSpan | None) -> object:
    return None if span is None or span.start is None else (span.start, span.end)


def _standing(claims: Sequence[Claim], catalogue: Naming) -> Standing:
    best = max(claims, key=lambda c: (_days(c.valid_from) is not None, c.confidence, c.claim))
    return Standing(
        type=best.type, status=best.status.value, parties=parties(best, catalogue), value=best.value,
        valid_from=best.valid_from, valid_to=best.valid_to, place=best.place, backing=Backing.of(claims),
    )  # fmt: skip
