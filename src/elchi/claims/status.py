"""How a sentence puts an act: past, ongoing, planned, intended, hypothetical, denied - or refused."""

from __future__ import annotations

from elchi.claims.act import Act
from elchi.claims.chains import chain_at
from elchi.claims.clauses import DENY
from elchi.claims.context import Sentence
from elchi.claims.predicates import ATTRIBUTIVE, BARE, MAIN, PARTICIPLE, Predicate
from elchi.claims.prospects import prospect_of
from elchi.model import Status
from elchi.sentence import Scan

# What a refusal of an act of this root refuses.
_REFUSED_MODE = {"CONSULT": "meet", "AID": "assist", "REQUEST": "yield"}
# "Coming" may stand before the name of what comes (आगामी शंघाई सहयोग संगठन शिखर सम्मेलन).
_AHEAD_REACH = 8
_AHEAD = frozenset({"planned", "intended"})
# What may be denied, and words between what is denied and its denial (of the reports of).
_DENIABLE = frozenset({"past", "ongoing", "planned", "intended"})
_REPORT_REACH = 6


def status_of(act: Act) -> tuple[Status, str, str]:
    """Return status, type and mode: a negated act is denied, one that is ruled out for the future is refused."""
    predicate, frame, sentence, bounds = act.predicate, act.frame, act.sentence, act.bounds
    scan = sentence.scan
    status = predicate.status
    if status is None:
        status = _main_status(predicate, sentence)
    if predicate.put == BARE and any(
        _announces(scan, p) for p in range(max(bounds[0], predicate.first - _AHEAD_REACH), predicate.first)
    ):
        status = "planned"
    if predicate.put == BARE and status == "past":
        status = "planned" if _lies_ahead(act) else prospect_of(act) or status
    if frame.type == "AGREE" and (predicate.negated or status == "denied"):
        return Status.PAST, "REJECT", "change"  # did not agree, will promise nothing
    if predicate.negated and status != "denied":
        if status in {"planned", "intended"} and frame.type not in {
            "REJECT",
            "ACCUSE",
            "THREATEN",
            "SANCTION",
            "COERCE",
            "ASSAULT",
        }:
            return Status.PAST, "REJECT", _REFUSED_MODE.get(frame.type, "change")
        status = "denied"
    if status in {"past", "ongoing", "planned"} and _is_conditional(scan, bounds[0], predicate.first):
        status = "hypothetical"
    if status in _DENIABLE and frame.id != DENY and _is_denied(act):
        status = "denied"
    return Status(status), frame.type, frame.mode


def _is_denied(act: Act) -> bool:
    """Whether the sentence denies what the act tells: denied that ..., or reports of the act that its noun names."""
    predicate, clauses = act.predicate, act.sentence.clauses
    over = clauses.speech_over(predicate.first)
    if over is not None:
        return over.kind == DENY
    if predicate.put == MAIN:
        return False
    denials = (s.first for s in clauses.speech if s.kind == DENY and predicate.after <= s.first < act.bounds[1])
    return any(_is_reported(act.sentence.scan, predicate.after, first) for first in denials)


def _is_reported(scan: Scan, first: int, after: int) -> bool:
    """Whether a word for a report stands between a noun and its denial, and no other noun (वार्ता की खबरों का खंडन)."""
    words = [place for place in range(first, after) if scan.has_class(place, "report")]
    return bool(words) and after - first <= _REPORT_REACH


def _is_conditional(scan: Scan, first: int, after: int) -> bool:
    return "condition" in scan.classes and any(scan.has_class(place, "condition") for place in range(first, after))


def _lies_ahead(act: Act) -> bool:
    """Whether the finite verb of the clause tells of what is to come, and so of the act that its noun names."""
    scan = act.sentence.scan
    for place in range(act.predicate.after, act.bounds[1]):
        if scan.verb_forms(place) and not scan.is_marker_here(place):
            chain = chain_at(scan, place)
            if chain.finite == "y":
                return chain.status == "planned"
    return False


def _announces(scan: Scan, place: int) -> bool:
    hit = scan.best(place, "date_word")
    return hit is not None and (hit.entry.value[0] == "soon" or (hit.entry.value[0] == "next"))


def _main_status(predicate: Predicate, sentence: Sentence) -> str:
    """Return the status of the finite verb that a participle or bare noun depends on; without one, past."""
    if sentence.scan.pack.head_initial:
        return _status_before(predicate, sentence)
    if predicate.put in {PARTICIPLE, ATTRIBUTIVE}:
        for place in range(predicate.after, len(sentence.scan)):
            if sentence.scan.verb_forms(place) and not sentence.scan.is_marker_here(place):
                chain = chain_at(sentence.scan, place)
                if chain.finite == "y" and chain.status and predicate.put == PARTICIPLE:
                    return chain.status if chain.status not in {"denied", "hypothetical"} else "past"
    return "past"


def _status_before(predicate: Predicate, sentence: Sentence) -> str:
    """Return the status of the finite verb before, where that lies ahead (will go to Moscow for talks); else past."""
    if predicate.put in {PARTICIPLE, BARE}:
        for place in range(predicate.begin - 1, -1, -1):
            if sentence.scan.verb_forms(place):
                chain = chain_at(sentence.scan, place)
                if chain.finite == "y":
                    return chain.status if chain.status in _AHEAD else "past"
    return "past"
