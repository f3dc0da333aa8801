"""`elchi positions`: who supports, opposes, asks for or promises a thing."""

from __future__ import annotations

from itertools import groupby
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
from elchi.packs import load_catalogue
from elchi.pipeline import known_names
from elchi.query.positions import PositionsAnswer
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_SHOWN = 2
_HEADINGS = {
    "supports": "For it", "opposes": "Against it", "asks": "Asking", "promises": "Promising", "denies": "Denied",
}  # fmt: skip


@app.command("positions")
def positions(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="An organisation, treaty, initiative or state; else any words.")
    ],
    *,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    fail_empty: FailEmptyOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print who supports, opposes or promises a thing.

    \b
    Examples:
      elchi positions SCO
      elchi positions "सिंधु जल संधि"
      elchi positions "free trade agreement" --json | jq '.positions[].holder'

    A thing that no table knows is found by its words in the sentences. Each position gives its sentences.
    """  # noqa: D301 - \b keeps the lines of an example apart
    with Record.open(record) as opened:
        answer = query.positions(opened, name, load_catalogue(), known_names())
    if as_json:
        typer.echo(json_page(answer.to_json()))
    else:
        _print(Page(), answer)
    if fail_empty and not answer.stances:
        raise typer.Exit(NOTHING_FOUND)


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
