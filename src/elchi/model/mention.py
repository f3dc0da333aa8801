"""What a passage mentions, as written: parties, dates and amounts, before anyone says what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from elchi.model.entity import Entity


class PartyKind(StrEnum):
    """How a party is written."""

    NAME = "name"  # a state, organisation, group, body, agency or place by name
    ADJECTIVE = "adjective"  # a demonym before a noun: रूसी, মার্কিন
    PERSON = "person"  # a person, with or without title
    TITLE = "title"  # a title without a name
    DESCRIPTION = "description"  # both countries, he, the government


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party of an act as written: tokens `first` to `after` of its passage, characters `start` to `end`.

    Attributes:
        kind: how it is written.
        names: what the name may mean (of a person: the catalogue's persons of that name).
        owner: the state, organisation or place that a title or description is bound to, as named.
        host: the state in which a diplomat serves, where the text says so.
        office: office id of the title, or "".
        modifiers: former, acting, deputy ...
        person: the person's name by which mentions are compared, folded, or "".
        written: that name as the article spells it, without ending; "" of a person whom the catalogue knows.
        description: kind of the description, or "".
        role: the universal role that marker, ending or order shows.
        outer_role: the role of the noun that an adjective or genitive belongs to, or "".
        marked: whether a marker or ending shows the role.
        link: number of the coordination (A, B and C) that it belongs to.
    """

    first: int
    after: int
    start: int
    end: int
    kind: PartyKind
    names: tuple[Entity, ...] = ()
    owner: tuple[Entity, ...] = ()
    host: tuple[Entity, ...] = ()
    office: str = ""
    modifiers: tuple[str, ...] = ()
    person: str = ""
    description: str = ""
    role: str = ""
    outer_role: str = ""
    marked: bool = False
    link: int = 0
    person_span: tuple[int, int] | None = None
    written: str = ""


class DateKind(StrEnum):
    """How a date expression says its day."""

    CALENDAR = "calendar"  # any of year, month, day
    WEEKDAY = "weekday"
    OFFSET = "offset"  # days from publication, one or several readings
    AGO = "ago"  # an interval of days before (or after) publication
    RELATIVE_YEAR = "relative_year"
    RELATIVE_MONTH = "relative_month"
    RELATIVE_WEEK = "relative_week"
    ANNIVERSARY = "anniversary"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written. `years` counts an anniversary; `days` an interval from publication (least, most)."""

    first: int
    after: int
    start: int
    end: int
    text: str
    kind: DateKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    offsets: tuple[int, ...] = ()
    days: tuple[int, int] | None = None
    relative: int = 0
    years: int = 0
    bound: str = ""  # "from" or "to" where the date bounds a range


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: ISO currency, or the next noun's key, or ""."""

    first: int
    after: int
    start: int
    end: int
    value: float
    currency: str = ""
    kind: str = "cardinal"


@dataclass(frozen=True, slots=True)
class Marked:
    """All that one passage mentions, in order."""

    parties: tuple[PartyMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    amounts: tuple[Amount, ...] = ()
    quotes: tuple[tuple[int, int], ...] = field(default=())
