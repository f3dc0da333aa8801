"""Persons whom no catalogue knows: how articles write them, who was taken for one, and what is left for people."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from elchi.model.persons import Observed, PersonJoin
from elchi.query.answers import SCHEMA_VERSION
from elchi.query.frames import Cell, Tabular
from elchi.query.snapshot import at_one_moment
from elchi.record import Record


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person of the record, with the ids under which articles brought it."""

    observed: Observed
    parts: tuple[str, ...]

    def flat(self) -> dict[str, Cell]:
        """Give the person as a flat row."""
        seen = self.observed
        return {
            "entity": seen.entity, "label": seen.label, "ids": " ".join(self.parts),
            "spellings": "; ".join(text for text, _language in seen.spellings),
            "states": " ".join(sorted(seen.states)), "offices": " ".join(sorted(seen.offices)),
            "claims": seen.claims, "first": seen.first, "last": seen.last,
        }  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        """Give the person as an object of the answer `names`."""
        seen = self.observed
        return {
            "entity": seen.entity, "label": seen.label, "ids": list(self.parts),
            "spellings": [{"text": text, "language": language} for text, language in seen.spellings],
            "states": sorted(seen.states), "offices": sorted(seen.offices), "claims": seen.claims,
            "first": seen.first, "last": seen.last,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class NamesAnswer(Tabular):
    """Persons outside the catalogue, the busiest first; pairs taken for one, and in doubt, the likeliest first."""

    persons: tuple[PersonSeen, ...]
    joined: tuple[PersonJoin, ...]
    doubtful: tuple[PersonJoin, ...]

    def rows(self) -> list[dict[str, Cell]]:
        """Return a flat row for each person; joins are in `joined` and `doubtful` alone."""
        return [person.flat() for person in self.persons]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `names.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, "persons": [p.to_json() for p in self.persons],
            "joined": [j.to_json() for j in self.joined], "doubtful": [j.to_json() for j in self.doubtful],
        }  # fmt: skip


@at_one_moment
def names(record: Record, known: Collection[str]) -> NamesAnswer:
    """Return the persons of `record` whose ids are not `known` (those of the catalogue), with their joins."""
    observed = {person.entity: person for person in record.observed_persons(known)}
    joined, judged = record.joined(), record.name_judgements()
    means = {m.entity: m.means for m in joined.meanings if not m.mention}
    groups: dict[str, list[Observed]] = {}
    for person in observed.values():
        groups.setdefault(means.get(person.entity, person.entity), []).append(person)
    persons = [_whole(entity, group) for entity, group in groups.items() if entity not in known]
    decided = judged.same | judged.different
    open_ = [j for j in joined.joins if means.get(j.first, j.first) != means.get(j.second, j.second)]
    return NamesAnswer(
        tuple(sorted(persons, key=lambda p: (-p.observed.claims, p.observed.entity))),
        tuple(j for j in joined.joins if j not in open_),
        tuple(j for j in open_ if not {(j.first, j.second), (j.second, j.first)} & decided),
    )


def _whole(entity: str, group: list[Observed]) -> PersonSeen:
    """Return the persons of a group as one."""
    chief = next((person for person in group if person.entity == entity), group[0])
    busiest = sorted(group, key=lambda p: -p.claims)
    spellings = dict.fromkeys(spelling for person in busiest for spelling in person.spellings)
    days = [day for person in group for day in (person.first, person.last) if day]
    whole = Observed(
        entity, chief.label, tuple(spellings), frozenset().union(*(p.states for p in group)),
        frozenset().union(*(p.offices for p in group)), sum(p.claims for p in group),
        min(days, default=None), max(days, default=None),
    )  # fmt: skip
    return PersonSeen(whole, tuple(sorted(person.entity for person in group)))
