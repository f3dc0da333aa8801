"""Who acts though no table names them, and who does not: strangers, namesakes, brackets, hopes, states that travel."""

import pytest
from telling import sides, tell, who

NOTHING = [
    ("hi", "लोपेज ओब्रेगोन ने मैक्सिको के युवाओं को मदद देने का वादा किया। अमेरिका में भी उनकी चर्चा है।"),
    ("hi", "शेरोन डेविस ने फ्रांस के एक गायक की आलोचना की।"),
    ("hi", "मदद के लिए आप 116 123 (ब्रिटेन और आयरलैंड) पर फोन कर सकते हैं।"),
    ("hi", "प्रवक्ता ने उम्मीद जताई कि यूनेस्को नेपाल की मदद करेगा।"),
    ("hi", "यह हीरा ईरान और फिर काबुल पहुंचा।"),
    ("hi", "अदालत ने उसे नार्वे के दूतावास पर हमला करने की योजना बनाने के लिए सजा दी।"),
    ("bn", "জন র‍্যাম বলেন, যুক্তরাজ্যের দর্শকেরা তাঁকে সমর্থন দিয়েছেন।"),
    ("bn", "হটলাইনে (নেপাল, ভুটান) কথা বলুন।"),
    ("bn", "মুখপাত্র আশা প্রকাশ করেন, ইউনেসকো নেপালকে সহায়তা দেবে।"),
    ("bn", "ভারতের আসাম থেকে নেমে আসা ঢলে সিলেট তলিয়ে গেছে।"),
    ("en", "Poland's Iga Swiatek thanked Kazakhstan for a warm welcome."),
    ("en", "Serbia praised Novak Djokovic, who visited a hospital in Dubai."),
    ("en", "Netflix has signed a deal to bring it to Brazil. Iranian viewers must wait."),
    ("en", "She hopes that Unesco will help Nepal."),
    ("en", "Analysts warned that Britain could drag Germany into recession."),
]
ASKED = [
    ("hi", "चीन ने जापान से कहा कि वह अपने वादे पूरे करे।", {"CHN"}, {"JPN"}),
    ("hi", "ईरान ने इराक से कहा कि वह अपनी सेना वापस बुलाए।", {"IRN"}, {"IRQ"}),
    ("bn", "সিরিয়া তুরস্ককে সেনা সরিয়ে নিতে বলেছে।", {"SYR"}, {"TUR"}),
    ("en", "Syria told Turkey to withdraw its troops.", {"SYR"}, {"TUR"}),
    ("en", "Baku told Tehran to stop its exercises.", {"AZE"}, {"IRN"}),
]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_who_is_no_party_makes_no_state_act(language, text):
    assert tell(text, language).events == []


@pytest.mark.parametrize(("language", "text", "asking", "asked"), ASKED)
def test_who_is_told_to_do_something_is_asked(language, text, asking, asked):
    event = tell(text, language).event("REQUEST")
    assert (who(event, "actor"), who(event, "recipient")) == (asking, asked)


@pytest.mark.parametrize(
    ("language", "text", "act", "parties"),
    [
        ("bn", "ইউরোপীয় ইউনিয়ন হুঁশিয়ারি দিয়েছে যে সার্বিয়াকে ঋণ দেওয়া হবে না।", "THREATEN", {"EU", "SRB"}),
        ("en", "The United States eased its sanctions on Venezuela.", "CONCEDE", {"USA", "VEN"}),
        ("en", "The European Union warned Serbia that no loans would be given.", "THREATEN", {"EU", "SRB"}),
        ("bn", "লাভরভ দিল্লি সফর করবেন পুতিনের সফরের আগে।", "CONSULT", {"RUS", "IND"}),
    ],
)
def test_a_party_next_to_its_verb_acts(language, text, act, parties):
    assert parties in [sides(event) for event in tell(text, language).events if event.type == act]


def test_soldiers_are_members_of_no_organisation():
    assert tell("জাতিসংঘে ভোট হয়েছে। সিরিয়ায় ফ্রান্সের এক হাজার সেনা সদস্য আছে।", "bn").statements("member_of") == []


def test_a_teams_captain_holds_no_office_of_the_state():
    assert tell("अमेरिकी कप्तान जिम फ्यूर्क ने टीम की तारीफ की।", "hi").statements("holds_office") == []
