"""What SQLite and PostgreSQL do differently, one file each. All other questions are the same words on both."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, Table, TableClause

from elchi.record.search_words import Term, WordRow
from elchi.record.stores.postgres import POSTGRES
from elchi.record.stores.sqlite import SQLITE


class Store(Protocol):
    """How one kind of database takes rows, searches words and looks itself over."""

    search_words: TableClause

    def insert_rows(self, connection: Connection, into: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Insert rows of one shape; at least one."""

    def write_rows(
        self, connection: Connection, into: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Insert rows as tuples; at least one."""

    def add_words(self, connection: Connection, rows: Sequence[WordRow]) -> None:
        """Add rows of `search_words.row_of`."""

    def loading(self, writer: Engine) -> AbstractContextManager[Connection]:
        """Give a connection in a transaction that fills an empty record: much at once, and all of it or nothing."""

    def without_indexes(self, connection: Connection, tables: Collection[str]) -> AbstractContextManager[None]:
        """Take the indexes and constraints of empty tables away, and make them again when they are filled.

        Raises:
            sqlalchemy.exc.IntegrityError: on leaving, the rows break a constraint.
        """

    def packed(self, rows: Sequence[tuple[Any, ...]]) -> bytes:
        """Return rows as the bytes that `write_packed` takes, made without a connection, by any process."""

    def packed_words(self, rows: Sequence[WordRow]) -> bytes:
        """Return rows of `search_words.row_of` as the bytes that `write_packed_words` takes."""

    def write_packed(self, connection: Connection, into: str, columns: Sequence[str], packed: bytes) -> None:
        """Insert packed rows."""

    def write_packed_words(self, connection: Connection, packed: Sequence[bytes]) -> None:
        """Add packed rows of words."""

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
    return BY_NAME[connection.dialect.name]


BY_NAME: dict[str, Store] = {"sqlite": SQLITE, "postgresql": POSTGRES}
