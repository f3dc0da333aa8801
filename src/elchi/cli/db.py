"""`elchi db`: a record as a whole - what it holds, brought up to date, copied, loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from elchi import pipeline
from elchi.cli.options import DEFAULT_RECORD, DebugOption, JsonOption, ProgressOption, QuietOption, RecordOption
from elchi.cli.progress import counted
from elchi.errors import FormatError
from elchi.export.json_text import json_page
from elchi.query import SCHEMA_VERSION
from elchi.record import Progress, Record, read_bundle

app = typer.Typer(rich_markup_mode=None, add_completion=False)
STDIN = "-"


class Action(StrEnum):
    """What is done with a record."""

    INFO = "info"
    UPGRADE = "upgrade"
    COPY = "copy"
    LOAD = "load"


@app.command("db")
def db(
    action: Annotated[Action, typer.Argument(metavar="ACTION", help="info, upgrade, copy FROM TO, or load FILE.")],
    places: Annotated[list[str] | None, typer.Argument(metavar="[PLACE]...", help="Records, or a bundle.")] = None,
    *,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Look at, upgrade, copy or load a record.

    \b
    Examples:
      elchi db info --record news.db
      elchi db upgrade --record news.db
      elchi db copy news.db postgresql://desk@db.example.org/news
      elchi export --format bundle > news.bundle.jsonl
      elchi db load news.bundle.jsonl --record again.db

    A place is a file, or the address of a PostgreSQL server. copy and load write into an empty record, all or nothing,
    and then work out what the claims come to. A file of an earlier schema is brought up to date when it is opened;
    before that, a copy of it is put beside it.
    """  # noqa: D301 - \b keeps the lines of an example apart
    given = places or []
    wanted = {Action.COPY: 2, Action.LOAD: 1}.get(action, 0)
    if len(given) != wanted:
        raise typer.BadParameter(f"{action} takes {wanted} places, {len(given)} were given")
    with (
        counted(wanted=not (quiet or no_progress)) as progress,
        _ACTIONS[action](record, given, progress) as opened,
    ):
        told = _told(action, opened)
    if as_json:
        typer.echo(json_page({"schema_version": SCHEMA_VERSION} | told))
    elif not quiet:
        for name, value in told.items():
            typer.echo(f"{name.replace('_', ' '):<14}{value}")


def _info(record: str, _: list[str], _progress: Progress) -> Record:
    return Record.open(record)


def _upgrade(record: str, _: list[str], progress: Progress) -> Record:
    opened = Record.open(record)
    _resolve(opened, progress)
    return opened


def _copy(_: str, places: list[str], progress: Progress) -> Record:
    source, target = places
    with Record.open(source) as given:
        return _filled(target, (line.encode() for line in given.bundle_text()), source, progress)


def _load(record: str, places: list[str], progress: Progress) -> Record:
    (name,) = places
    with nullcontext(sys.stdin.buffer) if name == STDIN else _opened(name) as stream:
        return _filled(record, read_bundle(stream, name), name, progress)


def _opened(name: str) -> Any:  # noqa: ANN401 - a stream of bytes
    try:
        return Path(name).open("rb")
    except OSError as bad:
        raise FormatError(name, f"cannot be read ({bad.strerror})") from bad


def _filled(place: str, lines: Iterable[bytes], name: str, progress: Progress) -> Record:
    opened = Record.open(place, create=True)
    try:
        opened.load_bundle(lines, name, workers=os.cpu_count() or 1, progress=progress)
        _resolve(opened, progress)
    except BaseException:
        opened.close()
        raise
    return opened


def _resolve(record: Record, progress: Progress) -> None:
    pipeline.reconcile_record(record, lambda blocks: progress("working out what claims come to, blocks", blocks))


def _told(action: Action, record: Record) -> dict[str, Any]:
    counts, resolved = record.counts(), record.resolved_counts()
    return {
        "action": action.value, "record": record.place, "schema": record.version, "articles": counts.articles,
        "claims": counts.claims, "superseded": counts.superseded, "occurrences": resolved["occurrence"],
        "standings": resolved["standing"], "conflicts": resolved["conflict"], "promises": resolved["promise"],
        "to_resolve": resolved["dirty"],
    }  # fmt: skip


_ACTIONS: dict[Action, Callable[[str, list[str], Progress], Record]] = {
    Action.INFO: _info, Action.UPGRADE: _upgrade, Action.COPY: _copy, Action.LOAD: _load,
}  # fmt: skip
