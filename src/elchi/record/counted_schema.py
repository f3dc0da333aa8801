"""The tables of counts, beside those of `schema`: what questions would else count in a million rows each time.

Each is kept up to date in the transactions that change what it counts, by `counted` and `counted_resolved`; each can be
counted anew. Of claims, only current ones count; an entity is whom participants mean by now.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, text

from elchi.record.schema import Text, metadata

kind_count = Table(
    "kind_count",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("type", Text, primary_key=True),
    Column("superseded", Integer, primary_key=True, autoincrement=False),  # 1: of claims that a later reading replaced
    Column("claims", Integer, nullable=False),
    sqlite_with_rowid=False,
)

entity_count = Table(
    "entity_count",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("claims", Integer, nullable=False),
    sqlite_with_rowid=False,
)

name_count = Table(
    "name_count",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("mention", Text, primary_key=True),
    Column("language", Text, primary_key=True),  # "" where the article has none
    Column("mentions", Integer, nullable=False),  # a place of a text once, however many claims name it
    Column("first", Text),
    Column("last", Text),
    sqlite_with_rowid=False,
)

label_count = Table(
    "label_count",
    metadata,
    Column("label", Text, primary_key=True),
    Column("lower", Text, nullable=False),
    Column("parties", Integer, nullable=False),
    Index("label_count_by_lower", "lower"),
    sqlite_with_rowid=False,
)

entity_pair = Table(
    "entity_pair",
    metadata,
    Column("entity", Text, primary_key=True),  # one of the two, who takes part
    Column("pair_key", Text, primary_key=True),
    Column("claims", Integer, nullable=False),
    sqlite_with_rowid=False,
)

dealing = Table(
    "dealing",
    metadata,
    Column("pair_key", Text, primary_key=True),
    Column("year", Text, primary_key=True),  # "" where no day is known
    Column("plover", Text, primary_key=True),
    Column("spent", Integer, primary_key=True, autoincrement=False),  # 1: denied or hypothetical
    Column("occurrences", Integer, nullable=False),
    sqlite_with_rowid=False,
)

dyad = Table(
    "dyad",
    metadata,
    Column("pair_key", Text, primary_key=True),
    Column("occurrences", Integer, nullable=False),
    Index("dyad_by_occurrences", text("occurrences DESC"), "pair_key"),
    sqlite_with_rowid=False,
)

resolved_count = Table(
    "resolved_count",
    metadata,
    Column("name", Text, primary_key=True),  # a kind of thing, or `conflict_open`, `promise_open`
    Column("things", Integer, nullable=False),
    sqlite_with_rowid=False,
)

OF_CLAIMS = (kind_count, entity_count, name_count, label_count, entity_pair)
OF_RESOLVED = (dealing, dyad, resolved_count)
