"""Where parties stand: between a noun and its verb, behind the verb, among others, beside what is attacked."""

import pytest
from telling import tell, who

DIRECTED = [
    # Between a noun and its light verb.
    ("hi", "पेरू के राष्ट्रपति ने धमकी बोलीविया को दी।", "THREATEN", "PER", "BOL"),
    ("hi", "पेरू ने शिकायत बोलीविया से की।", "ACCUSE", "PER", "BOL"),
    ("bn", "পেরু হুমকি বলিভিয়াকে দিয়েছে।", "THREATEN", "PER", "BOL"),
    # A state's people behind the verb.
    ("bn", "বলিভিয়ার দুই সেনাকে হত্যা করেছে পেরুর বাহিনী।", "ASSAULT", "PER", "BOL"),
    ("bn", "বলিভিয়ার তিন জেলেকে আটক করেছে পেরুর পুলিশ।", "COERCE", "PER", "BOL"),
    # Those who are named among others.
    ("hi", "पेरू और चिली समेत कई देशों ने बोलीविया की निंदा की है।", "ACCUSE", "PER", "BOL"),
    ("hi", "बोलीविया ने पेरू और चिली समेत कई देशों पर शुल्क लगाया है।", "SANCTION", "BOL", "PER"),
    ("bn", "পেরু ও চিলিসহ কয়েকটি দেশ বলিভিয়ার নিন্দা করেছে।", "ACCUSE", "PER", "BOL"),
    # What is attacked is its owner's, wherever it stands.
    ("hi", "पेरू ने चिली में बोलीवियाई ठिकानों पर हमला किया।", "ASSAULT", "PER", "BOL"),
    ("hi", "इजरायल ने सीरिया में ईरान के वाणिज्य दूतावास पर बमबारी की।", "ASSAULT", "ISR", "IRN"),
    ("bn", "কাতারে মার্কিন ঘাঁটিতে ক্ষেপণাস্ত্র ছোড়ে ইরান।", "ASSAULT", "IRN", "USA"),
    ("en", "Israel bombed the Iranian consulate in Damascus.", "ASSAULT", "ISR", "IRN"),
    # Who kills is the subject, who is killed that of the passive.
    ("en", "Peruvian troops shot dead two Bolivian farmers.", "ASSAULT", "PER", "BOL"),
    ("en", "Two Bolivian soldiers were killed by Peruvian troops.", "ASSAULT", "PER", "BOL"),
    ("bn", "পেরুর সেনাদের হাতে বলিভিয়ার দুই সেনা নিহত হয়েছে।", "ASSAULT", "PER", "BOL"),
    # A visit that is called off leads somewhere; help comes from somewhere.
    ("hi", "पेरू के राष्ट्रपति ने अपनी बोलीविया यात्रा टाल दी।", "REJECT", "PER", "BOL"),
    ("bn", "বলিভিয়া সফর স্থগিত করেছেন পেরুর প্রেসিডেন্ট।", "REJECT", "PER", "BOL"),
    ("hi", "पेरू से राहत सामग्री लेकर वायुसेना का विमान बोलीविया पहुंचा।", "AID", "PER", "BOL"),
    # According to whom a sentence tells.
    ("hi", "पेरू के मुताबिक बोलीविया ने समझौते का उल्लंघन किया।", "ACCUSE", "PER", "BOL"),
    # What another will suffer threatens it.
    ("hi", "पेरू के राष्ट्रपति ने कहा कि बोलीविया को इसकी कीमत चुकानी होगी।", "THREATEN", "PER", "BOL"),
    ("bn", "পেরুর প্রেসিডেন্ট বলেছেন, বলিভিয়াকে চড়া মূল্য দিতে হবে।", "THREATEN", "PER", "BOL"),
    # Named by a judging word.
    ("hi", "पेरू ने बोलीविया के बयान को गैरजिम्मेदाराना करार दिया।", "ACCUSE", "PER", "BOL"),
    ("bn", "বলিভিয়ার বক্তব্যকে দায়িত্বজ্ঞানহীন আখ্যা দিয়েছে পেরু।", "ACCUSE", "PER", "BOL"),
    ("en", 'President Boluarte of Peru called Bolivia\'s decision "deeply regrettable".', "ACCUSE", "PER", "BOL"),
    # A word of a name fails no condition of an act.
    ("hi", "संयुक्त राष्ट्र ने पेरू की हिंसा पर गहरी चिंता व्यक्त की है।", "ACCUSE", "UN", "PER"),
    # English nouns and verbs apart.
    ("en", "Peru kicked off a two-week naval drill with Bolivia off Callao.", "COOPERATE", None, None),
    ("en", "Peru turned down Bolivia's request.", "REJECT", "PER", "BOL"),
    ("en", "Peru put off the foreign minister's visit to Bolivia.", "REJECT", "PER", "BOL"),
    ("en", "Peru froze Bolivian assets.", "SANCTION", "PER", "BOL"),
]


