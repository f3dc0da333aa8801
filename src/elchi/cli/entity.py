"""`elchi entity`: names, members, offices and the chair of an entity."""

from __future__ import annotations

from datetime import date
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
from elchi.export.wording import span_in_words
from elchi.packs import load_catalogue
from elchi.query.entity import script_of
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_SECTIONS = {"member_of": "Members", "observer_of": "Observers", "dialogue_partner_of": "Dialogue partners"}


@app.command("entity")
def entity(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An id, or a name in any script.")],
    *,
    on: Annotated[str | None, typer.Option("--on", help="The day that is asked about (2017-07-01).")] = None,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    fail_empty: FailEmptyOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print an entity: names, members, offices, chair.

    \b
    Examples:
      elchi entity SCO --on 2017-07-01
      elchi entity "नरेंद्र मोदी"
      elchi entity Kazakhstan --json

    A member marked with ? is said to be one by an article that does not say since when.
    """  # noqa: D301 - \b keeps the lines of an example apart
    day = _checked_day(on)
    with Record.open(record) as opened:
        answer = query.entity(opened, name, load_catalogue(), day)
    if as_json:
        typer.echo(json_page(answer.to_json()))
    else:
        _print(Page(), answer)
    if fail_empty and not (answer.names or answer.memberships or answer.pairs):
        raise typer.Exit(NOTHING_FOUND)


def _checked_day(on: str | None) -> str | None:
    try:
        return date.fromisoformat(on).isoformat() if on else None
    except ValueError as bad:
        raise typer.BadParameter(f"{on!r} is no day; write it as 2017-07-01", param_hint="--on") from bad


def _print(page: Page, answer: query.EntityAnswer) -> None:
    page.title(f"{answer.entity.label} ({answer.entity.id}, {answer.entity.kind.value})")
    if answer.on:
        page.line(f"on {answer.on}", "dim")
    for kind, heading in _SECTIONS.items():
        found = answer.standing(kind)
        if found:
            page.heading(heading, len(found))
            page.table(["id", "name", "since", "until", "articles"], [_member(m) for m in found])
    if answer.chair:
        page.heading("Chair")
        page.line(f"{answer.chair.label} ({answer.chair.entity})", indent=2)
    if answer.offices:
        page.heading("Offices", len(answer.offices))
        columns = ["person", "office", "of", "from", "to", "known from"]
        page.table(
            columns, [[o.person, o.office, o.body, o.begin or "", o.end or "", o.origin] for o in answer.offices]
        )
    if answer.names:
        page.heading("Written as", len(answer.names))
        columns = ["name", "script", "language", "times", "first", "last"]
        rows = [
            [n.text, script_of(n.text), n.language, str(n.count), n.first or "", n.last or ""] for n in answer.names
        ]
        page.table(columns, rows)
    if answer.pairs:
        page.heading("Named together with", len(answer.pairs))
        page.table(["dyad", "claims"], [[key, str(count)] for key, count in answer.pairs])


def _member(member: query.Membership) -> list[str]:
    since = span_in_words(member.begin) if member.certain else "?"
    return [member.entity, member.label, since, member.end or "", str(len(member.backing.documents))]
