"""Reading and checking the tables under `data/`: TSV with a header, every row with its source."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from elchi.errors import PackError

NONE = "-"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells without the source, and where it stands."""

    file: str
    line: int
    cells: tuple[str, ...]

    def expected(self, what: str) -> PackError:
        """Return the error that this row is not `what`."""
        return PackError(self.file, self.line, what)


def alternatives(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell, separated by `|`; `-` has none."""
    return () if cell == NONE else tuple(part.strip() for part in cell.split("|") if part.strip())


def data_folder(root: Path | None = None) -> Traversable:
    """Return the folder of all data: the package's own, or `root`."""
    return root if root is not None else resources.files("elchi").joinpath("data")


def read_table(folder: Traversable, name: str, columns: str) -> Iterator[Row]:
    """Yield the rows of `folder/name`, checked.

    Args:
        folder: the folder of the table; its `SOURCES.toml` declares the sources.
        name: file name.
        columns: the column names, separated by spaces, without the last one, `source`.

    Raises:
        PackError: the file lacks its header, a row has another number of cells or an empty one, is not NFC,
            stands twice, or names a source that `SOURCES.toml` does not declare.
    """
    file = f"{folder.name}/{name}"
    wanted = [*columns.split(), "source"]
    path = folder.joinpath(name)
    if not path.is_file():
        raise PackError(file, 0, "the table to exist")
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines[0].removeprefix("# ").split("\t") != wanted:
        raise PackError(file, 1, "the header '# " + "<TAB>".join(wanted) + "'")
    yield from _checked(file, lines, len(wanted), declared_sources(folder))


def _checked(file: str, lines: Sequence[str], width: int, sources: frozenset[str]) -> Iterator[Row]:
    seen: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(lines[1:], start=2):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if len(cells) != width:
            raise PackError(file, number, f"{width} tab-separated cells, found {len(cells)}")
        if "" in cells or "\t " in line or " \t" in line or line != line.strip():
            raise PackError(file, number, "no empty cell and no blanks round one ('-' means none)")
        if not unicodedata.is_normalized("NFC", line):
            raise PackError(file, number, "text in Unicode NFC")
        if cells[-1] not in sources:
            raise PackError(file, number, f"a source that SOURCES.toml declares, found {cells[-1]!r}")
        key = cells[:-1]
        if key in seen:
            raise PackError(file, number, f"a row of its own, found that of line {seen[key]} again")
        seen[key] = number
        yield Row(file, number, key)


def declared_sources(folder: Traversable) -> frozenset[str]:
    """Return the source keys that `folder/SOURCES.toml` declares."""
    return frozenset(read_toml(folder, "SOURCES.toml"))


def read_toml(folder: Traversable, name: str) -> dict[str, object]:
    """Return the content of a TOML file. Raise `PackError` where it is missing or malformed."""
    path = folder.joinpath(name)
    if not path.is_file():
        raise PackError(f"{folder.name}/{name}", 0, "the file to exist")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as bad:
        raise PackError(f"{folder.name}/{name}", 0, f"TOML ({bad})") from bad
