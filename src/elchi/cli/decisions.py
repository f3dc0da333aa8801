"""What the commands of `elchi review` share: who judges, and saying what was judged."""

from __future__ import annotations

import getpass
from typing import Any

import typer

from elchi.export.json_text import json_page
from elchi.query import SCHEMA_VERSION
from elchi.query.review import judgement_json
from elchi.record import CONFIRM, CORRECT, REJECT, SETTLE, UNDO, StoredJudgement

WORDS = {
    CONFIRM: "confirmed", REJECT: "rejected", CORRECT: "corrected", SETTLE: "settled", "same_claims": "one thing",
    "apart_claims": "two things", UNDO: "taken back", "same_entity": "one person",
    "different_entities": "two persons", "not_this_entity": "not this person's name",
}  # fmt: skip
"""What was judged, in words, by kind."""


def author_or_login(author: str | None) -> str:
    """Return who judges: the one given, else the login name. Without either it is wrong use (exit 2)."""
    if author:
        return author
    try:
        return getpass.getuser()
    except (KeyError, OSError) as bad:
        raise typer.BadParameter("you have no login name; say who judges", param_hint="--author") from bad


def say(made: list[StoredJudgement], *, as_json: bool) -> None:
    """Print judgements that were made."""
    if as_json:
        row = {"schema_version": SCHEMA_VERSION, "judgements": [judgement_json(one) for one in made]}
        typer.echo(json_page(row))
        return
    for one in made:
        what = f"judgement {one.reverses}" if one.reverses else " and ".join(map(str, named(one.about)))
        typer.echo(f"{what} {WORDS.get(one.kind, one.kind)} (judgement {one.number}, by {one.author})")


def named(about: dict[str, Any]) -> list[str]:
    """Return the ids that a judgement is about."""
    return [str(about[name]) for name in ("claim", "conflict", "first", "second") if name in about]
