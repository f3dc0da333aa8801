"""The numbered steps that build a record's schema. SQLite has all of them; PostgreSQL begins with version 4, whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

from sqlalchemy import Connection, text

from elchi.record.filling import STEPS

WRITES = "elchi_writes"
"""The execution option of connections whose transactions write."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: `number` is the version that it leads to."""

    number: int
    name: str
    sql: str


def migrations(store: str = "sqlite") -> list[Migration]:
    """Return the steps that build the schema of a store, in order, from `migrations/STORE/NNNN_name.sql`."""
    folder = files("elchi.record") / "migrations" / store
    steps = sorted((step.name, step.read_text("utf-8")) for step in folder.iterdir() if step.name.endswith(".sql"))
    return [Migration(int(name[:4]), name[5:-4], sql) for name, sql in steps]


def take(connection: Connection, step: Migration, *, fresh: bool = False) -> None:
    """Take one step, inside a transaction; a `fresh` record has no rows to fill in."""
    for statement in step.sql.split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)
    fill: Callable[[Connection], None] | None = STEPS.get(step.number)
    if fill is not None and not fresh:
        fill(connection)
    mark = text(
        "INSERT INTO meta (name, value) VALUES ('schema_version', :number) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    )
    connection.execute(mark, {"number": str(step.number)})
