"""Questions to a record, read-only, with typed frozen answers. Every answer gives its sentences.

Support counts reports: copies and translations of one text count once. Each answer says so once: `support_counts` is
`"reports"`, and `support_note` puts it in words. Two days may be asked for: `on`, when the world was so, and `known`,
by when it had been published.
"""

from elchi.query.answers import (
    SCHEMA_VERSION,
    SUPPORT_NOTE,
    Backing,
    Conflict,
    ConflictSide,
    Occurrence,
    Party,
    Promise,
    PromiseStep,
    Quote,
    Sentence,
    Standing,
)
from elchi.query.conflicts import ConflictsAnswer, conflicts
from elchi.query.entity import Dyad, EntityAnswer, entity
from elchi.query.learned import LearnedAnswer, learned
from elchi.query.memberships import Membership, Ranks
from elchi.query.names import NamesAnswer, PersonSeen, names
from elchi.query.naming import Naming, resolve
from elchi.query.offices import OfficeHeld
from elchi.query.pair import PairAnswer, pair
from elchi.query.promises import PromisesAnswer, promises
from elchi.query.sources import occurrence_of_claim, quote_of_claim, standing_of_claim
from elchi.query.terms import half_open
from elchi.query.timeline import TimelineAnswer, timeline
from elchi.query.told import Clock

__all__ = [
    "SCHEMA_VERSION",
    "SUPPORT_NOTE",
    "Backing",
    "Clock",
    "Conflict",
    "ConflictSide",
    "ConflictsAnswer",
    "Dyad",
    "EntityAnswer",
    "LearnedAnswer",
    "Membership",
    "NamesAnswer",
    "Naming",
    "Occurrence",
    "OfficeHeld",
    "PairAnswer",
    "Party",
    "PersonSeen",
    "Promise",
    "PromiseStep",
    "PromisesAnswer",
    "Quote",
    "Ranks",
    "Sentence",
    "Standing",
    "TimelineAnswer",
    "conflicts",
    "entity",
    "half_open",
    "learned",
    "names",
    "occurrence_of_claim",
    "pair",
    "promises",
    "quote_of_claim",
    "resolve",
    "standing_of_claim",
    "timeline",
]
