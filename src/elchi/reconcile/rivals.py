"""Standings that cannot all hold: two holders of one slot, two values of one figure, two beginnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elchi.model.record import ConflictKind
from elchi.packs import Ontology
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.beginnings import counted_back
from elchi.reconcile.clashes import Clash, sides_of
from elchi.reconcile.contested import contested
from elchi.reconcile.days import Days, holds, in_words, meet
from elchi.reconcile.periods import differ, interval, of_periods, years_of
from elchi.reconcile.slots import Row, holder
from elchi.reconcile.statements import HOLDING, times_agree
from elchi.reconcile.tellings import Side
from elchi.reconcile.wordings import family_of, the_fullest

FOUNDED = "founded"


def rival_standings(rows: Sequence[Row], ontology: Ontology, lifecycle: Lifecycle) -> Iterator[Clash]:
    """Yield what standings cannot all hold of."""
    slots: dict[str, list[Row]] = {}
    for row in rows:
        standing = row[0]
        if standing.slot and standing.status in HOLDING:
            unit = str((standing.value or {}).get("unit") or family_of(standing.value, ontology))
            slots.setdefault(f"{standing.slot}\x1f{unit}", []).append(row)
    for rivals in slots.values():
        type_ = rivals[0][0].type
        if type_ in lifecycle.of_a_period:
            yield from of_periods(rivals, ontology)
        elif type_ != FOUNDED:
            yield from _of_terms(rivals, ontology)
    yield from _of_beginnings(rows, lifecycle)
    yield from _of_copies(rows, lifecycle)


def _of_terms(rivals: Sequence[Row], ontology: Ontology) -> Iterator[Clash]:
    """Yield a conflict for each time during which several hold a slot."""
    standing = rivals[0][0]
    kind = ConflictKind.VALUE if standing.value is not None else ConflictKind.SLOT
    held = [
        (when, value, row[0].claims) for row in rivals if (when := interval(row)) and (value := holder(row, ontology))
    ]
    for days, told in contested(held):
        fullest = the_fullest((value for value, _ in told), ontology)
        if differ(rest := [(value, claims) for value, claims in told if value in fullest]):
            yield Clash(kind, f"{standing.slot}, {years_of(days)}", sides_of(rest))


def _of_beginnings(rows: Sequence[Row], lifecycle: Lifecycle) -> Iterator[Clash]:
    """Yield where what begins once is told to have begun on days that cannot be one."""
    same: dict[tuple[str, tuple[Side, ...], str], list[Row]] = {}
    for row in rows:
        standing, held = row
        if standing.type in lifecycle.begin_once and standing.status in HOLDING and held.time[0] is not None:
            value = "" if standing.type == FOUNDED else held.first.value
            same.setdefault((standing.type, held.first.sides, value), []).append(row)
    for (type_, sides, _), rivals in same.items():
        apart = _apart([held.time[0] for _, held in rivals if held.time[0] is not None])
        if not apart:
            continue
        told = [(in_words(held.time[0]), standing.claims) for standing, held in rivals]
        counted = any(counted_back(s.claim) for _, held in rivals for s in held.statements)
        kind = ConflictKind.ARITHMETIC if counted else ConflictKind.DATE
        yield Clash(kind, f"{type_} {' '.join(entity for _, entity in sides)}, beginning", sides_of(told))


def _apart(spans: Sequence[Days]) -> bool:
    """Whether no day lies in all of the spans, nor is one of them inside all the others."""
    exact = min(spans, key=lambda days: (days[1] - days[0], days))
    return not all(holds(days, exact) or meet(days, exact) for days in spans)


def _of_copies(rows: Sequence[Row], lifecycle: Lifecycle) -> Iterator[Clash]:
    """Yield two times that two copies of one report give to one statement with one value."""
    same: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        if row[0].type not in lifecycle.begin_once and row[1].time != (None, None):
            for report in {s.report for s in row[1].statements}:
                same.setdefault((report, *row[1].first.what), []).append(row)
    for rivals in same.values():
        if len(rivals) != 2:
            continue
        (one, left), (_, right) = rivals
        apart = not times_agree(left.time, right.time)
        if apart and {s.claim.document for s in left.statements}.isdisjoint(s.claim.document for s in right.statements):
            times = [(" to ".join(map(in_words, held.time)), s.claims) for s, held in rivals]
            about = f"{one.type} {' '.join(entity for _, entity in left.first.sides)}, time"
            yield Clash(ConflictKind.DATE, about, sides_of(times))
