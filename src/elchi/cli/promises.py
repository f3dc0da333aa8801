"""`elchi promises`: what was promised, planned and agreed, and what became of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from elchi import query
from elchi.cli.dossier import many, print_promise
from elchi.cli.exporting import write_text
from elchi.cli.options import PairOption, day_option
from elchi.cli.page import Page
from elchi.cli.question import Told, question
from elchi.export import promises_ics
from elchi.pipeline import known_names
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Form(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    ICS = "ics"


FormOption = Annotated[Form, typer.Option("--format", help="text, or ics: a calendar of what is shown.")]


@question(app, "promises")
def promises(
    record: Record,
    *,
    due: Annotated[bool, typer.Option("--due", help="Only those whose day has passed in silence.")] = False,
    pair: PairOption = None,
    today: Annotated[str | None, day_option("--today", "The day that overdue counts from.")] = None,
    form: FormOption = Form.TEXT,
) -> Told:
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
    answer = query.promises(
        record, known_names(), due=due, pair=pair, today=date.fromisoformat(today) if today else None
    )
    return Told(answer, lambda page: _show(page, answer, form), empty=not answer.promises)


def _show(page: Page, answer: query.PromisesAnswer, form: Form) -> None:
    if form is Form.ICS:
        write_text(promises_ics.lines(answer), None)
    else:
        _print(page, answer)


def _print(page: Page, answer: query.PromisesAnswer) -> None:
    page.title("Follow-ups due" if answer.promises and answer.promises == answer.due else "Promises")
    page.line(f"as of {answer.today}: {many(len(answer.promises), 'promise')}, {len(answer.due)} overdue", "dim")
    page.blank()
    for promise in answer.promises:
        silent = promise.silent_days(answer.today)
        told = f", nothing told for {many(silent, 'day')}" if silent else ""
        print_promise(page, promise, f"overdue{told}" if promise.overdue(answer.today) else "")
