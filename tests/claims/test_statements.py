"""What is said to hold: each property of the ontology in both languages, and nothing where nothing is said."""

import pytest
from telling import persons, tell, who

PAIRS = {
    "hi": [
        ("भारत और कजाकिस्तान के बीच 22 फरवरी 1992 को राजनयिक संबंध स्थापित हुए।", "diplomatic_relations", {"IND", "KAZ"}),
        ("इस वर्ष भारत और कजाकिस्तान राजनयिक संबंधों की 30वीं वर्षगांठ मना रहे हैं।", "diplomatic_relations", {"IND", "KAZ"}),
        ("भारत और कजाकिस्तान के बीच 2009 से सामरिक साझेदारी है।", "partnership", {"IND", "KAZ"}),
        ("भारत और रूस के बीच द्विपक्षीय व्यापार 2023 में 65 अरब डॉलर रहा।", "trade_volume", {"IND", "RUS"}),
        (
            "भारत और रूस ने 2030 तक द्विपक्षीय व्यापार को 100 अरब डॉलर तक पहुंचाने का लक्ष्य रखा है।",
            "trade_target",
            {"IND", "RUS"},
        ),
        ("चीन रूस का सबसे बड़ा व्यापारिक साझेदार है।", "largest_trading_partner_of", {"CHN", "RUS"}),
    ],
    "bn": [
        ("১৯৯২ সালের ২২ ফেব্রুয়ারি ভারত ও কাজাখস্তানের মধ্যে কূটনৈতিক সম্পর্ক স্থাপিত হয়।", "diplomatic_relations", {"IND", "KAZ"}),
        ("এ বছর ভারত ও কাজাখস্তান কূটনৈতিক সম্পর্কের ৩০তম বার্ষিকী উদ্‌যাপন করছে।", "diplomatic_relations", {"IND", "KAZ"}),
        ("২০০৯ সাল থেকে ভারত ও কাজাখস্তানের মধ্যে কৌশলগত অংশীদারত্ব রয়েছে।", "partnership", {"IND", "KAZ"}),
        ("২০২৩ সালে ভারত ও রাশিয়ার দ্বিপক্ষীয় বাণিজ্য ছিল ৬৫ বিলিয়ন ডলার।", "trade_volume", {"IND", "RUS"}),
        (
            "ভারত ও রাশিয়া ২০৩০ সালের মধ্যে দ্বিপক্ষীয় বাণিজ্য ১০০ বিলিয়ন ডলারে নেওয়ার লক্ষ্য ঠিক করেছে।",
            "trade_target",
            {"IND", "RUS"},
        ),
        ("চীন রাশিয়ার সবচেয়ে বড় বাণিজ্যিক অংশীদার।", "largest_trading_partner_of", {"CHN", "RUS"}),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "type_", "pair"), [(lang, *row) for lang, rows in PAIRS.items() for row in rows]
)
def test_a_statement_of_two_states(language, text, type_, pair):
    (claim,) = tell(text, language).statements(type_)
    assert who(claim, "subject") | who(claim, "object") == pair


VALUES = {
    "hi": [
        (
            "भारत और रूस के बीच द्विपक्षीय व्यापार 2023 में 65 अरब डॉलर रहा।",
            "trade_volume",
            {"amount": 65_000_000_000, "unit": "USD"},
        ),
        (
            "भारत और रूस ने 2030 तक द्विपक्षीय व्यापार को 100 अरब डॉलर तक पहुंचाने का लक्ष्य रखा है।",
            "trade_target",
            {"amount": 100_000_000_000, "unit": "USD"},
        ),
        ("भारत और कजाकिस्तान के बीच 2009 से सामरिक साझेदारी है।", "partnership", {"text": "strategic partnership"}),
        ("शंघाई सहयोग संगठन में अब 10 सदस्य देश हैं।", "member_count", {"amount": 10}),
    ],
    "bn": [
        (
            "২০২৩ সালে ভারত ও রাশিয়ার দ্বিপক্ষীয় বাণিজ্য ছিল ৬৫ বিলিয়ন ডলার।",
            "trade_volume",
            {"amount": 65_000_000_000, "unit": "USD"},
        ),
        (
            "ভারত ও রাশিয়া ২০৩০ সালের মধ্যে দ্বিপক্ষীয় বাণিজ্য ১০০ বিলিয়ন ডলারে নেওয়ার লক্ষ্য ঠিক করেছে।",
            "trade_target",
            {"amount": 100_000_000_000, "unit": "USD"},
        ),
        ("২০০৯ সাল থেকে ভারত ও কাজাখস্তানের মধ্যে কৌশলগত অংশীদারত্ব রয়েছে।", "partnership", {"text": "strategic partnership"}),
        ("সাংহাই সহযোগিতা সংস্থার এখন ১০টি সদস্য দেশ আছে।", "member_count", {"amount": 10}),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "type_", "value"), [(lang, *row) for lang, rows in VALUES.items() for row in rows]
)
def test_a_statement_carries_its_value(language, text, type_, value):
    (claim,) = tell(text, language).statements(type_)
    assert claim.value == value


