"""Lines of claims become rows, in as many processes as there are processors; one process writes them.

Parsing a claim and making its rows takes as long as writing them: on two processors, both go on at once.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context, parent_process

from elchi.errors import FormatError
from elchi.model import Article, Claim
from elchi.model.claim import check_claim
from elchi.record import stores
from elchi.record.bundle import read_claim
from elchi.record.rows import ClaimRows, as_json

_ALONE = 4
"""Chunks up to which no other process is started: that takes half a second."""
_AHEAD = 2  # chunks that wait for each process


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines of claims in a row, the number of the first, and the articles that they name by key: (text, title)."""

    first: int
    lines: tuple[bytes, ...]
    articles: Mapping[int, tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Packed:
    """The rows of a chunk as their store packs them: by table, and words; and how many claims they are."""

    claims: int
    tables: dict[str, bytes]
    words: bytes


def made_of(chunks: Iterable[Chunk], store: str, name: str, workers: int) -> Iterator[Packed]:
    """Yield the rows of chunks, in order.

    Args:
        chunks: of a bundle.
        store: where they go: `sqlite` or `postgresql`.
        name: what messages call the bundle.
        workers: processes that make rows; with one, no other is started.

    Raises:
        FormatError: a line is none of a claim.
    """
    make = partial(rows_made, store=store, name=name)
    coming = iter(chunks)
    yield from map(make, islice(coming, _ALONE) if workers > 1 else coming)
    for first in coming:
        yield from _shared(make, chain([first], coming), workers)


def _shared(make: partial[Packed], chunks: Iterator[Chunk], workers: int) -> Iterator[Packed]:
    """Yield the rows of chunks, in order, made by other processes."""
    pool = _pool(workers)
    waiting: deque[tuple[Chunk, Future[Packed] | None]] = deque()
    try:
        for chunk in chunks:
            waiting.append((chunk, _begun(pool, make, chunk)))
            if len(waiting) > _AHEAD * workers:
                yield _ended(make, *waiting.popleft())
        while waiting:
            yield _ended(make, *waiting.popleft())
    except FormatError:
        for chunk, begun in waiting:
            _ended(make, chunk, begun)  # a line before it may be bad too, and is told first
        raise
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def rows_made(chunk: Chunk, *, store: str, name: str) -> Packed:
    """Return the rows of a chunk, packed. Raise `FormatError` at a line that is none of a claim."""
    rows, articles = ClaimRows(), {key: Article("", text, title) for key, (text, title) in chunk.articles.items()}
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
    to = stores.BY_NAME[store]
    tables = {table: to.packed(made) for table, made in rows.tables.items()}
    return Packed(len(rows.tables["claim"]), tables, to.packed_words(rows.words))


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


def _begun(pool: ProcessPoolExecutor | None, make: partial[Packed], chunk: Chunk) -> Future[Packed] | None:
    try:
        return pool.submit(make, chunk) if pool is not None else None
    except (BrokenProcessPool, RuntimeError):
        return None


def _ended(make: partial[Packed], chunk: Chunk, begun: Future[Packed] | None) -> Packed:
    """Return the rows of a chunk; where the processes that made them are gone, they are made here."""
    if begun is None:
        return make(chunk)
    try:
        return begun.result()
    except BrokenProcessPool:
        return make(chunk)
