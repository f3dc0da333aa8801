"""Paths become articles: files by their suffix, folders by walking them, `-` from standard input."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from elchi.errors import EmptyInputError, FormatError, ReadError
from elchi.model import Article
from elchi.read.formats import SUFFIXES, SUFFIXES_SHOWN, read_by_suffix
from elchi.read.options import ReadOptions
from elchi.read.sidecar import TABLE_NAME, Row, read_table, unmatched
from elchi.read.stdin import STDIN, read_stdin


def read_articles(
    paths: Sequence[str | Path], options: ReadOptions | None = None, notice: Callable[[str], None] | None = None
) -> Iterator[Article | ReadError]:
    """Yield every article of `paths` in order, and a `ReadError` in the place of each that cannot be read.

    Args:
        paths: files, folders (walked in sorted order), or `-` for standard input.
        options: values that fill the gaps of every article.
        notice: told about files of a folder that are passed over because of their suffix.

    Yields:
        Articles whose ids differ when their files do; errors name file, line and remedy.
    """
    options = options or ReadOptions()
    found = _Walk(options, notice).read(paths)
    yield from _bear_one_url(found, options.url) if options.url else found


def _bear_one_url(found: Iterator[Article | ReadError], url: str) -> Iterator[Article | ReadError]:
    """Pass on what was read, but refuse the second article that would bear `url`."""
    used = False
    for item in found:
        if used and isinstance(item, Article) and item.url == url:
            remedy = f'give each its own "url" in a .jsonl file or in {TABLE_NAME}'
            yield FormatError(item.id, f"--url names one article and was given for several; {remedy}")
            continue
        used = used or isinstance(item, Article)
        yield item


class _Walk:
    """One run over paths: the names already given, and the tables found on the way."""

    def __init__(self, options: ReadOptions, notice: Callable[[str], None] | None) -> None:
        self.options, self.notice = options, notice
        self.names: dict[str, Path] = {}
        self.tables: dict[Path, dict[Path, Row] | None] = {}

    def read(self, paths: Sequence[str | Path]) -> Iterator[Article | ReadError]:
        for given in paths:
            path = Path(given)
            if str(given) == STDIN:
                yield from read_stdin(sys.stdin.buffer, self.options)
            elif path.is_dir():
                yield from self._folder(path)
            elif path.is_file():
                yield from self._file(path.parent, path)
            else:
                yield _absent(path)

    def _folder(self, folder: Path) -> Iterator[Article | ReadError]:
        passed: Counter[str] = Counter()
        empty = True
        for path in _files(folder):
            suffix = path.suffix.lower()
            if suffix in SUFFIXES:
                empty = False
                yield from self._file(folder, path)
            elif path.name != TABLE_NAME:
                passed[suffix or "no suffix"] += 1
        if empty:
            seen = ", ".join(sorted(passed)) or "nothing"
            yield EmptyInputError(printable(folder), f"no article in this folder (it holds {seen}); {SUFFIXES_SHOWN}")
        elif passed and self.notice:
            self.notice(f"{printable(folder)}: passed over {_counted(passed)}; {SUFFIXES_SHOWN}")
        for place, rows in self.tables.items():
            if place.is_relative_to(folder):
                yield from unmatched((rows or {}).values())

    def _file(self, top: Path, path: Path) -> Iterator[Article | ReadError]:
        """Yield the articles of one file, told more by the tables of its folder and of those up to `top`."""
        document = self._name(path, path.relative_to(top).as_posix())
        options = self.options
        try:
            for folder in _downwards(top, path):
                row = self._table(folder, document).get(path.resolve())
                options = row.fill(options) if row else options
            with path.open("rb") as stream:
                yield from read_by_suffix(stream, path.suffix.lower(), document, options)
        except ReadError as error:
            yield error
        except OSError as bad:
            yield ReadError(document, f"cannot be read ({bad.strerror}); check its permissions")

    def _table(self, folder: Path, document: str) -> dict[Path, Row]:
        """Return the table of `folder`. Raise `ReadError` for it, then for each further `document` that needs it."""
        table = folder / TABLE_NAME
        if folder not in self.tables:
            self.tables[folder] = None
            self.tables[folder] = read_table(table, printable(table), self.options.max_bytes) if table.is_file() else {}
        rows = self.tables[folder]
        if rows is None:
            raise ReadError(document, f"left out, because {printable(table)} is broken; correct the table")
        return rows

    def _name(self, path: Path, name: str) -> str:
        """Return a document id for `path`, longer by a folder where another file of this run has its name."""
        place = path.resolve()
        parents = list(place.parent.parts)[: -name.count("/") or None]
        shown = printable(name)
        while self.names.setdefault(shown, place) != place and parents:
            shown = printable(f"{parents.pop()}/{shown}")
        return shown


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files under `folder`, sorted, hidden ones left out; links to folders are not followed."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent) / name for name in sorted(files) if not name.startswith("."))


def _downwards(top: Path, path: Path) -> list[Path]:
    """Return `top` and each folder from it down to the folder of `path`."""
    below = path.parent.relative_to(top).parts
    return [top.joinpath(*below[:depth]) for depth in range(len(below) + 1)]


def _absent(path: Path) -> ReadError:
    if path.exists():
        return FormatError(printable(path), f"neither a file nor a folder; {SUFFIXES_SHOWN}")
    return ReadError(printable(path), "no such file or folder; check the path")


def _counted(passed: Counter[str]) -> str:
    return ", ".join(f"{count} × {suffix}" for suffix, count in sorted(passed.items()))


def printable(path: str | Path) -> str:
    """Return the path as text that can always be written, with escapes for bytes that are no text."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
