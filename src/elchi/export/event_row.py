"""What every export is made of: one thing told, with its parties, its time, its place and its sentences.

A row is made of one claim, or of an occurrence with all claims that tell it. Exporters take rows and nothing else, so
that an export holds exactly what was asked for, and never looks into a record by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from elchi.model import Claim, ClaimKind, DateSpan, Entity, EntityKind
from elchi.model.record import Occurrence
from elchi.record.pairs import states_of_persons

_FRAME = "frame:"


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One participant in one role.

    Attributes:
        state: the state itself, or the one that a person acts for; "" where neither.
        mention: the words that name it in the sentence; "" where nothing is written.
    """

    role: str
    entity: str
    kind: str
    label: str
    state: str = ""
    sector: str = ""
    office: str = ""
    mention: str = ""


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """The words of one claim: characters `start` to `end` of one field of a document."""

    claim: str
    document: str
    source: str
    published: str
    language: str
    field: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One claim, or one occurrence with the claims that tell it.

    Attributes:
        unit: `claim` or `occurrence`.
        plover: the PLOVER root by the codebook's rule (a planned visit is AGREE); "" for statements and quotes.
        frame: the frame of the ontology that was evoked, or "".
        support: how many reports tell it; a claim has one.
        recorded: when the record learned it (ISO 8601, UTC); "" where that is not known.
    """

    id: str
    unit: str
    kind: str
    type: str
    mode: str
    status: str
    plover: str
    frame: str
    date: DateSpan | None
    valid_from: DateSpan | None
    valid_to: DateSpan | None
    place: dict[str, Any] | None
    parties: tuple[PartyRow, ...]
    sentences: tuple[SentenceRow, ...]
    claims: tuple[str, ...]
    support: int
    confidence: float
    method: str = ""
    background: bool = False
    virtual: bool = False
    value: dict[str, Any] | None = None
    instrument: dict[str, Any] | None = None
    contexts: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    recorded: str = ""

    @property
    def published(self) -> str:
        """The first day on which a sentence was published (ISO 8601); "" where none is known."""
        return min((s.published[:10] for s in self.sentences if s.published), default="")

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents, each once."""
        return tuple(dict.fromkeys(s.document for s in self.sentences))

    def in_roles(self, *roles: str) -> tuple[PartyRow, ...]:
        """Return the parties that stand in one of `roles`."""
        return tuple(p for p in self.parties if p.role in roles)


def event_row_of_claim(claim: Claim, entities: Mapping[str, Entity], recorded: str = "") -> EventRow:
    """Return the row of one claim; `entities` tells which state a person belongs to."""
    return EventRow(
        id=claim.claim, unit="claim", kind=claim.kind.value, type=claim.type, mode=claim.mode,
        status=claim.status.value, plover=claim.plover, frame=_frame(claim), date=claim.date,
        valid_from=claim.valid_from, valid_to=claim.valid_to, place=claim.place, parties=_parties(claim, entities),
        sentences=tuple(_sentences(claim)), claims=(claim.claim,), support=1, confidence=claim.confidence,
        method=claim.method, background=claim.background, virtual=claim.virtual, value=claim.value,
        instrument=claim.instrument, contexts=claim.contexts, attribution=_attribution(claim), recorded=recorded,
    )  # fmt: skip


def event_row_of_occurrence(
    occurrence: Occurrence,
    claims: Iterable[Claim],
    entities: Mapping[str, Entity],
    reports: Mapping[str, str] | None = None,
    recorded: str = "",
) -> EventRow:
    """Return the row of an occurrence.

    Args:
        occurrence: what the record resolved.
        claims: the claims that tell it; its lead must be among them, others that it does not name are left aside.
        entities: the catalogue's, as for `event_row_of_claim`.
        reports: the report that each document belongs to; a document that is missing is a report of its own.
        recorded: when the record learned it.

    Raises:
        ValueError: the lead is not among the claims.
    """
    telling = {c.claim: c for c in claims if c.claim in occurrence.claims}
    if occurrence.lead not in telling:
        raise ValueError(f"occurrence {occurrence.id}: its lead {occurrence.lead} is not among the claims given")
    lead = telling[occurrence.lead]
    others = (c for c in telling.values() if c is not lead)
    ordered = [lead, *sorted(others, key=lambda c: (c.published or "", c.claim))]
    told = reports or {}
    return EventRow(
        id=occurrence.id, unit="occurrence", kind=ClaimKind.EVENT.value, type=occurrence.type, mode=occurrence.mode,
        status=occurrence.status, plover=occurrence.plover, frame=occurrence.frame, date=occurrence.date,
        valid_from=None, valid_to=None, place=occurrence.place, parties=_parties(lead, entities),
        sentences=tuple(s for c in ordered for s in _sentences(c)), claims=tuple(sorted(telling)),
        support=len({told.get(c.document, c.document) for c in ordered}),
        confidence=max(c.confidence for c in ordered), method=lead.method, background=occurrence.background,
        virtual=occurrence.virtual, value=occurrence.value, instrument=occurrence.instrument,
        contexts=tuple(dict.fromkeys(x for c in ordered for x in c.contexts)),
        attribution=tuple(dict.fromkeys(name for c in ordered for name in _attribution(c))), recorded=recorded,
    )  # fmt: skip


def _parties(claim: Claim, entities: Mapping[str, Entity]) -> tuple[PartyRow, ...]:
    beside = states_of_persons(claim.participants)
    rows = []
    for place, p in enumerate(claim.participants):
        known = entities.get(p.entity)
        state = p.entity if p.kind == "state" else beside.get(place) or _home(known)
        sector, words = p.sector or (known.sector if known else ""), _mention(claim, p.mention)
        rows.append(PartyRow(p.role, p.entity, p.kind, p.label, state, sector, p.office, words))
    return tuple(rows)


def _home(known: Entity | None) -> str:
    return known.state or "" if known and known.kind is EntityKind.PERSON else ""


def _mention(claim: Claim, place: tuple[int, int] | None) -> str:
    """Return the words of a mention where they stand in the evidence; "" where they stand outside of it."""
    if place is None:
        return ""
    inside = (e for e in claim.evidence if e.start <= place[0] < place[1] <= e.end)
    return next((e.text[place[0] - e.start : place[1] - e.start] for e in inside), "")


def _sentences(claim: Claim) -> Iterable[SentenceRow]:
    about = claim.claim, claim.document, claim.source or "", claim.published or "", claim.language
    return (SentenceRow(*about, e.field, e.start, e.end, e.text) for e in claim.evidence)


def _frame(claim: Claim) -> str:
    rules = (reason.rule for reason in claim.reasons)
    return next((rule.removeprefix(_FRAME) for rule in rules if rule.startswith(_FRAME)), "")


def _attribution(claim: Claim) -> tuple[str, ...]:
    return tuple(str(row["label"]) for row in claim.attribution if row.get("label"))
