"""How much a record holds."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from elchi.record import counted_schema as tables
from elchi.record import schema
from elchi.record.stored import Counts

_article = schema.article.c
_kind, _entity = tables.kind_count.c, tables.entity_count.c


def counts(connection: Connection) -> Counts:
    """Count what the record holds: claims and entities were counted when they changed, articles are in an index."""
    kinds = connection.execute(select(_kind.kind, _kind.type, _kind.superseded, _kind.claims)).all()
    by_type = sorted(((r[0], r[1], r[3]) for r in kinds if not r[2]), key=lambda row: (-row[2], row[1], row[0]))
    languages = connection.execute(select(_article.language, func.count()).group_by(_article.language))
    by_language = sorted(((row[0] or "?", row[1]) for row in languages), key=lambda row: (-row[1], row[0]))
    entities = select(func.count()).select_from(tables.entity_count).where(_entity.claims > 0)
    return Counts(
        articles=sum(n for _, n in by_language), claims=sum(n for *_, n in by_type),
        superseded=sum(r[3] for r in kinds if r[2]), entities=int(connection.execute(entities).scalar_one()),
        by_type=tuple(row for row in by_type if row[2]), by_language=tuple(by_language),
    )  # fmt: skip
