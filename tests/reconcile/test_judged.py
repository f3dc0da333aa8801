"""What people decided changes what claims come to."""

from saying import event, resolve, statement, told

from elchi.model import Status
from elchi.model.judged import Judged
from elchi.model.record import block_of
from elchi.reconcile import as_judged

MEET = "CONSULT meet"


def pair(on="2023-11-09", other="2023-11-09"):
    return event(MEET, "KAZ", "RUS", on=on), event(MEET, "KAZ", "RUS", on=other)


def ids(*claims):
    return tuple(claim.claim for claim in claims)


def test_a_rejected_claim_is_left_out():
    one, other = pair()
    (found,) = resolve(one, other, judged=Judged(rejected=frozenset({one.claim}))).occurrences
    assert found.claims == (other.claim,)


def test_claims_that_somebody_parts_are_two_and_others_like_them_stay_where_they_fit():
    claims = *pair(), event(MEET, "KAZ", "RUS", on="2023-11-09")
    found = resolve(*claims, judged=Judged(apart=frozenset({ids(*claims[:2])})))
    assert told(found.occurrences, *claims) == [[0], [1], [2]]


def test_claims_that_somebody_joins_are_one_and_say_so():
    one, other = pair(other="2023-12-24")
    (found,) = resolve(one, other, judged=Judged(together=frozenset({ids(one, other)}))).occurrences
    assert found.reasons == ("judged to be one",)


def test_joining_is_passed_on_but_never_past_a_parting():
    claims = [event(MEET, "KAZ", "RUS", on=f"2023-11-{day}") for day in ("01", "10", "20")]
    chain = frozenset({ids(claims[0], claims[1]), ids(claims[2], claims[1])})
    assert told(resolve(*claims, judged=Judged(together=chain)).occurrences, *claims) == [[0, 1, 2]]
    parted = Judged(together=chain, apart=frozenset({ids(claims[2], claims[0])}))
    assert told(resolve(*claims, judged=parted).occurrences, *claims) == [[0, 1], [2]]


def test_two_values_that_somebody_joins_are_one_standing():
    claims = [statement("partnership", "IND", "KAZ", value={"text": text}, published="2024-01-01") for text in "ab"]
    found = resolve(*claims, judged=Judged(together=frozenset({ids(*claims)})))
    assert (len(found.standings), found.conflicts) == (1, ())


def test_what_somebody_confirmed_leads():
    one = event(MEET, "KAZ", "RUS", on="2023-11-09")
    fuller = event(MEET, "KAZ", "RUS", "putin", on="2023-11-09")
    (found,) = resolve(one, fuller).occurrences
    assert found.lead == fuller.claim
    (found,) = resolve(one, fuller, judged=Judged(confirmed=frozenset({one.claim}))).occurrences
    assert found.lead == one.claim


def test_a_correction_replaces_what_was_read():
    one, other = pair(other="2023-11-19")
    fixed = {other.claim: {"date": {"start": "2023-11-09", "end": "2023-11-09", "precision": "day"}}}
    (found,) = resolve(one, other, judged=Judged(corrected=fixed)).occurrences
    assert set(found.claims) == set(ids(one, other))


def test_corrections_come_in_the_shape_of_the_claim_format():
    claim = statement(
        "trade_volume", "IND", "KAZ", value={"amount": 1, "unit": "USD"}, since="2023", published="2024-01-01"
    )
    span = {"start": "2022-01-01", "end": "2022-12-31", "precision": "year"}
    (fixed,) = as_judged([claim], Judged(corrected={claim.claim: {
        "value": {"amount": 2, "unit": "USD"}, "valid": {"from": span}, "status": "past", "document": "no",
        "participants": [p.to_json() | ({"entity": "UZB"} if p.entity == "KAZ" else {}) for p in claim.participants],
    }}))  # fmt: skip
    assert (fixed.claim, fixed.document) == (claim.claim, claim.document)
    assert (fixed.value["amount"], fixed.valid_from.start.year, fixed.status) == (2, 2022, Status.PAST)
    assert (block_of(claim), block_of(fixed)) == ("IND|KAZ", "IND|UZB")
    (bare,) = as_judged([claim], Judged(corrected={claim.claim: {"value": None, "valid": None}}))
    assert (bare.value, bare.valid_from) == (None, None)


def test_decisions_on_claims_of_other_blocks_change_nothing():
    claims = pair()
    elsewhere = Judged(
        rejected=frozenset("x"), apart=frozenset({("x", claims[0].claim)}), together=frozenset({("y", "x")})
    )
    assert resolve(*claims, judged=elsewhere) == resolve(*claims)
