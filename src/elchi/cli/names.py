"""`elchi names`: persons whom the catalogue does not know, who was taken for one, and which pairs are in doubt."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import query
from elchi.cli.page import Page
from elchi.cli.question import Told, question
from elchi.model.persons import PersonJoin
from elchi.packs import load_catalogue
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_SPELLINGS = 4


@question(app, "names")
def names(
    record: Record,
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many of each list to show.")] = 30,
) -> Told:
    """List persons outside the catalogue, and pairs to judge.

    \b
    Examples:
      elchi names --record news.db
      elchi names --limit 100
      elchi names --json | jq '.doubtful[] | [.first, .second, .score]'

    Persons of different articles are taken for one where name, and state or office, agree; the reasons are listed.
    Pairs in doubt are yours to judge: elchi merge A B, or elchi split A B. What you decide survives every reading.
    """  # noqa: D301 - \b keeps the lines of an example apart
    answer = query.names(record, load_catalogue().entities.keys())
    return Told(answer, lambda page: _print(page, answer, limit), empty=not answer.persons)


def _print(page: Page, answer: query.NamesAnswer, limit: int) -> None:
    if not answer.persons:
        page.line("Every person of this record is in the catalogue.")
        return
    page.heading("Persons outside the catalogue", len(answer.persons))
    columns = ["id", "name", "written as", "of", "as", "claims", "first", "last"]
    page.table(columns, [_person(person) for person in answer.persons[:limit]])
    _rest(page, len(answer.persons) - limit)
    for words, joins in (("Taken for one", answer.joined), ("In doubt", answer.doubtful)):
        if joins:
            page.heading(words, len(joins))
            page.table(["first", "second", "score", "why"], [_join(join) for join in joins[:limit]])
            _rest(page, len(joins) - limit)
    if answer.doubtful:
        first = answer.doubtful[0]
        page.line(f"one person? elchi merge {first.first} {first.second}  two? elchi split …", "dim")


def _rest(page: Page, count: int) -> None:
    if count > 0:
        page.line(f"and {count} more: --limit shows them", "dim")


def _person(person: query.PersonSeen) -> list[str]:
    seen = person.observed
    written = ", ".join(text for text, _ in seen.spellings[:_SPELLINGS])
    offices = ", ".join(office.replace("_", " ") for office in sorted(seen.offices))
    days = [seen.first or "", seen.last or ""]
    return [seen.entity, seen.label, written, ", ".join(sorted(seen.states)), offices, str(seen.claims), *days]


def _join(join: PersonJoin) -> list[str]:
    return [join.first, join.second, f"{join.score:.2f}", "; ".join(e.reason for e in join.evidence)]
