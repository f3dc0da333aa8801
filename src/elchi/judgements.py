"""What people judge: which claim or conflict is meant, what a correction sets, and keeping it with what follows.

The command `elchi review` and the pages judge through this module, so that both refuse the same, and write the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from elchi import pipeline
from elchi.errors import JudgementError, UnknownNameError
from elchi.model import Claim, Entity
from elchi.model.record import Conflict, block_of
from elchi.packs import load_catalogue, load_ontology_data
from elchi.query import resolve
from elchi.reconcile import correction
from elchi.record import APART, CONFIRM, CORRECT, REJECT, SAME, SETTLE, UNDO, Record, StoredJudgement
from elchi.record.forgetting import FORGET

WITH_REASON = frozenset({"reject", "correct", "settle"})
"""Acts that say why: without it nobody else can weigh them."""


@dataclass(frozen=True, slots=True)
class By:
    """Who judges, and why."""

    author: str
    reason: str = ""

    def explained(self) -> By:
        """Return it as it is.

        Raises:
            JudgementError: it has no reason.
        """
        if not self.reason.strip():
            raise JudgementError('say why: --reason "who was meant is another minister"')
        return self


def confirm(record: Record, claims: Sequence[str], by: By) -> list[StoredJudgement]:
    """Judge that claims say what their sentences say; all of them or none: their ids are looked up first."""
    return _each(record, CONFIRM, claims, by)


def reject(record: Record, claims: Sequence[str], by: By) -> list[StoredJudgement]:
    """Judge that claims are misread; all of them or none: their ids are looked up first.

    Raises:
        UnknownNameError: no claim, or several, have an id that begins so.
        JudgementError: nothing says why.
    """
    return _each(record, REJECT, claims, by.explained())


def correct(record: Record, claim: str, settings: Mapping[str, str], by: By) -> StoredJudgement:
    """Judge what a claim says instead: words by field, as `elchi.reconcile.correction` takes them.

    Raises:
        UnknownNameError: no claim, or several, have an id that begins so.
        JudgementError: a setting makes no sense, or changes nothing, or nothing says why.
    """
    by.explained()
    meant = claim_meant(record, claim)
    return keep(record, CORRECT, {"claim": meant.claim, "set": fields_set(record, meant, settings)}, by)


def settle(record: Record, conflict: str, by: By) -> StoredJudgement:
    """Explain a conflict; the reason is the explanation, and both sides stay.

    Raises:
        UnknownNameError: no conflict, or several, have an id that begins so.
        JudgementError: nothing is explained.
    """
    by.explained()
    meant = conflict_meant(record, conflict)
    return keep(record, SETTLE, {"conflict": meant.id, "block": meant.block}, by)


def same(record: Record, claim: str, other: str, by: By) -> StoredJudgement:
    """Judge that two claims tell one event, or one standing."""
    return _two(record, SAME, (claim, other), by)


def apart(record: Record, claim: str, other: str, by: By) -> StoredJudgement:
    """Judge that two claims tell two events, or two standings."""
    return _two(record, APART, (claim, other), by)


def undo(record: Record, number: int, by: By) -> StoredJudgement:
    """Take a judgement back; undoing that makes it hold again.

    Raises:
        UnknownNameError: there is no such judgement.
        JudgementError: it was taken back already, or is no judgement but the mark of an article that was forgotten.
    """
    if judgement_meant(record, number).kind == FORGET:
        raise JudgementError(f"judgement {number} tells of an article that was forgotten; that cannot be taken back")
    return keep(record, UNDO, {}, by, reverses=number)


def keep(
    record: Record, kind: str, about: dict[str, Any], by: By, *, reverses: int | None = None
) -> StoredJudgement:  # fmt: skip
    """Keep a judgement, have what it touches worked out anew, and return it. Raises as `pipeline.judge` does."""
    number = pipeline.judge(record, kind, about, by.author, by.reason, reverses=reverses)
    return next(one for one in record.judgements() if one.number == number)


def claim_meant(record: Record, text: str) -> Claim:
    """Return the one claim whose id begins with `text`, as corrected.

    Raises:
        UnknownNameError: there is none, or several.
    """
    found = record.claims_with_id(text) if text else []
    if not found:
        raise UnknownNameError(f"no claim {text!r}; elchi review lists claims, elchi search finds them")
    if len(found) > 1:
        ids = ", ".join(stored.claim.claim for stored in found[:3])
        raise UnknownNameError(f"{text!r} begins the ids of {len(found)} claims ({ids} ...); give more of it")
    return found[0].claim


def conflict_meant(record: Record, text: str) -> Conflict:
    """Return the one conflict whose id begins with `text`.

    Raises:
        UnknownNameError: there is none, or several.
    """
    found = record.conflicts_with_ids([text]) if text else []
    found = found or [conflict for conflict in record.conflicts() if text and conflict.id.startswith(text)]
    if len(found) != 1:
        many = f"begins the ids of {len(found)} conflicts" if found else "is no conflict"
        raise UnknownNameError(f"{text!r} {many}; elchi review --json lists the open ones")
    return found[0]


def judgement_meant(record: Record, number: int) -> StoredJudgement:
    """Return the judgement of that number, which stands.

    Raises:
        UnknownNameError: there is none.
        JudgementError: it was taken back already.
    """
    found = next((one for one in record.judgements() if one.number == number), None)
    if found is None:
        raise UnknownNameError(f"no judgement {number}; see: elchi review log")
    if found.reversed:
        raise JudgementError(f"judgement {number} was taken back already; see: elchi review log")
    return found


def told_apart(settings: Sequence[str]) -> dict[str, str]:
    """Return words by field, of settings written FIELD=WORDS.

    Raises:
        JudgementError: one is not written so.
    """
    told: dict[str, str] = {}
    for setting in settings:
        field, equals, words = setting.partition("=")
        if not equals:
            raise JudgementError(f"{setting!r} is no FIELD=WORDS, such as status=planned")
        told[field.strip()] = words
    return told


def fields_set(record: Record, claim: Claim, settings: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of the claim format that settings, words by field, change.

    Raises:
        JudgementError: a setting makes no sense.
    """

    def find(name: str) -> Entity | None:
        try:
            return resolve(record, name, load_catalogue())
        except UnknownNameError:
            return None

    return correction(claim, settings, load_ontology_data(), find)


def _each(record: Record, kind: str, claims: Sequence[str], by: By) -> list[StoredJudgement]:
    meant = [claim_meant(record, claim).claim for claim in claims]
    return [keep(record, kind, {"claim": claim}, by) for claim in dict.fromkeys(meant)]


def _two(record: Record, kind: str, claims: tuple[str, str], by: By) -> StoredJudgement:
    """Judge two claims that may be one thing.

    Raises:
        UnknownNameError: one of them is not there.
        JudgementError: they are the same, or of other parties, so that nothing joins them.
    """
    first, second = (claim_meant(record, claim) for claim in claims)
    if first.claim == second.claim:
        raise JudgementError(f"{claims[0]!r} and {claims[1]!r} are the same claim")
    if first.kind is not second.kind or block_of(first) != block_of(second):
        told = f"{block_of(first) or 'nobody'} and {block_of(second) or 'nobody'}"
        raise JudgementError(f"these claims are of other parties ({told}); correct the parties of one of them first")
    return keep(record, kind, {"first": first.claim, "second": second.claim}, by)
