"""How a sentence puts an act: it took place, goes on, is fixed, is wanted, depends on something, or did not happen."""

import pytest
from telling import sides, tell, who

MEETINGS = {
    "hi": [
        ("भारत और फ्रांस के विदेश मंत्रियों ने पेरिस में बैठक की।", "past"),
        ("भारत और फ्रांस के विदेश मंत्रियों ने पेरिस में बैठक की है।", "past"),
        ("भारत और फ्रांस के विदेश मंत्रियों ने पेरिस में बैठक की थी।", "past"),
        ("भारत और फ्रांस के विदेश मंत्रियों के बीच पेरिस में बैठक हुई।", "past"),
        ("भारत और फ्रांस के विदेश मंत्री पेरिस में बैठक कर चुके हैं।", "past"),
        ("भारत और फ्रांस के विदेश मंत्री पेरिस में बैठक कर रहे हैं।", "ongoing"),
        ("भारत और फ्रांस के विदेश मंत्रियों के बीच पेरिस में बातचीत चल रही है।", "ongoing"),
        ("भारत और फ्रांस के विदेश मंत्री बुधवार को पेरिस में बैठक करेंगे।", "planned"),
        ("भारत और फ्रांस के विदेश मंत्री बुधवार को पेरिस में बैठक करने वाले हैं।", "planned"),
        ("भारत और फ्रांस के विदेश मंत्रियों के बीच बुधवार को पेरिस में बैठक होगी।", "planned"),
        ("भारत फ्रांस के साथ बैठक करना चाहता है।", "intended"),
        ("भारत फ्रांस के साथ बातचीत करने को तैयार है।", "intended"),
        ("भारत के विदेश मंत्री फ्रांस के विदेश मंत्री से मुलाकात कर सकते हैं।", "hypothetical"),
        ("भारत के विदेश मंत्री ने फ्रांस के विदेश मंत्री से मुलाकात नहीं की।", "denied"),
        ("भारत और फ्रांस के विदेश मंत्रियों के बीच कोई बैठक नहीं हुई।", "denied"),
    ],
    "bn": [
        ("ভারত ও ফ্রান্সের পররাষ্ট্রমন্ত্রী প্যারিসে বৈঠক করেন।", "past"),
        ("ভারত ও ফ্রান্সের পররাষ্ট্রমন্ত্রী প্যারিসে বৈঠক করেছেন।", "past"),
        ("ভারত ও ফ্রান্সের পররাষ্ট্রমন্ত্রী প্যারিসে বৈঠক করেছিলেন।", "past"),
        ("ভারত ও ফ্রান্সের পররাষ্ট্রমন্ত্রীর মধ্যে প্যারিসে বৈঠক হয়েছে।", "past"),
        ("ভারত ও ফ্রান্সের পররাষ্ট্রমন্ত্রীর মধ্যে প্যারিসে বৈঠক অনুষ্ঠিত হয়।", "past"),
        ("ভারত ও ফ্রান্সের পররাষ্ট্রমন্ত্রী প্যারিসে বৈঠক করছেন।", "ongoing"),
        ("ভারত ও ফ্রান্সের মধ্যে প্যারিসে আলোচনা চলছে।", "ongoing"),
        ("ভারত ও ফ্রান্সের পররাষ্ট্রমন্ত্রী বুধবার প্যারিসে বৈঠক করবেন।", "planned"),
        ("ভারত ও ফ্রান্সের পররাষ্ট্রমন্ত্রীর মধ্যে বুধবার প্যারিসে বৈঠক হবে।", "planned"),
        ("ভারত ও ফ্রান্সের পররাষ্ট্রমন্ত্রীর মধ্যে বুধবার প্যারিসে বৈঠক অনুষ্ঠিত হবে।", "planned"),
        ("ভারত ফ্রান্সের সঙ্গে বৈঠক করতে চায়।", "intended"),
        ("ভারত ফ্রান্সের সঙ্গে আলোচনা করতে আগ্রহী।", "intended"),
        ("ভারতের পররাষ্ট্রমন্ত্রী ফ্রান্সের পররাষ্ট্রমন্ত্রীর সঙ্গে বৈঠক করতে পারেন।", "hypothetical"),
        ("ভারতের পররাষ্ট্রমন্ত্রী ফ্রান্সের পররাষ্ট্রমন্ত্রীর সঙ্গে বৈঠক করেননি।", "denied"),
        ("ভারত ও ফ্রান্সের পররাষ্ট্রমন্ত্রীর মধ্যে কোনো বৈঠক হয়নি।", "denied"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "status"), [(lang, *row) for lang, rows in MEETINGS.items() for row in rows]
)
def test_the_verb_chain_tells_the_status_of_a_meeting(language, text, status):
    event = tell(text, language).event("meet")
    assert (event.status.value, who(event, "party")) == (status, {"IND", "FRA"})


ACTS = {
    "hi": [
        ("भारत ने नेपाल को सहायता दी।", "AID", "past"),
        ("भारत नेपाल को सहायता दे रहा है।", "AID", "ongoing"),
        ("भारत नेपाल को सहायता देगा।", "AID", "planned"),
        ("भारत नेपाल को सहायता देना चाहता है।", "AID", "intended"),
        ("भारत नेपाल को सहायता दे सकता है।", "AID", "hypothetical"),
        ("भारत ने नेपाल को सहायता नहीं दी।", "AID", "denied"),
        ("रूस ने यूक्रेन पर हमला किया।", "ASSAULT", "past"),
        ("रूस ने यूक्रेन पर हमला नहीं किया।", "ASSAULT", "denied"),
        ("ईरान ने इजराइल के हमले की निंदा की।", "disapprove", "past"),
        ("भारत के प्रधानमंत्री जापान का दौरा करेंगे।", "visit", "planned"),
        ("भारत के प्रधानमंत्री जापान का दौरा कर सकते हैं।", "visit", "hypothetical"),
        ("भारत के प्रधानमंत्री ने जापान का दौरा नहीं किया।", "visit", "denied"),
    ],
    "bn": [
        ("ভারত নেপালকে সহায়তা দিয়েছে।", "AID", "past"),
        ("ভারত নেপালকে সহায়তা দিচ্ছে।", "AID", "ongoing"),
        ("ভারত নেপালকে সহায়তা দেবে।", "AID", "planned"),
        ("ভারত নেপালকে সহায়তা দিতে চায়।", "AID", "intended"),
        ("ভারত নেপালকে সহায়তা দিতে পারে।", "AID", "hypothetical"),
        ("ভারত নেপালকে সহায়তা দেয়নি।", "AID", "denied"),
        ("রাশিয়া ইউক্রেনে হামলা চালিয়েছে।", "ASSAULT", "past"),
        ("রাশিয়া ইউক্রেনে হামলা চালায়নি।", "ASSAULT", "denied"),
        ("ইরান ইসরায়েলের হামলার নিন্দা জানিয়েছে।", "disapprove", "past"),
        ("ভারতের প্রধানমন্ত্রী জাপান সফর করবেন।", "visit", "planned"),
        ("ভারতের প্রধানমন্ত্রী জাপান সফর করতে পারেন।", "visit", "hypothetical"),
        ("ভারতের প্রধানমন্ত্রী জাপান সফর করেননি।", "visit", "denied"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "act", "status"), [(lang, *row) for lang, rows in ACTS.items() for row in rows]
)
def test_the_verb_chain_tells_the_status_of_any_act(language, text, act, status):
    assert tell(text, language).event(act).status.value == status


AHEAD = {
    "hi": ["भारत और फ्रांस के विदेश मंत्री बुधवार को पेरिस में बैठक करेंगे।", "भारत फ्रांस के साथ बैठक करना चाहता है।"],
    "bn": ["ভারত ও ফ্রান্সের পররাষ্ট্রমন্ত্রী বুধবার প্যারিসে বৈঠক করবেন।", "ভারত ফ্রান্সের সঙ্গে বৈঠক করতে চায়।"],
}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, rows in AHEAD.items() for text in rows])
def test_an_act_that_lies_ahead_keeps_its_type_and_is_agree_to_plover(language, text):
    event = tell(text, language).event("meet")
    assert (event.type, event.plover) == ("CONSULT", "AGREE")


