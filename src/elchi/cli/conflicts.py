"""`elchi conflicts`: where sources differ."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import query
from elchi.cli.dossier import many, print_conflict
from elchi.cli.options import PairOption
from elchi.cli.page import Page
from elchi.cli.question import Told, question
from elchi.model.record import ConflictState
from elchi.pipeline import known_names
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@question(app, "conflicts")
def conflicts(
    record: Record,
    *,
    state: Annotated[ConflictState | None, typer.Option("--state", help="Only those in this state.")] = None,
    pair: PairOption = None,
) -> Told:
    """Print where sources differ, with both sentences.

    \b
    Examples:
      elchi conflicts
      elchi conflicts --state open --pair India Kazakhstan
      elchi conflicts --json | jq '.conflicts[].about'

    open: nobody has said why both were written. explained: the record itself says why. settled: somebody judged it.
    """  # noqa: D301 - \b keeps the lines of an example apart
    answer = query.conflicts(record, known_names(), state.value if state else None, pair=pair)
    return Told(answer, lambda page: _print(page, answer), empty=not answer.conflicts)


def _print(page: Page, answer: query.ConflictsAnswer) -> None:
    page.title("Where sources differ")
    wanted = f"{answer.state} " if answer.state else ""
    page.line(many(len(answer.conflicts), f"{wanted}conflict"), "dim")
    page.blank()
    for conflict in answer.conflicts:
        print_conflict(page, conflict)
