"""What SQLite reports becomes an error that names the record and the way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from elchi.errors import DiskError, NotARecordError, RecordError

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
        ("SQLITE_CORRUPT", "SQLITE_NOTADB"),
        NotARecordError,
        "no elchi record, or a damaged one; restore a copy, or ingest the articles again into a new record",
    ),
)


@contextmanager
def named_faults(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside the block into a `RecordError` about `path`."""
    try:
        yield
    except DBAPIError as bad:
        fault = bad.orig if isinstance(bad.orig, sqlite3.Error) else None
        raise explain(path, fault, bad) from bad
    except sqlite3.Error as bad:
        raise explain(path, bad, bad) from bad


def explain(path: Path, fault: sqlite3.Error | None, shown: Exception) -> RecordError:
    """Return the error that says what `fault` means for the record at `path`, and what to do."""
    name = getattr(fault, "sqlite_errorname", "") or ""
    for beginning, kind, meaning in _MEANINGS:
        if name.startswith(beginning):
            return kind(f"{path}: {meaning}")
    return RecordError(f"{path}: {fault or shown}; run again with --debug to see where")
