"""SQLite: words in an FTS5 table; the row id is the key, so that the newest rows come first without sorting."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    Connection,
    Engine,
    Table,
    TableClause,
    bindparam,
    column,
    literal_column,
    table,
    text,
)
from sqlalchemy.exc import IntegrityError

from elchi.record import counted
from elchi.record.rows import ClaimRows
from elchi.record.search_words import Term, WordRow
from elchi.record.stores import part_files

if TYPE_CHECKING:
    from elchi.record.stores import Beside

_ROW: ColumnClause[int] = column("rowid")
_ROW.key = "key"
_WHILE_LOADING = ("foreign_keys = OFF", "secure_delete = OFF", "cache_size = -262144", "threads = 2")
"""Settings of a connection that fills an empty record: keys are looked over at the end, 256 MiB are taken as needed,
and indexes are sorted by a second thread. Nothing that is overwritten was anybody's before."""


class Sqlite:
    """How SQLite takes rows, searches words and looks itself over."""

    search_words: TableClause = table("search_words", _ROW, column("rank"))

    def insert_rows(self, connection: Connection, into: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Insert rows of one shape."""
        names = tuple(rows[0])
        self.write_rows(connection, into.name, names, list(map(itemgetter(*names), rows)))

    def write_rows(
        self, connection: Connection, into: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Insert rows as tuples."""
        connection.exec_driver_sql(_insert(into, tuple(columns)), list(rows))

    def add_words(self, connection: Connection, rows: Sequence[WordRow]) -> None:
        """Add rows of `search_words.row_of`; by key, for FTS5 writes a segment whenever a key is less than the last."""
        told = list(map(tuple, sorted(rows)))
        connection.exec_driver_sql("INSERT INTO search_words (rowid, words, tags) VALUES (?, ?, ?)", told)

    @contextmanager
    def loading(self, writer: Engine) -> Iterator[Connection]:
        """Give a connection whose transaction writes straight into the file.

        A write-ahead log would have every page written twice; a rollback journal holds the few pages that an empty
        record has, and takes the file back to them after a kill. While another connection reads, the log stays. Beside
        it, a folder takes part files; one that a killed load left is emptied.
        """
        writer.dispose()
        with writer.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            folder, ours = _folder(connection), False  # another load may be at work in it
            try:
                with suppress(sqlite3.OperationalError):  # a reader: the log stays
                    raw.execute("PRAGMA journal_mode = DELETE")
                for setting in _WHILE_LOADING:
                    raw.execute(f"PRAGMA {setting}")
                with connection.begin():
                    shutil.rmtree(folder, ignore_errors=True)
                    folder.mkdir()
                    ours = True
                    yield connection
            finally:
                part_files.close(str(folder))
                with suppress(sqlite3.OperationalError):
                    raw.execute("PRAGMA journal_mode = WAL")
                connection.invalidate()  # its settings go with it, and its hold on part files
                if ours:
                    shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def without_indexes(self, connection: Connection, tables: Collection[str]) -> Iterator[None]:
        """Take indexes away and make them again; what SQLite makes for a UNIQUE or a PRIMARY KEY stays."""
        asked = "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        found = [row for row in connection.exec_driver_sql(asked) if row[0] in tables]
        for _, name, _ in found:
            connection.exec_driver_sql(f"DROP INDEX {_quoted(name)}")
        yield
        for _, _, sql in found:
            connection.exec_driver_sql(sql)
        for name in tables:
            for broken in connection.exec_driver_sql(f"PRAGMA foreign_key_check({_quoted(name)})"):
                words = f"row {broken[1]} of {name} points to a row of {broken[2]} that is missing"
                raise IntegrityError("foreign_key_check", None, sqlite3.IntegrityError(words))

    def pack(self, rows: ClaimRows, articles: part_files.Spoken, folder: str) -> part_files.Chunk:
        """Write rows into the part file of this process, and return where they are."""
        return part_files.write(folder, rows, articles)

    def loader(self, connection: Connection) -> _Loader:
        """Give what puts part files together."""
        return _Loader(connection)

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


class _Loader:
    """Part files that become a record: rows are copied here, while others count them and index their words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.folder = str(_folder(connection))
        self._chunks: list[part_files.Chunk] = []
        self._begun: dict[str, Callable[[], None]] = {}

    def take(self, packed: part_files.Chunk) -> None:
        self._chunks.append(packed)

    def copy(self, beside: Beside) -> Iterator[int]:
        part_files.close(self.folder)
        parts = sorted({chunk.path for chunk in self._chunks})
        if not parts:
            return
        if beside.broken:
            for part in parts:
                part_files.cut(part, [chunk for chunk in self._chunks if chunk.path == part])
        made = "SELECT sql FROM sqlite_master WHERE name = 'search_words'"
        sql = self._connection.exec_driver_sql(made).scalar_one()
        words, counts = (str(Path(self.folder, name)) for name in ("words.db", "counts.db"))
        self._begun[words] = beside.begin(part_files.index_words, words, sql, parts)
        if not part_files.divided(self._connection, parts):
            self._begun[counts] = beside.begin(part_files.count, counts, parts)
        yield from part_files.copy_rows(self._connection, self._chunks)

    def count(self) -> None:
        for path, ended in self._begun.items():
            ended()
            part_files.copy_tables(self._connection, path)
        if self._chunks and len(self._begun) == 1:
            counted.recount(self._connection)


def _folder(connection: Connection) -> Path:
    """Return the folder beside the record that a load keeps its files in."""
    raw: Any = connection.connection.dbapi_connection
    (path,) = (row[2] for row in raw.execute("PRAGMA database_list") if row[1] == "main")
    return Path(f"{path}-loading")


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
