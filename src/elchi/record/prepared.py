"""Questions that are asked all the time are put into a database's words once.

SQLAlchemy takes a statement apart and puts it together each time, which takes longer than an index look-up. Here a
statement is built by a function that remembers it, with its values as named parameters, and its words are kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Dialect,
    Integer,
    Select,
    all_,
    any_,
    bindparam,
    func,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, TEXT

MOST = 2**31 - 1
"""A limit that limits nothing."""
_KEPT = 500


class _Words(NamedTuple):
    """A statement as a driver takes it, its parameters in the order of their places where these have no names."""

    sql: str
    places: tuple[str, ...] | None


def ask(connection: Connection, statement: Select[Any], **given: Any) -> Sequence[Any]:  # noqa: ANN401 - values
    """Return the rows of a statement that some function keeps; `given` has a value for each of its parameters."""
    words = _words(statement, _Same(connection.dialect))
    values = given if words.places is None else tuple(given[name] for name in words.places)
    return connection.exec_driver_sql(words.sql, values).all()


def one_of(dialect: str, column: ColumnElement[Any], name: str) -> Any:  # noqa: ANN401 - a condition
    """Return the condition that `column`, of text or whole numbers, is one of the values of the parameter `name`."""
    if dialect == "postgresql":
        kind = BigInteger() if isinstance(column.type, Integer) else TEXT()
        return column == any_(bindparam(name, type_=ARRAY(kind)))
    return column.in_(select(func.json_each(bindparam(name)).table_valued("value").c.value))


def none_of(dialect: str, column: ColumnElement[Any], name: str) -> Any:  # noqa: ANN401 - a condition
    """Return the condition that `column`, of text, is none of the values of the parameter `name`."""
    if dialect == "postgresql":
        return column != all_(bindparam(name, type_=ARRAY(TEXT())))
    return ~one_of(dialect, column, name)


def many(connection: Connection, values: Iterable[str] | Iterable[int]) -> Any:  # noqa: ANN401 - what the driver takes
    """Return values as the parameter of `one_of`."""
    return list(values) if connection.dialect.name == "postgresql" else json.dumps(list(values))


class _Same:
    """The dialect of a connection; all of one name put a statement into the same words."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.dialect.name == other.dialect.name

    def __hash__(self) -> int:
        return hash(self.dialect.name)


@lru_cache(_KEPT)
def _words(statement: Select[Any], same: _Same) -> _Words:
    compiled: Any = statement.compile(dialect=same.dialect)
    return _Words(str(compiled), None if compiled.positiontup is None else tuple(compiled.positiontup))
