"""Judgements of claims and conflicts as resolution takes them: of each thing, the latest that stands."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, select

from elchi.model import Claim
from elchi.model.judged import Judged, Pair, Settled, corrected
from elchi.record import schema
from elchi.record.dirty import chunks
from elchi.record.memo import remembered
from elchi.record.prepared import ask, many, one_of
from elchi.record.reversals import taken_back
from elchi.record.stored import StoredJudgement

CONFIRM, REJECT, CORRECT = "confirm_claim", "reject_claim", "correct_claim"
SETTLE = "settle_conflict"  # the reason is the explanation
SAME, APART = "same_claims", "apart_claims"  # two claims are, or are not, one occurrence or standing
UNDO = "undo"  # the judgement that it reverses
ABOUT: Mapping[str, tuple[str, ...]] = {
    CONFIRM: ("claim",), REJECT: ("claim",), CORRECT: ("claim", "set"), SETTLE: ("conflict",),
    SAME: ("first", "second"), APART: ("first", "second"),
}  # fmt: skip
"""What `about` must hold, by kind: ids of claims and conflicts, and the fields that are `set`."""
_judgement, _claim = schema.judgement.c, schema.claim.c


def judged_from(judgements: Iterable[StoredJudgement]) -> Judged:
    """Return what stands of judgements, in the order in which they were made; other kinds are passed over.

    Of what was judged twice the later holds: confirmed after rejected is confirmed, one after apart is one. Corrections
    of one claim add up, field by field.
    """
    verdict: dict[str, str] = {}
    pairs: dict[Pair, str] = {}
    settled: dict[str, Settled] = {}
    changes: dict[str, dict[str, Any]] = {}
    for one in judgements:
        if one.reversed:
            continue
        if one.kind in {CONFIRM, REJECT}:
            verdict[one.about["claim"]] = one.kind
        elif one.kind == CORRECT:
            changes.setdefault(one.about["claim"], {}).update(one.about["set"])
        elif one.kind == SETTLE:
            settled[one.about["conflict"]] = Settled(one.reason, one.author)
        elif one.kind in {SAME, APART}:
            first, second = sorted((one.about["first"], one.about["second"]))
            pairs[first, second] = one.kind
    return Judged(
        rejected=frozenset(claim for claim, kind in verdict.items() if kind == REJECT),
        confirmed=frozenset(claim for claim, kind in verdict.items() if kind == CONFIRM),
        apart=frozenset(pair for pair, kind in pairs.items() if kind == APART),
        together=frozenset(pair for pair, kind in pairs.items() if kind == SAME),
        settled=settled, corrected=changes,
    )  # fmt: skip


def judged(connection: Connection) -> Judged:
    """Return what stands of the judgements of a record."""
    return remembered(connection, "judged", lambda c: judged_from(_standing(c, tuple(ABOUT))))


def corrections(connection: Connection) -> Mapping[str, Mapping[str, Any]]:
    """Return the fields that stand corrected, by the id of the claim."""
    return remembered(connection, "corrections", lambda c: judged_from(_standing(c, (CORRECT,))).corrected)


def rejected(connection: Connection) -> frozenset[str]:
    """Return the ids of the claims that stand rejected."""
    return remembered(connection, "rejected", lambda c: judged_from(_standing(c, (CONFIRM, REJECT))).rejected)


def _standing(connection: Connection, kinds: tuple[str, ...]) -> list[StoredJudgement]:
    rows = ask(connection, _of_kinds(connection.dialect.name), kinds=many(connection, kinds))
    back = taken_back(connection) if rows else set()
    return [
        StoredJudgement(
            row.key, row.kind, json.loads(row.about), row.author, row.reason, row.reverses, row.recorded_at,
            row.key in back,
        )
        for row in rows
    ]  # fmt: skip


@cache
def _of_kinds(dialect: str) -> Select[Any]:
    return select(schema.judgement).where(one_of(dialect, _judgement.kind, "kinds")).order_by(_judgement.key)


def with_other_parties(connection: Connection, keys: Collection[int]) -> dict[int, Claim]:
    """Return the claims among `keys` whose participants somebody corrected, as corrected."""
    changed = {id_: fields for id_, fields in corrections(connection).items() if "participants" in fields}
    found: dict[int, Claim] = {}
    for some in chunks(sorted(changed)):
        for row in connection.execute(select(_claim.key, _claim.claim, _claim.json).where(_claim.claim.in_(some))):
            if row.key in keys:
                found[row.key] = corrected(Claim.from_json(json.loads(row.json)), changed[row.claim])
    return found
