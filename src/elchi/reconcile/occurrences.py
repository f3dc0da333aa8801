"""Event claims that tell one happening become one occurrence.

Claims that say the same make a *unit*. Units are then taken from the most exact to the vaguest; one joins
an occurrence so far if it fits that one and no other, and else stands by itself. So neither the order of the claims
counts, nor does a vague telling tie two happenings together.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from elchi.model import Claim, DateSpan
from elchi.model.record import Occurrence
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.days import Days, days_of, width
from elchi.reconcile.happenings import Happening, Unit
from elchi.reconcile.homes import Homes
from elchi.reconcile.judging import Verdicts
from elchi.reconcile.retold import retold
from elchi.reconcile.tellings import Telling, act_of, frame_of, telling


def find_occurrences(
    block: str, claims: Sequence[Claim], reports: Mapping[str, str], verdicts: Verdicts, lifecycle: Lifecycle
) -> list[tuple[Occurrence, Happening]]:
    """Return the occurrences that event claims tell, by id, each with what was taken together."""
    tellings = retold({c.claim: telling(c, reports, lifecycle) for c in claims}, lifecycle)
    homes: dict[object, Homes] = {}
    for unit in sorted(_units(tellings, verdicts, lifecycle), key=lambda u: u.exactness):
        homes.setdefault(_bucket(unit, lifecycle), Homes(lifecycle, verdicts)).take_in(unit)
    found = [
        (_occurrence(block, happening, verdicts), happening) for home in homes.values() for happening in home.happenings
    ]
    return sorted(found, key=lambda pair: pair[0].id)


def _bucket(unit: Unit, lifecycle: Lifecycle) -> object:
    """Return what must agree of any two tellings of one happening."""
    lead = unit.first
    act, status = lifecycle.one_act.get(lead.act, lead.act), lifecycle.one_status.get(lead.status, lead.status)
    return act, status, lead.sides, lead.document


def _units(tellings: Mapping[str, Telling], verdicts: Verdicts, lifecycle: Lifecycle) -> Iterable[Unit]:
    """Return the claims that say the same, or that somebody judged to be one, together."""
    same: dict[object, list[Telling]] = {}
    for one in tellings.values():
        same.setdefault(_signature(one, verdicts, lifecycle, tellings), []).append(one)
    for key, told in list(same.items()):
        if isinstance(key, _OnceByEach) and not _corresponding(told):
            del same[key]
            same |= {one.id: [one] for one in told}
    return [Unit.of(told) for told in same.values()]


@dataclass(frozen=True, slots=True)
class _OnceByEach:
    """What the copies of one report tell without a date."""

    report: str
    what: object


def _signature(one: Telling, verdicts: Verdicts, lifecycle: Lifecycle, tellings: Mapping[str, Telling]) -> object:
    if verdicts.alone(one.id):
        return tuple(claim for claim in verdicts.group(one.id) if claim in tellings)
    if one.days is None and one.claim.background:
        return one.id
    if one.days is None and one.act not in lifecycle.once:
        return _OnceByEach(one.report, (one.act, one.status, one.sides, one.document))
    when = one.days or one.report
    return one.act, one.status, one.sides, one.document, when, one.persons, one.about, one.place, one.value


def _corresponding(told: Sequence[Telling]) -> bool:
    """Whether each article tells it once, and no two of them name different persons: one sentence, translated."""
    documents = Counter(one.claim.document for one in told)
    most = max((one.persons for one in told), key=len)
    return max(documents.values()) == 1 and all(one.persons <= most for one in told)


def _occurrence(block: str, happening: Happening, verdicts: Verdicts) -> Occurrence:
    """Make one occurrence; its parties and words are those of the claim that tells most."""
    claims = [t.claim for t in happening.tellings]
    loose = {t.id for t in happening.tellings if t.act != act_of(t.claim)}
    lead = max(claims, key=lambda c: (
        c.claim in verdicts.confirmed, c.claim not in loose, len(c.participants), c.confidence, c.claim,
    ))  # fmt: skip
    ordered = [lead, *(c for c in claims if c is not lead)]
    frames = Counter(f for f in map(frame_of, ordered) if f)
    placed = sorted((c.place for c in ordered if c.place), key=lambda p: p.get("entity") == p.get("country"))
    status = next((c.status.value for c in ordered if c.status.value == "past"), lead.status.value)
    ids = tuple(sorted(c.claim for c in claims))
    return Occurrence(
        id=digest("occurrence", block, *ids), block=block, type=lead.type, mode=lead.mode, status=status,
        plover=lead.plover, frame=frames.most_common(1)[0][0] if frames else "", date=_date(ordered), lead=lead.claim,
        place=placed[0] if placed else None, claims=ids, background=all(c.background for c in claims),
        virtual=any(c.virtual for c in claims), value=next((c.value for c in ordered if c.value), None),
        instrument=next((c.instrument for c in ordered if c.instrument), None),
        reasons=tuple(happening.reasons) if len(ids) > 1 else (),
    )  # fmt: skip


def _date(ordered: Sequence[Claim]) -> DateSpan | None:
    """Return the most exact date that is told; of an act told of several days, the days from first to last."""
    dated = [(days, c.date) for c in ordered if c.date is not None and (days := days_of(c.date)) is not None]
    if not dated:
        return next((c.date for c in ordered if c.date is not None), None)
    narrowest = min(width(days) for days, _ in dated)
    exact = [(days, span) for days, span in dated if width(days) == narrowest]
    first, last = min(days[0] for days, _ in exact), max(days[1] for days, _ in exact)
    if (first, last) == exact[0][0] or _nested(dated, exact[0][0]):
        return exact[0][1]
    return DateSpan.about(date.fromordinal(first), date.fromordinal(last))


def _nested(dated: Sequence[tuple[Days, DateSpan]], exact: Days) -> bool:
    """Whether every date told includes the exact one."""
    return all(days[0] <= exact[0] and exact[1] <= days[1] for days, _ in dated)


def digest(*parts: str) -> str:
    """Return an id made of what is given, in order: 16 hexadecimal digits."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
