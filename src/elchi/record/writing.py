"""One reading of one article goes into the tables: all of it or nothing, and nothing twice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, func, insert, or_, select, update

from elchi.model import Article, Claim
from elchi.record import schema
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
    _supersede(connection, [key for key, _ in earlier], reading_key)
    unique = {claim.claim: claim for claim in read.claims}
    keys = {"reading": reading_key, "article": article_key, "recorded_at": now}
    first = _next_key(connection)
    rows = [rows_of(claim, article, keys | {"key": first + n}) for n, claim in enumerate(unique.values())]
    _insert_claims(connection, rows)
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


def _insert(connection: Connection, table: Any, row: dict[str, Any]) -> int:  # noqa: ANN401 - any table with a key
    done = connection.execute(insert(table).values(**row))
    return int(done.inserted_primary_key[0]) if done.inserted_primary_key else 0


def _insert_article(connection: Connection, article: Article, revises: int | None, now: str) -> int:
    row = {
        "document": article.id, "sha256": article.sha256, "url": article.url, "source": article.source,
        "language": article.language, "published": article.published, "title": article.title, "text": article.text,
        "metadata": json.dumps(dict(article.metadata)), "revises": revises, "recorded_at": now,
    }  # fmt: skip
    return _insert(connection, schema.article, row)


def _supersede(connection: Connection, articles: list[int], reading_key: int) -> None:
    current = schema.claim.c.superseded_by.is_(None) & schema.claim.c.article.in_(articles)
    if articles:
        connection.execute(update(schema.claim).where(current).values(superseded_by=reading_key))


def _insert_claims(connection: Connection, rows: list[ClaimRows]) -> None:
    for table in (schema.claim, schema.participant, schema.evidence, schema.claim_pair):
        inserted = [row for one in rows for row in one[table.name]]
        if inserted:
            connection.execute(insert(table), inserted)


def _next_key(connection: Connection) -> int:
    """Return a claim key that is free: the transaction holds the write lock, so it stays free."""
    return int(connection.execute(select(func.coalesce(func.max(schema.claim.c.key), 0))).scalar_one()) + 1
