"""PostgreSQL: rows by COPY; words as a tsvector that elchi makes: nothing hangs on the server's idea of a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, TableClause, bindparam, column, func, insert, or_, table, text
from sqlalchemy.dialects.postgresql import ARRAY, TEXT, TSQUERY, TSVECTOR
from sqlalchemy.exc import DBAPIError

from elchi.record.search_words import Term

ANOTHER_DATABASE = "createdb --template=template0 --encoding=UTF8 --locale-provider=icu --icu-locale=und NAME"
_FEW = 20
"""Rows up to which an INSERT is as fast as a COPY."""
_MOST_PLACES = 255  # of one word, in a tsvector


class Postgres:
    """How PostgreSQL takes rows, searches words and looks itself over."""

    search_words: TableClause = table(
        "search_words", column("key"), column("words", TSVECTOR), column("tags", ARRAY(TEXT))
    )  # fmt: skip

    def insert_rows(self, connection: Connection, into: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Insert rows of one shape."""
        if len(rows) <= _FEW:
            connection.execute(insert(into), list(rows))
        else:
            names = list(rows[0])
            self._copy(connection, into.name, names, map(itemgetter(*names), rows))

    def _copy(self, connection: Connection, into: str, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        driver: Any = connection.connection.driver_connection
        columns = ", ".join(f'"{name}"' for name in names)
        try:
            with driver.cursor() as cursor, cursor.copy(f'COPY "{into}" ({columns}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
        except connection.dialect.loaded_dbapi.Error as bad:
            raise DBAPIError(f"COPY {into}", None, bad) from bad

    def add_words(self, connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
        """Add rows of `search_words.row_of`."""
        told = [(row["key"], _vector(row["words"].split()), row["tags"].split()) for row in rows]
        self._copy(connection, "search_words", ("key", "words", "tags"), told)

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
