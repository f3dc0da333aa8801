"""Questions to what was resolved: of a dyad, of an entity, of all; each an index look-up, newest first."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, Text, cast, distinct, func, or_, select

from elchi.model.record import Conflict, ConflictState, Occurrence, Promise, Standing
from elchi.record import bodies, schema
from elchi.record import resolved_schema as tables
from elchi.record.dirty import chunks

Found = TypeVar("Found", Occurrence, Standing, Conflict, Promise)
_SPENT = ("denied", "hypothetical")
_HELD = ("past", "ongoing")
_occurrence, _standing, _promise = tables.occurrence.c, tables.standing.c, tables.promise.c


def of_pair(
    connection: Connection, table: Table, read: Callable[[str], Found], key: str,
    *, limit: int | None = None, before: str | None = None, offset: int = 0,
) -> list[Found]:  # fmt: skip
    """Return the things of a dyad, newest first; `before` is an ISO day, not included."""
    pairs = tables.PAIRS[table.name]
    question = select(table.c.body).join(pairs, pairs.c[table.name] == table.c.id).where(pairs.c.pair_key == key)
    if before is not None:
        question = question.where(pairs.c.day < before)
    question = question.order_by(pairs.c.day.desc(), pairs.c[table.name])
    return _read(connection, question.limit(limit).offset(offset or None), read)


def of_entity(  # noqa: PLR0913 - one argument a filter
    connection: Connection, table: Table, read: Callable[[str], Found], entity: str,
    *, role: str | None = None, since: str | None = None, before: str | None = None,
    limit: int | None = None, offset: int = 0, on: str | None = None,
) -> list[Found]:  # fmt: skip
    """Return the things in which an entity takes part, newest first; from day `since` until, not with, `before`.

    With `on`, a day, only standings that may have held on it.
    """
    linked = tables.ENTITIES[table.name]
    held = select(linked.c[table.name], linked.c.day).where(linked.c.entity == entity).distinct()
    if role is not None:
        held = held.where(linked.c.role == role)
    if since is not None:
        held = held.where(linked.c.day >= since)
    if before is not None:
        held = held.where(linked.c.day < before)
    some = held.order_by(linked.c.day.desc(), linked.c[table.name]).limit(limit).offset(offset or None).subquery()
    question = select(table.c.body).join(some, some.c[table.name] == table.c.id)
    question = question if on is None else question.where(_may_have_held(on))
    return _read(connection, question.order_by(some.c.day.desc(), table.c.id), read)


def _may_have_held(on: str) -> ColumnElement[bool]:
    """Leave out standings that were over by a day, and those that began after it; what is ahead begins later."""
    over, ahead = _standing.to_latest <= on, _standing.status.not_in(_HELD)
    begun = or_(_standing.from_earliest.is_(None), _standing.from_earliest <= on, ahead)
    return or_(_standing.to_latest.is_(None), ~over) & begun


def with_ids(connection: Connection, table: Table, read: Callable[[str], Found], ids: Collection[str]) -> list[Found]:
    """Return the things that have these ids, by id."""
    found: list[Found] = []
    for some in chunks(sorted(set(ids))):
        found += _read(connection, select(table.c.body).where(table.c.id.in_(some)).order_by(table.c.id), read)
    return found


def of_claims(
    connection: Connection, table: Table, read: Callable[[str], Found], claims: Collection[str]
) -> dict[str, list[Found]]:
    """Return, by the id of each claim that has any, the things that rest on it."""
    linked, claim = tables.CLAIMS[table.name], schema.claim.c
    found: dict[str, list[Found]] = {}
    for some in chunks(sorted(set(claims))):
        question = (
            select(claim.claim, table.c.body)
            .select_from(linked.join(schema.claim, claim.key == linked.c.claim).join(table))
            .where(claim.claim.in_(some)).order_by(claim.claim, table.c.id)
        )  # fmt: skip
        for row in connection.execute(question).all():
            found.setdefault(row.claim, []).append(read(row.body))
    return found


def support(connection: Connection, linked: Table, kind: str, ids: Collection[str]) -> dict[str, tuple[int, int]]:
    """Return how many reports and how many articles tell each thing; an article without a report is one of its own."""
    claim, report, thing = schema.claim.c, schema.report.c, linked.c[kind]
    told = func.coalesce(report.report, cast(claim.article, Text))
    found: dict[str, tuple[int, int]] = {}
    for some in chunks(sorted(set(ids))):
        question = (
            select(thing, func.count(distinct(told)), func.count(distinct(claim.article)))
            .select_from(linked.join(schema.claim, claim.key == linked.c.claim))
            .outerjoin(schema.report, report.article == claim.article)
            .where(thing.in_(some)).group_by(thing)
        )  # fmt: skip
        found |= {row[0]: (row[1], row[2]) for row in connection.execute(question)}
    return found


def occurrences_between(
    connection: Connection, since: str | None, before: str | None, limit: int | None, offset: int
) -> list[Occurrence]:
    """Return the occurrences of a period, newest first."""
    question = select(_occurrence.body).order_by(_occurrence.day.desc(), _occurrence.id)
    if since is not None:
        question = question.where(_occurrence.day >= since)
    if before is not None:
        question = question.where(_occurrence.day < before)
    return _read(connection, question.limit(limit).offset(offset or None), bodies.occurrence)


def occurrences_within(connection: Connection, whole: str) -> list[Occurrence]:
    """Return the occurrences that are part of another, in the order of their days."""
    question = select(_occurrence.body).where(_occurrence.part_of == whole)
    return _read(connection, question.order_by(_occurrence.day, _occurrence.id), bodies.occurrence)


def activity(connection: Connection, since: str | None, before: str | None, limit: int) -> list[tuple[str, int]]:
    """Return the dyads of a period with their number of occurrences, the most active first."""
    pairs = tables.PAIRS["occurrence"].c
    count = func.count()
    question = select(pairs.pair_key, count).group_by(pairs.pair_key).order_by(count.desc(), pairs.pair_key)
    if since is not None:
        question = question.where(pairs.day >= since)
    if before is not None:
        question = question.where(pairs.day < before)
    return [(row[0], row[1]) for row in connection.execute(question.limit(limit))]


def dealings(
    connection: Connection, since: str | None, before: str | None, roots: Collection[str], pairs: Collection[str]
) -> list[tuple[str, str, str, int]]:
    """Return dyad, PLOVER root, year ("" where no day is known) and number of occurrences of a period, by these.

    What is denied or hypothetical is no dealing. Empty `roots` and `pairs` ask for all.
    """
    linked = tables.PAIRS["occurrence"].c
    year = func.substr(linked.day, 1, 4)
    columns = linked.pair_key, _occurrence.plover, year
    question = (
        select(*columns, func.count()).join(tables.occurrence, _occurrence.id == linked.occurrence)
        .where(_occurrence.status.not_in(_SPENT)).group_by(*columns).order_by(*columns)
    )  # fmt: skip
    if since is not None:
        question = question.where(linked.day >= since)
    if before is not None:
        question = question.where(linked.day < before)
    if roots:
        question = question.where(_occurrence.plover.in_(sorted(roots)))
    if pairs:
        question = question.where(linked.pair_key.in_(sorted(pairs)))
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(question).all()]


def kinds_of(connection: Connection, entities: Collection[str]) -> dict[str, tuple[str, str]]:
    """Return kind and label of entities as claims name them."""
    party = schema.participant.c
    found: dict[str, tuple[str, str]] = {}
    for some in chunks(sorted(set(entities))):
        question = (
            select(party.entity, func.min(party.kind), func.max(party.label))
            .where(party.entity.in_(some)).group_by(party.entity)
        )  # fmt: skip
        found |= {row[0]: (row[1], row[2]) for row in connection.execute(question)}
    return found


def conflicts(
    connection: Connection, state: ConflictState | None, limit: int | None, offset: int
) -> list[Conflict]:  # fmt: skip
    """Return the conflicts of the whole record, by block and id."""
    table = tables.conflict.c
    question = select(table.body).order_by(table.block, table.id).limit(limit).offset(offset or None)
    if state is not None:
        question = question.where(table.state == ConflictState(state).value)
    return _read(connection, question, bodies.conflict)


def promises(connection: Connection, due_before: str | None, limit: int | None, *, open_only: bool) -> list[Promise]:
    """Return the promises of the whole record, those due first before those due later, those without a day last."""
    question = select(_promise.body)
    if open_only:
        question = question.where(_promise.closed == 0)
    if due_before is not None:
        question = question.where(_promise.due_latest < due_before)
    order = (_promise.due_latest.is_(None), _promise.due_latest, _promise.id)
    return _read(connection, question.order_by(*order).limit(limit), bodies.promise)


def standings_in(connection: Connection, entity: str, types: Collection[str]) -> list[Standing]:
    """Return the standings of some types whose subject an entity is, the latest begun first."""
    linked = tables.ENTITIES["standing"].c
    subject = select(linked.standing).where(linked.entity == entity, linked.role == "subject")
    question = select(_standing.body).where(_standing.id.in_(subject), _standing.type.in_(sorted(types)))
    return _read(connection, question.order_by(_standing.day.desc(), _standing.id), bodies.standing)


def standings_of_slot(connection: Connection, slot: str) -> list[Standing]:
    """Return the standings that hold one slot by turns, in the order of their days."""
    question = select(_standing.body).where(_standing.slot == slot)
    return _read(connection, question.order_by(_standing.day, _standing.id), bodies.standing)


def counts(connection: Connection) -> dict[str, int]:
    """Count the resolved things by their kind, the open conflicts and promises, and the marked blocks."""
    asked = {table.name: select(func.count()).select_from(table) for table in tables.THINGS}
    is_open = tables.conflict.c.state == ConflictState.OPEN.value
    asked["conflict_open"] = select(func.count()).select_from(tables.conflict).where(is_open)
    asked["promise_open"] = select(func.count()).select_from(tables.promise).where(_promise.closed == 0)
    asked["dirty"] = select(func.count()).select_from(tables.dirty)
    return {name: int(connection.execute(question).scalar_one()) for name, question in asked.items()}


def _read(connection: Connection, question: Select[Any], read: Callable[[str], Found]) -> list[Found]:
    return [read(body) for body in connection.execute(question).scalars().all()]