@pytest.mark.parametrize(("language", "text", "act", "actor", "recipient"), DIRECTED)
def test_who_does_it_to_whom_wherever_they_stand(language, text, act, actor, recipient):
    events = [c for c in tell(text, language).events if c.type == act]
    assert events
    if actor is not None:
        assert any(actor in who(event, "actor") and recipient in who(event, "recipient") for event in events)


JUDGED = [
    ("en", "Kenya and Uganda signed a rail pact on Monday. Tanzania welcomed the pact.", "SUPPORT"),
    ("en", "Kenyan President William Ruto visited Uganda on Monday. Tanzania condemned the visit.", "ACCUSE"),
    ("hi", "केन्या और युगांडा ने रेल समझौते पर दस्तखत किए। तंजानिया ने इस समझौते का स्वागत किया।", "SUPPORT"),
    ("bn", "কেনিয়া ও উগান্ডা রেল চুক্তি সই করেছে। তানজানিয়া এই চুক্তির সমালোচনা করেছে।", "ACCUSE"),
]


@pytest.mark.parametrize(("language", "text", "act"), JUDGED)
def test_who_judges_a_pact_or_a_visit_judges_both_its_sides(language, text, act):
    event = next(c for c in tell(text, language).events if c.type == act and "TZA" in who(c, "actor"))
    assert who(event, "recipient") == {"KEN", "UGA"}


QUIET = [
    # What politicians do to each other at home is done to no other state.
    ("hi", "पेरू और बोलीविया में वार्ता हुई।", "पेरू के पूर्व राष्ट्रपति ने पेरू के राष्ट्रपति की नीति की आलोचना की।"),
    ("en", "Brazil and Mexico held talks.", "Former president Jair Bolsonaro criticised President Lula's policy."),
    # Whom newspapers and channels speak with is no state; nor is `said this` a talk.
    (
        "hi",
        "पेरू के राष्ट्रपति ने लीमा में बोलीविया के राष्ट्रपति से मुलाकात की।",
        "पेरू के राष्ट्रपति ने एक अमेरिकी टेलीविजन चैनल से बातचीत की।",
    ),
    ("bn", "পেরু ও বলিভিয়ার মধ্যে বৈঠক হয়েছে।", "পেরুর পররাষ্ট্রমন্ত্রী আজ এ কথা বলেন।"),
]


@pytest.mark.parametrize(("language", "before", "text"), QUIET)
def test_what_stays_at_home_or_is_said_to_the_press_tells_no_act(language, before, text):
    assert len(tell(f"{before} {text}", language).events) == len(tell(before, language).events)


def test_a_broken_ceasefire_is_no_ceasefire():
    events = tell("বলিভিয়ার বিরুদ্ধে যুদ্ধবিরতি লঙ্ঘনের অভিযোগ তুলেছে পেরু।", "bn").events
    assert {c.type for c in events} == {"ACCUSE"}


def test_a_side_that_nobody_names_is_what_the_article_is_about():
    text = (
        "पेरू के राष्ट्रपति बोलीविया पहुंचे। पेरू और बोलीविया ने समझौता किया। चिली और इक्वाडोर ने बैठक की। "
        "कोलंबिया ने इस फैसले की आलोचना की। बोलीविया ने पेरू का आभार जताया।"
    )
    events = [c for c in tell(text, "hi").events if "COL" in who(c, "actor")]
    assert all(who(c, "recipient") <= {"PER", "BOL"} for c in events)
