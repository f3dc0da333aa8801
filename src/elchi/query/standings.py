"""Statement claims that say the same become one standing.

Claims are merged when type, status, parties and value agree, and the times that they give nest: no
time, a year, a day of that year are one time told more or less exactly. A time that fits two exact
ones stays alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from elchi.model import Claim, ClaimKind, DateSpan
from elchi.packs import load_ontology_data
from elchi.query.answers import Backing, Standing
from elchi.query.naming import Naming, parties

STANDING_IN = "standing_in"
HOLDING = frozenset({"past", "ongoing"})
Days = tuple[date, date]
Time = tuple[Days | None, Days | None]
_EVER = 10**7  # days: more than any span of two dates


def standings(claims: Sequence[Claim], catalogue: Naming) -> list[Standing]:
    """Return the standings among `claims`, by type, then the latest beginning first."""
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        if claim.kind is ClaimKind.STATEMENT:
            groups.setdefault(_what(claim), []).append(claim)
    found = [_standing(same, catalogue) for group in groups.values() for same in _by_time(group)]
    found = [_with_now(standing, found) for standing in found]
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
    """Part the claims by the time they give; a vaguer time joins the exact one that it holds, if that is one only."""
    groups: dict[Time, list[Claim]] = {}
    for claim in claims:
        groups.setdefault((_days(claim.valid_from), _days(claim.valid_to)), []).append(claim)
    merged: dict[Time, list[Claim]] = {}
    for time in sorted(groups, key=_vagueness):
        inside = [exact for exact in merged if _holds_time(time, exact)]
        home = inside[0] if len(inside) == 1 else time
        merged.setdefault(home, []).extend(groups[time])
    return list(merged.values())


def _vagueness(time: Time) -> tuple[int, ...]:
    """Return how many days a time may mean, the beginning first; an unknown one is vaguest."""
    return tuple(_EVER if days is None else (days[1] - days[0]).days for days in time)


def _holds_time(wide: Time, exact: Time) -> bool:
    """Whether `exact` is `wide` told more exactly: no time at all, or beginning and end inside those of `wide`."""
    if wide == (None, None):
        return True
    return all(
        w == e if w is None or e is None else w[0] <= e[0] and e[1] <= w[1] for w, e in zip(wide, exact, strict=True)
    )


def _days(span: DateSpan | None) -> Days | None:
    return None if span is None or span.start is None or span.end is None else (span.start, span.end)


def _standing(claims: Sequence[Claim], catalogue: Naming) -> Standing:
    best = min(claims, key=lambda c: (*_vagueness((_days(c.valid_from), _days(c.valid_to))), -c.confidence, c.claim))
    return Standing(
        type=best.type, status=best.status.value, parties=parties(best, catalogue), value=best.value,
        valid_from=best.valid_from, valid_to=best.valid_to, place=best.place, backing=Backing.of(claims),
    )  # fmt: skip


def _with_now(standing: Standing, others: Sequence[Standing]) -> Standing:
    """Mark a standing in an organisation as over when a later one of the same pair took its place."""
    if not _is_standing_in(standing):
        return standing
    ends_of_it = (standing.party("subject"), standing.party("object"))
    since = begins(standing) or standing.backing.last_published
    over = standing.status == "past" or any(
        begins(other) > since
        for other in others
        if other.type != standing.type
        and other.status in HOLDING
        and (other.party("subject"), other.party("object")) == ends_of_it
        and _is_standing_in(other)
    )
    return replace(standing, now=not over)


def _is_standing_in(standing: Standing) -> bool:
    known = load_ontology_data().properties.get(standing.type)
    return known is not None and known.exclusive == STANDING_IN
