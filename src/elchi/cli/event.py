"""`elchi event`: one event of the world, with every article that tells it."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import query
from elchi.cli.asking import opened_for_questions
from elchi.cli.dossier import day_of, many, print_each_conflict, print_each_promise, print_occurrence
from elchi.cli.options import (
    DEFAULT_RECORD,
    DebugOption,
    JsonOption,
    ProgressOption,
    QuietOption,
    RecordOption,
)
from elchi.cli.page import Page
from elchi.export.json_text import json_page
from elchi.export.wording import in_words
from elchi.pipeline import known_names
from elchi.query.backing import Sentence
from elchi.query.event import EventAnswer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("event")
def event(
    name: Annotated[
        str, typer.Argument(metavar="ID", help="An event's id, or the beginning of the id of a claim that tells it.")
    ],
    *,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print one event with all that is told of it.

    \b
    Examples:
      elchi event 7b733b1993d22bed
      elchi event e50eafa8 --json | jq '.event.reports'

    Ids stand in the --json of pair, entity, timeline and meetings. The id of an event changes when further claims join
    it; that of a claim never does.
    """  # noqa: D301 - \b keeps the lines of an example apart
    with opened_for_questions(record) as opened:
        answer = query.event(opened, name, known_names())
    if as_json:
        typer.echo(json_page(answer.to_json()))
    else:
        _print(Page(), answer)


def _print(page: Page, answer: EventAnswer) -> None:
    told = answer.event
    page.title(in_words(told))
    support = f"{many(told.backing.support, 'report')} in {many(told.backing.articles, 'article')}"
    surest = f"surest reading {told.backing.confidence:.2f}" if told.backing.confidence is not None else ""
    head = (day_of(told), told.status, support, surest, f"event {told.id}")
    page.line("; ".join(filter(None, head)), "dim")
    if told.reasons:
        page.line(f"taken for one: {', '.join(told.reasons)}", "dim")
    for number, report in enumerate(answer.reports, start=1):
        page.heading(f"Report {number}" if len(answer.reports) > 1 else "The report")
        if len(report) > 1:
            page.line(f"carried by {', '.join(report)}", "dim")
        for sentence in _sentences(answer, report):
            page.sentence(sentence)
    for heading, found in (("Part of", [answer.whole] if answer.whole else []), ("Within it", answer.parts)):
        if found:
            page.heading(heading)
        for one in found:
            print_occurrence(page, one)
    if answer.promises:
        page.heading("What was promised, and what became of it", len(answer.promises))
        print_each_promise(page, answer.promises)
    if answer.conflicts:
        page.heading("Where sources differ", len(answer.conflicts))
        print_each_conflict(page, answer.conflicts)


def _sentences(answer: EventAnswer, report: tuple[str, ...]) -> list[Sentence]:
    return [sentence for sentence in answer.event.backing.evidence if sentence.document in report]
