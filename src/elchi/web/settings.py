"""What a claim says, field by field, for a form in which a person mends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from elchi.judgements import claim_meant
from elchi.model import Claim, ClaimKind, Participant, Status
from elchi.packs import load_catalogue, load_ontology_data
from elchi.reconcile import settings_of
from elchi.record import Record

PREFIX = "set."


@dataclass(frozen=True, slots=True)
class Setting:
    """A field that may be mended: its name, what stands in it, and what may, where that is a short list."""

    field: str
    words: str
    choices: tuple[str, ...] = ()


def settings_shown(claim: Claim) -> list[Setting]:
    """Return the fields of a claim that a form offers."""
    return [Setting(field, words, _choices(claim, field)) for field, words in _settings(claim).items()]


def settings_changed(record: Record, claim: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return those fields of a form that differ from what the claim says; of a claim that is not there, all."""
    now = _settings(claim_meant(record, claim))
    sent = {name.removeprefix(PREFIX): words.strip() for name, words in fields.items() if name.startswith(PREFIX)}
    return {field: words for field, words in sent.items() if words != now.get(field, "")}


def _settings(claim: Claim) -> dict[str, str]:
    return settings_of(claim, _name)


def _name(participant: Participant) -> str:
    """Return the label of a participant where it means nobody else, else the id."""
    found = load_catalogue().find(participant.label)
    return participant.label if [entity.id for entity in found] == [participant.entity] else participant.entity


def _choices(claim: Claim, field: str) -> tuple[str, ...]:
    if field == "status":
        return tuple(status.value for status in Status)
    ontology = load_ontology_data()
    if field == "type":
        types = ontology.properties if claim.kind is ClaimKind.STATEMENT else {f.type for f in ontology.frames.values()}
        return tuple(sorted({*types, claim.type}))
    return ()
