"""PostgreSQL: rows by COPY; words as a tsvector that elchi makes: nothing hangs on the server's idea of a word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Table,
    TableClause,
    bindparam,
    column,
    func,
    or_,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, TEXT, TSQUERY, TSVECTOR
from sqlalchemy.exc import DBAPIError, IntegrityError

from elchi.record import counted
from elchi.record.rows import COLUMNS, ClaimRows
from elchi.record.search_words import Term, WordRow
from elchi.record.stores.part_files import Spoken

ANOTHER_DATABASE = "createdb --template=template0 --encoding=UTF8 --locale-provider=icu --icu-locale=und NAME"
_FEW = 20
"""Rows up to which an INSERT is as fast as a COPY."""
_MOST_PLACES = 255  # of one word, in a tsvector
_WORDS = ("key", "words", "tags")
_NULL = "\x01"  # stands for NULL in COPY: the usual \N would have every row with one looked through for escapes
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", _NULL: "\\x01"})
_OWNED = "SELECT bool_and(pg_has_role(relowner, 'USAGE')) FROM pg_class WHERE oid = ANY(:tables)"
_CONSTRAINTS = """
    SELECT conrelid::regclass::text AS into, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS said
    FROM pg_constraint asked WHERE conrelid = ANY(:tables) AND (contype IN ('f', 'u') OR contype = 'p' AND NOT EXISTS (
      SELECT FROM pg_constraint other WHERE other.confrelid = asked.conrelid AND other.contype = 'f'
    )) ORDER BY contype <> 'f', conrelid, conname
"""
"""Foreign keys first, for they hold others. The keys that others point to stay: rows are looked up by them."""
_INDEXES = """
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS said FROM pg_index
    WHERE indrelid = ANY(:tables) AND NOT indisprimary AND NOT indisunique ORDER BY indrelid, indexrelid
