"""Players, firms and students do not act for the state whose name stands beside them; ministers and sanctions do."""

import pytest
from telling import sides, tell, who

PRIVATE = [
    ("hi", "इटली के खिलाड़ियों ने ब्राजील की तारीफ की।"),
    ("hi", "जापानी कंपनी ने वियतनाम की एक फर्म के साथ समझौते पर हस्ताक्षर किए।"),
    ("hi", "मिस्र के पर्यटक भारत की यात्रा पर आए।"),
    ("bn", "নেপালের অধিনায়ক ভুটানকে অভিনন্দন জানান।"),
    ("bn", "জাপানি কোম্পানি ভিয়েতনামের একটি প্রতিষ্ঠানের সঙ্গে চুক্তি সই করেছে।"),
    ("bn", "মিসরের শিক্ষার্থীরা ভারত সফর করেছেন।"),
    ("en", "The Croatian coach congratulated Denmark."),
    ("en", "A carmaker from Sweden signed an agreement with a firm from Vietnam."),
    ("en", "Egyptian tourists visited India."),
]
OFFICIAL = [
    ("hi", "इटली के प्रधानमंत्री ने ब्राजील की तारीफ की।", "praise", {"ITA", "BRA"}),
    ("bn", "নেপালের প্রধানমন্ত্রী ভুটানকে অভিনন্দন জানান।", "congratulate", {"NPL", "BTN"}),
    ("en", "The Croatian president congratulated Denmark.", "congratulate", {"HRV", "DNK"}),
]


@pytest.mark.parametrize(("language", "text"), PRIVATE)
def test_private_people_of_a_state_do_not_act_for_it(language, text):
    assert tell(text, language).events == []


@pytest.mark.parametrize(("language", "text", "act", "parties"), OFFICIAL)
def test_officials_in_the_same_sentence_do(language, text, act, parties):
    assert sides(tell(text, language).event(act)) == parties


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "अमेरिका ने चीनी कंपनियों पर प्रतिबंध लगाए।"),
        ("bn", "যুক্তরাষ্ট্র চীনা কোম্পানির ওপর নিষেধাজ্ঞা দিয়েছে।"),
        ("en", "The United States imposed sanctions on Chinese companies."),
    ],
)
def test_what_is_done_to_a_states_firms_is_done_to_it(language, text):
    event = tell(text, language).event("SANCTION")
    assert (who(event, "actor"), who(event, "recipient")) == ({"USA"}, {"CHN"})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "मैक्सिको और अमेरिका पड़ोसी हैं। राष्ट्रपति क्लाउडिया शीनबाम ने मैक्सिको को मदद का भरोसा दिया।"),
        ("en", "Mexico and Guatemala are neighbours. Mexico's president promised Mexico help."),
    ],
)
def test_a_promise_to_ones_own_people_is_made_to_no_other_state(language, text):
    assert [e for e in tell(text, language).events if e.type in {"AGREE", "AID"}] == []
