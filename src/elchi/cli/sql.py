"""`elchi sql`: a SELECT on the views of a record."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from elchi import query
from elchi.cli.options import (
    DEFAULT_RECORD,
    NOTHING_FOUND,
    DebugOption,
    FailEmptyOption,
    JsonOption,
    ProgressOption,
    QuietOption,
    RecordOption,
)
from elchi.cli.page import Page
from elchi.export.json_text import json_page
from elchi.export.row_table import csv_rows
from elchi.query.sql import MOST_ROWS, MOST_SECONDS, SqlAnswer
from elchi.record import Record
from elchi.record.sql_views import VIEWS

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Shape(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


@app.command("sql")
def sql(  # noqa: PLR0913 - one for each option
    statement: Annotated[
        str | None, typer.Argument(metavar="SELECT", help="One SELECT; - reads it from standard input.")
    ] = None,
    *,
    shape: Annotated[Shape, typer.Option("--format", help="How rows are printed.")] = Shape.TABLE,
    limit: Annotated[int, typer.Option(min=1, max=1_000_000, help="How many rows at most.")] = MOST_ROWS,
    seconds: Annotated[float, typer.Option(min=0.01, max=3600, help="How long it may take.")] = MOST_SECONDS,
    views: Annotated[bool, typer.Option("--views", help="Print the views and their columns, and exit.")] = False,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    fail_empty: FailEmptyOption = False,
    quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Ask the record in SQL, read-only.

    \b
    Examples:
      elchi sql "SELECT plover, count(*) FROM v_dyads WHERE dyad = 'IND|KAZ' GROUP BY plover"
      elchi sql "SELECT document, title FROM v_articles WHERE language = 'bn'" --format csv
      elchi sql --views

    The views are described in docs/reference/sql-views.md. Nothing can be changed: only SELECT is allowed.
    """  # noqa: D301 - \b keeps the lines of an example apart
    with Record.open(record) as opened:
        if views:
            _print_views(Page(), opened)
            return
        asked = sys.stdin.read() if statement == "-" else statement
        if not asked:
            raise typer.BadParameter("give a SELECT, or --views to see what there is to ask", param_hint="SELECT")
        answer = query.sql(opened, asked, limit=limit, seconds=seconds)
    _print(answer, Shape.JSON if as_json else shape)
    if answer.more and not quiet:
        typer.echo(f"elchi: only the first {limit} rows; --limit gives more", err=True)
    if fail_empty and not answer.cells:
        raise typer.Exit(NOTHING_FOUND)


def _print(answer: SqlAnswer, shape: Shape) -> None:
    if shape is Shape.JSON:
        typer.echo(json_page(answer.to_json()))
    elif shape is Shape.CSV:
        typer.echo("".join(csv_rows(answer.columns, answer.cells)), nl=False)
    else:
        Page().table(list(answer.columns), [["" if c is None else str(c) for c in row] for row in answer.cells])


def _print_views(page: Page, record: Record) -> None:
    rows = [[view, ", ".join(query.sql(record, f"SELECT * FROM {view} LIMIT 0").columns)] for view in VIEWS]  # noqa: S608
    page.table(["view", "columns"], rows)
