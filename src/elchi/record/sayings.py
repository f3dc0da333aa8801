"""What claims say, and in whose words: what an answer shows of the claims behind it, read without the rest of them.

A page rests on some hundred claims, of which it shows the sentence and where it stands; to read them whole takes three
times as long.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, Select, select

from elchi.model import Claim, Evidence, Participant
from elchi.model.claim import TOLD_BY_NAME
from elchi.model.judged import corrected
from elchi.record import schema
from elchi.record.dirty import chunks
from elchi.record.judged import corrections
from elchi.record.names import Meant, as_meant, meant_since
from elchi.record.prepared import ask, many, one_of

_claim = schema.claim.c
_MOST_AT_ONCE = 5000
_REMEMBERED = 8192
"""Claims of which this is kept, some 3 KB each: those of busy dyads are shown again and again."""
_NAMES = frozenset(basis.value for basis in TOLD_BY_NAME)


@dataclass(slots=True, eq=False)
class Saying:
    """The words of a claim, where they stand and whose they are; the rest of it is read when it is asked for.

    Attributes are those of `Claim`, and:
        known_from: the first day on which the claim was known.
        named: whether it has a party that its words name, by name or title.
    """

    claim: str
    document: str
    source: str | None
    published: str | None
    language: str
    confidence: float
    evidence: tuple[Evidence, ...]
    attribution: tuple[dict[str, Any], ...]
    named: bool
    known_from: str
    parties: tuple[Participant, ...] | None = None
    text: str | None = None
    read_whole: Claim | None = None

    @classmethod
    def read(cls, text: str, known_from: str) -> Saying:
        """Read what a claim says from its JSON."""
        row = json.loads(text)
        return cls(
            row["claim"], row["document"], row.get("source"), row.get("published"), row["language"], row["confidence"],
            tuple([Evidence(e["field"], e["start"], e["end"], e["text"]) for e in row["evidence"]]),
            tuple(row.get("attribution", ())), any(party["basis"] in _NAMES for party in row["participants"]),
            known_from, text=text,
        )  # fmt: skip

    @classmethod
    def of(cls, claim: Claim, known_from: str) -> Saying:
        """Return what a claim says that is read already."""
        return cls(
            claim.claim, claim.document, claim.source, claim.published, claim.language, claim.confidence,
            claim.evidence, claim.attribution, claim.named, known_from, claim.participants, read_whole=claim,
        )  # fmt: skip

    @property
    def participants(self) -> tuple[Participant, ...]:
        """The parties of the claim."""
        if self.parties is None:
            self.parties = tuple(map(Participant.from_json, json.loads(self.text or "")["participants"]))
        return self.parties

    def whole(self) -> Claim:
        """Return the claim; one of what is kept with a thing cannot be read whole."""
        if self.read_whole is None:
            self.read_whole = Claim.from_json(json.loads(self.text or ""))
        return self.read_whole


_remembered = lru_cache(_REMEMBERED)(Saying.read)


def sayings(connection: Connection, ids: Collection[str]) -> dict[str, Saying]:
    """Return what the claims that have these ids say, by id; of one that was read more than once, the current or last.

    Parties are whom they mean by now, and claims as people corrected them.
    """
    question = _with_ids(connection.dialect.name)
    rows: list[Any] = []
    for some in chunks(sorted(set(ids)), _MOST_AT_ONCE):
        rows += ask(connection, question, ids=many(connection, some))
    rows.sort(key=lambda row: (row[1] is None, row[0]))  # the current, else the latest, comes last
    found = [(key, _remembered(text, known_from)) for key, _, text, known_from in rows]
    meant = meant_since(connection, [key for key, _ in found])
    changed = corrections(connection) if rows else {}
    if not meant and not changed:
        return {said.claim: said for _, said in found}
    return {said.claim: _as_changed(said, meant.get(key), changed.get(said.claim)) for key, said in found}


def _as_changed(said: Saying, meant: list[Meant] | None, changes: Any) -> Saying:  # noqa: ANN401 - see `corrections`
    if not meant and not changes:
        return said
    claim = as_meant(said.whole(), meant or ())
    return Saying.of(corrected(claim, changes), said.known_from)


@cache
def _with_ids(dialect: str) -> Select[Any]:
    columns = _claim.key, _claim.superseded_by, _claim.json, _claim.known_from
    return select(*columns).where(one_of(dialect, _claim.claim, "ids"))
