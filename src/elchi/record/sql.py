"""A user's SELECT on the views of a record: read-only, bounded in time and in rows."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine

from elchi.errors import QuestionError
from elchi.record.sql_views import views

LONGEST_CELL = 10_000_000
"""Bytes of one value; a question cannot fill the memory with one cell."""
_STEPS = 20_000
"""Instructions of SQLite between two looks at the clock: some milliseconds."""
_READING = frozenset({
    sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE,
})  # fmt: skip
_REFUSED_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer"})
_TIMED_OUT, _READ_ONLY = "57014", "25006"  # SQLSTATE of PostgreSQL: query_canceled, read_only_sql_transaction
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class SqlRows:
    """Columns by their names, and rows; `more` where the limit cut them off."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    more: bool


def ask_sqlite(path: Path, statement: str, limit: int, seconds: float) -> SqlRows:
    """Return what one SELECT gives on the views of the record at `path`.

    The file is opened read-only, and only reading is allowed: no PRAGMA, no ATTACH, no change, no second statement.

    Raises:
        QuestionError: the statement is wrong, does more than read, or took longer than `seconds`.
    """
    connection = _open(path)
    try:
        for name, select in views("sqlite").items():
            connection.execute(f"CREATE TEMP VIEW {name} AS {select}")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_CELL)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.set_authorizer(_only_reading)
        end = time.monotonic() + seconds
        connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        return _rows(connection, statement, limit, seconds)
    finally:
        connection.close()


def ask_postgresql(engine: Engine, statement: str, limit: int, seconds: float) -> SqlRows:
    """Return what one SELECT gives on the views of the record behind `engine`.

    It runs in a read-only transaction, as a prepared statement, which holds no second one that could end it.
    The role of the connection should be no superuser, who may read files of the server.

    Raises:
        QuestionError: the statement is wrong, does more than read, or took longer than `seconds`.
    """
    shared = ", ".join(f"{name} AS NOT MATERIALIZED ({select})" for name, select in views("postgresql").items())
    whole = f"WITH {shared} SELECT * FROM ({statement.strip().rstrip(';')}\n) AS asked LIMIT {limit + 1}"  # noqa: S608 - that is what it is for
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        try:
            with raw.cursor() as cursor:
                cursor.execute("SET TRANSACTION READ ONLY")
                cursor.execute(f"SET LOCAL statement_timeout = {max(1, int(seconds * 1000))}")
                cursor.execute(whole, prepare=True)
                columns, found = tuple(column.name for column in cursor.description), cursor.fetchall()
        except (raw.Error, ValueError) as bad:
            raise QuestionError(_meaning_of_state(bad, seconds)) from bad
        finally:
            raw.rollback()
    return SqlRows(columns, tuple(tuple(row) for row in found[:limit]), len(found) > limit)


def _meaning_of_state(bad: Exception, seconds: float) -> str:
    state = getattr(bad, "sqlstate", "") or ""
    if state == _TIMED_OUT:
        return f"no answer within {seconds:g} s; ask for less, or give it more time with --seconds"
    first = str(bad).partition("\n")[0]
    if state == _READ_ONLY:
        return f"only SELECT is allowed: {first}"
    return f"{first}; the views and their columns: elchi sql --views"


def _open(path: Path) -> sqlite3.Connection:
    place = quote(str(path.absolute()))
    connection = sqlite3.connect(f"file:{place}?mode=ro", uri=True, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:  # on read-only media a write-ahead log cannot be opened
        connection.close()
        connection = sqlite3.connect(f"file:{place}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return connection


def _rows(connection: sqlite3.Connection, statement: str, limit: int, seconds: float) -> SqlRows:
    try:
        cursor = connection.execute(statement)
        found: Sequence[Row] = cursor.fetchmany(limit + 1)
    except sqlite3.Error as bad:
        raise QuestionError(_meaning(bad, seconds)) from bad
    except (sqlite3.Warning, ValueError, OverflowError) as bad:
        raise QuestionError(f"{bad}; give one SELECT") from bad
    if cursor.description is None:
        raise QuestionError("nothing is asked; give a SELECT")
    return SqlRows(tuple(column[0] for column in cursor.description), tuple(found[:limit]), len(found) > limit)


def _meaning(bad: sqlite3.Error, seconds: float) -> str:
    code = getattr(bad, "sqlite_errorname", "") or ""
    if code == "SQLITE_INTERRUPT":
        return f"no answer within {seconds:g} s; ask for less, or give it more time with --seconds"
    if code.startswith("SQLITE_AUTH") or "prohibited" in str(bad) or "not authorized" in str(bad):
        return f"only SELECT is allowed: {bad}"
    if isinstance(bad, sqlite3.ProgrammingError) and "one statement" in str(bad):
        return "give one SELECT, not several statements"
    return f"{bad}; the views and their columns: elchi sql --views"


def _only_reading(action: int, _one: str | None, other: str | None, _base: str | None, _view: str | None) -> int:
    """Allow what reads, and no function that could do more."""
    if action not in _READING or (action == sqlite3.SQLITE_FUNCTION and other in _REFUSED_FUNCTIONS):
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK
