"""`elchi doctor`: checks the installation and the record."""

from __future__ import annotations

import typer

from elchi.cli.checks import installation_checks, record_checks
from elchi.cli.options import DEFAULT_RECORD, DebugOption, JsonOption, ProgressOption, QuietOption, RecordOption
from elchi.cli.page import Page
from elchi.export.json_text import json_page
from elchi.query import SCHEMA_VERSION

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_STYLES = {"ok": "green", "warn": "yellow", "fail": "bold red"}


@app.command("doctor")
def doctor(
    *,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Check the installation and the record.

    \b
    Examples:
      elchi doctor
      elchi doctor --record news.db --json

    Each line is ok, warn (works, but less well) or fail; the exit code is 1 when one fails.

    Compiled tables are kept in the user's cache folder; ELCHI_CACHE names another one, ELCHI_CACHE=off keeps none.
    """  # noqa: D301 - \b keeps the lines of an example apart
    checks = [*installation_checks(), *record_checks(record)]
    if as_json:
        typer.echo(json_page({"schema_version": SCHEMA_VERSION, "checks": [check.to_json() for check in checks]}))
    else:
        page = Page()
        for check in checks:
            page.line(f"{check.state:<5} {check.name}: {check.found}", _STYLES[check.state])
            if check.remedy:
                page.line(check.remedy, indent=6)
    if any(check.state == "fail" for check in checks):
        raise typer.Exit(1)
