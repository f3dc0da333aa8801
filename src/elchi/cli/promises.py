"""`elchi promises`: what was promised, planned and agreed, and what became of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from elchi import query
from elchi.cli.asking import opened_for_questions
from elchi.cli.dossier import many, print_promise
from elchi.cli.exporting import write_text
from elchi.cli.options import (
    DEFAULT_RECORD,
    NOTHING_FOUND,
    DebugOption,
    FailEmptyOption,
    JsonOption,
    PairOption,
    ProgressOption,
    QuietOption,
    RecordOption,
    checked_day,
)
from elchi.cli.page import Page
from elchi.export import promises_ics
from elchi.export.json_text import json_page
from elchi.pipeline import known_names

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Form(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    ICS = "ics"


FormOption = Annotated[Form, typer.Option("--format", help="text, or ics: a calendar of what is shown.")]


@app.command("promises")
def promises(
    *,
    due: Annotated[bool, typer.Option("--due", help="Only those whose day has passed in silence.")] = False,
    pair: PairOption = None,
    today: Annotated[str | None, typer.Option("--today", help="The day that overdue counts from.")] = None,
    record: RecordOption = DEFAULT_RECORD,
    form: FormOption = Form.TEXT,
    as_json: JsonOption = False,
    fail_empty: FailEmptyOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print what was promised, and what became of it.

    \b
    Examples:
      elchi promises --due
      elchi promises --pair India Kazakhstan
      elchi promises --due --today 2024-08-01 --json
      elchi promises --format ics > follow-ups.ics

    Follow-ups that are due come first: a day has passed, and no article of the record says that it was kept. Then
    what is due later, what has no day, and what was held, delivered or called off.
    """  # noqa: D301 - \b keeps the lines of an example apart
    if as_json and form is not Form.TEXT:
        raise typer.BadParameter("one of --json and --format", param_hint="--json")
    day = checked_day(today, "--today")
    with opened_for_questions(record) as opened:
        answer = query.promises(
            opened, known_names(), due=due, pair=pair, today=date.fromisoformat(day) if day else None
        )
    if as_json:
        typer.echo(json_page(answer.to_json()))
    elif form is Form.ICS:
        write_text(promises_ics.lines(answer), None)
    else:
        _print(Page(), answer)
    if fail_empty and not answer.promises:
        raise typer.Exit(NOTHING_FOUND)


def _print(page: Page, answer: query.PromisesAnswer) -> None:
    page.title("Follow-ups due" if answer.promises and answer.promises == answer.due else "Promises")
    page.line(f"as of {answer.today}: {many(len(answer.promises), 'promise')}, {len(answer.due)} overdue", "dim")
    page.blank()
    for promise in answer.promises:
        silent = promise.silent_days(answer.today)
        told = f", nothing told for {many(silent, 'day')}" if silent else ""
        print_promise(page, promise, f"overdue{told}" if promise.overdue(answer.today) else "")
