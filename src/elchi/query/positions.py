"""Positions on a thing: who supports it, opposes it, asks for it or promises it, each with the sentences that say so.

The thing is an organisation, a treaty, an initiative or a state of the catalogue or the record, or, where nothing bears
the name, whatever sentences have its words: a proposal, a corridor, a bill. Which act shows which position is a table
(data/ontology/stances.toml).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from elchi.errors import UnknownNameError
from elchi.model import Entity
from elchi.model.record import Occurrence
from elchi.packs.stances import STANCES, load_stances_data
from elchi.query.answers import SCHEMA_VERSION, Party
from elchi.query.brief import Brief, briefs
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming, label, resolve
from elchi.query.snapshot import at_one_moment
from elchi.record import Record

MOST_BY_WORDS = 500
"""Claims that are looked through where a name is found by its words alone: the newest."""
_ABOUT = frozenset({"about", "recipient"})
_HOLDING = frozenset({"actor", "party"})


@dataclass(frozen=True, slots=True)
class Stance:
    """What one side holds of the thing, by the occurrences that show it, newest first."""

    stance: str
    holder: str
    label: str
    kind: str
    told: tuple[Brief, ...]

    @property
    def support(self) -> int:
        """Reports, summed over the occurrences."""
        return sum(one.support for one in self.told)

    def to_json(self) -> dict[str, Any]:
        """Give the stance as an object of the answer `positions`."""
        return {
            "stance": self.stance, "holder": self.holder, "label": self.label, "kind": self.kind,
            "support": self.support, "occurrences": [one.to_json() for one in self.told],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class PositionsAnswer(Tabular):
    """Positions on `name`: of an entity, or (`entity` None) on what sentences have by these words."""

    name: str
    entity: Entity | None
    stances: tuple[Stance, ...]

    def rows(self) -> list[dict[str, Cell]]:
        """Return a flat row an occurrence."""
        return [
            {"stance": s.stance, "holder": s.holder, "label": s.label, **one.flat()}
            for s in self.stances for one in s.told
        ]  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `positions.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, "name": self.name, "entity": self.entity.id if self.entity else None,
            "label": self.entity.label if self.entity else self.name,
            "kind": self.entity.kind.value if self.entity else None, "found_by": "entity" if self.entity else "words",
            "positions": [stance.to_json() for stance in self.stances],
        }  # fmt: skip


@at_one_moment
def positions(record: Record, name: str, catalogue: Naming, likely: Naming | None = None) -> PositionsAnswer:
    """Return the positions on what `name` means, in any script, else on what sentences have by its words.

    Args:
        record: an open record.
        name: of an organisation, treaty, initiative or state, or any words.
        catalogue: what names mean, exactly.
        likely: what names mean by ending or sound: asked last, for a common word sounds like many a name.

    Raises:
        UnknownNameError: it names nothing, and no sentence has its words.
    """
    try:
        entity = resolve(record, name, catalogue)
    except UnknownNameError:
        found = _by_words(record, name)
        if found:
            return PositionsAnswer(name, None, _stances(briefs(record, found, catalogue), None, catalogue))
        if likely is None:
            raise
        entity = resolve(record, name, likely)
    found = [one for role in sorted(_ABOUT) for one in record.occurrences_of_entity(entity.id, role=role)]
    unique = {one.id: one for one in found}
    return PositionsAnswer(name, entity, _stances(briefs(record, unique.values(), catalogue), entity.id, catalogue))


def _by_words(record: Record, name: str) -> list[Occurrence]:
    """Return the occurrences whose sentences have all words of a name."""
    hits = record.search(name, kind="event", limit=MOST_BY_WORDS).hits if name.strip() else ()
    by_claim = record.occurrences_of_claims([hit.claim.claim.claim for hit in hits])
    return list({one.id: one for found in by_claim.values() for one in found}.values())


def _stances(found: Iterable[Brief], about: str | None, catalogue: Naming) -> tuple[Stance, ...]:
    """Group occurrences by the position that they show and by who holds it."""
    table = load_stances_data()
    groups: dict[tuple[str, str], tuple[Party, list[Brief]]] = {}
    for one in sorted(found, key=lambda t: (t.day, t.id), reverse=True):
        stance = table.of(one.type, one.mode, one.status)
        if not stance:
            continue
        for holder, party in _holders(one, about).items():
            groups.setdefault((stance, holder), (party, []))[1].append(one)
    rows = [
        Stance(stance, holder, party.label if party.entity == holder else label(holder, catalogue),
               party.kind if party.entity == holder else "state", tuple(shown))
        for (stance, holder), (party, shown) in groups.items()
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda s: (STANCES.index(s.stance), -s.support, s.holder)))


def _holders(one: Brief, about: str | None) -> dict[str, Party]:
    """Return those who act, each with its party: a person stands for the state that he or she acts for."""
    acting = [p for p in one.parties if p.role in _HOLDING and p.entity != about]
    holders: dict[str, Party] = {}
    for party in acting:
        side = (party.state or party.entity) if party.kind == "person" else party.entity
        if side != about and (side not in holders or party.entity == side):
            holders[side] = party
    return holders
