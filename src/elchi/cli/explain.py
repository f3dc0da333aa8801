"""`elchi explain`: why a claim was read so."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from elchi import query
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
from elchi.export.claim_words import claim_in_words, marks_of_claim, rules_of, weights_of
from elchi.export.json_text import json_page
from elchi.export.wording import ascribed, span_in_words
from elchi.model import Claim
from elchi.packs import load_catalogue
from elchi.read import read_articles
from elchi.record import Record, StoredClaim, shown_place

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
        typer.echo(json_page({"schema_version": query.SCHEMA_VERSION, "claims": rows}))
        return
    page, catalogue = Page(), load_catalogue()
    for stored in found:
        print_reasons(page, stored, catalogue)


def _of_record(path: str, claim: str) -> list[StoredClaim]:
    with Record.open(path) as opened:
        found = opened.claims_with_id(claim, as_read=True)
        if not found:
            found = opened.claims_of_document(claim, as_read=True)
    if not found:
        raise UnknownNameError(f'{shown_place(path)}: no claim {claim!r}; "elchi pair A B" shows ids in brackets')
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


def print_reasons(page: Page, stored: StoredClaim, catalogue: query.Naming) -> None:
    """Print one claim step by step: the verdict, its sentence, how each party was found, the rules, the weights."""
    claim = stored.claim
    page.title(_verdict(claim, catalogue))
    if stored.superseded:
        page.line("superseded by a later reading of its article", "yellow")
    told = ", ".join(filter(None, (claim.source, (claim.published or "")[:10], claim.document)))
    kind = f"{claim.kind.value} {claim.type}{' ' + claim.mode if claim.mode else ''}"
    page.line(f"claim {claim.claim}: {kind}, {claim.status.value}; {told}; {claim.method}", "dim")
    page.heading("Sentence")
    for span in claim.evidence:
        page.line(f"“{' '.join(span.text.split())}”", indent=2)
        page.line(f"{span.field} {span.start}–{span.end}", "dim", 2)
    _print_parties(page, claim)
    if claim.attribution:
        page.line(ascribed(query.Backing.of([claim]).attribution), indent=2)
    if claim.date:
        page.heading("Date")
        page.line(" ".join(filter(None, (span_in_words(claim.date), claim.date.text))), indent=2)
    _print_rules(page, claim)
    page.line(f"confidence {claim.confidence:.2f}", "bold")
    page.blank()


def _verdict(claim: Claim, catalogue: query.Naming) -> str:
    """Return what the claim says in words, with its date or value, and its marks."""
    return " ".join([claim_in_words(claim, catalogue), *(f"[{mark}]" for mark in marks_of_claim(claim))])


def _print_parties(page: Page, claim: Claim) -> None:
    page.heading("Who was found, and how", len(claim.participants))
    rows = [[p.role, p.label, p.entity, p.basis.value.replace("_", " "), f"{p.score:.2f}", _mention(claim, n)]
            for n, p in enumerate(claim.participants)]  # fmt: skip
    page.table(["role", "party", "id", "found by", "score", "at"], rows)


def _print_rules(page: Page, claim: Claim) -> None:
    """Print the rules in their order, then the weights that were summed; a statement may have neither."""
    rules, weights = rules_of(claim), weights_of(claim)
    if not claim.reasons:
        page.heading("Rules")
        page.line("none: it rests on the words and parties above; statements carry no weights yet", indent=2)
    if rules:
        page.heading("Rules", len(rules))
        page.table(["step", "rule", "words"], [[str(n), r.rule, r.words] for n, r in enumerate(rules, start=1)])
    if weights:
        page.heading("Weights", len(weights))
        page.table(["feature", "words", "weight"], [[r.rule, r.words, f"{r.weight:+.2f}"] for r in weights])


def _mention(claim: Claim, place: int) -> str:
    """Return where a party stands, with its words where the sentence holds them."""
    mention = claim.participants[place].mention
    if mention is None:
        return ""
    start, end = mention
    inside = [e.text[start - e.start : end - e.start] for e in claim.evidence[:1] if e.start <= start and end <= e.end]
    return f"{start}–{end}{''.join(f' “{words}”' for words in inside)}"
