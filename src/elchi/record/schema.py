"""The tables of a record. The numbered files of `migrations/` build exactly these; a test says so.

A *reading* is one run of one method over one article. A later reading of the same document, of the
same text or a revised one, supersedes the claims of the earlier: that mark, `superseded_by` with the day
`known_to`, is the only thing of a claim that is ever written twice. `participant.means` is no part of the claim: it
says who a participant is by later joins and judgements, and is worked out anew from `meaning`.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, Table, UniqueConstraint, text
from sqlalchemy import Text as PlainText
from sqlalchemy.dialects import postgresql

Text = PlainText().with_variant(postgresql.TEXT(collation="C"), "postgresql")
"""Text that sorts by code point on every store; a server's own language would put ids into another order."""

FOREVER = "9999-12-31"
"""The day on which an interval ends that is open."""

APPLICATION_ID = 0x656C6368  # "elch" in ASCII: marks an SQLite file as a record

metadata = MetaData()

meta = Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

article = Table(
    "article",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("url", Text),
    Column("source", Text),
    Column("language", Text),
    Column("published", Text),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("metadata", Text, nullable=False),
    Column("revises", Integer, ForeignKey("article.key")),
    Column("recorded_at", Text, nullable=False),
    UniqueConstraint("document", "sha256"),
    Index("article_by_url", "url"),
    Index("article_by_sha256", "sha256"),
    Index("article_by_revises", "revises"),
    Index("article_by_language", "language"),
)

reading = Table(
    "reading",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("article", Integer, ForeignKey("article.key"), nullable=False),
    Column("method", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    UniqueConstraint("article", "method", "published"),
)

claim = Table(
    "claim",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("claim", Text, nullable=False),
    Column("reading", Integer, ForeignKey("reading.key"), nullable=False),
    Column("article", Integer, ForeignKey("article.key"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("confidence", Float, nullable=False),
    Column("method", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("superseded_by", Integer, ForeignKey("reading.key")),
    Column("json", Text, nullable=False),
    Column("block", Text, nullable=False, server_default=""),
    Column("known_from", Text, nullable=False, server_default=""),
    Column("known_to", Text, nullable=False, server_default=FOREVER),
    Column("known_inferred", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("claim", "reading"),
    Index("claim_by_type", "kind", "type", "mode", "status", "earliest"),
    Index("claim_by_article", "article"),
    Index("claim_by_block", "block"),
    Index("claim_by_superseding", "superseded_by"),
    Index("claim_by_confidence", "confidence", "claim"),
)

participant = Table(
    "participant",
    metadata,
    Column("claim", Integer, ForeignKey("claim.key"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("mention", Text),
    Column("start", Integer),
    Column("end", Integer),
    Column("state", Text),
    Column("office", Text),
    Column("means", Text),
    Index("participant_by_entity", "entity", "claim"),
    Index("participant_by_means", "means", "claim"),
    Index("participant_by_label", "label"),
    Index("participant_by_mention", "mention"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("claim", Integer, ForeignKey("claim.key"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("field", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
)

_QUOTES = text("quote = 1")

claim_pair = Table(
    "claim_pair",
    metadata,
    Column("pair_key", Text, nullable=False),
    Column("date_from", Text, nullable=False),
    Column("claim", Integer, ForeignKey("claim.key"), nullable=False),
    Column("quote", Integer, nullable=False, server_default=text("0")),  # whether the claim is one: few are
    Index("claim_pair_by_date", "pair_key", text("date_from DESC")),
    Index("claim_pair_by_claim", "claim"),
    Index("claim_pair_of_quotes", "pair_key", text("date_from DESC"), sqlite_where=_QUOTES, postgresql_where=_QUOTES),
)

meaning = Table(
    "meaning",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("mention", Text, primary_key=True),
    Column("means", Text, nullable=False),
    Column("label", Text, nullable=False),
)

name_join = Table(
    "name_join",
    metadata,
    Column("first", Text, primary_key=True),
    Column("second", Text, primary_key=True),
    Column("score", Float, nullable=False),
    Column("joined", Integer, nullable=False),
    Column("evidence", Text, nullable=False),
)

fingerprint = Table(
    "fingerprint",
    metadata,
    Column("article", Integer, ForeignKey("article.key"), primary_key=True),
    Column("method", Text, nullable=False),
    Column("body", Text, nullable=False),
)

report = Table(
    "report",
    metadata,
    Column("article", Integer, ForeignKey("article.key"), primary_key=True),
    Column("story", Text, nullable=False),
    Column("report", Text, nullable=False),
)

run = Table(
    "run",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("method", Text, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("ended_at", Text),
)

failure = Table(
    "failure",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("run", Integer, ForeignKey("run.key"), nullable=False),
    Column("document", Text, nullable=False),
    Column("line", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Index("failure_by_run", "run"),
)

judgement = Table(
    "judgement",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("reverses", Integer, ForeignKey("judgement.key")),
    Column("recorded_at", Text, nullable=False),
)
