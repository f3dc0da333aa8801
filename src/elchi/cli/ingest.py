"""`elchi ingest`: articles into a record. Safe to kill, and to run again."""

from __future__ import annotations

import typer

from elchi.cli.ingesting import Summary, ingest
from elchi.cli.options import (
    DEFAULT_RECORD,
    SOME_FAILED,
    DebugOption,
    JsonOption,
    Language,
    Paths,
    ProgressOption,
    Published,
    QuietOption,
    RecordOption,
    Source,
    Url,
    read_options,
)
from elchi.cli.progress import watched
from elchi.export.escape import visible
from elchi.export.json_text import json_page
from elchi.read import read_articles
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("ingest")
def ingest_command(  # noqa: PLR0913 - one argument an option
    paths: Paths,
    *,
    record: RecordOption = DEFAULT_RECORD,
    published: Published = None,
    source: Source = None,
    language: Language = None,
    url: Url = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Read articles into a record; safe to run again.

    \b
    Examples:
      elchi ingest articles/
      elchi ingest monday.jsonl tuesday.jsonl --record news.db
      elchi ingest page.html --published 2024-08-20 --source "BBC Hindi"

    An article that the record knows is not read again. A new text under a known id or URL is a revision: the earlier
    claims stay, marked superseded. Articles that fail are listed at the end; then the exit code is 4.
    """  # noqa: D301 - \b keeps the lines of an example apart
    options = read_options(published, source, language, url)
    found = read_articles(paths, options, None if quiet else _warn)
    with (
        Record.open(record, create=True) as opened,
        watched(wanted=not (quiet or no_progress)) as told,
    ):
        summary, place = ingest(opened, found, told), opened.place
    if as_json:
        typer.echo(json_page(summary.to_json()))
    elif not quiet:
        typer.echo(f"{place}: {in_short(summary)}", err=True)
    for failure in summary.failed:
        _warn(f"{failure['document']}: {failure['reason']}")
    if summary.failed:
        raise typer.Exit(SOME_FAILED)


def in_short(summary: Summary) -> str:
    """Return the summary as one line."""
    return (
        f"{summary.articles} articles read, {summary.new} new, {summary.claims} claims added, "
        f"{len(summary.failed)} failed"
    )  # fmt: skip


def _warn(words: str) -> None:
    typer.echo(f"elchi: {visible(words)}", err=True)
