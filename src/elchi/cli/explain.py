"""`elchi explain`: why a claim was read so."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from elchi.cli.options import (
    DEFAULT_RECORD,
    DebugOption,
    JsonOption,
    Language,
    ProgressOption,
    Published,
    QuietOption,
    RecordOption,
    Source,
    read_options,
)
from elchi.cli.page import Page
from elchi.cli.reading import read_one
from elchi.errors import ReadError, UnknownNameError
from elchi.export.json_text import json_page
from elchi.export.wording import span_in_words
from elchi.model import Claim
from elchi.query import SCHEMA_VERSION
from elchi.read import read_articles
from elchi.record import Record, StoredClaim

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("explain")
def explain(
    claim: Annotated[
        str | None, typer.Argument(metavar="CLAIM", help="A claim's id, or its beginning; or a file to read.")
    ] = None,
    *,
    article: Annotated[Path | None, typer.Option("--article", help="Read this file instead of a record.")] = None,
    record: RecordOption = DEFAULT_RECORD,
    published: Published = None,
    source: Source = None,
    language: Language = None,
    as_json: JsonOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print why a claim was read so, step by step.

    \b
    Examples:
      elchi explain 3f9a2c
      elchi explain --article news.txt --published 2024-08-20
      elchi explain 3f9a2c --article news.txt
    """  # noqa: D301 - \b keeps the lines of an example apart
    file = article or (Path(claim) if claim and Path(claim).is_file() else None)
    if file is not None:
        wanted = claim if article and claim else ""
        found = _of_file(str(file), wanted, read_options(published, source, language, None))
    elif claim:
        found = _of_record(record, claim)
    else:
        raise typer.BadParameter("name a claim's id, or a file with --article")
    if as_json:
        rows = [stored.claim.to_json() | {"superseded": stored.superseded} for stored in found]
        typer.echo(json_page({"schema_version": SCHEMA_VERSION, "claims": rows}))
        return
    page = Page()
    for stored in found:
        print_reasons(page, stored)


def _of_record(path: Path, claim: str) -> list[StoredClaim]:
    with Record.open(path) as opened:
        found = opened.claims_with_id(claim)
        if not found:
            found = opened.claims_of_document(claim)
    if not found:
        raise UnknownNameError(f'{path}: no claim {claim!r}; "elchi pair A B" shows ids in brackets')
    return found


def _of_file(file: str, claim: str, options: Any) -> list[StoredClaim]:  # noqa: ANN401 - ReadOptions, passed on
    claims: list[Claim] = []
    for item in read_articles([file], options):
        read = item if isinstance(item, ReadError) else read_one(item)
        if isinstance(read, ReadError):
            raise read
        claims += [found for found in read.claims if found.claim.startswith(claim)]
    if not claims:
        raise UnknownNameError(f"{file}: no claim{' ' + repr(claim) if claim else ''} was read in it")
    return [StoredClaim(found, "", superseded=False) for found in claims]


def print_reasons(page: Page, stored: StoredClaim) -> None:
    """Print one claim step by step: its sentence, how each party was found, the rules, the score."""
    claim = stored.claim
    page.title(f"{claim.claim}  {claim.type}{' ' + claim.mode if claim.mode else ''}, {claim.status.value}")
    if stored.superseded:
        page.line("superseded by a later reading of its article", "yellow")
    told = ", ".join(filter(None, (claim.source, (claim.published or "")[:10], claim.document)))
    page.line(f"{told}; {claim.method}", "dim")
    page.heading("Sentence")
    for span in claim.evidence:
        page.line(f"“{' '.join(span.text.split())}”", indent=2)
        page.line(f"{span.field} {span.start}–{span.end}", "dim", 2)
    page.heading("Parties", len(claim.participants))
    rows = [[p.role, p.label, p.entity, p.basis.value, f"{p.score:.2f}", _mention(claim, n)]
            for n, p in enumerate(claim.participants)]  # fmt: skip
    page.table(["role", "party", "id", "found by", "score", "at"], rows)
    if claim.date:
        page.heading("Date")
        page.line(f"{span_in_words(claim.date)}  {claim.date.text}", indent=2)
    page.heading("Reasons", len(claim.reasons))
    steps = [[str(n), r.rule, r.words, f"{r.weight:+.2f}"] for n, r in enumerate(claim.reasons, start=1)]
    page.table(["step", "rule", "words", "weight"], steps)
    page.line(f"confidence {claim.confidence:.2f}", "bold")
    page.blank()


def _mention(claim: Claim, place: int) -> str:
    mention = claim.participants[place].mention
    return f"{mention[0]}–{mention[1]}" if mention else ""
