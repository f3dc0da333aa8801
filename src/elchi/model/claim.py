"""What an article claims, and where in the article it says so.

A *claim* is one source's statement that something happened, held or was said; it is not a fact.
The JSON form is the public interchange format, version 1 (docs/reference/claims.md).
"""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from operator import itemgetter
from typing import Any

from elchi.model.time import DateSpan


class ClaimKind(StrEnum):
    """The three kinds of claim."""

    EVENT = "event"
    STATEMENT = "statement"
    QUOTE = "quote"


class Status(StrEnum):
    """How the sentence puts an act."""

    PAST = "past"
    ONGOING = "ongoing"
    PLANNED = "planned"
    INTENDED = "intended"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Basis(StrEnum):
    """How a participant was found."""

    NAMED = "named"
    TITLE = "title"
    PRONOUN = "pronoun"
    BOTH_SIDES = "both_sides"
    SPEAKER = "speaker"
    HOME_STATE = "home_state"
    DISCOURSE = "discourse"


TOLD_BY_NAME = frozenset({Basis.NAMED, Basis.TITLE})
"""How a participant is found that the words of a claim name."""
_BASES = {basis.value: basis for basis in Basis}  # found in a tenth of the time that the class takes
_kind, _status = cache(ClaimKind), cache(Status)


