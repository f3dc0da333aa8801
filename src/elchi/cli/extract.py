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

_TOWARDS = frozenset({"recipient", "object"})
_OTHER_ROLES = frozenset({"about", "host", "founder"})
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
            _when(claim), _parties(claim),
            " ".join(claim.evidence[0].text.split()) if claim.evidence else "",
        ]
        for claim in claims
    ]  # fmt: skip
    Page().table(columns, rows)


def _when(claim: Claim) -> str:
    """Return the date of an event, or the time of a statement, as exactly as it is known."""
    from elchi.export.wording import span_in_words  # noqa: PLC0415 - it loads the record, which a pipeline never needs

    spans = (claim.date, claim.valid_from, claim.valid_to)
    return " – ".join(dict.fromkeys(span_in_words(span) for span in spans if span and span.start))


def _parties(claim: Claim) -> str:
    """Return who stands where: `India -> Kazakhstan` where one acts on the other, `India, Kazakhstan` where all do."""
    sides: dict[bool, list[str]] = {False: [], True: []}
    others = []
    for party in claim.participants:
        if party.role in _OTHER_ROLES:
            others.append(f"{party.role}: {party.label}")
        else:
            sides[party.role in _TOWARDS].append(party.label)
    acting = " -> ".join(", ".join(dict.fromkeys(side)) for side in sides.values() if side)
    return "; ".join(filter(None, (acting, *dict.fromkeys(others))))


def _warn(words: str) -> None:
    typer.echo(f"elchi: {visible(words)}", err=True)
