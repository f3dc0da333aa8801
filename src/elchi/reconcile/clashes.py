"""Sides that cannot all hold, made into one conflict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from elchi.model import Claim
from elchi.model.judged import Judged
from elchi.model.record import Conflict, ConflictKind, ConflictState, Side
from elchi.reconcile.occurrences import digest
from elchi.reconcile.tellings import value_key


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict as it is found: who says what, and why both may have been written, where the record tells."""

    kind: ConflictKind
    about: str
    sides: tuple[Side, ...]
    explanation: str = ""


def side_key(value: Any) -> str:  # noqa: ANN401 - a value is any JSON value
    """Return the value of a side as text that is equal for equal values."""
    return value_key(value) if isinstance(value, dict) else str(value)


def sides_of(told: Iterable[tuple[Any, Iterable[str]]]) -> tuple[Side, ...]:
    """Return one side for each value, with all claims that say it, in the order of the values."""
    values: dict[str, Any] = {}
    claims: dict[str, set[str]] = {}
    for value, ids in told:
        values.setdefault(side_key(value), value)
        claims.setdefault(side_key(value), set()).update(ids)
    return tuple(Side(values[key], tuple(sorted(claims[key]))) for key in sorted(values))


def conflicts_of(
    block: str, clashes: Iterable[Clash], claims: Mapping[str, Claim], reports: Mapping[str, str], judged: Judged
) -> list[Conflict]:
    """Return the conflicts, by id.

    An id goes by the kind that was found, the subject and the values, so that it stays when claims join a side or when
    two articles turn out to be copies.
    """
    found: dict[str, Conflict] = {}
    for clash in clashes:
        kind = _kind(clash, claims, reports)
        id_ = digest(
            "conflict", block, clash.kind.value, clash.about, *(f"{side_key(s.value)} {s.source}" for s in clash.sides)
        )
        sides = clash.sides if id_ not in found else _joined(found[id_].sides, clash.sides)
        state = ConflictState.EXPLAINED if clash.explanation else ConflictState.OPEN
        conflict = Conflict(id_, block, kind, clash.about, sides, state, clash.explanation)
        settled = judged.settled.get(id_)
        if settled is not None:
            conflict = replace(
                conflict, state=ConflictState.SETTLED, explanation=settled.explanation, by=settled.by
            )  # fmt: skip
        found[id_] = conflict
    return [found[id_] for id_ in sorted(found)]


def _joined(some: Sequence[Side], more: Sequence[Side]) -> tuple[Side, ...]:
    return tuple(
        replace(one, claims=tuple(sorted({*one.claims, *other.claims}))) for one, other in zip(some, more, strict=True)
    )


def _kind(clash: Clash, claims: Mapping[str, Claim], reports: Mapping[str, str]) -> ConflictKind:
    """Tell apart what two articles say, what copies of one report say, and what one sentence can be read to say."""
    told = [[claims[c] for c in side.claims if c in claims] for side in clash.sides]
    if not all(told) or clash.kind in {ConflictKind.COUNT, ConflictKind.REFERENCE, ConflictKind.ARITHMETIC}:
        return clash.kind
    documents = [{c.document for c in side} for side in told]
    if len(set().union(*documents)) == 1:
        return ConflictKind.READING if _one_sentence(told) else clash.kind
    behind = [{reports.get(document, document) for document in side} for side in documents]
    shared = set.intersection(*behind)
    copied = any(side == shared for side in behind) and all(
        one.isdisjoint(other) for n, one in enumerate(documents) for other in documents[:n]
    )
    return ConflictKind.TRANSLATION if shared and copied else clash.kind


def _one_sentence(told: Sequence[Sequence[Claim]]) -> bool:
    """Whether every side rests on the same words."""
    words = [{(e.field, e.start, e.end) for c in side for e in c.evidence} for side in told]
    return bool(set.intersection(*words))
