"""What blocks came to goes into the tables, in the place of what they came to before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from operator import itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, delete, func, insert, literal_column, select

from elchi.model import Claim
from elchi.model.record import Conflict, Occurrence, Promise, Resolved, Standing
from elchi.model.time import DateSpan
from elchi.record import asking, counted_resolved, reports, schema, seats, shown, stores
from elchi.record import resolved_schema as tables
from elchi.record.among import among
from elchi.record.bodies import Thing, to_body
from elchi.record.dirty import chunks
from elchi.record.judged import with_other_parties
from elchi.record.pairs import pairs_of
from elchi.record.stored import StoredClaim

_BY_DAY = itemgetter("block", "day")  # so that what a page shows lies together
_NAMES = tuple(table.name for table in tables.THINGS)
_MOST_BLOCKS = 2000
_NONE: Mapping[str, StoredClaim] = MappingProxyType({})
_party, _pair = schema.participant.c, schema.claim_pair.c


class _Behind(NamedTuple):
    """What is known of the claims that things rest on.

    Attributes:
        claims: the current ones by id, whatever block they are of.
        reports: the report of each article that has one.
        corrected: claims by key, whose participants somebody corrected.
    """

    claims: Mapping[str, StoredClaim]
    reports: Mapping[int, str]
    corrected: Mapping[int, Claim]


def write_resolved(
    connection: Connection, resolved: Mapping[str, Resolved], read: Mapping[str, StoredClaim] = _NONE
) -> None:
    """Replace all rows of these blocks by what they came to.

    Args:
        connection: inside a transaction that writes.
        resolved: what they came to, by key.
        read: current claims, by id, that were read already and did not change since: they are not asked for again.
    """
    for blocks in chunks(resolved, _MOST_BLOCKS):
        _delete(connection, blocks)
        made = {name: [thing for block in blocks for thing in _parts(resolved[block], name)] for name in _NAMES}
        behind = _behind(connection, {c for things in made.values() for t in things for c in claims_of(t)}, read)
        for table in tables.THINGS:
            if made[table.name]:
                _insert(connection, table, made[table.name], behind)
        if any(made.values()):
            counted_resolved.count(connection, counted_resolved.of_blocks(connection, blocks), 1)


def _insert(connection: Connection, table: Table, made: list[Thing], behind: _Behind) -> None:
    rows = [_row(thing, behind) for thing in made]
    if "shown" in table.c:
        bodies = shown.bodies_shown(connection, made, behind.claims)
        for row in rows:
            row["shown"] = bodies[row["id"]]
        rows.sort(key=_BY_DAY)
    stores.of(connection).insert_rows(connection, table, rows)
    _link(connection, table, made, behind)


def _behind(connection: Connection, ids: set[str], read: Mapping[str, StoredClaim]) -> _Behind:
    claims = {claim: read[claim] for claim in ids & read.keys()}
    claims |= asking.current_claims(connection, ids - claims.keys())
    told = reports.reports_of_articles(connection, {stored.article for stored in claims.values()})
    return _Behind(claims, told, with_other_parties(connection, {stored.key for stored in claims.values()}))


def _parts(resolved: Resolved, name: str) -> tuple[Thing, ...]:
    found: dict[str, tuple[Thing, ...]] = {
        "occurrence": resolved.occurrences, "standing": resolved.standings, "conflict": resolved.conflicts,
        "promise": resolved.promises,
    }  # fmt: skip
    return found[name]


def _delete(connection: Connection, blocks: Collection[str]) -> None:
    """Delete what is there of blocks: nothing, of most that are marked when a record is loaded."""
    found = {thing.name: connection.execute(_ids(connection, thing, blocks)).scalars().all() for thing in tables.THINGS}
    if not any(found.values()):
        return
    counted_resolved.count(connection, counted_resolved.of_blocks(connection, blocks), -1)
    for thing in tables.THINGS:
        name, ids = thing.name, found[thing.name]
        if ids:
            for table in (tables.CLAIMS[name], tables.PAIRS[name], tables.ENTITIES[name]):
                connection.execute(delete(table).where(among(connection, table.c[name], ids)))
            connection.execute(delete(thing).where(among(connection, thing.c.id, ids)))


def _ids(connection: Connection, thing: Table, blocks: Collection[str]) -> Select[Any]:
    return select(thing.c.id).where(among(connection, thing.c.block, blocks))


def claims_of(thing: Thing) -> tuple[str, ...]:
    """Return the ids of the claims that a thing rests on."""
    if isinstance(thing, Conflict):
        return tuple(sorted({claim for side in thing.sides for claim in side.claims}))
    return thing.claims


def _link(connection: Connection, table: Table, things: list[Thing], behind: _Behind) -> None:
    """Write the claims, the dyads and the entities of `things`, which are rows of `table` by now."""
    name, known, corrected = table.name, behind.claims, behind.corrected
    of_claims, of_pairs, of_entities = tables.CLAIMS[name], tables.PAIRS[name], tables.ENTITIES[name]
    told = [(thing.id, known[claim].key) for thing in things for claim in claims_of(thing) if claim in known]
    if not told:
        return
    stores.of(connection).write_rows(connection, of_claims.name, (name, "claim"), told)
    day = table.c.day if "day" in table.c else literal_column("''")
    linked = of_claims.join(table, table.c.id == of_claims.c[name])
    here = among(connection, table.c.id, [thing.id for thing in things])
    as_read = of_claims.c.claim.not_in(sorted({key for _, key in told} & corrected.keys()))
    pairs = (
        select(_pair.pair_key, day, table.c.id).distinct()
        .select_from(linked.join(schema.claim_pair, _pair.claim == of_claims.c.claim)).where(here, as_read)
    )  # fmt: skip
    connection.execute(insert(of_pairs).from_select(["pair_key", "day", name], pairs))
    entities = (
        select(func.coalesce(_party.means, _party.entity), _party.role, day, table.c.id).distinct()
        .select_from(linked.join(schema.participant, _party.claim == of_claims.c.claim)).where(here, as_read)
    )  # fmt: skip
    connection.execute(insert(of_entities).from_select(["entity", "role", "day", name], entities))
    _link_corrected(connection, table, [(thing, corrected[key]) for thing, key in told if key in corrected])


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


def _row(thing: Thing, behind: _Behind) -> dict[str, Any]:
    row = {"id": thing.id, "block": thing.block, "body": to_body(thing)}
    if isinstance(thing, Conflict):
        return row | {"kind": thing.kind.value, "state": thing.state.value}
    told = counted_resolved.support_in(claims_of(thing), behind.claims, behind.reports)
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
        lead = behind.claims.get(thing.lead)
        subject, to_whom = seats.sides(lead.claim) if lead is not None else (None, None)
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
