"""A claim as rows: itself, its participants, its evidence, its dyads."""

from __future__ import annotations

import json
from typing import Any

from elchi.model import Article, Claim, ClaimKind
from elchi.model.record import block_of
from elchi.record.pairs import pairs_of, states_of_persons
from elchi.record.search_words import row_of

_AS_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
ClaimRows = dict[str, list[dict[str, Any]]]


def rows_of(claim: Claim, article: Article, keys: dict[str, Any]) -> ClaimRows:
    """Return the rows of a claim by the name of their table.

    Args:
        claim: what the article claims.
        article: where its offsets count.
        keys: `key` of the claim, and what else of its row the reading fixes.
    """
    span = claim.date or claim.valid_from
    earliest = span.start.isoformat() if span and span.start else None
    latest = span.end.isoformat() if span and span.end else None
    row = keys | {
        "claim": claim.claim, "kind": claim.kind.value, "type": claim.type, "mode": claim.mode,
        "status": claim.status.value, "earliest": earliest, "latest": latest, "confidence": claim.confidence,
        "method": claim.method, "json": _AS_JSON(claim.to_json()),
        "block": block_of(claim),
    }  # fmt: skip
    key, date_from = keys["key"], earliest or (claim.published or "")[:10]
    return {
        "claim": [row],
        "participant": _participants(claim, article, key),
        "evidence": [
            {"claim": key, "n": n, "field": e.field, "start": e.start, "end": e.end, "text": e.text}
            for n, e in enumerate(claim.evidence)
        ],
        "search_words": [row_of(claim, key, earliest or keys["known_from"])],
        "claim_pair": [
            {"pair_key": pair, "date_from": date_from, "claim": key, "quote": int(claim.kind is ClaimKind.QUOTE)}
            for pair in pairs_of(claim)
        ],
    }


def _participants(claim: Claim, article: Article, key: int) -> list[dict[str, Any]]:
    """Return a row a participant; words that name a person are no spelling of the state acted for."""
    states = states_of_persons(claim)
    words = article.field_text(claim.evidence[0].field if claim.evidence else "text")
    persons = {p.mention for p in claim.participants if p.kind == "person"}
    rows = []
    for n, party in enumerate(claim.participants):
        start, end = party.mention or (None, None)
        own = party.mention is not None and (party.kind == "person" or party.mention not in persons)
        rows.append({
            "claim": key, "n": n, "role": party.role, "entity": party.entity, "kind": party.kind,
            "label": party.label, "basis": party.basis.value, "state": states.get(n), "office": party.office or None,
            "mention": words[start:end] if own else None, "start": start, "end": end,
        })  # fmt: skip
    return rows
