"""A record at a glance: how much it holds, what happened last, who deals most with whom by year, what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from elchi.query.answers import SCHEMA_VERSION
from elchi.query.brief import Brief, briefs
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming, label
from elchi.query.snapshot import at_one_moment
from elchi.record import Counts, Record


@dataclass(frozen=True, slots=True)
class DyadActivity:
    """A dyad with its occurrences, in all and by year: years without any between the first and the last are 0."""

    pair: tuple[str, str]
    labels: tuple[str, str]
    occurrences: int
    years: Mapping[str, int]

    def to_json(self) -> dict[str, Any]:
        """Give every field by its name."""
        return {
            "pair": list(self.pair), "labels": list(self.labels), "occurrences": self.occurrences,
            "years": dict(self.years),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class HomeAnswer(Tabular):
    """A record at a glance. `resolved` counts occurrences, standings, conflicts and promises, open ones apart."""

    counts: Counts
    resolved: Mapping[str, int]
    latest: tuple[Brief, ...]
    dyads: tuple[DyadActivity, ...]

    @property
    def years(self) -> tuple[str, ...]:
        """The years of all dyads, in order: the common scale of small multiples."""
        return tuple(sorted({year for dyad in self.dyads for year in dyad.years}))

    def rows(self) -> list[dict[str, Cell]]:
        """Return the latest occurrences as flat rows."""
        return [one.flat() for one in self.latest]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `home.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, "articles": self.counts.articles, "claims": self.counts.claims,
            "superseded": self.counts.superseded, "entities": self.counts.entities,
            "types": [{"kind": kind, "type": type_, "claims": n} for kind, type_, n in self.counts.by_type],
            "languages": [{"language": language, "articles": n} for language, n in self.counts.by_language],
            "resolved": dict(self.resolved), "latest": [one.to_json() for one in self.latest],
            "dyads": [dyad.to_json() for dyad in self.dyads], "years": list(self.years),
        }  # fmt: skip


@at_one_moment
def home(record: Record, catalogue: Naming, *, latest: int = 20, dyads: int = 12) -> HomeAnswer:
    """Return what `record` holds, its `latest` occurrences that happened, and its most active `dyads`."""
    keys = [key for key, _ in record.activity(limit=dyads)]
    return HomeAnswer(
        record.counts(), record.resolved_counts(), tuple(briefs(record, record.latest(latest), catalogue)),
        tuple(_activity(record, keys, catalogue)),
    )  # fmt: skip


def _activity(record: Record, keys: list[str], catalogue: Naming) -> list[DyadActivity]:
    told = record.dealings(pairs=keys) if keys else {}
    rows = []
    for key in keys:
        one, _, other = key.partition("|")
        dated = {year: count for year, count in told[key].years.items() if year} if key in told else {}
        labels = label(one, catalogue), label(other, catalogue)
        rows.append(DyadActivity((one, other), labels, sum(dated.values()), _filled(dated)))
    return sorted(rows, key=lambda dyad: -dyad.occurrences)


def _filled(years: Mapping[str, int]) -> dict[str, int]:
    if not years:
        return {}
    return {f"{y:04}": years.get(f"{y:04}", 0) for y in range(int(min(years)), int(max(years)) + 1)}
