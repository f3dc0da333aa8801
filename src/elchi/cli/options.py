"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from elchi.errors import FormatError
from elchi.read import ReadOptions

NOTHING_FOUND = 3
SOME_FAILED = 4

RecordOption = Annotated[
    str,
    typer.Option(
        "--record", envvar="ELCHI_RECORD", help="The record: an SQLite file, or postgresql://...", show_default=True
    ),
]
DEFAULT_RECORD = "elchi.db"
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object (see: elchi schema).")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No messages on stderr except errors.")]
ProgressOption = Annotated[bool, typer.Option("--no-progress", help="No progress bar.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")]
FailEmptyOption = Annotated[bool, typer.Option("--fail-empty", help="Exit with 3 when nothing is found.")]
Published = Annotated[str | None, typer.Option(help="Day of publication (ISO 8601) where the input says none.")]
Source = Annotated[str | None, typer.Option(help="The outlet, where the input says none.")]
Language = Annotated[str | None, typer.Option(help="Language tag such as hi; else it is detected.")]
Url = Annotated[str | None, typer.Option(help="Where the one article stood.")]
Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files (.txt .jsonl .html), folders, or - for stdin.")
]


def iso_day(day: str | None) -> str | None:
    """Return an ISO day, or None for none; what is no day is wrong use (exit 2)."""
    try:
        return date.fromisoformat(day).isoformat() if day else None
    except ValueError as bad:
        raise typer.BadParameter(f"{day!r} is no day; write it as 2017-07-01") from bad


def day_option(name: str, told: str) -> Any:  # noqa: ANN401 - typer hides the type of an option
    """Return an option whose words must be a day, written as ISO 8601 has it."""
    return typer.Option(name, help=told, callback=iso_day)


OnOption = Annotated[str | None, day_option("--on", "The world as it was on this day (2017-07-01).")]
KnownOption = Annotated[str | None, day_option("--known", "Only by what was published by this day.")]
SinceOption = Annotated[str | None, day_option("--since", "First day (ISO 8601).")]
UntilOption = Annotated[str | None, day_option("--until", "Last day (ISO 8601).")]
PairOption = Annotated[tuple[str, str] | None, typer.Option("--pair", help="Only about these two.", metavar="A B")]


def read_options(published: str | None, source: str | None, language: str | None, url: str | None) -> ReadOptions:
    """Return the options of a reading; a bad one is wrong use (exit 2)."""
    try:
        return ReadOptions(published, source, language, url)
    except FormatError as bad:
        raise typer.BadParameter(bad.reason, param_hint=bad.document) from bad
