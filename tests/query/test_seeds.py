"""Facts of five articles that no one of the project wrote, where they lie beside the folder that `ELCHI_EVAL` names."""

import os
from pathlib import Path

import pytest

from elchi import pipeline, query
from elchi.errors import ReadError
from elchi.read import read_articles
from elchi.record import Record

SEEDS = Path(os.environ.get("ELCHI_EVAL", "/nowhere")).parent / "seeds"


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    if not SEEDS.is_dir():
        pytest.skip(f"NOT CHECKED: the facts of the seeds; there is no folder {SEEDS} (set ELCHI_EVAL)")
    with Record.open(tmp_path_factory.mktemp("seeds") / "seeds.db", create=True) as opened:
        for article in read_articles([SEEDS]):
            assert not isinstance(article, ReadError)
            opened.add(pipeline.read_claims(article), pipeline.method())
        pipeline.join_names(opened)
        pipeline.join_stories(opened)
        pipeline.reconcile_record(opened)
        yield opened


def sco(record, on):
    return query.entity(record, "SCO", pipeline.known_names(), on)


def dossier(record, a, b):
    return query.pair(record, a, b, pipeline.known_names())


@pytest.mark.parametrize(
    ("on", "member", "observer"),
    [("2018-01-01", True, False), ("2010-01-01", False, True), ("2004-01-01", False, False)],
)
def test_india_was_an_observer_of_sco_and_then_a_member(record, on, member, observer):
    found = sco(record, on)
    assert ("IND" in {m.entity for m in found.standing("member_of")}) is member
    assert ("IND" in {m.entity for m in found.standing("observer_of")}) is observer


def test_kazakhstan_chaired_sco_in_october_2023(record):
    assert sco(record, "2023-10-01").chair.entity == "KAZ"


def test_the_trade_of_russia_and_kazakhstan_has_one_report_behind_it(record):
    (trade,) = [s for s in dossier(record, "RUS", "KAZ").standings if s.type == "trade_volume"]
    assert trade.value == {"amount": 27_000_000_000, "unit": "USD"}
    assert (trade.backing.support, trade.backing.articles) == (1, 2)


def test_the_anniversary_bears_out_the_day_of_relations(record):
    (relations,) = [s for s in dossier(record, "IND", "KAZ").standings if s.type == "diplomatic_relations"]
    assert relations.begins == "1992-02-22"
    assert any("30" in reason and "says the same, 1992" in reason for reason in relations.reasons), relations.reasons


def test_the_visit_of_november_2023_is_one(record):
    told = dossier(record, "KAZ", "RUS").occurrences
    (visit,) = [o for o in told if (o.type, o.mode) == ("CONSULT", "visit") and o.day.startswith("2023-11")]
    assert visit.day == "2023-11-09"
    (meeting,) = [o for o in told if o.part_of == visit.id]
    assert (meeting.mode, meeting.day) == ("meet", "2023-11-09")


def test_the_summit_of_samarkand_is_a_conflict(record):
    (found,) = query.conflicts(record, pipeline.known_names(), "open", entity="SCO").conflicts
    assert (found.kind, found.about) == ("reading", "where Shanghai Cooperation Organisation gathered, 2023")
    assert {side.label for side in found.sides} == {"Samarkand", "India"}
    (place, host) = sorted((side.backing.evidence[0] for side in found.sides), key=lambda words: -words.start)
    assert place.document == host.document
    assert place.start == host.end + 1  # one sentence
