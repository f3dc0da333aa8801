"""Standings that cannot all hold: two holders of one slot, two values of one figure, two beginnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from elchi.model.record import ConflictKind
from elchi.packs import Ontology
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.beginnings import counted_back
from elchi.reconcile.clashes import Clash, side_key, sides_of
from elchi.reconcile.contested import Told, contested
from elchi.reconcile.days import Days, days_of, holds, in_words, meet
from elchi.reconcile.slots import Row, holder
from elchi.reconcile.statements import HOLDING, OFFICE, times_agree
from elchi.reconcile.tellings import Side
from elchi.reconcile.wordings import family_of, the_fullest

FOUNDED = "founded"
_EVER: Days = (1, date.max.toordinal())


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
            yield from _of_periods(rivals, ontology)
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
        if _differ(rest := [(value, claims) for value, claims in told if value in fullest]):
            yield Clash(kind, f"{standing.slot}, {_years(days)}", sides_of(rest))


def _of_periods(rivals: Sequence[Row], ontology: Ontology) -> Iterator[Clash]:
    """Yield a conflict for each period with several figures, and an explained one for two periods that overlap."""
    periods: dict[Days, list[Told]] = {}
    dated: set[Days] = set()
    for row in rivals:
        when, value = interval(row), holder(row, ontology)
        if when is not None and value is not None:
            periods.setdefault(when, []).append((value, row[0].claims))
            dated |= {when} if row[0].valid_from is not None else set()
    slot = rivals[0][0].slot
    active: list[Days] = []
    for days in sorted(periods):
        if _differ(periods[days]):
            yield Clash(ConflictKind.VALUE, f"{slot}, {_years(days)}", sides_of(periods[days]))
        active = [other for other in active if meet(other, days)]
        for other in active:
            told = [*periods[days], *periods[other]]
            if _differ(told):
                both = (min(days[0], other[0]), max(days[1], other[1]))
                why = f"two periods that overlap: {in_words(other)} and {in_words(days)}"
                explained = why if {days, other} <= dated else ""
                yield Clash(ConflictKind.VALUE, f"{slot}, {_years(both)}", sides_of(told), explained)
        active.append(days)


def _differ(told: Sequence[Told]) -> bool:
    return len({side_key(value) for value, _ in told}) > 1


def interval(row: Row) -> Days | None:
    """Return the first and the last day that a standing is taken to hold.

    One that nobody dates holds in the years in which it was told, and where another took its place until it was told
    last; who held an office, only as dated.
    """
    standing, held = row
    begun, ended = days_of(standing.valid_from), days_of(standing.valid_to)
    if begun is None and (ended is None or standing.ended_by):
        if standing.type == OFFICE:
            return None
        if not held.told:
            return _EVER if ended is None else (1, max(1, ended[0] - 1))
        first, last = date.fromordinal(held.told[0]), date.fromordinal(held.told[-1])
        until = last if standing.ended_by else last.replace(month=12, day=31)
        return first.replace(month=1, day=1).toordinal(), until.toordinal()
    start = begun[0] if begun else 1
    return start, _EVER[1] if ended is None else max(start, ended[0] - 1)


def _years(days: Days) -> str:
    """Return the years of a time, for the name of a conflict: a more exact day leaves it as it is."""
    first, last = date.fromordinal(days[0]).year, date.fromordinal(days[1]).year
    if days[0] == 1:
        return "any time" if days == _EVER else f"until {last}"
    return f"{first}" if first == last else (f"since {first}" if days[1] == _EVER[1] else f"{first} to {last}")


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
