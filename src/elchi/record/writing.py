"""One reading of one article goes into the tables: all of it or nothing, and nothing twice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, Table, case, func, insert, or_, select, update

from elchi.model import Article, Claim
from elchi.record import dirty, schema, search, stores
from elchi.record.clocks import known_from
from elchi.record.rows import ClaimRows, rows_of


class ReadArticle(Protocol):
    """What the pipeline gives: an article with its language filled in, and its claims."""

    @property
    def article(self) -> Article:
        """The article that was read."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What it claims."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader remarked."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one reading: `new` is False when the record knew it; `claims` counts those added."""

    document: str
    new: bool
    revision: bool = False
    claims: int = 0


def knows(connection: Connection, article: Article, method: str) -> bool:
    """Whether `method` has read exactly this text under this document id, with this day of publication."""
    question = (
        select(schema.reading.c.key)
        .join(schema.article)
        .where(schema.article.c.document == article.id, schema.article.c.sha256 == article.sha256)
        .where(schema.reading.c.method == method, schema.reading.c.published == (article.published or ""))
    )
    return connection.execute(question).first() is not None


def add_reading(connection: Connection, read: ReadArticle, method: str, now: str) -> Added:
    """Insert a reading, and mark the current claims of earlier readings of its document as superseded."""
    article = read.article
    if knows(connection, article, method):
        return Added(article.id, new=False)
    earlier = _earlier_texts(connection, article)
    same = [key for key, sha256 in earlier if sha256 == article.sha256 and _is(connection, key, article.id)]
    article_key = same[0] if same else _insert_article(connection, article, earlier[-1][0] if earlier else None, now)
    row = {"article": article_key, "method": method, "published": article.published or "", "recorded_at": now}
    reading_key = _insert(connection, schema.reading, row | {"notes": json.dumps(list(read.notes))})
    since, inferred = known_from(article.published, now)
    _supersede(connection, [key for key, _ in earlier], (reading_key, article_key, since))
    unique = {claim.claim: claim for claim in read.claims}
    keys = {"reading": reading_key, "article": article_key, "recorded_at": now, "known_from": since,
            "known_to": schema.FOREVER, "known_inferred": int(inferred)}  # fmt: skip
    first = next_key(connection, schema.claim)
    rows = [rows_of(claim, article, keys | {"key": first + n}) for n, claim in enumerate(unique.values())]
    _insert_claims(connection, rows)
    dirty.mark(connection, {row["block"] for one in rows for row in one["claim"]})
    search.add(connection, [row for one in rows for row in one["search_words"]])
    return Added(article.id, new=True, revision=bool(earlier) and not same, claims=len(unique))


def _earlier_texts(connection: Connection, article: Article) -> list[tuple[int, str]]:
    """Return key and sha256 of every stored text of this document or this URL, oldest first."""
    same = schema.article.c.document == article.id
    if article.url:
        same = or_(same, schema.article.c.url == article.url)
    question = select(schema.article.c.key, schema.article.c.sha256).where(same).order_by(schema.article.c.key)
    return [(row.key, row.sha256) for row in connection.execute(question)]


def _is(connection: Connection, key: int, document: str) -> bool:
    question = select(schema.article.c.document).where(schema.article.c.key == key)
    return bool(connection.execute(question).scalar_one() == document)


def _insert(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    """Insert a row under a key that is free, and return the key."""
    key = next_key(connection, table)
    connection.execute(insert(table).values(key=key, **row))
    return key


def _insert_article(connection: Connection, article: Article, revises: int | None, now: str) -> int:
    row = {
        "document": article.id, "sha256": article.sha256, "url": article.url, "source": article.source,
        "language": article.language, "published": article.published, "title": article.title, "text": article.text,
        "metadata": json.dumps(dict(article.metadata)), "revises": revises, "recorded_at": now,
    }  # fmt: skip
    return _insert(connection, schema.article, row)


def _supersede(connection: Connection, articles: list[int], by: tuple[int, int, str]) -> None:
    """Mark the current claims of earlier texts as superseded `by` a reading: its key, its text's, its `known_from`."""
    if not articles:
        return
    dirty.mark_articles(connection, articles)
    reading_key, text, since = by
    claim = schema.claim.c
    later = case((claim.known_from > since, claim.known_from), else_=since)
    until = case((claim.article == text, claim.known_from), else_=later)  # as clocks.known_to has it
    current = claim.superseded_by.is_(None) & claim.article.in_(articles)
    connection.execute(update(schema.claim).where(current).values(superseded_by=reading_key, known_to=until))


def _insert_claims(connection: Connection, rows: list[ClaimRows]) -> None:
    for table in (schema.claim, schema.participant, schema.evidence, schema.claim_pair):
        inserted = [row for one in rows for row in one[table.name]]
        if inserted:
            stores.of(connection).insert_rows(connection, table, inserted)


def next_key(connection: Connection, table: Table) -> int:
    """Return a key of `table` that is free: the transaction holds the write lock, so it stays free."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.key), 0))).scalar_one()) + 1
