"""JSON lines: one article a line, as the article input format (version 1) lays down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, BinaryIO

from elchi.errors import EmptyInputError, EncodingError, FormatError, ReadError
from elchi.model import Article
from elchi.read.encoding import decode, is_utf16
from elchi.read.fields import checked_language, checked_published, checked_text
from elchi.read.lines import bounded_lines
from elchi.read.options import ReadOptions

_KNOWN = ("id", "text", "title", "language", "published", "source", "url")
_EXAMPLE = '{"text": "...", "published": "2024-08-20"}'


def read_json_lines(stream: BinaryIO, document: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    """Yield the article of each line, or the error in its place; blank lines are passed over."""
    empty = True
    for number, line in bounded_lines(stream, options.max_bytes):
        if line is not None and not line.strip():
            continue
        empty = False
        try:
            yield read_line(line, document, number, options)
        except ReadError as error:
            yield error
            if isinstance(error, EncodingError) and line is not None and is_utf16(line):
                return
    if empty:
        yield EmptyInputError(document, f"empty: there is no article in it; write one a line, such as {_EXAMPLE}")


def read_line(line: bytes | None, document: str, number: int, options: ReadOptions) -> Article:
    """Return the article of one line; `line` is None when it was too long to hold.

    Raises:
        ReadError: with file, line and remedy.
    """
    if line is None:
        remedy = "write one article a line"
        raise FormatError(document, f"longer than {options.max_bytes // 1_000_000} MB, the limit; {remedy}", number)
    row = _parse(decode(line, document, number), document, number)
    said = {name: _string(row, name, document, number) for name in _KNOWN}
    text = said["text"]
    if text is None:
        raise FormatError(document, f'no "text" in this line; every article needs it: {_EXAMPLE}', number)
    if not text.strip():
        raise EmptyInputError(document, '"text" is empty; give the article\'s text or remove the line', number)
    url = said["url"] or options.url
    metadata = {name: value for name, value in row.items() if name not in _KNOWN}
    return Article(
        id=said["id"] or url or f"{document}:{number}",
        text=text,
        title=said["title"] or None,
        language=checked_language(said["language"], document, number) or options.language,
        published=checked_published(said["published"], document, number) or options.published,
        source=said["source"] or options.source,
        url=url,
        metadata=MappingProxyType(metadata),
    )


def _parse(text: str, document: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as bad:
        reason = bad.msg if isinstance(bad, json.JSONDecodeError) else str(bad)
        where = f", column {bad.colno}" if isinstance(bad, json.JSONDecodeError) else ""
        raise FormatError(
            document, f"not valid JSON ({reason}{where}); write one object a line, such as {_EXAMPLE}", number
        ) from bad
    if not isinstance(row, dict):
        raise FormatError(document, f"{_kind(row)}, not a JSON object; write {_EXAMPLE}", number)
    return row


def _kind(value: object) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
        str: "a string",
    }
    return names.get(type(value), "null")


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON value, write null")


def _string(row: dict[str, Any], name: str, document: str, number: int) -> str | None:
    value = row.get(name)
    if value is None:
        return None
    if name == "id" and type(value) is int:
        return str(value)
    if not isinstance(value, str):
        raise FormatError(document, f'"{name}" is {_kind(value)}, not a string; put it in quotation marks', number)
    return checked_text(value, name, document, number)
