"""Claims about a subject - a dyad, an entity, or the whole record - by the day on which they were known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, distinct, func, literal_column, select

from elchi.model import ClaimKind
from elchi.model.record import block_of
from elchi.record import asking, schema
from elchi.record.connected import Connected
from elchi.record.dirty import chunks
from elchi.record.judged import corrections, rejected
from elchi.record.prepared import MOST, ask, many, none_of
from elchi.record.stored import StoredClaim

_claim, _party, _pair = schema.claim.c, schema.participant.c, schema.claim_pair.c
_CURRENT = _claim.superseded_by.is_(None)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about: a dyad by its `pair_key`, an entity by its id, or, with neither, the whole record."""

    pair: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Current claims of a subject that a question about what was known on a day passes over, or takes by inference.

    Attributes:
        later: published after the day.
        undated: published on no known day, and recorded after the day.
        inferred: published on no known day, and recorded by the day: taken in.
    """

    later: int
    undated: int
    inferred: int


class SubjectRecord(Connected):
    """Questions by subject; days are ISO days, `before` is not included, None as `known` asks for current claims."""

    def quotes(
        self, subject: Subject, *, role: str | None = None, known: str | None = None, before: str | None = None,
        limit: int | None = None,
    ) -> list[StoredClaim]:  # fmt: skip
        """Return the quotes about a subject, newest first; `role` is that of an entity, such as `speaker`.

        Those that somebody rejected are left out.
        """
        with self._read() as connection:
            if subject.pair is not None:
                return _quotes_of_pair(connection, subject, known, before, limit)
            wanted = (_claim.kind == ClaimKind.QUOTE.value) & asking.known_on(known)
            if out := rejected(connection):
                wanted &= _claim.claim.not_in(sorted(out))
            if before is not None:
                wanted &= _claim.known_from < before
            question = _of(select(*asking.COLUMNS), subject, role).where(wanted)
            question = question.order_by(_claim.known_from.desc(), _claim.claim.desc())
            return asking.read_claims(connection, question.limit(limit))

    def blocks_known(self, subject: Subject, known: str) -> list[str]:
        """Return the blocks of the claims about a subject that were known on a day, sorted."""
        with self._read() as connection:
            return _blocks(connection, _of(select(_claim.block).distinct(), subject).where(asking.known_on(known)))

    def statements_in(
        self, blocks: Collection[str], types: Collection[str], known: str | None = None, *, gone: bool = False
    ) -> list[StoredClaim]:  # fmt: skip
        """Return the statements of some types in some blocks, by id; a corrected one where it belongs as corrected.

        Args:
            blocks: their keys.
            types: the properties.
            known: those known on this ISO day; None: the current ones.
            gone: also those that were superseded or rejected; `known` does not count then.
        """
        with self._read() as connection:
            moved, out = corrections(connection), rejected(connection)
            here = _claim.block.in_(sorted(blocks)) | _claim.claim.in_(sorted(moved))
            question = select(*asking.COLUMNS).where(here, _claim.kind == ClaimKind.STATEMENT.value)
            question = question if gone else question.where(asking.known_on(known))
            return [
                stored for stored in asking.read_claims(connection, question.order_by(_claim.claim, _claim.key))
                if stored.claim.type in types and (gone or stored.claim.claim not in out)
                and (gone or block_of(stored.claim) in blocks)
            ]  # fmt: skip

    def claims_of_documents(
        self, documents: Collection[str], types: Collection[str], known: str | None = None
    ) -> list[StoredClaim]:  # fmt: skip
        """Return the claims of some types of some documents that nobody rejected, by id: current, or those `known`."""
        found: list[StoredClaim] = []
        if not documents:
            return found
        with self._read() as connection:
            out = rejected(connection)
            question = select(*asking.COLUMNS).join(schema.article, schema.article.c.key == _claim.article)
            question = question.where(_claim.type.in_(sorted(types)), asking.known_on(known)).order_by(_claim.claim)
            for some in chunks(sorted(documents)):
                found += asking.read_claims(connection, question.where(schema.article.c.document.in_(some)))
        return sorted((s for s in found if s.claim.claim not in out), key=lambda s: s.claim.claim)

    def blocks_learned(self, subject: Subject, since: str, until: str) -> list[str]:
        """Return the blocks of which claims came to be known, or stopped being known, after `since` and by `until`."""
        with self._read() as connection:
            blocks: set[str] = set()
            for day in (_claim.known_from, _claim.known_to):
                blocks.update(
                    _blocks(connection, _of(select(_claim.block).distinct(), subject).where(day > since, day <= until))
                )
            return sorted(blocks)

    def not_known(self, subject: Subject, known: str) -> NotKnown:
        """Count the current claims about a subject that were not known on a day, or are taken to have been."""
        count = func.count(distinct(_claim.key))
        later, inferred = _claim.known_from > known, _claim.known_inferred == 1
        wanted = ((later & ~inferred), (later & inferred), (~later & inferred))
        with self._read() as connection:
            numbers = [
                int(connection.execute(_of(select(count), subject).where(_CURRENT, which)).scalar_one())
                for which in wanted
            ]
        return NotKnown(*numbers)


def _quotes_of_pair(
    connection: Connection, subject: Subject, known: str | None, before: str | None, limit: int | None
) -> list[StoredClaim]:
    out = rejected(connection)
    given = {"known": known, "before": before, "out": many(connection, sorted(out)) if out else None}
    given = {name: value for name, value in given.items() if value is not None}
    question = _quotes_question(connection.dialect.name, frozenset(given))
    rows = ask(connection, question, pair=subject.pair, limit=MOST if limit is None else limit, **given)
    return asking.as_they_are(connection, rows)


@cache
def _quotes_question(dialect: str, given: frozenset[str]) -> Select[Any]:
    question = select(*asking.COLUMNS).join(schema.claim_pair, _pair.claim == _claim.key)
    question = question.where(_pair.pair_key == bindparam("pair"))
    question = question.where(_pair.quote == literal_column("1"))  # in these words, for an index has the quotes alone
    question = question.where(asking.known_on(bindparam("known") if "known" in given else None))
    if "before" in given:
        question = question.where(_pair.date_from < bindparam("before"))
    if "out" in given:
        question = question.where(none_of(dialect, _claim.claim, "out"))
    return (
        question.order_by(_pair.date_from.desc(), _claim.claim.desc())
        .limit(bindparam("limit"))
        .offset(literal_column("0"))
    )


def _of(question: Select[Any], subject: Subject, role: str | None = None) -> Select[Any]:
    """Return a question about claims, narrowed to a subject."""
    if subject.pair is not None:
        question = question.join(schema.claim_pair, _pair.claim == _claim.key).where(_pair.pair_key == subject.pair)
    if subject.entity is not None:
        inside = select(_party.claim).where(asking.takes_part(subject.entity))
        inside = inside if role is None else inside.where(_party.role == role)
        question = question.where(_claim.key.in_(inside))
    return question


def _blocks(connection: Connection, question: Select[Any]) -> list[str]:
    return sorted(row[0] for row in connection.execute(question) if row[0])
