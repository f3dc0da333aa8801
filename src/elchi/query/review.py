"""What is left for people to judge, the most worthwhile first; and the log of all that was judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from elchi.model import Claim
from elchi.model.record import Conflict, ConflictState
from elchi.query.answers import SCHEMA_VERSION, Backing, Party, Sentence, span_json
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming, parties
from elchi.query.snapshot import at_one_moment
from elchi.record import Record, StoredJudgement

LOOKED_AT = 1000
"""Claims that are weighed: those of least confidence. A record of a million has a queue that nobody ends anyway."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A claim that nobody has judged.

    Attributes:
        importance: what rests on it: 1 for each occurrence or standing that no other claim backs, 2 for each open
            conflict that it is a side of.
        score: (1 - confidence) times (1 + importance): what the queue is ordered by.
    """

    claim: Claim
    parties: tuple[Party, ...]
    sentence: Sentence | None
    importance: int
    score: float

    def to_json(self) -> dict[str, Any]:
        """Give the claim as an object of the answer `review`."""
        told = self.claim
        return {
            "claim": told.claim, "kind": told.kind.value, "type": told.type, "mode": told.mode,
            "status": told.status.value, "date": span_json(told.date or told.valid_from), "value": told.value,
            "participants": [p.to_json() for p in self.parties], "confidence": round(told.confidence, 3),
            "importance": self.importance, "score": round(self.score, 3),
            "sentence": self.sentence.to_json() if self.sentence else None,
        }  # fmt: skip

    def flat(self) -> dict[str, Cell]:
        """Give the claim as a flat row."""
        return {
            "claim": self.claim.claim, "type": self.claim.type, "mode": self.claim.mode,
            "status": self.claim.status.value, "parties": "; ".join(p.label for p in self.parties),
            "confidence": self.claim.confidence, "importance": self.importance, "score": round(self.score, 3),
            "sentence": self.sentence.text if self.sentence else None,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """A conflict that nobody has settled, with the sentences of each side."""

    conflict: Conflict
    sides: tuple[tuple[Sentence, ...], ...]

    def to_json(self) -> dict[str, Any]:
        """Give the conflict as an object of the answer `review`."""
        sides = [
            {"value": side.value, "source": side.source, "claims": list(side.claims),
             "sentences": [s.to_json() for s in told]}
            for side, told in zip(self.conflict.sides, self.sides, strict=True)
        ]  # fmt: skip
        return {
            "conflict": self.conflict.id, "kind": self.conflict.kind.value, "about": self.conflict.about,
            "block": self.conflict.block, "sides": sides,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReviewAnswer(Tabular):
    """The queue: doubtful claims by score, open conflicts by block."""

    doubtful: tuple[Doubtful, ...]
    conflicts: tuple[OpenConflict, ...]

    def rows(self) -> list[dict[str, Cell]]:
        """Return the doubtful claims as flat rows."""
        return [one.flat() for one in self.doubtful]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `review.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, "doubtful": [one.to_json() for one in self.doubtful],
            "conflicts": [one.to_json() for one in self.conflicts],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class JudgementLog(Tabular):
    """Every judgement that was ever made, in order: those taken back, and those that take back, among them."""

    judgements: tuple[StoredJudgement, ...]

    def rows(self) -> list[dict[str, Cell]]:
        """Return a flat row a judgement."""
        return [
            {"number": j.number, "kind": j.kind, "about": " ".join(map(str, j.about.values())), "author": j.author,
             "reason": j.reason, "reverses": j.reverses, "reversed": j.reversed, "recorded_at": j.recorded_at}
            for j in self.judgements
        ]  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `judgements.schema.json`."""
        return {"schema_version": SCHEMA_VERSION, "judgements": [judgement_json(j) for j in self.judgements]}


def judgement_json(judgement: StoredJudgement) -> dict[str, Any]:
    """Give every field of a judgement by its name."""
    return {name: getattr(judgement, name) for name in judgement.__slots__}


@at_one_moment
def review(record: Record, catalogue: Naming, *, limit: int = 50) -> ReviewAnswer:
    """Return what is left to judge: at most `limit` claims, and as many conflicts."""
    judged = record.judged()
    decided = judged.confirmed | judged.rejected | judged.corrected.keys()
    unsure = [row for row in record.doubtful_ids(LOOKED_AT + len(decided)) if row[0] not in decided]
    weight = record.importance([claim for claim, _ in unsure])
    scores = {claim: _score(confidence, weight.get(claim, 0)) for claim, confidence in unsure}
    first = sorted(scores, key=lambda claim: (-scores[claim], claim))[:limit]
    found = record.claims_with_ids(first)
    doubtful = [_doubtful(found[claim].claim, weight.get(claim, 0), catalogue) for claim in first if claim in found]
    return ReviewAnswer(tuple(doubtful), tuple(_open(record, limit)))


def judgement_log(record: Record) -> JudgementLog:
    """Return every judgement of a record, in the order in which they were made."""
    return JudgementLog(tuple(record.judgements()))


def _doubtful(claim: Claim, importance: int, catalogue: Naming) -> Doubtful:
    sentences = Backing.of([claim]).evidence
    first = sentences[0] if sentences else None
    return Doubtful(claim, parties(claim, catalogue), first, importance, _score(claim.confidence, importance))


def _score(confidence: float, importance: int) -> float:
    """Return what the queue is ordered by; claims give their confidence with three digits."""
    return (1 - round(confidence, 3)) * (1 + importance)


def _open(record: Record, limit: int) -> list[OpenConflict]:
    found = record.conflicts(ConflictState.OPEN, limit=limit)
    claims = record.claims_with_ids({claim for conflict in found for side in conflict.sides for claim in side.claims})
    return [
        OpenConflict(
            conflict,
            tuple(Backing.of([claims[c].claim for c in s.claims if c in claims]).evidence for s in conflict.sides),
        )
        for conflict in found
    ]
