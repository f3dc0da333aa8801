"""The tables of what is resolved from claims, beside those of `schema`; all of it can be worked out anew.

`dirty` names the blocks whose rows here are not what their claims come to. Each kind of thing has a table of itself,
with the columns that questions filter and sort by and the whole thing as JSON in `body`; a table of its claims, one of
its dyads, and one of its entities.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, text

from elchi.record.schema import Text, metadata

dirty = Table(
    "dirty",
    metadata,
    Column("block", Text, primary_key=True),
    Column("stamp", BigInteger, nullable=False),  # of the transaction that marked it last
)

occurrence = Table(
    "occurrence",
    metadata,
    Column("id", Text, primary_key=True),
    Column("block", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("plover", Text, nullable=False),
    Column("day", Text, nullable=False),  # what it is sorted by: the first day it can be of, else the first report's
    Column("earliest", Text),
    Column("latest", Text),
    Column("precision", Text),
    Column("place", Text),
    Column("part_of", Text),
    Column("background", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("known", Text, nullable=False, server_default=""),  # the first day on which a claim of it was known
    Column("reports", Integer, nullable=False, server_default=text("0")),
    Column("articles", Integer, nullable=False, server_default=text("0")),
    Column("shown", Text),  # what a page shows of its claims; NULL: they are to be asked
    Index("occurrence_by_block", "block"),
    Index("occurrence_by_day", "day"),
    Index("occurrence_by_status", "status", "background", text("day DESC"), "id"),
    Index("occurrence_by_part_of", "part_of"),
)

standing = Table(
    "standing",
    metadata,
    Column("id", Text, primary_key=True),
    Column("block", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("from_earliest", Text),
    Column("from_latest", Text),
    Column("to_earliest", Text),
    Column("to_latest", Text),
    Column("now", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("known", Text, nullable=False, server_default=""),  # the first day on which a claim of it was known
    Column("reports", Integer, nullable=False, server_default=text("0")),
    Column("articles", Integer, nullable=False, server_default=text("0")),
    Column("subject", Text),  # the first of each of the claim that tells most
    Column("object", Text),
    Column("shown", Text),  # what a page shows of its claims; NULL: they are to be asked
    Index("standing_by_block", "block"),
    Index("standing_by_slot", "slot"),
    Index("standing_by_subject", "subject", "type", "object"),
    Index("standing_by_type", "type"),
)

conflict = Table(
    "conflict",
    metadata,
    Column("id", Text, primary_key=True),
    Column("block", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("conflict_by_block", "block"),
    Index("conflict_by_state", "state", "kind"),
)

promise = Table(
    "promise",
    metadata,
    Column("id", Text, primary_key=True),
    Column("block", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("closed", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("due_earliest", Text),
    Column("due_latest", Text),
    Column("body", Text, nullable=False),
    Column("reports", Integer, nullable=False, server_default=text("0")),
    Column("articles", Integer, nullable=False, server_default=text("0")),
    Index("promise_by_block", "block"),
    Index("promise_by_due", "closed", "due_latest", "id"),
)


def _claims_of(thing: Table) -> Table:
    """Return the table of the claims that a thing rests on."""
    name = thing.name
    return Table(
        f"{name}_claim",
        metadata,
        Column(name, Text, ForeignKey(f"{name}.id"), primary_key=True),
        Column("claim", Integer, ForeignKey("claim.key"), primary_key=True),
        Index(f"{name}_claim_by_claim", "claim"),
    )


def _pairs_of(thing: Table) -> Table:
    """Return the table of the dyads that a thing is about."""
    name = thing.name
    return Table(
        f"{name}_pair",
        metadata,
        Column("pair_key", Text, nullable=False),
        Column("day", Text, nullable=False),
        Column(name, Text, ForeignKey(f"{name}.id"), nullable=False),
        Index(f"{name}_pair_by_day", "pair_key", text("day DESC"), name),
        Index(f"{name}_pair_by_{name}", name),
    )


def _entities_of(thing: Table) -> Table:
    """Return the table of the entities that take part in a thing, as they are meant by now."""
    name = thing.name
    return Table(
        f"{name}_entity",
        metadata,
        Column("entity", Text, nullable=False),
        Column("role", Text, nullable=False),
        Column("day", Text, nullable=False),
        Column(name, Text, ForeignKey(f"{name}.id"), nullable=False),
        Index(f"{name}_entity_by_day", "entity", text("day DESC"), name),
        Index(f"{name}_entity_by_{name}", name),
    )


THINGS = (occurrence, standing, conflict, promise)
CLAIMS = {thing.name: _claims_of(thing) for thing in THINGS}
PAIRS = {thing.name: _pairs_of(thing) for thing in THINGS}
ENTITIES = {thing.name: _entities_of(thing) for thing in THINGS}
