"""`elchi story`: one story, its articles side by side, and what they do not agree on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from elchi import pipeline
from elchi.cli.options import (
    SOME_FAILED,
    DebugOption,
    JsonOption,
    Language,
    Published,
    QuietOption,
    Source,
    read_options,
)
from elchi.cli.page import Page
from elchi.cli.stories import readable, warn
from elchi.errors import ReadError, UnknownNameError
from elchi.export.json_text import json_page
from elchi.model import ORIGINAL, Story, StoryDocument
from elchi.packs import load_catalogue
from elchi.query.story import align_story, sides, told_json
from elchi.read import read_articles
from elchi.stories import Alignment

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("story")
def story(
    name: Annotated[str, typer.Argument(metavar="ID", help="A story's id or its beginning, or an article's id.")],
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="The articles, as for elchi stories.")],
    *,
    published: Published = None,
    source: Source = None,
    language: Language = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print a story: its articles side by side.

    \b
    Examples:
      elchi story 3f9a2c articles/
      elchi story bbc-17 articles.jsonl
      elchi story bbc-17 articles.jsonl --json | jq '.alignments[].rows[] | select(.figures)'

    Each copy or translation stands beside the article that it is one of, sentence by sentence. What only one of them
    says has nothing beside it; a number that one changes is marked.
    """  # noqa: D301 - \b keeps the lines of an example apart
    failed: list[ReadError] = []
    found = read_articles(paths, read_options(published, source, language, None), None if quiet else warn)
    articles = {article.id: article for article in readable(found, failed)}
    told = _find(name, pipeline.read_stories(articles.values()))
    beside = align_story(told, articles)
    if as_json:
        typer.echo(json_page(told_json(told, beside)))
    else:
        _print(Page(), told, beside)
    if failed:
        raise typer.Exit(SOME_FAILED)


def _find(name: str, stories: Sequence[Story]) -> Story:
    """Return the story of an article, or the one whose id begins with `name`."""
    of_article = [s for s in stories if any(name == d.document for d in s.documents)]
    found = of_article or [s for s in stories if s.id.startswith(name)]
    if len(found) != 1:
        said = f"{len(found)} stories begin with {name!r}" if found else f"no story or article {name!r}"
        raise UnknownNameError(f'{said} in these articles; "elchi stories PATH... --format table" lists them')
    return found[0]


def _print(page: Page, told: Story, beside: Mapping[str, Alignment]) -> None:
    count = len(told.documents)
    articles = "1 article" if count == 1 else f"{count} articles"
    page.title(f"Story {told.id}: {articles}, {told.independent} {'report' if told.independent == 1 else 'reports'}")
    if told.agencies:
        known = load_catalogue().entities
        page.line(f"credited by several: {', '.join(known[a].label for a in told.agencies)}", "dim")
    for document in told.documents:
        page.blank()
        _print_document(page, document)
        if document.document in beside:
            _print_beside(page, document, beside[document.document])
    others = [pair for pair in told.pairs if {pair.a, pair.b} - {d.document for d in told.documents}]
    if others:
        page.heading("Beside other stories", len(others))
        for pair in others:
            page.line(f"{pair.relation}: {pair.a}, {pair.b}", indent=2)


def _print_document(page: Page, document: StoryDocument) -> None:
    what = document.relation if document.relation == ORIGINAL else f"{document.relation} of {document.of}"
    note = " · ".join(filter(None, (document.language, document.source, document.published or "")))
    page.line(f"{document.document}: {what}", "bold")
    if note:
        page.line(note, "dim", 2)
    for reason in document.why:
        page.line(reason, "", 2)


def _print_beside(page: Page, document: StoryDocument, alignment: Alignment) -> None:
    pairs = [(row, *sides(alignment, row)) for row in alignment.rows]
    differing = alignment.differing
    page.heading("Figures that differ", len(differing))
    for row in differing:
        page.line(f"{', '.join(row.figures[0])} ≠ {', '.join(row.figures[1])}", "yellow", 2)
    page.heading("Side by side", len(pairs))
    for row, first, second in pairs:
        mark = " ≠" if all(row.figures) else ""
        page.line(f"{document.of}{mark}  {first or '—'}", "" if first else "dim", 2)
        page.line(f"{document.document}{mark}  {second or '—'}", "" if second else "dim", 2)
        page.blank()
