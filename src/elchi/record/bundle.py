"""A whole record as lines of JSON: what cannot be worked out again, each line naming its table.

What is resolved, what is searched and the rows of participants are made from the claims when a bundle is loaded. The
first line says which format it is, the last how many lines there must be: a bundle that was cut off is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, select

from elchi.errors import FormatError
from elchi.record import schema
from elchi.record.rows import Recorded

FORMAT = 1
BEFORE = (schema.article, schema.reading)
AFTER = (
    schema.judgement, schema.run, schema.failure, schema.fingerprint, schema.report, schema.meaning, schema.name_join,
)  # fmt: skip
TABLES = {table.name: table for table in (*BEFORE, *AFTER)}
"""The tables whose lines are their rows; a line of a claim is its JSON with its keys and clocks."""
_BATCH = 2000
_FIELDS = itemgetter(*Recorded._fields)
_TYPES = {(int, int, int, str, by, str, str, int) for by in (int, type(None))}
_KEYS = (*Recorded._fields, "claim")
_HEAD, _ARTICLE, _BODY = '{"claim": {"key": ', b'"article": ', ', "claim": {'
_HEAD_BYTES = _HEAD.encode()
"""How `text_lines` begins the line of a claim, and what stands in it before the key of its article and the claim."""


def bundle(connection: Connection) -> Iterator[dict[str, Any]]:
    """Yield the lines of a record, in an order that depends on nothing but what it holds."""
    return map(json.loads, text_lines(connection))


def text_lines(connection: Connection) -> Iterator[str]:
    """Yield the lines of a record as text: a claim goes from its row into its line as it is."""
    yield json.dumps({"bundle": FORMAT})
    lines = 1
    for row in _lines(connection):
        lines += 1
        yield row
    yield json.dumps({"end": lines})


def _lines(connection: Connection) -> Iterator[str]:
    for table in BEFORE:
        yield from _rows(connection, table)
    columns = [schema.claim.c[name] for name in Recorded._fields]
    question = select(*columns, schema.claim.c.json).order_by(schema.claim.c.key)
    with connection.execution_options(yield_per=_BATCH).execute(question) as rows:
        for *recorded, told in rows:
            head = _text({"claim": dict(zip(Recorded._fields, recorded, strict=True))})
            yield f'{head[:-2]}, "claim": {told}}}}}'
    for table in AFTER:
        yield from _rows(connection, table)


def _rows(connection: Connection, table: Table) -> Iterator[str]:
    question = select(table).order_by(*table.primary_key.columns)
    with connection.execution_options(yield_per=_BATCH).execute(question) as rows:
        for row in rows:
            yield _text({table.name: dict(row._mapping)})  # noqa: SLF001 - SQLAlchemy's name for a public attribute


def _text(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)


def read_bundle(stream: Iterable[bytes], name: str) -> Iterator[bytes]:
    """Yield the lines of a bundle's file; raise `FormatError` at a first one that is none of a bundle."""
    for number, line in enumerate(stream, start=1):
        if number == 1:
            read_line(line, name, 1)
        yield line


def read_line(line: bytes, name: str, number: int) -> Any:  # noqa: ANN401 - of any JSON
    """Return what a line says; raise `FormatError` where it is no JSON."""
    try:
        told = json.loads(line)
        if b"\\u" in line:
            _text(told).encode()  # raises where an escape was half a character
        return told
    except ValueError as bad:
        raise FormatError(name, "no line of JSON; is it a bundle of elchi, and whole?", number) from bad


def claim_article(line: bytes) -> int | None:
    """Return the key of the article of a line that is plainly a claim's; None where it must be read to know."""
    at = line.find(_ARTICLE, 0, 200) if line.startswith(_HEAD_BYTES) else -1
    number = line[at + len(_ARTICLE) : line.find(b",", at)]
    return int(number) if at > 0 and number.isdigit() else None


def read_claim(line: bytes) -> tuple[Recorded, dict[str, Any], str | None]:
    """Return keys and clocks of a claim, its JSON read, and that JSON as text where it can be stored as it is.

    Raises:
        KeyError, TypeError, ValueError: it is no line of a claim.
    """
    text = line.decode().rstrip()
    row = json.loads(text)["claim"]
    plain = text.startswith(_HEAD) and text.endswith("}}}") and text.count(_BODY) == 1 and tuple(row) == _KEYS
    if not plain or "\\u" in text:  # an escape stands for a character that a record keeps as itself
        return _recorded(row), row["claim"], None
    return _recorded(row), row["claim"], text[text.index(_BODY) + len(_BODY) - 1 : -2]


def _recorded(row: dict[str, Any]) -> Recorded:
    recorded = Recorded(*_FIELDS(row))
    if tuple(map(type, recorded)) not in _TYPES:
        raise TypeError("keys are numbers, and clocks are text")
    return recorded
