"""Whether a column has one of many values: one short statement for any number of them.

`IN (?, ?, ...)` is another statement for every number of values, which the driver, the server and SQLAlchemy each take
apart anew. Here the values are one parameter: an array, or a list in JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, any_, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY, TEXT


def among(connection: Connection, column: ColumnElement[Any], values: Iterable[str] | Iterable[int]) -> Any:  # noqa: ANN401 - a condition
    """Return the condition that `column` is one of `values`: all text, or all whole numbers."""
    given: list[Any] = list(values)
    if connection.dialect.name == "postgresql":
        kind = BigInteger() if given and isinstance(given[0], int) else TEXT()
        return column == any_(bindparam(None, given, type_=ARRAY(kind), unique=True))
    told = func.json_each(bindparam(None, json.dumps(given), unique=True)).table_valued("value")
    return column.in_(select(told.c.value))
