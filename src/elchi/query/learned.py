"""What became known between two days: the blocks that changed are resolved as known then, and as known before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from elchi.model import record as resolved
from elchi.query.answers import SCHEMA_VERSION, SUPPORT_SAID, Conflict, Occurrence, Promise, Standing
from elchi.query.conflicts import Pair, subject_of
from elchi.query.flat import flat, flat_sides
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming
from elchi.query.sources import Sources, Thing, claims_of
from elchi.query.told import about_subject, facts_known, resolved_as_known
from elchi.record import Record, StoredClaim, Subject

Found = TypeVar("Found", resolved.Occurrence, resolved.Standing, resolved.Conflict, resolved.Promise)
_TERM = ("valid_from", "valid_to", "now", "status")


@dataclass(frozen=True, slots=True)
class LearnedAnswer(Tabular):
    """What was known on the day `until` and not on the day `since`.

    Attributes:
        occurrences: events of which nothing was known before.
        begun: standings of which nothing was known before.
        ended: standings that were taken to go on, and are known to be over; as they are known since.
        changed: standings whose beginning, end or status is told otherwise, as (before, after).
        conflicts: conflicts that arose.
        settled: conflicts that are no more, or that are explained now.
        promised: promises of which nothing was known before.
        kept: promises that were held, delivered or called off since.
        advanced: promises that came a stage further since.
        withdrawn: events and standings that rested on words that their outlets replaced.
    """

    since: str
    until: str
    occurrences: tuple[Occurrence, ...] = ()
    begun: tuple[Standing, ...] = ()
    ended: tuple[Standing, ...] = ()
    changed: tuple[tuple[Standing, Standing], ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    settled: tuple[Conflict, ...] = ()
    promised: tuple[Promise, ...] = ()
    kept: tuple[Promise, ...] = ()
    advanced: tuple[Promise, ...] = ()
    withdrawn: tuple[Occurrence | Standing, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was learned."""
        return not any(getattr(self, name) for name in _LISTS)

    def rows(self) -> list[dict[str, Cell]]:
        """Return a flat row for each thing learned, with `change` for what became of it."""
        told: list[dict[str, Cell]] = []
        for name in _LISTS:
            for part in getattr(self, name):
                after = part[1] if isinstance(part, tuple) else part
                flats = flat_sides(after) if isinstance(after, Conflict) else [flat(after)]
                told += [{"change": name, **row} for row in flats]
        return told

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `diff.schema.json`."""
        lists: dict[str, Any] = {
            name: [part.to_json() for part in getattr(self, name)] for name in _LISTS if name != "changed"
        }
        changed = [{"before": before.to_json(), "after": after.to_json()} for before, after in self.changed]
        return {
            "schema_version": SCHEMA_VERSION, "known": self.since, "to": self.until, **SUPPORT_SAID, **lists,
            "changed": changed,
        }  # fmt: skip


_LISTS = (
    "occurrences", "begun", "ended", "changed", "conflicts", "settled", "promised", "kept", "advanced", "withdrawn",
)  # fmt: skip


def learned(
    record: Record, catalogue: Naming, since: str, until: str, *, pair: Pair | None = None, entity: str | None = None
) -> LearnedAnswer:
    """Return what became known after the ISO day `since` and by the ISO day `until`.

    Args:
        record: an open record.
        catalogue: whom names mean.
        since: the last day of what was known before.
        until: the last day of what is known now.
        pair: two names or ids: only what is about both.
        entity: a name or id: only that in which it takes part.

    Raises:
        UnknownNameError: a name fits no entity.
    """
    subject = subject_of(record, catalogue, pair, entity) or Subject()
    claims: dict[str, StoredClaim] = {}
    blocks = record.blocks_learned(subject, since, until)
    before, after = (
        [resolved_as_known(record, block, day, facts, claims) for block in blocks]
        for day, facts in ((day, facts_known(record, day)) for day in (since, until))
    )
    about = about_subject(subject, claims)

    def of(told: Sequence[resolved.Resolved], name: str) -> list[Any]:
        things: Iterable[Thing] = (thing for one in told for thing in getattr(one, name))
        return [thing for thing in things if any(about(claim) for claim in claims_of(thing))]

    sources = Sources.at_hand(record, claims, catalogue)
    happened = _Change(of(before, "occurrences"), of(after, "occurrences"))
    held = _Change(of(before, "standings"), of(after, "standings"))
    promised = _Change(of(before, "promises"), of(after, "promises"))
    ended = [pair_ for pair_ in held.both if pair_[0].now and not pair_[1].now]
    changed = [p for p in held.both if p not in ended and _differs(*p)]
    steps = [now for was, now in promised.both if now.stage is not was.stage]
    return LearnedAnswer(
        since, until,
        _newest(map(sources.occurrence, happened.new)),
        tuple(sources.standing(s) for s in held.new),
        tuple(sources.standing(now) for _, now in ended),
        tuple((sources.standing(was), sources.standing(now)) for was, now in changed),
        *_conflicts(of(before, "conflicts"), of(after, "conflicts"), sources.conflict),
        tuple(sources.promise(p) for p in promised.new),
        tuple(sources.promise(p) for p in steps if p.closed),
        tuple(sources.promise(p) for p in steps if not p.closed),
        (*map(sources.occurrence, happened.gone), *map(sources.standing, held.gone)),
    )  # fmt: skip


class _Change(Generic[Found]):
    """The things known after a time beside those known before: two are one where they share a claim."""

    def __init__(self, before: Sequence[Found], after: Sequence[Found]) -> None:
        owner = {claim: thing for thing in before for claim in claims_of(thing)}
        self.new: list[Found] = []
        self.both: list[tuple[Found, Found]] = []
        for now in after:
            was = next((owner[claim] for claim in sorted(claims_of(now)) if claim in owner), None)
            if was is None:
                self.new.append(now)
            else:
                self.both.append((was, now))
        still = {claim for thing in after for claim in claims_of(thing)}
        self.gone: list[Found] = [was for was in before if still.isdisjoint(claims_of(was))]


def _differs(was: resolved.Standing, now: resolved.Standing) -> bool:
    return any(getattr(was, name) != getattr(now, name) for name in _TERM)


def _conflicts(
    before: Sequence[resolved.Conflict], after: Sequence[resolved.Conflict],
    shown: Callable[[resolved.Conflict], Conflict],
) -> tuple[tuple[Conflict, ...], tuple[Conflict, ...]]:  # fmt: skip
    """Return the conflicts that arose, and those that are gone or explained; an id stays when claims join a side."""
    was, now = {c.id: c for c in before}, {c.id: c for c in after}
    arose = [c for id_, c in now.items() if id_ not in was]
    gone = [c for id_, c in was.items() if id_ not in now]
    explained = [c for id_, c in now.items() if id_ in was and c.state is not was[id_].state]
    return tuple(map(shown, arose)), tuple(map(shown, [*gone, *explained]))


def _newest(found: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(sorted(found, key=lambda o: o.order, reverse=True))
