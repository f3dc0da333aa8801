"""`elchi conflicts`: where sources differ."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import query
from elchi.cli.asking import opened_for_questions
from elchi.cli.dossier import many, print_conflict
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
)
from elchi.cli.page import Page
from elchi.export.json_text import json_page
from elchi.model.record import ConflictState
from elchi.pipeline import known_names

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("conflicts")
def conflicts(
    *,
    state: Annotated[ConflictState | None, typer.Option("--state", help="Only those in this state.")] = None,
    pair: PairOption = None,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    fail_empty: FailEmptyOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print where sources differ, with both sentences.

    \b
    Examples:
      elchi conflicts
      elchi conflicts --state open --pair India Kazakhstan
      elchi conflicts --json | jq '.conflicts[].about'

    open: nobody has said why both were written. explained: the record itself says why. settled: somebody judged it.
    """  # noqa: D301 - \b keeps the lines of an example apart
    with opened_for_questions(record) as opened:
        answer = query.conflicts(opened, known_names(), state.value if state else None, pair=pair)
    if as_json:
        typer.echo(json_page(answer.to_json()))
    else:
        _print(Page(), answer)
    if fail_empty and not answer.conflicts:
        raise typer.Exit(NOTHING_FOUND)


def _print(page: Page, answer: query.ConflictsAnswer) -> None:
    page.title("Where sources differ")
    wanted = f"{answer.state} " if answer.state else ""
    page.line(many(len(answer.conflicts), f"{wanted}conflict"), "dim")
    page.blank()
    for conflict in answer.conflicts:
        print_conflict(page, conflict)
