"""The catalogue as plain values, and back. The names stay packed until somebody asks for one."""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from dataclasses import fields
from functools import partial
from operator import attrgetter
from typing import Any

from elchi.model import Entity, EntityKind, OfficeTerm
from elchi.packs.catalogue import Catalogue, CatalogueParts, Office
from elchi.packs.name_table import Columns, NameTable

_KIND = 2  # the place of the kind among the fields of an entity
_KINDS = {kind.value: kind for kind in EntityKind}

Plain = tuple[
    list[tuple[Any, ...]],
    bytes,
    bytes,
    dict[str, tuple[str, ...]],
    dict[str, str],
    dict[str, tuple[str, ...]],
    list[Any],
    list[Any],
]


def plain_catalogue(catalogue: Catalogue) -> Plain:
    """Return `catalogue` as values that `marshal` knows."""
    rows = [(*row[:_KIND], row[_KIND].value, *row[_KIND + 1 :]) for row in _rows(Entity, catalogue.entities.values())]
    table = catalogue.name_table
    return (
        rows, marshal.dumps(tuple(table.columns)), marshal.dumps(table.paths), catalogue.members, catalogue.hosts,
        catalogue.languages,
        _rows(Office, catalogue.offices.values()), _rows(OfficeTerm, catalogue.terms),
    )  # fmt: skip


def catalogue_of(plain: Plain) -> Catalogue:
    """Return the catalogue that `plain` was made from."""
    rows, columns, paths, members, hosts, languages, offices, terms = plain
    entities = {row[0]: Entity(row[0], row[1], _KINDS[row[_KIND]], *row[_KIND + 1 :]) for row in rows}
    table = NameTable(lambda: Columns(*marshal.loads(columns)), partial(marshal.loads, paths))  # noqa: S302 - checked
    return Catalogue(
        CatalogueParts(
            entities,
            table,
            members,
            hosts,
            languages,
            {row[0]: Office(*row) for row in offices},
            [OfficeTerm(*t) for t in terms],
        )
    )


def _rows(made: type, found: Iterable[object]) -> list[tuple[Any, ...]]:
    return list(map(attrgetter(*(field.name for field in fields(made))), found))
