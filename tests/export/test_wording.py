"""Events and statements in English words."""

from dataclasses import replace
from datetime import date

import pytest
from making import WORLD, claim, party, statement

from elchi import query
from elchi.export.phrases import filled, wording
from elchi.export.wording import in_words, standing_in_words
from elchi.model import DateSpan, Entity, EntityKind, Reason
from elchi.packs import load_ontology_data

IND, KAZ = party("IND", "actor"), party("KAZ", "recipient")
FRAMES = load_ontology_data().frames
ALMATY = {"entity": "almaty", "label": "Almaty", "country": "KAZ"}
HOME = {"entity": "KAZ", "label": "Kazakhstan"}


class Treaties:
    """The catalogue of six, and a treaty."""

    terms = ()
    entities = WORLD.entities | {
        "WATERS": Entity("WATERS", "Waters Treaty", EntityKind.ORGANISATION, subkind="treaty")
    }  # fmt: skip


def words(frame, *parties, status="past", type_="", **more):
    known = FRAMES[frame]
    made = claim(
        *parties, type=type_ or known.type, mode=known.mode, status=status, **more,
        reasons=(Reason(f"frame:{frame}", "", 0.0),),
    )  # fmt: skip
    told = query.occurrence_of_claim(made, Treaties())
    return in_words(told)


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ("restrict", "India imposed restrictions on Kazakhstan"),
        ("sanction", "India imposed restrictions on Kazakhstan"),
        ("suspend", "India suspended ties, talks or a treaty with Kazakhstan"),
        ("recall_ambassador", "India recalled its ambassador from Kazakhstan"),
        ("deny", "India denied or rejected a claim or wish of Kazakhstan"),
        ("ask", "India asked something of Kazakhstan"),
        ("expel", "India expelled diplomats or persons of Kazakhstan"),
        ("summon", "India summoned an envoy of Kazakhstan"),
        ("visit", "India visited Kazakhstan"),
        ("host_visit", "Kazakhstan received India"),
    ],
)
def test_an_event_is_worded_by_the_frame_that_evoked_it(frame, said):
    assert words(frame, IND, KAZ) == said


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("planned", "India will suspend ties, talks or a treaty with Kazakhstan"),
        ("intended", "India intends to suspend ties, talks or a treaty with Kazakhstan"),
        ("hypothetical", "India might suspend ties, talks or a treaty with Kazakhstan"),
        ("denied", "India did not suspend ties, talks or a treaty with Kazakhstan"),
    ],
)
def test_what_did_not_happen_is_worded_so(status, said):
    assert words("suspend", IND, KAZ, status=status) == said


def test_a_treaty_that_is_named_is_named():
    treaty = replace(party("WATERS", "about", "organisation"), label="Waters Treaty")
    assert words("suspend", IND, KAZ, treaty) == "India suspended the Waters Treaty with Kazakhstan"


def test_a_refused_act_keeps_its_own_words():
    assert words("talk", IND, KAZ, type_="REJECT") == "India refused to hold talks with Kazakhstan"


@pytest.mark.parametrize(
    ("frame", "place", "said"),
    [
        ("visit", HOME, "India visited Kazakhstan"),
        ("visit", ALMATY, "India visited Almaty, Kazakhstan"),
        ("criticise", HOME, "India criticised Kazakhstan"),
        ("criticise", ALMATY, "India criticised Kazakhstan in Almaty"),
    ],
)
def test_a_place_is_told_once(frame, place, said):
    assert words(frame, IND, KAZ, place=place) == said


def test_of_all_alike_the_first_side_acts_with_the_others():
    modi, tokayev = (party(name, kind="person") for name in ("narendra-modi", "kassym-jomart-tokayev"))
    sides = [party("IND"), modi, party("KAZ"), tokayev]
    assert words("meet", *sides) == "Narendra Modi (IND) met Kassym-Jomart Tokayev (KAZ)"


@pytest.mark.parametrize(
    ("parties", "said"),
    [
        (["SCO"], "SCO held a summit"),
        (["IND", "SCO"], "India took part in a summit of SCO"),
        (["IND", "KAZ"], "India took part in a summit with Kazakhstan"),
    ],
)
def test_a_gathering_is_of_its_organisation(parties, said):
    sides = [party(name, kind="organisation" if name == "SCO" else "state") for name in parties]
    assert words("summit", *sides) == said


def test_without_a_frame_the_root_and_mode_tell():
    told = query.occurrence_of_claim(claim(party("IND"), party("KAZ"), mode="call"), WORLD)
    assert in_words(told) == "India spoke by telephone or video with Kazakhstan"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (statement("founded", party("SCO", "subject"), status="past", valid_from=DateSpan.year(2001)),
         "SCO was founded in 2001"),
        (statement("founded", party("SCO", "subject"), valid_from=DateSpan.day(date(2001, 6, 15))),
         "SCO was founded on 2001-06-15"),
        (statement("member_of", party("IND", "subject"), party("SCO", "object"), valid_from=DateSpan.year(2017)),
         "India has been a member of SCO since 2017"),
        (statement("member_of", party("IND", "subject"), party("SCO", "object"), status="past"),
         "India was a member of SCO"),
        (statement("member_of", party("IND", "subject"), party("SCO", "object"), status="denied"),
         "it is not so that India is a member of SCO"),
        (statement("partnership", party("IND", "subject"), party("KAZ", "object"), value={"text": "close partnership"}),
         "India and Kazakhstan: close partnership"),
        (statement("holds_office", party("narendra-modi", "subject", "person", office="prime_minister"),
                   party("IND", "object")), "Narendra Modi is prime minister of India"),
    ],
)  # fmt: skip
def test_a_statement_is_worded_by_its_property(made, said):
    assert standing_in_words(query.standing_of_claim(made, WORLD)) == said


def test_what_is_also_said_stands_behind_the_level():
    made = statement("partnership", party("IND", "subject"), party("KAZ", "object"), value={"text": "alliance"})
    told = replace(query.standing_of_claim(made, WORLD), also=("strategic partnership", "partnership"))
    assert standing_in_words(told, titled=True) == "alliance (also said: strategic partnership and partnership)"


def test_every_frame_and_property_has_its_words():
    assert set(wording()["frame"]) == set(FRAMES)
    assert set(wording()["statement"]) == set(load_ontology_data().properties)
    assert all({"past", "plain"} <= set(phrases) for phrases in wording()["frame"].values())


@pytest.mark.parametrize("frame", sorted(FRAMES))
@pytest.mark.parametrize("status", ["past", "planned", "intended", "hypothetical", "denied"])
def test_no_slot_is_left_open(frame, status):
    for parties in ([IND, KAZ], [party("IND"), party("KAZ")], [party("SCO", kind="organisation")]):
        made = words(frame, *parties, status=status)
        assert not set(made) & set("{}[]|"), made
        assert "  " not in made


def test_a_part_in_brackets_stands_only_with_its_slots():
    assert filled("{a} met[ with {b}][ on {c|x}]", {"a": "A", "c": "C"}) == "A met on C"
