"""`elchi export`: all claims of a record."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from elchi.cli.options import DEFAULT_RECORD, DebugOption, ProgressOption, QuietOption, RecordOption
from elchi.export.json_text import claim_lines, json_line
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Layout(StrEnum):
    """The formats."""

    JSONL = "jsonl"
    BUNDLE = "bundle"


@app.command("export")
def export(
    *,
    layout: Annotated[
        Layout, typer.Option("--format", help="jsonl: one claim a line; bundle: the whole record.")
    ] = Layout.JSONL,
    record: RecordOption = DEFAULT_RECORD,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print all claims of a record, ordered by id.

    \b
    Examples:
      elchi export > claims.jsonl
      elchi export --format bundle > news.bundle.jsonl
      elchi export --record news.db | jq -c 'select(.type == "CONSULT")'

    Superseded claims are left out. A bundle is everything that "elchi db load" needs to make an equal record: articles,
    claims with their readings and clocks, reports and judgements.
    """  # noqa: D301 - \b keeps the lines of an example apart
    with Record.open(record) as opened:
        if layout is Layout.BUNDLE:
            for row in opened.bundle():
                typer.echo(json_line(row))
            return
        for line in claim_lines(stored.claim for stored in opened.claims()):
            typer.echo(line)
