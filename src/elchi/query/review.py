"""What is left for people to judge, the most worthwhile first; and the log of all that was judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from elchi.errors import UnknownNameError
from elchi.model import Claim
from elchi.model.judged import Judged
from elchi.model.record import Conflict, ConflictState
from elchi.query.answers import SCHEMA_VERSION, Backing, Party, Sentence, span_json
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming, parties, resolve
from elchi.query.snapshot import at_one_moment
from elchi.record import InDoubt, Record, StoredJudgement, pair_key

LOOKED_AT = 1000
"""Claims that are weighed: those of least confidence. A record of a million has a queue that nobody ends anyway."""
CONFLICT = "conflict"
"""Asked for as a kind, beside those of claims: conflicts alone."""
_MOST_VALUES = 20
Facets = Mapping[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True)
class ReviewFilters:
    """What of the queue is asked for; None asks for all.

    Attributes:
        kind: `event`, `statement` or `conflict`.
        type: of claims.
        least, most: confidence of claims, both included.
        pair: two names or ids: claims about both, and conflicts among such.
        claim: the beginning of an id: this claim alone, whether judged or not.
    """

    kind: str | None = None
    type: str | None = None
    least: float | None = None
    most: float | None = None
    pair: tuple[str, str] | None = None
    claim: str | None = None

    @property
    def of_claims(self) -> bool:
        """Whether a filter is set that a conflict has nothing to be held against."""
        return any(one is not None for one in (self.type, self.least, self.most, self.claim))

    def to_json(self) -> dict[str, Any]:
        """Give every filter by its name."""
        row = {name: getattr(self, name) for name in self.__slots__}
        return row | {"pair": list(self.pair) if self.pair else None}


ALL = ReviewFilters()


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A claim that nobody has judged, or one that was asked for.

    Attributes:
        tellings: the ids of other claims that tell the same occurrence or standing.
        verdict: what stands of its judgements: "", `confirmed`, `rejected` or `corrected`.
        importance: what rests on it: 1 for each occurrence or standing that no other claim backs, 2 for each open
            conflict that it is a side of.
        score: (1 - confidence) times (1 + importance): what the queue is ordered by.
    """

    claim: Claim
    parties: tuple[Party, ...]
    sentence: Sentence | None
    importance: int
    score: float
    tellings: tuple[str, ...] = ()
    verdict: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the claim as an object of the answer `review`."""
        told = self.claim
        return {
            "claim": told.claim, "kind": told.kind.value, "type": told.type, "mode": told.mode,
            "status": told.status.value, "date": span_json(told.date or told.valid_from), "value": told.value,
            "participants": [p.to_json() for p in self.parties], "confidence": round(told.confidence, 3),
            "importance": self.importance, "score": round(self.score, 3),
            "sentence": self.sentence.to_json() if self.sentence else None, "tellings": list(self.tellings),
            "verdict": self.verdict,
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
    """The queue: doubtful claims by score, open conflicts by block.

    Attributes:
        filters: what was asked for, names of a dyad as ids.
        total: how many claims in doubt were weighed, `more` whether there are further ones, surer than those.
        open: how many open conflicts there are.
        facets: values of the claims that were weighed, by `kind`, `type` and `pair`, frequent ones first.
    """

    doubtful: tuple[Doubtful, ...]
    conflicts: tuple[OpenConflict, ...]
    filters: ReviewFilters
    total: int
    more: bool
    open: int
    facets: Facets

    def rows(self) -> list[dict[str, Cell]]:
        """Return the doubtful claims as flat rows."""
        return [one.flat() for one in self.doubtful]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `review.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, "doubtful": [one.to_json() for one in self.doubtful],
            "conflicts": [one.to_json() for one in self.conflicts], "filters": self.filters.to_json(),
            "total": self.total, "more": self.more, "open": self.open,
            "facets": {
                name: [{"value": value, "count": count} for value, count in values]
                for name, values in self.facets.items()
            },
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
def review(
    record: Record, catalogue: Naming, *, filters: ReviewFilters = ALL, limit: int = 50, offset: int = 0
) -> ReviewAnswer:  # fmt: skip
    """Return what is left to judge: at most `limit` claims, and as many conflicts, after `offset` of each.

    Raises:
        UnknownNameError: a name of a dyad fits no entity, or no claim begins as asked.
    """
    key = None
    if filters.pair is not None:
        first, second = (resolve(record, name, catalogue).id for name in filters.pair)
        key, filters = pair_key(first, second), replace(filters, pair=(first, second))
    judged = record.judged()
    found, more = _in_doubt(record, judged, filters, key)
    weight = record.importance([one.claim for one in found])
    ordered = sorted(found, key=lambda one: (-_score(one, weight.get(one.claim, 0)), one.claim))
    shown = [one.claim for one in ordered[offset : offset + limit]]
    conflicts, open_ = _conflicts(record, filters, key, limit, offset)
    return ReviewAnswer(
        tuple(_doubtful(record, shown, weight, judged, catalogue)), tuple(conflicts), filters, len(found), more, open_,
        _facets(record, found),
    )  # fmt: skip


def _in_doubt(
    record: Record, judged: Judged, filters: ReviewFilters, key: str | None
) -> tuple[list[InDoubt], bool]:  # fmt: skip
    """Return the claims that are weighed, and whether there are more."""
    if filters.kind == CONFLICT:
        return [], False
    if filters.claim is not None:
        known = record.claims_with_id(filters.claim)[:1] if filters.claim else []
        if not known:
            raise UnknownNameError(f"no claim {filters.claim!r} in this record")
        return [InDoubt(c.claim, c.kind.value, c.type, c.confidence) for c in [known[0].claim]], False
    decided = judged.confirmed | judged.rejected | judged.corrected.keys()
    asked = record.claims_in_doubt(
        LOOKED_AT + 1 + len(decided), kind=filters.kind, type=filters.type, least=filters.least, most=filters.most,
        pair=key,
    )  # fmt: skip
    claims = [one for one in asked if one.claim not in decided]
    return claims[:LOOKED_AT], len(claims) > LOOKED_AT


def _doubtful(
    record: Record, ids: Sequence[str], weight: Mapping[str, int], judged: Judged, catalogue: Naming
) -> Iterator[Doubtful]:  # fmt: skip
    """Yield claims as the queue shows them, in the order of `ids`."""
    told, tellings = record.claims_with_ids(ids), _tellings(record, ids)
    for id_ in ids:
        claim, rests = told[id_].claim, weight.get(id_, 0)
        yield Doubtful(
            claim, parties(claim, catalogue), next(iter(Backing.of([claim]).evidence), None), rests,
            _score(claim, rests), tellings.get(id_, ()), _verdict(judged, id_),
        )  # fmt: skip


def _verdict(judged: Judged, claim: str) -> str:
    if claim in judged.rejected:
        return "rejected"
    if claim in judged.corrected:
        return "corrected"
    return "confirmed" if claim in judged.confirmed else ""


def _tellings(record: Record, claims: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return, by claim, the other claims of the occurrences and standings that it tells."""
    told: dict[str, dict[str, None]] = {}
    for found in (record.occurrences_of_claims(claims), record.standings_of_claims(claims)):
        for claim, things in found.items():
            others = (other for thing in things for other in thing.claims if other != claim)
            told.setdefault(claim, {}).update(dict.fromkeys(others))
    return {claim: tuple(others) for claim, others in told.items()}


