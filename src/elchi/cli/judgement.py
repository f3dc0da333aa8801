"""What every command that judges shares: its options, opening the record, keeping what is judged, and saying so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import typer

from elchi.cli import decisions
from elchi.cli.judging import AuthorOption
from elchi.cli.options import DEFAULT_RECORD, DebugOption, JsonOption, RecordOption
from elchi.cli.shared_options import with_options_of
from elchi.judgements import By
from elchi.record import Record, StoredJudgement


@dataclass(frozen=True, slots=True)
class Judge:
    """Who judges, and in which record."""

    record: Record
    author: str

    def by(self, reason: str) -> By:
        """Return who judges and why, as it is kept."""
        return By(self.author, reason)


def judgement(
    app: typer.Typer, name: str
) -> Callable[[Callable[..., list[StoredJudgement]]], Callable[..., list[StoredJudgement]]]:
    """Register the decorated function as command `name`, with the options of every judgement added to its own.

    The function takes the judge first, then what its own options give, by name; it returns what was kept.
    """

    def register(decide: Callable[..., list[StoredJudgement]]) -> Callable[..., list[StoredJudgement]]:
        def run(
            *,
            author: AuthorOption = None,
            record: RecordOption = DEFAULT_RECORD,
            as_json: JsonOption = False,
            _debug: DebugOption = False,
            **asked: Any,  # noqa: ANN401 - whatever the command's own options are
        ) -> None:
            who = decisions.author_or_login(author)
            with Record.open(record) as opened:
                made = decide(Judge(opened, who), **asked)
            decisions.say(made, as_json=as_json)

        app.command(name)(with_options_of(decide, run))
        return decide

    return register
