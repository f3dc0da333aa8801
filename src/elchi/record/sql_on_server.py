"""A user's SELECT on a PostgreSQL server: in a read-only transaction, bounded by the server's own clock."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

from elchi.errors import QuestionError
from elchi.record.sql import SqlRows
from elchi.record.sql_views import views


def ask_server(connection: Connection, statement: str, limit: int, seconds: float) -> SqlRows:
    """Return what one SELECT gives on the views; the transaction can only read, and ends with its rows thrown away.

    The views stand before the question as parts of one statement, since a read-only transaction makes none. It is
    prepared: a statement that is prepared is one, so that nothing can end the transaction and go on after it. The role
    of the connection should be no superuser, who may read files of the server.

    Raises:
        QuestionError: the statement is wrong, does more than read, or took longer than `seconds`.
    """
    asked = statement.strip().removesuffix(";")
    if not asked:
        raise QuestionError("nothing is asked; give a SELECT")
    parts = ", ".join(f"{name} AS NOT MATERIALIZED ({select})" for name, select in views("postgresql").items())
    whole = f"WITH {parts} SELECT * FROM (\n{asked}\n) AS asked LIMIT {int(limit) + 1}"  # noqa: S608 - that is its use
    connection.execute(text("SET TRANSACTION READ ONLY"))
    connection.execute(text(f"SET LOCAL statement_timeout = {max(1, int(seconds * 1000))}"))
    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor:
            cursor.execute(whole, prepare=True)
            columns, rows = tuple(column.name for column in cursor.description or ()), cursor.fetchall()
    except connection.dialect.loaded_dbapi.Error as bad:
        raise QuestionError(_meaning(bad, seconds)) from bad
    except UnicodeEncodeError as bad:
        raise QuestionError(f"{bad.reason}; give one SELECT") from bad
    if not columns:
        raise QuestionError("nothing is asked; give a SELECT")
    return SqlRows(columns, tuple(map(tuple, rows[:limit])), len(rows) > limit)


def _meaning(bad: Exception, seconds: float) -> str:
    code = getattr(bad, "sqlstate", "") or ""
    words = str(bad).split("\n")[0]
    if code == "57014":  # query_canceled
        return f"no answer within {seconds:g} s; ask for less, or give it more time with --seconds"
    if code in {"25006", "0A000"}:  # read_only_sql_transaction, feature_not_supported: a change inside a question
        return f"only SELECT is allowed: {words}"
    if code == "42601":  # syntax_error
        return f"{words}; give one SELECT"
    return f"{words}; the views and their columns: elchi sql --views"
