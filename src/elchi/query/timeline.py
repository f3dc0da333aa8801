"""What was claimed about one entity, oldest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from elchi.model import Entity
from elchi.query.answers import SCHEMA_VERSION, SUPPORT_SAID, Occurrence, Standing
from elchi.query.as_of import standings_on, standings_told
from elchi.query.flat import flat
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming, resolve
from elchi.query.snapshot import at_one_moment
from elchi.query.told import ANY_TIME, Clock, Page, told_of
from elchi.record import NotKnown, Record, Subject

_SHOWN = ("occurrences", "standings")


@dataclass(frozen=True, slots=True)
class TimelineAnswer(Tabular):
    """Occurrences and standings of an entity in one order, oldest first.

    Each stands with its day; the day is "" where no claim says it, and the entry then stands at the day from which
    it was known. Where a limit was given, these are the newest, and `more` names what it cut short.
    """

    entity: Entity
    entries: tuple[tuple[str, Occurrence | Standing], ...]
    clock: Clock = ANY_TIME
    left_out: NotKnown | None = None
    more: frozenset[str] = frozenset()

    def rows(self) -> list[dict[str, Cell]]:
        """Return the entries as flat rows, in their order, each with its `day`."""
        return [{"day": day or None, **flat(entry)} for day, entry in self.entries]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `timeline.schema.json`."""
        entries = [
            {"day": day or None, "what": "standing" if isinstance(entry, Standing) else "occurrence", **entry.to_json()}
            for day, entry in self.entries
        ]
        return {
            "schema_version": SCHEMA_VERSION, "entity": self.entity.id, "label": self.entity.label,
            "kind": self.entity.kind.value, **self.clock.to_json(self.left_out), **SUPPORT_SAID, "entries": entries,
            "more": sorted(self.more),
        }  # fmt: skip


@at_one_moment
def timeline(
    record: Record, name: str, catalogue: Naming,
    *, on: str | None = None, known: str | None = None, limit: int | None = None, before: str | None = None,
) -> TimelineAnswer:  # fmt: skip
    """Return what `record` knows of the entity that `name` names, by the day when it was so.

    Args:
        record: an open record.
        name: of the entity, in any script, or its id.
        catalogue: whom names mean.
        on: an ISO day: what had happened by it, and what held on it.
        known: an ISO day: by what had been published by it alone.
        limit: the most occurrences, the newest of them, and at most 20 standings; None: all.
        before: an ISO day: occurrences before it, to turn the page.

    Raises:
        UnknownNameError: the name fits no entity.
    """
    found, clock = resolve(record, name, catalogue), Clock(on, known)
    told = told_of(record, Subject(entity=found.id), catalogue, clock, Page(limit, before), _SHOWN)
    entries: list[tuple[str, Occurrence | Standing]] = [
        (o.day, o) for o in map(told.sources.occurrence, told.occurrences)
    ]
    entries += [(s.begins, s) for s in standings_on(standings_told(record, told, catalogue, clock), on)]
    entries.sort(key=lambda entry: (entry[0] or entry[1].known, entry[1].backing.claims))
    return TimelineAnswer(found, tuple(entries), clock, told.left_out, frozenset(told.more))
