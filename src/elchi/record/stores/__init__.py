"""What SQLite and PostgreSQL do differently, one file each. All other questions are the same words on both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Table, TableClause

from elchi.record.search_words import Term
from elchi.record.stores.postgres import POSTGRES
from elchi.record.stores.sqlite import SQLITE


class Store(Protocol):
    """How one kind of database searches words and looks itself over."""

    search_words: TableClause

    def insert_rows(self, connection: Connection, into: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Insert rows of one shape; at least one."""

    def add_words(self, connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
        """Add rows of `search_words.row_of`."""

    def drop_words(self, connection: Connection, keys: Sequence[int]) -> None:
        """Take rows away by their keys."""

    def matching(
        self, terms: Sequence[Term], tags: Sequence[Sequence[str]], also: Sequence[str]
    ) -> list[ColumnElement[bool]]:
        """Return the conditions on `search_words`: all `terms` or one tag of `also`, and of each list of `tags` one."""

    def rank(self, terms: Sequence[Term]) -> ColumnElement[Any]:
        """Return what rows are ordered by, the best first."""

    def wipe(self, connection: Connection, *, before: bool) -> None:
        """Make sure, before and after rows are deleted in a transaction, that their content goes too."""

    def compact(self, connection: Connection) -> None:
        """Leave no deleted content behind, outside of any transaction."""

    def faults(self, connection: Connection) -> list[str]:
        """Return what is wrong with the file or the database itself."""


def of(connection: Connection) -> Store:
    """Return the store that a connection goes to."""
    return _STORES[connection.dialect.name]


_STORES: dict[str, Store] = {"sqlite": SQLITE, "postgresql": POSTGRES}
