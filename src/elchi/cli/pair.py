"""`elchi pair`: the dossier of a dyad."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import query
from elchi.cli.asking import opened_for_questions
from elchi.cli.dossier import print_dossier
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
Party = Annotated[str, typer.Argument(metavar="NAME", help="A state or organisation: an id, or a name in any script.")]


@app.command("pair")
def pair(
    a: Party,
    b: Party,
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
    """Print the dossier of two states or organisations.

    \b
    Examples:
      elchi pair India Kazakhstan
      elchi pair भारत कज़ाख़स्तान --record news.db
      elchi pair IND SCO --on 2010-01-01
      elchi pair IND KAZ --known 2022-03-01
      elchi pair IND SCO --json | jq '.standings[].type'

    First what holds, then what happened, newest first, each with the sentences that say so; what happened within a
    visit stands under it. Then what was promised, quotes, and where sources differ.
    [planned], [intended] and [denied] mark what has not happened.
    [weak] marks a reading of confidence below 0.6, [parties inferred] one whose sentence names neither party.
    """  # noqa: D301 - \b keeps the lines of an example apart
    day, known = checked_day(on, "--on"), checked_day(known, "--known")
    with opened_for_questions(record) as opened:
        answer = query.pair(opened, a, b, known_names(), on=day, known=known)
    if as_json:
        typer.echo(json_page(answer.to_json()))
    else:
        print_dossier(Page(), answer)
    if fail_empty and not answer.documents:
        raise typer.Exit(NOTHING_FOUND)
