"""The network of a period, a record at a glance, and positions: counted from what claims come to."""

import pytest
from making import METHOD, WORLD, claim, party, reading

from elchi import pipeline, query
from elchi.errors import UnknownNameError
from elchi.packs import load_ontology_data
from elchi.packs.quads import cooperative_roots, roots
from elchi.packs.stances import load_stances_data
from elchi.record import Record


def act(one, other, document, day=None, what="CONSULT meet", status="past", role="recipient", **more):
    type, mode = what.split()  # noqa: A001 - a claim's word
    roles = ("party", "party") if type == "CONSULT" else ("actor", role)
    kinds = {"SCO": "organisation"}
    parties = [party(e, r, kinds.get(e, "state")) for e, r in zip((one, other), roles, strict=True)]
    root = load_ontology_data().plover_root(type, status)
    return claim(*parties, document=document, day=day, type=type, mode=mode, status=status, text=document,
                 **({"plover": root, "published": "2022-12-31"} | more))  # fmt: skip


ACTS = [
    act("IND", "KAZ", "d1", "2021-05-01"), act("IND", "KAZ", "d2", "2022-05-01"),
    act("IND", "KAZ", "d3", "2022-06-01", "ACCUSE allege"), act("IND", "UZB", "d4", "2022-07-01"),
    act("IND", "KAZ", "d5", "2022-05-01"),  # another article on the meeting of d2
    act("KAZ", "UZB", "d6", "2022-08-01", status="denied"),
    act("UZB", "SCO", "d7", "2022-09-01", "SUPPORT endorse", role="about"),
    act("IND", "SCO", "d8", "2022-09-02", "REJECT change", role="about"),
    act("KAZ", "SCO", "d9", None, "AID economic", status="planned"),
    act("KAZ", "SCO", "d10", "2022-09-03", "SUPPORT thank", role="about"),
]  # fmt: skip


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        for made in ACTS:
            opened.add(reading(made.document, made.document, [made], published=made.published), METHOD)
        pipeline.reconcile_record(opened)
        yield opened


def edges(answer):
    return {(e.source, e.target): (e.cooperative, e.conflictual) for e in answer.edges}


def test_an_edge_counts_happenings_not_articles_and_parts_co_operation_from_conflict(record):
    answer = query.network(record, WORLD, since="2022-01-01", until="2022-12-31", kinds=("state",))
    assert edges(answer) == {("IND", "KAZ"): (1, 1), ("IND", "UZB"): (1, 0)}
    assert [(n.entity, n.label, n.occurrences) for n in answer.nodes] == [
        ("IND", "India", 3), ("KAZ", "Kazakhstan", 2), ("UZB", "Uzbekistan", 1),
    ]  # fmt: skip


def test_a_period_holds_both_of_its_days(record):
    day = "2022-07-01"
    assert edges(query.network(record, WORLD, since=day, until=day)) == {("IND", "UZB"): (1, 0)}


def test_kinds_and_roots_narrow_the_network(record):
    assert ("SCO", "UZB") in edges(query.network(record, WORLD))
    assert set(edges(query.network(record, WORLD, roots=("ACCUSE",)))) == {("IND", "KAZ")}
    assert query.network(record, WORLD, kinds=("group",)).edges == ()


def test_the_busiest_nodes_are_kept_and_the_others_counted(record):
    answer = query.network(record, WORLD, most=2)
    assert {node.entity for node in answer.nodes} == {"IND", "KAZ"}
    assert answer.left_out == 2
    assert set(edges(answer)) == {("IND", "KAZ")}


def test_years_and_roots_of_an_edge_add_up_to_its_count(record):
    for edge in query.network(record, WORLD).edges:
        assert sum(edge.years.values()) == sum(edge.roots.values()) == edge.occurrences


def test_every_root_of_the_ontology_is_co_operation_or_conflict():
    assert {frame.type for frame in load_ontology_data().frames.values()} <= roots()
    assert {"AID", "CONSULT"} <= cooperative_roots()
    assert not {"ACCUSE", "SANCTION"} & cooperative_roots()


def test_home_tells_what_is_there_and_what_is_open(record):
    answer = query.home(record, WORLD, latest=3, dyads=2)
    assert answer.counts.articles == len(ACTS)
    assert [one.day for one in answer.latest] == ["2022-09-03", "2022-09-02", "2022-09-01"]
    assert answer.dyads[0].pair == ("IND", "KAZ")
    assert answer.dyads[0].years == {"2021": 1, "2022": 2}
    assert answer.resolved["promise_open"] == 1


def test_home_of_an_empty_record_is_empty(tmp_path):
    with Record.open(tmp_path / "none.db", create=True) as opened:
        answer = query.home(opened, WORLD)
    assert (answer.latest, answer.dyads, answer.years) == ((), (), ())


def test_positions_tell_who_is_for_and_who_against_with_sentences(record):
    answer = query.positions(record, "SCO", WORLD)
    assert [(s.stance, s.holder, s.label) for s in answer.stances] == [
        ("supports", "UZB", "Uzbekistan"), ("opposes", "IND", "India"), ("promises", "KAZ", "Kazakhstan"),
    ]  # fmt: skip
    assert answer.stances[0].told[0].sentence.text == "d7"


def test_a_thing_that_nothing_knows_is_found_by_its_words(record):
    answer = query.positions(record, "d8", WORLD)
    assert answer.entity is None
    assert [(s.stance, s.holder) for s in answer.stances] == [("opposes", "IND")]
    with pytest.raises(UnknownNameError):
        query.positions(record, "no such words", WORLD)


@pytest.mark.parametrize(
    ("act", "stance"),
    [
        (("SUPPORT", "endorse", "past"), "supports"), (("SUPPORT", "endorse", "planned"), "promises"),
        (("SUPPORT", "thank", "past"), ""), (("SANCTION", "expel", "planned"), "opposes"),
        (("REJECT", "change", "denied"), "denies"), (("REJECT", "change", "hypothetical"), ""),
        (("CONSULT", "meet", "past"), ""),
    ],
)  # fmt: skip
def test_an_act_shows_a_position_by_its_status(act, stance):
    assert load_stances_data().of(*act) == stance
