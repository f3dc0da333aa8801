"""Questions to a record, read-only, with typed frozen answers. Every answer gives its sentences.

Until articles about one happening are matched, every article counts as a report of its own, and
each answer says so: `support_counts` is `"articles"`.
"""

from elchi.query.answers import SCHEMA_VERSION, Backing, Conflict, Occurrence, Party, Quote, Sentence, Standing
from elchi.query.entity import EntityAnswer, Membership, OfficeHeld, entity
from elchi.query.naming import Naming, resolve
from elchi.query.pair import PairAnswer, pair
from elchi.query.timeline import TimelineAnswer, timeline

__all__ = [
    "SCHEMA_VERSION",
    "Backing",
    "Conflict",
    "EntityAnswer",
    "Membership",
    "Naming",
    "Occurrence",
    "OfficeHeld",
    "PairAnswer",
    "Party",
    "Quote",
    "Sentence",
    "Standing",
    "TimelineAnswer",
    "entity",
    "pair",
    "resolve",
    "timeline",
]
