"""What a migration cannot say in SQL: columns and words worked out from each claim, for records made before them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, bindparam, select, update

from elchi.model import Claim
from elchi.model.record import block_of
from elchi.record import counted, counted_resolved, dirty, schema, search, search_words
from elchi.record.clocks import known_from, known_to

_claim, _reading = schema.claim.c, schema.reading.c
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


STEPS: dict[int, Callable[[Connection], None]] = {4: fill_resolved, 6: fill_counts}
"""By the number of the migration that they complete, in its transaction."""