VOLUME_AND_GOAL = {
    "hi": [
        (
            "भारत और मिस्र का व्यापार 2022 में 7 अरब डॉलर रहा और इसे 2028 तक 12 अरब डॉलर तक ले जाने का लक्ष्य है।",
            7,
            "2028",
            {"amount": 12e9},
        ),
        ("भारत और ब्राजील ने 12 अरब डॉलर के आपसी व्यापार को दोगुना करने का लक्ष्य तय किया है।", 12, "", {"factor": 2}),
    ],
    "bn": [
        (
            "ভারত ও ব্রাজিলের বাণিজ্য গত বছর ১৫ বিলিয়ন ডলারে পৌঁছেছে, ২০৩০ সালের মধ্যে তা ২৫ বিলিয়ন ডলারে নেওয়ার লক্ষ্য।",
            15,
            "2030",
            {"amount": 25e9},
        ),
    ],
    "en": [
        (
            "India and Brazil aim to raise bilateral trade from 15 billion dollars to 25 billion dollars by 2030.",
            15,
            "2030",
            {"amount": 25e9},
        ),
        (
            "Trade between India and Egypt was $7 billion in 2022 and the two set a target of $12 billion by 2028.",
            7,
            "2028",
            {"amount": 12e9},
        ),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "billions", "by", "goal"),
    [(lang, *row) for lang, rows in VOLUME_AND_GOAL.items() for row in rows],
)
def test_what_trade_comes_to_is_not_the_goal_set_for_it(language, text, billions, by, goal):
    told = tell(text, language)
    (volume,), (target,) = told.statements("trade_volume"), told.statements("trade_target")
    assert volume.value == {"amount": billions * 10**9, "unit": "USD"}
    assert target.value == goal | ({"unit": "USD"} if "amount" in goal else {})
    assert (str(target.valid_to.start)[:4] if target.valid_to else "") == by


