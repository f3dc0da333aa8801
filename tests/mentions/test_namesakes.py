"""Names of persons that look like others: spelt in two ways, short, of a namesake, or a state's."""

import pytest
from noticing import named, parties

KNOWN_AGAIN = [
    ("hi", "अमेरिकी विदेश मंत्री माइक पोम्पिओ सोल पहुंचे। पोम्पेओ ने कुछ नहीं कहा।", "mike-pompeo"),
    ("bn", "মার্কিন পররাষ্ট্রমন্ত্রী মাইক পম্পেও সিউলে আছেন। পম্পেয়ো কিছু বলেননি।", "mike-pompeo"),
    ("bn", "উত্তর কোরিয়ার পররাষ্ট্রমন্ত্রী রি ইয়ং হো নিউইয়র্কে। রি কিছু বলেননি।", "ri-yong-ho"),
    ("hi", "उत्तर कोरिया के विदेश मंत्री री योंग हो न्यूयॉर्क में हैं। री ने कुछ नहीं कहा।", "ri-yong-ho"),
    ("en", "North Korean Foreign Minister Ri Yong Ho is in New York. Nobody met Ri there.", "ri-yong-ho"),
]
OTHERS = [
    ("en", "Sharon Davis spoke.", "ariel-sharon"),
    ("en", "Novak Djokovic won.", "alexander-novak"),
    ("hi", "कप्तान ब्लेयर मैकफर्सन को कार्ड मिला।", "tony-blair"),
    ("bn", "শ্যারন ডেভিস গান করেন।", "ariel-sharon"),
]


@pytest.mark.parametrize(("language", "text", "person"), KNOWN_AGAIN)
def test_a_short_family_name_or_another_spelling_means_who_was_introduced(language, text, person):
    assert [named(p) for p in parties(text, language) if p.person][-1] == person


@pytest.mark.parametrize(("language", "text", "person"), OTHERS)
def test_a_namesake_of_somebody_known_is_somebody_else(language, text, person):
    assert person not in [named(p) for p in parties(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Jordan Spieth won in Ohio."), ("bn", "জর্ডান স্পিথ জিতেছেন।"), ("hi", "जॉर्डन स्पीथ ने जीत दर्ज की।")],
)
def test_a_state_is_no_given_name(language, text):
    assert "JOR" not in [named(p) for p in parties(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lavrov spoke at the U.N. General Assembly."),
        ("hi", "यू.एन. जनरल असेंबली में लावरोव बोले।"),
        ("bn", "জাতিসংঘের সাধারণ অধিবেশনে লাভরভ বলেন।"),
    ],
)
def test_an_organ_of_the_un_is_one_party(language, text):
    assert [named(p) for p in parties(text, language)].count("UNGA") == 1
