"""`elchi story`: one story, its articles side by side, and what they do not agree on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

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
from elchi.model import ORIGINAL, Article, Relation, Story, StoryDocument
from elchi.packs import load_catalogue
from elchi.read import read_articles
from elchi.stories import Aligned, Alignment, align

_ONE_TEXT = frozenset({Relation.COPY, Relation.TRANSLATION, Relation.EXCERPT})
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
    beside = _alignments(told, articles)
    if as_json:
        rows = [
            {"document": d.document, "of": d.of, "rows": _as_json(beside[d.document])}
            for d in told.documents
            if d.document in beside
        ]
        typer.echo(json_page(told.to_json() | {"alignments": rows}))
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


def _alignments(told: Story, articles: Mapping[str, Article]) -> dict[str, Alignment]:
    """Return, for each copy and translation, its sentences beside those of the article that it is one of."""
    return {
        document.document: align(articles[document.of], articles[document.document])
        for document in told.documents
        if document.of is not None and document.relation in _ONE_TEXT
    }


def _as_json(alignment: Alignment) -> list[dict[str, Any]]:
    rows = []
    for row in alignment.rows:
        first, second = _sides(alignment, row)
        shown: dict[str, Any] = {"of": first, "document": second, "score": row.score}
        if any(row.figures):
            shown["figures"] = {"of": list(row.figures[0]), "document": list(row.figures[1])}
        rows.append(shown)
    return rows


def _sides(alignment: Alignment, row: Aligned) -> tuple[str | None, str | None]:
    """Return the sentences of a row in one line each, or None where nothing answers."""
    first, second = (
        " ".join(text[span[0] : span[1]].split()) if span else None
        for text, span in zip(alignment.texts, (row.first, row.second), strict=True)
    )
    return first, second


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
    pairs = [(row, *_sides(alignment, row)) for row in alignment.rows]
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
