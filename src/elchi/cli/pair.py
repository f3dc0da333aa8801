"""`elchi pair`: the dossier of a dyad."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import query
from elchi.cli.dossier import print_dossier
from elchi.cli.options import KnownOption, OnOption
from elchi.cli.question import Told, question
from elchi.pipeline import known_names
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
Party = Annotated[str, typer.Argument(metavar="NAME", help="A state or organisation: an id, or a name in any script.")]


@question(app, "pair")
def pair(
    record: Record,
    a: Party,
    b: Party,
    *,
    on: OnOption = None,
    known: KnownOption = None,
) -> Told:
    """Print the dossier of two states or organisations.

    \b
    Examples:
      elchi pair India Kazakhstan
      elchi pair भारत कज़ाख़स्तान --record news.db
      elchi pair IND SCO --on 2010-01-01
      elchi pair IND KAZ --known 2022-03-01
      elchi pair IND SCO --json | jq '.standings[].type'

    First what holds, then what happened, newest first, each with the sentences that say so; what happened within a
    visit stands under it. Then what was promised, quotes, the organisations that both sit in, and where sources differ.
    [planned], [intended] and [denied] mark what has not happened.
    [weak] marks a reading of confidence below 0.6, [parties inferred] one whose sentence names neither party.
    """  # noqa: D301 - \b keeps the lines of an example apart
    answer = query.pair(record, a, b, known_names(), on=on, known=known)
    return Told(answer, lambda page: print_dossier(page, answer), empty=not answer.documents)
