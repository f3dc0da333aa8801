"""`elchi entity`: names, members, offices and the chair of an entity."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from elchi import query
from elchi.cli.dossier import many
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
from elchi.export.wording import pair_in_words, span_in_words, standing_in_words
from elchi.pipeline import known_names
from elchi.query.entity import script_name
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_SECTIONS = {"member_of": "Members", "observer_of": "Observers", "dialogue_partner_of": "Dialogue partners"}
_AS = {"member_of": "member", "observer_of": "observer", "dialogue_partner_of": "dialogue partner"}


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

    Members are those that articles name, not a full list; whose start nobody says stands apart.
    """  # noqa: D301 - \b keeps the lines of an example apart
    day = _checked_day(on)
    with Record.open(record) as opened:
        answer = query.entity(opened, name, known_names(), day)
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
    for standing in answer.founded:
        told = f"as told on {standing.told} by " if standing.told else "as told by "
        page.line(f"{standing_in_words(standing)} ({told}{many(len(standing.backing.documents), 'article')})")
    _print_memberships(page, answer)
    if answer.chair:
        page.heading("Chair")
        page.line(f"{answer.chair.label} ({answer.chair.entity}), {_since(answer.chair)}", indent=2)
    if answer.offices:
        page.heading("Offices", len(answer.offices))
        page.table(["person", "office", "of", "from", "to", "known from"], [_office(held) for held in answer.offices])
    if answer.names:
        page.heading("Written as", len(answer.names))
        columns = ["name", "script", "language", "times", "first", "last"]
        rows = [
            [n.text, script_name(n.text), n.language, str(n.count), n.first or "", n.last or ""] for n in answer.names
        ]
        page.table(columns, rows)
    if answer.pairs:
        page.heading("Named together", len(answer.pairs))
        page.table(["dyad", "claims"], [[pair_in_words(dyad.labels), str(dyad.claims)] for dyad in answer.pairs])
    if not (answer.names or answer.memberships or answer.pairs):
        page.line("No article of this record names it; read some that do: elchi ingest PATH")


def _print_memberships(page: Page, answer: query.EntityAnswer) -> None:
    """Print members, observers and partners; whose start nobody says, and whose standing is over, stand apart."""
    for kind, heading in _SECTIONS.items():
        found = answer.standing(kind)
        dated = [member for member in found if member.start == "known"]
        if dated:
            page.heading(heading, len(dated))
            page.table(["id", "name", "since", "until", "articles"], [_member(member) for member in dated])
        told_later = [member for member in answer.told_later if member.standing == kind]
        undated = [*(member for member in found if member not in dated), *told_later]
        if undated:
            page.heading(f"{heading}, start unknown", len(undated))
            columns = ["id", "name", "since", "articles"]
            page.table(columns, [[m.entity, m.label, _since(m), str(len(m.backing.documents))] for m in undated])
    if answer.former:
        page.heading("Earlier standings", len(answer.former))
        columns = ["id", "name", "as", "since", "until", "articles"]
        rows = [_member(member) for member in answer.former]
        page.table(columns, [[*row[:2], _AS[m.standing], *row[2:]] for m, row in zip(answer.former, rows, strict=True)])
    documents = {document for member in answer.memberships for document in member.backing.documents}
    if documents:
        page.line(f"as told by {many(len(documents), 'article')}; not a full list", "dim")


def _member(member: query.Membership) -> list[str]:
    since = span_in_words(member.begin) + ("" if member.certain else " ?")
    return [member.entity, member.label, since, member.end or "", str(len(member.backing.documents))]


def _since(member: query.Membership) -> str:
    if member.start == "known":
        return f"since {span_in_words(member.begin)}"
    first = member.backing.published
    return f"start unknown, first told {first}" if first else "start unknown"


def _office(held: query.OfficeHeld) -> list[str]:
    articles = len(held.backing.documents)
    known = ["catalogue"] if held.origin != "record" else []
    known += [many(articles, "article")] if articles else []
    end = held.end or ("former" if held.former else "")
    return [held.label, held.office.replace("_", " "), held.body, held.begin or "", end, ", ".join(known)]
