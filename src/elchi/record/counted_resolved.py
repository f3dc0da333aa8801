"""Counts of what is resolved: by dyad, year and root, and in all; and how much stands behind each thing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    bindparam,
    case,
    cast,
    delete,
    distinct,
    func,
    insert,
    literal,
    select,
    true,
    update,
)

from elchi.model.record import ConflictState
from elchi.record import counted_schema as counts
from elchi.record import resolved_schema as tables
from elchi.record import schema
from elchi.record.among import among
from elchi.record.counted import add
from elchi.record.dirty import chunks

SPENT = ("denied", "hypothetical")
_Which = Callable[[Table], ColumnElement[bool]]
_claim, _report = schema.claim.c, schema.report.c
_occurrence, _linked = tables.occurrence.c, tables.PAIRS["occurrence"].c
_AT_ONCE = 5000
SUPPORTED = (tables.occurrence, tables.standing, tables.promise)
"""What is told how many reports and articles stand behind it; a conflict tells it of its sides."""


def count(connection: Connection, which: _Which, sign: int) -> None:
    """Add (`sign` 1) or take away (-1) things: `which` gives the condition on each of their tables.

    They are taken away before they are deleted, and added when their dyads are written too.
    """
    add(connection, counts.dealing, _dealings(which(tables.occurrence), sign))
    add(connection, counts.dyad, _dyads(which(tables.occurrence), sign))
    for question in _totals(which, sign):
        add(connection, counts.resolved_count, question)


def of_blocks(blocks: Collection[str]) -> _Which:
    """Return which things are of some blocks."""
    return lambda table: table.c.block.in_(sorted(blocks))


def recount(connection: Connection) -> None:
    """Count all things anew."""
    for table in counts.OF_RESOLVED:
        connection.execute(delete(table))
    for table, question in ((counts.dealing, _dealings(true(), 1)), (counts.dyad, _dyads(true(), 1))):
        connection.execute(insert(table).from_select(list(table.columns.keys()), question))
    for question in _totals(lambda _: true(), 1):
        add(connection, counts.resolved_count, question)


def support_of_articles(connection: Connection, articles: Collection[int]) -> None:
    """Count the reports and articles behind each thing that articles tell, whose reports changed.

    What is kept of their claims to be shown names the reports: it is thrown away.
    """
    for table in SUPPORTED:
        linked = tables.CLAIMS[table.name]
        for some in chunks(sorted(set(articles)), _AT_ONCE):
            question = select(linked.c[table.name]).distinct().join(schema.claim, _claim.key == linked.c.claim)
            ids = connection.execute(question.where(among(connection, _claim.article, some))).scalars().all()
            for few in chunks(sorted(ids), _AT_ONCE):
                _support(connection, table, among(connection, linked.c[table.name], few))
                if "shown" in table.c:
                    connection.execute(update(table).where(among(connection, table.c.id, few)).values(shown=None))


def all_support(connection: Connection) -> None:
    """Count the reports and articles behind each thing."""
    for table in SUPPORTED:
        _support(connection, table, true())


def _support(connection: Connection, table: Table, which: ColumnElement[bool]) -> None:
    linked = tables.CLAIMS[table.name]
    thing = linked.c[table.name]
    told = func.coalesce(_report.report, cast(_claim.article, Text))
    question = (
        select(
            thing.label("of"), func.count(distinct(told)).label("reports"),
            func.count(distinct(_claim.article)).label("articles"), func.min(_claim.known_from).label("known"),
        )
        .select_from(linked.join(schema.claim, _claim.key == linked.c.claim))
        .outerjoin(schema.report, _report.article == _claim.article)
        .where(which).group_by(thing)
    )  # fmt: skip
    names = [name for name in ("reports", "articles", "known") if name in table.c]
    changed = update(table).where(table.c.id == bindparam("of"))
    changed = changed.values({name: bindparam(f"a_{name}") for name in names})
    for some in chunks(connection.execute(question).all(), _AT_ONCE):
        rows = [{"of": row.of, **{f"a_{name}": getattr(row, name) for name in names}} for row in some]
        connection.execute(changed, rows)


def support_in(claims: Collection[str], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a thing that say what is behind it: `known` has the rows of its claims by id."""
    rows = [known[claim] for claim in claims if claim in known]
    return {
        "known": min((row.known_from for row in rows), default=""),
        "reports": len({row.report or str(row.article) for row in rows}),
        "articles": len({row.article for row in rows}),
    }


def _dealings(which: ColumnElement[bool], sign: int) -> Select[Any]:
    columns = (
        _linked.pair_key, func.substr(_linked.day, 1, 4), _occurrence.plover,
        case((_occurrence.status.in_(SPENT), 1), else_=0),
    )  # fmt: skip
    return _of_pairs(select(*columns, sign * func.count())).where(which).group_by(*columns)


def _dyads(which: ColumnElement[bool], sign: int) -> Select[Any]:
    return _of_pairs(select(_linked.pair_key, sign * func.count())).where(which).group_by(_linked.pair_key)


def _of_pairs(question: Select[Any]) -> Select[Any]:
    same = _linked.occurrence == _occurrence.id
    return question.select_from(tables.occurrence).join(tables.PAIRS["occurrence"], same)


def _totals(which: _Which, sign: int) -> Iterator[Select[Any]]:
    parts: list[tuple[str, Table, ColumnElement[bool]]] = [(table.name, table, true()) for table in tables.THINGS]
    parts.append(("conflict_open", tables.conflict, tables.conflict.c.state == ConflictState.OPEN.value))
    parts.append(("promise_open", tables.promise, tables.promise.c.closed == 0))
    for name, table, some in parts:
        yield _total(name, sign).select_from(table).where(which(table), some)


def _total(name: str, sign: int) -> Any:  # noqa: ANN401 - a Select of two columns
    return select(literal(name), sign * func.count())
