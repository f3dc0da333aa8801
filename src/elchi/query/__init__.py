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
from elchi.query.frames import Cell
from elchi.query.home import DyadActivity, HomeAnswer, home
from elchi.query.names import NamesAnswer, PersonSeen, names
from elchi.query.naming import Naming, resolve
from elchi.query.network import NetworkAnswer, NetworkEdge, NetworkNode, network
from elchi.query.occurrences import occurrences
from elchi.query.offices import OfficeHeld
from elchi.query.pair import PairAnswer, pair, quotes
from elchi.query.positions import PositionsAnswer, Stance, positions
from elchi.query.review import Doubtful, JudgementLog, OpenConflict, ReviewAnswer, judgement_log, review
from elchi.query.search import Filters, Hit, NamedWords, SearchAnswer, search
from elchi.query.sql import SqlAnswer, sql
from elchi.query.standings import standings
from elchi.query.timeline import TimelineAnswer, timeline
from elchi.query.told import Told

__all__ = [
    "SCHEMA_VERSION",
    "SUPPORT_NOTE",
    "Backing",
    "Cell",
    "Conflict",
    "Doubtful",
    "Dyad",
    "DyadActivity",
    "EntityAnswer",
    "Filters",
    "Hit",
    "HomeAnswer",
    "JudgementLog",
    "Membership",
    "NamedWords",
    "NamesAnswer",
    "Naming",
    "NetworkAnswer",
    "NetworkEdge",
    "NetworkNode",
    "Occurrence",
    "OfficeHeld",
    "OpenConflict",
    "PairAnswer",
    "Party",
    "PersonSeen",
    "PositionsAnswer",
    "Quote",
    "ReviewAnswer",
    "SearchAnswer",
    "Sentence",
    "SqlAnswer",
    "Stance",
    "Standing",
    "TimelineAnswer",
    "Told",
    "conflicts_of_record",
    "entity",
    "home",
    "judgement_log",
    "names",
    "network",
    "occurrences",
    "pair",
    "positions",
    "quotes",
    "resolve",
    "review",
    "search",
    "sql",
    "standings",
    "timeline",
]
