"""Standings, promises and conflicts of an answer as they were on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from elchi.query.answers import Conflict, Occurrence, Promise, PromiseStep, Standing
from elchi.query.naming import Naming
from elchi.query.sources import Sources
from elchi.query.terms import Held, held_on
from elchi.query.told import Clock, Told
from elchi.record import Record


def standings_told(record: Record, told: Told, catalogue: Naming, clock: Clock) -> list[Standing]:
    """Return all standings that are told, each with the one that took its place; by type, the latest begun first."""
    successors = _successors(record, told, catalogue, clock)
    found = [told.sources.standing(s, successors.get(s.ended_by or "")) for s in told.standings]
    found.sort(key=lambda s: s.id)
    found.sort(key=lambda s: s.begins or s.known, reverse=True)
    return sorted(found, key=lambda s: s.type)


def _successors(record: Record, told: Told, catalogue: Naming, clock: Clock) -> dict[str, Standing]:
    """Return, by id, the standings that took the place of others; a claim not known by then has no say in them."""
    here = {s.id: s for s in told.standings}
    wanted = {s.ended_by for s in told.standings if s.ended_by}
    missing = wanted - here.keys() if clock.known is None else set()
    others = record.standings_with_ids(missing) if missing else []
    sources = Sources.of(record, others, catalogue, of_page=told.sources.of_page) if others else told.sources
    return {id_: told.sources.standing(s) for id_, s in here.items() if id_ in wanted} | {
        s.id: sources.standing(s) for s in others
    }


def held(standing: Standing, on: str) -> Held:
    """Return whether a standing held on an ISO day."""
    return held_on(on, standing.type, standing.status, standing.valid_from, standing.valid_to, standing.known)


def standings_on(found: Iterable[Standing], on: str | None) -> tuple[Standing, ...]:
    """Return the standings that held on a day, each with whether it surely did; without a day, all."""
    if on is None:
        return tuple(found)
    judged = ((standing, held(standing, on)) for standing in found)
    return tuple(
        standing if how is Held.SURELY else replace(standing, certain=False)
        for standing, how in judged
        if how in {Held.SURELY, Held.PERHAPS}
    )


def untold_on(found: Iterable[Standing], on: str | None) -> tuple[Standing, ...]:
    """Return the standings whose beginning nobody says, and which nobody had told by a day."""
    return () if on is None else tuple(s for s in found if held(s, on) is Held.UNTOLD)


def promises_on(found: Iterable[Promise], on: str | None) -> tuple[Promise, ...]:
    """Return promises as they stood on a day: with the steps taken by then; those not made by then are left out."""
    if on is None:
        return tuple(found)
    by_then = ((promise, tuple(s for s in promise.steps if _taken(s, on))) for promise in found)
    return tuple(replace(promise, steps=steps) for promise, steps in by_then if steps)


def _taken(step: PromiseStep, on: str) -> bool:
    """Whether a stage was reached by a day: its own, else that of the first article to say so."""
    day = step.date.start.isoformat() if step.date and step.date.start else step.backing.published
    return day <= on


def conflicts_on(
    found: Sequence[Conflict], entries: Iterable[Occurrence | Standing], on: str | None
) -> tuple[Conflict, ...]:
    """Return the conflicts that touch what is shown of a day: a side rests on a claim of an entry."""
    if on is None:
        return tuple(found)
    shown = {claim for entry in entries for claim in entry.backing.claims}
    return tuple(c for c in found if any(shown.intersection(side.backing.claims) for side in c.sides))
