"""Who travels to whom where the guest's name, or a pronoun for it, stands beside the noun of the visit."""

import pytest
from telling import tell, who

VISITS = [
    ("hi", "केन्या के राष्ट्रपति विलियम रुटो राजकीय यात्रा पर नई दिल्ली पहुंचे।", "KEN", "IND"),
    ("hi", "ब्राजील के राष्ट्रपति लूला पांच दिवसीय दौरे पर बीजिंग पहुंचे।", "BRA", "CHN"),
    ("bn", "ব্রাজিলের প্রেসিডেন্ট লুলা দা সিলভা পাঁচ দিনের সফরে বেইজিং পৌঁছেছেন।", "BRA", "CHN"),
    ("hi", "जयशंकर ने दिल्ली में नेपाल के विदेश मंत्री की अगवानी की।", "NPL", "IND"),
]


@pytest.mark.parametrize(("language", "text", "guest", "host"), VISITS)
def test_a_person_named_before_the_visit_travels(language, text, guest, host):
    event = tell(text, language).event("visit")
    assert (who(event, "actor"), who(event, "recipient")) == ({guest}, {host})


@pytest.mark.parametrize(
    "text",
    [
        "केन्या के राष्ट्रपति विलियम रुटो नई दिल्ली पहुंचे, जहां हवाई अड्डे पर विदेश राज्य मंत्री ने उनकी अगवानी की।",
        "केन्या के राष्ट्रपति विलियम रुटो नई दिल्ली पहुंचे, जहां विदेश मंत्री जयशंकर ने उनकी अगवानी की।",
    ],
)
def test_who_is_received_is_the_guest_whoever_receives(text):
    visits = [event for event in tell(text, "hi").events if event.mode == "visit"]
    assert {(*who(event, "actor"), *who(event, "recipient")) for event in visits} == {("KEN", "IND")}
