"""What a page shows of the claims behind a thing, kept in the row of the thing: its page reads no claim.

Claims of one dyad lie all over the file, in the order in which they were read: to fetch those of a page takes two or
three reads of the disk for each. A thing whose block is marked, or whose articles came to be other reports, is shown by
its claims as they are now.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from elchi.model import Evidence, Participant
from elchi.model.claim import Basis
from elchi.record import resolved_schema as tables
from elchi.record.dirty import chunks
from elchi.record.prepared import ask, many, one_of
from elchi.record.reports import reports_of
from elchi.record.sayings import Saying, sayings
from elchi.record.stored import Support

MOST_SHOWN = 5
"""Claims of one thing that a page shows with their words; the others are counted."""
_REMEMBERED = 4096
"""Things whose sentences are kept as read: some 3 KB each. Those of busy dyads are shown again and again."""
_MOST_AT_ONCE = 5000
_TABLES = {table.name: table for table in (tables.occurrence, tables.standing)}


class Shown(NamedTuple):
    """What stands behind a thing.

    Attributes:
        support: its reports and articles, and since when it was known.
        sayings: of its claims those that a page shows; None where they are to be asked for.
        reports: the report of each document of these.
    """

    support: Support
    sayings: tuple[Saying, ...] | None
    reports: Mapping[str, str]


def claims_shown(lead: str, claims: Sequence[str]) -> Sequence[str]:
    """Return the claims of a thing that a page shows: all, or some, the one that tells most among them."""
    if len(claims) < MOST_SHOWN:
        return (*claims, lead)
    return (lead, *claims[: MOST_SHOWN - 1])


def bodies_shown(connection: Connection, things: Collection[Any]) -> dict[str, str]:
    """Return what pages show of occurrences or standings, by id, to be kept in their rows."""
    wanted = {thing.id: list(dict.fromkeys(claims_shown(thing.lead, thing.claims))) for thing in things}
    told = sayings(connection, {claim for claims in wanted.values() for claim in claims})
    reports = reports_of(connection, {said.document for said in told.values()})
    found: dict[str, str] = {}
    for thing in things:
        rows = [_row(told[c], reports, parties=c == thing.lead) for c in wanted[thing.id] if c in told]
        found[thing.id] = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return found


def shown(connection: Connection, name: str, ids: Collection[str]) -> dict[str, Shown]:
    """Return what stands behind the things of a table, `occurrence` or `standing`, that have these ids."""
    question = _question(connection.dialect.name, name)
    found: dict[str, Shown] = {}
    for some in chunks(sorted(set(ids)), _MOST_AT_ONCE):
        for id_, reports, articles, known, body, marked in ask(connection, question, ids=many(connection, some)):
            told = None if body is None or marked is not None else _read(body)
            found[id_] = Shown(Support(reports, articles, known), *(told or (None, {})))
    return found


@cache
def _question(dialect: str, name: str) -> Select[Any]:
    table, marked = _TABLES[name], tables.dirty.c.block
    columns = table.c.id, table.c.reports, table.c.articles, table.c.known, table.c.shown, marked
    question = select(*columns).outerjoin(tables.dirty, marked == table.c.block)
    return question.where(one_of(dialect, table.c.id, "ids"))


def _row(said: Saying, reports: Mapping[str, str], *, parties: bool) -> list[Any]:
    evidence = [[e.field, e.start, e.end, e.text] for e in said.evidence]
    people = [
        [p.role, p.entity, p.kind, p.label, p.basis.value, p.score, p.mention, p.sector, p.office]
        for p in (said.participants if parties else ())
    ]
    return [
        said.claim, said.document, said.source, said.published, said.language, said.confidence, evidence,
        said.attribution, said.named, said.known_from, reports[said.document], people,
    ]  # fmt: skip


@lru_cache(_REMEMBERED)
def _read(body: str) -> tuple[tuple[Saying, ...], dict[str, str]]:
    found, reports = [], {}
    for row in json.loads(body):
        claim, document, source, published, language, sure, evidence, attribution, named, known, report, people = row
        found.append(Saying(
            claim, document, source, published, language, sure, tuple([Evidence(*one) for one in evidence]),
            tuple(attribution), named, known, tuple(map(_party, people)) or None,
        ))  # fmt: skip
        reports[document] = report
    return tuple(found), reports


_BASES = {basis.value: basis for basis in Basis}


def _party(row: list[Any]) -> Participant:
    role, entity, kind, label, basis, score, mention, sector, office = row
    place = tuple(mention) if mention else None
    return Participant(role, entity, kind, label, _BASES[basis], score, place, sector, office)
