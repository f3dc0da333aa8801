"""Rows of a bundle on their way into an SQLite record: each process that makes rows writes them into a file of its own.

SQLite has one writer. What can be done beside it is done in files: rows as they are made, their counts, the index of
words. The writer copies from file to file in the end, in SQLite's own code, which takes a tenth of the time that rows
from Python take. A part file of a process that was killed is whole up to the last chunk that was written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from elchi.record import counted, counted_schema
from elchi.record.rows import COLUMNS, ClaimRows
from elchi.record.schema import metadata
from elchi.record.search_words import claim_mask

MOST = 7
"""Processes at most: SQLite reads ten files at once, and this process, counts and words have one each."""
_KEYS = {
    "claim": "PRIMARY KEY (key)", "participant": "PRIMARY KEY (claim, n)", "evidence": "PRIMARY KEY (claim, n)",
    "claim_pair": "PRIMARY KEY (claim, pair_key)",
}  # fmt: skip
_WORDS = "words (key, words, tags)"
_ARTICLES = "article (key INTEGER PRIMARY KEY, language, published)"
_PENDING = 64 * 2**20  # bytes of words that FTS5 gathers before it writes them; by itself it would take 1 MiB
_ROOMY = "PRAGMA cache_size = -131072"  # 128 MiB, taken as they are needed

_OPENED: dict[str, tuple[str, sqlite3.Connection]] = {}
"""Of this process: path and connection of its part file, by the folder."""

Spoken = Mapping[int, tuple[str | None, str | None]]
"""Of the articles of some claims, by key: language and day of publication, which names are counted by."""


class Chunk(NamedTuple):
    """Claims in a part file: its path, the first and the last of their keys."""

    path: str
    first: int
    last: int


def write(folder: str, rows: ClaimRows, articles: Spoken) -> Chunk:
    """Write the rows of some claims, all or none, into the part file of this process in `folder`.

    Raises:
        IntegrityError: two of them have one key.
        DBAPIError: the file cannot be written.
    """
    path, part = _part(folder)
    told_of = [(key, *said) for key, said in articles.items()]
    try:
        with part:
            for table, told in rows.tables.items():
                part.executemany(_insert(table, COLUMNS[table]), told)
            part.executemany(_insert("words", ("key", "words", "tags")), rows.words)
            part.executemany("INSERT OR IGNORE INTO article VALUES (?, ?, ?)", told_of)
    except sqlite3.Error as bad:
        kind = IntegrityError if isinstance(bad, sqlite3.IntegrityError) else DBAPIError
        raise kind(f"a part of {folder}", None, bad) from bad
    keys = [row[0] for row in rows.tables["claim"]]
    return Chunk(path, min(keys), max(keys))


def close(folder: str) -> None:
    """Let go of the part file of this process, if it has one."""
    if opened := _OPENED.pop(folder, None):
        opened[1].close()


def _part(folder: str) -> tuple[str, sqlite3.Connection]:
    if folder not in _OPENED:
        _OPENED[folder] = _made(folder)
    return _OPENED[folder]


def _made(folder: str) -> tuple[str, sqlite3.Connection]:
    """Make the part file of this process, under a name that no other process has."""
    number = sum(1 for _ in Path(folder).iterdir())
    while True:
        path = Path(folder, f"part{number}.db")
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            number += 1
        else:
            break
    part = sqlite3.connect(path)
    part.execute("PRAGMA synchronous = OFF")
    part.execute(_ROOMY)
    for table in COLUMNS:
        part.execute(_create(table))
    for made in (_WORDS, _ARTICLES):
        part.execute(f"CREATE TABLE {made}")
    return str(path), part


def _create(table: str) -> str:
    key = _of(table, "claim")  # an index finds by a number what it knows to be one
    columns = [f'"{column}"{" INTEGER" if column == key else ""}' for column in COLUMNS[table]]
    columns += ["means"] if table == "participant" else []
    return f"CREATE TABLE {table} ({', '.join([*columns, _KEYS[table]])}){'' if table == 'claim' else ' WITHOUT ROWID'}"


def cut(path: str, chunks: Iterable[Chunk]) -> None:
    """Leave no claims in a part file but those of `chunks`: its process ended before it told of others."""
    kept = " OR ".join(f"claim BETWEEN {chunk.first} AND {chunk.last}" for chunk in chunks)
    with closing(sqlite3.connect(path)) as part, part:
        for table in COLUMNS:
            part.execute(f"DELETE FROM {table} WHERE NOT ({_of(table, kept)})")  # noqa: S608 - numbers
        part.execute(f"DELETE FROM words WHERE NOT ({kept.replace('claim BETWEEN', f'key & {claim_mask()} BETWEEN')})")  # noqa: S608


def count(path: str, parts: Sequence[str]) -> None:
    """Count the claims of part files, in the file `path`."""
    Path(path).unlink(missing_ok=True)
    for part in parts:

        def connect(part: str = part) -> sqlite3.Connection:
            counts = sqlite3.connect(path)
            counts.execute("ATTACH ? AS part", (part,))
            return counts

        with create_engine("sqlite://", creator=connect, poolclass=NullPool).begin() as connection:
            metadata.create_all(connection, counted_schema.OF_CLAIMS)
            counted.added(connection)


def index_words(path: str, made: str, parts: Sequence[str]) -> None:
    """Make the index of the words of part files.

    Args:
        path: the file to make.
        made: how the record makes its `search_words`.
        parts: the paths of the part files.
    """
    Path(path).unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as words:
        words.execute("PRAGMA journal_mode = OFF")
        words.execute("PRAGMA synchronous = OFF")
        words.execute(_ROOMY)
        words.execute(made)
        words.execute("INSERT INTO search_words (search_words, rank) VALUES ('hashsize', ?)", (_PENDING,))
        for number, part in enumerate(parts):
            words.execute(f"ATTACH ? AS part{number}", (part,))
        told = " UNION ALL ".join(f"SELECT key, words, tags FROM part{n}.words" for n in range(len(parts)))  # noqa: S608
        words.execute(f"INSERT INTO search_words (rowid, words, tags) {told} ORDER BY 1")
        words.execute("DELETE FROM search_words_config WHERE k = 'hashsize'")  # no trace: settings stay in the file
        words.commit()


def copy_rows(connection: Connection, chunks: Sequence[Chunk]) -> Iterable[int]:
    """Copy the rows of chunks, by their keys, and yield after each how many claims they were."""
    names = _attached(connection, {chunk.path for chunk in chunks})
    for chunk in _in_order(chunks):
        told = 0
        for table, columns in COLUMNS.items():
            named = ", ".join(f'"{name}"' for name in columns)
            these = f"SELECT {named} FROM {names[chunk.path]}.{table} WHERE {_of(table, 'claim BETWEEN ? AND ?')}"  # noqa: S608
            done = connection.exec_driver_sql(f"INSERT INTO main.{table} ({named}) {these}", chunk[1:])
            told = told or done.rowcount
        yield told


def _in_order(chunks: Iterable[Chunk]) -> list[Chunk]:
    """Return chunks by their keys; whole files where chunks lie across each other, as of a bundle that was shuffled."""
    told = sorted(chunks, key=lambda chunk: chunk.first)
    if all(one.last < other.first for one, other in pairwise(told)):
        return told
    first, last = told[0].first, max(chunk.last for chunk in told)
    return [Chunk(path, first, last) for path in sorted({chunk.path for chunk in told})]


def divided(connection: Connection, parts: Iterable[str]) -> bool:
    """Whether an article is spoken of in more than one part file: then counts of the parts are not those of all."""
    names = _attached(connection, parts).values()
    told = " UNION ALL ".join(f"SELECT key FROM {name}.article" for name in names)  # noqa: S608 - names of ours
    twice = f"SELECT 1 FROM ({told}) GROUP BY key HAVING count(*) > 1 LIMIT 1"  # noqa: S608
    return connection.exec_driver_sql(twice).first() is not None


def copy_tables(connection: Connection, path: str) -> None:
    """Put the tables of a file in the place of the record's own of these names, which are empty or as new."""
    (name,) = _attached(connection, [path]).values()
    asked = f"SELECT name FROM {name}.sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"  # noqa: S608
    for (table,) in connection.exec_driver_sql(asked).fetchall():
        connection.exec_driver_sql(f"DELETE FROM main.{table}")  # noqa: S608 - a name of ours or of FTS5
        connection.exec_driver_sql(f"INSERT INTO main.{table} SELECT * FROM {name}.{table}")  # noqa: S608


def _attached(connection: Connection, paths: Iterable[str]) -> dict[str, str]:
    """Return under which names files can be read; that lasts until the connection is closed."""
    found = {row[2]: row[1] for row in connection.exec_driver_sql("PRAGMA database_list")}
    told = {}
    for path in sorted(set(paths)):
        told[path] = found.get(path) or Path(path).stem
        if path not in found:
            connection.exec_driver_sql(f"ATTACH ? AS {told[path]}", (path,))
    return told


def _of(table: str, condition: str) -> str:
    """Return a condition on `claim` as one on the column of `table` that says the key of the claim."""
    return condition.replace("claim", "key") if table == "claim" else condition


@lru_cache
def _insert(table: str, columns: tuple[str, ...]) -> str:
    named = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({named}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