def _facets(record: Record, claims: Sequence[InDoubt]) -> Facets:
    counted = {"kind": Counter(one.kind for one in claims), "type": Counter(one.type for one in claims)}
    found = {
        name: tuple(sorted(values.items(), key=lambda row: (-row[1], row[0]))[:_MOST_VALUES])
        for name, values in counted.items()
    }
    return found | {"pair": tuple(record.pairs_of_claims([one.claim for one in claims], _MOST_VALUES))}


def judgement_log(record: Record) -> JudgementLog:
    """Return every judgement of a record, in the order in which they were made."""
    return JudgementLog(tuple(record.judgements()))


def _score(claim: Claim | InDoubt, importance: int) -> float:
    return (1 - claim.confidence) * (1 + importance)


def _conflicts(
    record: Record, filters: ReviewFilters, key: str | None, limit: int, offset: int
) -> tuple[list[OpenConflict], int]:  # fmt: skip
    """Return a part of the open conflicts, with the sentences of each side, and how many there are."""
    if filters.of_claims or filters.kind not in {None, CONFLICT}:
        return [], 0
    if key is not None:
        of_pair = [c for c in record.conflicts_of_pair(key) if c.state is ConflictState.OPEN]
        found, whole = of_pair[offset : offset + limit], len(of_pair)
    else:
        found = record.conflicts(ConflictState.OPEN, limit=limit, offset=offset)
        whole = record.resolved_counts()["conflict_open"]
    claims = record.claims_with_ids({claim for conflict in found for side in conflict.sides for claim in side.claims})
    opened = [
        OpenConflict(
            conflict,
            tuple(Backing.of([claims[c].claim for c in s.claims if c in claims]).evidence for s in conflict.sides),
        )
        for conflict in found
    ]
    return opened, whole
