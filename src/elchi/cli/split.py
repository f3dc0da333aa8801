"""`elchi split`: two names are two persons, or a spelling is not an entity's, says a person."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi.cli.judging import AuthorOption, ReasonOption, judge, person
from elchi.cli.options import DEFAULT_RECORD, DebugOption, JsonOption, ProgressOption, QuietOption, RecordOption
from elchi.errors import JudgementError
from elchi.record import DIFFERENT_ENTITIES, NOT_THIS_ENTITY, Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("split")
def split(
    a: Annotated[str, typer.Argument(metavar="A", help="A person: an id of elchi names, or a spelling of B's name.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The person that A is not.")],
    *,
    reason: ReasonOption = "",
    author: AuthorOption = None,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Judge that two names are two persons.

    \b
    Examples:
      elchi split ramakant-shrivastav ramakant-shribastab
      elchi split "लावरोफ" sergey-lavrov --reason "another man, see the article"

    The first form keeps two persons apart that were, or could be, taken for one. The second takes a spelling away
    from a person: where articles write it so, somebody else is meant. elchi merge takes either back.
    """  # noqa: D301 - \b keeps the lines of an example apart
    second = person(record, b)
    if a in _spellings(record, second.id):
        brought = _brought_by(record, a, second.id)
        if brought == second.id:
            made = judge(record, NOT_THIS_ENTITY, a, second.id, (reason, author))
            made.told(as_json, f"{a} is not {second.label}")
            return
        a = brought
    first = person(record, a)
    if first.id == second.id:
        raise JudgementError(f"{a!r} and {b!r} are the same id, {first.id}; give a spelling of it, or another id")
    made = judge(record, DIFFERENT_ENTITIES, min(first.id, second.id), max(first.id, second.id), (reason, author))
    made.told(as_json, f"{first.label} and {second.label} are two persons")


def _brought_by(path: str, spelling: str, entity: str) -> str:
    """Return the id under which articles brought a spelling of `entity`, which other ids may mean by now."""
    with Record.open(path) as record:
        means = {m.entity: m.means for m in record.joined().meanings}
        for seen in record.observed_persons(()):
            if means.get(seen.entity) == entity and spelling in {text for text, _ in seen.spellings}:
                return seen.entity
    return entity


def _spellings(path: str, entity: str) -> set[str]:
    with Record.open(path) as record:
        return {name.text for name in record.names(entity)}
