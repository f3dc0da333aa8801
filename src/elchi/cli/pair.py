"""`elchi pair`: the dossier of a dyad."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import query
from elchi.cli.dossier import print_dossier
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
from elchi.pipeline import known_names
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
Party = Annotated[str, typer.Argument(metavar="NAME", help="A state or organisation: an id, or a name in any script.")]


@app.command("pair")
def pair(
    a: Party,
    b: Party,
    *,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    fail_empty: FailEmptyOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print the dossier of two states or organisations.

    \b
    Examples:
      elchi pair India Kazakhstan
      elchi pair भारत कज़ाख़स्तान --record news.db
      elchi pair IND SCO --json | jq '.standings[].type'

    First what holds now, then what happened, newest first, each with the sentences that say so; then quotes, and
    where sources differ. [planned], [intended] and [denied] mark what has not happened.
    [weak] marks a reading of confidence below 0.6, [parties inferred] one whose sentence names neither party.
    """  # noqa: D301 - \b keeps the lines of an example apart
    with Record.open(record) as opened:
        answer = query.pair(opened, a, b, known_names())
    if as_json:
        typer.echo(json_page(answer.to_json()))
    else:
        print_dossier(Page(), answer)
    if fail_empty and not answer.documents:
        raise typer.Exit(NOTHING_FOUND)
