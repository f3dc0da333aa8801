"""Questions to what was resolved: of a dyad, of an entity, of all; each an index look-up, newest first."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, func, literal_column, or_, select

from elchi.model.record import Conflict, ConflictState, Occurrence, Promise, Standing
from elchi.record import bodies, schema
from elchi.record import counted_schema as counts_
from elchi.record import resolved_schema as tables
from elchi.record.among import among
from elchi.record.dirty import chunks
from elchi.record.prepared import MOST, ask, many, one_of
from elchi.record.stored import Support

Found = TypeVar("Found", Occurrence, Standing, Conflict, Promise)
_TABLES = {table.name: table for table in tables.THINGS}
_MOST_AT_ONCE = 5000
_HELD = ("past", "ongoing")
HELD: tuple[Any, ...] = tuple(literal_column(f"'{one}'") for one in _HELD)
"""The statuses of what is told as so, in the words of a statement."""
_occurrence, _standing, _promise = tables.occurrence.c, tables.standing.c, tables.promise.c


def of_pair(  # noqa: PLR0913 - one argument a filter
    connection: Connection, table: Table, read: Callable[[str], Found], key: str,
    *, limit: int | None = None, before: str | None = None, offset: int = 0, on: str | None = None,
) -> list[Found]:  # fmt: skip
    """Return the things of a dyad, newest first; `before` is an ISO day, not included.

    With `on`, a day, only standings that may have held on it.
    """
    days = {"before": before, "day": on}
    given = {name: day for name, day in days.items() if day is not None}
    statement = _pair_question(table.name, frozenset(given))
    rows = ask(connection, statement, pair=key, limit=MOST if limit is None else limit, offset=offset, **given)
    return [read(row[0]) for row in rows]


@cache
def _pair_question(name: str, given: frozenset[str]) -> Select[Any]:
    table, pairs = _TABLES[name], tables.PAIRS[name]
    question = select(table.c.body).join(pairs, pairs.c[name] == table.c.id)
    question = question.where(pairs.c.pair_key == bindparam("pair"))
    if "before" in given:
        question = question.where(pairs.c.day < bindparam("before"))
    if "day" in given:
        question = question.where(may_have_held(bindparam("day")))
    question = question.order_by(pairs.c.day.desc(), pairs.c[name])
    return question.limit(bindparam("limit")).offset(bindparam("offset"))


def of_entity(  # noqa: PLR0913 - one argument a filter
    connection: Connection, table: Table, read: Callable[[str], Found], entity: str,
    *, role: str | None = None, since: str | None = None, before: str | None = None,
    limit: int | None = None, offset: int = 0, on: str | None = None, types: Collection[str] = (),
    modes: Collection[str] = (),
) -> list[Found]:  # fmt: skip
    """Return the things in which an entity takes part, newest first; from day `since` until, not with, `before`.

    With `on`, a day, only standings that may have held on it; with `types` and `modes`, only things of these.
    """
    wanted: dict[str, Any] = {"role": role, "since": since, "before": before, "day": on}
    wanted |= {"types": many(connection, sorted(types)) if types else None}
    wanted |= {"modes": many(connection, sorted(modes)) if modes else None}
    given = {name: value for name, value in wanted.items() if value is not None}
    statement = _entity_question(connection.dialect.name, table.name, frozenset(given))
    rows = ask(connection, statement, entity=entity, limit=MOST if limit is None else limit, offset=offset, **given)
    return [read(row[0]) for row in rows]


@cache
def _entity_question(dialect: str, name: str, given: frozenset[str]) -> Select[Any]:
    table, linked = _TABLES[name], tables.ENTITIES[name]
    held = select(linked.c[name], linked.c.day).where(linked.c.entity == bindparam("entity")).distinct()
    conditions: dict[str, ColumnElement[bool]] = {
        "role": linked.c.role == bindparam("role"), "since": linked.c.day >= bindparam("since"),
        "before": linked.c.day < bindparam("before"),
    }  # fmt: skip
    held = held.where(*(condition for part, condition in conditions.items() if part in given))
    of_thing = [may_have_held(bindparam("day"))] if "day" in given else []
    of_thing += [one_of(dialect, table.c[part[:-1]], part) for part in ("types", "modes") if part in given]
    if of_thing:
        held = held.join(table, table.c.id == linked.c[name]).where(*of_thing)
    held = held.order_by(linked.c.day.desc(), linked.c[name])
    some = held.limit(bindparam("limit")).offset(bindparam("offset")).subquery()
    question = select(table.c.body).join(some, some.c[name] == table.c.id)
    return question.order_by(some.c.day.desc(), table.c.id)


def may_have_held(on: Any) -> ColumnElement[bool]:  # noqa: ANN401 - a parameter
    """Leave out standings that were over by a day, and those that began after it; what is ahead begins later."""
    over, ahead = _standing.to_latest <= on, _standing.status.not_in(HELD)
    begun = or_(_standing.from_earliest.is_(None), _standing.from_earliest <= on, ahead)
    return or_(_standing.to_latest.is_(None), ~over) & begun


def with_ids(connection: Connection, table: Table, read: Callable[[str], Found], ids: Collection[str]) -> list[Found]:
    """Return the things that have these ids, by id."""
    found: list[Found] = []
    for some in chunks(sorted(set(ids)), _MOST_AT_ONCE):
        question = select(table.c.body).where(among(connection, table.c.id, some))
        found += _read(connection, question.order_by(table.c.id), read)
    return found


def of_claims(
    connection: Connection, table: Table, read: Callable[[str], Found], claims: Collection[str]
) -> dict[str, list[Found]]:
    """Return, by the id of each claim that has any, the things that rest on it."""
    linked, claim = tables.CLAIMS[table.name], schema.claim.c
    found: dict[str, list[Found]] = {}
    for some in chunks(sorted(set(claims)), _MOST_AT_ONCE):
        question = (
            select(claim.claim, table.c.body)
            .select_from(linked.join(schema.claim, claim.key == linked.c.claim).join(table))
            .where(among(connection, claim.claim, some)).order_by(claim.claim, table.c.id)
        )  # fmt: skip
        for row in connection.execute(question).all():
            found.setdefault(row.claim, []).append(read(row.body))
    return found


def support(connection: Connection, table: Table, ids: Collection[str]) -> dict[str, Support]:
    """Return how many reports and how many articles tell each thing; an article without a report is one of its own."""
    question = _support_question(connection.dialect.name, table.name)
    found: dict[str, Support] = {}
    for some in chunks(sorted(set(ids)), _MOST_AT_ONCE):
        rows = ask(connection, question, ids=many(connection, some))
        found |= {row[0]: Support(row[1], row[2], row[3]) for row in rows}
    return found


@cache
def _support_question(dialect: str, name: str) -> Select[Any]:
    table = _TABLES[name]
    known = table.c.known if "known" in table.c else literal_column("''")
    return select(table.c.id, table.c.reports, table.c.articles, known).where(one_of(dialect, table.c.id, "ids"))


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


def latest(connection: Connection, limit: int) -> list[Occurrence]:
    """Return the newest occurrences that are told as done or under way, none that only looks back."""
    found: list[Any] = []
    for status in _HELD:
        question = select(_occurrence.day, _occurrence.id, _occurrence.body)
        question = question.where(_occurrence.status == status, _occurrence.background == 0)
        found += connection.execute(question.order_by(_occurrence.day.desc(), _occurrence.id).limit(limit)).all()
    found.sort(key=lambda row: row.id)
    found.sort(key=lambda row: row.day, reverse=True)
    return [bodies.occurrence(row.body) for row in found[:limit]]


def activity(connection: Connection, since: str | None, before: str | None, limit: int) -> list[tuple[str, int]]:
    """Return the dyads of a period with their number of occurrences, the most active first."""
    if since is None and before is None:
        dyad = counts_.dyad.c
        busiest = select(dyad.pair_key, dyad.occurrences).where(dyad.occurrences > 0)
        busiest = busiest.order_by(dyad.occurrences.desc(), dyad.pair_key).limit(limit)
        return [(row[0], row[1]) for row in connection.execute(busiest).all()]
    pairs = tables.PAIRS["occurrence"].c
    count = func.count()
    question = select(pairs.pair_key, count).group_by(pairs.pair_key).order_by(count.desc(), pairs.pair_key)
    if since is not None:
        question = question.where(pairs.day >= since)
    if before is not None:
        question = question.where(pairs.day < before)
    return [(row[0], row[1]) for row in connection.execute(question.limit(limit)).all()]


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


def promises_by_due(connection: Connection, today: str, limit: int, *, overdue_only: bool) -> list[Promise]:
    """Return the first promises of the whole record: those overdue, due later, without a day, closed; each by its day.

    `today` is an ISO day; with `overdue_only`, those alone whose last day is before it.
    """
    open_, day = _promise.closed == 0, _promise.due_latest
    parts: list[tuple[ColumnElement[bool], tuple[Any, ...]]] = [(open_ & (day < today), (day, _promise.id))]
    if not overdue_only:
        parts += [
            (open_ & (day >= today), (day, _promise.id)), (open_ & day.is_(None), (_promise.id,)),
            (_promise.closed == 1, (func.coalesce(day, ""), _promise.id)),
        ]  # fmt: skip
    found: list[Promise] = []
    for condition, order in parts:
        if len(found) < limit:
            question = select(_promise.body).where(condition).order_by(*order).limit(limit - len(found))
            found += _read(connection, question, bodies.promise)
    return found


def standings_of_slot(connection: Connection, slot: str) -> list[Standing]:
    """Return the standings that hold one slot by turns, in the order of their days."""
    question = select(_standing.body).where(_standing.slot == slot)
    return _read(connection, question.order_by(_standing.day, _standing.id), bodies.standing)


def counts(connection: Connection) -> dict[str, int]:
    """Return how many things there are of each kind, open conflicts and promises apart, and the marked blocks."""
    names = [*(table.name for table in tables.THINGS), "conflict_open", "promise_open"]
    known = connection.execute(select(counts_.resolved_count.c.name, counts_.resolved_count.c.things)).all()
    found = dict.fromkeys(names, 0) | {row[0]: row[1] for row in known}
    return found | {"dirty": int(connection.execute(select(func.count()).select_from(tables.dirty)).scalar_one())}


def _read(connection: Connection, question: Select[Any], read: Callable[[str], Found]) -> list[Found]:
    return [read(body) for body in connection.execute(question).scalars().all()]
