"""The dossier of a dyad: what holds between two, what happened, what was said, and where sources differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from elchi.errors import UnknownNameError
from elchi.model import Claim, ClaimKind, Entity
from elchi.query.answers import (
    SCHEMA_VERSION,
    SUPPORT_SAID,
    Backing,
    Conflict,
    Occurrence,
    Quote,
    Standing,
)
from elchi.query.conflicts import conflicts
from elchi.query.flat import flat, flat_sides
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming, parties, resolve
from elchi.query.occurrences import occurrences
from elchi.query.reports import count_reports
from elchi.query.standings import standings
from elchi.record import Record, pair_key

_POSITION_TYPES = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_POSITION_MODES = frozenset({"endorse", "praise", "welcome", "recognise"})
_PROMISE_MODES = frozenset({"pledge", "propose", "agree", "invite"})


@dataclass(frozen=True, slots=True)
class PairAnswer(Tabular):
    """What a record knows of two parties. `positions` and `promises` are selections of `occurrences`."""

    first: Entity
    second: Entity
    standings: tuple[Standing, ...]
    occurrences: tuple[Occurrence, ...]
    quotes: tuple[Quote, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def positions(self) -> tuple[Occurrence, ...]:
        """Where one side says what it holds of the other's acts or wishes."""
        return tuple(o for o in self.occurrences if o.type in _POSITION_TYPES or o.mode in _POSITION_MODES)

    @property
    def promises(self) -> tuple[Occurrence, ...]:
        """What was pledged, proposed or intended."""
        pledged = [o for o in self.occurrences if o.type == "AGREE" and o.mode in _PROMISE_MODES]
        return tuple(o for o in self.occurrences if o.status == "intended" or o in pledged)

    @property
    def documents(self) -> set[str]:
        """The articles that the answer rests on."""
        backings = [standing.backing for standing in self.standings]
        backings += [told.backing for told in self.occurrences]
        backings += [quote.backing for quote in self.quotes]
        return {document for backing in backings for document in backing.documents}

    def rows(self) -> list[dict[str, Cell]]:
        """Return standings, occurrences, quotes and sides of conflicts as flat rows."""
        told = [flat(s) for s in self.standings] + [flat(o) for o in self.occurrences] + [flat(q) for q in self.quotes]
        return told + [side for conflict in self.conflicts for side in flat_sides(conflict)]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `pair.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION,
            "pair": [self.first.id, self.second.id],
            "labels": [self.first.label, self.second.label],
            **SUPPORT_SAID,
            "standings": [standing.to_json() for standing in self.standings],
            "occurrences": [told.to_json() for told in self.occurrences],
            "positions": [told.to_json() for told in self.positions],
            "promises": [told.to_json() for told in self.promises],
            "quotes": [quote.to_json() for quote in self.quotes],
            "conflicts": [conflict.to_json() for conflict in self.conflicts],
        }


def pair(record: Record, a: str, b: str, catalogue: Naming) -> PairAnswer:
    """Return what `record` knows of the two that `a` and `b` name, in any script.

    Raises:
        UnknownNameError: a name fits no entity, or both name the same.
    """
    first, second = resolve(record, a, catalogue), resolve(record, b, catalogue)
    if first.id == second.id:
        raise UnknownNameError(f"{a!r} and {b!r} both name {first.label}; give two different names")
    claims = [stored.claim for stored in record.claims_of_pair(pair_key(first.id, second.id))]
    holding, told = standings(claims, catalogue), occurrences(claims, catalogue)
    answer = PairAnswer(
        first, second, tuple(holding), tuple(told), tuple(quotes(claims, catalogue)), tuple(conflicts(holding, told))
    )  # fmt: skip
    return count_reports(answer, record.reports())


def quotes(claims: Sequence[Claim], catalogue: Naming) -> list[Quote]:
    """Return the quotes among `claims`, newest first."""
    said = [_quote(claim, catalogue) for claim in claims if claim.kind is ClaimKind.QUOTE]
    return sorted(said, key=lambda q: (q.backing.published, q.backing.claims), reverse=True)


def _quote(claim: Claim, catalogue: Naming) -> Quote:
    everyone = parties(claim, catalogue)
    speakers = tuple(p for p in everyone if p.role == "speaker")
    others = tuple(p for p in everyone if p.role != "speaker")
    return Quote(speakers, others, claim.direct, claim.medium, claim.date, Backing.of([claim]))
