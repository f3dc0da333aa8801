"""What every command that asks a record shares: its options, opening the record, printing, the exit code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import typer

from elchi.cli.asking import opened_for_questions
from elchi.cli.options import (
    DEFAULT_RECORD,
    NOTHING_FOUND,
    DebugOption,
    FailEmptyOption,
    JsonOption,
    ProgressOption,
    QuietOption,
    RecordOption,
)
from elchi.cli.page import Page
from elchi.cli.shared_options import with_options_of
from elchi.export.json_text import json_page


class Answer(Protocol):
    """What a question of `query` returns."""

    def to_json(self) -> dict[str, Any]:
        """Return it as `--json` prints it."""


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, how it is shown as a page, and whether it says nothing: `--fail-empty` makes that exit code 3."""

    answer: Answer
    show: Callable[[Page], None]
    empty: bool


def question(app: typer.Typer, name: str) -> Callable[[Callable[..., Told]], Callable[..., Told]]:
    """Register the decorated function as command `name`, with the options of every question added to its own.

    The function takes an open record first, then what its own options give, by name.
    """

    def register(ask: Callable[..., Told]) -> Callable[..., Told]:
        def run(
            *,
            record: RecordOption = DEFAULT_RECORD,
            as_json: JsonOption = False,
            fail_empty: FailEmptyOption = False,
            _quiet: QuietOption = False,
            _no_progress: ProgressOption = False,
            _debug: DebugOption = False,
            **asked: Any,  # noqa: ANN401 - whatever the command's own options are
        ) -> None:
            with opened_for_questions(record) as opened:
                told = ask(opened, **asked)
            if as_json:
                typer.echo(json_page(told.answer.to_json()))
            else:
                told.show(Page())
            if fail_empty and told.empty:
                raise typer.Exit(NOTHING_FOUND)

        app.command(name)(with_options_of(ask, run))
        return ask

    return register
