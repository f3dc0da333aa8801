"""What `elchi doctor` looks at: each check says what it found, and what to do about it."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from typing import Any

from elchi import __version__, packs, pipeline
from elchi.errors import ElchiError, NoRecordError
from elchi.record import Record, shown_place

_OLDEST_SQLITE = (3, 35, 0)
_REINSTALL = "install it again: pip install --force-reinstall elchi"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `state` is ok, warn or fail."""

    name: str
    state: str
    found: str
    remedy: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give every field by its name."""
        return asdict(self)


def installation_checks() -> Iterator[Check]:
    """Yield the checks of Python, SQLite, the extras, the packaged tables and where they are kept."""
    yield Check("elchi", "ok", f"{__version__}, method {pipeline.method()}")
    yield Check("Python", "ok", f"{platform.python_version()} on {platform.system()}")
    yield _stdout()
    yield _sqlite()
    yield _full_text()
    yield _html()
    yield _postgres()
    yield _catalogue()
    for code in packs.languages():
        yield _pack(code)
    yield _cache()


def record_checks(path: str) -> Iterator[Check]:
    """Yield the checks of the record at `path`; that there is none yet is no fault."""
    try:
        with Record.open(path) as record:
            counts = record.counts()
            yield Check("record", "ok", f"{record.place}: {counts.articles} articles, {counts.claims} claims")
            yield Check("record schema", "ok", f"version {record.version}")
            faults = record.faults()
    except NoRecordError:
        place = shown_place(path)
        yield Check("record", "ok", f"{place}: none yet", f'start one with "elchi ingest PATH --record {place}"')
        return
    except ElchiError as error:
        yield Check("record", "fail", str(error), "name another record with --record, or restore a copy")
        return
    remedy = "ingest the articles again into a new record, or copy this one to another place" if faults else ""
    yield Check("record integrity", "fail" if faults else "ok", "; ".join(faults) or "every row is sound", remedy)


def _stdout() -> Check:
    encoding = (sys.stdout.encoding or "").lower()
    if encoding.replace("-", "") == "utf8":
        return Check("output", "ok", "UTF-8")
    return Check("output", "warn", f"{encoding or 'unknown'}, not UTF-8", "set PYTHONUTF8=1 to see every script")


def _sqlite() -> Check:
    version = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info >= _OLDEST_SQLITE:
        return Check("SQLite", "ok", version)
    return Check("SQLite", "fail", f"{version} is too old", "install a Python with SQLite 3.35 or later")


def _full_text() -> Check:
    try:
        connection = sqlite3.connect(":memory:")
        try:
            connection.execute(
                "CREATE VIRTUAL TABLE words USING fts5(word, tokenize = \"unicode61 categories 'L* M*'\")"
            )
        finally:
            connection.close()
    except sqlite3.Error as bad:
        return Check(
            "full-text search", "warn", f"not in this SQLite ({bad})", "install a Python whose SQLite has FTS5"
        )
    return Check("full-text search", "ok", "FTS5")


def _html() -> Check:
    if find_spec("trafilatura"):
        return Check("web pages", "ok", "trafilatura is installed")
    return Check("web pages", "ok", "not installed, .html files are refused", 'to read them: pip install "elchi[html]"')


def _postgres() -> Check:
    if find_spec("psycopg"):
        return Check("PostgreSQL", "ok", "psycopg is installed")
    remedy = 'to keep a record on a server: pip install "elchi[postgres]"'
    return Check("PostgreSQL", "ok", "no driver, a record is a file", remedy)


def _catalogue() -> Check:
    try:
        catalogue = packs.load_catalogue()
    except (ElchiError, OSError) as error:
        return Check("catalogue", "fail", str(error), _REINSTALL)
    return Check("catalogue", "ok", f"{len(catalogue.entities)} entities, {len(catalogue.names)} names")


def _pack(code: str) -> Check:
    try:
        packs.load_pack(code)
    except (ElchiError, OSError) as error:
        return Check(f"language {code}", "fail", str(error), _REINSTALL)
    return Check(f"language {code}", "ok", "its tables are sound")


def _cache() -> Check:
    """Whether compiled tables are kept: the checks of the catalogue and the languages have kept what they could."""
    try:
        state = packs.cache_of_tables()
    except (ElchiError, OSError) as error:
        return Check("compiled tables", "fail", str(error), _REINSTALL)
    if state.folder is None:
        return Check("compiled tables", "ok", "kept nowhere, every start takes longer")
    size = f"{state.folder}: {state.files} files, {state.size / 1e6:.1f} MB"
    if state.used:
        return Check("compiled tables", "ok", f"{size}, in use")
    remedy = "set ELCHI_CACHE to a folder of your own, or to off"
    return Check("compiled tables", "warn", f"{size}, cannot be used: every start takes longer", remedy)
