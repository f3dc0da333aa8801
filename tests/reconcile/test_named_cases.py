"""The five cases that the record is for, each told by claims of several articles."""

from datetime import date

from saying import event, resolve, statement, trade, when

from elchi.model.record import ConflictKind


def held_on(standings, type_, day):
    """Whom or what a property surely holds for on a day, from the lead claims' ids."""
    day = date.fromisoformat(day)
    begun = [s for s in standings if s.type == type_ and (s.valid_from is None or s.valid_from.end <= day)]
    return [s.lead for s in begun if s.valid_to is None or day < s.valid_to.start]


def test_an_organisation_has_an_observer_who_becomes_a_member():
    observer = statement("observer_of", "IND", "SCO", since="2005")
    member = statement("member_of", "IND", "SCO", since="2017")
    exact = statement("member_of", "IND", "SCO", since="2017-06-09")
    undated = statement("member_of", "IND", "SCO", published="2024-05-21")
    found = resolve(observer, member, exact, undated)
    assert held_on(found.standings, "observer_of", "2010-01-01") == [observer.claim]
    assert held_on(found.standings, "member_of", "2010-01-01") == []
    assert held_on(found.standings, "member_of", "2018-01-01") == [exact.claim]
    assert held_on(found.standings, "observer_of", "2018-01-01") == []
    assert found.conflicts == ()


def test_two_chairs_follow_one_another_and_a_third_claim_is_a_conflict():
    india = statement("chairs", "IND", "SCO", since="2022")
    kazakhstan = statement("chairs", "KAZ", "SCO", since="2023-07", until="2024-07")
    found = resolve(india, kazakhstan)
    assert held_on(found.standings, "chairs", "2023-10-01") == [kazakhstan.claim]
    assert found.conflicts == ()
    china = statement("chairs", "CHN", "SCO", since="2023-09-01", until="2024-03-01")
    (conflict,) = resolve(india, kazakhstan, china).conflicts
    assert (conflict.kind, [side.value for side in conflict.sides]) == (ConflictKind.SLOT, ["CHN", "KAZ"])


def test_one_figure_of_two_articles_of_one_report_is_one_standing_and_a_changed_copy_a_translation():
    hindi, bengali = trade(27e9, document="hi"), trade(27_000_000_000, document="bn")
    reports = {"hi": "r", "bn": "r"}
    found = resolve(hindi, bengali, reports=reports)
    assert [len(s.claims) for s in found.standings] == [2]
    assert found.conflicts == ()
    changed = trade(2.7e9, document="bn")
    (conflict,) = resolve(hindi, changed, reports=reports).conflicts
    assert conflict.kind is ConflictKind.TRANSLATION


def test_relations_since_a_day_are_borne_out_by_an_anniversary():
    day = statement("diplomatic_relations", "IND", "KAZ", since="1992-02-22", published="2024-06-25")
    thirty = statement("diplomatic_relations", "KAZ", "IND", since="1992", words="30वीं वर्षगांठ", published="2022-01-27")
    opened = event("SUPPORT open_relations", "IND", "KAZ", on="1992-02-22", background=True)
    found = resolve(day, thirty, opened)
    (standing,) = found.standings
    assert (standing.valid_from, standing.lead, len(standing.claims)) == (when("1992-02-22"), day.claim, 2)
    assert "1992-02-22 agrees with 30 years told in 2022" in standing.reasons
    assert found.conflicts == ()
    wrong = statement("diplomatic_relations", "IND", "KAZ", since="1993", words="30वीं वर्षगांठ", published="2023-01-27")
    (conflict,) = resolve(day, thirty, wrong).conflicts
    assert (conflict.kind, [side.value for side in conflict.sides]) == (ConflictKind.ARITHMETIC, ["1992-02-22", "1993"])


def test_a_visit_of_a_day_and_one_of_last_november_are_one():
    told_then = event("CONSULT visit", "RUS>KAZ", "actor:putin", on="2023-11-09", published="2023-11-09")
    looking_back = event("CONSULT visit", "RUS>KAZ", "actor:putin", "recipient:tokayev", on="2023-11", background=True,
                         published="2024-05-21")  # fmt: skip
    (visit,) = resolve(told_then, looking_back).occurrences
    assert (visit.date, visit.background, visit.lead) == (when("2023-11-09"), False, looking_back.claim)
    assert visit.reasons == ("2023-11 told by one, 2023-11-09 by another", "same parties and act", "same persons")
