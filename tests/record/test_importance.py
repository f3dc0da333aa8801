"""What rests on a claim is counted by the store as it would be from the things themselves."""

import random

import pytest
from test_counted import METHOD, a_reading, reconcile_record, resolve

from elchi.model.record import ConflictState


def from_things(record, claims):
    weight = dict.fromkeys(claims, 0)
    for found in (record.occurrences_of_claims(claims), record.standings_of_claims(claims)):
        for claim, things in found.items():
            weight[claim] += sum(len(thing.claims) == 1 for thing in things)
    for claim, clashes in record.conflicts_of_claims(claims).items():
        weight[claim] += 2 * sum(c.state is ConflictState.OPEN for c in clashes)
    return {claim: number for claim, number in weight.items() if number}


@pytest.mark.parametrize("seed", range(3))
def test_a_claim_weighs_what_it_alone_tells_and_the_conflicts_it_is_a_side_of(record, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    for number in range(12):
        record.add(a_reading(chance, f"d{number}", "भारत India"), METHOD)
    reconcile_record(record, resolve=resolve)
    claims = [stored.claim.claim for stored in record.claims()]
    assert record.importance(claims) == from_things(record, claims) != {}
