"""Questions to a record: what is merged, what is not, what conflicts."""

from datetime import date

import pytest
from making import METHOD, WORLD, claim, party, reading, statement

from elchi import pipeline, query
from elchi.errors import UnknownNameError
from elchi.model import Basis, DateSpan
from elchi.query.entity import script_name
from elchi.record import Record

MODI, TOKAYEV = party("narendra-modi", kind="person"), party("kassym-jomart-tokayev", kind="person")
IND, KAZ, UZB = party("IND"), party("KAZ"), party("UZB")
SCO = party("SCO", "object", "organisation")


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        yield opened


def keep(record, *claims):
    """Record each claim under its document, published on the day that the claim says."""
    for made in claims:
        text = made.evidence[0].text
        read = reading(text + f" {made.claim}", made.document, [made], published=made.published, source=made.source)
        record.add(read, METHOD)
    pipeline.reconcile_record(record)


def dossier(record, a="IND", b="KAZ"):
    return query.pair(record, a, b, WORLD)


def member(state, since=None, document="d1", standing="member_of", **more):
    begin = DateSpan.year(since) if since else None
    return statement(standing, party(state, "subject"), SCO, valid_from=begin, document=document, **more)


@pytest.mark.parametrize("name", ["IND", "ind", "India", "भारत", " india "])
def test_a_state_is_found_by_id_and_by_name_in_any_script(record, name):
    keep(record, claim(IND, KAZ, day="2022-09-16"))
    assert dossier(record, name).first.id == "IND"


def test_an_unknown_name_shows_names_that_are_close(record):
    with pytest.raises(UnknownNameError, match="did you mean Kazakhstan"):
        dossier(record, "Kazakstan")


def test_a_dyad_takes_two(record):
    with pytest.raises(UnknownNameError, match="two different names"):
        dossier(record, "IND", "भारत")


def test_an_entity_that_only_the_record_knows_is_found_by_its_label(record):
    keep(record, claim(IND, party("new-person", kind="person"), day="2022-09-16"))
    assert query.timeline(record, "new-person", WORLD).entity.provisional


def test_a_record_without_the_dyad_gives_an_empty_dossier(record):
    answer = dossier(record)
    assert (answer.standings, answer.occurrences, answer.quotes, answer.conflicts) == ((), (), (), ())


@pytest.mark.parametrize(
    ("one", "other", "occurrences"),
    [
        ({"day": "2022-09-16"}, {"day": "2022-09-16"}, 1),
        ({"day": "2022-09-16"}, {"day": "2022-09-17"}, 2),
        ({"day": "2022-09-16"}, {"day": "2022-09-16", "mode": "call"}, 2),
        ({"day": "2022-09-16"}, {"day": "2022-09-16", "status": "planned"}, 2),
        ({}, {}, 2),
    ],
)
def test_claims_are_one_occurrence_only_when_all_agrees(record, one, other, occurrences):
    keep(record, claim(IND, KAZ, document="d1", **one), claim(KAZ, IND, document="d2", **other))
    found = dossier(record).occurrences
    assert len(found) == occurrences
    assert sum(len(o.backing.documents) for o in found) == 2


@pytest.mark.parametrize(
    ("persons", "occurrences"),
    [([(MODI,), (MODI,)], 1), ([(MODI,), ()], 1), ([(MODI,), (TOKAYEV,)], 2), ([(MODI,), (TOKAYEV,), ()], 3)],
)
def test_meetings_of_different_persons_are_different_occurrences(record, persons, occurrences):
    keep(record, *(claim(IND, *p, KAZ, document=f"d{n}", day="2022-09-16") for n, p in enumerate(persons)))
    assert len(dossier(record).occurrences) == occurrences


def test_occurrences_are_newest_first_and_the_undated_stand_by_publication(record):
    keep(
        record,
        claim(IND, KAZ, document="d1", day="2015-07-08"),
        claim(IND, KAZ, document="d2", day="2022-09-16"),
        claim(IND, KAZ, document="d3", published="2020-01-01"),
    )
    assert [o.backing.documents[0] for o in dossier(record).occurrences] == ["d2", "d3", "d1"]


def test_every_entry_gives_its_sentence_and_says_that_support_counts_reports(record):
    keep(record, claim(MODI, IND, KAZ, day="2022-09-16", source="BBC", published="2022-09-17", text="मिले"))
    row = dossier(record).to_json()
    assert row["support_counts"] == "reports"
    (told,) = row["occurrences"]
    assert told["evidence"][0]["text"] == "मिले"
    assert told["participants"][0]["state"] == "IND"
    assert (told["support"], told["articles"], told["reports"]) == (1, 1, [{"documents": ["d1"]}])


