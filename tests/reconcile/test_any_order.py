"""Whatever the claims of a block are: their order does not count, and each is told by exactly one thing."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from saying import event, statement, when, who

from elchi.model import DateSpan, Reason, Status
from elchi.model.facts import Fact, Facts
from elchi.model.judged import Judged
from elchi.model.record import block_of
from elchi.reconcile import resolve_block

DAYS = st.integers(0, 40).map(lambda number: date(2023, 10, 20) + timedelta(days=number))
PEOPLE = st.lists(st.sampled_from(["tokayev", "massimov", "putin", "lavrov"]), max_size=3, unique=True)
DOCUMENTS = st.sampled_from(["d1", "d2", "d3", "d4", "d5"])
REPORTS = st.dictionaries(DOCUMENTS, st.sampled_from(["r1", "r2"]))
ACTS = ["CONSULT meet", "CONSULT summit", "CONSULT visit", "CONSULT call", "SUPPORT sign", "ACCUSE disapprove",
        "AGREE invite", "AGREE agree", "AID economic", "REJECT meet"]  # fmt: skip
DIRECTED = {"CONSULT visit", "ACCUSE disapprove", "AGREE invite", "AID economic"}


@st.composite
def dates(draw):
    day = draw(DAYS)
    kinds = [None, DateSpan.day(day), DateSpan.day(day), DateSpan.month(day.year, day.month), DateSpan.year(day.year),
             DateSpan.about(day, day + timedelta(days=draw(st.integers(1, 12)))), when("?")]  # fmt: skip
    return draw(st.sampled_from(kinds))


@st.composite
def events(draw):
    act = draw(st.sampled_from(ACTS))
    sides = [draw(st.sampled_from(["KAZ>RUS", "RUS>KAZ"]))] if act in DIRECTED else ["KAZ", "RUS"]
    role = "actor" if act in DIRECTED else "party"
    people = [*sides, *(f"{role}:{person}" for person in draw(PEOPLE))]
    if act == "SUPPORT sign" and draw(st.booleans()):
        people.append("about:" + draw(st.sampled_from(["SEA_TREATY", "RIVER_TREATY"])))
    place = draw(st.sampled_from([None, ("astana", "KAZ"), ("moscow", "RUS"), ("KAZ", "KAZ")]))
    return replace(
        event(act, *people, status=draw(st.sampled_from(["past", "past", "past", "ongoing", "planned", "denied"]))),
        date=draw(dates()), document=draw(DOCUMENTS), published=draw(st.none() | DAYS.map(date.isoformat)),
        place=place and {"entity": place[0], "label": place[0], "country": place[1]},
        background=draw(st.booleans()), contexts=draw(st.sampled_from([(), ("energy",)])),
        reasons=draw(st.sampled_from([(), (Reason("frame:joint_statement", "", 1.0),)])),
        claim=f"e{draw(st.integers(0, 10**9)):010}",
    )  # fmt: skip


LEVELS = ["partnership", "strategic partnership", "comprehensive strategic partnership", "enhanced partnership",
          "permanent comprehensive strategic partnership", "alliance"]  # fmt: skip


@st.composite
def statements(draw):
    type_ = draw(st.sampled_from(["diplomatic_relations", "partnership", "trade_volume", "trade_target"]))
    amount = draw(st.sampled_from([27e9, 26.9e9, 26_930_000_000, 30e9, 3e9]))
    value = {
        "partnership": {"text": draw(st.sampled_from(LEVELS))},
        "trade_volume": {"amount": amount, "unit": draw(st.sampled_from(["USD", "RUB"]))},
        "trade_target": draw(st.sampled_from([{"factor": 2}, {"amount": 30e9, "unit": "USD"}])),
    }.get(type_)
    made = statement(type_, *draw(st.permutations(["KAZ", "RUS"])), value=value)
    return replace(
        made, valid_from=draw(dates()), valid_to=draw(dates()), document=draw(DOCUMENTS),
        published=draw(st.none() | DAYS.map(date.isoformat)), claim=f"s{draw(st.integers(0, 10**9)):010}",
    )  # fmt: skip


BLOCKS = st.lists(events() | statements(), max_size=14, unique_by=lambda claim: claim.claim)


@st.composite
def judged(draw, claims):
    """Decisions on some of the claims, contradictory ones among them."""
    ids = [claim.claim for claim in claims]
    if not ids:
        return Judged()
    pairs = st.frozensets(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=3)
    return Judged(
        rejected=draw(st.frozensets(st.sampled_from(ids), max_size=2)),
        confirmed=draw(st.frozensets(st.sampled_from(ids), max_size=2)), apart=draw(pairs), together=draw(pairs),
    )  # fmt: skip


@given(st.data(), BLOCKS, REPORTS)
def test_any_order_of_claims_comes_to_the_same(data, claims, reports):
    decided = data.draw(judged(claims))
    shuffled = data.draw(st.permutations(claims))
    once = resolve_block("KAZ|RUS", claims, reports=reports, judged=decided)
    assert resolve_block("KAZ|RUS", shuffled, reports=reports, judged=decided) == once


@given(st.data(), BLOCKS, REPORTS)
def test_each_claim_is_told_by_exactly_one_occurrence_or_standing(data, claims, reports):
    decided = data.draw(judged(claims))
    found = resolve_block("KAZ|RUS", claims, reports=reports, judged=decided)
    told = sorted(c for part in (*found.occurrences, *found.standings) for c in part.claims)
    assert told == sorted({claim.claim for claim in claims} - decided.rejected)
    assert all(part.lead in part.claims for part in (*found.occurrences, *found.standings))


@given(BLOCKS, REPORTS)
def test_ids_are_unique_and_each_part_is_sorted_by_them(claims, reports):
    found = resolve_block("KAZ|RUS", claims, reports=reports)
    for part in (found.occurrences, found.standings, found.conflicts, found.promises):
        ids = [one.id for one in part]
        assert ids == sorted(set(ids))


@given(BLOCKS)
def test_what_is_named_is_there(claims):
    """A claim of a conflict or a promise is a claim of the block; wholes and successors exist, and none is its own."""
    found = resolve_block("KAZ|RUS", claims)
    here = {claim.claim for claim in claims}
    assert all(here.issuperset(side.claims) for conflict in found.conflicts for side in conflict.sides)
    assert all(here.issuperset(promise.claims) and promise.lead in here for promise in found.promises)
    assert all(len({str(side.value) for side in conflict.sides}) > 1 for conflict in found.conflicts)
    wholes = {one.id: one for one in found.occurrences}
    assert all(one.part_of in wholes and one.part_of != one.id for one in found.occurrences if one.part_of)
    standings = {one.id for one in found.standings}
    assert all(one.ended_by in standings and one.ended_by != one.id for one in found.standings if one.ended_by)


@given(BLOCKS)
def test_what_was_taken_together_says_why(claims):
    found = resolve_block("KAZ|RUS", claims)
    for one in (*found.occurrences, *found.standings):
        assert len(one.claims) == 1 or one.reasons
        assert all(reason.strip() for reason in one.reasons)


@given(st.data(), BLOCKS.filter(bool))
def test_rejecting_a_claim_and_taking_that_back_is_as_if_nothing_had_happened(data, claims):
    gone = data.draw(st.sampled_from(claims)).claim
    before = resolve_block("KAZ|RUS", claims)
    without = resolve_block("KAZ|RUS", claims, judged=Judged(rejected=frozenset({gone})))
    assert without == resolve_block("KAZ|RUS", [claim for claim in claims if claim.claim != gone])
    assert resolve_block("KAZ|RUS", claims, judged=Judged()) == before


@given(st.data(), BLOCKS.filter(lambda claims: len(claims) > 1))
def test_claims_that_somebody_parted_are_never_one(data, claims):
    one, other = data.draw(st.permutations(claims))[:2]
    found = resolve_block("KAZ|RUS", claims, judged=Judged(apart=frozenset({(one.claim, other.claim)})))
    for part in (*found.occurrences, *found.standings):
        assert not {one.claim, other.claim} <= set(part.claims)


@given(st.data(), BLOCKS.filter(lambda claims: len(claims) > 1))
def test_claims_of_one_kind_that_somebody_joined_are_one(data, claims):
    one, other = data.draw(st.permutations(claims))[:2]
    found = resolve_block("KAZ|RUS", claims, judged=Judged(together=frozenset({(other.claim, one.claim)})))
    home = {claim: part.id for part in (*found.occurrences, *found.standings) for claim in part.claims}
    assert (home[one.claim] == home[other.claim]) == (one.kind is other.kind)


@given(BLOCKS)
def test_the_block_is_the_same_for_all_claims_that_these_tests_make(claims):
    assert {block_of(claim) for claim in claims} <= {"KAZ|RUS"}
    assert who("party", "KAZ").kind == "state"


@st.composite
def standings_of_an_organisation(draw):
    type_ = draw(
        st.sampled_from(["member_of", "observer_of", "dialogue_partner_of", "chairs", "member_count", "founded"])
    )
    of_itself = type_ in {"member_count", "founded"}
    subject = "SCO" if of_itself else draw(st.sampled_from(["CHN", "IND", "KAZ"]))
    made = statement(
        type_, subject, None if of_itself else "SCO", founders=["CHN", "KAZ"] if type_ == "founded" else ()
    )
    return replace(
        made, valid_from=draw(dates()), valid_to=draw(st.none() | dates()), document=draw(DOCUMENTS),
        status=draw(st.sampled_from([Status.ONGOING, Status.ONGOING, Status.PAST, Status.PLANNED])),
        value={"amount": draw(st.integers(0, 4))} if of_itself else None,
        published=draw(st.none() | DAYS.map(date.isoformat)), claim=f"s{draw(st.integers(0, 10**9)):010}",
    )  # fmt: skip


@given(st.data(), st.lists(standings_of_an_organisation(), max_size=14, unique_by=lambda claim: claim.claim), REPORTS)
def test_an_organisation_comes_to_the_same_in_any_order(data, claims, reports):
    facts = Facts.of([Fact("catalogue", "SCO", "member_of", "KAZ", "SCO", valid_from=when("2023-11-01"))])
    found = resolve_block("SCO", claims, reports=reports, facts=facts)
    assert resolve_block("SCO", data.draw(st.permutations(claims)), reports=reports, facts=facts) == found
    assert sorted(c for part in found.standings for c in part.claims) == sorted(claim.claim for claim in claims)
    by_id = {one.id: one for one in found.standings}
    assert len(by_id) == len(found.standings)
    assert all(by_id[one.ended_by].slot == one.slot for one in found.standings if one.ended_by)
    assert not any(one.now for one in found.standings if one.ended_by)


AMOUNTS = st.floats() | st.integers(-(10**40), 10**40) | st.text(max_size=3) | st.booleans() | st.none()


@given(st.lists(AMOUNTS, min_size=1, max_size=6))
def test_no_amount_however_odd_stops_resolution(amounts):
    claims = [statement("trade_volume", "KAZ", "RUS", since="2023", until="2023", value={"amount": a}) for a in amounts]
    claims += [statement("trade_target", "KAZ", "RUS", value={"factor": a}, published="2022-01-01") for a in amounts]
    found = resolve_block("KAZ|RUS", claims)
    assert sum(len(one.claims) for one in found.standings) == len(claims)
