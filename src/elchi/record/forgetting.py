"""A document is forgotten on request: its texts and claims are gone, and one row says that they were."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, or_, select

from elchi.record import counted, counted_resolved, dirty, schema, stores
from elchi.record import resolved_schema as tables
from elchi.record.among import among
from elchi.record.search_words import day_of_row, row_key
from elchi.record.writing import next_key

FORGET = "forget"
_article, _claim, _report = schema.article.c, schema.claim.c, schema.report.c


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is gone: the documents (one, or several under one URL), and how many texts and claims they had."""

    documents: tuple[str, ...]
    texts: int
    claims: int


def forget(connection: Connection, document: str, told: dict[str, Any]) -> Forgotten | None:
    """Remove every text of a document with all that was read from it, and log that; None where there is none.

    Other documents that are revisions of the same page go with it: what one says, the other may say as well. What
    was resolved from its claims goes too, and its blocks are marked.

    Args:
        connection: inside a transaction that writes.
        document: id or URL.
        told: `author`, `reason` and `recorded_at` of the log's row.
    """
    texts = _texts(connection, document)
    if not texts:
        return None
    keys, names = list(texts), sorted({name for name, _ in texts.values()})
    claims = {row.key: row for row in connection.execute(
        select(_claim.key, _claim.earliest, _claim.known_from).where(_claim.article.in_(keys))
    )}  # fmt: skip
    dirty.mark_articles(connection, keys)
    _drop_resolved(connection, list(claims))
    left = counted.leave(connection, _claim.article.in_(keys))
    stores.of(connection).drop_words(connection, [row_key(day_of_row(row), key) for key, row in claims.items()])
    for table in (schema.evidence, schema.participant, schema.claim_pair):
        _drop(connection, table, table.c.claim, list(claims))
    _drop(connection, schema.claim, _claim.key, list(claims))
    told_with = select(_report.story).where(_report.article.in_(keys))
    beside = connection.execute(select(_report.article).where(_report.story.in_(told_with))).scalars().all()
    connection.execute(delete(schema.report).where(_report.story.in_(told_with)))  # they are named after each other
    counted_resolved.support_of_articles(connection, [article for article in beside if article not in texts])
    counted.mend(connection, left)
    counted.purge(connection)
    for table in (schema.reading, schema.fingerprint):
        _drop(connection, table, table.c.article, keys)
    _drop(connection, schema.failure, schema.failure.c.document, names)
    _drop(connection, schema.article, _article.key, sorted(keys, reverse=True))
    about = {"documents": names, "sha256": sorted(sha256 for _, sha256 in texts.values()), "claims": len(claims)}
    row = told | {"key": next_key(connection, schema.judgement), "kind": FORGET, "about": json.dumps(about)}
    connection.execute(insert(schema.judgement).values(row))
    return Forgotten(tuple(names), len(texts), len(claims))


def _texts(connection: Connection, document: str) -> dict[int, tuple[str, str]]:
    """Return document and sha256 of all texts of a document and of its revisions under other ids, by key."""
    found: dict[int, tuple[str, str]] = {}
    asked = {document}
    while asked:
        same = or_(_article.document.in_(asked), _article.url.in_(asked))
        question = select(_article.key, _article.document, _article.sha256, _article.url).where(same)
        rows = [row for row in connection.execute(question) if row.key not in found]
        found |= {row.key: (row.document, row.sha256) for row in rows}
        asked = {name for row in rows for name in (row.document, row.url) if name}
    return found


def _drop_resolved(connection: Connection, claims: list[int]) -> None:
    found: dict[str, list[str]] = {}
    for thing in tables.THINGS:
        linked = tables.CLAIMS[thing.name]
        question = select(linked.c[thing.name]).distinct()
        ids = {row[0] for some in dirty.chunks(claims) for row in connection.execute(
            question.where(linked.c.claim.in_(some))
        )}  # fmt: skip
        found[thing.name] = sorted(ids)
    counted_resolved.count(connection, lambda thing: among(connection, thing.c.id, found[thing.name]), -1)
    for thing in tables.THINGS:
        for table in (tables.CLAIMS[thing.name], tables.PAIRS[thing.name], tables.ENTITIES[thing.name]):
            _drop(connection, table, table.c[thing.name], found[thing.name])
        _drop(connection, thing, thing.c.id, found[thing.name])


def _drop(connection: Connection, table: Table, column: ColumnElement[Any], values: Collection[Any]) -> None:
    for some in dirty.chunks(values):
        connection.execute(delete(table).where(column.in_(some)))
