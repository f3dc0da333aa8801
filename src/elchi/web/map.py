"""The map of meetings: the question, and the places as circles on an outline of the land."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Query

from elchi import query
from elchi.web import entries, land
from elchi.web.ask import Asking
from elchi.web.exports import ClaimsExporter
from elchi.web.network import short_label
from elchi.web.page import Page
from elchi.web.parameters import First, Last, Most, Offset, Party, Year

AT_ONCE = 50
_MOST_DYADS = 6
_LEAST, _LARGEST = 5.0, 24.0
_LETTER, _LINE = 6.6, 15.0
_NOWHERE = "-"
Mode = Annotated[
    Literal["", *query.MEETING_MODES] | None,  # type: ignore[valid-type]
    Query(description="How they met."),
]
Place = Annotated[
    str | None, Query(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$", description="A place by id; - for none told.")
]  # fmt: skip
Shown = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map: its circle, its name where that fits beside the others, the years of its meetings."""

    place: query.MeetingPlace
    x: float
    y: float
    radius: float
    named: bool
    years: str
    on: bool


@dataclass(frozen=True, slots=True)
class Map:
    """Everything that the template draws: paths of land and grid, and the places, larger ones first."""

    coast: str
    grid: str
    dots: tuple[Dot, ...]
    width: float = land.WIDTH
    height: float = land.HEIGHT


def meetings(  # noqa: PLR0913 - one argument a filter
    asking: Asking, *, since: First = None, until: Last = None, mode: Mode = None, entity: Party = "",
    place: Place = None, year: Year = None, limit: Most = None, offset: Offset = 0,  # noqa: ARG001 - year is drawn
) -> query.MeetingsAnswer:  # fmt: skip
    """Return where parties met, as `elchi meetings` does; the picture alone goes by the year."""
    return query.meetings(
        asking.record, asking.names, since=since.isoformat() if since else None,
        until=until.isoformat() if until else None, entity=entity.strip() or None, modes=[mode] if mode else (),
        place="" if place == _NOWHERE else place or None, limit=limit, offset=offset,
    )  # fmt: skip


def map_of(places: Sequence[query.MeetingPlace], year: str | None = None) -> Map:
    """Return the places that are points as circles whose area goes with their meetings; with a year, those of it."""
    shown = [place for place in places if place.point]
    view = land.view_of([(p.point.longitude, p.point.latitude) for p in shown if p.point])
    most = max((place.meetings for place in shown), default=1)
    taken: list[tuple[float, float, float, float]] = []
    dots = [_dot(place, view, most, taken, year) for place in shown]
    return Map(land.outline(view), land.grid(view), tuple(dots))


def _dot(
    place: query.MeetingPlace, view: land.View, most: int, taken: list[tuple[float, float, float, float]],
    year: str | None,
) -> Dot:  # fmt: skip
    """Return the circle of a place; of two names that would lie over each other, that with more meetings is shown."""
    x, y = view.place(place.point.longitude, place.point.latitude) if place.point else (0.0, 0.0)
    radius = round(max(_LEAST, _LARGEST * math.sqrt(place.meetings / most) * min(1.0, math.sqrt(most / 12))), 1)
    half = len(place.label) * _LETTER / 2
    box = (x - half, y + radius, 2 * half, _LINE)
    named = not any(_overlap(box, other) for other in taken)
    if named:
        taken.append(box)
    on = year is None or year in place.years
    return Dot(place, x, y, radius, named, " ".join(told for told in place.years if told), on)


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return across and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]


def _show(
    answer: query.MeetingsAnswer, asking: Asking, _page: int, year: str | None = None, offset: int = 0,
    limit: int | None = None,
) -> Shown:  # fmt: skip
    leads = {one.sentence.claim for one in answer.meetings if one.sentence}
    claims = {id_: stored.claim for id_, stored in asking.record.claims_with_ids(leads).items()}
    today, at_once = str(date.today().year), limit or AT_ONCE
    years = sorted({told for place in answer.places for told in place.years if told and told <= today})
    chosen = next((place for place in answer.places if place.entity == answer.place), None)
    return {
        "answer": answer, "drawn": map_of(answer.places, year or None), "years": years, "chosen": chosen,
        "placed": [place for place in answer.places if place.point],
        "unplaced": [place for place in answer.places if not place.point], "nowhere": _NOWHERE,
        "meetings": [entries.of_brief(one, claims, asking.names) for one in answer.meetings],
        "short": short_label, "modes": query.MEETING_MODES, "most_dyads": _MOST_DYADS,
        "earlier": max(0, offset - at_once) if offset else None,
        "later": offset + at_once if answer.more else None,
    }  # fmt: skip


MAP = Page("/map", meetings, _show, "map.html", "meetings", "Where parties met, by place.", AT_ONCE, ClaimsExporter())
