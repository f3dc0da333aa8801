"""What `elchi merge` and `elchi split` share: whom a name means in the record, and writing the judgement."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from typing import Annotated

import typer

from elchi import pipeline, query
from elchi.errors import UnknownNameError
from elchi.export.json_text import json_page
from elchi.model import Entity, EntityKind
from elchi.packs import load_catalogue
from elchi.query import SCHEMA_VERSION
from elchi.record import Record

WhyOption = Annotated[str, typer.Option("--reason", help="Why; kept with the judgement, and asked for.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; kept with the judgement.")]
AuthorOption = Annotated[str | None, typer.Option("--author", help="Who judges; else your login name.")]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judgement as it is kept: its number, what it says of which two, and who said so."""

    number: int
    kind: str
    first: str
    second: str
    author: str

    def told(self, as_json: bool, words: str) -> None:  # noqa: FBT001 - an option of the command
        """Print the judgement."""
        if not as_json:
            typer.echo(f"{words} (judgement {self.number}, by {self.author})")
            return
        row = {"schema_version": SCHEMA_VERSION, "judgement": self.number, "kind": self.kind, "first": self.first,
               "second": self.second, "author": self.author}  # fmt: skip
        typer.echo(json_page(row))


def judge(path: str, kind: str, first: str, second: str, told: tuple[str, str | None]) -> Judgement:
    """Write a judgement of two names, and work out anew whom persons mean.

    Args:
        path: the record.
        kind: a kind of record/names.py.
        first: id of an entity, or a spelling where `kind` refuses one.
        second: id of an entity.
        told: the reason, and the author or None.
    """
    author = told[1] or getpass.getuser()
    with Record.open(path) as record:
        number = record.add_judgement(kind, {"first": first, "second": second}, author, told[0])
        pipeline.join_names(record)
        pipeline.reconcile_record(record)
    return Judgement(number, kind, first, second, author)


def refused(path: str) -> frozenset[tuple[str, str]]:
    """Return the spellings that were taken away from entities."""
    with Record.open(path) as record:
        return record.name_judgements().refused


def person(path: str, name: str) -> Entity:
    """Return whom `name` means in the record: the entity as read, not whom it was joined with.

    Raises:
        UnknownNameError: the record has nobody of that id or name.
    """
    catalogue = load_catalogue()
    with Record.open(path) as record:
        seen = next((p for p in record.observed_persons(()) if p.entity == name), None)
        if seen is not None:
            return catalogue.entities.get(name) or Entity(name, seen.label, EntityKind.PERSON, provisional=True)
        found = query.resolve(record, name, pipeline.known_names())
    if found.kind is not EntityKind.PERSON:
        raise UnknownNameError(f"{name!r} is a {found.kind}; only persons are merged and split")
    return found
