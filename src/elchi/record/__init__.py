"""The record: claims of many articles in one SQLite file, immutable, dated and sourced.

Three clocks never mix: `date` and `valid` are when the world was so, `published` is when an outlet
said it, `recorded_at` is when this record learned it.
"""

from elchi.record.names import DIFFERENT_ENTITIES, NOT_THIS_ENTITY, SAME_ENTITY
from elchi.record.pairs import pair_key
from elchi.record.record import Record
from elchi.record.stored import Counts, NameCount, SeenEntity, StoredArticle, StoredClaim, StoredStory
from elchi.record.writing import Added, ReadArticle

__all__ = [
    "DIFFERENT_ENTITIES",
    "NOT_THIS_ENTITY",
    "SAME_ENTITY",
    "Added",
    "Counts",
    "NameCount",
    "ReadArticle",
    "Record",
    "SeenEntity",
    "StoredArticle",
    "StoredClaim",
    "StoredStory",
    "pair_key",
]
