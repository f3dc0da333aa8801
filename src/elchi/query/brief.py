"""An occurrence in short: what happened, between whom, by one sentence; for lists that show many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from elchi.model import DateSpan
from elchi.model.record import Occurrence
from elchi.query.answers import Backing, Party, Sentence, span_json
from elchi.query.frames import Cell
from elchi.query.naming import Naming, parties
from elchi.record import Record

MOST_READ = 5
"""Claims of one occurrence that are read to count its reports; of one with more, the count that is kept is taken."""


@dataclass(frozen=True, slots=True)
class Brief:
    """An occurrence with its parties and the sentence of its lead claim.

    Attributes:
        day: what it is sorted by: its first day, else that of its first publication; "" where neither is known.
        support: how many reports tell it.
    """

    id: str
    type: str
    mode: str
    status: str
    plover: str
    date: DateSpan | None
    day: str
    place: dict[str, Any] | None
    parties: tuple[Party, ...]
    support: int
    claims: tuple[str, ...]
    sentence: Sentence | None

    def to_json(self) -> dict[str, Any]:
        """Give every field by its name."""
        return {
            "id": self.id, "type": self.type, "mode": self.mode, "status": self.status, "plover": self.plover,
            "date": span_json(self.date), "day": self.day or None, "place": self.place,
            "participants": [p.to_json() for p in self.parties], "support": self.support, "claims": list(self.claims),
            "sentence": self.sentence.to_json() if self.sentence else None,
        }  # fmt: skip

    def flat(self) -> dict[str, Cell]:
        """Give the occurrence as a flat row."""
        return {
            "occurrence": self.id, "type": self.type, "mode": self.mode, "status": self.status, "plover": self.plover,
            "day": self.day or None, "parties": "; ".join(dict.fromkeys(p.label for p in self.parties)),
            "support": self.support, "sentence": self.sentence.text if self.sentence else None,
        }  # fmt: skip


def briefs(record: Record, occurrences: Iterable[Occurrence], catalogue: Naming) -> list[Brief]:
    """Return occurrences in short, in their order; one whose lead is not in the record is left out."""
    found = list(occurrences)
    large = {o.id for o in found if len(o.claims) > MOST_READ and o.date is not None and o.date.start is not None}
    support = record.support("occurrence", large) if large else {}
    wanted = {c for o in found for c in ([o.lead] if o.id in support else o.claims)}
    claims = {id_: s.claim for id_, s in record.claims_with_ids(wanted).items()}
    report_of = record.reports_of({claim.document for claim in claims.values()})
    rows = []
    for one in found:
        lead = claims.get(one.lead)
        if lead is None:
            continue
        telling = [claims[c] for c in one.claims if c in claims]
        backing = Backing.of([lead])
        published = min((c.published[:10] for c in telling if c.published), default="")
        reports = len({report_of.get(c.document, c.document) for c in telling})
        reports = support[one.id].reports if one.id in support else reports
        rows.append(Brief(
            one.id, one.type, one.mode, one.status, one.plover, one.date,
            one.date.start.isoformat() if one.date and one.date.start else published, one.place,
            parties(lead, catalogue), reports, one.claims,
            backing.evidence[0] if backing.evidence else None,
        ))  # fmt: skip
    return rows
