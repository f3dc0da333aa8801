"""A bundle is loaded into an empty record: all of it or nothing, and much faster than by reading after reading.

Indexes, keys and the index of words are made at the end, in one go each; rows are made by other processes from the
lines. What comes of it is the same as if each reading had been added by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import IntegrityError

from elchi.errors import FormatError, RecordError
from elchi.record import changes, dirty, names, schema, stores
from elchi.record.bundle import AFTER, BEFORE, FORMAT, TABLES, claim_article, read_line
from elchi.record.row_making import Chunk, Makers, Spoken
from elchi.record.rows import COLUMNS

Progress = Callable[[str, int], None]
"""Told what is being done, and how many claims are written."""
_CHUNK = 2000
"""Claims that are made into rows at once."""
_MOST = 10_000
"""Claims after which a chunk ends within an article; else it ends where one does."""
_FILLED = (*(table.name for table in (*BEFORE, *AFTER)), *COLUMNS)


def load(
    connection: Connection, lines: Iterable[bytes], name: str, workers: int = 1, progress: Progress | None = None
) -> int:
    """Write the lines of a bundle into an empty record, and return the number of its claims.

    Args:
        connection: of `Store.loading`, inside its transaction.
        lines: of `bundle`.
        name: what messages call the bundle.
        workers: processes that make rows.
        progress: told after each chunk.

    Raises:
        RecordError: the record is not empty.
        FormatError: a line is none of a bundle's, the last one is missing, or rows contradict each other.
    """
    if connection.execute(select(func.count()).select_from(schema.article)).scalar_one():
        raise RecordError("a bundle is loaded into an empty record alone; name another one with --record")
    told = progress or (lambda _doing, _claims: None)
    store, claims = stores.of(connection), 0
    loader = store.loader(connection)
    with Makers(connection.dialect.name, name, loader.folder, workers) as makers:
        try:
            with store.without_indexes(connection, _FILLED):
                for packed in makers.packed(_Reading(connection, name).chunks(lines)):
                    loader.take(packed.rows)
                    claims += packed.claims
                    told("loading", claims)
                for copied in accumulate(loader.copy(makers)):
                    told("copying", copied)
                told("making indexes", claims)
        except IntegrityError as bad:
            words = " ".join(str(bad.orig).split())
            raise FormatError(name, f"its lines contradict each other ({words}); export it again") from bad
        told("counting", claims)
        loader.count()
    names.apply_meanings(connection)
    dirty.mark_all(connection)
    changes.note(connection)
    return claims


class _Reading:
    """A bundle that is read: rows of other tables are written as they come, claims are given on in chunks."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection, self._name = connection, name
        self._table, self._rows = "", list[dict[str, Any]]()
        self._lines, self._articles, self._last = list[bytes](), set[int](), 0

    def chunks(self, lines: Iterable[bytes]) -> Iterator[Chunk]:
        number, ended = 0, False
        for number, line in enumerate(lines, start=1):
            article = claim_article(line) if number > 1 else None
            table, row = ("claim", None) if article is not None else self._read(line, number)
            ended = table == "end"
            if table == "claim" and article is None:
                article = _article_of(row, self._name, number)
            if self._lines and (table != "claim" or self._is_full(article)):
                yield self._chunk(number)
            if article is not None:
                self._lines.append(line)
                self._articles.add(article)
                self._last = article
            elif not ended and table != "bundle":
                self._add(table, row, number)
        if not ended:
            raise FormatError(self._name, "the last line is missing; the bundle was cut off, export it again", number)
        self._flush()

    def _is_full(self, article: int | None) -> bool:
        """Whether a chunk ends before a claim of `article`."""
        return len(self._lines) >= (_MOST if article == self._last else _CHUNK)

    def _read(self, line: bytes, number: int) -> tuple[str, Any]:
        """Return the table of a line that is no plain claim, and what it says."""
        told = read_line(line, self._name, number)
        if number == 1:
            if not isinstance(told, dict) or told.get("bundle") != FORMAT:
                reason = f'no bundle of elchi, or of a later one; it begins with {{"bundle": {FORMAT}}}'
                raise FormatError(self._name, reason, 1)
            return "bundle", None
        if isinstance(told, dict) and "end" in told:
            if told["end"] != number - 1:
                reason = f"{number - 1} lines where {told['end']} were written; export it again"
                raise FormatError(self._name, reason, number)
            return "end", None
        if not isinstance(told, dict) or len(told) != 1 or not ({*told} <= {*TABLES, "claim"}):
            raise FormatError(self._name, "no line of a bundle: one object that names its table", number)
        ((table, row),) = told.items()
        return table, row

    def _add(self, table: str, row: Any, number: int) -> None:  # noqa: ANN401 - of any JSON
        if table != self._table or len(self._rows) >= _CHUNK:
            self._flush()
            self._table = table
        try:
            self._rows.append({column.name: row[column.name] for column in TABLES[table].columns})
        except (KeyError, TypeError) as bad:
            reason = f"no line of a bundle ({type(bad).__name__}: {bad}); export it again"
            raise FormatError(self._name, reason, number) from bad

    def _flush(self) -> None:
        """Write the rows that wait."""
        if self._rows:
            stores.of(self._connection).insert_rows(self._connection, TABLES[self._table], self._rows)
        self._rows = []

    def _chunk(self, number: int) -> Chunk:
        """Return the lines of claims that stand before the line `number`."""
        self._flush()
        column, found = schema.article.c, dict[int, Spoken]()
        for some in dirty.chunks(self._articles):
            question = select(column.key, column.text, column.title, column.language, column.published)
            rows = self._connection.execute(question.where(column.key.in_(some)))
            found |= {key: Spoken(*said) for key, *said in rows}
        chunk = Chunk(number - len(self._lines), tuple(self._lines), found)
        self._lines, self._articles = [], set()
        return chunk


def _article_of(row: Any, name: str, number: int) -> int:  # noqa: ANN401 - of any JSON
    try:
        return int(row["article"])
    except (KeyError, TypeError, ValueError) as bad:
        raise FormatError(name, f"no line of a claim ({type(bad).__name__}: {bad})", number) from bad
