"""The vocabulary of elchi: frozen types that the stages share, and nothing that acts."""

from elchi.model.article import TEXT, TITLE, Article, EvidenceSpan, Passage, PassageKind
from elchi.model.claim import Basis, Claim, ClaimKind, Evidence, Participant, Reason, Status
from elchi.model.entity import Entity, EntityKind, Name, OfficeTerm
from elchi.model.story import ONE_REPORT, ORIGINAL, Relation, Story, StoryDocument, StoryPair
from elchi.model.time import DateSpan, Precision

__all__ = [
    "ONE_REPORT",
    "ORIGINAL",
    "TEXT",
    "TITLE",
    "Article",
    "Basis",
    "Claim",
    "ClaimKind",
    "DateSpan",
    "Entity",
    "EntityKind",
    "Evidence",
    "EvidenceSpan",
    "Name",
    "OfficeTerm",
    "Participant",
    "Passage",
    "PassageKind",
    "Precision",
    "Reason",
    "Relation",
    "Status",
    "Story",
    "StoryDocument",
    "StoryPair",
]
