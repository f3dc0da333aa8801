"""Counts of claims: added to, taken from and counted anew by the same questions, in whose transactions claims change.

`added` is called after claims are written, `leave` before they are replaced or deleted, `mend` after that; `recount_of`
after participants mean others than before.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    and_,
    case,
    cast,
    delete,
    distinct,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from elchi.model import Basis
from elchi.record import counted_schema as tables
from elchi.record import schema
from elchi.record.among import among

_claim, _party, _article, _pair = schema.claim.c, schema.participant.c, schema.article.c, schema.claim_pair.c
_CURRENT = _claim.superseded_by.is_(None)
_MEANT = func.coalesce(_party.means, _party.entity)
_NAMED = and_(_party.basis == Basis.NAMED.value, _party.mention.is_not(None))  # a title or a pronoun is no spelling
_DAY = func.substr(_article.published, 1, 10)
_LANGUAGE = func.coalesce(_article.language, "")
_PLACES = 2**32  # more than a text has
_BY_ENTITY = (tables.entity_count, tables.name_count, tables.entity_pair)


class Spelling(NamedTuple):
    """A row of `name_count` whose first or last day may be gone."""

    entity: str
    mention: str
    language: str
    first: str | None
    last: str | None


def added(connection: Connection, first: int | None = None) -> None:
    """Count the claims from the key `first` on, or all, which are written by now."""
    claims = true() if first is None else _claim.key >= first
    for table in tables.OF_CLAIMS:
        add(connection, table, _QUESTIONS[table.name](claims, 1))


def leave(connection: Connection, claims: ColumnElement[bool]) -> list[Spelling]:
    """Take claims out of the counts, before they are replaced or deleted; give what comes back to `mend`."""
    found = _names(claims, 1).subquery()
    name = tables.name_count.c
    same = and_(name.entity == found.c[0], name.mention == found.c[1], name.language == found.c[2])
    question = select(name.entity, name.mention, name.language, name.first, name.last).join(found, same)
    outermost = question.where(or_(found.c.first <= name.first, found.c.last >= name.last))
    spellings = [Spelling(*row) for row in connection.execute(outermost).all()]
    for table in tables.OF_CLAIMS:
        add(connection, table, _QUESTIONS[table.name](claims, -1))
    return spellings


def replaced(connection: Connection, claims: ColumnElement[bool]) -> None:
    """Count claims, that `leave` took out, as replaced by a later reading."""
    add(connection, tables.kind_count, _kinds(and_(claims, ~_CURRENT), 1))


def mend(connection: Connection, spellings: Sequence[Spelling], first: int | None = None) -> None:
    """Find the first and the last day of spellings anew; `first` is the key from which on claims were written since."""
    fresh: dict[tuple[str, str, str], tuple[str | None, str | None]] = {}
    if first is not None and spellings:
        rows = connection.execute(_names(_claim.key >= first, 1)).all()
        fresh = {(row[0], row[1], row[2]): (row.first, row.last) for row in rows}
    for one in spellings:
        since, until = fresh.get(one[:3], (None, None))
        if since is None or until is None or since > (one.first or "") or until < (one.last or "~"):
            _mend(connection, one)


def _mend(connection: Connection, one: Spelling) -> None:
    means = or_(and_(_party.entity == one.entity, _party.means.is_(None)), _party.means == one.entity)
    here = and_(means, _party.mention == one.mention, _LANGUAGE.in_([one.language]))
    found = connection.execute(_names(here, 1)).first()
    name = tables.name_count
    row = and_(name.c.entity == one.entity, name.c.mention == one.mention, name.c.language == one.language)
    days = {"first": found.first, "last": found.last} if found else {"first": None, "last": None}
    connection.execute(update(name).where(row).values(days))


def recount_of(connection: Connection, entities: Collection[str]) -> None:
    """Count anew what claims tell of entities."""
    if not entities:
        return
    names = sorted(entities)
    read = and_(among(connection, _party.entity, names), _party.means.is_(None))
    means = or_(read, among(connection, _party.means, names))
    for table in _BY_ENTITY:
        connection.execute(delete(table).where(among(connection, table.c.entity, names)))
        connection.execute(insert(table).from_select(list(table.columns.keys()), _QUESTIONS[table.name](means, 1)))


def recount(connection: Connection) -> None:
    """Count all claims anew."""
    for table in tables.OF_CLAIMS:
        connection.execute(delete(table))
        question = _QUESTIONS[table.name](true(), 1)
        connection.execute(insert(table).from_select(list(table.columns.keys()), question))


def purge(connection: Connection) -> None:
    """Leave no row that counts nothing: it would tell a name that is in no claim any more."""
    for table in (*tables.OF_CLAIMS, *tables.OF_RESOLVED):
        connection.execute(delete(table).where(_number(table) == 0))


def add(connection: Connection, table: Table, question: Select[Any]) -> None:
    """Add the numbers of `question`, whose columns are those of `table`, to the rows of the same key."""
    write = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    rows: Any = write(table).from_select(list(table.columns.keys()), question)
    number = _number(table).name
    changed = {number: table.c[number] + rows.excluded[number]}
    if "first" in table.c:
        earlier = or_(table.c.first.is_(None), rows.excluded.first < table.c.first)
        later = or_(table.c.last.is_(None), rows.excluded.last > table.c.last)
        changed |= {
            "first": case((earlier, rows.excluded.first), else_=table.c.first),
            "last": case((later, rows.excluded.last), else_=table.c.last),
        }
    keys = [column.name for column in table.primary_key.columns]
    connection.execute(rows.on_conflict_do_update(index_elements=keys, set_=changed))


def _number(table: Table) -> ColumnElement[int]:
    """Return the column that counts: the first that is no part of the key."""
    return next(column for column in table.columns if not column.primary_key and column.name != "lower")


def _kinds(claims: ColumnElement[bool], sign: int) -> Select[Any]:
    old = case((_CURRENT, 0), else_=1)
    columns = _claim.kind, _claim.type, old
    return select(*columns, sign * func.count()).where(claims).group_by(*columns)


def _entities(claims: ColumnElement[bool], sign: int) -> Select[Any]:
    number = sign * func.count(distinct(_party.claim))
    return _of_parties(select(_MEANT, number)).where(claims, _CURRENT).group_by(_MEANT)


def _names(claims: ColumnElement[bool], sign: int) -> Select[Any]:
    """Ask for spellings with their mentions; taken out, they bring no days."""
    places = distinct(cast(_claim.article, BigInteger) * _PLACES + _party.start)
    first, last = (func.min(_DAY), func.max(_DAY)) if sign > 0 else (cast(null(), Text), cast(null(), Text))
    question = select(
        _MEANT, _party.mention, _LANGUAGE, (sign * func.count(places)), first.label("first"), last.label("last")
    )
    question = _of_parties(question).join(schema.article, _article.key == _claim.article)
    return question.where(claims, _CURRENT, _NAMED).group_by(_MEANT, _party.mention, _LANGUAGE)


def _labels(claims: ColumnElement[bool], sign: int) -> Select[Any]:
    question = _of_parties(select(_party.label, func.lower(_party.label), sign * func.count()))
    return question.where(claims, _CURRENT).group_by(_party.label)


def _pairs(claims: ColumnElement[bool], sign: int) -> Select[Any]:
    key, size = _pair.pair_key, func.length(_MEANT)
    bar = literal("|")
    begins = func.substr(key, 1, size + 1) == _MEANT.concat(bar)
    inside = or_(begins, func.substr(key, func.length(key) - size) == bar.concat(_MEANT))
    counted: Select[Any] = select(_MEANT, key, sign * func.count(distinct(_claim.key)))
    question = _of_parties(counted).join(schema.claim_pair, _pair.claim == _claim.key)
    return question.where(claims, _CURRENT, inside).group_by(_MEANT, key)


def _of_parties(question: Any) -> Select[Any]:  # noqa: ANN401 - any Select
    told: Select[Any] = question.select_from(schema.claim).join(schema.participant, _party.claim == _claim.key)
    return told


_QUESTIONS = {
    "kind_count": _kinds, "entity_count": _entities, "name_count": _names, "label_count": _labels,
    "entity_pair": _pairs,
}  # fmt: skip
