"""What was claimed about one entity, oldest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from elchi.model import Entity
from elchi.query.answers import SCHEMA_VERSION, SUPPORT_SAID, Occurrence, Standing
from elchi.query.flat import flat
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming, resolve
from elchi.query.occurrences import occurrences
from elchi.query.reports import count_reports
from elchi.query.standings import begins, standings
from elchi.record import Record


@dataclass(frozen=True, slots=True)
class TimelineAnswer(Tabular):
    """Occurrences and standings of an entity in one order, oldest first.

    Each stands with its day; the day is "" where no claim says it, and the entry then stands at the day of its
    first publication. Those without either stand at the end.
    """

    entity: Entity
    entries: tuple[tuple[str, Occurrence | Standing], ...]

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
            "kind": self.entity.kind.value, **SUPPORT_SAID, "entries": entries,
        }  # fmt: skip


def timeline(record: Record, name: str, catalogue: Naming) -> TimelineAnswer:
    """Return what `record` knows of the entity that `name` names, by the day when it was so.

    Raises:
        UnknownNameError: the name fits no entity.
    """
    found = resolve(record, name, catalogue)
    claims = [stored.claim for stored in record.claims_of_entity(found.id)]
    told: list[tuple[str, Occurrence | Standing]] = [(o.day, o) for o in occurrences(claims, catalogue)]
    told += [(begins(s), s) for s in standings(claims, catalogue)]
    told.sort(key=lambda entry: (not _place(*entry), _place(*entry), entry[1].backing.claims))
    return count_reports(TimelineAnswer(found, tuple(told)), record.reports())


def _place(day: str, entry: Occurrence | Standing) -> str:
    """Return the day that an entry stands at: its own, else that of its first publication."""
    return day or entry.backing.published
