"""Whom the parties of an article mean: states, persons by office and day, capitals that act, people named before."""

from datetime import date

import pytest
from linking import all_parties, link, person, states

from elchi.link.parties import PartyLinker
from elchi.model import Basis
from elchi.model.link import Reference
from elchi.model.mention import PartyKind, PartyMention
from elchi.packs import load_catalogue, load_ontology_data

HOLDERS = {
    "hi": [
        ("भारत के प्रधानमंत्री ने रूस से बातचीत की।", "2016-01-10", "narendra-modi"),
        ("भारत के प्रधानमंत्री ने रूस से बातचीत की।", "2010-01-10", "manmohan-singh"),
        ("भारत के प्रधानमंत्री ने रूस से बातचीत की।", "1999-02-22", "atal-bihari-vajpayee"),
        ("कजाकिस्तान के राष्ट्रपति ने रूस से बातचीत की।", "2015-07-08", "nursultan-nazarbayev"),
        ("कजाकिस्तान के राष्ट्रपति ने रूस से बातचीत की।", "2022-07-08", "kassym-jomart-tokayev"),
        ("भारत के प्रधानमंत्री ने रूस से बातचीत की।", None, None),
    ],
    "bn": [
        ("ভারতের প্রধানমন্ত্রী রাশিয়ার সঙ্গে আলোচনা করেছেন।", "2016-01-10", "narendra-modi"),
        ("ভারতের প্রধানমন্ত্রী রাশিয়ার সঙ্গে আলোচনা করেছেন।", "2010-01-10", "manmohan-singh"),
        ("ভারতের প্রধানমন্ত্রী রাশিয়ার সঙ্গে আলোচনা করেছেন।", "1999-02-22", "atal-bihari-vajpayee"),
        ("কাজাখস্তানের প্রেসিডেন্ট রাশিয়ার সঙ্গে আলোচনা করেছেন।", "2015-07-08", "nursultan-nazarbayev"),
        ("কাজাখস্তানের প্রেসিডেন্ট রাশিয়ার সঙ্গে আলোচনা করেছেন।", "2022-07-08", "kassym-jomart-tokayev"),
        ("ভারতের প্রধানমন্ত্রী রাশিয়ার সঙ্গে আলোচনা করেছেন।", None, None),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "published", "holder"), [(lang, *row) for lang, rows in HOLDERS.items() for row in rows]
)
def test_a_title_means_who_held_the_office_on_the_day(language, text, published, holder):
    official = all_parties(link(text, language, published=published))[0]
    assert person(official) == holder
    assert [side.basis for side in official.sides] == [Basis.TITLE]


