"""A claim as rows: itself, its participants, its evidence, its dyads, its words. Rows are tuples, for speed.

What a column of a tuple is, `COLUMNS` says by the name of its table.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from elchi.model import Article, Claim
from elchi.model.record import block_of
from elchi.record.pairs import pairs_of, states_of_persons
from elchi.record.search_words import WordRow, row_of

as_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
"""JSON as the record keeps it: the same text for the same object."""


class Recorded(NamedTuple):
    """What the row of a claim has from its reading: keys, the clock of recording and the days of being known."""

    key: int
    reading: int
    article: int
    recorded_at: str
    superseded_by: int | None
    known_from: str
    known_to: str
    known_inferred: int


COLUMNS: dict[str, tuple[str, ...]] = {
    "claim": (
        *Recorded._fields, "claim", "kind", "type", "mode", "status", "earliest", "latest", "confidence", "method",
        "json", "block",
    ),
    "participant": (
        "claim", "n", "role", "entity", "kind", "label", "basis", "state", "office", "mention", "start", "end",
    ),
    "evidence": ("claim", "n", "field", "start", "end", "text"),
    "claim_pair": ("pair_key", "date_from", "claim"),
}  # fmt: skip
BLOCK = COLUMNS["claim"].index("block")
SUPERSEDED_BY = COLUMNS["claim"].index("superseded_by")
Row = tuple[Any, ...]


class ClaimRows:
    """The rows of some claims: of each table of `COLUMNS`, in the order of the claims, and of words to search."""

    __slots__ = ("tables", "words")

    def __init__(self) -> None:
        self.tables: dict[str, list[Row]] = {name: [] for name in COLUMNS}
        self.words: list[WordRow] = []

    def add(self, claim: Claim, article: Article, recorded: Recorded, told: str | None = None) -> None:
        """Add the rows of a claim.

        Args:
            claim: what the article claims.
            article: where its offsets count.
            recorded: its key, and what else of its row the reading fixes.
            told: its JSON, where that is known.
        """
        tables, key = self.tables, recorded.key
        span = claim.date or claim.valid_from
        earliest = span.start.isoformat() if span and span.start else None
        latest = span.end.isoformat() if span and span.end else None
        tables["claim"].append((
            *recorded, claim.claim, claim.kind.value, claim.type, claim.mode, claim.status.value, earliest, latest,
            round(claim.confidence, 3), claim.method, told or as_json(claim.to_json()), block_of(claim),
        ))  # fmt: skip
        tables["participant"] += _participants(claim, article, key)
        tables["evidence"] += [(key, n, e.field, e.start, e.end, e.text) for n, e in enumerate(claim.evidence)]
        day = earliest or (claim.published or "")[:10]
        tables["claim_pair"] += [(pair, day, key) for pair in pairs_of(claim)]
        self.words.append(row_of(claim, key, earliest or recorded.known_from))


def _participants(claim: Claim, article: Article, key: int) -> list[Row]:
    """Return a row a participant; words that name a person are no spelling of the state acted for."""
    states = states_of_persons(claim)
    words = article.field_text(claim.evidence[0].field if claim.evidence else "text")
    persons = {p.mention for p in claim.participants if p.kind == "person"}
    rows: list[Row] = []
    for n, party in enumerate(claim.participants):
        start, end = party.mention or (None, None)
        own = party.mention is not None and (party.kind == "person" or party.mention not in persons)
        rows.append((
            key, n, party.role, party.entity, party.kind, party.label, party.basis.value, states.get(n),
            party.office or None, words[start:end] if own else None, start, end,
        ))  # fmt: skip
    return rows
