"""Judgements: what people decided, appended and never changed. One that `reverses` another takes it back."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, insert, select

from elchi.record import dirty, schema
from elchi.record.stored import StoredJudgement
from elchi.record.writing import next_key

_judgement = schema.judgement.c


def add(connection: Connection, row: dict[str, Any]) -> int:
    """Append a judgement, mark the blocks of what it is about, and return its number.

    What `about` names is found wherever it stands in it: keys of blocks, ids of claims and of what is resolved. A
    judgement that takes another back is about what that one is about.
    """
    key = next_key(connection, schema.judgement)
    named = set(_named(row["about"]))
    if row["reverses"] is not None:
        earlier = connection.execute(select(_judgement.about).where(_judgement.key == row["reverses"])).scalar()
        named |= set(_named(json.loads(earlier))) if earlier else set()
    about = json.dumps(row["about"], sort_keys=True)
    connection.execute(insert(schema.judgement).values(row | {"key": key, "about": about}))
    dirty.mark_named(connection, named)
    return key


def judgements(connection: Connection, kinds: Collection[str] | None) -> list[StoredJudgement]:
    """Return the judgements of some kinds, or all, in order."""
    taken_back: set[int] = set()
    for number, reverses in connection.execute(
        select(_judgement.key, _judgement.reverses).order_by(_judgement.key.desc())
    ):
        if reverses is not None and number not in taken_back:
            taken_back.add(reverses)
    question = select(schema.judgement).order_by(_judgement.key)
    if kinds is not None:
        question = question.where(_judgement.kind.in_(list(kinds)))
    return [
        StoredJudgement(
            row.key, row.kind, json.loads(row.about), row.author, row.reason, row.reverses, row.recorded_at,
            row.key in taken_back,
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
