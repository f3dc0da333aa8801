"""`elchi demo`: the sample corpus, read before your eyes."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Any

import typer

from elchi import query
from elchi.cli.dossier import many, print_conflict, print_dossier
from elchi.cli.ingesting import Summary, ingest
from elchi.cli.options import SOME_FAILED, DebugOption, JsonOption, ProgressOption, QuietOption
from elchi.cli.page import Page
from elchi.cli.progress import watched
from elchi.errors import ReadError
from elchi.export.json_text import json_page
from elchi.packs import load_catalogue
from elchi.read import read_articles
from elchi.record import Counts, Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_MOST_EVENTS, _MOST_OTHERS = 7, 4
_COMMONEST = "holds_office"
"""Said by the way in every other sentence: it stands last, that the table begins with what happened."""
_MOST_ENTRIES = 5


@app.command("demo")
def demo(
    *,
    record: Annotated[
        Path | None, typer.Option("--record", help="Keep the record here; else it is thrown away.")
    ] = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Read the sample corpus and show what it says.

    \b
    Examples:
      elchi demo
      elchi demo --record demo.db

    Nothing is fetched: the sample articles are part of the package.
    """  # noqa: D301 - \b keeps the lines of an example apart
    with ExitStack() as stack:
        place = record or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="elchi-demo-"))) / "demo.db"
        corpus = _corpus(stack)
        opened = stack.enter_context(Record.open(place, create=True))
        told = stack.enter_context(watched(wanted=not (quiet or no_progress), total=_lines(corpus)))
        summary = ingest(opened, read_articles([corpus]), told)
        counts, busiest = opened.counts(), opened.busiest_pair()
        answer = _dossier(opened, busiest) if busiest else None
        differing = answer.conflicts if answer else ()
        differing = differing or query.conflicts(opened, load_catalogue(), limit=1).conflicts
    if as_json:
        typer.echo(json_page(_as_json(summary, counts, answer, differing[:1])))
    else:
        _print(Page(), _Shown(summary, counts, answer, differing[:1]), record)
    if summary.failed:
        raise typer.Exit(SOME_FAILED)


def _dossier(record: Record, key: str) -> query.PairAnswer:
    first, second = key.split("|")
    return query.pair(record, first, second, load_catalogue())


def _corpus(stack: ExitStack) -> Path:
    packaged = files("elchi") / "data" / "demo" / "articles.jsonl"
    if not packaged.is_file():
        raise ReadError("articles.jsonl", "the sample corpus is missing from this installation; reinstall elchi")
    return stack.enter_context(as_file(packaged))


def _lines(corpus: Path) -> int:
    with corpus.open("rb") as stream:
        return sum(1 for line in stream if line.strip())


def _as_json(
    summary: Summary, counts: Counts, answer: query.PairAnswer | None, differing: Sequence[query.Conflict]
) -> dict[str, Any]:
    return {
        "schema_version": query.SCHEMA_VERSION, "ingest": summary.to_json(), "articles": counts.articles,
        "claims": counts.claims, "entities": counts.entities, "pair": answer.to_json() if answer else None,
        "conflict": differing[0].to_json() if differing else None,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the page shows."""

    summary: Summary
    counts: Counts
    answer: query.PairAnswer | None
    differing: Sequence[query.Conflict]


def _print(page: Page, shown: _Shown, record: Path | None) -> None:
    summary, counts, answer = shown.summary, shown.counts, shown.answer
    page.title("elchi demo")
    languages = ", ".join(f"{count} {language}" for language, count in counts.by_language)
    failed = f", {len(summary.failed)} failed" if summary.failed else ""
    page.line(
        f"{many(summary.articles, 'sample article')} read ({languages}){failed}: "
        f"{many(counts.claims, 'claim')}, {counts.entities} entities"
    )
    for failure in summary.failed:
        page.line(f"not read: {failure['document']}: {failure['reason']}", "yellow")
    if counts.by_type:
        page.blank()
        page.table(["kind", "type", "claims"], _types(counts))
    if answer:
        page.blank()
        print_dossier(page, answer, _MOST_ENTRIES)
    if shown.differing and not (answer and answer.conflicts):
        page.heading("Where sources differ")
        print_conflict(page, shown.differing[0])
    page.heading("Where to go next")
    width = max(len(command) for command, _ in _next_steps(answer, record))
    for command, why in _next_steps(answer, record):
        page.line(f"{command:<{width}}  {why}", indent=2)


def _types(counts: Counts) -> list[list[str]]:
    """Return the rows of the table: events, then statements and quotes, the commonest statement last."""
    events = [row for row in counts.by_type if row[0] == "event"]
    last = [row for row in counts.by_type if row[1] == _COMMONEST]
    others = [row for row in counts.by_type if row not in events and row not in last]
    shown = [*events[:_MOST_EVENTS], *others[:_MOST_OTHERS], *last]
    return [[kind, name, str(count)] for kind, name, count in shown]


def _next_steps(answer: query.PairAnswer | None, record: Path | None) -> list[tuple[str, str]]:
    """Return commands to try now, each with what it shows."""
    named = f" --record {record}" if record else ""
    steps = [] if record else [("elchi demo --record demo.db", "keep this record, to ask it more")]
    if answer and record:
        pair = f"{answer.first.id} {answer.second.id}"
        steps += [
            (f"elchi pair {pair}{named}", "the whole dossier"),
            (f"elchi entity {answer.first.id}{named}", f"names and dyads of {answer.first.label}"),
        ]
    return [
        *steps,
        (f"elchi ingest YOUR-FOLDER{named}", "read articles of your own"),
        ("elchi extract YOUR-FILE --format table", "look at the claims of one article"),
        ("elchi --help", "all commands"),
        (f"elchi serve{named or ' --record demo.db'}", "look at the record in a browser"),
    ]
