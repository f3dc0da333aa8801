"""Which articles of a record are one report: worked out from their fingerprints, and written anew each time."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from elchi.model import Article
from elchi.record import counted_resolved, dirty, schema
from elchi.record.prepared import ask, many, one_of
from elchi.record.stored import StoredStory

_article, _print, _report = schema.article.c, schema.fingerprint.c, schema.report.c
_LATEST = _article.key.not_in(select(_article.revises).where(_article.revises.is_not(None)))
_MOST_AT_ONCE = 500
_MOST_NAMES = 5000


def without_fingerprint(connection: Connection, method: str) -> list[tuple[int, Article]]:
    """Return some articles, by key, of which `method` has taken no fingerprint yet: their latest texts."""
    taken = select(_print.article).where(_print.method == method)
    question = select(schema.article).where(_LATEST, _article.key.not_in(taken)).limit(_MOST_AT_ONCE)
    return [
        (
            row.key,
            Article(
                id=row.document, text=row.text, title=row.title, language=row.language, published=row.published,
                source=row.source, url=row.url, metadata=json.loads(row.metadata),
            ),
        )
        for row in connection.execute(question)
    ]  # fmt: skip


def current(connection: Connection, method: str) -> bool:
    """Whether the latest text of every document has its fingerprint and its report: a run was not cut short."""
    taken = select(_print.article).join(schema.report, _report.article == _print.article).where(_print.method == method)
    return connection.execute(select(_article.key).where(_LATEST, _article.key.not_in(taken)).limit(1)).first() is None


def add_fingerprints(connection: Connection, method: str, bodies: Mapping[int, str]) -> None:
    """Keep the fingerprints of articles, by key, in the place of earlier ones."""
    connection.execute(delete(schema.fingerprint).where(_print.article.in_(bodies)))
    rows = [{"article": key, "method": method, "body": body} for key, body in bodies.items()]
    connection.execute(insert(schema.fingerprint), rows)


def fingerprints(connection: Connection, method: str) -> list[str]:
    """Return the fingerprints of the latest texts, in the order of their keys."""
    question = select(_print.body).join(schema.article, _article.key == _print.article)
    rows = connection.execute(question.where(_LATEST, _print.method == method).order_by(_article.key))
    return [row.body for row in rows]


def set_reports(connection: Connection, told: Sequence[tuple[str, str, str]]) -> None:
    """Write which story and report each document belongs to: (document, story, report), in the place of all before."""
    keys = {row.document: row.key for row in connection.execute(select(_article.document, _article.key).where(_LATEST))}
    before = reports(connection)
    after = {name: report for name, _, report in told if name in keys}
    changed = [name for name in keys if after.get(name, name) != before.get(name, name)]
    dirty.mark_articles(connection, [keys[name] for name in changed])
    connection.execute(delete(schema.report))
    rows = [{"article": keys[name], "story": story, "report": report} for name, story, report in told if name in keys]
    if rows:
        connection.execute(insert(schema.report), rows)
    counted_resolved.support_of_articles(connection, [keys[name] for name in changed])


def stories(connection: Connection, name: str) -> list[StoredStory]:
    """Return the story of the document `name`; else the stories whose ids are or begin with it, a hundred at most."""
    told = select(_report.story).distinct()
    of_document = told.join(schema.article, _article.key == _report.article).where(_article.document == name)
    begun = told.where(_report.story.startswith(name, autoescape=True)).order_by(_report.story).limit(100)
    found = connection.execute(of_document).scalars().all() or connection.execute(begun).scalars().all()
    return [_story(connection, story) for story in ([name] if name in found else found)]


def _story(connection: Connection, story: str) -> StoredStory:
    question = (
        select(_article.document, _report.report, _print.body)
        .join(schema.article, _article.key == _report.article)
        .outerjoin(schema.fingerprint, _print.article == _report.article)
        .where(_report.story == story)
        .order_by(func.coalesce(_article.published, "9"), _article.document)
    )
    grouped: dict[str, list[str]] = {}
    bodies = []
    for document, report, body in connection.execute(question):
        grouped.setdefault(report, []).append(document)
        bodies += [body] if body else []
    reports = [(name, *(other for other in names if other != name)) for name, names in grouped.items()]
    return StoredStory(story, tuple(reports), tuple(bodies))


def reports(connection: Connection) -> dict[str, str]:
    """Return the report of each document; one that is not in it is a report of its own."""
    question = select(_article.document, _report.report).join(schema.report, _report.article == _article.key)
    return {row.document: row.report for row in connection.execute(question)}


def reports_of(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """Return the report of each of `documents`; one that stands alone is a report of its own."""
    found = {name: name for name in documents}
    question = _of_documents(connection.dialect.name)
    for some in dirty.chunks(sorted(found), _MOST_NAMES):
        found |= {row.document: row.report for row in ask(connection, question, names=many(connection, some))}
    return found


def reports_of_articles(connection: Connection, articles: Collection[int]) -> dict[int, str]:
    """Return the report of each of `articles`, by key; without those of which nothing is said."""
    question = _of_articles(connection.dialect.name)
    found: dict[int, str] = {}
    for some in dirty.chunks(sorted(articles), _MOST_NAMES):
        found |= {row.article: row.report for row in ask(connection, question, keys=many(connection, some))}
    return found


@cache
def _of_articles(dialect: str) -> Select[Any]:
    return select(_report.article, _report.report).where(one_of(dialect, _report.article, "keys"))


@cache
def _of_documents(dialect: str) -> Select[Any]:
    question = select(_article.document, _report.report).join(schema.report, _report.article == _article.key)
    return question.where(one_of(dialect, _article.document, "names"))
