"""Whom a judging act is directed at: its own object, or who made the attack that is condemned; never whom it hit."""

import pytest
from telling import tell, who

JUDGED = [
    ("hi", "चीन ने ईरान पर अमेरिकी हमलों की निंदा की।", "CHN", "USA"),
    ("hi", "चीन ने ईरान पर हमलों के लिए अमेरिका की निंदा की।", "CHN", "USA"),
    ("hi", "चीन ने अमेरिका द्वारा ईरान पर किए गए हमलों की निंदा की।", "CHN", "USA"),
    ("hi", "ईरान ने यूक्रेन को मिसाइल देने पर ब्रिटेन की निंदा की।", "IRN", "GBR"),
    ("hi", "चीन के विदेश मंत्रालय ने ताइवान को हथियार बेचने के लिए अमेरिका की कड़ी आलोचना की।", "CHN", "USA"),
    ("hi", "चीन ने अमेरिका की आलोचना की कि वह ताइवान को हथियार बेच रहा है।", "CHN", "USA"),
    ("bn", "ইসরায়েলের ওপর ইরানের হামলার নিন্দা জানিয়েছে ফ্রান্স।", "FRA", "IRN"),
    ("bn", "ইসরায়েলের ওপর হামলার জন্য ইরানের নিন্দা জানিয়েছে ফ্রান্স।", "FRA", "IRN"),
    ("bn", "তাইওয়ানকে অস্ত্র দেওয়ায় যুক্তরাষ্ট্রের সমালোচনা করেছে চীন।", "CHN", "USA"),
    ("en", "China condemned US strikes on Iran.", "CHN", "USA"),
    ("en", "China condemned Washington for its strikes on Iran.", "CHN", "USA"),
    ("en", "China condemned the attack on Iran by US forces.", "CHN", "USA"),
    ("en", "Qatar criticised Egypt.", "QAT", "EGY"),
]


@pytest.mark.parametrize(("language", "text", "actor", "recipient"), JUDGED)
def test_who_made_an_attack_is_condemned_and_who_is_named_as_object(language, text, actor, recipient):
    event = tell(text, language).event("ACCUSE")
    assert (who(event, "actor"), who(event, "recipient")) == ({actor}, {recipient})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "रूस ने सीरिया में हुए हमले की निंदा की।"),
        ("bn", "পাকিস্তানে বোমা হামলার নিন্দা জানিয়েছে চীন।"),
        ("en", "Qatar condemned the attack in Egypt."),
    ],
)
def test_a_state_is_not_accused_of_the_attack_that_hit_it(language, text):
    assert not [event for event in tell(text, language).events if event.type == "ACCUSE"]


@pytest.mark.parametrize(
    "text",
    [
        "श्रीलंका ने चीनी जहाज को रुकने की अनुमति देने से इनकार कर दिया।",
        "नेपाल ने भारतीय टीम को जांच करने की इजाजत देने से मना कर दिया।",
    ],
)
def test_a_permission_that_is_refused_is_a_refusal(text):
    assert [event.type for event in tell(text, "hi").events] == ["REJECT"]