"""


class Postgres:
    """How PostgreSQL takes rows, searches words and looks itself over."""

    search_words: TableClause = table(
        "search_words", column("key"), column("words", TSVECTOR), column("tags", ARRAY(TEXT))
    )  # fmt: skip

    def insert_rows(self, connection: Connection, into: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Insert rows of one shape."""
        names = list(rows[0])
        self.write_rows(connection, into.name, names, list(map(itemgetter(*names), rows)))

    def write_rows(
        self, connection: Connection, into: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Insert rows as tuples."""
        if len(rows) > _FEW:
            with _copying(connection, into, columns) as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            connection.exec_driver_sql(_insert(into, columns), list(rows))

    def add_words(self, connection: Connection, rows: Sequence[WordRow]) -> None:
        """Add rows of `search_words.row_of`."""
        with _copying(connection, "search_words", _WORDS) as copy:
            for key, words, tags in rows:
                copy.write_row((key, _vector(words.split()), tags.split()))

    @contextmanager
    def loading(self, writer: Engine) -> Iterator[Connection]:
        """Give a connection whose transaction has memory to sort indexes in."""
        with writer.begin() as connection:
            connection.exec_driver_sql("SET LOCAL maintenance_work_mem = '256MB'")
            yield connection

    @contextmanager
    def without_indexes(self, connection: Connection, tables: Collection[str]) -> Iterator[None]:
        """Take indexes and constraints away and make them again; that is for the owner of the tables alone.

        Others have each row looked over as it comes, which takes a few times as long.
        """
        asked = {"tables": [_number(connection, name) for name in (*tables, "search_words")]}
        if not connection.execute(text(_OWNED), asked).scalar_one():
            yield
            return
        constraints = connection.execute(text(_CONSTRAINTS), asked).all()
        for into, name, _ in constraints:
            connection.exec_driver_sql(f"ALTER TABLE {into} DROP CONSTRAINT {name}")
        indexes = connection.execute(text(_INDEXES), asked).all()
        for name, _ in indexes:
            connection.exec_driver_sql(f"DROP INDEX {name}")
        yield
        for into, name, said in reversed(constraints):
            connection.exec_driver_sql(f"ALTER TABLE {into} ADD CONSTRAINT {name} {said}")
        for _, said in indexes:
            connection.exec_driver_sql(said)
        for name in (*tables, "search_words"):
            connection.exec_driver_sql(f"ANALYZE {_quoted(name)}")  # or plans are guesses until the server comes by

    def pack(self, rows: ClaimRows, _articles: Spoken, _folder: str) -> dict[str, bytes]:
        """Return rows by table in the text format of COPY, and those of words: nothing in these needs escaping."""
        told = {table: packed(made) for table, made in rows.tables.items()}
        words = [f"{key}\t{_vector(words.split())}\t{{{tags.replace(' ', ',')}}}\n" for key, words, tags in rows.words]
        return told | {"search_words": "".join(words).encode()}

    def loader(self, connection: Connection) -> _Loader:
        """Give what copies rows as they come."""
        return _Loader(connection)

    def drop_words(self, connection: Connection, keys: Sequence[int]) -> None:
        """Take rows away by their keys."""
        connection.execute(text("DELETE FROM search_words WHERE key = ANY(:keys)"), {"keys": list(keys)})

    def matching(
        self, terms: Sequence[Term], tags: Sequence[Sequence[str]], also: Sequence[str]
    ) -> list[ColumnElement[bool]]:
        """Return the conditions on words and tags."""
        found = self.search_words.c
        conditions: list[ColumnElement[bool]] = [_any_of(found.tags, one) for one in tags]
        if terms:
            words: ColumnElement[bool] = found.words.op("@@", is_comparison=True)(_asked(terms))
            conditions.append(or_(words, _any_of(found.tags, also)) if also else words)
        return conditions

    def rank(self, terms: Sequence[Term]) -> ColumnElement[Any]:
        """Return the server's rank, the best first."""
        return -func.ts_rank(self.search_words.c.words, _asked(terms))

    def wipe(self, connection: Connection, *, before: bool) -> None:
        """Do nothing: deleted rows are the server's, until its next VACUUM."""

    def compact(self, connection: Connection) -> None:
        """Do nothing: a VACUUM belongs to who runs the server."""

    def faults(self, connection: Connection) -> list[str]:
        """Return why the database is unfit; the server looks after its files and its keys itself."""
        return [words] if (words := unfit(connection)) else []


class _Loader:
    """Rows that are copied as they come, in the order of their tables' keys, and counted by the server."""

    folder = ""  # the server has its own

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take(self, packed: dict[str, bytes]) -> None:
        for into, rows in packed.items():
            copy_packed(self._connection, into, COLUMNS.get(into, _WORDS), rows)

    def copy(self, _beside: object) -> Iterator[int]:
        return iter(())

    def count(self) -> None:
        counted.recount(self._connection)


def unfit(connection: Connection) -> str:
    """Return why this database cannot search Indic scripts, and the way out; "" where it can.

    Under the character type C, no letter beyond ASCII is one to the server: pg_trgm takes no trigrams of Devanagari
    or Bengali, and case is not folded.
    """
    letters = connection.execute(text("SELECT 'क' ~ '^[[:alpha:]]$' AND 'ক' ~ '^[[:alpha:]]$'")).scalar_one()
    if letters:
        return ""
    why = "its character type (LC_CTYPE) takes no letter of Indic scripts for one"
    return f"{why}; make another database: {ANOTHER_DATABASE}"


@contextmanager
def _copying(connection: Connection, into: str, columns: Sequence[str], options: str = "") -> Iterator[Any]:
    """Give a COPY into some columns of a table."""
    driver: Any = connection.connection.driver_connection
    named = ", ".join(map(_quoted, columns))
    try:
        with driver.cursor() as cursor, cursor.copy(f"COPY {_quoted(into)} ({named}) FROM STDIN{options}") as copy:
            yield copy
    except connection.dialect.loaded_dbapi.IntegrityError as bad:
        raise IntegrityError(f"COPY {into}", None, bad) from bad
    except connection.dialect.loaded_dbapi.Error as bad:
        raise DBAPIError(f"COPY {into}", None, bad) from bad


def packed(rows: Iterable[Sequence[Any]]) -> bytes:
    """Return rows in the text format of COPY."""
    return "".join(map(_line, rows)).encode()


def copy_packed(connection: Connection, into: str, columns: Sequence[str], rows: bytes) -> None:
    """Insert what `packed` gave."""
    if rows:
        with _copying(connection, into, columns, f" (NULL '{_NULL}')") as copy:
            copy.write(rows)


def _insert(into: str, columns: Sequence[str]) -> str:
    return (
        f"INSERT INTO {_quoted(into)} ({', '.join(map(_quoted, columns))}) VALUES ({', '.join(['%s'] * len(columns))})"  # noqa: S608
    )


def _number(connection: Connection, name: str) -> int:
    return int(connection.execute(text("SELECT CAST(to_regclass(:name) AS oid)"), {"name": _quoted(name)}).scalar_one())


def _quoted(name: str) -> str:
    return f'"{name}"'


def _line(row: Sequence[Any]) -> str:
    """Return a row in the text format of COPY. Most need no escape, which is seen at once of the whole row."""
    line = "\t".join([value if type(value) is str else _NULL if value is None else str(value) for value in row])
    plain = line.count("\t") == len(row) - 1 and line.count(_NULL) == row.count(None)
    if plain and "\\" not in line and "\n" not in line and "\r" not in line:
        return line + "\n"
    return "\t".join(_NULL if value is None else str(value).translate(_ESCAPES) for value in row) + "\n"


def _vector(words: Sequence[str]) -> str:
    """Return the text form of a tsvector: letters, digits and marks alone, so that nothing needs escaping."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words, start=1):
        places.setdefault(word, []).append(place)
    return " ".join(f"'{word}':{','.join(map(str, at[:_MOST_PLACES]))}" for word, at in places.items())


def _asked(terms: Sequence[Term]) -> ColumnElement[Any]:
    asked = [" <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.prefix else "") for term in terms]
    return bindparam(None, " & ".join(f"({one})" for one in asked), type_=TSQUERY, unique=True)


def _any_of(tags: ColumnElement[Any], wanted: Sequence[str]) -> ColumnElement[bool]:
    given: ColumnElement[Any] = bindparam(None, list(wanted), type_=ARRAY(TEXT), unique=True)
    return tags.op("&&", is_comparison=True)(given)


POSTGRES = Postgres()
