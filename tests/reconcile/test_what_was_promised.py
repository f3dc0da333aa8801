"""Promises: what opens one, what goes on with it, what closes it, and what is not linked."""

import pytest
from saying import event, resolve, statement, trade, when

from elchi.model import Reason

VISIT, MEET, SIGN = "CONSULT visit", "CONSULT meet", "SUPPORT sign"
CALL, SUMMIT = "CONSULT call", "CONSULT summit"


def steps(*claims):
    """Kind and stages of each promise."""
    return sorted((p.kind, [step.stage.value for step in p.steps]) for p in resolve(*claims).promises)


def invite(**more):
    return event("AGREE invite", "KAZ>RUS", "actor:tokayev", "recipient:putin", **({"published": "2023-02-01"} | more))


def planned(on="2023-11", act=VISIT, status="planned", published="2023-06-01", **more):
    people = ("RUS>KAZ", "actor:putin") if act == VISIT else ("KAZ", "RUS")
    return event(act, *people, on=on, status=status, published=published, **more)


def visit(on="2023-11-09", person="putin", **more):
    return event(
        VISIT, "RUS>KAZ", *([f"actor:{person}"] if person else []), on=on, **({"published": "2023-11-10"} | more)
    )


def not_held(act):
    return event(act, "KAZ", "RUS", on="2023-11-09", status="denied", published="2023-11-10")


def test_an_invitation_a_plan_and_a_visit_are_one_promise_kept():
    claims = invite(), planned(), visit()
    (promise,) = resolve(*claims).promises
    assert [step.stage for step in promise.steps] == ["invited", "planned", "held"]
    assert [step.date for step in promise.steps] == [when("2023-02-01"), when("2023-06-01"), when("2023-11-09")]
    assert (promise.kind, promise.due, promise.closed) == ("visit", when("2023-11"), True)
    assert promise.claims == tuple(sorted(claim.claim for claim in claims))
    assert promise.lead == claims[0].claim


@pytest.mark.parametrize(
    ("plan", "deed", "stage"),
    [
        (planned("2023-11"), visit("2023-11-09"), "held"),
        (planned("2023-11"), visit("2023-12-05"), "held"),  # some weeks late
        (planned("2023-11"), visit("2024-03-05"), "planned"),
        (planned("2023-11", published="2022-06-01"), visit("2023-12-05"), "held"),  # told long before
        (planned("2023-11-09"), visit("2023-11-12"), "held"),
        (planned("2023-11-09"), visit("2023-11-30"), "planned"),
        (planned("2023-11-09"), visit("2023-11-09", person="lavrov"), "planned"),
        (planned("2023-11-09"), visit("2023-11-09", person=None), "held"),
        (planned("2023-11"), visit("2023-11", person=None), "planned"),
        (planned(None), visit("2023-11-09"), "held"),
        (planned(None), visit("2023-11-09", person=None), "planned"),
        (planned(None), visit("2025-11-09"), "planned"),
        (planned("2023-11", published="2023-12-01"), visit("2023-11-09"), "planned"),  # told afterwards
        (planned("2023-11", document="d1"), visit("2023-11-09", document="d1"), "planned"),
        (planned("2023-11"), visit("2023-11-09", status="denied"), "called_off"),
        (planned("2023-11"), visit(None, status="denied"), "called_off"),
        (planned("2023-11"), visit(None, status="denied", published="2023-06-20"), "called_off"),
        (planned("2023-11"), visit(None, status="denied", published="2023-06-20", person=None), "planned"),
        (planned("2023-11"), visit(None, status="denied", person=None), "called_off"),  # told when it was due
        (planned(None), visit(None, status="denied", person=None), "planned"),
        (planned("2023-11"), visit("2023-06-15", status="denied"), "planned"),
        (planned("2023-11"), event("REJECT meet", "KAZ>RUS", published="2023-10-01"), "called_off"),
        (planned("2023-11-09", MEET), event(MEET, "KAZ", "RUS", on="2023-11-09", published="2023-11-10"), "held"),
        (planned("2023-11-09", MEET), not_held(CALL), "planned"),
        (planned("2023-11-09", MEET), not_held(MEET), "called_off"),
        (planned("2023-11-09", MEET), not_held(SUMMIT), "called_off"),
        (planned("2023-11-09", CALL), not_held(CALL), "called_off"),
        (planned("2023-11-09", MEET), event("REJECT meet", "KAZ>RUS", published="2023-11-01"), "called_off"),
        (planned(None, MEET), event("REJECT meet", "KAZ>RUS", published="2025-11-01"), "planned"),
    ],
)
def test_a_plan_is_kept_by_what_happened_about_when_it_was_due(plan, deed, stage):
    (promise,) = resolve(plan, deed).promises
    assert promise.stage == stage


