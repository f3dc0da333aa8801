"""The digest of what compiled tables are made from: the tables, the code that reads them, Python and its Unicode."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections.abc import Iterable
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable

import regex

# Code that decides what is compiled, in `elchi`: it reads tables, folds words, and gives the values their types.
_CODE = ("packs", "packs/compiled", "script", "model")
_TABLES = (".tsv", ".toml")


class Source:
    """A folder of tables, whose digest is taken once: whatever is made from it in this process goes by that."""

    def __init__(self, folder: Traversable) -> None:
        self.folder = folder

    @cached_property
    def digest(self) -> bytes:
        """The digest of all tables of the folder. Raise `OSError` where one cannot be read.

        Contents are hashed, not times and sizes: 5 MB take some 10 ms, and a table that was edited is always noticed.
        """
        return _folder_digest(self.folder, _TABLES)

    def is_as_it_was(self) -> bool:
        """Whether the tables still have the digest that was taken."""
        try:
            return _folder_digest(self.folder, _TABLES) == self.digest
        except OSError:  # gone in the meantime
            return False


def digest_of(sources: Iterable[Source]) -> str:
    """Return the digest (hexadecimal) of all tables of `sources`, with that of the code.

    Raises:
        OSError: a table cannot be read.
    """
    return hashlib.sha256(b"".join([_code_digest(), *(source.digest for source in sources)])).hexdigest()


@cache
def _code_digest() -> bytes:
    package = resources.files("elchi")
    versions = [sys.implementation.cache_tag or "", sys.version, unicodedata.unidata_version, regex.__version__]
    found = hashlib.sha256("\n".join(versions).encode())
    for folder in _CODE:
        found.update(_folder_digest(package.joinpath(folder), (".py", ".pyc")))
    found.update(_folder_digest(package.joinpath("data", "script"), _TABLES))
    return found.digest()


def _folder_digest(folder: Traversable, suffixes: tuple[str, ...]) -> bytes:
    """Return the digest of names and contents of a folder's own files with these suffixes."""
    found = hashlib.sha256(folder.name.encode())
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(suffixes):
            found.update(f"\n{file.name}\n".encode())
            found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.digest()
