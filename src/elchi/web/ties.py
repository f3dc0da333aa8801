"""Who has to do with whom, over the years: dyads of a record with their events, and the parties in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from elchi import query
from elchi.model import Claim
from elchi.query.naming import label
from elchi.query.occurrences import TREATY
from elchi.record.pairs import pairs_of
from elchi.web.chart import lanes

_HAPPENED = frozenset({"past", "ongoing"})
_TENSE = frozenset({"demands", "pressure"})
MOST_PARTIES = 150
"""Parties drawn, the busiest: more are no picture but a ball of wool. The table has all."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A dyad with the number of its events by year; `tense` counts demands, blame, pressure and force among them."""

    pair: tuple[str, str]
    labels: tuple[str, str]
    years: tuple[tuple[str, int], ...]
    tense: int

    @property
    def events(self) -> int:
        """The number of all its events."""
        return sum(count for _, count in self.years)

    def to_json(self) -> dict[str, Any]:
        """Give the tie as an object of the answer `network`."""
        years = [{"year": year, "events": count} for year, count in self.years]
        return {
            "pair": list(self.pair), "labels": list(self.labels), "events": self.events, "tense": self.tense,
            "years": years,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class NetworkAnswer:
    """All ties of a record, the busiest first, and the years that they span; "" where no event has a day."""

    ties: tuple[Tie, ...]
    first: str
    last: str

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `network.schema.json`."""
        return {
            "schema_version": query.SCHEMA_VERSION, "first": self.first, "last": self.last,
            "ties": [tie.to_json() for tie in self.ties],
        }  # fmt: skip


def ties_of(claims: Iterable[Claim], names: query.Naming) -> NetworkAnswer:
    """Return the ties that event claims tell; each counts in the year it is of, else in that of its publication."""
    tense_roots = {root for name, roots, _ in lanes() if name in _TENSE for root in roots}
    years: dict[str, Counter[str]] = {}
    tense: Counter[str] = Counter()
    last = ""
    for claim in claims:
        year = _year(claim)
        if claim.kind != "event" or claim.status.value not in _HAPPENED or not year:
            continue
        last = max(last, (claim.published or "")[:4])
        for key in pairs_of(claim):
            if any(_is_treaty(entity, names) for entity in key.split("|")):
                continue
            years.setdefault(key, Counter())[year] += 1
            tense[key] += claim.type in tense_roots
    found = [_tie(key, counts, tense[key], names) for key, counts in years.items()]
    spanned = sorted({year for counts in years.values() for year in counts if not last or year <= last})
    ordered = sorted(found, key=lambda tie: (-tie.events, tie.pair))
    return NetworkAnswer(tuple(ordered), spanned[0] if spanned else "", spanned[-1] if spanned else "")


def _is_treaty(entity: str, names: query.Naming) -> bool:
    known = names.entities.get(entity)
    return known is not None and known.subkind == TREATY


def _year(claim: Claim) -> str:
    day = claim.date.start.isoformat() if claim.date and claim.date.start else (claim.published or "")
    return day[:4]


def _tie(key: str, counts: Counter[str], tense: int, names: query.Naming) -> Tie:
    first, second = key.split("|")
    return Tie((first, second), (label(first, names), label(second, names)), tuple(sorted(counts.items())), tense)


def busiest(ties: Sequence[Tie]) -> list[tuple[str, str, int]]:
    """Return id, label and number of events of the parties that are drawn, the busiest first."""
    events: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for tie in ties:
        for name, shown in zip(tie.pair, tie.labels, strict=True):
            events[name] += tie.events
            labels[name] = shown
    ordered = sorted(events, key=lambda name: (-events[name], name))[:MOST_PARTIES]
    return [(name, labels[name], events[name]) for name in ordered]