REFUSALS = {
    "hi": ["भारत के प्रधानमंत्री जापान का दौरा नहीं करेंगे।", "भारत के विदेश मंत्री जापान की यात्रा नहीं करेंगे।"],
    "bn": ["ভারতের প্রধানমন্ত্রী জাপান সফর করবেন না।", "ভারতের পররাষ্ট্রমন্ত্রী জাপান যাবেন না।"],
}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, rows in REFUSALS.items() for text in rows])
def test_not_going_to_do_it_is_a_refusal_now(language, text):
    event = tell(text, language).event("REJECT")
    assert (who(event, "actor"), who(event, "recipient")) == ({"IND"}, {"JPN"})


WISHES = {
    "hi": [
        ("भारत फ्रांस के साथ सहयोग बढ़ाना चाहता है।", "intended"),
        ("भारत फ्रांस के साथ सहयोग बढ़ाने को तैयार है।", "intended"),
        ("भारत फ्रांस के साथ सहयोग बढ़ाएगा।", "planned"),
    ],
    "bn": [
        ("ভারত ফ্রান্সের সঙ্গে সহযোগিতা বাড়াতে চায়।", "intended"),
        ("ভারত ফ্রান্সের সঙ্গে সহযোগিতা বাড়াবে।", "planned"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "status"), [(lang, *row) for lang, rows in WISHES.items() for row in rows]
)
def test_a_wish_keeps_the_act_and_says_that_it_is_one(language, text, status):
    event = tell(text, language).event("COOPERATE")
    assert (event.status.value, sides(event)) == (status, {"IND", "FRA"})


MATRIX = {
    "hi": [
        ("ईरान ने अमेरिका के साथ वार्ता करने से इनकार किया।", "REJECT", {"IRN", "USA"}),
        ("भारत और चीन सीमा पर तनाव कम करने पर सहमत हुए।", "AGREE", {"IND", "CHN"}),
        ("चीन ने श्रीलंका को सहायता देने का वादा किया।", "AGREE", {"CHN", "LKA"}),
        ("रूस ने यूक्रेन पर हमला करने की धमकी दी।", "THREATEN", {"RUS", "UKR"}),
        ("अमेरिका ने रूस से यूक्रेन पर हमले रोकने की मांग की।", "REQUEST", {"USA", "RUS"}),
    ],
    "bn": [
        ("ইরান যুক্তরাষ্ট্রের সঙ্গে আলোচনা করতে অস্বীকৃতি জানিয়েছে।", "REJECT", {"IRN", "USA"}),
        ("ভারত ও চীন সীমান্ত বিরোধ নিরসনে একমত হয়েছে।", "AGREE", {"IND", "CHN"}),
        ("চীন শ্রীলঙ্কাকে সহায়তা দেওয়ার প্রতিশ্রুতি দিয়েছে।", "AGREE", {"CHN", "LKA"}),
        ("রাশিয়া ইউক্রেনে হামলার হুমকি দিয়েছে।", "THREATEN", {"RUS", "UKR"}),
        ("যুক্তরাষ্ট্র রাশিয়ার কাছে ইউক্রেনে হামলা বন্ধের দাবি জানিয়েছে।", "REQUEST", {"USA", "RUS"}),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "act", "parties"), [(lang, *row) for lang, rows in MATRIX.items() for row in rows]
)
def test_a_verb_that_takes_an_act_as_its_content_is_the_act_told(language, text, act, parties):
    (event,) = tell(text, language).events
    assert event.type == act
    assert sides(event) == parties


UNSAID = {
    "hi": ["भारत को उम्मीद है कि फ्रांस के साथ बैठक होगी।", "यदि भारत और फ्रांस के बीच बैठक होती है तो बाजार खुश होगा।"],
    "bn": ["ভারত আশা করে, ফ্রান্সের সঙ্গে বৈঠক হবে।", "ভারত ও ফ্রান্সের মধ্যে বৈঠক হলে বাজার খুশি হবে।"],
}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, rows in UNSAID.items() for text in rows])
def test_a_hope_or_a_condition_never_becomes_a_fact_of_the_past(language, text):
    assert {e.status.value for e in tell(text, language).events}.isdisjoint({"past", "ongoing", "denied"})


DENIALS = {
    "hi": [
        "इंडोनेशिया ने इनकार किया कि उसने चीन के साथ बातचीत की है।",
        "इंडोनेशिया ने चीन के साथ वार्ता की खबरों का खंडन किया।",
    ],
    "bn": [
        "ইন্দোনেশিয়া চীনের সঙ্গে বৈঠকের খবর অস্বীকার করেছে।",
        "ইন্দোনেশিয়া অস্বীকার করেছে যে তারা চীনের সঙ্গে বৈঠক করেছে।",
    ],
    "en": ["Indonesia denied that it had held talks with China.", "Indonesia denied it had held talks with China."],
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [(lang, row) for lang, rows in DENIALS.items() for row in rows])
def test_what_somebody_denies_is_told_as_denied(language, text):
    event = tell(text, language).event("meet")
    assert (event.status.value, who(event, "party")) == ("denied", {"IDN", "CHN"})


def test_a_refusal_to_act_denies_nothing_that_was_told_before():
    told = tell("भारत और फ्रांस के विदेश मंत्रियों ने पेरिस में बैठक की लेकिन फ्रांस ने समझौता करने से इनकार किया।", "hi")
    assert told.event("meet").status == "past"
