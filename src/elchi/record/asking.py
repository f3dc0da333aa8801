"""Questions that the tables answer directly: claims of a dyad, of an entity, one claim, one article."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

import regex
from sqlalchemy import ColumnElement, Connection, Select, Text, cast, distinct, func, or_, select

from elchi.model import Article, Basis, Claim
from elchi.model.judged import corrected
from elchi.model.record import block_of
from elchi.record import counted_schema as counts
from elchi.record import schema
from elchi.record.among import among
from elchi.record.dirty import chunks
from elchi.record.judged import corrections, rejected
from elchi.record.names import as_meant, meant_since
from elchi.record.prepared import ask, many, one_of
from elchi.record.stored import NameCount, SeenEntity, StoredArticle, StoredClaim

_claim, _party, _article, _pair = schema.claim.c, schema.participant.c, schema.article.c, schema.claim_pair.c
_meaning = schema.meaning.c
_CURRENT = _claim.superseded_by.is_(None)
_NAMED = _party.basis == Basis.NAMED.value  # a title, a pronoun or "both sides" is no spelling of a name
_MOST_AT_ONCE = 5000
"""Claims that are asked for by one statement."""
_SHA256 = regex.compile("[0-9a-f]{8,64}")
_AFTER_DIGITS = "g"
"""What sorts behind every hexadecimal digit."""
_REMEMBERED = 8192
"""Claims that are kept as read from their JSON: some 40 MB. Those of busy dyads are shown again and again."""
COLUMNS = (
    _claim.key, _claim.json, _claim.recorded_at, _claim.superseded_by, _claim.known_from, _claim.known_inferred,
)  # fmt: skip


def takes_part(entity: str) -> ColumnElement[bool]:
    """Whether a participant means `entity`: as read, or since by a join or a judgement."""
    return or_((_party.entity == entity) & _party.means.is_(None), _party.means == entity)


def known_on(known: Any) -> ColumnElement[bool]:  # noqa: ANN401 - a day or a parameter
    """Whether a claim is current, or was known on the ISO day `known`, which may be a parameter."""
    return _CURRENT if known is None else (_claim.known_from <= known) & (_claim.known_to > known)


def claims_of_pair(connection: Connection, key: str, *, with_rejected: bool = False) -> list[StoredClaim]:
    """Return the current claims about a dyad, latest date first, then by id; those rejected only when asked for."""
    question = (
        select(*COLUMNS).join(schema.claim_pair, _pair.claim == _claim.key)
        .where(_pair.pair_key == key, _CURRENT).order_by(_pair.date_from.desc(), _claim.claim)
    )  # fmt: skip
    return _not_rejected(connection, read_claims(connection, question), with_rejected=with_rejected)


def claims_of_entity(connection: Connection, entity: str, *, with_rejected: bool = False) -> list[StoredClaim]:
    """Return the current claims in which `entity` takes part, by id; those rejected only when asked for."""
    inside = select(_party.claim).where(takes_part(entity))
    question = select(*COLUMNS).where(_claim.key.in_(inside), _CURRENT).order_by(_claim.claim)
    return _not_rejected(connection, read_claims(connection, question), with_rejected=with_rejected)


def _not_rejected(connection: Connection, found: list[StoredClaim], *, with_rejected: bool) -> list[StoredClaim]:
    out = frozenset() if with_rejected else rejected(connection)
    return [stored for stored in found if stored.claim.claim not in out]


def claims_by_id(connection: Connection, *, as_read: bool = False) -> Iterator[StoredClaim]:
    """Yield every current claim, ordered by claim id; without joins of persons and corrections where `as_read`."""
    question = select(*COLUMNS).where(_CURRENT).order_by(_claim.claim).execution_options(yield_per=1000)
    with connection.execute(question) as rows:
        for some in rows.partitions():
            yield from map(_stored, some) if as_read else as_they_are(connection, some)


def claims_of_document(connection: Connection, document: str, *, as_read: bool = False) -> list[StoredClaim]:
    """Return the current claims of a document, in the order of their ids; without corrections where `as_read`."""
    question = select(*COLUMNS).join(schema.article, _article.key == _claim.article)
    question = question.where(_article.document == document, _CURRENT).order_by(_claim.claim)
    return read_claims(connection, question, as_read=as_read)


def claims_of_block(connection: Connection, block: str, known: str | None) -> list[StoredClaim]:
    """Return the claims of a block, by id: the current ones, or those that were known on the ISO day `known`.

    A claim that somebody corrected belongs where it belongs as corrected.
    """
    here = select(*COLUMNS).where(known_on(known)).order_by(_claim.claim)
    changed = corrections(connection)
    if not changed:
        return read_claims(connection, here.where(_claim.block == block))
    found = {row.claim.claim: row for row in read_claims(connection, here.where(_claim.block == block))}
    for some in chunks(sorted(changed)):
        found |= {row.claim.claim: row for row in read_claims(connection, here.where(_claim.claim.in_(some)))}
    return [row for id_, row in sorted(found.items()) if id_ not in changed or block_of(row.claim) == block]


def claims_of_blocks(connection: Connection, blocks: Collection[str]) -> dict[str, list[StoredClaim]]:
    """Return the current claims of several blocks, by id, by the key of the block; a corrected one where it belongs."""
    if corrections(connection):
        return {block: claims_of_block(connection, block, None) for block in blocks}
    found: dict[str, list[StoredClaim]] = {block: [] for block in blocks}
    for some in chunks(sorted(found)):
        question = select(*COLUMNS, _claim.block).where(_claim.block.in_(some), _CURRENT).order_by(_claim.claim)
        rows = connection.execute(question).all()
        for row, stored in zip(rows, as_they_are(connection, rows), strict=True):
            found[row.block].append(stored)
    return found


def claims_with_ids(connection: Connection, ids: Collection[str]) -> dict[str, StoredClaim]:
    """Return the claims that have these ids, by id; of one that was read more than once, the current or latest."""
    found: dict[str, StoredClaim] = {}
    question = _with_ids(connection.dialect.name)
    for some in chunks(sorted(set(ids)), _MOST_AT_ONCE):
        rows = ask(connection, question, ids=many(connection, some))
        found |= {stored.claim.claim: stored for stored in as_they_are(connection, rows)}
    return found


@cache
def _with_ids(dialect: str) -> Select[Any]:
    return select(*COLUMNS).where(one_of(dialect, _claim.claim, "ids")).order_by(_CURRENT, _claim.key)


def claims_with_keys(connection: Connection, keys: Collection[int]) -> dict[int, StoredClaim]:
    """Return claims by their keys."""
    found: dict[int, StoredClaim] = {}
    for some in chunks(keys, _MOST_AT_ONCE):
        question = select(*COLUMNS).where(among(connection, _claim.key, some)).order_by(_claim.key)
        rows = connection.execute(question).all()
        found |= zip((row.key for row in rows), as_they_are(connection, rows), strict=True)
    return found


def claim_with_id(connection: Connection, claim: str, *, as_read: bool = False) -> list[StoredClaim]:
    """Return the claims whose id begins with `claim`: the current first, then the latest recorded."""
    question = select(*COLUMNS).where(_claim.claim.startswith(claim, autoescape=True))
    question = question.order_by(_CURRENT.desc(), _claim.key.desc()).limit(100)
    found = read_claims(connection, question, as_read=as_read)
    return list({stored.claim.claim: stored for stored in reversed(found)}.values())


def article_of(connection: Connection, document: str) -> StoredArticle | None:
    """Return the latest text of a document, named by id, URL or the beginning of its sha256 (8 digits or more)."""
    named = or_(_article.document == document, _article.url == document)
    digits = document.lower()
    if _SHA256.fullmatch(digits):  # as a range, which the index knows; LIKE reads every article
        named = or_(named, (_article.sha256 >= digits) & (_article.sha256 < digits + _AFTER_DIGITS))
    row = connection.execute(select(schema.article).where(named).order_by(_article.key.desc()).limit(1)).first()
    if row is None:
        return None
    later = connection.execute(select(_article.key).where(_article.revises == row.key)).first()
    article = Article(
        id=row.document, text=row.text, title=row.title, language=row.language, published=row.published,
        source=row.source, url=row.url, metadata=json.loads(row.metadata),
    )  # fmt: skip
    return StoredArticle(article, row.recorded_at, revised=later is not None)


def names_of(connection: Connection, entity: str, known: str | None = None) -> list[NameCount]:
    """Return every spelling under which claims, current or `known` on a day, mention `entity`; frequent ones first."""
    if known is None:
        name = counts.name_count.c
        counted = select(name.mention, name.language, name.mentions, name.first, name.last)
        counted = counted.where(name.entity == entity, name.mentions > 0).order_by(name.mentions.desc(), name.mention)
        return [NameCount(*row) for row in connection.execute(counted).all()]
    day = func.substr(_article.published, 1, 10)
    mentions = func.count(distinct(cast(_claim.article, Text) + ":" + cast(_party.start, Text)))
    question = (
        select(_party.mention, _article.language, mentions.label("times"), func.min(day), func.max(day))
        .select_from(schema.participant)
        .join(schema.claim, _claim.key == _party.claim)
        .join(schema.article, _article.key == _claim.article)
        .where(takes_part(entity), _party.mention.is_not(None), _NAMED, known_on(known))
        .group_by(_party.mention, _article.language)
        .order_by(mentions.desc(), _party.mention)
    )
    return [NameCount(row[0], row[1] or "", row[2], row[3], row[4]) for row in connection.execute(question)]


def seen_entities(connection: Connection, name: str) -> list[SeenEntity]:
    """Return the entities that bear `name` as id, label or spelling in current claims, the busiest first."""
    label = counts.label_count.c  # its few rows are searched without regard to case, not the million participants
    labels = connection.execute(select(label.label).where(label.lower == name.lower(), label.parties > 0)).scalars()
    named = or_(
        takes_part(name),
        _party.entity == name,
        _party.label.in_(labels.all()),
        (_party.mention == name) & _NAMED,
    )
    claims, entity = func.count(distinct(_party.claim)), func.coalesce(_party.means, _party.entity)
    question = (
        select(entity, _party.kind, func.max(func.coalesce(_meaning.label, _party.label)), claims)
        .outerjoin(schema.meaning, (_meaning.entity == _party.entity) & (_meaning.means == _party.means))
        .join(schema.claim, _claim.key == _party.claim)
        .where(named, _CURRENT).group_by(entity).order_by(claims.desc(), entity)
    )  # fmt: skip
    return [SeenEntity(*row) for row in connection.execute(question)]


def busiest_pair(connection: Connection) -> str | None:
    """Return the key of the dyad of which most documents, then most claims, speak."""
    documents = func.count(distinct(_claim.article))
    question = (
        select(_pair.pair_key).join(schema.claim, _claim.key == _pair.claim).where(_CURRENT)
        .group_by(_pair.pair_key).order_by(documents.desc(), func.count().desc(), _pair.pair_key).limit(1)
    )  # fmt: skip
    found: str | None = connection.execute(question).scalar()
    return found


def pairs_of_entity(connection: Connection, entity: str, known: str | None = None) -> list[tuple[str, int]]:
    """Return the dyads of `entity` with their number of claims, current or `known` on a day, the busiest first."""
    if known is None:
        pair = counts.entity_pair.c
        counted = select(pair.pair_key, pair.claims).where(pair.entity == entity, pair.claims > 0)
        rows = connection.execute(counted.order_by(pair.claims.desc(), pair.pair_key.desc())).all()
        return [(row[0], row[1]) for row in rows]
    count = func.count(distinct(_claim.key))
    ends = or_(_pair.pair_key.startswith(f"{entity}|", autoescape=True), _pair.pair_key.endswith(f"|{entity}"))
    inside = ends & _claim.key.in_(select(_party.claim).where(takes_part(entity)))
    question = (
        select(_pair.pair_key, count).join(schema.claim, _claim.key == _pair.claim).where(inside, known_on(known))
    )
    question = question.group_by(_pair.pair_key).order_by(count.desc(), _pair.pair_key.desc())
    return [(row[0], row[1]) for row in connection.execute(question)]


def read_claims(connection: Connection, question: Select[Any], *, as_read: bool = False) -> list[StoredClaim]:
    """Return the claims of a question, their participants as whom they mean by now, and as people corrected them."""
    return as_they_are(connection, connection.execute(question).all(), as_read=as_read)


def as_they_are(connection: Connection, rows: Sequence[Any], *, as_read: bool = False) -> list[StoredClaim]:
    """Return the claims of rows, in their order; without corrections where `as_read`."""
    stored = {row.key: _stored(row) for row in rows}
    for key, meant in meant_since(connection, list(stored)).items():
        stored[key] = replace(stored[key], claim=as_meant(stored[key].claim, meant))
    changed = corrections(connection) if rows and not as_read else {}
    return [_corrected(found, changed) for found in stored.values()]


def _corrected(found: StoredClaim, changed: Mapping[str, Mapping[str, Any]]) -> StoredClaim:
    changes = changed.get(found.claim.claim)
    return replace(found, claim=corrected(found.claim, changes)) if changes else found


def _read_claim(text: str) -> Claim:
    return Claim.from_json(json.loads(text))


_remembered_claim = lru_cache(_REMEMBERED)(_read_claim)


def _stored(row: Any, read: Callable[[str], Claim] = _remembered_claim) -> StoredClaim:  # noqa: ANN401 - differs by release
    """Return the claim of a row, whose shape differs between SQLAlchemy 2.0 and 2.1."""
    superseded = row.superseded_by is not None
    return StoredClaim(read(row.json), row.recorded_at, superseded, row.known_from, bool(row.known_inferred))