def test_a_visit_nobody_announced_is_no_promise():
    assert resolve(visit(), event(SIGN, "KAZ", "RUS", on="2023-11-09")).promises == ()


def test_a_visit_in_the_other_direction_keeps_nothing():
    (promise,) = resolve(planned(), event(VISIT, "KAZ>RUS", on="2023-11-09")).promises
    assert promise.stage == "planned"


def test_a_plan_that_one_article_dates_more_exactly_is_one():
    (promise,) = resolve(planned("2023-11"), planned("2023-11-09", published="2023-10-20"), visit()).promises
    assert (promise.due, [step.stage for step in promise.steps]) == (when("2023-11-09"), ["planned", "held"])


def test_the_plan_that_is_due_nearest_is_kept():
    claims = (
        planned("2023-11-01", published="2023-10-01"),
        planned("2023-11-12", published="2023-10-02"),
        visit("2023-11-10"),
    )
    found = {promise.due: promise.stage.value for promise in resolve(*claims).promises}
    assert found == {when("2023-11-01"): "planned", when("2023-11-12"): "held"}


def signing(agreement="SEA_TREATY", act=SIGN, **more):
    return event(act, "KAZ", "RUS", *([f"about:{agreement}"] if agreement else []), **more)


def test_all_that_is_told_of_a_named_agreement_is_one_life():
    claims = [
        signing(on="2023-11-09"), signing(act="SUPPORT ratify", on="2024-02-01"),
        signing(act="AGREE agree", on="2023-05-05"), signing(on="2023-11", status="planned", published="2023-09-01"),
        signing("RIVER_TREATY", on="2020-01-01"),
    ]  # fmt: skip
    found = {promise.about: promise for promise in resolve(*claims).promises}
    assert [step.stage for step in found["SEA_TREATY"].steps] == ["agreed", "planned", "signed", "ratified"]
    assert [step.stage for step in found["RIVER_TREATY"].steps] == ["signed"]


@pytest.mark.parametrize("state", ["in_force", "being_implemented", "delivered"])
def test_what_an_article_says_of_the_state_of_an_agreement_is_a_step(state):
    instrument = {"id": "SEA_TREATY", "name": "Sea treaty", "state": state}
    later = event("COOPERATE ", "KAZ", "RUS", status="ongoing", published="2025-01-01", instrument=instrument)
    (promise,) = [p for p in resolve(signing(on="2023-11-09"), later).promises if p.kind == "agreement" and p.about]
    assert promise.stage == state


def test_a_signing_of_nobody_knows_what_fulfils_only_a_plan_to_sign():
    agreed = event("AGREE agree", "KAZ", "RUS", published="2023-10-01")
    to_sign = signing(None, on="2023-11-09", status="planned", published="2023-10-20")
    signed = signing(None, on="2023-11-09", published="2023-11-10")
    assert steps(agreed, signed) == [("agreement", ["agreed"])]
    assert steps(to_sign, signed) == [("agreement", ["planned", "signed"])]


def aid(amount=None, **more):
    return event("AID economic", "RUS>KAZ", value=amount and {"amount": amount, "unit": "USD"}, **more)


