"""`articles.csv`: a table beside bare files that says what their text does not."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from elchi.errors import FormatError, ReadError
from elchi.read.encoding import decode
from elchi.read.fields import checked_language, checked_published, checked_text
from elchi.read.options import ReadOptions

TABLE_NAME = "articles.csv"
_COLUMNS = ("file", "published", "source", "language", "url")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what it says of `file`, by column, and where it says so."""

    file: Path
    said: dict[str, str]
    table: str
    line: int

    def fill(self, options: ReadOptions) -> ReadOptions:
        """Return `options` with this row's values put before them. Raise `FormatError` at a bad one."""
        published = checked_published(self.said.get("published"), self.table, self.line)
        language = checked_language(self.said.get("language"), self.table, self.line)
        return replace(
            options, published=published or options.published, language=language or options.language,
            source=self.said.get("source") or options.source, url=self.said.get("url") or options.url,
        )  # fmt: skip


def read_table(table: Path, shown: str, max_bytes: int) -> dict[Path, Row]:
    """Return the rows of the table `table` by the resolved path of their file.

    Args:
        table: where it is.
        shown: how messages name it.
        max_bytes: how long it may be.

    Raises:
        ReadError: it cannot be read, lacks the column `file`, or has a row of another shape.
    """
    try:
        with table.open("rb") as stream:
            raw = stream.read(max_bytes + 1)
    except OSError as bad:
        raise ReadError(shown, f"cannot be read ({bad.strerror}); check its permissions") from bad
    if len(raw) > max_bytes:
        raise FormatError(shown, "the table is too long; split the folder")
    try:
        lines = csv.DictReader(io.StringIO(checked_text(decode(raw, shown), "table", shown), newline=""), strict=True)
        return _rows(lines, table, shown)
    except csv.Error as bad:
        raise FormatError(shown, f"not a CSV table ({bad}); separate cells by commas") from bad


def _rows(lines: csv.DictReader[str], table: Path, shown: str) -> dict[Path, Row]:
    columns = lines.fieldnames or ()
    if "file" not in columns:
        raise FormatError(shown, f'no column "file"; the first line must be: {",".join(_COLUMNS)}', 1)
    unknown = [name for name in columns if name not in _COLUMNS]
    if unknown:
        raise FormatError(shown, f"unknown column {unknown[0]!r}; columns are: {', '.join(_COLUMNS)}", 1)
    rows: dict[Path, Row] = {}
    for cells in lines:
        if None in cells or None in cells.values():
            raise FormatError(shown, f"expected {len(columns)} cells; quote a cell that holds a comma", lines.line_num)
        said = {name: value.strip() for name, value in cells.items()}
        file = (table.parent / said.pop("file")).resolve()
        rows[file] = Row(file, said, shown, lines.line_num)
    return rows


def unmatched(rows: Iterable[Row]) -> list[ReadError]:
    """Return an error for each row whose file does not exist."""
    return [
        FormatError(row.table, f"there is no file {row.file.name!r} beside the table; correct the name", row.line)
        for row in rows
        if not row.file.exists()
    ]
