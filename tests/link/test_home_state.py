"""The home state of local news: found from evidence, with the reason, and never by default."""

import pytest
from linking import all_parties, link, states

LOCAL = {
    "hi": "विदेश मंत्री एस. जयशंकर ने सोमवार को रूस के विदेश मंत्री से मुलाकात की।",
    "bn": "পররাষ্ট্রমন্ত্রী এস. জয়শঙ্কর সোমবার রাশিয়ার পররাষ্ট্রমন্ত্রীর সঙ্গে বৈঠক করেছেন।",
}


@pytest.mark.parametrize(("language", "text"), LOCAL.items())
def test_a_minister_named_without_a_state_shows_whose_news_it_is(language, text):
    home = link(text, language, published="2024-08-20").home
    assert home is not None
    assert home.entity.id == "IND"
    assert "without a state" in home.reason


POSTED = {
    "hi": "पाकिस्तान में चीन के राजदूत ने सोमवार को विदेश मंत्री से मुलाकात की।",
    "bn": "পাকিস্তানে নিযুক্ত চীনের রাষ্ট্রদূত সোমবার পররাষ্ট্রমন্ত্রীর সঙ্গে বৈঠক করেছেন।",
}


@pytest.mark.parametrize(("language", "text"), POSTED.items())
def test_where_a_diplomat_is_posted_a_bare_minister_is_the_hosts(language, text):
    linked = link(text, language)
    assert linked.home is not None
    assert linked.home.entity.id == "PAK"
    assert [states(p) for p in all_parties(linked)] == [{"CHN"}, {"PAK"}]


OUTLETS = {
    "hi": ("भारत और रूस के बीच बातचीत हुई। विदेश मंत्री ने इसका स्वागत किया।", {"url": "https://www.ptinews.com/a/1"}, "IND"),
    "bn": ("বাংলাদেশ ও রাশিয়ার মধ্যে আলোচনা হয়েছে। পররাষ্ট্রমন্ত্রী একে স্বাগত জানিয়েছেন।", {"source": "প্রথম আলো"}, "BGD"),
}


@pytest.mark.parametrize(("language", "text", "fields", "state"), [(lang, *row) for lang, row in OUTLETS.items()])
def test_a_known_outlet_that_names_its_own_state_writes_from_home(language, text, fields, state):
    home = link(text, language, **fields).home
    assert home is not None
    assert home.entity.id == state
    assert "outlet" in home.reason


THIN = {
    "hi": [
        "विदेश मंत्री ने बैठक की।",
        "भारत और रूस के विदेश मंत्रियों ने मॉस्को में बैठक की।",
        "अमेरिका और चीन के बीच वार्ता हुई।",
    ],
    "bn": [
        "পররাষ্ট্রমন্ত্রী বৈঠক করেছেন।",
        "ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রী মস্কোয় বৈঠক করেছেন।",
        "যুক্তরাষ্ট্র ও চীনের মধ্যে আলোচনা হয়েছে।",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, rows in THIN.items() for text in rows])
def test_no_language_has_a_home_state_by_default(language, text):
    assert link(text, language, published="2024-08-20").home is None


@pytest.mark.parametrize("language", THIN)
def test_a_minister_without_a_state_and_without_a_home_state_acts_for_nobody(language):
    (party,) = all_parties(link(THIN[language][0], language, published="2024-08-20"))
    assert (states(party), party.person) == (set(), None)


DIVIDED = {
    "hi": "भारत में पाकिस्तान के राजदूत ने बैठक की। पाकिस्तान में भारत के राजदूत ने बैठक की।",
    "bn": "ভারতে নিযুক্ত পাকিস্তানের রাষ্ট্রদূত বৈঠক করেছেন। পাকিস্তানে নিযুক্ত ভারতের রাষ্ট্রদূত বৈঠক করেছেন।",
}


@pytest.mark.parametrize(("language", "text"), DIVIDED.items())
def test_divided_evidence_gives_no_home_state(language, text):
    assert link(text, language).home is None
