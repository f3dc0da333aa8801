"""SQLite: words in an FTS5 table; the row id is the key, so that the newest rows come first without sorting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    Connection,
    Table,
    TableClause,
    bindparam,
    column,
    literal_column,
    table,
    text,
)

from elchi.record.search_words import Term

_ROW: ColumnClause[int] = column("rowid")
_ROW.key = "key"


class Sqlite:
    """How SQLite searches words and looks itself over."""

    search_words: TableClause = table("search_words", _ROW, column("rank"))

    def insert_rows(self, connection: Connection, into: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Insert rows of one shape."""
        names = list(rows[0])
        told = list(map(itemgetter(*names), rows))
        connection.exec_driver_sql(_insert(into.name, tuple(names)), told)

    def add_words(self, connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
        """Add rows of `search_words.row_of`."""
        told = [(row["key"], row["words"], row["tags"]) for row in rows]
        connection.exec_driver_sql("INSERT INTO search_words (rowid, words, tags) VALUES (?, ?, ?)", told)

    def drop_words(self, connection: Connection, keys: Sequence[int]) -> None:
        """Take rows away by their keys."""
        if keys:
            connection.execute(text("DELETE FROM search_words WHERE rowid = :key"), [{"key": key} for key in keys])

    def matching(
        self, terms: Sequence[Term], tags: Sequence[Sequence[str]], also: Sequence[str]
    ) -> list[ColumnElement[bool]]:
        """Return the condition `MATCH`, or none where nothing is asked."""
        asked = [f"{{tags}} : ({' OR '.join(one)})" for one in tags]
        words = f"{{words}} : ({' AND '.join(map(_phrase, terms))})" if terms else ""
        if words:
            asked.append(f"({words} OR {{tags}} : ({' OR '.join(also)}))" if also else words)
        if not asked:
            return []
        match: ColumnElement[str] = bindparam(None, " AND ".join(asked), unique=True)
        return [literal_column("search_words").op("MATCH", is_comparison=True)(match)]

    def rank(self, terms: Sequence[Term]) -> ColumnElement[Any]:  # noqa: ARG002 - FTS5 knows what was matched
        """Return FTS5's bm25: the less, the better."""
        return literal_column("search_words.rank")

    def wipe(self, connection: Connection, *, before: bool) -> None:
        """Overwrite deleted rows with zeros, and the words of deleted rows by making the index anew."""
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
        if not before:
            connection.exec_driver_sql("INSERT INTO search_words (search_words) VALUES ('optimize')")

    def compact(self, connection: Connection) -> None:
        """Empty the write-ahead log, which still holds the pages as they were."""
        raw: Any = connection.connection.dbapi_connection
        connection.rollback()
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def faults(self, connection: Connection) -> list[str]:
        """Return what SQLite finds wrong with the file."""
        whole = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(10)")]
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        found = [] if whole == ["ok"] else [str(row) for row in whole]
        return found + ([f"{len(broken)} rows point to rows that are missing"] if broken else [])


@lru_cache
def _insert(into: str, names: tuple[str, ...]) -> str:
    """Return an INSERT as SQLite takes it at once; SQLAlchemy takes each row apart first, which costs as much again."""
    return f'INSERT INTO "{into}" ({", ".join(map(_quoted, names))}) VALUES ({", ".join("?" * len(names))})'  # noqa: S608


def _quoted(name: str) -> str:
    return f'"{name}"'


def _phrase(term: Term) -> str:
    """Return a term in the words of FTS5: its keys hold letters, numbers and marks only, so nothing needs escaping."""
    return f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")


SQLITE = Sqlite()
