"""What `check_claim` lets pass, `Claim.from_json` reads."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.model import Basis, Claim, ClaimKind, DateSpan, Evidence, Participant, Reason, Status
from elchi.model.claim import check_claim

SAID = Claim(
    document="d1", kind=ClaimKind.STATEMENT, type="member_of", status=Status.ONGOING,
    participants=(Participant("subject", "IND", "state", "India", Basis.NAMED, 0.9, (0, 5), "GOV", "minister"),),
    evidence=(Evidence("text", 0, 5, "भारत"),), confidence=0.5, reasons=(Reason("frame", "met", 1.0),),
    claim="c1", method="elchi@test", language="hi", valid_from=DateSpan.year(2017, "2017"),
    valid_to=DateSpan.unresolved("later"), date=DateSpan.day(date(2022, 9, 16)), contexts=("trade",),
    attribution=({"entity": "X", "label": "X", "kind": "outlet"},), place={"label": "Delhi"},
).to_json()  # fmt: skip
ODD = st.sampled_from([None, 5, "", "भारत", [], [5], {}, {"start": 1}, {"start": "x", "end": "y"}, True])


def places(row, way=()):
    """Yield the way to every value of an object."""
    for key, value in row.items() if isinstance(row, dict) else enumerate(row):
        yield (*way, key)
        if isinstance(value, (dict, list)):
            yield from places(value, (*way, key))


def with_other(row, way, value):
    if not way:
        return value
    copy = dict(row) if isinstance(row, dict) else list(row)
    copy[way[0]] = with_other(copy[way[0]], way[1:], value)
    return copy


def refused(read, row):
    try:
        read(row)
    except (AttributeError, KeyError, TypeError, ValueError):
        return True
    return False


def test_a_claim_passes():
    check_claim(SAID)
    assert Claim.from_json(SAID).to_json() == SAID


@given(st.sampled_from(sorted(places(SAID), key=str)), ODD)
def test_what_cannot_be_read_does_not_pass(way, value):
    row = with_other(SAID, way, value)
    assert refused(check_claim, row) or not refused(Claim.from_json, row)


@pytest.mark.parametrize("field", sorted(SAID))
def test_a_field_that_must_be_there_is_missed(field):
    row = {name: value for name, value in SAID.items() if name != field}
    assert refused(check_claim, row) == refused(Claim.from_json, row)