VALID = {
    "hi": [
        ("भारत और कजाकिस्तान के बीच 22 फरवरी 1992 को राजनयिक संबंध स्थापित हुए।", "diplomatic_relations", "1992-02-22"),
        ("भारत और कजाकिस्तान के बीच 2009 से सामरिक साझेदारी है।", "partnership", "2009-01-01"),
        ("भारत 9 जून 2017 को शंघाई सहयोग संगठन का पूर्ण सदस्य बना।", "member_of", "2017-06-09"),
        ("शंघाई सहयोग संगठन की स्थापना 15 जून 2001 को हुई थी।", "founded", "2001-06-15"),
    ],
    "bn": [
        ("১৯৯২ সালের ২২ ফেব্রুয়ারি ভারত ও কাজাখস্তানের মধ্যে কূটনৈতিক সম্পর্ক স্থাপিত হয়।", "diplomatic_relations", "1992-02-22"),
        ("২০০৯ সাল থেকে ভারত ও কাজাখস্তানের মধ্যে কৌশলগত অংশীদারত্ব রয়েছে।", "partnership", "2009-01-01"),
        ("২০১৭ সালের ৯ জুন ভারত সাংহাই সহযোগিতা সংস্থার পূর্ণ সদস্য হয়।", "member_of", "2017-06-09"),
        ("২০০১ সালের ১৫ জুন সাংহাই সহযোগিতা সংস্থা প্রতিষ্ঠিত হয়।", "founded", "2001-06-15"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "type_", "since"), [(lang, *row) for lang, rows in VALID.items() for row in rows]
)
def test_a_statement_holds_since_its_date(language, text, type_, since):
    (claim,) = tell(text, language).statements(type_)
    assert claim.valid_from is not None
    assert str(claim.valid_from.start) == since


BODIES = {
    "hi": [
        ("भारत शंघाई सहयोग संगठन का सदस्य है।", "member_of", {"IND"}),
        ("भारत 2017 में शंघाई सहयोग संगठन का पूर्ण सदस्य बना।", "member_of", {"IND"}),
        ("भारत, रूस और चीन ब्रिक्स के सदस्य हैं।", "member_of", {"IND", "RUS", "CHN"}),
        ("मंगोलिया शंघाई सहयोग संगठन का पर्यवेक्षक है।", "observer_of", {"MNG"}),
        ("तुर्की शंघाई सहयोग संगठन का संवाद साझेदार है।", "dialogue_partner_of", {"TUR"}),
        ("कजाकिस्तान शंघाई सहयोग संगठन की अध्यक्षता कर रहा है।", "chairs", {"KAZ"}),
        ("पाकिस्तान ने ब्रिक्स में शामिल होने के लिए आवेदन किया है।", "applies_to_join", {"PAK"}),
    ],
    "bn": [
        ("ভারত সাংহাই সহযোগিতা সংস্থার সদস্য।", "member_of", {"IND"}),
        ("২০১৭ সালে ভারত সাংহাই সহযোগিতা সংস্থার পূর্ণ সদস্য হয়।", "member_of", {"IND"}),
        ("ভারত, রাশিয়া ও চীন ব্রিকসের সদস্য।", "member_of", {"IND", "RUS", "CHN"}),
        ("মঙ্গোলিয়া সাংহাই সহযোগিতা সংস্থার পর্যবেক্ষক।", "observer_of", {"MNG"}),
        ("তুরস্ক সাংহাই সহযোগিতা সংস্থার সংলাপ অংশীদার।", "dialogue_partner_of", {"TUR"}),
        ("কাজাখস্তান সাংহাই সহযোগিতা সংস্থার সভাপতিত্ব করছে।", "chairs", {"KAZ"}),
        ("পাকিস্তান ব্রিকসে যোগ দেওয়ার জন্য আবেদন করেছে।", "applies_to_join", {"PAK"}),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "type_", "subjects"), [(lang, *row) for lang, rows in BODIES.items() for row in rows]
)
def test_a_statement_of_an_organisation_and_those_who_belong_to_it(language, text, type_, subjects):
    claims = tell(text, language).statements(type_)
    assert {e for c in claims for e in who(c, "subject")} == subjects
    assert all(who(c, "object") <= {"SCO", "BRICS"} and who(c, "object") for c in claims)


CHAIRS = {
    "hi": [
        ("ब्राजील ने जी20 की अध्यक्षता दक्षिण अफ्रीका को सौंपी।", "ZAF", "ongoing"),
        ("दक्षिण अफ्रीका जी20 का अगला अध्यक्ष होगा।", "ZAF", "planned"),
        ("भारत अब ब्रिक्स की अध्यक्षता करेगा।", "IND", "planned"),
        ("भारत इस समय ब्रिक्स का अध्यक्ष है।", "IND", "ongoing"),
    ],
    "bn": [
        ("ব্রাজিল জি২০-এর সভাপতিত্ব দক্ষিণ আফ্রিকাকে হস্তান্তর করেছে।", "ZAF", "ongoing"),
        ("বিমসটেকের পরবর্তী সভাপতি হচ্ছে বাংলাদেশ।", "BGD", "planned"),
        ("ভারত এখন ব্রিকসের সভাপতি।", "IND", "ongoing"),
    ],
    "en": [
        ("Brazil handed over the presidency of the G20 to South Africa.", "ZAF", "ongoing"),
        ("South Africa is the next chair of the G20.", "ZAF", "planned"),
        ("India holds the chair of BRICS.", "IND", "ongoing"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "holder", "status"), [(lang, *row) for lang, rows in CHAIRS.items() for row in rows]
)
def test_who_holds_the_chair_and_who_is_to_hold_it(language, text, holder, status):
    (claim,) = tell(text, language).statements("chairs")
    assert (who(claim, "subject"), claim.status) == ({holder}, status)


LESS_THAN_SAID = {
    "hi": [
        ("चीन नेपाल का दूसरा सबसे बड़ा व्यापारिक साझेदार है।", "largest_trading_partner_of"),
        ("सुरक्षा परिषद के 15 में से 11 सदस्यों ने प्रस्ताव के पक्ष में मतदान किया।", "member_count"),
    ],
    "bn": [("চীন নেপালের দ্বিতীয় বৃহত্তম বাণিজ্য অংশীদার।", "largest_trading_partner_of")],
    "en": [("China is Nepal's second largest trading partner.", "largest_trading_partner_of")],
}


@pytest.mark.parametrize(
    ("language", "text", "type_"), [(lang, *row) for lang, rows in LESS_THAN_SAID.items() for row in rows]
)
def test_the_second_largest_and_some_of_the_members_are_not_taken_for_more(language, text, type_):
    assert not tell(text, language).statements(type_)


CAPITALS = {"hi": "कजाकिस्तान की राजधानी अस्ताना में बारिश हुई।", "bn": "কাজাখস্তানের রাজধানী আস্তানায় বৃষ্টি হয়েছে।"}


@pytest.mark.parametrize(("language", "text"), CAPITALS.items())
def test_a_capital_is_said_in_passing(language, text):
    (claim,) = tell(text, language).statements("capital_of")
    assert (who(claim, "subject"), who(claim, "object")) == ({"astana"}, {"KAZ"})


OFFICES = {
    "hi": [
        ("भारत के प्रधानमंत्री नरेंद्र मोदी ने बच्चों को संबोधित किया।", "narendra-modi", "IND", "prime_minister", "ongoing"),
        ("फ्रांस के पूर्व राष्ट्रपति निकोला सरकोजी ने एक किताब लिखी।", "nicolas-sarkozy", "FRA", "president", "past"),
    ],
    "bn": [
        ("ভারতের প্রধানমন্ত্রী নরেন্দ্র মোদি শিশুদের উদ্দেশে ভাষণ দিয়েছেন।", "narendra-modi", "IND", "prime_minister", "ongoing"),
        ("ফ্রান্সের সাবেক প্রেসিডেন্ট নিকোলা সারকোজি একটি বই লিখেছেন।", "nicolas-sarkozy", "FRA", "president", "past"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "person", "state", "office", "status"),
    [(lang, *row) for lang, rows in OFFICES.items() for row in rows],
)
def test_a_title_with_a_name_says_who_holds_an_office(language, text, person, state, office, status):
    (claim,) = tell(text, language).statements("holds_office")
    assert (persons(claim), who(claim, "object"), claim.status.value) == ({person}, {state}, status)
    assert {p.office for p in claim.participants if p.role == "subject"} == {office}


HELD = {
    "hi": "शंघाई सहयोग संगठन का शिखर सम्मेलन उज्बेकिस्तान के समरकंद में आयोजित किया गया।",
    "bn": "সাংহাই সহযোগিতা সংস্থার শীর্ষ সম্মেলন উজবেকিস্তানের সমরখন্দে অনুষ্ঠিত হয়।",
}


@pytest.mark.parametrize(("language", "text"), HELD.items())
def test_a_summit_is_held_at_its_town(language, text):
    (claim,) = tell(text, language).statements("held_at")
    assert who(claim, "subject") == {"SCO"}
    assert (claim.place or {}).get("entity") == "samarkand"


IN_PASSING = {
    "hi": [
        "दोनों देशों के बीच व्यापार बढ़ रहा है।",
        "बैठक में सदस्य देशों के नेताओं ने भाग लिया।",
        "भारत में शेयर बाजार 500 अंक चढ़ा।",
    ],
    "bn": ["দুই দেশের মধ্যে বাণিজ্য বাড়ছে।", "বৈঠকে সদস্য দেশগুলোর নেতারা অংশ নেন।", "ভারতে শেয়ারবাজার ৫০০ পয়েন্ট বেড়েছে।"],
}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, rows in IN_PASSING.items() for text in rows])
def test_words_in_passing_state_nothing(language, text):
    assert [c.type for c in tell(text, language).claims if c.kind.value == "statement"] == []


NOT_YET = {
    "hi": [
        "ईरान ने शंघाई सहयोग संगठन का पूर्ण सदस्य बनने के लिए आवेदन किया है।",
        "तुर्किये ब्रिक्स का सदस्य बनना चाहता है।",
        "बेलारूस अगले साल शंघाई सहयोग संगठन का सदस्य बनेगा।",
    ],
    "bn": [
        "ইরান সাংহাই সহযোগিতা সংস্থার পূর্ণ সদস্য হওয়ার লক্ষ্যে আবেদন করেছে।",
        "তুরস্ক ব্রিকসের সদস্য হতে চায়।",
        "বেলারুশ আগামী বছর সাংহাই সহযোগিতা সংস্থার সদস্য হবে।",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, texts in NOT_YET.items() for text in texts])
def test_who_only_hopes_to_be_a_member_is_none(language, text):
    assert not tell(text, language).statements("member_of")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "शंघाई सहयोग संगठन की स्थापना में कजाकिस्तान शामिल था, जबकि भारत 2017 में इसका सदस्य बना।"),
        ("bn", "সাংহাই সহযোগিতা সংস্থার প্রতিষ্ঠায় কাজাখস্তান ছিল, আর ভারত ২০১৭ সালে এর সদস্য হয়।"),
    ],
)
def test_the_year_in_which_one_joins_is_not_that_of_the_founding(language, text):
    told = tell(text, language)
    assert not told.statements("founded")
    assert [(who(c, "subject"), c.valid_from.start.year) for c in told.statements("member_of") if c.valid_from] == [
        ({"IND"}, 2017)
    ]
