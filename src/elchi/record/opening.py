"""A record is opened, made or refused: one SQLite file, marked by its application id, migrated by number."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from elchi.errors import NewerRecordError, NoRecordError, NotARecordError, RecordError
from elchi.record.faults import BUSY_SECONDS, named_faults
from elchi.record.schema import APPLICATION_ID
from elchi.record.steps import WRITES, migrations, take

_LOG = logging.getLogger("elchi.record")
_HEADER = b"SQLite format 3\0"


def open_engine(path: Path, *, create: bool, read_only: bool = False) -> Engine:
    """Return an engine on the record at `path`, its schema brought up to date; `read_only` refuses every change.

    Raises:
        NoRecordError: nothing is there, and `create` is False.
        NotARecordError: the file is something else.
        NewerRecordError: a later elchi wrote it.
        DiskError: it cannot be opened or written.
        RecordError: its schema is an earlier one, and it is opened `read_only`.
    """
    _check_file(path, create=create)
    engine = _engine(path, read_only=read_only)
    try:
        with named_faults(path):
            _identify(engine, path, create=create, read_only=read_only)
    except BaseException:
        engine.dispose()
        raise
    return engine


def writing(engine: Engine) -> Engine:
    """Return the same engine, whose transactions take the write lock at once.

    `busy_timeout` does not cover a transaction that reads first and writes later: it fails at once.
    """
    return engine.execution_options(**{WRITES: True})


def schema_version(connection: Connection) -> int:
    """Return the number of the last migration that this record has had; 0 for a file without tables."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise NotARecordError(f"{path}: this is a folder; name a file in it, such as {path / 'elchi.db'}")
    exists = path.exists() and path.stat().st_size > 0
    if not exists and not create:
        start = f'start one with "elchi ingest PATH --record {path}", or try "elchi demo"'
        raise NoRecordError(f"{path}: no record here; {start}")
    if exists:
        try:
            with path.open("rb") as stream:
                header = stream.read(len(_HEADER))
        except OSError as bad:
            raise NotARecordError(f"{path}: cannot be read ({bad.strerror}); check its permissions") from bad
        if header != _HEADER:
            raise NotARecordError(f"{path}: this is no elchi record; name another file with --record")


def _engine(path: Path, *, read_only: bool) -> Engine:
    engine = create_engine("sqlite://", creator=lambda: _connect(path, read_only=read_only), poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode={_mode(path)}"
    connection = sqlite3.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )  # fmt: skip
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")  # 64 MiB, taken as they are needed: 2 MiB would thrash
    connection.execute("PRAGMA synchronous = NORMAL")  # whole after a kill; FULL would wait for the disk each time
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    return connection


def _mode(path: Path) -> str:
    """Return how SQLite is to open `path`: a record on read-only media is read without a write-ahead log."""
    try:
        with path.open("ab"):
            return "rwc"
    except OSError:
        if not path.exists():
            return "rwc"
        return "ro" if path.with_name(f"{path.name}-wal").exists() else "ro&immutable=1"


def _identify(engine: Engine, path: Path, *, create: bool, read_only: bool) -> None:
    latest = migrations()[-1].number
    with engine.connect() as connection:
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        version = schema_version(connection)
    if tables and mark != APPLICATION_ID:
        raise NotARecordError(f"{path}: an SQLite file of another program; name another file with --record")
    if not tables and not create:
        raise NoRecordError(f'{path}: no record here yet; start one with "elchi ingest PATH --record {path}"')
    if version > latest:
        remedy = "upgrade with: pip install --upgrade elchi"
        raise NewerRecordError(
            f"{path}: written by a later elchi (schema {version}, this one knows {latest}); {remedy}"
        )
    if version < latest and read_only:
        remedy = f"bring it up to date: elchi db upgrade --record {path}"
        raise RecordError(f"{path}: written by an earlier elchi (schema {version}); {remedy}")
    if version < latest:
        _migrate(engine, path, version)
    _write_ahead(engine)


def _write_ahead(engine: Engine) -> None:
    """Give a record its write-ahead log again, which a killed load of a bundle leaves without one.

    Nobody waits for it: while another program loads, and on read-only media, the record stays as it is.
    """
    with engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        connection.rollback()
        if raw.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            raw.execute("PRAGMA busy_timeout = 0")
            with suppress(sqlite3.OperationalError):
                raw.execute("PRAGMA journal_mode = WAL")
            raw.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")


def _migrate(engine: Engine, path: Path, version: int) -> None:
    """Take every step after `version`, each in a transaction of its own with its number."""
    with engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        connection.rollback()
        raw.execute("PRAGMA journal_mode = WAL")
    if version:
        _back_up(engine, path, version)
    for step in migrations():
        if step.number > version:
            with writing(engine).begin() as connection:
                if schema_version(connection) < step.number:
                    take(connection, step)
                    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                    connection.exec_driver_sql(f"PRAGMA user_version = {step.number}")


def _back_up(engine: Engine, path: Path, version: int) -> None:
    """Copy the record beside itself before it is changed; a copy that an earlier try made stays as it is."""
    copy = path.with_name(f"{path.name}.backup-schema{version}")
    if copy.exists():
        return
    unfinished = path.with_name(f"{copy.name}.part")
    unfinished.unlink(missing_ok=True)
    with engine.connect() as connection, closing(sqlite3.connect(unfinished)) as target:
        raw: Any = connection.connection.dbapi_connection
        connection.rollback()
        raw.backup(target)
    unfinished.replace(copy)
    _LOG.warning("%s: schema %d is brought up to date; a copy of it as it was: %s", path, version, copy)