def test_positions_are_a_selection_of_the_occurrences_and_promises_have_stages(record):
    keep(
        record,
        claim(party("IND", "actor"), party("KAZ", "recipient"), type="ACCUSE", mode="disapprove"),
        claim(
            party("IND", "actor"), party("KAZ", "recipient"), type="AID", mode="economic", status="intended",
            document="d2",
        ),
        claim(IND, KAZ, day="2022-09-16", document="d3"),
    )  # fmt: skip
    answer = dossier(record)
    assert [o.type for o in answer.positions] == ["ACCUSE"]
    (promise,) = answer.promises
    assert (promise.kind, promise.stage, promise.lead.type, promise.closed) == ("aid", "intended", "AID", False)
    assert len(answer.occurrences) == 3


def test_a_statement_without_a_time_joins_the_one_time_that_others_give(record):
    level = {"value": {"text": "strategic partnership"}}
    ends = (party("IND", "subject"), party("KAZ", "object")), (party("KAZ", "subject"), party("IND", "object"))
    keep(
        record,
        statement("partnership", *ends[0], document="d1", valid_from=DateSpan.year(2009), **level),
        statement("partnership", *ends[1], document="d2", **level),
    )
    (standing,) = dossier(record).standings
    assert standing.valid_from == DateSpan.year(2009)
    assert len(standing.backing.documents) == 2


def trade(amount, document, year=2021, unit="USD"):
    ends = party("IND", "subject"), party("KAZ", "object")
    value = {"amount": amount, "unit": unit}
    return statement("trade_volume", *ends, document=document, value=value, valid_from=DateSpan.year(year))


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        (trade(2.1e9, "d1"), trade(2.3e9, "d2"), 1),
        (trade(2_000_000_000, "d1"), trade(2.0e9, "d2"), 0),
        (trade(2.1e9, "d1", 2021), trade(2.3e9, "d2", 2022), 0),
        (trade(2.1e9, "d1"), trade(170e9, "d2", unit="INR"), 0),
    ],
)
def test_two_values_of_an_exclusive_property_at_one_time_conflict(record, one, other, conflicts):
    keep(record, one, other)
    found = dossier(record).conflicts
    assert len(found) == conflicts
    assert all(len(side.backing.evidence) == 1 for conflict in found for side in conflict.sides)


@pytest.mark.parametrize(
    ("days", "documents", "conflicts"),
    [
        (("2022-09-15", "2022-09-16"), ("d1", "d2"), 1),
        (("2022-09-15", "2022-09-16"), ("d1", "d1"), 0),
        (("2022-09-15", "2022-10-28"), ("d1", "d2"), 0),
    ],
)
def test_two_days_for_one_kind_of_event_within_a_month_are_a_possible_conflict(record, days, documents, conflicts):
    made = [claim(IND, KAZ, day=day, document=document) for day, document in zip(days, documents, strict=True)]
    if documents[0] == documents[1]:
        record.add(reading("one text", "d1", made), METHOD)
    else:
        keep(record, *made)
    assert [c.kind for c in dossier(record).conflicts] == ["date"] * conflicts


def test_an_act_and_the_answer_to_it_are_no_conflict(record):
    summoned = {"type": "ACCUSE", "mode": "summon"}
    keep(
        record,
        claim(party("IND", "actor"), party("KAZ", "recipient"), day="2022-09-15", document="d1", **summoned),
        claim(party("KAZ", "actor"), party("IND", "recipient"), day="2022-09-16", document="d2", **summoned),
    )
    assert dossier(record).conflicts == ()


@pytest.mark.parametrize(
    ("on", "members", "observers"),
    [
        ("2000-01-01", [], []),
        ("2003-01-01", ["KAZ"], []),
        ("2010-01-01", ["KAZ"], ["IND"]),
        ("2018-01-01", ["IND", "KAZ"], []),
        (None, ["IND", "KAZ"], []),
    ],
)
def test_an_organisation_had_these_members_on_a_day(record, on, members, observers):
    keep(
        record,
        member("KAZ", 2001, "d1"),
        member("IND", 2017, "d2"),
        member("IND", 2005, "d3", "observer_of"),
        member("IND", None, "d4"),
    )
    row = query.entity(record, "SCO", WORLD, on).to_json()
    assert sorted(m["entity"] for m in row["members"]) == members
    assert [m["entity"] for m in row["observers"]] == observers


def test_a_member_since_nobody_knows_when_is_given_with_its_doubt(record):
    keep(record, member("UZB", published="2009-12-31"))
    (found,) = query.entity(record, "SCO", WORLD, "2010-01-01").standing("member_of")
    assert (found.entity, found.certain, found.begin) == ("UZB", False, None)


