"""Whose words go on: indirect speech over several sentences, `he` after a quotation, speakers who are no party."""

import pytest
from telling import tell, who

RUNNING = {
    "hi": (
        "वियतनाम के राष्ट्रपति तो लाम ने कहा कि दोनों देश पुराने मित्र हैं। वियतनाम लाओस के साथ व्यापार सहयोग को मजबूत करना चाहता है।"
    ),
    "bn": ("চীনের প্রেসিডেন্ট শি জিনপিং বলেন যে দুই দেশ পুরোনো বন্ধু। চীন লাওসের সঙ্গে বাণিজ্য সহযোগিতা জোরদার করতে চায়।"),
    "en": (
        "Chinese President Xi Jinping said that both countries were old friends. "
        "China wants to strengthen cooperation with Laos."
    ),
}


@pytest.mark.parametrize(("language", "text"), RUNNING.items())
def test_the_next_sentence_about_the_speakers_side_tells_his_words_as_well(language, text):
    event = tell(text, language).event("COOPERATE")
    assert [row["kind"] for row in event.attribution] == ["person"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "चीन के राष्ट्रपति शी जिनपिंग ने कहा कि दोस्ती पुरानी है। चीन ने लाओस के साथ समझौते पर हस्ताक्षर किए।"),
        ("bn", "চীনের প্রেসিডেন্ট শি জিনপিং বলেন যে বন্ধুত্ব পুরোনো। চীন লাওসের সঙ্গে চুক্তি সই করেছে।"),
    ],
)
def test_what_happened_is_told_by_the_outlet(language, text):
    assert tell(text, language).event("sign").attribution == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "चीन से रिश्तों के बारे में बोलते हुए व्लादिमीर पुतिन ने कहा, \"हमारे बीच भरोसा बढ़ता जा रहा है।\""),
        ("bn", "\"আমাদের মধ্যে আস্থা বাড়ছে,\" চীন প্রসঙ্গে বলতে গিয়ে ভ্লাদিমির পুতিন বলেন।"),
        ("bn", "\"আমাদের মধ্যে আস্থা বাড়ছে,\" ভ্লাদিমির পুতিন উল্লেখ করেন, তিনি আরও বলেন যে এটি ভালো লক্ষণ।"),
    ],
)  # fmt: skip
def test_the_finite_verb_has_the_speaker_not_the_participle_before_it(language, text):
    assert {p.entity for q in tell(text, language).quotes for p in q.participants} == {"RUS", "vladimir-putin"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "नरेंद्र मोदी पेरिस पहुंचे। विशेषज्ञों ने कहा, \"यह यात्रा दोनों देशों के लिए बहुत अहम है।\""),
        ("en", "Boris Johnson arrived in Paris. \"I have never seen so many people here,\" said baker Jean Petit."),
    ],
)  # fmt: skip
def test_words_of_somebody_else_are_not_the_last_leaders(language, text):
    assert tell(text, language).quotes == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "जापान के विदेश मंत्री ने कहा कि यह “व्यापक रणनीतिक वैश्विक साझेदारी” दोनों देशों के हित में है।"),
        ("hi", "चीन के विदेश मंत्री ने कहा कि यह “साझा भविष्य वाला समुदाय” सबका है।"),
    ],
)
def test_a_term_in_quotation_marks_is_no_quote(language, text):
    assert tell(text, language).quotes == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "भारतीय प्रधानमंत्री नरेंद्र मोदी और फ्रांसीसी राष्ट्रपति इमैनुएल मैक्रों पेरिस में, 14 जुलाई, 2023।"),
        ("bn", "১৪ জুলাই, ২০২৩ তারিখে প্যারিসে ভারতের প্রধানমন্ত্রী নরেন্দ্র মোদি এবং ফ্রান্সের প্রেসিডেন্ট এমানুয়েল মাখোঁ।"),
    ],
)
def test_a_line_of_officials_with_place_and_day_shows_a_meeting(language, text):
    event = tell(text, language).event("meet")
    assert (who(event, "party"), event.date.start.isoformat()) == ({"IND", "FRA"}, "2023-07-14")
