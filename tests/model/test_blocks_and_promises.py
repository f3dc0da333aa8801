"""Which claims are resolved together, and what a promise has come to."""

import pytest

from elchi.model import Basis, Claim, ClaimKind, Evidence, Participant, Status
from elchi.model.record import Promise, Stage, Step, block_of


def _claim(kind, *parties):
    everyone = tuple(
        Participant(role=role, entity=entity, kind=what, label=entity, basis=Basis.NAMED)
        for role, entity, what in parties
    )
    return Claim(
        document="d", kind=kind, type="CONSULT", status=Status.PAST, participants=everyone,
        evidence=(Evidence("text", 0, 1, "x"),), confidence=1.0, reasons=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "parties", "block"),
    [
        (ClaimKind.EVENT, [("party", "KAZ", "state"), ("party", "IND", "state")], "IND|KAZ"),
        (ClaimKind.EVENT, [("actor", "modi", "person"), ("actor", "IND", "state"), ("party", "G7", "group")], "G7|IND"),
        (ClaimKind.EVENT, [("party", "RUS", "state"), ("party", "IND", "state"), ("host", "CHN", "state")], "IND|RUS"),
        (ClaimKind.EVENT, [("actor", "IND", "state"), ("about", "SCO", "organisation")], "IND|SCO"),
        (ClaimKind.STATEMENT, [("subject", "IND", "state"), ("object", "SCO", "organisation")], "SCO"),
        (ClaimKind.STATEMENT, [("subject", "CSTO", "organisation"), ("object", "SCO", "organisation")], "SCO"),
        (ClaimKind.STATEMENT, [("subject", "RUS", "state"), ("object", "KAZ", "state")], "KAZ|RUS"),
        (ClaimKind.STATEMENT, [("subject", "modi", "person"), ("object", "IND", "state")], "IND"),
        (ClaimKind.QUOTE, [("speaker", "IND", "state"), ("addressee", "KAZ", "state")], ""),
    ],
)  # fmt: skip
def test_a_claim_is_resolved_with_those_about_the_same_parties(kind, parties, block):
    assert block_of(_claim(kind, *parties)) == block


def test_a_promise_is_closed_by_its_last_step():
    steps = (Step(Stage.INVITED, None, ("b",)), Step(Stage.HELD, None, ("a", "b")))
    promise = Promise("p", "IND|KAZ", "visit", "visit", "b", None, steps)
    assert promise.closed
    assert promise.claims == ("a", "b")
    assert not Promise("p", "IND|KAZ", "visit", "visit", "b", None, steps[:1]).closed
