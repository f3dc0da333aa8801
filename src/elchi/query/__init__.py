"""Questions to a record, read-only, with typed frozen answers. Every answer gives its sentences.

Support counts reports: copies and translations of one text count once. Each answer says so once: `support_counts` is
`"reports"`, and `support_note` puts it in words.
"""

from elchi.query.answers import (
    SCHEMA_VERSION,
    SUPPORT_NOTE,
    Backing,
    Conflict,
    Occurrence,
    Party,
    Quote,
    Sentence,
    Standing,
)
from elchi.query.conflicts import conflicts_of_record
from elchi.query.entity import Dyad, EntityAnswer, Membership, entity
from elchi.query.names import NamesAnswer, PersonSeen, names
from elchi.query.naming import Naming, resolve
from elchi.query.occurrences import occurrences
from elchi.query.offices import OfficeHeld
from elchi.query.pair import PairAnswer, pair, quotes
from elchi.query.standings import standings
from elchi.query.story import StoryAnswer, sides, story
from elchi.query.timeline import TimelineAnswer, timeline

__all__ = [
    "SCHEMA_VERSION",
    "SUPPORT_NOTE",
    "Backing",
    "Conflict",
    "Dyad",
    "EntityAnswer",
    "Membership",
    "NamesAnswer",
    "Naming",
    "Occurrence",
    "OfficeHeld",
    "PairAnswer",
    "Party",
    "PersonSeen",
    "Quote",
    "Sentence",
    "Standing",
    "StoryAnswer",
    "TimelineAnswer",
    "conflicts_of_record",
    "entity",
    "names",
    "occurrences",
    "pair",
    "quotes",
    "resolve",
    "sides",
    "standings",
    "story",
    "timeline",
]
