"""Where talks were held, counted by the store: meetings by place and year, dyads by place, and the meetings themselves.

A meeting is an occurrence of the type CONSULT at which parties were in one place: a call is none, nor one by video.
What is planned, denied or hypothetical has not been held. A meeting of which no place is told stands where the visit
that it happened within does.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from elchi.model.record import Occurrence
from elchi.record import bodies
from elchi.record import resolved_schema as tables

TYPE = "CONSULT"
MODES = ("visit", "meet", "summit", "multilateral", "mediate")
"""Modes in which parties are in one place."""
NOWHERE = ""
"""The place of a meeting of which none is told."""
_HELD = ("past", "ongoing")
_BY_VIDEO = '%"virtual":true%'
_occurrence, _pair, _party = tables.occurrence.c, tables.PAIRS["occurrence"].c, tables.ENTITIES["occurrence"].c
_VISIT = tables.occurrence.alias("visit")
_WITH_VISIT = tables.occurrence.outerjoin(_VISIT, _VISIT.c.id == _occurrence.part_of)
_place = func.coalesce(_occurrence.place, _VISIT.c.place, NOWHERE)


@dataclass(frozen=True, slots=True)
class Held:
    """Which meetings are asked for: from `since` until, not with, `before`; by entity, modes and place (an id)."""

    since: str | None = None
    before: str | None = None
    entity: str | None = None
    modes: Collection[str] = ()
    place: str | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """Return what holds of the rows that are asked for, occurrences with the visit around them."""
        status = func.coalesce(
            _occurrence.status, ""
        )  # else SQLite goes by its index, row by row through the whole file
        wanted = [_occurrence.type == TYPE, _occurrence.mode.in_(sorted(self.modes or MODES)), status.in_(_HELD),
                  _occurrence.body.not_like(_BY_VIDEO)]  # fmt: skip
        if self.since is not None:
            wanted.append(_occurrence.day >= self.since)
        if self.before is not None:
            wanted.append(_occurrence.day < self.before)
        if self.entity is not None:
            wanted.append(_occurrence.id.in_(select(_party.occurrence).where(_party.entity == self.entity)))
        if self.place is not None:
            wanted.append(_place == self.place)
        return wanted


def by_place_and_year(connection: Connection, held: Held) -> list[tuple[str, str, int]]:
    """Return place ("" where none is told), year ("" where no day is known) and number of meetings, by these."""
    year = func.substr(_occurrence.day, 1, 4)
    question = select(_place, year, func.count()).select_from(_WITH_VISIT).where(*held.conditions())
    question = question.group_by(_place, year)
    return [(row[0], row[1], row[2]) for row in connection.execute(question.order_by(_place, year))]


def by_place_and_dyad(connection: Connection, held: Held) -> list[tuple[str, str, int]]:
    """Return place, dyad (`pair_key`) and number of meetings, by these; without those at no place."""
    question = (
        select(_place, _pair.pair_key, func.count())
        .select_from(_WITH_VISIT.join(tables.PAIRS["occurrence"], _pair.occurrence == _occurrence.id))
        .where(_place != NOWHERE, *held.conditions())
        .group_by(_place, _pair.pair_key).order_by(_place, _pair.pair_key)
    )  # fmt: skip
    return [(row[0], row[1], row[2]) for row in connection.execute(question)]


def meetings(connection: Connection, held: Held, limit: int | None, offset: int) -> list[Occurrence]:
    """Return the meetings, newest first, each with the place at which it stands."""
    question: Select[Any] = select(_occurrence.body, _VISIT.c.body).select_from(_WITH_VISIT)
    question = question.where(*held.conditions())
    question = question.order_by(_occurrence.day.desc(), _occurrence.id).limit(limit).offset(offset or None)
    return [_placed(*row) for row in connection.execute(question).all()]


def _placed(body: str, visit: str | None) -> Occurrence:
    meeting = bodies.occurrence(body)
    around = bodies.occurrence(visit) if visit is not None and meeting.place is None else None
    return replace(meeting, place=around.place) if around else meeting
