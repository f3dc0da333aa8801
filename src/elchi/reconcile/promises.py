"""Promises and what became of them: invited, planned, held; agreed, signed, ratified; intended, delivered.

The deeds of a block are gone through day by day. One that opens a promise opens it; one that goes on with it joins the
promise that it fits. A plan is fulfilled by what happened about when it was due, of the same persons; where that
cannot be told, the promise stays open. An agreement that nobody names goes on where the subject is the same, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elchi.model.record import Occurrence, Promise, Stage, Step
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.days import day_span, days_of
from elchi.reconcile.deeds import AGREEMENT, PLEDGE, Deed, deeds_of
from elchi.reconcile.happenings import Happening
from elchi.reconcile.occurrences import digest
from elchi.reconcile.pending import CLOSING, OF_PERSONS, OPENING, YEAR, Pending, home_of, of_one_subject
from elchi.reconcile.slots import Row as StandingRow
from elchi.reconcile.targets import find_targets


def find_promises(
    block: str, happened: Sequence[tuple[Occurrence, Happening]], held: Sequence[StandingRow], lifecycle: Lifecycle
) -> list[Promise]:
    """Return the promises of a block, by id."""
    named = frozenset[str]().union(*(happening.about for _, happening in happened))
    lines: dict[tuple[str, str], list[Deed]] = {}
    for occurrence, happening in happened:
        for deed in deeds_of(occurrence, happening, named, lifecycle):
            for agreement in sorted(deed.agreements) if deed.kind == AGREEMENT else [""]:
                lines.setdefault((deed.kind, agreement), []).append(deed)
            if deed.kind == AGREEMENT and not deed.agreements:
                lines.setdefault((deed.kind, ""), []).append(deed)
    found = [p for line, deeds in lines.items() for p in _of_line(block, *line, sorted(deeds, key=lambda d: d.order))]
    return sorted([*found, *find_targets(block, held)], key=lambda p: p.id)


def _of_line(block: str, kind: str, agreement: str, deeds: Sequence[Deed]) -> Iterator[Promise]:
    """Yield the promises of a kind; all that is told of one named agreement is one."""
    if agreement:
        whole = Pending()
        for deed in deeds:
            whole.add(deed)
        yield _promise(block, kind, agreement, whole)
        return
    for told in _swept(kind, deeds):
        if told.deeds[0].stage not in OPENING and len(told.deeds) == 1:
            continue  # a signing that nothing came before and nothing followed is no promise
        first = told.deeds[0].occurrence
        yield _promise(block, kind, first.frame or f"{first.type} {first.mode}".rstrip(), told)


def _swept(kind: str, deeds: Sequence[Deed]) -> list[Pending]:
    """Go through deeds in the order of their days; return the promises in the order in which they were made."""
    made: list[Pending] = []
    pending: list[Pending] = []
    for deed in deeds:
        if deed.day is not None and kind != PLEDGE:
            pending = [told for told in pending if deed.day <= told.until]
        home = home_of(kind, deed, pending)
        if home is not None:
            home.reasons |= dict.fromkeys(of_one_subject(kind, deed, home))
            home.add(deed)
            if deed.stage in CLOSING:
                pending.remove(home)
        elif _is_stale(kind, deed):
            continue
        elif deed.stage in OPENING or (kind == AGREEMENT and deed.subject and deed.stage not in CLOSING):
            fresh = Pending()
            fresh.add(deed)
            made.append(fresh)
            pending.append(fresh)
    return made


def _is_stale(kind: str, deed: Deed) -> bool:
    """Whether an invitation or a wish to meet is looked back at: what came of it years ago, nobody waits for."""
    done = deed.happened if deed.occurrence.background and kind in OF_PERSONS else None
    return done is not None and deed.told is not None and deed.told - done[1] > YEAR


def _promise(block: str, kind: str, about: str, told: Pending) -> Promise:
    first = told.deeds[0].occurrence
    due = next((d.occurrence.date for d in told.deeds if told.due is not None and d.due == told.due), None)
    return Promise(
        id=digest("promise", block, kind, about, first.id), block=block, kind=kind, about=about, lead=first.lead,
        due=due if days_of(due) else None, steps=_steps(told.deeds), reasons=tuple(told.reasons),
    )  # fmt: skip


def _steps(deeds: Sequence[Deed]) -> tuple[Step, ...]:
    """Return a step for each stage, at its first day, with every claim that tells it."""
    stages: dict[Stage, list[Deed]] = {}
    for deed in deeds:
        stages.setdefault(deed.stage, []).append(deed)
    return tuple(
        Step(
            stage, told[0].date or day_span(told[0].day), tuple(sorted({c for d in told for c in d.occurrence.claims}))
        )
        for stage, told in stages.items()
    )
