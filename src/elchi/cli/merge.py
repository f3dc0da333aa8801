"""`elchi merge`: two names are one person, says a person."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi.cli.judging import AuthorOption, ReasonOption, judge, person, refused
from elchi.cli.options import DEFAULT_RECORD, DebugOption, JsonOption, ProgressOption, QuietOption, RecordOption
from elchi.errors import JudgementError
from elchi.packs import load_catalogue
from elchi.record import SAME_ENTITY

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("merge")
def merge(
    a: Annotated[str, typer.Argument(metavar="A", help="A person: an id of elchi names, or a name.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other one; may be a person of the catalogue.")],
    *,
    reason: ReasonOption = "",
    author: AuthorOption = None,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Judge that two names are one person.

    \b
    Examples:
      elchi merge ramakant-shrivastav ramakant-shribastab
      elchi merge lavrof sergey-lavrov --reason "same visit, same day"

    Claims stay as they were read; answers show one person. elchi split takes it back, the later judgement holds.
    """  # noqa: D301 - \b keeps the lines of an example apart
    second = person(record, b)
    if (a, second.id) in refused(record):
        judge(record, SAME_ENTITY, a, second.id, (reason, author)).told(as_json, f"{a} is {second.label} again")
        return
    first = person(record, a)
    entities = load_catalogue().entities
    if first.id == second.id:
        raise JudgementError(f"{a!r} and {b!r} are already one: {first.label} ({first.id})")
    if first.id in entities and second.id in entities:
        raise JudgementError(f"{first.label} and {second.label} are both in the catalogue, which keeps them apart")
    made = judge(record, SAME_ENTITY, min(first.id, second.id), max(first.id, second.id), (reason, author))
    made.told(as_json, f"{first.label} and {second.label} are one person")
