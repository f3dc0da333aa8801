"""The parts that answers are made of. `to_json` gives the public shape (data/schema/*.json)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from elchi.model import Basis, Claim, DateSpan, Evidence

SCHEMA_VERSION = 1
SUPPORT_NOTE = "support counts reports: copies and translations of one text count once"
SUPPORT_SAID = {"support_counts": "reports", "support_note": SUPPORT_NOTE}
"""What every answer says once of its counts."""
_TOLD_BY_NAME = frozenset({Basis.NAMED, Basis.TITLE})


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one claim, and where they stand."""

    claim: str
    document: str
    source: str | None
    published: str | None
    language: str
    field: str
    start: int
    end: int
    text: str
    attribution: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give every field by its name."""
        row = {name: getattr(self, name) for name in self.__slots__}
        return row | {"attribution": list(self.attribution)}


@dataclass(frozen=True, slots=True)
class Backing:
    """What an answer rests on: articles, claims and their sentences.

    Attributes:
        confidence: that of the surest claim; None without claims.
        inferred: whether no claim has a party that its words name, by name or title.
        attribution: to whom the articles ascribe it; empty where one says it in its own voice.
        reports: the articles, those of one report together; empty until `count_reports` has told.
    """

    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    evidence: tuple[Sentence, ...] = ()
    confidence: float | None = None
    inferred: bool = False
    attribution: tuple[str, ...] = ()
    reports: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Backing:
        """Gather the backing of claims, in the order of publication, then of id."""
        ordered = sorted({c.claim: c for c in claims}.values(), key=lambda c: (c.published or "", c.claim))
        sentences = [
            Sentence(c.claim, c.document, c.source, c.published, c.language, *_place_and_words(e), ascribed_to(c))
            for c in ordered
            for e in c.evidence
        ]
        documents = tuple(dict.fromkeys(c.document for c in ordered))
        ascribed = [ascribed_to(c) for c in ordered]
        return cls(
            documents, tuple(sorted(c.claim for c in ordered)), tuple(sentences),
            confidence=max((c.confidence for c in ordered), default=None),
            inferred=bool(ordered) and not any(p.basis in _TOLD_BY_NAME for c in ordered for p in c.participants),
            attribution=tuple(dict.fromkeys(name for names in ascribed for name in names)) if all(ascribed) else (),
        )  # fmt: skip

    @property
    def support(self) -> int:
        """The number of reports: copies and translations of one text count once."""
        return len(self.reports or self.documents)

    @property
    def published(self) -> str:
        """The first day of publication among the sentences; "" where none is known."""
        return min((s.published[:10] for s in self.evidence if s.published), default="")

    @property
    def last_published(self) -> str:
        """The last day of publication among the sentences; "" where none is known."""
        return max((s.published[:10] for s in self.evidence if s.published), default="")

    def to_json(self) -> dict[str, Any]:
        """Give counts, reports, claim ids and sentences."""
        told = self.reports or tuple((document,) for document in self.documents)
        return {
            "support": self.support, "articles": len(self.documents),
            "reports": [{"documents": list(documents)} for documents in told],
            "confidence": self.confidence, "parties_inferred": self.inferred, "attribution": list(self.attribution),
            "claims": list(self.claims), "evidence": [sentence.to_json() for sentence in self.evidence],
        }  # fmt: skip


def _place_and_words(evidence: Evidence) -> tuple[str, int, int, str]:
    return evidence.field, evidence.start, evidence.end, evidence.text


def ascribed_to(claim: Claim) -> tuple[str, ...]:
    """Return the names of those to whom the article ascribes a claim."""
    return tuple(str(row["label"]) for row in claim.attribution if row.get("label"))


@dataclass(frozen=True, slots=True)
class Party:
    """One participant; `state` is the state that a person acts for, `subkind` the catalogue's finer kind."""

    role: str
    entity: str
    kind: str
    label: str
    state: str | None = None
    office: str = ""
    subkind: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give every field by its name, empty ones left out."""
        row = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in row.items() if value}


@dataclass(frozen=True, slots=True)
class Standing:
    """Something that holds over a time, as one or several claims put it.

    `now` is False where another took its place.
    """

    type: str
    status: str
    parties: tuple[Party, ...]
    value: dict[str, Any] | None
    valid_from: DateSpan | None
    valid_to: DateSpan | None
    place: dict[str, Any] | None
    backing: Backing
    now: bool = True

    @property
    def told(self) -> str | None:
        """The day that the latest article to say so is of, or None."""
        return self.backing.last_published or None

    def party(self, role: str) -> str | None:
        """Return the entity in `role`, or None."""
        return next((p.entity for p in self.parties if p.role == role), None)

    def to_json(self) -> dict[str, Any]:
        """Give the standing as an object of the answer `pair`."""
        valid = {name: span_json(span) for name, span in (("from", self.valid_from), ("to", self.valid_to))}
        return {
            "type": self.type, "status": self.status, "value": self.value, "valid": valid,
            "now": self.now, "told": self.told,
            "place": self.place, "participants": [p.to_json() for p in self.parties], **self.backing.to_json(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event, as one or several claims tell it."""

    type: str
    mode: str
    status: str
    plover: str
    date: DateSpan | None
    place: dict[str, Any] | None
    parties: tuple[Party, ...]
    backing: Backing
    background: bool = False
    virtual: bool = False
    value: dict[str, Any] | None = None
    instrument: dict[str, Any] | None = None
    frame: str = ""

    @property
    def day(self) -> str:
        """The first day it may have been on, or "" when the claims do not say."""
        return self.date.start.isoformat() if self.date and self.date.start else ""

    @property
    def order(self) -> tuple[str, str]:
        """What occurrences are sorted by: their day, else the day they were first told on."""
        return self.day or self.backing.published, self.backing.claims[0]

    def to_json(self) -> dict[str, Any]:
        """Give the occurrence as an object of the answer `pair`."""
        return {
            "type": self.type, "mode": self.mode, "status": self.status, "plover": self.plover,
            "frame": self.frame, "date": span_json(self.date), "place": self.place, "background": self.background,
            "virtual": self.virtual, "value": self.value, "instrument": self.instrument,
            "participants": [p.to_json() for p in self.parties], **self.backing.to_json(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that an article says somebody said."""

    speakers: tuple[Party, ...]
    others: tuple[Party, ...]
    direct: bool | None
    medium: str
    date: DateSpan | None
    backing: Backing

    def to_json(self) -> dict[str, Any]:
        """Give the quote as an object of the answer `pair`."""
        return {
            "participants": [p.to_json() for p in (*self.speakers, *self.others)], "direct": self.direct,
            "medium": self.medium, "date": span_json(self.date), **self.backing.to_json(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all hold: one side a value, each with its claims and sentences."""

    id: str
    kind: str
    about: str
    sides: tuple[tuple[Any, Backing], ...]
    state: str = "open"

    def to_json(self) -> dict[str, Any]:
        """Give the conflict as an object of the answers `pair` and `conflicts`."""
        sides = [
            {"value": value, "claims": list(backing.claims), "evidence": [s.to_json() for s in backing.evidence]}
            for value, backing in self.sides
        ]
        return {"id": self.id, "kind": self.kind, "about": self.about, "sides": sides, "state": self.state}


def span_json(span: DateSpan | None) -> dict[str, Any] | None:
    """Give a date as the claim format does, or None."""
    return span.to_json() if span is not None else None
