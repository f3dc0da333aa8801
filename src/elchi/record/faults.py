"""What a database reports becomes an error that names the record and the way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from elchi.errors import DiskError, NotARecordError, RecordError, ServerError, SlowQuestionError

BUSY_SECONDS = 5
_MEANINGS: tuple[tuple[tuple[str, ...], type[RecordError], str], ...] = (
    (
        ("SQLITE_FULL",),
        DiskError,
        "the disk is full; nothing of this batch was written; free some space and run the same command again",
    ),
    (
        ("SQLITE_READONLY",),
        DiskError,
        "cannot be written (read-only); copy it to a folder of yours, or change its permissions",
    ),
    (
        ("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH"),
        DiskError,
        "cannot be opened; check that its folder exists and that you may write there",
    ),
    (("SQLITE_IOERR",), DiskError, "the disk reports an error; check the disk, then run the command again"),
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED"),
        RecordError,
        f"another program writes to this record (waited {BUSY_SECONDS} s); when it has ended, run the command again",
    ),
    (
        ("SQLITE_INTERRUPT",),
        SlowQuestionError,
        "the question took too long and was stopped; narrow it",
    ),
    (
        ("SQLITE_CORRUPT", "SQLITE_NOTADB"),
        NotARecordError,
        "no elchi record, or a damaged one; restore a copy, or ingest the articles again into a new record",
    ),
)


_REFUSED = "the server refuses: {words}; check user, password and the name of the database"
_SERVER_MEANINGS: tuple[tuple[tuple[str, ...], type[RecordError], str], ...] = (
    (("28", "3D000"), ServerError, _REFUSED),
    (("53100",), DiskError, "the server's disk is full; nothing of this batch was written; free some space there"),
    (("53",), ServerError, "the server has no room for more: {words}"),
    (
        ("55P03",),
        RecordError,
        f"another program writes to this record (waited {BUSY_SECONDS} s); when it has ended, run the command again",
    ),
    (
        ("57014",),
        SlowQuestionError,
        "the question took too long and was stopped; narrow it, or set statement_timeout in the options of the address",
    ),
    (
        ("25006", "42501"),
        DiskError,
        "cannot be written ({words}); ask for the right to write, or name a record of your own",
    ),
    (("57P", "08"), ServerError, "the server went away ({words}); when it is back, run the command again"),
)
_WRONG_LOGIN = ("password", "role", "authentication", "does not exist", "pg_hba")
"""Words of libpq for a login that is refused; a connection that fails has no error code."""


@contextmanager
def named_faults(place: str | Path) -> Iterator[None]:
    """Turn what the database raises inside the block into a `RecordError` about `place`."""
    try:
        yield
    except DBAPIError as bad:
        if isinstance(bad.orig, sqlite3.Error):
            raise explain(place, bad.orig, bad) from bad
        raise explain_server(place, bad.orig or bad) from bad
    except sqlite3.Error as bad:
        raise explain(place, bad, bad) from bad


def explain(place: str | Path, fault: sqlite3.Error | None, shown: Exception) -> RecordError:
    """Return the error that says what `fault` means for the record at `place`, and what to do."""
    name = getattr(fault, "sqlite_errorname", "") or ""
    for beginning, kind, meaning in _MEANINGS:
        if name.startswith(beginning):
            return kind(f"{place}: {meaning}")
    return RecordError(f"{place}: {fault or shown}; run again with --debug to see where")


def explain_server(place: str | Path, fault: BaseException) -> RecordError:
    """Return the error that says what a server's `fault` means for the record at `place`, and what to do.

    Args:
        place: the address, without its password.
        fault: what the driver raised: with `sqlstate`, but for connections that fail.
    """
    state = getattr(fault, "sqlstate", None) or ""
    words = " ".join(str(fault).split()) or type(fault).__name__
    for beginning, kind, meaning in _SERVER_MEANINGS:
        if state.startswith(beginning):
            return kind(f"{place}: {meaning.format(words=words)}")
    if state:
        return RecordError(f"{place}: {words} ({state}); run again with --debug to see where")
    if any(word in words for word in _WRONG_LOGIN):
        return ServerError(f"{place}: {_REFUSED.format(words=words)}")
    return ServerError(f"{place}: the server is away ({words}); is it running, and are host and port right?")
