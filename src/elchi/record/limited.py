"""A transaction that asks may take so long, and is stopped then: by SQLite itself, or by the server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

_STEPS = 20_000
"""Instructions of SQLite between two looks at the clock: some milliseconds."""


@contextmanager
def limited(connection: Connection, seconds: float | None) -> Iterator[None]:
    """Stop what is asked inside the block once it has taken `seconds`; on a server, a statement that takes as long."""
    if seconds is None:
        yield
    elif connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {max(1, int(seconds * 1000))}")
        yield
    else:
        raw: Any = connection.connection.dbapi_connection
        end = time.monotonic() + seconds
        raw.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        try:
            yield
        finally:
            raw.set_progress_handler(None, 0)
