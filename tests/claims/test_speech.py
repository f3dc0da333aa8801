"""Whose words: reported speech is attributed, quotes have speakers, and neither is told twice."""

import pytest
from telling import persons, sides, tell, who

REPORTED = {
    "hi": [
        ("चीन ने कहा कि भारत और पाकिस्तान के बीच बातचीत हुई।", "meet", {"IND", "PAK"}, "CHN"),
        ("रूस के विदेश मंत्री ने कहा कि अमेरिका ने ईरान पर हमला किया।", "ASSAULT", {"USA", "IRN"}, "sergey-lavrov"),
        ("रूस के विदेश मंत्री ने बताया कि अमेरिका ने ईरान पर प्रतिबंध लगाए।", "SANCTION", {"USA", "IRN"}, "sergey-lavrov"),
    ],
    "bn": [
        ("চীন বলেছে, ভারত ও পাকিস্তানের মধ্যে আলোচনা হয়েছে।", "meet", {"IND", "PAK"}, "CHN"),
        ("রাশিয়ার পররাষ্ট্রমন্ত্রী বলেন, যুক্তরাষ্ট্র ইরানে হামলা চালিয়েছে।", "ASSAULT", {"USA", "IRN"}, "sergey-lavrov"),
        ("রাশিয়ার পররাষ্ট্রমন্ত্রী জানান, যুক্তরাষ্ট্র ইরানের ওপর নিষেধাজ্ঞা দিয়েছে।", "SANCTION", {"USA", "IRN"}, "sergey-lavrov"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "act", "parties", "speaker"), [(lang, *row) for lang, rows in REPORTED.items() for row in rows]
)
def test_what_somebody_says_is_attributed_and_the_speaker_is_no_party(language, text, act, parties, speaker):
    event = tell(text, language).event(act)
    assert sides(event) == parties
    assert [row["entity"] for row in event.attribution] == [speaker]


OWN = {
    "hi": "भारत और पाकिस्तान के बीच बातचीत हुई।",
    "bn": "ভারত ও পাকিস্তানের মধ্যে আলোচনা হয়েছে।",
}


@pytest.mark.parametrize(("language", "text"), OWN.items())
def test_what_the_outlet_says_itself_has_no_attribution(language, text):
    assert tell(text, language).event("meet").attribution == ()


QUOTES = {
    "hi": {
        "before": "भारत के विदेश मंत्री ने कहा, “हम अपने पड़ोसियों के साथ शांति चाहते हैं।”",
        "after": "“हम अपने पड़ोसियों के साथ शांति चाहते हैं,” भारत के विदेश मंत्री ने कहा।",
        "straight": 'भारत के विदेश मंत्री ने कहा, "हम अपने पड़ोसियों के साथ शांति चाहते हैं।"',
        "after_colon": "भारत के विदेश मंत्री ने कहा: “हम अपने पड़ोसियों के साथ शांति चाहते हैं।”",
        "complementiser": "भारत के विदेश मंत्री ने कहा कि “हम अपने पड़ोसियों के साथ शांति चाहते हैं।”",
    },
    "bn": {
        "before": "ভারতের পররাষ্ট্রমন্ত্রী বলেন, “আমরা আমাদের প্রতিবেশীদের সঙ্গে শান্তি চাই।”",
        "after": "“আমরা আমাদের প্রতিবেশীদের সঙ্গে শান্তি চাই,” বলেন ভারতের পররাষ্ট্রমন্ত্রী।",
        "straight": 'ভারতের পররাষ্ট্রমন্ত্রী বলেন, "আমরা আমাদের প্রতিবেশীদের সঙ্গে শান্তি চাই।"',
        "after_colon": "ভারতের পররাষ্ট্রমন্ত্রী বলেন: “আমরা আমাদের প্রতিবেশীদের সঙ্গে শান্তি চাই।”",
        "single": "ভারতের পররাষ্ট্রমন্ত্রী বলেন, ‘আমরা আমাদের প্রতিবেশীদের সঙ্গে শান্তি চাই।’",
    },
}


@pytest.mark.parametrize(
    ("language", "text"), [(lang, text) for lang, rows in QUOTES.items() for text in rows.values()]
)
def test_a_quote_has_its_words_and_its_speaker(language, text):
    (quote,) = tell(text, language).quotes
    assert who(quote, "speaker") == {"IND"}
    assert quote.direct is True
    assert {"hi": "पड़ोसियों के साथ शांति", "bn": "প্রতিবেশীদের সঙ্গে শান্তি"}[language] in quote.evidence[0].text


SPLIT = {
    "hi": "“हम शांति चाहते हैं और बातचीत के लिए तैयार हैं,” भारत के विदेश मंत्री ने कहा, “लेकिन आतंकवाद को हम बर्दाश्त नहीं करेंगे।”",
    "bn": "“আমরা শান্তি চাই এবং আলোচনার জন্য প্রস্তুত,” বলেন ভারতের পররাষ্ট্রমন্ত্রী, “কিন্তু সন্ত্রাসবাদ আমরা মেনে নেব না।”",
}


@pytest.mark.parametrize(("language", "text"), SPLIT.items())
def test_a_split_quote_is_two_quotes_of_one_speaker(language, text):
    quotes = tell(text, language).quotes
    assert [who(q, "speaker") for q in quotes] == [{"IND"}, {"IND"}]


TERMS = {
    "hi": "भारत और रूस ने ‘इंद्र’ नाम का संयुक्त सैन्य अभ्यास किया।",
    "bn": "ভারত ও রাশিয়া ‘ইন্দ্র’ নামের যৌথ সামরিক মহড়া করেছে।",
}


@pytest.mark.parametrize(("language", "text"), TERMS.items())
def test_a_name_in_quotation_marks_is_no_quote(language, text):
    assert tell(text, language).quotes == []


POSTS = {
    "hi": "भारत के प्रधानमंत्री नरेंद्र मोदी ने X पर लिखा, “फ्रांस के साथ हमारी मित्रता और मजबूत होगी।”",
    "bn": "ভারতের প্রধানমন্ত্রী নরেন্দ্র মোদি X-এ লিখেছেন, “ফ্রান্সের সঙ্গে আমাদের বন্ধুত্ব আরও দৃঢ় হবে।”",
}


@pytest.mark.parametrize(("language", "text"), POSTS.items())
def test_a_post_on_x_says_so(language, text):
    (quote,) = tell(text, language).quotes
    assert (quote.medium, who(quote, "speaker")) == ("X", {"IND"})


NAMED = {
    "hi": "फ्रांस के राष्ट्रपति इमैनुएल मैक्रों ने कहा, “भारत हमारा सबसे भरोसेमंद साझेदार है।”",
    "bn": "ফ্রান্সের প্রেসিডেন্ট ইমানুয়েল মাখোঁ বলেন, “ভারত আমাদের সবচেয়ে বিশ্বস্ত অংশীদার।”",
}


@pytest.mark.parametrize(("language", "text"), NAMED.items())
def test_a_quote_of_a_named_person_names_the_person(language, text):
    (quote,) = tell(text, language).quotes
    assert who(quote, "speaker") == {"FRA"}
    assert persons(quote) == {"emmanuel-macron"}


SAID = {
    "hi": [
        "भारत के विदेश मंत्री ने कहा कि हम अपने पड़ोसियों के साथ शांति चाहते हैं।",
        "“हम अपने पड़ोसियों के साथ शांति चाहते हैं।”",
    ],
    "bn": ["ভারতের পররাষ্ট্রমন্ত্রী বলেন, আমরা প্রতিবেশীদের সঙ্গে শান্তি চাই।", "“আমরা আমাদের প্রতিবেশীদের সঙ্গে শান্তি চাই।”"],
}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, rows in SAID.items() for text in rows])
def test_no_quote_without_marks_or_without_a_speaker(language, text):
    assert tell(text, language).quotes == []
