"""Who stands how to whom: standings by their subject and object, as the claim that tells most names them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, func, literal_column, select

from elchi.model.record import Standing
from elchi.record import bodies, schema
from elchi.record import resolved_schema as tables
from elchi.record.among import among
from elchi.record.dirty import chunks
from elchi.record.judged import with_other_parties
from elchi.record.prepared import ask, many, one_of
from elchi.record.resolved_asking import HELD, may_have_held

Sides = tuple[str | None, str | None]
"""The first subject and the first object of a claim."""
_SIDES = ("subject", "object")
_standing, _party = tables.standing.c, schema.participant.c


class Seat(NamedTuple):
    """A standing whose subject somebody is, towards `object`; it is read when it is asked for.

    Attributes:
        day: that on which it is taken to begin: the first that it can, else the first report's.
        known: the first day on which it was known.
    """

    id: str
    object: str
    type: str
    day: str
    known: str
    body: str

    def standing(self) -> Standing:
        """Return the standing."""
        return bodies.standing(self.body)


def sides_of(connection: Connection, claims: Mapping[str, int]) -> dict[str, Sides]:
    """Return subject and object of claims, given with their keys: whom they mean by now, corrections included."""
    meant = func.coalesce(_party.means, _party.entity)
    question = select(_party.claim, _party.role, meant).where(_party.role.in_(_SIDES)).order_by(_party.claim, _party.n)
    told: dict[tuple[int, str], str] = {}
    for some in chunks(sorted(claims.values())):
        for claim, role, entity in connection.execute(question.where(among(connection, _party.claim, some))):
            told.setdefault((claim, role), entity)
    found = {claim: (told.get((key, "subject")), told.get((key, "object"))) for claim, key in claims.items()}
    for changed in with_other_parties(connection, claims.values()).values():
        first = {party.role: party.entity for party in reversed(changed.participants)}
        found[changed.claim] = first.get("subject"), first.get("object")
    return found


def objects_of(connection: Connection, subject: str, types: Collection[str]) -> set[str]:
    """Return towards whom an entity has standings of some types, be they over or not."""
    question = _objects_question(connection.dialect.name)
    return {row[0] for row in ask(connection, question, subject=subject, types=many(connection, types))}


@cache
def _objects_question(dialect: str) -> Select[Any]:
    question = select(_standing.object).where(_standing.subject == bindparam("subject"), _standing.object.is_not(None))
    return question.where(one_of(dialect, _standing.type, "types")).distinct()


def seats_of(
    connection: Connection, subject: str, objects: Iterable[str], types: Collection[str], on: str | None
) -> list[Seat]:
    """Return the standings of some types that an entity has towards some others, which hold by now.

    With `on`, a day, those that may have held on it. What is planned or denied is none of them.
    """
    given = {} if on is None else {"day": on}
    question = _seats_question(connection.dialect.name, on is not None)
    wanted = {"objects": many(connection, objects), "types": many(connection, types)}
    return [Seat(*row) for row in ask(connection, question, subject=subject, **wanted, **given)]


@cache
def _seats_question(dialect: str, on_a_day: bool) -> Select[Any]:  # noqa: FBT001 - a key of the cache
    columns = _standing.id, _standing.object, _standing.type, _standing.day, _standing.known, _standing.body
    question = select(*columns).where(_standing.subject == bindparam("subject"))
    question = question.where(one_of(dialect, _standing.object, "objects"), one_of(dialect, _standing.type, "types"))
    question = question.where(_standing.status.in_(HELD))
    return question.where(may_have_held(bindparam("day")) if on_a_day else _standing.now == literal_column("1"))
