"""What SQLite and PostgreSQL do differently, one file each. All other questions are the same words on both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, Table, TableClause

from elchi.record.rows import ClaimRows
from elchi.record.search_words import Term, WordRow
from elchi.record.stores.part_files import Spoken
from elchi.record.stores.postgres import POSTGRES
from elchi.record.stores.sqlite import SQLITE


class Beside(Protocol):
    """Processes beside this one."""

    broken: bool
    """Whether one of them has died: what it did but did not tell is not counted on."""

    def begin(self, work: Callable[..., None], *given: object) -> Callable[[], None]:
        """Have `work` done while this process goes on; what comes back waits for it, or does it."""


class Loader(Protocol):
    """What takes the rows of a load: `take` them, `copy`, make indexes, `count`."""

    folder: str
    """Where other processes may leave files."""

    def take(self, packed: Any) -> None:  # noqa: ANN401 - the store's own
        """Take rows that `pack` made, in the order of the claims."""

    def copy(self, beside: Beside) -> Iterator[int]:
        """Bring all rows into their tables, if `take` did not, and yield how many claims they were."""

    def count(self) -> None:
        """Fill the tables of counts, and those of words, once indexes are made."""


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

    def pack(self, rows: ClaimRows, articles: Spoken, folder: str) -> Any:  # noqa: ANN401 - the store's own
        """Return rows as its `Loader` takes them, in any process.

        Args:
            rows: of some claims.
            articles: of these claims.
            folder: of the `Loader`.

        Raises:
            sqlalchemy.exc.IntegrityError: two rows have one key.
        """

    def loader(self, connection: Connection) -> Loader:
        """Give what takes the rows of a load, for a connection of `loading`."""

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