@dataclass(frozen=True, slots=True)
class Participant:
    """One party of a claim in one role. `mention` is (start, end) in the evidence's field."""

    role: str
    entity: str
    kind: str
    label: str
    basis: Basis
    score: float = 1.0
    mention: tuple[int, int] | None = None
    sector: str = ""
    office: str = ""

    def to_json(self) -> dict[str, Any]:
        """The participant object of the claim format."""
        row: dict[str, Any] = {"role": self.role, "entity": self.entity, "kind": self.kind, "label": self.label}
        row |= {"basis": self.basis.value, "score": round(self.score, 3)}
        if self.mention is not None:
            row["mention"] = {"start": self.mention[0], "end": self.mention[1]}
        row |= {name: value for name, value in (("sector", self.sector), ("office", self.office)) if value}
        return row

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Participant:
        """Read a participant object of the claim format."""
        mention = row.get("mention")
        return cls(
            row["role"], row["entity"], row["kind"], row["label"], _BASES[row["basis"]], row["score"],
            (mention["start"], mention["end"]) if mention else None, row.get("sector", ""), row.get("office", ""),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that assert a claim: `text` is exactly `article[field][start:end]`."""

    field: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a reading: the rule, the words it rests on, and its weight in the score."""

    rule: str
    words: str
    weight: float


# One for all: to make it takes longer than to use it.
_ENCODER = json.JSONEncoder(ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of one article. Optional fields are None, False or empty when not said."""

    document: str
    kind: ClaimKind
    type: str
    status: Status
    participants: tuple[Participant, ...]
    evidence: tuple[Evidence, ...]
    confidence: float
    reasons: tuple[Reason, ...] = ()
    claim: str = ""
    method: str = ""
    published: str | None = None
    source: str | None = None
    text_sha256: str | None = None
    language: str = ""
    mode: str = ""
    plover: str = ""
    background: bool = False
    virtual: bool = False
    record: bool = False
    value: dict[str, Any] | None = None
    date: DateSpan | None = None
    valid_from: DateSpan | None = None
    valid_to: DateSpan | None = None
    contexts: tuple[str, ...] = ()
    instrument: dict[str, Any] | None = None
    medium: str = ""
    direct: bool | None = None
    place: dict[str, Any] | None = None
    attribution: tuple[dict[str, Any], ...] = ()

    @property
    def named(self) -> bool:
        """Whether the words name a party, by name or title."""
        return any(party.basis in TOLD_BY_NAME for party in self.participants)

    def identified(self) -> Claim:
        """Return the claim with its id: a hash of what it says and where, not of how it was found."""
        parts = sorted([p.role, p.entity] for p in self.participants)
        spans = [[e.field, e.start, e.end] for e in self.evidence]
        what = [self.document, self.text_sha256, self.kind.value, self.type, self.mode, parts, spans, self.value]
        digest = hashlib.sha256(_ENCODER.encode(what).encode("utf-8", "surrogatepass")).hexdigest()
        return replace(self, claim=digest[:20])

    def to_json(self) -> dict[str, Any]:
        """The claim object of the interchange format; fields that say nothing are left out."""
        row: dict[str, Any] = {
            "claim": self.claim, "document": self.document, "method": self.method, "published": self.published,
            "source": self.source, "text_sha256": self.text_sha256, "language": self.language,
            "kind": self.kind.value, "type": self.type, "status": self.status.value,
        }  # fmt: skip
        row |= {k: v for k, v in (("mode", self.mode), ("plover", self.plover)) if v}
        row |= {k: True for k in ("background", "virtual", "record") if getattr(self, k)}
        row["participants"] = [p.to_json() for p in self.participants]
        row |= {k: v for k, v in (("value", self.value), ("instrument", self.instrument), ("place", self.place)) if v}
        if self.date is not None:
            row["date"] = self.date.to_json()
        valid = {k: v.to_json() for k, v in (("from", self.valid_from), ("to", self.valid_to)) if v is not None}
        row |= {"valid": valid} if valid else {}
        row |= {"contexts": list(self.contexts)} if self.contexts else {}
        row |= {"medium": self.medium} if self.medium else {}
        row |= {"direct": self.direct} if self.direct is not None else {}
        row |= {"attribution": list(self.attribution)} if self.attribution else {}
        row["reasons"] = [{"rule": r.rule, "words": r.words, "weight": round(r.weight, 3)} for r in self.reasons]
        row["confidence"] = round(self.confidence, 3)
        row["evidence"] = [{"field": e.field, "start": e.start, "end": e.end, "text": e.text} for e in self.evidence]
        return row

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Claim:
        """Read a claim object; the inverse of `to_json`."""
        valid = row.get("valid") or {}
        spans = {k: DateSpan.from_json(v) for k, v in (("date", row.get("date")), *valid.items()) if v}
        return cls(
            document=row["document"], kind=_kind(row["kind"]), type=row["type"], status=_status(row["status"]),
            participants=tuple(Participant.from_json(p) for p in row["participants"]),
            evidence=tuple(Evidence(e["field"], e["start"], e["end"], e["text"]) for e in row["evidence"]),
            confidence=row["confidence"],
            reasons=tuple(Reason(r["rule"], r["words"], r["weight"]) for r in row.get("reasons", ())),
            claim=row["claim"], method=row["method"], published=row.get("published"), source=row.get("source"),
            text_sha256=row.get("text_sha256"), language=row["language"], mode=row.get("mode", ""),
            plover=row.get("plover", ""), background=row.get("background", False), virtual=row.get("virtual", False),
            record=row.get("record", False), value=row.get("value"), date=spans.get("date"),
            valid_from=spans.get("from"), valid_to=spans.get("to"), contexts=tuple(row.get("contexts", ())),
            instrument=row.get("instrument"), medium=row.get("medium", ""), direct=row.get("direct"),
            place=row.get("place"), attribution=tuple(row.get("attribution", ())),
        )  # fmt: skip


_TEXTS = itemgetter("document", "kind", "type", "status", "claim", "method", "language")
_OF_PARTY, _OF_EVIDENCE = itemgetter("role", "entity", "kind", "label", "basis"), itemgetter("field", "text")
_OF_REASON, _PLACE = itemgetter("rule", "words", "weight"), itemgetter("start", "end")
_KINDS, _STATUSES = frozenset(map(str, ClaimKind)), frozenset(map(str, Status))


def check_claim(row: Mapping[str, Any]) -> None:
    """Raise where `Claim.from_json` would, in a third of its time; and where text or a number is something else.

    Raises:
        KeyError, ValueError, TypeError, AttributeError: `row` is no claim object.
    """
    "".join(_TEXTS(row))
    if row["kind"] not in _KINDS or row["status"] not in _STATUSES:
        raise ValueError(f"kind {row['kind']!r} with status {row['status']!r}")
    round(row["confidence"], 3)
    for party in row["participants"]:
        "".join(_OF_PARTY(party))
        if party["basis"] not in _BASES:
            raise ValueError(f"basis {party['basis']!r}")
        round(party["score"], 3)
        if party.get("mention"):
            range(*_PLACE(party["mention"]))
    for said in row["evidence"]:
        "".join(_OF_EVIDENCE(said))
        range(*_PLACE(said))
    deque(map(_OF_REASON, row.get("reasons", ())), 0)
    for span in (row.get("date"), *(row.get("valid") or {}).values()):
        if span and DateSpan.from_json(span).to_json() != span:
            raise ValueError(f"no span of days such as 2024-08-20: {span}")
    tuple(row.get("contexts", ())), tuple(row.get("attribution", ()))
