"""The day of an act: from its own words, from the range or deadline round it, or from the sentence before."""

import json
from datetime import date

import pytest
from telling import tell

from elchi.packs import data_folder

# text, type or mode of the act, first and last day, precision; published on Tuesday, 20 August 2024
DATED = {
    "hi": [
        ("नेपाल के राष्ट्रपति ने 22 से 24 जुलाई तक भारत का दौरा किया।", "visit", "2024-07-22", "2024-07-24", "approximate"),
        ("नेपाल के राष्ट्रपति 22-24 अक्टूबर को भारत का दौरा करेंगे।", "visit", "2024-10-22", "2024-10-24", "approximate"),
        ("नेपाल के राष्ट्रपति 31 मार्च तक भारत का दौरा करेंगे।", "visit", "2024-08-20", "2025-03-31", "approximate"),
        ("नेपाल के राष्ट्रपति ने पिछले वर्ष नवंबर में भारत का दौरा किया।", "visit", "2023-11-01", "2023-11-30", "month"),
        ("नेपाल के राष्ट्रपति ने कुछ दिन पहले भारत का दौरा किया।", "visit", "2024-08-06", "2024-08-18", "approximate"),
        ("नेपाल के राष्ट्रपति ने कल भारत का दौरा किया।", "visit", "2024-08-19", "2024-08-19", "day"),
        ("नेपाल के राष्ट्रपति कल भारत का दौरा करेंगे।", "visit", "2024-08-21", "2024-08-21", "day"),
        (
            ("भारत और चीन के विदेश मंत्रियों ने 12 मार्च 2024 को फोन पर बात की। "
            "उसी दिन नेपाल के राष्ट्रपति ने भारत का दौरा किया।"),
            "visit", "2024-03-12", "2024-03-12", "day",
        ),
        (
            ("भारत और चीन के विदेश मंत्रियों ने 12 मार्च 2024 को फोन पर बात की। "
            "इसके दो दिन बाद नेपाल के राष्ट्रपति ने भारत का दौरा किया।"),
            "visit", "2024-03-14", "2024-03-14", "day",
        ),
        (
            ("रेल लाइन का उद्घाटन सोमवार को हुआ। "
            "भारत के प्रधानमंत्री और नेपाल के प्रधानमंत्री ने वीडियो के जरिए रेल लाइन का उद्घाटन किया।"),
            "inaugurate", "2024-08-19", "2024-08-19", "day",
        ),
        (
            ("विदेश मंत्री एस जयशंकर ने सोमवार को कहा कि सीमा पर शांति जरूरी है। "
            "उन्होंने चीन से सेना हटाने का आग्रह किया।"),
            "REQUEST", "2024-08-19", "2024-08-19", "day",
        ),
    ],
    "bn": [
        ("নেপালের প্রেসিডেন্ট ২২ থেকে ২৪ জুলাই পর্যন্ত ভারত সফর করেছেন।", "visit", "2024-07-22", "2024-07-24", "approximate"),
        ("নেপালের প্রেসিডেন্ট ২২-২৪ অক্টোবর ভারত সফর করবেন।", "visit", "2024-10-22", "2024-10-24", "approximate"),
        ("নেপালের প্রেসিডেন্ট ৩১ মার্চের মধ্যে ভারত সফর করবেন।", "visit", "2024-08-20", "2025-03-31", "approximate"),
        ("নেপালের প্রেসিডেন্ট গত বছরের নভেম্বরে ভারত সফর করেছেন।", "visit", "2023-11-01", "2023-11-30", "month"),
        ("নেপালের প্রেসিডেন্ট কয়েক দিন আগে ভারত সফর করেছেন।", "visit", "2024-08-06", "2024-08-18", "approximate"),
        ("নেপালের প্রেসিডেন্ট গতকাল ভারত সফর করেছেন।", "visit", "2024-08-19", "2024-08-19", "day"),
        ("নেপালের প্রেসিডেন্ট কাল ভারত সফর করবেন।", "visit", "2024-08-21", "2024-08-21", "day"),
        (
            ("ভারত ও চীনের পররাষ্ট্রমন্ত্রীরা ২০২৪ সালের ১২ মার্চ টেলিফোনে কথা বলেন। "
            "একই দিনে নেপালের প্রেসিডেন্ট ভারত সফর করেন।"),
            "visit", "2024-03-12", "2024-03-12", "day",
        ),
        (
            ("ভারত ও চীনের পররাষ্ট্রমন্ত্রীরা ২০২৪ সালের ১২ মার্চ টেলিফোনে কথা বলেন। "
            "এর দুই দিন পর নেপালের প্রেসিডেন্ট ভারত সফর করেন।"),
            "visit", "2024-03-14", "2024-03-14", "day",
        ),
        (
            ("রেলপথটির উদ্বোধন হয়েছে সোমবার। "
            "ভারতের প্রধানমন্ত্রী ও নেপালের প্রধানমন্ত্রী ভিডিওর মাধ্যমে রেলপথটি উদ্বোধন করেন।"),
            "inaugurate", "2024-08-19", "2024-08-19", "day",
        ),
        (
            ("পররাষ্ট্রমন্ত্রী এস জয়শঙ্কর সোমবার বলেছেন, সীমান্তে শান্তি দরকার। "
            "তিনি চীনের প্রতি সেনা প্রত্যাহারের আহ্বান জানান।"),
            "REQUEST", "2024-08-19", "2024-08-19", "day",
        ),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "act", "first", "last", "precision"),
    [(language, *row) for language, rows in DATED.items() for row in rows],
)
def test_an_act_has_the_days_that_a_reader_gives_it(language, text, act, first, last, precision):
    found = tell(text, language).event(act).date
    assert found is not None
    assert (str(found.start), str(found.end), found.precision.value) == (first, last, precision)


