"""A mark on the record that whatever writes replaces: what was made under the same mark is still right."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, insert, select, update

from elchi.record import schema

_NAME = "changed"
_meta = schema.meta.c


def note(connection: Connection) -> None:
    """Replace the mark, in the transaction that wrote something: at random, for a copy may be put back."""
    mark = secrets.token_hex(8)
    done = connection.execute(update(schema.meta).where(_meta.name == _NAME).values(value=mark))
    if not done.rowcount:
        connection.execute(insert(schema.meta).values(name=_NAME, value=mark))


def mark(connection: Connection) -> str:
    """Return the mark; "" for a record that nothing was written to since there are marks."""
    found: str | None = connection.execute(select(_meta.value).where(_meta.name == _NAME)).scalar()
    return found or ""
