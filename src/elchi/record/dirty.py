"""Marks on the blocks whose resolved rows are not what their claims come to.

A mark is written in the transaction that changes the claims, so that a killed run leaves no block forgotten. Each has a
stamp of its own: what was resolved from older claims cannot take away the mark of a writer that came in between.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, and_, bindparam, delete, func, literal, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from elchi.record import resolved_schema as tables
from elchi.record import schema
from elchi.record.among import among

CHUNK = 500
"""Values in one IN (...); SQLite takes 32,766 parameters, and short statements are parsed sooner."""
_COUNTED = 100
"""Blocks whose claims are counted at once: few may be wanted, and their claims many."""

Item = TypeVar("Item")
_claim, _party, _article, _mark = schema.claim.c, schema.participant.c, schema.article.c, tables.dirty.c
_RESOLVED = (_claim.superseded_by.is_(None), _claim.block != "")


def chunks(items: Collection[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """Yield `items` in lists of at most `size`."""
    rows = list(items)
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def mark(connection: Connection, blocks: Collection[str]) -> None:
    """Mark blocks by their keys; "" is no block."""
    stamp = _stamp()
    rows = [{"block": block, "stamp": stamp} for block in sorted(set(blocks) - {""})]
    if rows:
        insert = _insert(connection)(tables.dirty)
        connection.execute(
            insert.on_conflict_do_update(index_elements=["block"], set_={"stamp": insert.excluded.stamp}), rows
        )


def mark_found(connection: Connection, blocks: Select[Any]) -> None:
    """Mark the blocks that a question gives: `select(claim.block)` with its joins and conditions."""
    found = blocks.where(_claim.block != "").distinct().subquery()
    rows = select(found.c.block, literal(_stamp())).where(found.c.block != "")
    insert = _insert(connection)(tables.dirty).from_select(["block", "stamp"], rows)
    connection.execute(
        insert.on_conflict_do_update(index_elements=["block"], set_={"stamp": insert.excluded.stamp})
    )  # fmt: skip


def mark_articles(connection: Connection, articles: Collection[int]) -> None:
    """Mark the blocks of the current claims of articles, by key."""
    for some in chunks(articles):
        mark_found(connection, select(_claim.block).where(_claim.article.in_(some), *_RESOLVED))


def mark_entities(connection: Connection, entities: Collection[str]) -> None:
    """Mark the blocks of the current claims in which any of `entities`, as read, takes part."""
    for some in chunks(entities):
        inside = select(_party.claim).where(_party.entity.in_(some))
        mark_found(connection, select(_claim.block).where(_claim.key.in_(inside), *_RESOLVED))


def mark_named(connection: Connection, named: Collection[str]) -> None:
    """Mark the blocks of what `named` names: blocks by their keys, claims and resolved things by their ids."""
    for some in chunks(named):
        mark_found(connection, select(_claim.block).where(or_(_claim.claim.in_(some), _claim.block.in_(some))))
        for thing in tables.THINGS:
            mark(
                connection, [row.block for row in connection.execute(select(thing.c.block).where(thing.c.id.in_(some)))]
            )


def mark_all(connection: Connection) -> None:
    """Mark every block that has claims, or rows of claims that it had."""
    mark_found(connection, select(_claim.block).where(*_RESOLVED))
    for thing in tables.THINGS:
        mark(connection, [row.block for row in connection.execute(select(thing.c.block).distinct())])


def marked(connection: Connection, limit: int, most_claims: int | None = None) -> dict[str, int]:
    """Return at most `limit` marked blocks with their stamps, by key: as many as have `most_claims`, or one."""
    rows = connection.execute(select(_mark.block, _mark.stamp).order_by(_mark.block).limit(limit)).all()
    number = len(rows) if most_claims is None else _number_within(connection, [row.block for row in rows], most_claims)
    return {row.block: row.stamp for row in rows[:number]}


def _number_within(connection: Connection, blocks: list[str], most_claims: int) -> int:
    """Return how many of the first blocks have `most_claims` claims together, superseded ones counted; at least one."""
    number = claims = 0
    for some in chunks(blocks, _COUNTED):
        here = among(connection, _claim.block, some)
        rows = connection.execute(select(_claim.block, func.count()).where(here).group_by(_claim.block))
        counted: dict[str, int] = {row[0]: row[1] for row in rows}
        for block in some:
            claims += counted.get(block, 0)
            if number and claims > most_claims:
                return number
            number += 1
    return number


def unchanged(connection: Connection, stamps: Mapping[str, int | None]) -> set[str]:
    """Return the blocks whose mark still has its stamp: their claims are as they were when it was given out."""
    question = select(_mark.block, _mark.stamp).where(among(connection, _mark.block, stamps))
    return {row.block for row in connection.execute(question) if row.stamp == stamps[row.block]}


def unmark(connection: Connection, stamps: Mapping[str, int | None]) -> None:
    """Take away the marks of blocks that still have their stamp; of those whose stamp is None, any mark."""
    stamped = [{"of": block, "as_of": stamp} for block, stamp in sorted(stamps.items()) if stamp is not None]
    if stamped:  # one short statement for all: conditions of as many blocks take longer to write than to answer
        same = and_(_mark.block == bindparam("of"), _mark.stamp == bindparam("as_of"))
        connection.execute(delete(tables.dirty).where(same), stamped)
    for some in chunks(sorted(block for block, stamp in stamps.items() if stamp is None)):
        connection.execute(delete(tables.dirty).where(_mark.block.in_(some)))


def _stamp() -> int:
    return secrets.randbits(62)


def _insert(connection: Connection) -> Any:  # noqa: ANN401 - two classes with the same methods
    """Return the INSERT that has ON CONFLICT: the same words on both stores."""
    return postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
