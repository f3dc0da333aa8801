"""`elchi text`: the stored text of an article."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from elchi.cli.options import DEFAULT_RECORD, DebugOption, JsonOption, ProgressOption, QuietOption, RecordOption
from elchi.errors import UnknownNameError
from elchi.export.escape import visible
from elchi.export.json_text import json_page
from elchi.query import SCHEMA_VERSION
from elchi.record import Record, shown_place

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("text")
def text(
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="The article's id, URL, or the beginning of its sha256.")
    ],
    *,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print the stored text of an article.

    \b
    Examples:
      elchi text news.txt
      elchi text https://example.org/news/1 --json | jq -r .text

    When piped, the text comes exactly as stored; a terminal is shown control characters written out.
    """  # noqa: D301 - \b keeps the lines of an example apart
    with Record.open(record) as opened:
        stored = opened.article(document)
    if stored is None:
        raise UnknownNameError(
            f'{shown_place(record)}: no article {document!r}; "elchi export" names the documents of all claims'
        )
    article = stored.article
    if as_json:
        row = {
            "schema_version": SCHEMA_VERSION, "document": article.id, "sha256": article.sha256, "title": article.title,
            "language": article.language, "published": article.published, "source": article.source, "url": article.url,
            "metadata": dict(article.metadata), "revised": stored.revised, "recorded_at": stored.recorded_at,
            "text": article.text,
        }  # fmt: skip
        typer.echo(json_page(row))
    elif sys.stdout.isatty():
        typer.echo(visible(article.text))
    else:
        sys.stdout.buffer.write(article.text.encode("utf-8"))
