"""When two tellings are one occurrence, and when they are not."""

from dataclasses import replace

import pytest
from saying import event, resolve, told, when

from elchi.model import Reason

MEET, VISIT = "CONSULT meet", "CONSULT visit"
PUTIN, TOKAYEV = "actor:putin", "recipient:tokayev"


@pytest.mark.parametrize(
    ("one", "other", "occurrences"),
    [
        ("2023-11-09", "2023-11-09", 1),
        ("2023-11-09", "2023-11-10", 2),
        ("2023-11-09", "2023-11", 1),
        ("2023-11-09", "2023-10", 2),
        ("2023-11", "2023-11", 1),
        ("2023-11-09", "2023-11-02..2023-11-20", 1),
        ("2023-11-01..2023-11-10", "2023-11-08..2023-11-20", 1),
        ("2023-11-01..2023-11-07", "2023-11-08..2023-11-20", 2),
        ("2023-11-09", "2023", 2),  # a year is too vague without persons
        (None, None, 2),
        ("2023-11-09", None, 2),
        ("?", "?", 2),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_dates_are_one_where_they_nest_or_overlap(one, other, occurrences, turned):
    claims = [event(MEET, "KAZ", "RUS", on=day) for day in ([other, one] if turned else [one, other])]
    assert len(resolve(*claims).occurrences) == occurrences


def test_a_year_joins_a_day_of_the_same_persons_and_the_day_is_kept():
    claims = event(MEET, "KAZ", "RUS", "putin", on="2023-11-09"), event(MEET, "KAZ", "RUS", "putin", on="2023")
    (one,) = resolve(*claims).occurrences
    assert one.date == when("2023-11-09")
    assert one.reasons == ("2023 told by one, 2023-11-09 by another", "same parties and act", "same persons")


def test_a_vague_date_that_fits_two_happenings_stays_alone():
    claims = [event(MEET, "KAZ", "RUS", on=day) for day in ("2023-11-09", "2023-11-23", "2023-11")]
    assert told(resolve(*claims).occurrences, *claims) == [[0], [1], [2]]


@pytest.mark.parametrize(
    ("persons", "groups"),
    [
        ([["putin"], ["putin"]], [[0, 1]]),
        ([["putin"], []], [[0, 1]]),
        ([["putin"], ["lavrov"]], [[0], [1]]),
        ([["putin", "tokayev"], ["putin"]], [[0, 1]]),
        ([["putin", "tokayev"], ["putin", "massimov"]], [[0], [1]]),
        ([["putin", "tokayev"], ["putin", "massimov"], ["putin"]], [[0], [1], [2]]),
        ([["putin"], ["lavrov"], []], [[0], [1], [2]]),
        ([["putin"], ["lavrov"], [], []], [[0], [1], [2, 3]]),
        ([["putin"], ["lavrov"], ["putin"], []], [[0, 2], [1], [3]]),
    ],
)
def test_different_persons_meet_apart_unless_one_article_names_fewer(persons, groups):
    claims = [event(MEET, "KAZ", "RUS", *people, on="2023-11-09") for people in persons]
    assert told(resolve(*claims).occurrences, *claims) == groups


@pytest.mark.parametrize(
    ("places", "groups"),
    [
        (["astana", "astana"], [[0, 1]]),
        (["astana", "almaty"], [[0], [1]]),
        (["astana", "KAZ"], [[0, 1]]),
        (["astana", None], [[0, 1]]),
        (["astana", "almaty", "KAZ"], [[0], [1], [2]]),  # which of the two it was is not told
        (["astana", "almaty", None], [[0], [1], [2]]),
        (["astana", "KAZ", None], [[0, 1, 2]]),
    ],
)
@pytest.mark.parametrize("turned", [1, -1])
def test_two_meetings_of_one_day_in_two_towns_stay_two_whatever_comes_first(places, groups, turned):
    def place(name):
        return {"place": {"entity": name, "country": "KAZ"}} if name else {}

    claims = [event(MEET, "KAZ", "RUS", "putin", on="2023-11-09", **place(name)) for name in places[::turned]]
    assert told(resolve(*claims).occurrences, *claims[::turned]) == groups


STATEMENT = (Reason("frame:joint_statement", "", 1.0),)
SIGNED = (Reason("frame:sign", "", 1.0),)


@pytest.mark.parametrize("on", [None, "2023-11-09"])
@pytest.mark.parametrize(
    ("frames", "groups"),
    [
        ([SIGNED, STATEMENT], [[0], [1]]),
        ([SIGNED, STATEMENT, SIGNED, STATEMENT], [[0, 2], [1, 3]]),
        ([SIGNED, ()], [[0, 1]]),
    ],
)
def test_a_joint_statement_is_no_agreement_even_of_one_day_and_one_report(frames, groups, on):
    claims = [event("SUPPORT sign", "KAZ", "RUS", on=on, document="d1", reasons=frame) for frame in frames]
    found = resolve(*claims)
    assert told(found.occurrences, *claims) == groups
    assert found.conflicts == ()


@pytest.mark.parametrize(
    ("one", "other", "occurrences"),
    [
        (MEET, "CONSULT summit", 1),
        ("CONSULT multilateral", "CONSULT summit", 1),
        (MEET, "CONSULT call", 2),
        ("SUPPORT sign", "SUPPORT ratify", 2),
    ],
)
def test_a_meeting_may_be_told_as_a_summit_of_the_day(one, other, occurrences):
    claims = event(one, "KAZ", "RUS", on="2023-11-09"), event(other, "KAZ", "RUS", on="2023-11-09")
    found = resolve(*claims).occurrences
    assert len(found) == occurrences
    assert occurrences == 2 or any("told as" in reason for reason in found[0].reasons)


def test_a_meeting_of_a_month_is_no_summit_of_a_day_in_it():
    claims = event(MEET, "KAZ", "RUS", on="2023-11"), event("CONSULT summit", "KAZ", "RUS", on="2023-11-09")
    assert len(resolve(*claims).occurrences) == 2


@pytest.mark.parametrize(
    ("statuses", "occurrences"),
    [(("past", "ongoing"), 1), (("planned", "past"), 2), (("denied", "past"), 2), (("hypothetical", "planned"), 2)],
)
def test_what_is_planned_or_denied_is_not_what_happened(statuses, occurrences):
    claims = [event(MEET, "KAZ", "RUS", on="2023-11-09", status=status) for status in statuses]
    found = resolve(*claims).occurrences
    assert len(found) == occurrences
    assert "past" in {one.status for one in found} or "past" not in statuses


def test_a_look_back_joins_the_news_of_its_day():
    claims = event(MEET, "KAZ", "RUS", on="2023-11-09"), event(MEET, "KAZ", "RUS", on="2023-11-09", background=True)
    (one,) = resolve(*claims).occurrences
    assert not one.background


def test_acts_in_opposite_directions_are_two():
    claims = event(VISIT, "KAZ>RUS", on="2023-11-09"), event(VISIT, "RUS>KAZ", on="2023-11-09")
    assert len(resolve(*claims).occurrences) == 2


@pytest.mark.parametrize(
    ("one", "other", "occurrences"),
    [
        (("astana", "KAZ"), ("astana", "KAZ"), 1),
        (("astana", "KAZ"), ("KAZ", "KAZ"), 1),
        (("astana", "KAZ"), None, 1),
        (("astana", "KAZ"), ("almaty", "KAZ"), 2),
        (("astana", "KAZ"), ("RUS", "RUS"), 2),
    ],
)
def test_two_towns_are_two_meetings_and_a_town_lies_in_its_state(one, other, occurrences):
    claims = [
        event(MEET, "KAZ", "RUS", on="2023-11-09", place=p and {"entity": p[0], "label": p[0], "country": p[1]})
        for p in (one, other)
    ]
    found = resolve(*claims).occurrences
    assert len(found) == occurrences
    assert occurrences == 2 or found[0].place["entity"] == "astana"


@pytest.mark.parametrize(
    ("one", "other", "occurrences"),
    [("SEA_TREATY", "SEA_TREATY", 1), ("SEA_TREATY", "RIVER_TREATY", 2), ("SEA_TREATY", None, 1)],
)
def test_two_agreements_that_are_named_are_two_signings(one, other, occurrences):
    claims = [
        event("SUPPORT sign", "KAZ", "RUS", *([f"about:{name}"] if name else []), on="2023-11-09")
        for name in (one, other)
    ]
    assert len(resolve(*claims).occurrences) == occurrences


def test_two_sums_are_two_gifts():
    claims = [
        event("AID economic", "KAZ>RUS", on="2023-11-09", value={"amount": amount, "unit": "USD"})
        for amount in (1e6, 2e6, 1_000_000)
    ]
    assert told(resolve(*claims).occurrences, *claims) == [[0, 2], [1]]


def undated(document="d1", **more):
    return event(MEET, "KAZ", "RUS", *more.pop("persons", ()), document=document, **more)


@pytest.mark.parametrize(
    ("more", "together"),
    [
        ({"document": "d1"}, True),
        ({"document": "copy"}, True),
        ({"document": "d2", "persons": ["putin"], "published": "2023-11-12"}, True),
        ({"document": "d2", "persons": ["putin"], "published": "2023-11-13"}, False),
        ({"document": "d2", "persons": [], "published": "2023-11-10"}, False),
        ({"document": "d1", "background": True}, False),
        ({"document": "d1", "status": "planned"}, False),
    ],
)
def test_an_undated_telling_needs_more_than_the_same_act(more, together):
    dated = event(MEET, "KAZ", "RUS", "putin", on="2023-11-09", document="d1", published="2023-11-09")
    claims = dated, undated(**more)
    found = resolve(*claims, reports={"d1": "r", "copy": "r"}).occurrences
    assert len(found) == (1 if together else 2)


def test_an_undated_telling_does_not_join_an_event_that_its_article_looks_back_on():
    claims = event(MEET, "KAZ", "RUS", on="1992-03-01", background=True, document="d1"), undated("d1")
    assert len(resolve(*claims).occurrences) == 2


def test_news_without_a_date_are_one_where_both_sides_are_named_in_person():
    both = ["putin", "tokayev"]
    near = [undated(f"d{n}", persons=both, published=f"2023-11-{9 + n:02}") for n in range(2)]
    assert len(resolve(*near).occurrences) == 1
    one_side = [replace(claim, participants=claim.participants[:3]) for claim in near]
    assert len(resolve(*one_side).occurrences) == 2
    later = replace(near[1], published="2023-12-01")
    assert len(resolve(near[0], later).occurrences) == 2


@pytest.mark.parametrize(("tellings", "occurrences"), [((1, 1), 1), ((2, 1), 3), ((2, 2), 4)])
def test_an_opinion_that_each_copy_of_a_report_gives_once_is_one(tellings, occurrences):
    claims = [
        event("ACCUSE disapprove", "KAZ>RUS", document=document)
        for document, times in zip(("d1", "copy"), tellings, strict=True)
        for _ in range(times)
    ]
    assert len(resolve(*claims, reports={"d1": "r", "copy": "r"}).occurrences) == occurrences
    assert len(resolve(*claims).occurrences) == len(claims)


@pytest.mark.parametrize(
    ("days", "persons", "groups"),
    [
        (("2023-11-08", "2023-11-09"), ("putin", "putin"), [[0, 1]]),
        (("2023-11-08", "2023-11-09"), (None, None), [[0], [1]]),
        (("2023-11-08", "2023-11-13"), ("putin", "putin"), [[0], [1]]),
        (("2023-11-06", "2023-11-09", "2023-11-12"), ("putin", "putin", "putin"), [[0, 1], [2]]),
    ],
)
def test_a_visit_lasts_some_days(days, persons, groups):
    claims = [
        event(VISIT, "RUS>KAZ", *([f"actor:{person}"] if person else []), on=day)
        for day, person in zip(days, persons, strict=True)
    ]
    assert told(resolve(*claims).occurrences, *claims) == groups


def test_a_visit_told_of_two_days_is_given_both():
    claims = event(VISIT, "RUS>KAZ", PUTIN, on="2023-11-08"), event(VISIT, "RUS>KAZ", PUTIN, TOKAYEV, on="2023-11-09")
    (one,) = resolve(*claims).occurrences
    assert (one.date.start, one.date.end) == (when("2023-11-08").start, when("2023-11-09").end)
    assert one.lead == claims[1].claim


@pytest.mark.parametrize(
    ("act", "on", "document", "within"),
    [
        (MEET, "2023-11-08", "d2", True),
        ("SUPPORT sign", "2023-11-08", "d2", True),
        ("COOPERATE inaugurate", "2023-11-09", "d1", True),
        (MEET, "2023-11-10", "d1", True),  # the days after the guest came, one report
        (MEET, "2023-11-10", "d2", False),
        (MEET, "2023-11-20", "d1", False),
        ("SUPPORT sign", None, "d1", True),
        ("SUPPORT sign", None, "d2", False),
        (MEET, "2023-11", "d1", False),
        ("CONSULT call", "2023-11-08", "d1", False),
    ],
)
def test_a_visit_contains_what_was_done_on_it(act, on, document, within):
    visit = event(VISIT, "RUS>KAZ", PUTIN, on="2023-11-08", document="d1")
    part = event(act, "KAZ", "RUS", on=on, document=document)
    found = {one.type + one.mode: one for one in resolve(visit, part).occurrences}
    done = found["".join(act.split())]
    assert (done.part_of == found["CONSULTvisit"].id) == within
    assert bool(done.reasons) == within


def test_a_meeting_of_others_is_no_part_of_a_visit():
    visit = event(VISIT, "RUS>KAZ", PUTIN, on="2023-11-08", document="d1")
    part = event(MEET, "KAZ", "RUS", "lavrov", on="2023-11-08", document="d2")
    assert all(one.part_of is None for one in resolve(visit, part).occurrences)


def test_what_two_visits_could_contain_is_part_of_neither():
    visits = event(VISIT, "RUS>KAZ", on="2023-11-08"), event(VISIT, "KAZ>RUS", on="2023-11-08")
    part = event("SUPPORT sign", "KAZ", "RUS", on="2023-11-08")
    assert all(one.part_of is None for one in resolve(*visits, part).occurrences)


def test_the_claim_that_tells_most_leads():
    claims = event(MEET, "KAZ", "RUS", on="2023-11-09"), event(MEET, "KAZ", "RUS", "putin", on="2023-11")
    (one,) = resolve(*claims).occurrences
    assert (one.lead, one.date) == (claims[1].claim, when("2023-11-09"))
    assert one.reasons == ("2023-11 told by one, 2023-11-09 by another", "same parties and act",
                           "one of them names no person")  # fmt: skip


def test_a_single_claim_needs_no_reason():
    (one,) = resolve(event(MEET, "KAZ", "RUS", on="2023-11-09")).occurrences
    assert one.reasons == ()


def visit(on="2023-11", guest="putin", **more):
    return event(VISIT, "RUS>KAZ", *([f"actor:{guest}"] if guest else []), on=on, **more)


def met(on="2023-11-09", *people, **more):
    return event(MEET, "RUS", "KAZ", *(people or ("putin", "tokayev")), on=on, **more)


def place(town, country):
    return {"place": {"entity": town, "country": country}}


ASTANA, MOSCOW = place("astana", "KAZ"), place("moscow", "RUS")


@pytest.mark.parametrize(
    ("claims", "day"),
    [
        ([visit(), met()], "2023-11-09"),
        ([visit(), met(**ASTANA)], "2023-11-09"),
        ([visit(), met(**MOSCOW)], "2023-11-01"),  # they met at home
        ([visit(), met("2023-12-09")], "2023-11-01"),
        ([visit(), met("2023-11-09", "lavrov", "tokayev")], "2023-11-01"),  # somebody else
        ([visit(guest=None), met()], "2023-11-01"),  # nobody knows who came
        ([visit(guest=None), met("2023-11-09", "tokayev")], "2023-11-01"),
        ([visit(), met("2023-11-09"), met("2023-11-10")], "2023-11-09"),
        ([visit(), met("2023-11-09"), met("2023-11-25")], "2023-11-01"),  # which of the two?
        ([visit(), met("2023-11")], "2023-11-01"),
        ([visit("2023"), met()], "2023-01-01"),
        ([visit(), met(status="planned")], "2023-11-01"),
        ([visit(), event("CONSULT call", "RUS", "KAZ", "putin", on="2023-11-09")], "2023-11-01"),
    ],
)
@pytest.mark.parametrize("turned", [1, -1])
def test_a_visit_told_of_a_month_is_of_the_days_of_its_meetings(claims, day, turned):
    found = resolve(*claims[::turned])
    (one,) = [o for o in found.occurrences if o.mode == "visit"]
    assert one.date.start.isoformat() == day
    within = [o for o in found.occurrences if o.part_of == one.id]
    assert bool(within) == (one.date.precision == "approximate")
    assert not within or "told of 2023-11; dated by what the same persons did there" in one.reasons[-1]


def test_a_visit_of_a_month_is_the_one_that_another_article_dates_and_its_meeting_lies_within():
    claims = visit("2023-11-09"), visit("2023-11"), met()
    found = resolve(*claims)
    assert told(found.occurrences, *claims) == [[0, 1], [2]]
    (one,) = [o for o in found.occurrences if o.mode == "visit"]
    assert one.date == when("2023-11-09")


def test_two_visits_of_a_month_share_no_meeting():
    claims = visit(), visit(guest="lavrov"), met("2023-11-09", "putin", "lavrov", "tokayev")
    assert {o.date for o in resolve(*claims).occurrences if o.mode == "visit"} == {when("2023-11")}


@pytest.mark.parametrize(
    ("people", "groups"),
    [([[], []], [[0], [1]]), ([["putin"], ["putin"]], [[0, 1]]), ([["putin"], []], [[0], [1]])],
)
def test_what_else_is_signed_is_not_the_treaty_that_the_report_names(people, groups):
    treaty, rest = ["about:SEA_TREATY"], []
    claims = [
        event("SUPPORT sign", "KAZ", "RUS", *persons, *about, document="d1")
        for persons, about in zip(people, (treaty, rest), strict=True)
    ]
    assert told(resolve(*claims).occurrences, *claims) == groups


@pytest.mark.parametrize("act", ["SUPPORT thank", "COOPERATE exchange"])
def test_a_report_that_tells_thanks_or_an_exchange_twice_tells_it_once(act):
    claims = [event(act, "KAZ>RUS", on=on, document="d1", published="2023-11-10") for on in ("2023-11-09", None)]
    assert len(resolve(*claims).occurrences) == 1


TALK = (Reason("frame:talk", "", 1.0),)
CALL = "CONSULT call"


def talk(*people, document="d1", reasons=TALK, **more):
    return event(MEET, "KAZ", "RUS", *people, document=document, reasons=reasons, **more)


@pytest.mark.parametrize(
    ("told_as", "one"),
    [
        (talk("putin", "tokayev"), True),
        (talk("putin"), True),
        (talk("putin", "lavrov"), False),
        (talk(), False),  # who talked is not told
        (talk("putin", document="d2"), False),
        (talk("putin", on="2023-11-10"), False),
        (talk("putin", place={"entity": "astana", "country": "KAZ"}), False),
        (talk("putin", status="planned"), False),
        (talk("putin", reasons=()), False),  # they met
    ],
)
@pytest.mark.parametrize("on", [None, "2023-11-09"])
def test_the_talk_of_a_report_that_tells_a_call_of_the_same_persons_is_the_call(told_as, one, on):
    call = event(CALL, "KAZ", "RUS", "putin", "tokayev", on=on, document="d1", virtual=True)
    for claims in ((call, told_as), (told_as, call)):
        found = resolve(*claims).occurrences
        assert len(found) == (1 if one else 2)
        if one:
            assert (found[0].mode, found[0].lead, found[0].virtual) == ("call", call.claim, True)


def test_a_talk_told_beside_a_meeting_may_be_that_meeting_and_is_no_call():
    claims = [talk("putin"), event(CALL, "KAZ", "RUS", "putin", document="d1"), talk("putin", reasons=())]
    assert told(resolve(*claims).occurrences, *claims) == [[0, 2], [1]]
