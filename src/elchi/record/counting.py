"""How much a record holds."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, Select, func, select

from elchi.record import schema
from elchi.record.stored import Counts

_claim, _party, _article = schema.claim.c, schema.participant.c, schema.article.c
_CURRENT = _claim.superseded_by.is_(None)


def counts(connection: Connection) -> Counts:
    """Count what the record holds: from indexes, for the rows themselves are some kilobytes each."""
    types = select(_claim.kind, _claim.type, func.count()).group_by(_claim.kind, _claim.type)
    replaced = types.where(_claim.key.in_(select(_claim.key).where(~_CURRENT)))  # in this form, SQLite finds the few
    every, old = ({(r[0], r[1]): r[2] for r in connection.execute(asked)} for asked in (types, replaced))
    current = {key: count - old.get(key, 0) for key, count in every.items()}
    by_type = sorted(current.items(), key=lambda row: (-row[1], row[0][1], row[0][0]))
    languages = connection.execute(select(_article.language, func.count()).group_by(_article.language))
    by_language = sorted(((row[0] or "?", row[1]) for row in languages), key=lambda row: (-row[1], row[0]))
    return Counts(
        articles=sum(n for _, n in by_language), claims=sum(current.values()), superseded=sum(old.values()),
        entities=int(connection.execute(_number_meant()).scalar_one()),
        by_type=tuple((*key, n) for key, n in by_type if n), by_language=tuple(by_language),
    )  # fmt: skip


def _number_meant() -> Select[Any]:
    """Count those whom current claims mean: from name to name in an index, for few have a great many claims."""
    means = _values(_party.means, "meant")
    entities = _values(_party.entity, "read")

    def told(condition: ColumnElement[bool]) -> ColumnElement[bool]:
        here = select(_party.claim).join(schema.claim, _claim.key == _party.claim).where(condition, _CURRENT)
        return here.correlate(means, entities).exists()

    meant = select(means.c.value).where(told(_party.means == means.c.value))
    read = select(entities.c.value).where(told((_party.entity == entities.c.value) & _party.means.is_(None)))
    return select(func.count()).select_from(meant.union(read).subquery())


def _values(column: Any, name: str) -> CTE:  # noqa: ANN401 - a column of text
    """Return the values of an indexed column as `value`, each found from the one before; NULL ends them."""
    values = select(func.min(column).label("value")).cte(name, recursive=True)
    following = select(func.min(column)).where(column > values.c.value).scalar_subquery()
    return values.union_all(select(following).where(values.c.value.is_not(None)))
