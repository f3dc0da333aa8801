"""`elchi demo`: the sample corpus, read before your eyes."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Any

import typer

from elchi import query
from elchi.cli.dossier import print_dossier
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
_MOST_TYPES = 8
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
    if as_json:
        typer.echo(json_page(_as_json(summary, counts, answer)))
    else:
        _print(Page(), summary, counts, answer, record)
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


def _as_json(summary: Summary, counts: Counts, answer: query.PairAnswer | None) -> dict[str, Any]:
    return {
        "schema_version": query.SCHEMA_VERSION, "ingest": summary.to_json(), "articles": counts.articles,
        "claims": counts.claims, "entities": counts.entities, "pair": answer.to_json() if answer else None,
    }  # fmt: skip


def _print(page: Page, summary: Summary, counts: Counts, answer: query.PairAnswer | None, record: Path | None) -> None:
    page.title("elchi demo")
    languages = ", ".join(f"{count} {language}" for language, count in counts.by_language)
    page.line(
        f"{summary.articles} sample articles read ({languages}): {counts.claims} claims, {counts.entities} entities"
    )
    for failure in summary.failed:
        page.line(f"not read: {failure['document']}: {failure['reason']}", "yellow")
    if counts.by_type:
        page.blank()
        rows = [[kind, name, str(count)] for kind, name, count in counts.by_type[:_MOST_TYPES]]
        page.table(["kind", "type", "claims"], rows)
    if answer:
        page.blank()
        print_dossier(page, answer, _MOST_ENTRIES)
    page.heading("Where to go next")
    width = max(len(command) for command, _ in _next_steps(answer, record))
    for command, why in _next_steps(answer, record):
        page.line(f"{command:<{width}}  {why}", indent=2)


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
    ]
