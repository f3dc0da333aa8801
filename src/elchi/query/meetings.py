"""Where parties met: meetings by place, with their dyads and years, and the meetings themselves by their sentences.

A place is one that an article names: of the meeting, else of the visit that it happened within. Where it names a state
alone, or a region, the meeting stands there in the list and has no point on the globe; where it names none, the meeting
has no place. Nothing is put into a capital because a state was named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from elchi.packs.place_points import Point, place_points
from elchi.query.answers import SCHEMA_VERSION
from elchi.query.brief import Brief, briefs
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming, label, resolve
from elchi.query.network import day_after
from elchi.record import Record
from elchi.record.meeting_places import MODES, NOWHERE, Held

__all__ = ["MODES", "MeetingPlace", "MeetingsAnswer", "meetings"]


@dataclass(frozen=True, slots=True)
class MeetingPlace:
    """A place with its meetings.

    Attributes:
        kind: the catalogue's: `capital`, `city`, `region`, `building`; `state` where a state alone is told.
        country: the state that it belongs to by the catalogue; None where that is disputed or not known.
        point: where it lies; None for what is no point.
        years: meetings by year, "" for those without a day.
        dyads: meetings by dyad (`IND|KAZ`), most first.
    """

    entity: str
    label: str
    kind: str
    country: str | None
    point: Point | None
    meetings: int
    years: Mapping[str, int]
    dyads: Mapping[str, int]

    def to_json(self) -> dict[str, Any]:
        """Give the place as an object of the answer `meetings`."""
        point = {"latitude": self.point.latitude, "longitude": self.point.longitude} if self.point else None
        return {
            "entity": self.entity, "label": self.label, "kind": self.kind, "country": self.country, "point": point,
            "meetings": self.meetings, "years": dict(self.years), "dyads": dict(self.dyads),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class MeetingsAnswer(Tabular):
    """Where parties met in a period.

    Attributes:
        entity, place: ids, where the question names one.
        places: those on the globe first, each part with most meetings first.
        nowhere: meetings of which no place is told.
        labels: of everyone in a dyad, by id.
        meetings: newest first; `more` where the limit left some out.
    """

    since: str | None
    until: str | None
    entity: str | None
    modes: tuple[str, ...]
    place: str | None
    places: tuple[MeetingPlace, ...]
    nowhere: int
    labels: Mapping[str, str]
    meetings: tuple[Brief, ...]
    more: bool = False

    @property
    def total(self) -> int:
        """How many meetings, those without a place among them."""
        return self.nowhere + sum(place.meetings for place in self.places)

    def rows(self) -> list[dict[str, Cell]]:
        """Return the meetings as flat rows, each with its place."""
        return [
            one.flat() | {"place": place.get("entity"), "place_label": place.get("label")}
            for one in self.meetings
            for place in [one.place or {}]
        ]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `meetings.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, "since": self.since, "until": self.until, "entity": self.entity,
            "modes": list(self.modes), "place": self.place, "total": self.total,
            "places": [place.to_json() for place in self.places], "nowhere": self.nowhere,
            "labels": dict(self.labels), "meetings": [one.to_json() for one in self.meetings], "more": self.more,
        }  # fmt: skip


def meetings(  # noqa: PLR0913 - one argument a filter
    record: Record, catalogue: Naming, *, since: str | None = None, until: str | None = None,
    entity: str | None = None, modes: Collection[str] = (), place: str | None = None, limit: int | None = None,
    offset: int = 0,
) -> MeetingsAnswer:  # fmt: skip
    """Return where parties met.

    Args:
        record: an open record.
        catalogue: whom names mean, and where places belong.
        since: the first ISO day; a meeting without a day stands at its publication.
        until: the last one.
        entity: a name in any script: only meetings in which it takes part.
        modes: some of `MODES`; empty for all.
        place: the id of a place, "" for meetings without one: only those.
        limit: the most meetings that are listed; places count all. None: all.
        offset: how many of them stand before the first.

    Raises:
        UnknownNameError: `entity` names nobody.
    """
    who = resolve(record, entity, catalogue).id if entity else None
    held = Held(since, day_after(until), who, tuple(modes), place)
    told = record.meetings(held, limit=None if limit is None else limit + 1, offset=offset)
    found = briefs(record, told if limit is None else told[:limit], catalogue)
    places, nowhere = _places(record, held, catalogue)
    sides = {side for one in places for dyad in one.dyads for side in dyad.split("|")}
    return MeetingsAnswer(
        since, until, who, tuple(mode for mode in MODES if mode in modes), place, places, nowhere,
        {side: label(side, catalogue) for side in sorted(sides)}, tuple(found),
        limit is not None and len(told) > limit,
    )  # fmt: skip


def _places(record: Record, held: Held, catalogue: Naming) -> tuple[tuple[MeetingPlace, ...], int]:
    years: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for place, year, count in record.meetings_by_year(held):
        years[place][year] = count
    dyads: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for place, dyad, count in record.meetings_by_dyad(held):
        dyads[place][dyad] = count
    nowhere = sum(years.pop(NOWHERE, {}).values())
    found = [_place(place, years[place], dyads[place], catalogue) for place in years]
    found.sort(key=lambda one: (one.point is None, -one.meetings, one.entity))
    return tuple(found), nowhere


def _place(place: str, years: Mapping[str, int], dyads: Counter[str], catalogue: Naming) -> MeetingPlace:
    known = catalogue.entities.get(place)
    kind = (known.subkind if known.kind.value == "place" else known.kind.value) if known else ""
    ordered = dict(sorted(dyads.items(), key=lambda row: (-row[1], row[0])))
    return MeetingPlace(
        place, label(place, catalogue), kind, known.state if known else None, place_points().get(place),
        sum(years.values()), years, ordered,
    )  # fmt: skip