@pytest.mark.parametrize(("on", "chair"), [("2021-05-01", "KAZ"), ("2022-12-01", "IND"), ("1999-01-01", None)])
def test_an_organisation_has_one_chair_on_a_day(record, on, chair):
    keep(
        record,
        statement("chairs", party("KAZ", "subject"), SCO, valid_from=DateSpan.year(2021), valid_to=DateSpan.year(2021)),
        statement("chairs", party("IND", "subject"), SCO, document="d2", valid_from=DateSpan.year(2022)),
    )
    row = query.entity(record, "SCO", WORLD, on).to_json()
    assert (row["chair"] or {}).get("entity") == chair


def test_an_entity_has_every_spelling_with_counts(record):
    keep(
        record,
        claim(party("IND", mention=(0, 4)), KAZ, text="भारत ने", document="d1", published="2022-01-02"),
        claim(party("IND", mention=(0, 4)), KAZ, text="भारत से", document="d2", published="2023-01-02"),
        claim(party("IND", mention=(0, 5)), KAZ, text="India and", document="d3"),
    )
    rows = query.entity(record, "IND", WORLD).to_json()["names"]
    assert rows[0] == {
        "text": "भारत", "script": "Devanagari", "language": "hi", "count": 2,
        "first": "2022-01-02", "last": "2023-01-02",
    }  # fmt: skip
    assert rows[1]["script"] == "Latin"


def test_a_title_or_a_pronoun_is_no_spelling_of_a_name(record):
    keep(record, claim(party("IND", mention=(0, 2), basis=Basis.PRONOUN), KAZ, text="वह मिले"))
    assert query.entity(record, "IND", WORLD).names == ()


def test_words_that_name_a_person_are_no_spelling_of_the_state_acted_for(record):
    words = {"mention": (0, 11)}
    keep(
        record, claim(party("IND", **words), party("narendra-modi", kind="person", **words), KAZ, text="Shri Modi met")
    )
    assert query.entity(record, "IND", WORLD).names == ()
    assert query.entity(record, "narendra-modi", WORLD).names[0].count == 1


@pytest.mark.parametrize(("text", "script"), [("ভারত", "Bengali"), ("Индия", "Cyrillic"), ("12", "")])
def test_a_spelling_is_in_the_script_of_its_first_letter(text, script):
    assert script_name(text) == script


def test_a_person_has_the_offices_of_the_catalogue_and_of_the_claims(record):
    holder = party("narendra-modi", "subject", "person", office="prime_minister")
    envoy = party("some-envoy", "subject", "person", office="ambassador")
    keep(
        record,
        statement("holds_office", holder, party("IND", "object")),
        statement("holds_office", holder, party("IND", "object"), document="d2", status="past"),
        statement("holds_office", envoy, party("IND", "object"), document="d3"),
    )
    (office,) = query.entity(record, "narendra-modi", WORLD).offices
    assert (office.origin, office.begin, len(office.backing.documents)) == ("both", "2014-05-26", 2)
    assert query.entity(record, "narendra-modi", WORLD, "2010-01-01").offices == ()
    assert [o.origin for o in query.entity(record, "IND", WORLD).offices] == ["record", "both"]


def test_times_that_nest_are_one_standing_with_the_most_exact(record):
    ends, level = (party("IND", "subject"), party("KAZ", "object")), {"value": {"text": "strategic partnership"}}
    times = [None, DateSpan.year(2009), DateSpan.month(2009, 1), DateSpan.day(date(2009, 1, 24))]
    made = [
        statement("partnership", *ends, document=f"d{n}", valid_from=time, published=f"201{n}-01-01", **level)
        for n, time in enumerate(times)
    ]
    keep(record, *made)
    (standing,) = dossier(record).standings
    assert standing.valid_from == times[-1]
    assert (len(standing.backing.documents), standing.told) == (4, "2013-01-01")


def test_a_year_that_fits_two_days_stays_alone(record):
    ends = party("IND", "subject"), party("KAZ", "object")
    times = [DateSpan.year(2009), DateSpan.day(date(2009, 1, 24)), DateSpan.day(date(2009, 5, 1))]
    keep(record, *(statement("partnership", *ends, document=f"d{n}", valid_from=t) for n, t in enumerate(times)))
    assert len(dossier(record).standings) == 3


@pytest.mark.parametrize(
    ("earlier", "told", "now"),
    [(2005, "2018-01-01", False), (None, "2010-01-01", False), (None, "2018-01-01", True), (2019, "2020-01-01", True)],
)
def test_the_later_start_takes_the_place_of_another_standing_of_the_pair(record, earlier, told, now):
    keep(
        record,
        member("IND", earlier, "d1", "observer_of", published=told),
        member("IND", 2017, "d2", published="2018-01-01"),
    )
    found = {s.type: s.now for s in dossier(record, "IND", "SCO").standings}
    assert found["observer_of"] is now
    assert found["member_of"] is (earlier != 2019)


