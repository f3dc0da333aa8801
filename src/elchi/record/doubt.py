"""What people should look at first: claims of little confidence, and what rests on each. No claim is read for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, distinct, func, select

from elchi.model import ClaimKind
from elchi.model.record import ConflictState
from elchi.record import counted_schema, schema
from elchi.record import resolved_schema as tables
from elchi.record.among import among
from elchi.record.dirty import chunks
from elchi.record.stored import InDoubt

_claim, _pair = schema.claim.c, schema.claim_pair.c
_MOST_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Doubt:
    """Which claims in doubt are asked for; None asks for all. See `Record.claims_in_doubt`."""

    kind: str | None = None
    type: str | None = None
    least: float | None = None
    most: float | None = None
    pair: str | None = None


def claims_in_doubt(connection: Connection, limit: int, wanted: Doubt) -> list[InDoubt]:
    """Return the current events and statements of least confidence, the least sure first."""
    question = select(_claim.claim, _claim.kind, _claim.type, _claim.confidence)
    question = question.where(*_is_current(connection, limit, wanted))
    if wanted.least is not None:
        question = question.where(_claim.confidence >= wanted.least)
    if wanted.most is not None:
        question = question.where(_claim.confidence <= wanted.most)
    if wanted.pair is not None:
        question = question.where(_claim.key.in_(select(_pair.claim).where(_pair.pair_key == wanted.pair)))
    rows = connection.execute(question.order_by(_claim.confidence, _claim.claim).limit(limit)).all()
    return [InDoubt(*row) for row in rows]


def _is_current(connection: Connection, limit: int, wanted: Doubt) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that claims are current, and of the kind and type that are wanted.

    SQLite knows nothing of how many they are, and would find them all and sort them. Where they are many, it is given
    words that no index fits: then it goes through the claims by their confidence until it has enough.
    """
    kinds = [wanted.kind] if wanted.kind else [kind.value for kind in ClaimKind if kind is not ClaimKind.QUOTE]
    columns: dict[str, ColumnElement[Any]] = {"kind": _claim.kind, "type": _claim.type, "by": _claim.superseded_by}
    if connection.dialect.name == "sqlite":
        columns["by"] = func.nullif(columns["by"], 0)
        if _are_many(connection, limit, kinds, wanted.type):
            columns |= {name: func.coalesce(columns[name], "") for name in ("kind", "type")}
    yield columns["by"].is_(None)
    yield columns["kind"].in_(kinds)
    if wanted.type is not None:
        yield columns["type"] == wanted.type


def _are_many(connection: Connection, limit: int, kinds: list[str], type_: str | None) -> bool:
    """Whether fewer claims are passed on the way to `limit` of some kinds than there are of these kinds."""
    count = counted_schema.kind_count.c
    question = select(func.coalesce(func.sum(count.claims), 0)).where(count.superseded == 0)
    of_kinds = question.where(count.kind.in_(kinds))
    of_kinds = of_kinds if type_ is None else of_kinds.where(count.type == type_)
    here, whole = (int(connection.execute(one).scalar_one()) for one in (of_kinds, question))
    return here * here > limit * whole


def pairs_of_claims(connection: Connection, claims: Collection[str], limit: int) -> list[tuple[str, int]]:
    """Return the dyads of claims with the number of these, the most frequent first."""
    if not claims:
        return []
    count = func.count(distinct(_claim.claim))
    question = select(_pair.pair_key, count).join(schema.claim, _claim.key == _pair.claim)
    question = question.where(among(connection, _claim.claim, sorted(claims))).group_by(_pair.pair_key)
    rows = connection.execute(question.order_by(count.desc(), _pair.pair_key).limit(limit)).all()
    return [(row[0], row[1]) for row in rows]


def importance(connection: Connection, claims: Collection[str]) -> dict[str, int]:
    """Return what rests on each claim: 1 for each thing that it alone tells, 2 for each open conflict that it is of."""
    found: dict[str, int] = {}
    for some in chunks(sorted(set(claims)), _MOST_AT_ONCE):
        question = select(_claim.key, _claim.claim).where(among(connection, _claim.claim, some))
        ids = {row.key: row.claim for row in connection.execute(question).all()}
        for key, weight in _weights(connection, sorted(ids)):
            found[ids[key]] = found.get(ids[key], 0) + weight
    return found


def _weights(connection: Connection, keys: list[int]) -> Iterator[tuple[int, int]]:
    """Yield key and weight of claims; of one and the same more than once."""
    for table in (tables.occurrence, tables.standing):
        linked, other = tables.CLAIMS[table.name], tables.CLAIMS[table.name].alias()
        thing = linked.c[table.name]
        beside = select(other.c.claim).where(other.c[table.name] == thing, other.c.claim != linked.c.claim)
        yield from _counted(connection, select(linked.c.claim).where(~beside.exists()), linked.c.claim, keys, 1)
    linked = tables.CLAIMS["conflict"]
    question = select(linked.c.claim).join(tables.conflict, tables.conflict.c.id == linked.c.conflict)
    question = question.where(tables.conflict.c.state == ConflictState.OPEN.value)
    yield from _counted(connection, question, linked.c.claim, keys, 2)


def _counted(
    connection: Connection, question: Select[Any], claim: Any, keys: list[int], times: int  # noqa: ANN401 - a column
) -> Iterable[tuple[int, int]]:  # fmt: skip
    question = question.add_columns(func.count()).where(among(connection, claim, keys)).group_by(claim)
    return ((row[0], times * row[1]) for row in connection.execute(question).all())
