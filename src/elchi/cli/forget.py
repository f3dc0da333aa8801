"""`elchi forget`: a document and all that was read from it, removed on request."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated

import typer

from elchi import pipeline
from elchi.cli.judging import AuthorOption, ReasonOption
from elchi.cli.options import DEFAULT_RECORD, DebugOption, JsonOption, ProgressOption, QuietOption, RecordOption
from elchi.errors import UnknownNameError
from elchi.export.json_text import json_page
from elchi.query import SCHEMA_VERSION
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("forget")
def forget(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Id or URL of an article.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    reason: ReasonOption = "",
    author: AuthorOption = None,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Remove an article and its claims for good.

    \b
    Examples:
      elchi forget https://example.org/news/1 --reason "asked by the outlet"
      elchi forget news.txt --yes

    All its texts go, with revisions under other ids, and all that was worked out from them; a row says what was
    removed, when, by whom and why. This cannot be taken back. Backups and exports are not reached; another ingest of
    the same article adds it again.
    """  # noqa: D301 - \b keeps the lines of an example apart
    if not yes:
        if not sys.stdin.isatty():
            raise typer.BadParameter("nobody is there to be asked; say --yes")
        typer.confirm(f"Remove {document} and its claims for good?", abort=True, err=True)
    with Record.open(record) as opened:
        opened.mark({fact.block for fact in pipeline.told_of_groups(opened)})  # what it said of groups bears on others
        gone = opened.forget(document, author or getpass.getuser(), reason)
        if gone is None:
            raise UnknownNameError(f"{opened.place}: no article {document!r}")
        pipeline.join_names(opened)
        pipeline.join_stories(opened)
        pipeline.reconcile_record(opened)
    if as_json:
        row = {"documents": list(gone.documents), "texts": gone.texts, "claims": gone.claims}
        typer.echo(json_page({"schema_version": SCHEMA_VERSION} | row))
    elif not quiet:
        typer.echo(f"{', '.join(gone.documents)}: {gone.texts} texts and {gone.claims} claims are removed")
