"""What blocks came to goes into the tables, in the place of what they came to before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, literal_column, select

from elchi.model import Claim
from elchi.model.record import Conflict, Occurrence, Promise, Resolved, Standing
from elchi.model.time import DateSpan
from elchi.record import counted_resolved, schema, seats, shown, stores
from elchi.record import resolved_schema as tables
from elchi.record.among import among
from elchi.record.bodies import Thing, to_body
from elchi.record.dirty import chunks
from elchi.record.judged import with_other_parties
from elchi.record.pairs import pairs_of
from elchi.record.seats import Sides

_BY_DAY = itemgetter("block", "day")  # so that what a page shows lies together
_NAMES = tuple(table.name for table in tables.THINGS)
_claim, _party, _pair = schema.claim.c, schema.participant.c, schema.claim_pair.c


def write_resolved(connection: Connection, resolved: Mapping[str, Resolved]) -> None:
    """Replace all rows of these blocks by what they came to."""
    for blocks in chunks(resolved):
        counted_resolved.count(connection, counted_resolved.of_blocks(blocks), -1)
        _delete(connection, blocks)
        known = _claims(connection, {c for b in blocks for t in _things(resolved[b]) for c in claims_of(t)})
        keys = {claim: row.key for claim, row in known.items()}
        leads = {standing.lead for block in blocks for standing in resolved[block].standings}
        sides = seats.sides_of(connection, {lead: keys[lead] for lead in leads if lead in keys})
        for table in tables.THINGS:
            made = [thing for block in blocks for thing in _parts(resolved[block], table.name)]
            rows = [_row(thing, known, sides) for thing in made]
            if "shown" in table.c:
                bodies = shown.bodies_shown(connection, made)
                rows = [row | {"shown": bodies[row["id"]]} for row in sorted(rows, key=_BY_DAY)]
            if rows:
                stores.of(connection).insert_rows(connection, table, rows)
                _link(connection, table, made, keys)
        counted_resolved.count(connection, counted_resolved.of_blocks(blocks), 1)


def _parts(resolved: Resolved, name: str) -> tuple[Thing, ...]:
    found: dict[str, tuple[Thing, ...]] = {
        "occurrence": resolved.occurrences, "standing": resolved.standings, "conflict": resolved.conflicts,
        "promise": resolved.promises,
    }  # fmt: skip
    return found[name]


def _delete(connection: Connection, blocks: list[str]) -> None:
    for thing in tables.THINGS:
        ids = select(thing.c.id).where(thing.c.block.in_(blocks))
        for linked in (tables.CLAIMS, tables.PAIRS, tables.ENTITIES):
            table = linked[thing.name]
            connection.execute(delete(table).where(table.c[thing.name].in_(ids)))
        connection.execute(delete(thing).where(thing.c.block.in_(blocks)))


def _things(resolved: Resolved) -> Iterator[Thing]:
    for name in _NAMES:
        yield from _parts(resolved, name)


def _claims(connection: Connection, ids: set[str]) -> dict[str, Any]:
    """Return key, article, report and day of being known of current claims by id, whatever block they are of."""
    report = schema.report.c
    question = (
        select(_claim.claim, _claim.key, _claim.article, report.report, _claim.known_from)
        .outerjoin(schema.report, report.article == _claim.article).where(_claim.superseded_by.is_(None))
    )  # fmt: skip
    found: dict[str, Any] = {}
    for some in chunks(sorted(ids)):
        found |= {row.claim: row for row in connection.execute(question.where(among(connection, _claim.claim, some)))}
    return found


def claims_of(thing: Thing) -> tuple[str, ...]:
    """Return the ids of the claims that a thing rests on."""
    if isinstance(thing, Conflict):
        return tuple(sorted({claim for side in thing.sides for claim in side.claims}))
    return thing.claims


def _link(connection: Connection, table: Table, things: list[Thing], keys: dict[str, int]) -> None:
    """Write the claims, the dyads and the entities of `things`, which are rows of `table` by now."""
    name = table.name
    of_claims, of_pairs, of_entities = tables.CLAIMS[name], tables.PAIRS[name], tables.ENTITIES[name]
    rows: list[dict[str, Any]] = [
        {name: thing.id, "claim": keys[claim]} for thing in things for claim in claims_of(thing) if claim in keys
    ]
    if not rows:
        return
    stores.of(connection).insert_rows(connection, of_claims, rows)
    day = table.c.day if "day" in table.c else literal_column("''")
    changed = with_other_parties(connection, {row["claim"] for row in rows})
    as_read = of_claims.c.claim.not_in(sorted(changed))
    for ids in chunks([thing.id for thing in things]):
        linked = of_claims.join(table, table.c.id == of_claims.c[name])
        pairs = (
            select(_pair.pair_key, day, table.c.id).distinct()
            .select_from(linked.join(schema.claim_pair, _pair.claim == of_claims.c.claim))
            .where(table.c.id.in_(ids), as_read)
        )  # fmt: skip
        connection.execute(insert(of_pairs).from_select(["pair_key", "day", name], pairs))
        meant = func.coalesce(_party.means, _party.entity)
        entities = (
            select(meant, _party.role, day, table.c.id).distinct()
            .select_from(linked.join(schema.participant, _party.claim == of_claims.c.claim))
            .where(table.c.id.in_(ids), as_read)
        )  # fmt: skip
        connection.execute(insert(of_entities).from_select(["entity", "role", "day", name], entities))
    _link_corrected(connection, table, [(row[name], changed[row["claim"]]) for row in rows if row["claim"] in changed])


def _link_corrected(connection: Connection, table: Table, told: list[tuple[str, Claim]]) -> None:
    """Write the dyads and the entities of corrected claims: of each thing those that no other claim has brought."""
    name = table.name
    of_pairs, of_entities = tables.PAIRS[name], tables.ENTITIES[name]
    for thing, claim in told:
        day = connection.execute(select(table.c.day).where(table.c.id == thing)).scalar() if "day" in table.c else ""
        there = set(connection.execute(select(of_pairs.c.pair_key).where(of_pairs.c[name] == thing)).scalars())
        pairs = [{"pair_key": key, "day": day, name: thing} for key in pairs_of(claim) if key not in there]
        known = of_entities.c
        linked = {(r[0], r[1]) for r in connection.execute(
            select(known.entity, known.role).where(known[name] == thing))}  # fmt: skip
        parties = sorted({(p.entity, p.role) for p in claim.participants} - linked)
        entities = [{"entity": entity, "role": role, "day": day, name: thing} for entity, role in parties]
        for linking, rows in ((of_pairs, pairs), (of_entities, entities)):
            if rows:
                connection.execute(insert(linking), rows)


def _row(thing: Thing, known: Mapping[str, Any], sides: Mapping[str, Sides]) -> dict[str, Any]:
    row = {"id": thing.id, "block": thing.block, "body": to_body(thing)}
    if isinstance(thing, Conflict):
        return row | {"kind": thing.kind.value, "state": thing.state.value}
    told = counted_resolved.support_in(claims_of(thing), known)
    first_told = told["known"]
    if isinstance(thing, Occurrence):
        earliest, latest = _days(thing.date)
        return row | told | {
            "type": thing.type, "mode": thing.mode, "status": thing.status, "plover": thing.plover,
            "day": earliest or first_told, "earliest": earliest, "latest": latest,
            "precision": thing.date.precision.value if thing.date else None, "part_of": thing.part_of,
            "place": (thing.place or {}).get("entity"), "background": int(thing.background),
        }  # fmt: skip
    if isinstance(thing, Standing):
        (from_earliest, from_latest), (to_earliest, to_latest) = _days(thing.valid_from), _days(thing.valid_to)
        subject, to_whom = sides.get(thing.lead, (None, None))
        return row | told | {
            "type": thing.type, "status": thing.status, "slot": thing.slot, "day": from_earliest or first_told,
            "from_earliest": from_earliest, "from_latest": from_latest, "to_earliest": to_earliest,
            "to_latest": to_latest, "now": int(thing.now), "subject": subject, "object": to_whom,
        }  # fmt: skip
    told.pop("known")
    return row | told | _promise_row(thing, first_told)


def _promise_row(made: Promise, first_told: str) -> dict[str, Any]:
    earliest, latest = _days(made.due)
    return {
        "kind": made.kind, "stage": made.stage.value, "closed": int(made.closed), "day": earliest or first_told,
        "due_earliest": earliest, "due_latest": latest,
    }  # fmt: skip


def _days(span: DateSpan | None) -> tuple[str | None, str | None]:
    if span is None or span.start is None or span.end is None:
        return None, None
    return span.start.isoformat(), span.end.isoformat()
