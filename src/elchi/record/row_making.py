"""Lines of claims become rows, in as many processes as there are processors; one process writes them.

Parsing a claim and making its rows takes longer than writing them, and needs no record.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from types import TracebackType
from typing import Any, NamedTuple, Self

from elchi.errors import FormatError
from elchi.model import Article, Claim
from elchi.model.claim import check_claim
from elchi.record import stores
from elchi.record.bundle import read_claim
from elchi.record.rows import ClaimRows, as_json
from elchi.record.stores.part_files import MOST

_ALONE = 4
"""Chunks up to which no other process is started: that takes half a second."""
_AHEAD = 2  # chunks that wait for each process


class Spoken(NamedTuple):
    """What claims need of their article."""

    text: str
    title: str | None
    language: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines of claims in a row, the number of the first, and the articles that they name, by key."""

    first: int
    lines: tuple[bytes, ...]
    articles: Mapping[int, Spoken]


@dataclass(frozen=True, slots=True)
class Packed:
    """The rows of a chunk as the loader of their store takes them, and how many claims they are."""

    claims: int
    rows: Any


class Makers:
    """Processes that make rows, and afterwards whatever else is done beside the one that writes.

    Args:
        store: where rows go: `sqlite` or `postgresql`.
        name: what messages call the bundle.
        folder: of the store's loader.
        workers: processes; with one, no other is started.
    """

    def __init__(self, store: str, name: str, folder: str, workers: int) -> None:
        self._given = (store, name, folder)
        self._workers = min(workers, MOST)
        self._pool: ProcessPoolExecutor | None = None
        self.broken = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, bad: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def packed(self, chunks: Iterable[Chunk]) -> Iterator[Packed]:
        """Yield the rows of chunks, in order.

        Raises:
            FormatError: a line is none of a claim.
        """
        coming = iter(chunks)
        yield from map(self._made(), islice(coming, _ALONE) if self._workers > 1 else coming)
        for first in coming:
            self._pool = _pool(self._workers)
            yield from self._shared(chain([first], coming))

    def begin(self, work: Callable[..., None], *given: object) -> Callable[[], None]:
        """Have `work` done by another process, if there is one; what comes back waits for it, or does it."""
        task = partial(work, *given)
        return partial(self._ended, task, self._begun(task))

    def _shared(self, chunks: Iterator[Chunk]) -> Iterator[Packed]:
        """Yield the rows of chunks, in order, made by other processes."""
        waiting: deque[Callable[[], Packed]] = deque()
        try:
            for chunk in chunks:
                task = partial(self._made(), chunk)
                waiting.append(partial(self._ended, task, self._begun(task)))
                if len(waiting) > _AHEAD * self._workers:
                    yield waiting.popleft()()
            while waiting:
                yield waiting.popleft()()
        except FormatError:
            for ended in waiting:
                ended()  # a line before it may be bad too, and is told first
            raise

    def _made(self) -> Callable[[Chunk], Packed]:
        store, name, folder = self._given
        return partial(rows_made, store=store, name=name, folder=folder)

    def _begun(self, task: Callable[[], Any]) -> Future[Any] | None:
        try:
            return self._pool.submit(task) if self._pool is not None else None
        except (BrokenProcessPool, RuntimeError):
            self.broken = True
            return None

    def _ended(self, task: Callable[[], Any], begun: Future[Any] | None) -> Any:  # noqa: ANN401 - what the task gives
        """Return what a task gives; where the process that did it is gone, it is done here."""
        if begun is None:
            return task()
        try:
            return begun.result()
        except BrokenProcessPool:
            self.broken = True
            return task()


def rows_made(chunk: Chunk, *, store: str, name: str, folder: str) -> Packed:
    """Return the rows of a chunk, packed. Raise `FormatError` at a line that is none of a claim."""
    rows, articles = ClaimRows(), {key: Article("", said.text, said.title) for key, said in chunk.articles.items()}
    for number, line in enumerate(chunk.lines, start=chunk.first):
        try:
            recorded, row, told = read_claim(line)
            check_claim(row)
            if told is None:
                row = Claim.from_json(row).to_json()
                told = as_json(row)
                told.encode()  # raises where an escape was half a character
            rows.add(row, articles[recorded.article], recorded, told)
        except (AttributeError, KeyError, IndexError, TypeError, ValueError) as bad:
            reason = f"no line of a claim ({type(bad).__name__}: {bad}); export the bundle again"
            raise FormatError(name, reason, number) from bad
    spoken = {key: (said.language, said.published) for key, said in chunk.articles.items()}
    return Packed(len(chunk.lines), stores.BY_NAME[store].pack(rows, spoken, folder))


def _pool(workers: int) -> ProcessPoolExecutor | None:
    """Start processes; None where the machine has no means to share work among them."""
    try:
        return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)
    except (ImportError, OSError):
        return None


def _begin() -> None:
    """Set up a process: Ctrl-C is its parent's affair, it ends when that is killed, and rows make no cycles."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
