"""A row in English words, as the dossier words it: "Narendra Modi (IND) will visit Kazakhstan"."""

from __future__ import annotations

from elchi.export.event_row import EventRow
from elchi.export.wording import in_words, speaker_in_words, standing_in_words
from elchi.query import Backing, Occurrence, Party, Standing, half_open


def words_of(event: EventRow) -> str:
    """Return what happened, what holds, or who was quoted."""
    parties = tuple(Party(p.role, p.entity, p.kind, p.label, _home(p.kind, p.state), p.office) for p in event.parties)
    backing = Backing(claims=event.claims, confidence=event.confidence)
    if event.kind == "event":
        told = Occurrence(
            event.type, event.mode, event.status, event.plover, event.date, event.place, parties, backing,
            event.background, event.virtual, event.value, event.instrument, event.frame,
        )  # fmt: skip
        return in_words(told)
    if event.kind == "statement":
        return standing_in_words(
            Standing(
                event.type,
                event.status,
                parties,
                event.value,
                event.valid_from,
                half_open(event.status, event.valid_from, event.valid_to),
                event.place,
                backing,
            )
        )
    return f"{speaker_in_words([p for p in parties if p.role == 'speaker'])} said"


def _home(kind: str, state: str) -> str | None:
    return state or None if kind == "person" else None
