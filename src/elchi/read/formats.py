"""Which format a suffix means, and who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from elchi.errors import FormatError, ReadError
from elchi.model import Article
from elchi.read.json_lines import read_json_lines
from elchi.read.options import ReadOptions
from elchi.read.text_file import check_size, read_text
from elchi.read.web_page import read_page

_PAGES = frozenset({".html", ".htm"})
SUFFIXES = frozenset({".txt", ".jsonl"}) | _PAGES
SUFFIXES_SHOWN = "elchi reads .txt, .jsonl, .html, .htm and folders of them"


def read_by_suffix(stream: BinaryIO, suffix: str, document: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    """Yield the articles of an open file whose name ends in `suffix` (lower case, with its dot).

    Raises:
        ReadError: the file as a whole cannot be read.
    """
    if suffix == ".jsonl":
        yield from read_json_lines(stream, document, options)
    elif suffix in _PAGES:
        raw = stream.read(options.max_bytes + 1)
        check_size(raw, document, options.max_bytes)
        yield read_page(raw, document, options)
    elif suffix == ".txt":
        yield read_text(stream, document, options)
    else:
        kind = f"the suffix {suffix!r}" if suffix else "a name without a suffix"
        raise FormatError(document, f"{kind} says no format; {SUFFIXES_SHOWN}: rename it, or pipe it in as -")
