"""A record's connection: what every part of `Record` asks and writes through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from elchi.record.faults import named_faults
from elchi.record.opening import open_engine, writing


class Connected:
    """An open record. Use it in a `with` block; one process writes at a time, any number read."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._writer = writing(engine)
        self._stamps: dict[str, int] = {}  # of the marks that `dirty_blocks` gave out

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """Open the record at `path`; with `create`, make it where there is none.

        Raises:
            NoRecordError: nothing is there.
            NotARecordError: the file is something else.
            NewerRecordError: a later elchi wrote it.
            DiskError: it cannot be opened or written.
        """
        place = Path(path)
        return cls(place, open_engine(place, create=create))

    def close(self) -> None:
        """Close the file; what was added stays."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with named_faults(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with named_faults(self.path), self._writer.begin() as connection:
            yield connection
