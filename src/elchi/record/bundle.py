"""A whole record as lines of JSON, and back: what cannot be worked out again, each line naming its table.

What is resolved, what is searched and the rows of participants are made from the claims when a bundle is loaded. The
first line says which format it is, the last how many lines there must be: a bundle that was cut off is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, func, select

from elchi.errors import FormatError, RecordError
from elchi.model import Article, Claim
from elchi.record import dirty, names, schema, stores
from elchi.record.rows import rows_of
from elchi.record.writing import write_claims

FORMAT = 1
_BEFORE = (schema.article, schema.reading)
_AFTER = (
    schema.judgement, schema.run, schema.failure, schema.fingerprint, schema.report, schema.meaning, schema.name_join,
)  # fmt: skip
_TABLES = {table.name: table for table in (*_BEFORE, *_AFTER)}
_CLAIM = ("key", "reading", "article", "recorded_at", "superseded_by", "known_from", "known_to", "known_inferred")
_BATCH = 2000


def bundle(connection: Connection) -> Iterator[dict[str, Any]]:
    """Yield the lines of a record, in an order that depends on nothing but what it holds."""
    yield {"bundle": FORMAT}
    lines = 1
    for row in _lines(connection):
        lines += 1
        yield row
    yield {"end": lines}


def _lines(connection: Connection) -> Iterator[dict[str, Any]]:
    for table in _BEFORE:
        yield from _rows(connection, table)
    columns = [schema.claim.c[name] for name in _CLAIM]
    question = select(*columns, schema.claim.c.json).order_by(schema.claim.c.key)
    with connection.execution_options(yield_per=_BATCH).execute(question) as rows:
        for row in rows:
            told = row._mapping  # noqa: SLF001 - SQLAlchemy's name for a public attribute
            yield {"claim": {name: told[name] for name in _CLAIM} | {"claim": json.loads(told["json"])}}
    for table in _AFTER:
        yield from _rows(connection, table)


def _rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    question = select(table).order_by(*table.primary_key.columns)
    with connection.execution_options(yield_per=_BATCH).execute(question) as rows:
        for row in rows:
            yield {table.name: dict(row._mapping)}  # noqa: SLF001 - as above


def load(connection: Connection, lines: Iterable[dict[str, Any]], name: str) -> int:
    """Write the lines of a bundle into an empty record, and return the number of its claims.

    Args:
        connection: inside a transaction that writes.
        lines: of `bundle`.
        name: what messages call the bundle.

    Raises:
        RecordError: the record is not empty.
        FormatError: a line is none of a bundle's, or the last one is missing.
    """
    if connection.execute(select(func.count()).select_from(schema.article)).scalar_one():
        raise RecordError("a bundle is loaded into an empty record alone; name another one with --record")
    loading = _Loading(connection)
    number, ended = 0, False
    for number, line in enumerate(lines, start=1):
        if number == 1 and (not isinstance(line, dict) or line.get("bundle") != FORMAT):
            raise FormatError(name, f'no bundle of elchi, or of a later one; it begins with {{"bundle": {FORMAT}}}', 1)
        if number > 1 and not (ended := _take(loading, line, name, number)):
            continue
    if not ended:
        raise FormatError(name, "the last line is missing; the bundle was cut off, export it again", number)
    loading.flush()
    names.apply_meanings(connection)
    dirty.mark_all(connection)
    return loading.claims


def read_bundle(stream: Iterable[bytes], name: str) -> Iterator[dict[str, Any]]:
    """Yield the lines of a bundle's file; raise `FormatError` at the first that is no JSON."""
    for number, line in enumerate(stream, start=1):
        try:
            yield json.loads(line)
        except ValueError as bad:
            raise FormatError(name, "no line of JSON; is it a bundle of elchi, and whole?", number) from bad


def _take(loading: _Loading, line: dict[str, Any], name: str, number: int) -> bool:
    """Take one line; return whether it was the last."""
    if isinstance(line, dict) and "end" in line:
        if line["end"] != number - 1:
            raise FormatError(name, f"{number - 1} lines where {line['end']} were written; export it again", number)
        return True
    try:
        ((table, row),) = line.items()
        loading.add(table, row)
    except (AttributeError, KeyError, TypeError, ValueError) as bad:
        raise FormatError(name, f"no line of a bundle ({type(bad).__name__}: {bad})", number) from bad
    return False


class _Loading:
    """Rows that wait to be written, of one table at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._table, self._rows = "", list[dict[str, Any]]()
        self.claims = 0

    def add(self, table: str, row: dict[str, Any]) -> None:
        if table != self._table or len(self._rows) >= _BATCH:
            self.flush()
            self._table = table
        if table == "claim":
            self.claims += 1
            self._rows.append({name: row[name] for name in _CLAIM} | {"claim": Claim.from_json(row["claim"])})
        else:
            self._rows.append({column.name: row[column.name] for column in _TABLES[table].columns})

    def flush(self) -> None:
        """Write what waits."""
        if not self._rows:
            return
        if self._table == "claim":
            self._write_claims()
        else:
            stores.of(self._connection).insert_rows(self._connection, _TABLES[self._table], self._rows)
        self._rows = []

    def _write_claims(self) -> None:
        articles = _articles(self._connection, {row["article"] for row in self._rows})
        together: dict[str, list[dict[str, Any]]] = {}
        for row in self._rows:
            keys = {name: row[name] for name in _CLAIM}
            for name, made in rows_of(row["claim"], articles[row["article"]], keys).items():
                together.setdefault(name, []).extend(made)
        write_claims(self._connection, together)


def _articles(connection: Connection, keys: set[int]) -> dict[int, Article]:
    """Return articles by key, with what offsets count in."""
    column = schema.article.c
    found: dict[int, Article] = {}
    for some in dirty.chunks(keys):
        question = select(column.key, column.document, column.text, column.title).where(column.key.in_(some))
        found |= {row.key: Article(row.document, row.text, row.title) for row in connection.execute(question)}
    return found
