"""The parts that answers are made of. `to_json` gives the public shape (data/schema/*.json)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from elchi.model import DateSpan
from elchi.model.record import Stage
from elchi.query.backing import SUPPORT_NOTE, SUPPORT_SAID, Backing, Sentence, ascribed_to

SCHEMA_VERSION = 1
_CLOSED = frozenset({Stage.HELD.value, Stage.DELIVERED.value, Stage.CALLED_OFF.value})
__all__ = [
    "SCHEMA_VERSION",
    "SUPPORT_NOTE",
    "SUPPORT_SAID",
    "Backing",
    "Conflict",
    "ConflictSide",
    "Occurrence",
    "Party",
    "Promise",
    "PromiseStep",
    "Quote",
    "Sentence",
    "Standing",
    "ascribed_to",
    "span_json",
]


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
    """Something that holds over a time, as the claims of many articles put it.

    Attributes:
        valid_from: between which days it began; None where nobody says it.
        valid_to: between which days it ended: the first day on which it no longer held.
        now: whether nothing says that it is over.
        slot: what can hold one value at a time, such as `chairs SCO`; "" where the property is not exclusive.
        ended_by: the standing that took its place, by id; `successor` is that standing.
        certain: where a day is asked about, whether it surely held on it.
        known: the first day on which it was known.
        reasons: why its claims were taken for one.
        also: less specific words in which the value is told, too.
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
    id: str = ""
    slot: str = ""
    ended_by: str | None = None
    successor: Standing | None = None
    certain: bool = True
    known: str = ""
    reasons: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def told(self) -> str | None:
        """The day that the latest article to say so is of, or None."""
        return self.backing.last_published or None

    @property
    def begins(self) -> str:
        """The first day that it may have begun on, "" where nobody says it."""
        return self.valid_from.start.isoformat() if self.valid_from and self.valid_from.start else ""

    @property
    def ends(self) -> str:
        """The last day that it may have ended on, itself not included; "" where it is not known to have ended."""
        return self.valid_to.end.isoformat() if self.valid_to and self.valid_to.end else ""

    def party(self, role: str) -> str | None:
        """Return the entity in `role`, or None."""
        return next((p.entity for p in self.parties if p.role == role), None)

    def to_json(self) -> dict[str, Any]:
        """Give the standing as an object of the answer `pair`."""
        valid = {name: span_json(span) for name, span in (("from", self.valid_from), ("to", self.valid_to))}
        return {
            "id": self.id, "type": self.type, "status": self.status, "value": self.value, "also": list(self.also),
            "valid": valid,
            "slot": self.slot, "ended_by": self.ended_by, "now": self.now, "certain": self.certain, "told": self.told,
            "place": self.place, "participants": [p.to_json() for p in self.parties],
            "reasons": list(self.reasons), **self.backing.to_json(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event of the world, as the claims of many articles tell it.

    Attributes:
        part_of: the occurrence that it happened within, by id: a signing within a visit.
        known: the first day on which it was known.
        reasons: why its claims were taken for one.
    """

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
    id: str = ""
    part_of: str | None = None
    known: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """The first day it may have been on, or "" when the claims do not say."""
        return self.date.start.isoformat() if self.date and self.date.start else ""

    @property
    def order(self) -> tuple[str, str]:
        """What occurrences are sorted by: their day, else the day from which they were known."""
        return self.day or self.known or self.backing.published, self.id or self.backing.claims[0]

    @property
    def order_within(self) -> tuple[str, bool, str]:
        """What the parts of an occurrence are sorted by: of a day, those come last that no claim dates."""
        day, id_ = self.order
        return day, not self.day, id_

    def to_json(self) -> dict[str, Any]:
        """Give the occurrence as an object of the answer `pair`."""
        return {
            "id": self.id, "type": self.type, "mode": self.mode, "status": self.status, "plover": self.plover,
            "frame": self.frame, "date": span_json(self.date), "place": self.place, "background": self.background,
            "virtual": self.virtual, "value": self.value, "instrument": self.instrument, "part_of": self.part_of,
            "participants": [p.to_json() for p in self.parties], "reasons": list(self.reasons),
            **self.backing.to_json(),
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
class ConflictSide:
    """One side: a value with the claims that say it, or with the `source` that is no article; `label` names an id."""

    value: Any
    label: str
    backing: Backing
    source: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the side as an object of a conflict."""
        return {
            "value": self.value, "label": self.label, "source": self.source, "claims": list(self.backing.claims),
            "evidence": [s.to_json() for s in self.backing.evidence],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all hold.

    Attributes:
        about: in words: the chair of SCO, 2023.
        slot: the same by ids, as the record keeps it: `chairs SCO, 2023`.
        state: open, explained, or settled.
        explanation: why both were written, where the state is explained or settled; `by` whom it was settled.
    """

    id: str
    kind: str
    about: str
    sides: tuple[ConflictSide, ...]
    state: str = "open"
    slot: str = ""
    explanation: str = ""
    by: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the conflict as an object of the answers `pair` and `conflicts`."""
        return {
            "id": self.id, "kind": self.kind, "about": self.about, "slot": self.slot,
            "sides": [side.to_json() for side in self.sides], "state": self.state,
            "explanation": self.explanation, "by": self.by,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class PromiseStep:
    """A stage that something promised has reached, on which day, and who says so."""

    stage: str
    date: DateSpan | None
    backing: Backing

    def to_json(self) -> dict[str, Any]:
        """Give the step as an object of a promise."""
        return {"stage": self.stage, "date": span_json(self.date), **self.backing.to_json()}


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised, planned or agreed, and what became of it.

    Attributes:
        kind: `visit`, `meeting`, `agreement`, `aid`, `target`, `project` or `pledge`.
        lead: the claim that tells most, as an event or as a statement.
        due: by when or on which days; None where nobody says it.
        steps: the stages it has reached, in the order of their days.
        measure: for a target, its value, the latest figure, and whether that reaches it.
        reasons: why its deeds were taken for one promise, where no day, person or name says so.
    """

    id: str
    kind: str
    about: str
    lead: Occurrence | Standing
    due: DateSpan | None
    steps: tuple[PromiseStep, ...]
    backing: Backing
    measure: dict[str, Any] | None = None
    reasons: tuple[str, ...] = ()

    @property
    def stage(self) -> str:
        """The last stage that is known."""
        return self.steps[-1].stage

    @property
    def closed(self) -> bool:
        """Whether nothing more is due: it was held, delivered, or called off."""
        return self.stage in _CLOSED

    def overdue(self, today: date) -> bool:
        """Whether its last day is before `today`, and nobody says that it was done or called off."""
        return not self.closed and self.due is not None and self.due.end is not None and self.due.end < today

    def silent_days(self, today: date) -> int | None:
        """Return the days since an article last told of it; None where it is closed, or no article has a day."""
        last = self.backing.last_published
        return None if self.closed or not last else max(0, (today - date.fromisoformat(last)).days)

    def to_json(self, today: date | None = None) -> dict[str, Any]:
        """Give the promise as an object of the answers `pair` and `promises`; of the latter with its state `today`."""
        row = {
            "id": self.id, "kind": self.kind, "about": self.about, "stage": self.stage, "closed": self.closed,
            "due": span_json(self.due), "participants": [p.to_json() for p in self.lead.parties],
            "steps": [step.to_json() for step in self.steps], "measure": self.measure, "reasons": list(self.reasons),
            **self.backing.to_json(),
        }  # fmt: skip
        if today is not None:
            row |= {"overdue": self.overdue(today), "silent_days": self.silent_days(today)}
        return row


def span_json(span: DateSpan | None) -> dict[str, Any] | None:
    """Give a date as the claim format does, or None."""
    return span.to_json() if span is not None else None
