"""`elchi timeline`: what was claimed about an entity, oldest first."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import query
from elchi.cli.dossier import day_of, print_clock, print_occurrence, print_standing
from elchi.cli.options import KnownOption, OnOption
from elchi.cli.page import Page
from elchi.cli.question import Told, question
from elchi.pipeline import known_names
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@question(app, "timeline")
def timeline(
    record: Record,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A state, organisation or person: an id, or a name in any script.")
    ],
    *,
    on: OnOption = None,
    known: KnownOption = None,
) -> Told:
    """Print what was claimed of an entity, by date.

    \b
    Examples:
      elchi timeline Kazakhstan
      elchi timeline Kazakhstan --known 2022-03-01
      elchi timeline narendra-modi --json

    (A day in brackets) is that of publication, where no claim dates the entry.
    """  # noqa: D301 - \b keeps the lines of an example apart
    answer = query.timeline(record, name, known_names(), on=on, known=known)
    return Told(answer, lambda page: _print(page, answer), empty=not answer.entries)


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
