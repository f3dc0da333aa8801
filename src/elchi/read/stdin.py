"""Standard input: JSON lines when its first character is `{`, else one article of plain text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from elchi.errors import ReadError
from elchi.model import Article
from elchi.read.json_lines import read_json_lines
from elchi.read.options import ReadOptions
from elchi.read.text_file import read_text

STDIN = "-"
_NAME = "stdin"


def read_stdin(stream: BinaryIO, options: ReadOptions) -> Iterator[Article | ReadError]:
    """Yield the articles piped into `stream`, each as soon as its line is complete."""
    begun = b""
    while not begun.strip() and len(begun) <= options.max_bytes and (piece := stream.readline(options.max_bytes + 1)):
        begun += piece
    if begun.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        yield from read_json_lines(_Rejoined(begun, stream), _NAME, options)
        return
    try:
        yield read_text(stream, _NAME, options, begun)
    except ReadError as error:
        yield error


class _Rejoined(io.BytesIO):
    """The bytes already taken from a stream, then the lines of the stream itself."""

    def __init__(self, begun: bytes, rest: BinaryIO) -> None:
        super().__init__(begun)
        self.rest = rest

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        limit = -1 if size is None else size
        if line.endswith(b"\n") or len(line) == limit:
            return line
        return line + self.rest.readline(limit - len(line) if limit > 0 else -1)
