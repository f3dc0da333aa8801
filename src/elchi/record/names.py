"""Names in a record: persons as observed, what people judged of them, and whom participants mean since."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, exists, func, insert, literal, literal_column, or_, select, update

from elchi.model import Basis, Claim
from elchi.model.naming import Evidence
from elchi.model.persons import Joined, Meaning, NameJudgements, Observed, PersonJoin
from elchi.record import counted, dirty, schema
from elchi.record.among import among
from elchi.record.memo import remembered
from elchi.record.prepared import ask, many, one_of
from elchi.record.reversals import taken_back

SAME_ENTITY, DIFFERENT_ENTITIES, NOT_THIS_ENTITY = "same_entity", "different_entities", "not_this_entity"
_KINDS = (SAME_ENTITY, DIFFERENT_ENTITIES, NOT_THIS_ENTITY)
_claim, _party, _article = schema.claim.c, schema.participant.c, schema.article.c
_meaning, _join = schema.meaning.c, schema.name_join.c
_MOST_AT_ONCE = 5000
_FIRST_MEANING = select(_meaning.entity).limit(literal_column("1")).offset(literal_column("0"))


def observed_persons(connection: Connection, known: Collection[str]) -> list[Observed]:
    """Return the persons of current claims whose ids are not `known`, by id."""
    day = func.substr(_article.published, 1, 10)
    question = (
        select(
            _party.entity, func.max(_party.label).label("label"), _party.mention, _article.language, _party.state,
            _party.office, func.count().label("times"), func.min(day).label("first"), func.max(day).label("last"),
        )
        .select_from(schema.participant)
        .join(schema.claim, _claim.key == _party.claim)
        .join(schema.article, _article.key == _claim.article)
        .where(_party.kind == "person", _claim.superseded_by.is_(None))
        .group_by(_party.entity, _party.mention, _article.language, _party.state, _party.office, _party.basis)
        .having(func.max(_party.basis) == Basis.NAMED.value)
    )  # fmt: skip
    rows: dict[str, list[tuple[str, str | None, str, str | None, str | None, int, str | None, str | None]]] = {}
    for entity, *row in connection.execute(question):
        if entity not in known:
            rows.setdefault(entity, []).append(tuple(row))
    return [_observed(entity, found) for entity, found in sorted(rows.items())]


def _observed(
    entity: str, rows: list[tuple[str, str | None, str, str | None, str | None, int, str | None, str | None]]
) -> Observed:
    times: dict[tuple[str, str], int] = {}
    for _, mention, language, *_rest, count, _first, _last in rows:
        if mention:
            times[mention, language or ""] = times.get((mention, language or ""), 0) + count
    days = [day for row in rows for day in row[-2:] if day]
    label = rows[0][0]
    bare: dict[tuple[str, str], int] = {}
    for (mention, language), count in times.items():
        spelt = (without_title(mention, label), language)
        bare[spelt] = bare.get(spelt, 0) + count
    return Observed(
        entity, label, tuple(sorted(bare, key=lambda spelt: (-bare[spelt], spelt))),
        frozenset(row[3] for row in rows if row[3]), frozenset(row[4] for row in rows if row[4]),
        sum(row[5] for row in rows), min(days, default=None), max(days, default=None),
    )  # fmt: skip


def without_title(mention: str, label: str) -> str:
    """Return the words of a mention that are the name: as many of the last as the label has."""
    return " ".join(mention.split()[-len(label.split()) :])


def judgements(connection: Connection) -> NameJudgements:
    """Return what people have decided of names; the latest judgement of a pair holds, one taken back does not."""
    back = taken_back(connection)
    latest: dict[tuple[str, str], str] = {}
    question = select(schema.judgement).where(schema.judgement.c.kind.in_(_KINDS))
    for row in connection.execute(question.order_by(schema.judgement.c.key)):
        if row.key not in back:
            about = json.loads(row.about)
            latest[about["first"], about["second"]] = row.kind
    return NameJudgements(*(frozenset(pair for pair, held in latest.items() if held == kind) for kind in _KINDS))


def write_joined(connection: Connection, joined: Joined) -> None:
    """Put `joined` in the place of what was joined before, and give each participant whom it means now."""
    dirty.mark_entities(connection, {m.entity for m in set(joined.meanings) ^ set(joins(connection).meanings)})
    connection.execute(delete(schema.meaning))
    connection.execute(delete(schema.name_join))
    if joined.meanings:
        connection.execute(insert(schema.meaning), [_row(meaning) for meaning in joined.meanings])
    if joined.joins:
        connection.execute(insert(schema.name_join), [_join_row(join) for join in joined.joins])
    apply_meanings(connection)


def apply_meanings(connection: Connection) -> None:
    """Give each participant whom it means by now, as the table of meanings says."""
    # A spelling fits with the title before it too.
    spelt = or_(
        _meaning.mention == "", _meaning.mention == _party.mention,
        _party.mention.like(literal("% ").concat(_meaning.mention)),
    )  # fmt: skip
    fits = (_meaning.entity == _party.entity) & spelt
    gone = _party.means.is_not(None) & ~exists().where(fits, _meaning.means == _party.means)
    come = _party.means.is_(None) & exists().where(fits)
    changed = connection.execute(select(_party.entity, _party.means).where(or_(gone, come)).distinct()).all()
    connection.execute(update(schema.participant).where(gone).values(means=None))
    # A spelling that was refused goes before what the entity means elsewhere.
    new = select(_meaning.means).where(fits).order_by(_meaning.mention.desc()).limit(1).scalar_subquery()
    touched = _party.entity.in_(select(_meaning.entity)) & _party.means.is_(None)
    connection.execute(update(schema.participant).where(touched).values(means=new))
    entities = {row.entity for row in changed}
    meant = select(_meaning.means).where(among(connection, _meaning.entity, sorted(entities))).distinct()
    known = {row.means for row in changed if row.means is not None}
    counted.recount_of(connection, entities | known | set(connection.execute(meant).scalars()) if changed else ())


def _row(meaning: Meaning) -> dict[str, str]:
    return {"entity": meaning.entity, "mention": meaning.mention, "means": meaning.means, "label": meaning.label}


def _join_row(join: PersonJoin) -> dict[str, object]:
    told = json.dumps([e.to_json() for e in join.evidence], ensure_ascii=False)
    return {"first": join.first, "second": join.second, "score": join.score, "joined": int(join.joined),
            "evidence": told}  # fmt: skip


def joins(connection: Connection) -> Joined:
    """Return what was joined last."""
    found = connection.execute(select(schema.name_join).order_by(_join.score.desc(), _join.first, _join.second))
    pairs = [
        PersonJoin(r.first, r.second, r.score, bool(r.joined), tuple(Evidence(**e) for e in json.loads(r.evidence)))
        for r in found
    ]
    rows = connection.execute(select(schema.meaning).order_by(_meaning.entity, _meaning.mention))
    return Joined(tuple(Meaning(r.entity, r.means, r.label, r.mention) for r in rows), tuple(pairs))


class Meant(NamedTuple):
    """Whom the participant at a place among those of a claim means since the claim was read."""

    place: int
    entity: str
    label: str


def meant_since(connection: Connection, claims: Sequence[int]) -> dict[int, list[Meant]]:
    """Return, by the keys of claims, the participants that mean somebody else since the claim was read."""
    found: dict[int, list[Meant]] = {}
    if not claims or not remembered(connection, "meanings", _any_meanings):
        return found
    question = _meant_question(connection.dialect.name)
    for some in dirty.chunks(claims, _MOST_AT_ONCE):
        for claim, *meant in ask(connection, question, claims=many(connection, some)):
            found.setdefault(claim, []).append(Meant(*meant))
    return found


def _any_meanings(connection: Connection) -> bool:
    return bool(ask(connection, _FIRST_MEANING))


@cache
def _meant_question(dialect: str) -> Select[Any]:
    return (
        select(_party.claim, _party.n, _party.means, func.max(_meaning.label))
        .join(schema.meaning, (_meaning.entity == _party.entity) & (_meaning.means == _party.means))
        .where(one_of(dialect, _party.claim, "claims"), _party.means.is_not(None))
        .group_by(_party.claim, _party.n, _party.means)
    )


def as_meant(claim: Claim, meant: Iterable[Meant]) -> Claim:
    """Return a claim with each participant as the entity that it means since the claim was read."""
    parties = list(claim.participants)
    for place, entity, label in meant:
        parties[place] = replace(parties[place], entity=entity, label=label)
    return replace(claim, participants=tuple(parties))
