"""Lines of bytes in bounded memory: a line that is too long is skipped, not held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

_PIECE = 65_536


def bounded_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number from 1; None in place of a line longer than `limit` bytes."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        _skip_to_newline(stream)
        yield number, None


def _skip_to_newline(stream: BinaryIO) -> None:
    while piece := stream.readline(_PIECE):
        if piece.endswith(b"\n"):
            return
