"""All that the claims of one block come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from elchi.model import Claim, ClaimKind
from elchi.model.facts import Facts
from elchi.model.judged import Judged
from elchi.model.record import Resolved
from elchi.packs import load_ontology_data
from elchi.packs.lifecycle import load_lifecycle_data
from elchi.reconcile.beginnings import begun_by
from elchi.reconcile.clashes import conflicts_of
from elchi.reconcile.contained import with_wholes
from elchi.reconcile.counts import counts_against_lists
from elchi.reconcile.gathered import placed_elsewhere
from elchi.reconcile.judging import Verdicts, as_judged
from elchi.reconcile.occurrences import find_occurrences
from elchi.reconcile.promises import find_promises
from elchi.reconcile.reference import against_reference
from elchi.reconcile.rivals import rival_standings
from elchi.reconcile.slots import end_terms
from elchi.reconcile.standings import find_standings
from elchi.reconcile.terms_of_office import offices_against_terms
from elchi.reconcile.twice_told import twice_told

NO_REPORTS: Mapping[str, str] = {}
NOTHING_JUDGED = Judged()
NO_FACTS = Facts()


def resolve_block(
    block: str, claims: Sequence[Claim], *, reports: Mapping[str, str] = NO_REPORTS, judged: Judged = NOTHING_JUDGED,
    facts: Facts = NO_FACTS,
) -> Resolved:  # fmt: skip
    """Return what the claims of one block come to: occurrences, standings, conflicts and promises.

    Each claim of an event is told by exactly one occurrence, each of a statement by one standing; quotes, and what is
    rejected, by none. The order of the claims does not count.

    Args:
        block: the key that `elchi.model.record.block_of` gives for each of `claims`.
        claims: all claims of the block.
        reports: the report of a document; one that is missing is a report of its own.
        judged: what people decided; see `as_judged` for claims that a correction moves to another block.
        facts: reference data; only what bears on `block` is looked at.
    """
    ontology, lifecycle = load_ontology_data(), load_lifecycle_data()
    kept = as_judged(claims, judged)
    verdicts = Verdicts(judged, kept)
    events = [c for c in kept if c.kind is ClaimKind.EVENT]
    told = [c for c in kept if c.kind is ClaimKind.STATEMENT]
    happened = with_wholes(find_occurrences(block, events, reports, verdicts, lifecycle), lifecycle)
    held = end_terms(find_standings(block, told, reports, verdicts, ontology, lifecycle), ontology, lifecycle)
    miscounts, counted = counts_against_lists(held)
    unlike, borne_out = against_reference(held, facts.on(block), ontology, lifecycle)
    clashes = [*rival_standings(held, ontology, lifecycle), *twice_told(happened, lifecycle), *miscounts, *unlike]
    clashes += placed_elsewhere(held, facts.on(block))
    wrong, in_office = offices_against_terms(held, facts.on(block), facts)
    clashes += wrong
    agreeing = counted, begun_by(held, happened, lifecycle), borne_out, in_office
    standings = [replace(s, reasons=(*s.reasons, *(more[s.id] for more in agreeing if s.id in more))) for s, _ in held]
    return Resolved(
        tuple(occurrence for occurrence, _ in happened),
        tuple(standings),
        tuple(conflicts_of(block, clashes, {c.claim: c for c in kept}, reports, judged)),
        tuple(find_promises(block, happened, held, lifecycle)),
    )
