"""A record that is opened to be read refuses every change, by the database itself."""

import pytest
from making import METHOD, reading

from elchi.errors import DiskError
from elchi.record import Record


@pytest.fixture
def made(place):
    with Record.open(place, create=True) as record:
        record.add(reading(), METHOD)
    return place


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r.add(reading("IND met UZB on 2022-09-17", "d2"), METHOD), lambda r: r.mark_all_dirty(),
        lambda r: r.add_judgement("confirm_claim", {"claim": "x"}, "ann", ""), lambda r: r.forget("d1", "ann", ""),
    ],
    ids=["add", "mark", "judge", "forget"],
)  # fmt: skip
def test_nothing_is_changed_through_it(made, change):
    with Record.open(made, read_only=True) as record:
        with pytest.raises(DiskError, match="read-only"):
            change(record)
        assert record.counts().articles == 1


def test_it_sees_what_another_writes_meanwhile(made):
    with Record.open(made) as writer, Record.open(made, read_only=True) as reader:
        assert reader.latest_judgement() == 0
        number = writer.add_judgement("confirm_claim", {"claim": "x"}, "ann", "")
        assert reader.latest_judgement() == number == 1


def test_claims_in_doubt_are_found_by_kind_type_confidence_and_dyad(made):
    with Record.open(made, read_only=True) as record:

        def found(**wanted):
            return len(record.claims_in_doubt(10, **wanted))

        assert found() == found(kind="event", type="CONSULT", least=0.9, most=0.9, pair="IND|KAZ") == 1
        for wanted in ({"kind": "statement"}, {"type": "AID"}, {"least": 0.91}, {"most": 0.89}, {"pair": "IND|UZB"}):
            assert found(**wanted) == 0