@pytest.mark.parametrize(
    ("on", "members", "told_later"),
    [("2018-01-01", ["KAZ"], ["UZB"]), ("2025-01-01", ["KAZ", "UZB"], []), (None, ["KAZ", "UZB"], [])],
)
def test_a_member_of_unknown_start_counts_from_the_day_it_is_first_told(record, on, members, told_later):
    keep(record, member("KAZ", 2001, "d1"), member("UZB", None, "d2", published="2024-07-04"))
    row = query.entity(record, "SCO", WORLD, on).to_json()
    assert sorted(m["entity"] for m in row["members"]) == members
    assert [m["entity"] for m in row["told_later"]] == told_later
    (uzb,) = [m for m in [*row["members"], *row["told_later"]] if m["entity"] == "UZB"]
    assert (uzb["from"], uzb["start"], uzb["first_told"]) == (None, "unknown", "2024-07-04")


def test_a_standing_that_gave_way_is_told_apart_without_a_day(record):
    keep(record, member("IND", 2005, "d1", "observer_of"), member("IND", 2017, "d2"))
    row = query.entity(record, "SCO", WORLD).to_json()
    assert [(m["standing"], m["to"]) for m in row["former"]] == [("observer_of", "2017-01-01")]
    assert row["observers"] == []


def test_an_organisation_has_its_founding(record):
    founded = {"status": "past", "valid_from": DateSpan.year(2001)}
    keep(record, statement("founded", party("SCO", "subject", "organisation"), **founded))
    assert len(query.entity(record, "SCO", WORLD).founded) == 1


@pytest.mark.parametrize(
    ("one", "other", "inferred", "ascribed"),
    [
        (Basis.BOTH_SIDES, Basis.DISCOURSE, True, ["PTI"]),
        (Basis.BOTH_SIDES, Basis.NAMED, False, ["PTI"]),
        (Basis.TITLE, Basis.DISCOURSE, False, []),
    ],
)
def test_an_entry_says_how_sure_it_is_and_to_whom_it_is_ascribed(record, one, other, inferred, ascribed):
    pti = ({"entity": "pti", "label": "PTI", "kind": "agency"},)
    ends = party("IND", basis=one), party("KAZ", basis=other)
    keep(record, claim(*ends, attribution=pti if ascribed else ()))
    (told,) = dossier(record).to_json()["occurrences"]
    assert (told["parties_inferred"], told["attribution"], told["confidence"]) == (inferred, ascribed, 0.9)
    assert told["evidence"][0]["attribution"] == ascribed


def test_what_one_article_says_in_its_own_voice_is_ascribed_to_nobody(record):
    pti = ({"entity": "pti", "label": "PTI", "kind": "agency"},)
    keep(record, claim(IND, KAZ, day="2022-09-16", attribution=pti), claim(IND, KAZ, day="2022-09-16", document="d2"))
    assert dossier(record).occurrences[0].backing.attribution == ()


def test_a_meeting_is_one_whether_or_not_its_gathering_is_named(record):
    about = party("SCO", "about", "organisation")
    keep(record, claim(IND, KAZ, day="2022-09-16"), claim(IND, KAZ, about, day="2022-09-16", document="d2"))
    assert len(dossier(record).occurrences) == 1


def test_what_no_claim_dates_stands_in_the_timeline_at_its_publication(record):
    keep(
        record,
        claim(IND, KAZ, day="2022-09-16", document="d1"),
        claim(IND, UZB, document="d2", published="2020-01-01"),
        member("IND", None, "d3", published="2024-01-01"),
    )
    entries = query.timeline(record, "IND", WORLD).entries
    assert [(day, entry.backing.documents[0]) for day, entry in entries] == [
        ("", "d2"),
        ("2022-09-16", "d1"),
        ("", "d3"),
    ]


def test_a_timeline_is_oldest_first_with_the_undated_at_the_end(record):
    keep(
        record,
        claim(IND, KAZ, day="2022-09-16", document="d1"),
        member("IND", 2017, "d2"),
        claim(IND, UZB, document="d3"),
    )
    assert [day for day, _ in query.timeline(record, "IND", WORLD).entries] == ["2017-01-01", "2022-09-16", ""]


def test_superseded_claims_are_in_no_answer(record):
    record.add(reading("IND met KAZ on 2022-09-16"), METHOD)
    record.add(reading("IND met UZB on 2022-09-16"), METHOD)
    assert dossier(record).occurrences == ()
