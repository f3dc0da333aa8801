"""The record: claims of many articles, immutable, dated and sourced, and what is resolved from them.

Three clocks never mix: `date` and `valid` are when the world was so, `known` is when an outlet
said it, `recorded_at` is when this record learned it.
"""

from elchi.record.bulk import Progress
from elchi.record.bundle import read_bundle
from elchi.record.forgetting import Forgotten
from elchi.record.judged import APART, CONFIRM, CORRECT, REJECT, SAME, SETTLE, UNDO, judged_from
from elchi.record.names import DIFFERENT_ENTITIES, NOT_THIS_ENTITY, SAME_ENTITY
from elchi.record.pairs import pair_key
from elchi.record.record import Record
from elchi.record.sayings import Saying
from elchi.record.server import shown_place
from elchi.record.shown import MOST_SHOWN, Shown, claims_shown
from elchi.record.stored import (
    Counts,
    Dealings,
    Facet,
    InDoubt,
    NameCount,
    SearchHit,
    SearchPage,
    SeenEntity,
    StoredArticle,
    StoredClaim,
    StoredJudgement,
    StoredStory,
    Support,
)
from elchi.record.subjects import NotKnown, Subject
from elchi.record.writing import Added, ReadArticle

__all__ = [
    "APART",
    "CONFIRM",
    "CORRECT",
    "DIFFERENT_ENTITIES",
    "MOST_SHOWN",
    "NOT_THIS_ENTITY",
    "REJECT",
    "SAME",
    "SAME_ENTITY",
    "SETTLE",
    "UNDO",
    "Added",
    "Counts",
    "Dealings",
    "Facet",
    "Forgotten",
    "InDoubt",
    "NameCount",
    "NotKnown",
    "Progress",
    "ReadArticle",
    "Record",
    "Saying",
    "SearchHit",
    "SearchPage",
    "SeenEntity",
    "Shown",
    "StoredArticle",
    "StoredClaim",
    "StoredJudgement",
    "StoredStory",
    "Subject",
    "Support",
    "claims_shown",
    "judged_from",
    "pair_key",
    "read_bundle",
    "shown_place",
]
