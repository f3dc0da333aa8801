"""What a migration cannot say in SQL: columns and words worked out from each claim, for records made before them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, bindparam, select, update

from elchi.model import Claim
from elchi.model.record import block_of
from elchi.record import (
    bodies,
    counted,
    counted_resolved,
    dirty,
    resolved_schema,
    schema,
    search,
    search_words,
    seats,
    shown,
)
from elchi.record.among import among
from elchi.record.clocks import known_from, known_to

_claim, _reading, _standing = schema.claim.c, schema.reading.c, resolved_schema.standing.c
_BATCH = 1000


def fill_resolved(connection: Connection) -> None:
    """Version 4: give each claim its block, its days of being known and its words, and mark every block."""
    readings = {
        row.key: (row.article, *known_from(row.published, row.recorded_at))
        for row in connection.execute(
            select(_reading.key, _reading.article, _reading.published, _reading.recorded_at)
        )
    }  # fmt: skip
    for batch in _claims(connection):
        rows, words = [], []
        for key, reading, superseded_by, body in batch:
            claim = Claim.from_json(json.loads(body))
            article, since, inferred = readings[reading]
            until = schema.FOREVER
            if superseded_by is not None:
                by, replaced, _ = readings[superseded_by]
                until = known_to(since, replaced, same_text=by == article)
            rows.append({
                "of": key, "block": block_of(claim), "known_from": since, "known_to": until,
                "known_inferred": int(inferred),
            })  # fmt: skip
            words.append(search_words.row_of(claim, key, search_words.day_in(claim, since)))
        changed = update(schema.claim).where(_claim.key == bindparam("of"))
        connection.execute(changed.values({name: bindparam(name) for name in rows[0] if name != "of"}), rows)
        search.add(connection, words)
    dirty.mark_all(connection)


def _claims(connection: Connection) -> Iterator[list[tuple[int, int, int | None, str]]]:
    """Yield key, reading, superseding reading and JSON of all claims, in batches, by key."""
    last = 0
    question = select(_claim.key, _claim.reading, _claim.superseded_by, _claim.json).order_by(_claim.key)
    while batch := connection.execute(question.where(_claim.key > last).limit(_BATCH)).all():
        yield [(row[0], row[1], row[2], row[3]) for row in batch]
        last = batch[-1][0]


def fill_counts(connection: Connection) -> None:
    """Version 6: count what there is."""
    counted.recount(connection)
    counted_resolved.recount(connection)
    counted_resolved.all_support(connection)


def fill_dossiers(connection: Connection) -> None:
    """Version 7: give each standing its subject and its object, and keep what pages show of things."""
    _fill_sides(connection)
    for table, read in ((resolved_schema.occurrence, bodies.occurrence), (resolved_schema.standing, bodies.standing)):
        last = ""
        question = select(table.c.id, table.c.body).order_by(table.c.id).limit(_BATCH)
        changed = update(table).where(table.c.id == bindparam("of")).values(shown=bindparam("told"))
        while batch := connection.execute(question.where(table.c.id > last)).all():
            last = batch[-1].id
            told = shown.bodies_shown(connection, [read(row.body) for row in batch])
            connection.execute(changed, [{"of": thing, "told": body} for thing, body in told.items()])


def _fill_sides(connection: Connection) -> None:
    last = ""
    question = select(_standing.id, _standing.body).order_by(_standing.id).limit(_BATCH)
    changed = update(resolved_schema.standing).where(_standing.id == bindparam("of"))
    changed = changed.values(subject=bindparam("who"), object=bindparam("towards"))
    while batch := connection.execute(question.where(_standing.id > last)).all():
        last = batch[-1].id
        leads = {row.id: json.loads(row.body)["lead"] for row in batch}
        current = select(_claim.claim, _claim.key).where(_claim.superseded_by.is_(None))
        current = current.where(among(connection, _claim.claim, sorted(set(leads.values()))))
        sides = seats.sides_of(connection, {row.claim: row.key for row in connection.execute(current)})
        told = [(standing, *sides[lead]) for standing, lead in leads.items() if lead in sides]
        if told:
            rows = [{"of": standing, "who": subject, "towards": to_whom} for standing, subject, to_whom in told]
            connection.execute(changed, rows)


STEPS: dict[int, Callable[[Connection], None]] = {4: fill_resolved, 6: fill_counts, 7: fill_dossiers}
"""By the number of the migration that they complete, in its transaction."""
