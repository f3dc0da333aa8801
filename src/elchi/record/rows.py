"""A claim as rows: itself, its participants, its evidence, its dyads, its words. Rows are tuples, for speed.

What a column of a tuple is, `COLUMNS` says by the name of its table.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from elchi.model import Article
from elchi.model.record import block_key
from elchi.record.pairs import pairs_among, states_beside
from elchi.record.search_words import WordRow, row_key, word_row

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
_SAID = itemgetter("claim", "kind", "type", "status", "confidence", "method", "language")
_PARTY, _MENTION = itemgetter("role", "entity", "kind"), itemgetter("start", "end")
_EVIDENCE = itemgetter("field", "start", "end", "text")
_NOTHING: dict[str, Any] = {}


class ClaimRows:
    """The rows of some claims: of each table of `COLUMNS`, in the order of the claims, and of words to search."""

    __slots__ = ("tables", "words")

    def __init__(self) -> None:
        self.tables: dict[str, list[Row]] = {name: [] for name in COLUMNS}
        self.words: list[WordRow] = []

    def add(self, claim: dict[str, Any], article: Article, recorded: Recorded, told: str) -> None:
        """Add the rows of a claim.

        Args:
            claim: what the article claims, in the JSON of the claim format.
            article: where its offsets count.
            recorded: its key, and what else of its row the reading fixes.
            told: that JSON as text.
        """
        tables, key, get = self.tables, recorded.key, claim.get
        name, kind, type_, status, confidence, method, language = _SAID(claim)
        participants = claim["participants"]
        parties = [_PARTY(party) for party in participants]
        evidence = [_EVIDENCE(said) for said in claim["evidence"]]
        span = get("date") or (get("valid") or _NOTHING).get("from") or _NOTHING
        earliest = span.get("start")
        tables["claim"].append((
            *recorded, name, kind, type_, get("mode", ""), status, earliest, span.get("end"), confidence, method, told,
            block_key(kind, parties),
        ))  # fmt: skip
        words = article.field_text(evidence[0][0] if evidence else "text")
        tables["participant"] += _participants(participants, parties, words, key)
        tables["evidence"] += [(key, n, *said) for n, said in enumerate(evidence)]
        day = earliest or (get("published") or "")[:10]
        tables["claim_pair"] += [(pair, day, key) for pair in pairs_among(parties)]
        filters = {"kind": kind, "type": type_, "language": language, "source": get("source") or ""}
        entities = {entity for _, entity, _ in parties}
        texts = [text for *_, text in evidence]
        self.words.append(word_row(row_key(earliest or recorded.known_from, key), texts, filters, entities))


def _participants(
    participants: Sequence[dict[str, Any]], parties: Sequence[tuple[str, str, str]], words: str, key: int
) -> list[Row]:
    """Return a row a participant; words that name a person are no spelling of the state acted for."""
    mentions = [_MENTION(party["mention"]) if party.get("mention") else None for party in participants]
    states = states_beside(parties, mentions)
    persons = {mentions[n] for n, (_, _, kind) in enumerate(parties) if kind == "person"}
    rows: list[Row] = []
    for n, (party, mention, (role, entity, kind)) in enumerate(zip(participants, mentions, parties, strict=True)):
        start, end = mention or (None, None)
        own = mention is not None and (kind == "person" or mention not in persons)
        rows.append((
            key, n, role, entity, kind, party["label"], party["basis"], states.get(n), party.get("office"),
            words[start:end] if own else None, start, end,
        ))  # fmt: skip
    return rows
