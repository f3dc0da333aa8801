"""Files of compiled tables in the user's cache folder. Where nothing can be written, all works but starts slower.

A file holds a header - magic, the digest of what it was made from, the SHA-256 of the rest - and plain values as
`marshal` writes them, which, unlike pickles, run no code when read. A file is read only if it belongs to the user and
nobody else may write it, and if header and content fit; any other is as good as none and is made again. Files are
written aside and moved into place, so that nobody sees half of one.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SWITCH = "ELCHI_CACHE"
_OFF = frozenset(["off", "0", "no", "none"])
_MAGIC = b"elchi compiled 1\n"
_SUFFIX, _ASIDE = ".compiled", ".aside"
# Files of other digests that stay: another installation or branch may be in use beside this one.
_KEPT = 2
_STALE = 3600.0  # seconds after which a file written aside was left by a process that was killed


def cache_folder() -> Path | None:
    """Return where compiled files go, there or not yet; None where `ELCHI_CACHE` is `off` or the user has no home."""
    named = os.environ.get(SWITCH, "").strip()
    if named:
        return None if named.lower() in _OFF else Path(named)
    try:
        base = _user_caches()
    except RuntimeError:  # no home folder
        return None
    return base / "elchi"


def _user_caches() -> Path:
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    if xdg and Path(xdg).is_absolute():  # the specification: relative paths are ignored
        return Path(xdg)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    return Path.home() / "Library" / "Caches" if sys.platform == "darwin" else Path.home() / ".cache"


@dataclass(frozen=True, slots=True)
class Cache:
    """The compiled files of a folder. `folder` None keeps nothing."""

    folder: Path | None

    def path(self, name: str, digest: str) -> Path | None:
        """Return the file of what `name` is when made from what has `digest`."""
        return None if self.folder is None else self.folder / f"{name}-{digest[:16]}{_SUFFIX}"

    def read(self, name: str, digest: str) -> Any | None:  # noqa: ANN401 - whatever was written
        """Return what was written under `name` and `digest`; None where there is no sound file of the user's own."""
        path = self.path(name, digest)
        content = None if path is None else _own_content(path)
        return None if content is None else _unpacked(content, digest)

    def write(self, name: str, digest: str, value: Any) -> bool:  # noqa: ANN401 - whatever `marshal` takes
        """Keep `value` (plain tuples, lists, dicts, sets, text, bytes, numbers); return whether it could be kept.

        Raises:
            ValueError: there is something else in `value`.
        """
        path = self.path(name, digest)
        if path is None:
            return False
        payload = marshal.dumps(value)
        header = _MAGIC + digest.encode() + hashlib.sha256(payload).digest()
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _move_in(path, header + payload)
        except OSError:  # read-only, full, or somebody else's: the next process compiles again
            return False
        self._tidy(name, path)
        return True

    def sizes(self) -> list[int]:
        """Return the sizes, in bytes, of the compiled files of the folder."""
        try:
            return [path.stat().st_size for path in self.folder.glob(f"*{_SUFFIX}")] if self.folder else []
        except OSError:
            return []

    def _tidy(self, name: str, path: Path) -> None:
        """Remove the oldest files of `name` made from other tables, and what killed processes left."""
        with suppress(OSError):
            others = [(p.stat().st_mtime, p) for p in path.parent.glob(f"{name}-*{_SUFFIX}") if p != path]
            for _, old in sorted(others, reverse=True)[_KEPT:]:
                old.unlink(missing_ok=True)
            for left in path.parent.glob(f"*{_ASIDE}"):
                if time.time() - left.stat().st_mtime > _STALE:
                    left.unlink(missing_ok=True)


def _own_content(path: Path) -> bytes | None:
    """Return the bytes of a file that is the user's own, and that nobody else may write; else None."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or status.st_mode & 0o022):
                return None
            return file.read()
    except OSError:
        return None


def _unpacked(content: bytes, digest: str) -> Any | None:  # noqa: ANN401 - whatever was written
    header = _MAGIC + digest.encode()
    start = len(header) + hashlib.sha256().digest_size
    if not content.startswith(header):
        return None
    payload = memoryview(content)[start:]
    if hashlib.sha256(payload).digest() != content[len(header) : start]:
        return None
    try:
        return marshal.loads(payload)  # noqa: S302 - the user's own file, whole, and written by the same code
    except (EOFError, ValueError, TypeError):
        return None


def _move_in(path: Path, content: bytes) -> None:
    descriptor, aside = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=_ASIDE)  # mode 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(aside).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(aside).unlink()
        raise
