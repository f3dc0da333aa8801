"""Judgements: what people decided, appended and never changed. One that `reverses` another takes it back."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, insert, select

from elchi.errors import JudgementError
from elchi.model.record import block_of
from elchi.record import dirty, schema
from elchi.record import resolved_schema as tables
from elchi.record.asking import claims_with_ids
from elchi.record.judged import ABOUT, corrections
from elchi.record.reversals import taken_back
from elchi.record.stored import StoredJudgement
from elchi.record.writing import next_key

_judgement = schema.judgement.c


def add(connection: Connection, row: dict[str, Any]) -> int:
    """Append a judgement, mark the blocks of what it is about, and return its number.

    What `about` names is found wherever it stands in it: keys of blocks, ids of claims and of what is resolved. A
    judgement that takes another back is about what that one is about. A correction may move a claim to another block:
    the blocks that it belonged to before and belongs to now are marked as well.

    Raises:
        JudgementError: `about` lacks what a judgement of this kind is about.
    """
    missing = [name for name in ABOUT.get(row["kind"], ()) if not row["about"].get(name)]
    if missing:
        raise JudgementError(f"a judgement {row['kind']} says in `about` which {' and '.join(missing)}")
    key = next_key(connection, schema.judgement)
    named = set(_named(row["about"]))
    if row["reverses"] is not None:
        earlier = connection.execute(select(_judgement.about).where(_judgement.key == row["reverses"])).scalar()
        named |= set(_named(json.loads(earlier))) if earlier else set()
    about = json.dumps(row["about"], sort_keys=True)
    before = blocks_of(connection, named)
    connection.execute(insert(schema.judgement).values(row | {"key": key, "about": about}))
    dirty.mark_named(connection, named)
    dirty.mark(connection, before | blocks_of(connection, named))
    return key


def blocks_of(connection: Connection, claims: Collection[str]) -> set[str]:
    """Return the blocks that claims belong to, as corrected, by the ids among `claims`."""
    return {block_of(stored.claim) for stored in claims_with_ids(connection, claims).values()}


def mark_moved(connection: Connection) -> None:
    """Mark the blocks that corrections moved claims to from a block that is marked."""
    moved = corrections(connection)
    for some in dirty.chunks(sorted(moved)):
        claim, marks = schema.claim.c, select(tables.dirty.c.block)
        found = connection.execute(select(claim.claim).where(claim.claim.in_(some), claim.block.in_(marks)))
        dirty.mark(connection, blocks_of(connection, [row.claim for row in found]))


def judgements(connection: Connection, kinds: Collection[str] | None) -> list[StoredJudgement]:
    """Return the judgements of some kinds, or all, in order."""
    back = taken_back(connection)
    question = select(schema.judgement).order_by(_judgement.key)
    if kinds is not None:
        question = question.where(_judgement.kind.in_(list(kinds)))
    return [
        StoredJudgement(
            row.key, row.kind, json.loads(row.about), row.author, row.reason, row.reverses, row.recorded_at,
            row.key in back,
        )
        for row in connection.execute(question)
    ]  # fmt: skip


def _named(about: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if isinstance(about, str):
        yield about
    elif isinstance(about, dict):
        for value in about.values():
            yield from _named(value)
    elif isinstance(about, list):
        for value in about:
            yield from _named(value)
