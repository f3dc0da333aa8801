"""A text file is one article: its whole decoded text, headline included.

The headline stays inside the text, because offsets of evidence count the characters of the file;
the cleaning stage finds it there.
"""

from __future__ import annotations

from typing import BinaryIO

from elchi.errors import EmptyInputError, FormatError
from elchi.model import Article
from elchi.read.encoding import decode
from elchi.read.fields import checked_text
from elchi.read.options import ReadOptions


def read_text(stream: BinaryIO, document: str, options: ReadOptions, begun: bytes = b"") -> Article:
    """Read the rest of `stream`, after the bytes already `begun`, as one article.

    Raises:
        EncodingError: the bytes are not UTF-8 text.
        EmptyInputError: nothing but white space stands there.
        FormatError: the article is longer than `options.max_bytes`.
    """
    raw = begun + stream.read(options.max_bytes + 1 - len(begun))
    check_size(raw, document, options.max_bytes)
    text = checked_text(decode(raw, document), "text", document)
    if not text.strip():
        raise EmptyInputError(document, "empty: there is no text to read; remove the file or save the article again")
    return Article(
        id=options.url or document, text=text, language=options.language, published=options.published,
        source=options.source, url=options.url,
    )  # fmt: skip


def check_size(raw: bytes, document: str, limit: int) -> None:
    """Raise `FormatError` when `raw` is longer than an article may be."""
    if len(raw) > limit:
        remedy = "split it into one file an article, or into a .jsonl file with one article a line"
        raise FormatError(document, f"longer than {limit // 1_000_000} MB, the limit of one article; {remedy}")
