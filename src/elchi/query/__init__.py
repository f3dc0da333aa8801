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
from elchi.query.brief import Brief
from elchi.query.conflicts import ConflictsAnswer, conflicts
from elchi.query.entity import Dyad, EntityAnswer, entity
from elchi.query.event import EventAnswer, event
from elchi.query.frames import Cell
from elchi.query.home import DyadActivity, HomeAnswer, home
from elchi.query.learned import LearnedAnswer, learned
from elchi.query.meetings import MODES as MEETING_MODES
from elchi.query.meetings import MeetingPlace, MeetingsAnswer, meetings
from elchi.query.memberships import Membership, Ranks
from elchi.query.names import NamesAnswer, PersonSeen, names
from elchi.query.naming import Naming, resolve
from elchi.query.network import USUAL_KINDS, NetworkAnswer, NetworkEdge, NetworkNode, network
from elchi.query.offices import OfficeHeld
from elchi.query.pair import PairAnswer, pair
from elchi.query.positions import PositionsAnswer, Stance, positions
from elchi.query.promises import PromisesAnswer, promises
from elchi.query.review import (
    Doubtful,
    JudgementLog,
    OpenConflict,
    ReviewAnswer,
    ReviewFilters,
    judgement_log,
    review,
)
from elchi.query.search import Filters, Hit, NamedWords, SearchAnswer, search
from elchi.query.sources import occurrence_of_claim, quote_of_claim, standing_of_claim
from elchi.query.sql import SqlAnswer, sql
from elchi.query.story import StoryAnswer, sides, story
from elchi.query.terms import half_open
from elchi.query.timeline import TimelineAnswer, timeline
from elchi.query.told import Clock

__all__ = [
    "MEETING_MODES",
    "SCHEMA_VERSION",
    "SUPPORT_NOTE",
    "USUAL_KINDS",
    "Backing",
    "Brief",
    "Cell",
    "Clock",
    "Conflict",
    "ConflictSide",
    "ConflictsAnswer",
    "Doubtful",
    "Dyad",
    "DyadActivity",
    "EntityAnswer",
    "EventAnswer",
    "Filters",
    "Hit",
    "HomeAnswer",
    "JudgementLog",
    "LearnedAnswer",
    "MeetingPlace",
    "MeetingsAnswer",
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
    "Promise",
    "PromiseStep",
    "PromisesAnswer",
    "Quote",
    "Ranks",
    "ReviewAnswer",
    "ReviewFilters",
    "SearchAnswer",
    "Sentence",
    "SqlAnswer",
    "Stance",
    "Standing",
    "StoryAnswer",
    "TimelineAnswer",
    "conflicts",
    "entity",
    "event",
    "half_open",
    "home",
    "judgement_log",
    "learned",
    "meetings",
    "names",
    "network",
    "occurrence_of_claim",
    "pair",
    "positions",
    "promises",
    "quote_of_claim",
    "resolve",
    "review",
    "search",
    "sides",
    "sql",
    "standing_of_claim",
    "story",
    "timeline",
]
