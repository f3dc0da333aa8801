"""The catalogue and the language packs, compiled once and kept in the user's cache folder by the hash of the tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from elchi.packs.compiled.cache import SWITCH, Cache, cache_folder
from elchi.packs.compiled.catalogue import catalogue_of, plain_catalogue
from elchi.packs.compiled.digest import Source, digest_of
from elchi.packs.compiled.language import pack_of, plain_pack

__all__ = [
    "SWITCH",
    "Cache",
    "CacheState",
    "Source",
    "cache_folder",
    "cache_state",
    "catalogue_of",
    "digest_of",
    "kept_or_made",
    "pack_of",
    "plain_catalogue",
    "plain_pack",
]

Made = TypeVar("Made")


def kept_or_made(
    name: str,
    sources: Sequence[Source],
    make: Callable[[], Made],
    plain: Callable[[Made], Any],
    restore: Callable[[Any], Made],
) -> Made:
    """Return what `make` makes from the tables of `sources`, from the cache where it is kept there.

    Args:
        name: of what is made, for the file.
        sources: every folder that `make` reads.
        make: reads and checks the tables; its errors pass.
        plain: what was made as plain values.
        restore: the way back.

    The cache is only ever a short cut: whatever is wrong with it, the tables are read.
    """
    cache = Cache(cache_folder())
    if cache.folder is None:
        return make()
    try:
        digest = digest_of(sources)
    except OSError:  # `make` says better what is missing
        return make()
    found = cache.read(name, digest)
    if found is not None:
        return restore(found)
    made = make()
    if all(source.is_as_it_was() for source in sources):  # else a table was edited while it was read
        cache.write(name, digest, plain(made))
    return made


@dataclass(frozen=True, slots=True)
class CacheState:
    """The cache folder (None: off), how many compiled files it holds, their size, and whether this process uses it."""

    folder: Path | None
    files: int
    size: int  # bytes
    used: bool


def cache_state(name: str, sources: Sequence[Source]) -> CacheState:
    """Return the state of the cache; it is used where what `name` is made to from `sources` can be read from it.

    Raises:
        OSError: a table cannot be read.
    """
    cache = Cache(cache_folder())
    sizes = cache.sizes()
    used = cache.folder is not None and cache.read(name, digest_of(sources)) is not None
    return CacheState(cache.folder, len(sizes), sum(sizes), used)
