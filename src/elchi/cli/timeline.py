"""`elchi timeline`: what was claimed about an entity, oldest first."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import query
from elchi.cli.asking import opened_for_questions
from elchi.cli.dossier import day_of, print_clock, print_occurrence, print_standing
from elchi.cli.options import (
    DEFAULT_RECORD,
    NOTHING_FOUND,
    DebugOption,
    FailEmptyOption,
    JsonOption,
    KnownOption,
    OnOption,
    ProgressOption,
    QuietOption,
    RecordOption,
    checked_day,
)
from elchi.cli.page import Page
from elchi.export.json_text import json_page
from elchi.pipeline import known_names

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("timeline")
def timeline(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A state, organisation or person: an id, or a name in any script.")
    ],
    *,
    on: OnOption = None,
    known: KnownOption = None,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    fail_empty: FailEmptyOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print what was claimed of an entity, by date.

    \b
    Examples:
      elchi timeline Kazakhstan
      elchi timeline Kazakhstan --known 2022-03-01
      elchi timeline narendra-modi --json

    (A day in brackets) is that of publication, where no claim dates the entry.
    """  # noqa: D301 - \b keeps the lines of an example apart
    day, known = checked_day(on, "--on"), checked_day(known, "--known")
    with opened_for_questions(record) as opened:
        answer = query.timeline(opened, name, known_names(), on=day, known=known)
    if as_json:
        typer.echo(json_page(answer.to_json()))
    else:
        _print(Page(), answer)
    if fail_empty and not answer.entries:
        raise typer.Exit(NOTHING_FOUND)


def _print(page: Page, answer: query.TimelineAnswer) -> None:
    page.title(answer.entity.label)
    print_clock(page, answer)
    for _, entry in answer.entries:
        if isinstance(entry, query.Occurrence):
            print_occurrence(page, entry)
        else:
            print_standing(page, entry, day_of(entry), titled=False)
    if not answer.entries:
        page.line("Nothing is recorded of it; read articles that name it: elchi ingest PATH")
        return
    page.line(query.SUPPORT_NOTE, "dim")
