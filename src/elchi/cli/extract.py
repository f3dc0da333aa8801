"""`elchi extract`: articles in, claims out; nothing is stored."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from elchi.cli.options import (
    SOME_FAILED,
    DebugOption,
    Language,
    Paths,
    Published,
    QuietOption,
    Source,
    Url,
    read_options,
)
from elchi.cli.reading import read_one
from elchi.errors import ReadError
from elchi.export.escape import visible
from elchi.export.json_text import claim_lines
from elchi.model import Article, Claim
from elchi.read import read_articles

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Layout(StrEnum):
    """How claims are printed."""

    JSONL = "jsonl"
    TABLE = "table"


@app.command("extract")
def extract(
    paths: Paths,
    *,
    layout: Annotated[Layout | None, typer.Option("--format", help="jsonl (default), or a table to look at.")] = None,
    published: Published = None,
    source: Source = None,
    language: Language = None,
    url: Url = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print the claims of articles as JSON lines.

    \b
    Examples:
      elchi extract news.txt --published 2024-08-20
      elchi extract articles.jsonl > claims.jsonl
      cat news.txt | elchi extract - --language bn --format table

    Claims come as soon as their article is read. Articles that fail are listed on stderr; then the exit code is 4.
    """  # noqa: D301 - \b keeps the lines of an example apart
    failed: list[ReadError] = []
    notice = None if quiet else _warn
    found = read_articles(paths, read_options(published, source, language, url), notice)
    claims = _claims(found, failed)
    if layout is Layout.TABLE:
        _print_table(claims)
    else:
        for line in claim_lines(claims):
            typer.echo(line)
    if failed:
        raise typer.Exit(SOME_FAILED)


def _claims(found: Iterable[Article | ReadError], failed: list[ReadError]) -> Iterator[Claim]:
    for item in found:
        read = read_one(item) if isinstance(item, Article) else item
        if isinstance(read, ReadError):
            failed.append(read)
            typer.echo(f"elchi: {visible(str(read))}", err=True)
            continue
        yield from read.claims
        sys.stdout.flush()


def _print_table(claims: Iterable[Claim]) -> None:
    from elchi.cli.page import Page  # noqa: PLC0415 - rich is slow to load and a pipeline never needs it

    columns = ["type", "mode", "status", "date", "parties", "sentence"]
    rows = [
        [
            claim.type, claim.mode, claim.status.value,
            claim.date.start.isoformat() if claim.date and claim.date.start else "",
            ", ".join(dict.fromkeys(p.label for p in claim.participants)),
            " ".join(claim.evidence[0].text.split()) if claim.evidence else "",
        ]
        for claim in claims
    ]  # fmt: skip
    Page().table(columns, rows)


def _warn(words: str) -> None:
    typer.echo(f"elchi: {visible(words)}", err=True)
