"""Persons whom articles bring with them: how they were observed, and which of them are taken for one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from elchi.model.naming import Evidence


@dataclass(frozen=True, slots=True)
class Observed:
    """A person as the claims of a record know it.

    Attributes:
        entity: its id.
        spellings: how articles write the name, each with its language.
        states: ids of the states that it acts for.
        offices: ids of the offices in which it takes part.
        claims: how many current claims name it.
        first: day of the first article, or None.
        last: day of the last one.
    """

    entity: str
    label: str
    spellings: tuple[tuple[str, str], ...]
    states: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    claims: int = 0
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class PersonJoin:
    """Two observed persons who may be one: the evidence, and whether it is enough to take them for one."""

    first: str
    second: str
    score: float
    joined: bool
    evidence: tuple[Evidence, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the join as an object of the answer `names`."""
        return {
            "first": self.first, "second": self.second, "score": round(self.score, 4), "joined": self.joined,
            "reasons": [e.to_json() for e in self.evidence],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameJudgements:
    """What people have decided of names: pairs that are one, pairs that are not, spellings that are not an entity's."""

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()
    refused: frozenset[tuple[str, str]] = frozenset()  # (spelling, entity)


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom an entity means, everywhere or where it is spelt so."""

    entity: str
    means: str
    label: str
    mention: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """The outcome: whom each entity means that does not stand for itself, and all that was compared and is alike."""

    meanings: tuple[Meaning, ...] = ()
    joins: tuple[PersonJoin, ...] = field(default=())