@pytest.mark.parametrize(
    ("promised", "given", "stages"),
    [
        (None, None, ["intended", "delivered"]),
        (1e6, 1e6, ["intended", "delivered"]),
        (1e6, None, ["intended", "delivered"]),
        (1e6, 2e6, ["intended"]),
    ],
)
def test_aid_that_was_promised_and_given(promised, given, stages):
    claims = aid(promised, status="intended", published="2023-01-05"), aid(given, on="2023-05-05")
    assert steps(*claims) == [("aid", stages)]


def test_aid_given_years_later_is_not_taken_for_the_promise():
    assert steps(aid(status="intended", published="2020-01-05"), aid(on="2023-05-05")) == [("aid", ["intended"])]


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        (event("COOPERATE", "KAZ", "RUS", status="planned"), [("pledge", ["planned"])]),
        (event("AGREE pledge", "KAZ>RUS"), [("pledge", ["intended"])]),
        (event("SANCTION discontinue", "KAZ>RUS", status="planned"), []),
        (event("AGREE invite", "KAZ>RUS", "about:SCO"), [("pledge", ["invited"])]),
        (event("COOPERATE inaugurate", "KAZ", "RUS", status="planned", on="2024"), [("project", ["planned"])]),
        (event("REQUEST meet", "KAZ>RUS", published="2024-01-01"), [("meeting", ["proposed"])]),
    ],
)
def test_what_is_promised_goes_by_the_act(claim, found):
    assert steps(claim) == found


def target(value, until=None, published="2022-01-01"):
    return statement("trade_target", "IND", "KAZ", status="intended", value=value, until=until, published=published)


@pytest.mark.parametrize(
    ("aim", "figures", "reached", "base", "latest"),
    [
        ({"amount": 3e9, "unit": "USD"}, [trade(2e9, "2021"), trade(2.5e9, "2023")], False, 2e9, 2.5e9),
        ({"amount": 3e9, "unit": "USD"}, [trade(2e9, "2021"), trade(3.1e9, "2023")], True, 2e9, 3.1e9),
        ({"amount": 3e9, "unit": "USD"}, [trade(2e9, "2021")], None, 2e9, 2e9),
        ({"amount": 3e9, "unit": "USD"}, [], None, None, None),
        ({"amount": 3e9, "unit": "USD"}, [trade(9e9, "2023", unit="INR")], None, None, 9e9),
        ({"factor": 2}, [trade(2e9, "2020"), trade(3.9e9, "2023")], False, 2e9, 3.9e9),
        ({"factor": 2}, [trade(2e9, "2020"), trade(4e9, "2023")], True, 2e9, 4e9),
        ({"factor": 2}, [trade(4e9, "2023")], None, None, 4e9),
        ({"factor": 2}, [trade(2e9, published="2021-05-01"), trade(4e9, published="2024-05-01")], True, 2e9, 4e9),
    ],
)
def test_a_target_is_measured_from_what_was_known_then_to_where_it_stands(aim, figures, reached, base, latest):
    (promise,) = resolve(target(aim, "2030"), *figures).promises
    assert (promise.kind, promise.due, promise.measure["target"]) == ("target", when("2030"), aim)
    assert promise.measure["reached"] is reached
    assert (promise.measure["base"] or {}).get("amount") == base
    assert (promise.measure["latest"] or {}).get("amount") == latest
    assert [step.stage for step in promise.steps] == ["intended", "delivered"][: 2 if reached else 1]


def test_a_figure_of_a_target_gives_its_period_and_its_claims():
    figure = trade(2.5e9, "2023")
    (promise,) = resolve(target({"factor": 2}), figure).promises
    assert promise.measure["latest_claims"] == [figure.claim]
    assert promise.measure["latest"]["from"]["precision"] == "year"


def unnamed(act, on=None, published=None, **more):
    told = {"published": published or on} if published or on else {}
    return event(act, "KAZ", "RUS", on=on, **told, **more)


AGREE, RATIFY = "AGREE agree", "SUPPORT ratify"
GAS, RAIL = {"contexts": ("energy",)}, {"contexts": ("transport",)}
LOAN = {"value": {"amount": 500_000_000, "unit": "USD"}}


