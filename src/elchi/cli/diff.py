"""`elchi diff`: what became known between two days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Any

import typer

from elchi import query
from elchi.cli.dossier import (
    page_section,
    print_each_conflict,
    print_each_promise,
    print_each_standing,
    print_occurrence,
    print_occurrences,
)
from elchi.cli.options import PairOption, day_option
from elchi.cli.page import Page
from elchi.cli.question import Told, question
from elchi.export.wording import standing_in_words
from elchi.pipeline import known_names
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@question(app, "diff")
def diff(
    record: Record,
    *,
    known: Annotated[str, day_option("--known", "The last day of what was known before.")],
    to: Annotated[str, day_option("--to", "The last day of what is known now.")],
    pair: PairOption = None,
) -> Told:
    """Print what became known between two days.

    \b
    Examples:
      elchi diff --known 2024-05-01 --to 2024-05-08
      elchi diff --known 2024-05-01 --to 2024-05-08 --pair India Kazakhstan
      elchi diff --known 2024-05-01 --to 2024-05-08 --json | jq '.occurrences[].type'

    A day is that of publication, in the outlet's own time zone; what was published on no known day was known when
    this record read it.
    """  # noqa: D301 - \b keeps the lines of an example apart
    if to < known:
        raise typer.BadParameter(f"{to} is before {known}", param_hint="--to")
    answer = query.learned(record, known_names(), known, to, pair=pair)
    return Told(answer, lambda page: _print(page, answer), empty=answer.empty)


def _print(page: Page, answer: query.LearnedAnswer) -> None:
    page.title(f"What became known after {answer.since} and by {answer.until}")
    if answer.empty:
        page.line("Nothing: no article of this record was published then that says something new")
        return
    told: tuple[tuple[str, tuple[Any, ...], Callable[[Page, Any], None]], ...] = (
        ("New: what happened", answer.occurrences, print_occurrences),
        ("New: what holds or held", answer.begun, _print_standings),
        ("Now known to be over", answer.ended, _print_standings),
        ("Told otherwise now", answer.changed, _print_changes),
        ("New: what was promised", answer.promised, print_each_promise),
        ("Promises that came further", answer.advanced, print_each_promise),
        ("Promises kept or called off", answer.kept, print_each_promise),
        ("New: where sources differ", answer.conflicts, print_each_conflict),
        ("Conflicts explained or gone", answer.settled, print_each_conflict),
        ("No longer said", answer.withdrawn, _print_withdrawn),
    )
    for heading, found, show in told:
        page_section(page, heading, found, found, show)


def _print_standings(page: Page, found: Iterable[query.Standing]) -> None:
    print_each_standing(page, found)


def _print_changes(page: Page, found: Iterable[tuple[query.Standing, query.Standing]]) -> None:
    for before, after in found:
        page.line(f"before: {standing_in_words(before)}", "dim", 2)
        print_each_standing(page, [after])


def _print_withdrawn(page: Page, found: Iterable[query.Occurrence | query.Standing]) -> None:
    for thing in found:
        if isinstance(thing, query.Occurrence):
            print_occurrence(page, thing)
        else:
            print_each_standing(page, [thing])
