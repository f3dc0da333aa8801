"""Readings of articles go into the tables: all of a batch or nothing, and nothing twice."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, Table, case, func, or_, select, update

from elchi.model import Article, Claim
from elchi.record import dirty, schema, search, stores
from elchi.record.clocks import known_from
from elchi.record.rows import BLOCK, COLUMNS, SUPERSEDED_BY, ClaimRows, Recorded, as_json

_Row = dict[str, Any]


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


class Batch:
    """Readings written in one transaction: those of new documents together, at the end; others one by one."""

    def __init__(self, connection: Connection, method: str, now: str) -> None:
        self._connection, self._method, self._now = connection, method, now
        self._known: set[str] = set()
        self._articles: list[_Row] = []  # that wait to be written, with their readings and claims
        self._readings: list[_Row] = []
        self._claims = ClaimRows()
        self._keys: dict[str, int] = {}

    def add(self, batch: Sequence[ReadArticle]) -> list[Added]:
        """Add readings, in order."""
        self._known = _known_names(self._connection, [read.article for read in batch])
        added = [self._add(read) for read in batch]
        self._flush()
        return added

    def _add(self, read: ReadArticle) -> Added:
        article = read.article
        names = {article.id, article.url or article.id}
        if names & self._known:
            self._flush()
            return self._add_again(read)
        self._known |= names
        return self._wait(read, self._article(article, None), revision=False)

    def _add_again(self, read: ReadArticle) -> Added:
        """Add a reading of a document that the record has, and mark the claims of earlier readings as superseded."""
        connection, article = self._connection, read.article
        if knows(connection, article, self._method):
            return Added(article.id, new=False)
        earlier = _earlier_texts(connection, article)
        same = [key for key, sha256 in earlier if sha256 == article.sha256 and _is(connection, key, article.id)]
        key = same[0] if same else self._article(article, earlier[-1][0] if earlier else None)
        added = self._wait(read, key, revision=bool(earlier) and not same)
        self._flush(superseding=[key for key, _ in earlier])
        return added

    def _article(self, article: Article, revises: int | None) -> int:
        """Make the row of an article, to be written by the next flush, and return its key."""
        key = self._next(schema.article)
        self._articles.append({
            "key": key, "document": article.id, "sha256": article.sha256, "url": article.url, "source": article.source,
            "language": article.language, "published": article.published, "title": article.title,
            "text": article.text, "metadata": json.dumps(dict(article.metadata)), "revises": revises,
            "recorded_at": self._now,
        })  # fmt: skip
        return key

    def _wait(self, read: ReadArticle, key: int, *, revision: bool) -> Added:
        """Make the rows of a reading of the article `key`, to be written by the next flush."""
        article = read.article
        since, inferred = known_from(article.published, self._now)
        reading = self._next(schema.reading)
        self._readings.append({
            "key": reading, "article": key, "method": self._method, "published": article.published or "",
            "notes": json.dumps(list(read.notes)), "recorded_at": self._now,
        })  # fmt: skip
        unique = {claim.claim: claim for claim in read.claims}
        for claim in unique.values():
            number = self._next(schema.claim)
            recorded = Recorded(number, reading, key, self._now, None, since, schema.FOREVER, int(inferred))
            told = claim.to_json()
            self._claims.add(told, article, recorded, as_json(told))
        return Added(article.id, new=True, revision=revision, claims=len(unique))

    def _flush(self, superseding: Sequence[int] = ()) -> None:
        """Write what waits; the claims of the texts `superseding`, by key, are superseded by the last reading."""
        for table, rows in ((schema.article, self._articles), (schema.reading, self._readings)):
            if rows:
                stores.of(self._connection).insert_rows(self._connection, table, rows)
        if superseding:
            _supersede(self._connection, superseding, self._readings[-1], self._now)
        write_claims(self._connection, self._claims)
        self._articles, self._readings, self._claims = [], [], ClaimRows()

    def _next(self, table: Table) -> int:
        """Return a key of `table` that is free: the transaction holds the write lock, so it stays free."""
        self._keys[table.name] = self._keys.get(table.name) or next_key(self._connection, table)
        self._keys[table.name] += 1
        return self._keys[table.name] - 1


def write_claims(connection: Connection, rows: ClaimRows) -> None:
    """Write the rows of claims, mark their blocks, and add their words to the search."""
    store = stores.of(connection)
    for name, made in rows.tables.items():
        if made:
            store.write_rows(connection, name, COLUMNS[name], made)
    dirty.mark(connection, {row[BLOCK] for row in rows.tables["claim"] if row[SUPERSEDED_BY] is None})
    search.add(connection, rows.words)


def _known_names(connection: Connection, articles: Sequence[Article]) -> set[str]:
    """Return the ids and the URLs of `articles` that the record has already."""
    found: set[str] = set()
    for some in dirty.chunks(articles):
        ids, urls = [a.id for a in some], [a.url for a in some if a.url]
        for column, names in ((schema.article.c.document, ids), (schema.article.c.url, urls)):
            found |= {row[0] for row in connection.execute(select(column).where(column.in_(names)))}
    return found


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


def _supersede(connection: Connection, articles: Sequence[int], reading: dict[str, Any], now: str) -> None:
    """Mark the current claims of earlier texts as superseded by a reading."""
    dirty.mark_articles(connection, articles)
    since, _ = known_from(reading["published"], now)
    claim = schema.claim.c
    later = case((claim.known_from > since, claim.known_from), else_=since)
    until = case((claim.article == reading["article"], claim.known_from), else_=later)  # as clocks.known_to has it
    current = claim.superseded_by.is_(None) & claim.article.in_(list(articles))
    connection.execute(update(schema.claim).where(current).values(superseded_by=reading["key"], known_to=until))


def next_key(connection: Connection, table: Table) -> int:
    """Return a key of `table` that is free: the transaction holds the write lock, so it stays free."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.key), 0))).scalar_one()) + 1