@pytest.mark.parametrize(
    ("claims", "stages"),
    [
        ([unnamed(AGREE, "2023-03-01", **GAS), unnamed(SIGN, "2023-09-01", **GAS)], [["agreed", "signed"]]),
        ([unnamed(AGREE, "2023-03-01", **LOAN), unnamed(SIGN, "2023-09-01", **LOAN)], [["agreed", "signed"]]),
        ([unnamed(SIGN, "2023-03-01", **GAS), unnamed(RATIFY, "2023-09-01", **GAS)], [["signed", "ratified"]]),
        ([unnamed(AGREE, "2023-03-01", **GAS), unnamed(SIGN, "2023-09-01", **GAS),
          unnamed(RATIFY, "2024-05-01", **GAS)], [["agreed", "signed", "ratified"]]),
        ([unnamed(AGREE, "2023-03-01", **GAS), unnamed(SIGN, "2023-09-01", **RAIL)], [["agreed"]]),
        ([unnamed(AGREE, "2023-03-01"), unnamed(SIGN, "2023-09-01")], [["agreed"]]),  # nothing says what about
        ([unnamed(AGREE, "2023-03-01", **GAS), unnamed(SIGN, "2024-09-01", **GAS)], [["agreed"]]),  # long after
        ([unnamed(SIGN, "2023-03-01", **GAS), unnamed(AGREE, "2023-09-01", **GAS)], [["agreed"]]),  # another one
        ([unnamed(AGREE, "2023-03-01", **GAS), unnamed(AGREE, "2023-04-01", **GAS), unnamed(SIGN, "2023-09-01", **GAS)],
         [["agreed"], ["agreed"]]),  # which of the two?
        ([unnamed(AGREE, "2023-03-01", document="d", **GAS), unnamed(SIGN, "2023-09-01", document="d", **GAS)],
         [["agreed"]]),  # no article reports its own plan as done
        ([unnamed(AGREE, "2023-03-01", instrument={"kind": "treaty"}, **GAS),
          unnamed(SIGN, "2023-09-01", instrument={"kind": "memorandum"}, **GAS)], [["agreed"]]),
        ([unnamed(AGREE, "2023-03-01", instrument={"kind": "treaty"}, **GAS), unnamed(SIGN, "2023-09-01", **GAS)],
         [["agreed", "signed"]]),
        ([unnamed(SIGN, "2023-09-01", **GAS)], []),
        ([unnamed(AGREE, "2023-03-01", **GAS),
          unnamed(SIGN, "2023-09-01", reasons=(Reason("frame:joint_statement", "", 1.0),), **GAS)], [["agreed"]]),
    ],
)  # fmt: skip
def test_an_agreement_without_a_name_goes_on_where_its_subject_is_the_same(claims, stages):
    found = [p for p in resolve(*claims[::-1]).promises if p.kind == "agreement"]
    assert sorted([step.stage.value for step in p.steps] for p in found) == sorted(stages)
    for promise in found:
        assert len(promise.reasons) == len(promise.steps) - 1


def test_why_two_deeds_are_of_one_agreement_is_told():
    (promise,) = resolve(unnamed(AGREE, "2023-03-01", **GAS), unnamed(SIGN, "2023-09-01", **GAS)).promises
    assert promise.reasons == ("agreed and signed: same parties, the only agreement on energy",)


@pytest.mark.parametrize(
    ("on", "published", "background", "promises"),
    [
        ("2009-01", "2022-02-22", True, 0),  # an invitation of long ago, told in passing
        ("2009-01", "2022-02-22", False, 1),
        ("2021-12", "2022-02-22", True, 1),
        (None, "2022-02-22", True, 1),
    ],
)
def test_nobody_waits_for_what_came_of_an_invitation_that_is_looked_back_at(on, published, background, promises):
    claim = event("AGREE invite", "KAZ>RUS", on=on, published=published, background=background)
    assert len(resolve(claim).promises) == promises
