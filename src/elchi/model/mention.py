"""What a passage mentions, as written: parties, dates and amounts, before anyone says what they mean.

Nobody changes a mention. Those with many fields are not frozen all the same: a frozen one takes four times as long to
make, and they are made for every word that may be one.
"""

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


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one: see the head of the module
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
    RELATIVE_QUARTER = "relative_quarter"
    ANNIVERSARY = "anniversary"
    SEASON = "season"  # months of a year: a quarter, a half, summer
    YEARS = "years"  # a decade, a century, 2023-24
    FISCAL = "fiscal"  # a fiscal year, which begins in one of several months
    TOLD = "told"  # counted from the date told before: that day, two days later, the same year
    ERA = "era"  # a date of another calendar


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one: see the head of the module
class DateMention:
    """A date as written: which of the fields below are filled depends on its kind.

    Attributes:
        year: year of the calendar, or of the era; of `YEARS` the first one.
        month: month of the calendar, or of the era.
        day: day of the month; of a weekday (and of a day in a week) its ISO number.
        offsets: days from publication, one for each reading.
        days: an interval of days from publication or, of `TOLD`, from the date told before (least, most).
        relative: years, quarters, months or weeks from publication; of a calendar date or weekday, whether it is
            said to be the last (-1) or the next one (1).
        years: how many years an anniversary counts, or a decade holds.
        bound: "from" or "to" at the ends of a range, "since", "before", "after"; "of" where it
            dates an event before or after which something is told; "" for the date itself.
        until: of a range's first end, the second one.
        months: first and last month of a season; of a fiscal year, the months in which it may begin.
        part: the part of the period that is meant, from and to in percent; None for all of it.
        unit: of `TOLD`: day, month or year; `event` where it counts from an event that the text does not date there.
        era: of `ERA`: name of the calendar.
    """

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
    bound: str = ""
    until: DateMention | None = None
    months: tuple[int, ...] = ()
    part: tuple[int, int] | None = None
    unit: str = ""
    era: str = ""


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen, it takes far longer to make
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
