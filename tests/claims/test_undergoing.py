"""Who acts and who undergoes it: passives, diplomats, misdeeds, third parties, both sides of one sentence."""

import pytest
from telling import tell

DIRECTED = [
    # A passive: what stands unmarked undergoes the act.
    ("hi", "ब्रिटेन ने विरोध किया। इसके बाद रूसी राजनयिक निष्कासित कर दिए गए।", "SANCTION", "GBR", "RUS"),
    ("bn", "যুক্তরাষ্ট্র ক্ষুব্ধ হয়েছে। ওয়াশিংটনের নির্দেশে সিয়াটলে রাশিয়ার কনস্যুলেট বন্ধ করে দেওয়া হয়েছে।", "SANCTION", "USA", "RUS"),
    # A diplomat undergoes what the state does that he is posted to.
    ("bn", "ঢাকায় নিযুক্ত মিয়ানমারের রাষ্ট্রদূতকে তলব করা হয়েছে।", "ACCUSE", "BGD", "MMR"),
    # What an act lies on.
    ("hi", "पोलैंड ने बेलारूस पर प्रवासियों को धकेलने का आरोप लगाया।", "ACCUSE", "POL", "BLR"),
    ("hi", "आर्मेनिया ने अंकारा पर दखलंदाजी का दोष मढ़ा।", "ACCUSE", "ARM", "TUR"),
    # A misdeed is what its teller accuses the doer of.
    ("hi", "पाकिस्तान के मंत्री ने कहा कि काबुल आतंकियों को पनाह देता है।", "ACCUSE", "PAK", "AFG"),
    ("bn", "পাকিস্তানের দাবি, কাবুল জঙ্গিদের আশ্রয় দিচ্ছে।", "ACCUSE", "PAK", "AFG"),
    # Two sides act against a third.
    ("bn", "রুশ উড়োজাহাজের জন্য আকাশপথ বন্ধ করে দিয়েছে সুইডেন ও ফিনল্যান্ড।", "SANCTION", "SWE", "RUS"),
    # Any verb is asked for with must.
    ("hi", "दक्षिण कोरिया के राष्ट्रपति ने कहा कि जापान को इतिहास याद रखना होगा।", "REQUEST", "KOR", "JPN"),
]


@pytest.mark.parametrize(("language", "text", "act", "actor", "recipient"), DIRECTED)
def test_who_acts_and_who_undergoes_it(language, text, act, actor, recipient):
    events = [c for c in tell(text, language).events if c.type == act]
    roles = {(p.role, p.entity) for event in events for p in event.participants}
    assert {("actor", actor), ("recipient", recipient)} <= roles
    assert not {("actor", recipient), ("recipient", actor)} & roles


REFUSED = [
    ("hi", "नेपाल ने भारत के साथ समझौते पर सहमति नहीं दी।"),
    ("bn", "নেপাল ভারতের সঙ্গে চুক্তি করতে রাজি হয়নি।"),
]


@pytest.mark.parametrize(("language", "text"), REFUSED)
def test_who_does_not_agree_refuses(language, text):
    assert {c.type for c in tell(text, language).events} == {"REJECT"}


def test_a_dateline_in_brackets_acts_in_nothing():
    text = "येरेवान, 28 सितंबर (एपी) ईरान और तुर्की के बीच समझौते पर हस्ताक्षर हुए।"
    event = tell(text, "hi").event("SUPPORT")
    assert {p.entity for p in event.participants} == {"IRN", "TUR"}


def test_both_leaders_are_the_two_of_their_sentence():
    text = "चीन और रूस में बात हुई। भारत के प्रधानमंत्री जापान के प्रधानमंत्री से मिले और दोनों नेता सहयोग बढ़ाने पर सहमत हुए।"
    event = next(c for c in tell(text, "hi").events if c.type == "AGREE")
    assert {"IND", "JPN"} <= {p.entity for p in event.participants}


QUIET = [
    ("hi", "भारतीय टीम ने पाकिस्तान को फाइनल में हराया और कप्तान ने ऑस्ट्रेलिया के कोच की आलोचना की।"),
    ("bn", "নেপালের সঙ্গে ম্যাচে ড্র করার পর ভুটানের কোচ রেফারির সমালোচনা করেছেন।"),
    ("hi", "मुख्यमंत्री ने वीडियो कॉन्फ्रेंस के जरिए बैठक की।"),
]


@pytest.mark.parametrize(("language", "text"), QUIET)
def test_sport_and_home_affairs_tell_no_event(language, text):
    assert not tell(text, language).events
