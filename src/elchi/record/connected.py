"""A record's connection: what every part of `Record` asks and writes through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from elchi.record import opening, server
from elchi.record.faults import named_faults


class Connected:
    """An open record. Use it in a `with` block; one process writes at a time, any number read.

    Attributes:
        place: the file, or the address of the server without its password: what messages name.
    """

    def __init__(self, place: str, engine: Engine, writer: Engine) -> None:
        self.place = place
        self._engine, self._writer = engine, writer
        self._stamps: dict[str, int] = {}  # of the marks that `dirty_blocks` gave out

    @classmethod
    def open(cls, place: str | Path, *, create: bool = False, read_only: bool = False) -> Self:
        """Open the record at `place`; with `create`, make it where there is none.

        Args:
            place: a file, or the address of a PostgreSQL server: `postgresql://user@host/database`.
            create: whether to make one where there is none.
            read_only: whether every change is refused, by the database itself.

        Raises:
            NoRecordError: nothing is there.
            NotARecordError: it is something else.
            NewerRecordError: a later elchi wrote it.
            RecordError: an earlier elchi wrote it, and it is opened `read_only`.
            DiskError: the file cannot be opened or written.
            ServerError: the server is away, refuses, or cannot keep a record.
            ExtraError: the driver of the server is not installed.
        """
        if server.is_address(place):
            engine = server.open_engine(str(place), create=create, read_only=read_only)
            return cls(server.shown_place(place), engine, server.writing(engine))
        engine = opening.open_engine(Path(place), create=create, read_only=read_only)
        return cls(str(place), engine, opening.writing(engine))

    @property
    def path(self) -> Path | None:
        """The file; None where the record is on a server."""
        return None if server.is_address(self.place) else Path(self.place)

    def close(self) -> None:
        """Close the file or the connections; what was added stays."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with named_faults(self.place), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with named_faults(self.place), self._writer.begin() as connection:
            yield connection
