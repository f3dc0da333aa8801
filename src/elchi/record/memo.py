"""What a transaction that only reads has asked once it need not ask again: the record stands still for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

Found = TypeVar("Found")
MEMO = "elchi_memo"
"""The execution option of such a connection: what was found, by name. Connections that write have none."""


def remembered(connection: Connection, name: str, ask: Callable[[Connection], Found]) -> Found:
    """Return what `ask` finds; of a transaction that only reads, what it found the first time."""
    memo: dict[str, Any] | None = connection.get_execution_options().get(MEMO)
    if memo is None:
        return ask(connection)
    if name not in memo:
        memo[name] = ask(connection)
    return cast("Found", memo[name])
