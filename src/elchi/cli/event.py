"""`elchi event`: one event of the world, with every article that tells it."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import query
from elchi.cli.dossier import day_of, many, print_each_conflict, print_each_promise, print_occurrence
from elchi.cli.page import Page
from elchi.cli.question import Told, question
from elchi.export.wording import in_words
from elchi.pipeline import known_names
from elchi.query.backing import Sentence
from elchi.query.event import EventAnswer
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@question(app, "event")
def event(
    record: Record,
    name: Annotated[
        str, typer.Argument(metavar="ID", help="An event's id, or the beginning of the id of a claim that tells it.")
    ],
) -> Told:
    """Print one event with all that is told of it.

    \b
    Examples:
      elchi event 7b733b1993d22bed
      elchi event e50eafa8 --json | jq '.event.reports'

    Ids stand in the --json of pair, entity, timeline and meetings. The id of an event changes when further claims join
    it; that of a claim never does.
    """  # noqa: D301 - \b keeps the lines of an example apart
    answer = query.event(record, name, known_names())
    return Told(answer, lambda page: _print(page, answer), empty=False)


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