SURNAMES = {
    "hi": [
        ("व्लादिमीर पुतिन ने कहा।", "vladimir-putin", "RUS"),
        ("नरेंद्र मोदी ने कहा।", "narendra-modi", "IND"),
        ("इमैनुएल मैक्रों ने कहा।", "emmanuel-macron", "FRA"),
    ],
    "bn": [
        ("ভ্লাদিমির পুতিন বলেছেন।", "vladimir-putin", "RUS"),
        ("নরেন্দ্র মোদি বলেছেন।", "narendra-modi", "IND"),
        ("ইমানুয়েল মাখোঁ বলেছেন।", "emmanuel-macron", "FRA"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "who", "state"), [(lang, *row) for lang, rows in SURNAMES.items() for row in rows]
)
def test_a_person_of_the_catalogue_acts_for_a_state(language, text, who, state):
    party = all_parties(link(text, language, published="2024-08-20"))[0]
    assert (person(party), states(party)) == (who, {state})


@pytest.mark.parametrize(
    ("day", "office", "owner", "who"),
    [
        (date(2010, 1, 10), "prime_minister", "IND", "manmohan-singh"),
        (date(2016, 1, 10), "prime_minister", "IND", "narendra-modi"),
        (date(2016, 1, 10), "president", "RUS", "vladimir-putin"),
        (date(2010, 1, 10), "", "RUS", "vladimir-putin"),
    ],
)
def test_namesakes_are_told_apart_by_state_office_and_day(day, office, owner, who):
    entities = load_catalogue().entities
    namesakes = tuple(entities[name] for name in ("manmohan-singh", "narendra-modi", "vladimir-putin"))
    mention = PartyMention(0, 1, 0, 1, PartyKind.PERSON, namesakes, (entities[owner],), office=office, person="X")
    linker = PartyLinker(load_catalogue(), Reference(day, day.year), None, load_ontology_data().offices)
    (found,) = linker.link([mention])
    assert (person(found), states(found)) == (who, {owner})


UNKNOWN = {
    "hi": "नेपाल के विदेश मंत्री रामकृष्ण ढुंगेल ने बैठक की। ढुंगेल ने भारत का दौरा किया।",
    "bn": "নেপালের পররাষ্ট্রমন্ত্রী রামকৃষ্ণ ঢুঙ্গেল বৈঠক করেছেন। ঢুঙ্গেল ভারত সফর করেছেন।",
}


@pytest.mark.parametrize(("language", "text"), UNKNOWN.items())
def test_a_person_whom_only_the_article_knows_is_one_entity_with_the_state_said_once(language, text):
    first, second = all_parties(link(text, language))[:2]
    assert first.person.provisional
    assert person(first) == person(second)
    assert states(first) == states(second) == {"NPL"}


@pytest.mark.parametrize("language", UNKNOWN)
def test_the_order_of_sentences_does_not_matter_for_who_a_person_is(language):
    text = "".join(f"{part.strip()}। " for part in reversed(UNKNOWN[language].split("।")[:2]))
    people = [p for p in all_parties(link(text, language)) if p.person is not None]
    assert {person(p) for p in people} == {person(all_parties(link(UNKNOWN[language], language))[0])}
    assert all(states(p) == {"NPL"} for p in people)


BARE = {
    "hi": "चीन के विदेश मंत्री वांग यी ने रूस से बातचीत की। विदेश मंत्री ने शांति की अपील की।",
    "bn": "চীনের পররাষ্ট্রমন্ত্রী ওয়াং ই রাশিয়ার সঙ্গে আলোচনা করেছেন। পররাষ্ট্রমন্ত্রী শান্তির আহ্বান জানিয়েছেন।",
}


@pytest.mark.parametrize(("language", "text"), BARE.items())
def test_a_bare_title_means_whom_the_article_named_with_it(language, text):
    bare = [
        p for p in all_parties(link(text, language, published="2024-08-20")) if p.mention.office and not p.mention.owner
    ][-1]
    assert (person(bare), states(bare)) == ("wang-yi", {"CHN"})


CAPITALS = {
    "hi": [("मॉस्को ने प्रस्ताव खारिज किया।", {"RUS"}), ("इस्तांबुल में बैठक हुई।", set())],
    "bn": [("মস্কোকে আমন্ত্রণ জানানো হয়েছে।", {"RUS"}), ("ইস্তাম্বুলে বৈঠক হয়েছে।", set())],
}


@pytest.mark.parametrize(
    ("language", "text", "sides"), [(lang, *row) for lang, rows in CAPITALS.items() for row in rows]
)
def test_a_capital_stands_for_its_state_when_it_acts_and_is_a_place_otherwise(language, text, sides):
    (party,) = all_parties(link(text, language))
    assert states(party) == sides
    assert party.place is not None
    assert party.country is not None


BODIES = {
    "hi": [
        ("क्रेमलिन ने कहा।", {"RUS"}),
        ("व्हाइट हाउस ने कहा।", {"USA"}),
        ("भारतीय विदेश मंत्रालय ने कहा।", {"IND"}),
        ("संयुक्त राष्ट्र सुरक्षा परिषद ने कहा।", {"UN"}),
    ],
    "bn": [
        ("ক্রেমলিন বলেছে।", {"RUS"}),
        ("হোয়াইট হাউস বলেছে।", {"USA"}),
        ("ভারতীয় পররাষ্ট্র মন্ত্রণালয় বলেছে।", {"IND"}),
        ("জাতিসংঘ নিরাপত্তা পরিষদ বলেছে।", {"UN"}),
    ],
}


@pytest.mark.parametrize(("language", "text", "sides"), [(lang, *row) for lang, rows in BODIES.items() for row in rows])
def test_a_body_acts_for_its_state_and_an_organ_for_its_organisation(language, text, sides):
    assert {s for p in all_parties(link(text, language)) for s in states(p)} == sides


ENVOYS = {
    "hi": "पाकिस्तान में भारत के राजदूत ने बैठक की।",
    "bn": "পাকিস্তানে নিযুক্ত ভারতের রাষ্ট্রদূত বৈঠক করেছেন।",
}


@pytest.mark.parametrize(("language", "text"), ENVOYS.items())
def test_an_ambassador_acts_for_the_state_that_sent_him(language, text):
    (party,) = all_parties(link(text, language))
    assert (states(party), party.sector) == ({"IND"}, "GOV")


SPELT_OTHERWISE = {
    "hi": [
        ("भारत के प्रधानमंत्री नरिंदर मोदि ने रूस से बातचीत की।", "narendra-modi"),
        ("भारत के प्रधानमंत्री नरेंद्र मल्होत्रा ने रूस से बातचीत की।", "narendra-malhotra"),
        ("नेपाल के प्रधानमंत्री नरिंदर मोदि ने रूस से बातचीत की।", "narindar-modi"),
    ],
    "bn": [
        ("কাজাখস্তানের প্রেসিডেন্ট কাশিম জোমারত তোকায়িভ রাশিয়ার সঙ্গে আলোচনা করেছেন।", "kassym-jomart-tokayev"),
        ("কাজাখস্তানের প্রেসিডেন্ট অনিমেষ রায় রাশিয়ার সঙ্গে আলোচনা করেছেন।", "animesh-ray"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "meant"), [(lang, *row) for lang, rows in SPELT_OTHERWISE.items() for row in rows]
)
def test_a_holder_is_known_by_the_sound_of_the_name_with_the_office(language, text, meant):
    assert person(all_parties(link(text, language))[0]) == meant


def test_a_person_no_table_knows_is_labelled_as_the_article_spells_the_name():
    first, _state, second = all_parties(link("ঘানার পররাষ্ট্রমন্ত্রী অনিমেষ রায় ভারত সফর করেছেন। রায় বৈঠক করেন।", "bn"))
    assert first.person.label == second.person.label == "Animesh Ray"