UNDATED = {
    "hi": [
        # another act follows the dated one
        ("रेल लाइन का उद्घाटन सोमवार को हुआ। भारत के प्रधानमंत्री ने नेपाल का दौरा किया।", "visit"),
        # another person speaks, after a sentence with a date of its own
        (
            (
                "विदेश मंत्री एस जयशंकर ने सोमवार को कहा कि सीमा पर शांति जरूरी है। वार्ता जुलाई में टूटी थी। "
                "उन्होंने चीन से सेना हटाने का आग्रह किया।"
            ),
            "REQUEST",
        ),
        # a deadline of the past, and the time after a month that is still to come, have an open side
        ("जुलाई 2023 के हमले के बाद नेपाल के राष्ट्रपति ने भारत का दौरा किया।", "visit"),
        ("भारत और नेपाल ने मार्च से पहले समझौते पर हस्ताक्षर किए।", "sign"),
        ("नेपाल के राष्ट्रपति अक्टूबर के बाद भारत का दौरा करेंगे।", "visit"),
    ],
    "bn": [
        ("রেলপথটির উদ্বোধন হয়েছে সোমবার। ভারতের প্রধানমন্ত্রী নেপাল সফর করেছেন।", "visit"),
        (
            (
                "পররাষ্ট্রমন্ত্রী এস জয়শঙ্কর সোমবার বলেছেন, সীমান্তে শান্তি দরকার। জুলাইয়ে আলোচনা ভেঙে যায়। "
                "তিনি চীনের প্রতি সেনা প্রত্যাহারের আহ্বান জানান।"
            ),
            "REQUEST",
        ),
        ("২০২৩ সালের জুলাইয়ের হামলার পর নেপালের প্রেসিডেন্ট ভারত সফর করেন।", "visit"),
        ("ভারত ও নেপাল মার্চের আগে চুক্তি সই করেছে।", "sign"),
        ("নেপালের প্রেসিডেন্ট অক্টোবরের পর ভারত সফর করবেন।", "visit"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "act"), [(language, *row) for language, rows in UNDATED.items() for row in rows]
)
def test_an_act_that_no_words_date_has_no_day(language, text, act):
    found = tell(text, language).event(act).date
    assert found is None or found.start is None


@pytest.mark.parametrize(("language", "place", "rule"), [("hi", 0, "from"), ("hi", 2, "to"), ("bn", 4, "ago")])
def test_an_interval_of_days_has_a_reason(language, place, rule):
    event = tell(DATED[language][place][0], language).event("visit")
    assert f"date:{rule}" in {reason.rule for reason in event.reasons}


def test_the_day_of_the_sentence_before_is_a_reason():
    event = tell(DATED["bn"][-2][0], "bn").event("inaugurate")
    assert "date:of the sentence before" in {reason.rule for reason in event.reasons}


# text of an article published on 20 August 2024, and the day on which its visit took place
DATELINES = [
    ("hi", "काठमांडू, 18 अगस्त (एजेंसी)। नेपाल के राष्ट्रपति ने आज भारत का दौरा किया।", date(2024, 8, 18)),
    ("hi", "काठमांडू, 18 अगस्त: नेपाल के राष्ट्रपति ने कल भारत का दौरा किया।", date(2024, 8, 17)),
    ("hi", "काठमांडू, 18 अगस्त 2024 - नेपाल के राष्ट्रपति ने आज भारत का दौरा किया।", date(2024, 8, 18)),
    ("hi", "काठमांडू, 18 मई (एजेंसी)। नेपाल के राष्ट्रपति ने आज भारत का दौरा किया।", date(2024, 8, 20)),
    ("hi", "काठमांडू। 18 अगस्त को संसद बैठी। नेपाल के राष्ट्रपति ने आज भारत का दौरा किया।", date(2024, 8, 20)),
    ("bn", "কাঠমান্ডু, ১৮ আগস্ট (সংবাদদাতা)। নেপালের প্রেসিডেন্ট আজ ভারত সফর করেছেন।", date(2024, 8, 18)),
    ("bn", "কাঠমান্ডু, ১৮ আগস্ট: নেপালের প্রেসিডেন্ট গতকাল ভারত সফর করেছেন।", date(2024, 8, 17)),
    ("bn", "১৮ আগস্ট সংসদ বসে। নেপালের প্রেসিডেন্ট আজ ভারত সফর করেছেন।", date(2024, 8, 20)),
]


@pytest.mark.parametrize(("language", "text", "day"), DATELINES)
def test_today_is_the_day_of_the_dateline_where_there_is_one(language, text, day):
    found = tell(text, language).event("visit").date
    assert found is not None
    assert (found.start, found.end) == (day, day)


TWO_DAYS = {
    "hi": "चीन के विदेश मंत्री 5 अगस्त को एससीओ की बैठक में भाग लेने के लिए 4 अगस्त को नेपाल पहुंचे।",
    "bn": "চীনের পররাষ্ট্রমন্ত্রী ৪ আগস্ট নেপালে পৌঁছেছেন ৫ আগস্ট এসসিওর বৈঠকে যোগ দিতে।",
}


@pytest.mark.parametrize("language", TWO_DAYS)
def test_two_acts_of_one_sentence_have_each_its_own_day(language):
    events = tell(TWO_DAYS[language], language).events
    days = {event.mode == "visit": event.date.start for event in events if event.date is not None}
    assert days == {True: date(2024, 8, 4), False: date(2024, 8, 5)}


def test_the_two_reports_of_the_rail_link_in_the_demo_disagree_on_its_day():
    lines = data_folder().joinpath("demo", "articles.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["id"].endswith("akhaura-rail")]
    days = {
        row["language"]: {e.date.start for e in tell(row["text"], row["language"], row["published"]).events if e.date}
        for row in rows
    }
    assert days == {"bn": {date(2023, 11, 1)}, "hi": {date(2023, 11, 2)}}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "तीन दशक बाद चीन के राष्ट्रपति भारत के दौरे पर आए।"),
        ("bn", "দুই দশক পর চীনের প্রেসিডেন্ট বাংলাদেশ সফরে এসেছেন।"),
    ],
)
def test_what_was_done_was_not_done_after_the_article_came_out(language, text):
    visit = tell(text, language).event("visit")
    assert visit.status == "past"
    assert visit.date is None or visit.date.start is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "भारत और कजाकिस्तान ने 2015 से 2019 के बीच यूरेनियम की आपूर्ति के लिए समझौते पर हस्ताक्षर किए।"),
        ("bn", "ভারত ও কাতার ২০২৪ থেকে ২০২৮ সাল পর্যন্ত গ্যাস সরবরাহের জন্য চুক্তি সই করেছে।"),
    ],
)
def test_the_years_that_an_agreement_is_for_do_not_date_its_signing(language, text):
    assert tell(text, language).event("sign").date is None
