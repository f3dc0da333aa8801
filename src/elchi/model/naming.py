"""What a name by itself is taken to mean, and why: additive evidence, so that a judgement explains itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp
from typing import Any

from elchi.model.entity import Entity


@dataclass(frozen=True, slots=True)
class Evidence:
    """One ground for or against a link: what kind of ground, in words, and its weight in log odds.

    Kinds are `written` (a table has the name), `sound`, `part` (only a part of a name fits), `form`, `kind`, `state`,
    `office`.
    """

    kind: str
    reason: str
    weight: float

    def to_json(self) -> dict[str, Any]:
        """Give the ground as an object of the answer `link`."""
        return {"kind": self.kind, "reason": self.reason, "weight": round(self.weight, 2)}


def score_of(evidence: Iterable[Evidence]) -> float:
    """Return the sum of all weights as a number from 0 to 1."""
    return 1 / (1 + exp(-sum(e.weight for e in evidence)))


@dataclass(frozen=True, slots=True)
class NameQuery:
    """A name in any script, with what is known of its bearer; "" where nothing is.

    Attributes:
        name: as written, with or without a case ending.
        language: ISO 639-1 code; else every language of the script is tried.
        kind: kind of entity that it must be (`state`, `person` ...).
        state: ISO 3166-1 alpha-3 id of the state that it belongs to or acts for.
        office: id of an office that the bearer holds.
        day: ISO day (or its beginning) of the article.
    """

    name: str
    language: str = ""
    kind: str = ""
    state: str = ""
    office: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may mean, with the evidence; `total` is the sum of its weights."""

    entity: Entity
    evidence: tuple[Evidence, ...]

    @property
    def total(self) -> float:
        """Sum of the weights, in log odds."""
        return sum(e.weight for e in self.evidence)

    def to_json(self) -> dict[str, Any]:
        """Give the candidate as an object of the answer `link`."""
        return {
            "entity": self.entity.id, "label": self.entity.label, "kind": self.entity.kind.value,
            "score": round(self.score, 4), "reasons": [e.to_json() for e in self.evidence],
        }  # fmt: skip

    @property
    def whole(self) -> bool:
        """Whether the whole name fits, not a given name or some words of it."""
        return all(e.kind != "part" for e in self.evidence)

    @property
    def score(self) -> float:
        """The total as a number from 0 to 1."""
        return score_of(self.evidence)


@dataclass(frozen=True, slots=True)
class NameLink:
    """A judgement: what a name means, if anything fits well enough; the candidates, best first; why none is taken."""

    query: NameQuery
    entity: Entity | None
    candidates: tuple[Candidate, ...]
    refusal: str = ""

    @property
    def score(self) -> float:
        """Score of the best candidate, 0 where there is none."""
        return self.candidates[0].score if self.candidates else 0.0

    def to_json(self) -> dict[str, Any]:
        """Give the judgement as an object of the answer `link`."""
        entity = self.entity
        return {
            "name": self.query.name, "entity": entity.id if entity else None, "label": entity.label if entity else None,
            "kind": entity.kind.value if entity else None, "score": round(self.score, 4),
            "reasons": [e.to_json() for e in self.reasons], "refusal": self.refusal or None,
            "candidates": [c.to_json() for c in self.candidates],
        }  # fmt: skip

    @property
    def reasons(self) -> tuple[Evidence, ...]:
        """The evidence for the best candidate."""
        return self.candidates[0].evidence if self.candidates else ()
