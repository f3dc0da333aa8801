"""What the commands of `elchi review` share: which claim or conflict is meant, keeping a judgement, and saying so."""

from __future__ import annotations

import getpass
from typing import Any

import typer

from elchi import pipeline
from elchi.errors import JudgementError, UnknownNameError
from elchi.export.json_text import json_page
from elchi.model import Claim, Entity
from elchi.model.record import Conflict, block_of
from elchi.packs import load_catalogue, load_ontology_data
from elchi.query import SCHEMA_VERSION, resolve
from elchi.query.review import judgement_json
from elchi.reconcile import correction
from elchi.record import CONFIRM, CORRECT, REJECT, SETTLE, UNDO, Record, StoredJudgement

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


def claim_meant(record: Record, text: str) -> Claim:
    """Return the one claim whose id begins with `text`, as corrected.

    Raises:
        UnknownNameError: there is none, or several.
    """
    found = record.claims_with_id(text) if text else []
    if not found:
        raise UnknownNameError(f"no claim {text!r}; elchi review lists claims, elchi search finds them")
    if len(found) > 1:
        ids = ", ".join(stored.claim.claim for stored in found[:3])
        raise UnknownNameError(f"{text!r} begins the ids of {len(found)} claims ({ids} ...); give more of it")
    return found[0].claim


def conflict_meant(record: Record, text: str) -> Conflict:
    """Return the one conflict whose id begins with `text`.

    Raises:
        UnknownNameError: there is none, or several.
    """
    found = [conflict for conflict in record.conflicts() if text and conflict.id.startswith(text)]
    if len(found) != 1:
        many = f"begins the ids of {len(found)} conflicts" if found else "is no conflict"
        raise UnknownNameError(f"{text!r} {many}; elchi review --json lists the open ones")
    return found[0]


def judgement_meant(record: Record, number: int) -> StoredJudgement:
    """Return the judgement of that number, which stands.

    Raises:
        UnknownNameError: there is none.
        JudgementError: it was taken back already.
    """
    found = next((one for one in record.judgements() if one.number == number), None)
    if found is None:
        raise UnknownNameError(f"no judgement {number}; see: elchi review log")
    if found.reversed:
        raise JudgementError(f"judgement {number} was taken back already; see: elchi review log")
    return found


def fields_set(record: Record, claim: Claim, settings: list[str]) -> dict[str, Any]:
    """Return the fields of the claim format that `FIELD=WORDS` settings change.

    Raises:
        JudgementError: a setting makes no sense.
    """
    told: dict[str, str] = {}
    for setting in settings:
        field, equals, words = setting.partition("=")
        if not equals:
            raise JudgementError(f"{setting!r} is no FIELD=WORDS, such as status=planned")
        told[field.strip()] = words

    def find(name: str) -> Entity | None:
        try:
            return resolve(record, name, load_catalogue())
        except UnknownNameError:
            return None

    return correction(claim, told, load_ontology_data(), find)


def keep(
    record: Record, kind: str, about: dict[str, Any], author: str, reason: str = "", reverses: int | None = None
) -> StoredJudgement:
    """Keep a judgement, have what it touches worked out anew, and return it."""
    number = pipeline.judge(record, kind, about, author, reason, reverses=reverses)
    return next(one for one in record.judgements() if one.number == number)


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


def two_of_a_block(record: Record, one: str, other: str) -> tuple[str, str]:
    """Return the ids of two claims that may be one thing.

    Raises:
        UnknownNameError: one of them is not there.
        JudgementError: they are the same, or of other parties, so that nothing joins them.
    """
    first, second = claim_meant(record, one), claim_meant(record, other)
    if first.claim == second.claim:
        raise JudgementError(f"{one!r} and {other!r} are the same claim")
    if first.kind is not second.kind or block_of(first) != block_of(second):
        told = f"{block_of(first) or 'nobody'} and {block_of(second) or 'nobody'}"
        raise JudgementError(f"these claims are of other parties ({told}); correct the parties of one of them first")
    return first.claim, second.claim
