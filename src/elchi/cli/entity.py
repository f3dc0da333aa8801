"""`elchi entity`: names, members, offices and the chair of an entity."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import query
from elchi.cli.dossier import (
    many,
    page_section,
    print_clock,
    print_each_conflict,
    print_each_quote,
    print_each_standing,
    print_occurrences,
)
from elchi.cli.options import KnownOption, OnOption
from elchi.cli.page import Page
from elchi.cli.question import Told, question
from elchi.export.wording import pair_in_words, span_in_words, standing_in_words
from elchi.pipeline import known_names
from elchi.query.entity import script_name
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_SECTIONS = {"member_of": "Members", "observer_of": "Observers", "dialogue_partner_of": "Dialogue partners"}
_AS = {"member_of": "member", "observer_of": "observer", "dialogue_partner_of": "dialogue partner",
       "chairs": "chair"}  # fmt: skip


@question(app, "entity")
def entity(
    record: Record,
    name: Annotated[str, typer.Argument(metavar="NAME", help="An id, or a name in any script.")],
    *,
    on: OnOption = None,
    known: KnownOption = None,
) -> Told:
    """Print an entity: names, members, offices, chair.

    \b
    Examples:
      elchi entity SCO --on 2017-07-01
      elchi entity SCO --known 2022-03-01
      elchi entity "नरेंद्र मोदी"
      elchi entity Kazakhstan --json

    Members are those that articles name, not a full list; whose start nobody says stands apart.
    """  # noqa: D301 - \b keeps the lines of an example apart
    answer = query.entity(record, name, known_names(), on, known=known)
    return Told(
        answer, lambda page: _print(page, answer), empty=not (answer.names or answer.memberships or answer.pairs)
    )


def _print(page: Page, answer: query.EntityAnswer) -> None:
    page.title(f"{answer.entity.label} ({answer.entity.id}, {answer.entity.kind.value})")
    print_clock(page, answer)
    for standing in (*answer.founded, *answer.member_counts):
        told = f"as told on {standing.told} by " if standing.told else "as told by "
        page.line(f"{standing_in_words(standing)} ({told}{many(standing.backing.support, 'report')})")
    _print_memberships(page, answer)
    _print_chair(page, answer)
    if answer.offices:
        page.heading("Offices", len(answer.offices))
        page.table(["person", "office", "of", "from", "to", "known from"], [_office(held) for held in answer.offices])
    _print_doings(page, answer)
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
            page.table(["id", "name", "since", "until", "reports"], [_member(member) for member in dated])
        told_later = [member for member in answer.told_later if member.standing == kind]
        undated = [member for member in found if member not in dated]
        for words, some in (("", undated), ("named as such later only", told_later)):
            if some:
                page.heading(", ".join(filter(None, (heading, words, "start unknown"))), len(some))
                page.table(["id", "name", "since", "reports"], [_undated(member) for member in some])
    columns = ["id", "name", "as", "since", "until", "reports"]
    for heading, others in (("Perhaps instead", answer.ranks.perhaps), ("Earlier standings", answer.ranks.former)):
        if others:
            page.heading(heading, len(others))
            page.table(columns, [[*row[:2], _AS[m.standing], *row[2:]] for m in others for row in [_member(m)]])
    documents = {document for member in answer.memberships for document in member.backing.documents}
    if documents:
        page.line(f"as told by {many(len(documents), 'article')}; not a full list", "dim")


def _print_chair(page: Page, answer: query.EntityAnswer) -> None:
    """Print who holds the chair; several are a conflict."""
    later = [member for member in answer.told_later if member.standing == "chairs"]
    if not answer.chairs and not later:
        return
    page.heading("Chair")
    for chair in (*answer.chairs, *later):
        until = f", until {span_in_words(chair.end)}" if chair.end else ""
        doubt = "" if chair.certain else " ?"
        page.line(f"{chair.label} ({chair.entity}), {_since(chair)}{until}{doubt}", indent=2)
    if len(answer.chairs) > 1:
        page.line("one of these at most holds it: sources differ", "yellow", 2)


def _print_doings(page: Page, answer: query.EntityAnswer) -> None:
    """Print an organisation's gatherings; a person's travel, meetings, positions and words."""
    if answer.entity.kind == "person":
        shown = (("Travel", answer.travel), ("Meetings", answer.meetings), ("Positions", answer.positions))
        for heading, found in shown:
            page_section(page, heading, found, found, print_occurrences)
        page_section(page, "What was said", answer.quotes, answer.quotes, print_each_quote)
    else:
        page_section(page, "Gatherings", answer.occurrences, answer.occurrences, print_occurrences)
        hosts = [s for s in answer.summits if isinstance(s, query.Standing)]
        page_section(page, "Where it gathers", hosts, hosts, print_each_standing)
    page_section(page, "Where sources differ", answer.conflicts, answer.conflicts, print_each_conflict)


def _member(member: query.Membership) -> list[str]:
    since = span_in_words(member.begin) if member.start == "known" else "unknown"
    until = span_in_words(member.end) if member.end else ""
    return [member.entity, member.label, since + ("" if member.certain or member.over else " ?"), until,
            str(member.backing.support)]  # fmt: skip


def _undated(member: query.Membership) -> list[str]:
    return [member.entity, member.label, _since(member), str(member.backing.support)]


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
