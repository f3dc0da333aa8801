"""`elchi positions`: who supports, opposes, asks for or promises a thing."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

import typer

from elchi import query
from elchi.cli.page import Page
from elchi.cli.question import Told, question
from elchi.packs import load_catalogue
from elchi.pipeline import known_names
from elchi.query.positions import PositionsAnswer
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_SHOWN = 2
_HEADINGS = {
    "supports": "For it", "opposes": "Against it", "asks": "Asking", "promises": "Promising", "denies": "Denied",
}  # fmt: skip


@question(app, "positions")
def positions(
    record: Record,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="An organisation, treaty, initiative or state; else any words.")
    ],
) -> Told:
    """Print who supports, opposes or promises a thing.

    \b
    Examples:
      elchi positions SCO
      elchi positions "सिंधु जल संधि"
      elchi positions "free trade agreement" --json | jq '.positions[].holder'

    A thing that no table knows is found by its words in the sentences. Each position gives its sentences.
    """  # noqa: D301 - \b keeps the lines of an example apart
    answer = query.positions(record, name, load_catalogue(), known_names())
    return Told(answer, lambda page: _print(page, answer), empty=not answer.stances)


def _print(page: Page, answer: PositionsAnswer) -> None:
    page.title(answer.entity.label if answer.entity else answer.name)
    if answer.entity is None:
        page.line("nothing bears this name; positions in sentences that have its words", "dim")
    if not answer.stances:
        page.line("The record knows of no position on it.")
    for stance, rows in groupby(answer.stances, key=lambda s: s.stance):
        page.heading(_HEADINGS[stance])
        for held in rows:
            page.line(f"{held.label} ({held.support})", "bold", 2)
            for one in held.told[:_SHOWN]:
                act = " ".join(filter(None, (one.type, one.mode)))
                page.line(f"{one.day or 'no date'}  {act}, {one.status}", "green", 4)
                if one.sentence is not None:
                    page.sentence(one.sentence, 6)
            if len(held.told) > _SHOWN:
                page.line(f"… and {len(held.told) - _SHOWN} more", "dim", 4)
