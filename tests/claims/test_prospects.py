"""What is prepared for, wanted or only demanded did not happen; what is talked about takes no part."""

import pytest
from telling import tell, who

AHEAD = [
    ("hi", "भारत और चीन के नेता अगले सप्ताह होने वाले शिखर सम्मेलन की तैयारी कर रहे हैं।", "planned"),
    ("hi", "भारत और नेपाल के बीच होने वाली वार्ता की तैयारियों का जायजा लिया गया।", "planned"),
    ("hi", "ईरान और अमेरिका दोनों एक और दौर की बातचीत चाहते हैं।", "intended"),
    ("bn", "ভারত ও চীনের নেতারা আগামী সপ্তাহে অনুষ্ঠিতব্য শীর্ষ সম্মেলনের প্রস্তুতি নিচ্ছেন।", "planned"),
    ("bn", "ভারত ও নেপালের মধ্যে হতে যাওয়া বৈঠকের প্রস্তুতি খতিয়ে দেখা হয়েছে।", "planned"),
    ("bn", "ভারত ও চীনের প্রেসিডেন্টের মধ্যে প্রস্তাবিত শীর্ষ সম্মেলন নিয়ে কর্মকর্তারা কাজ করছেন।", "planned"),
    ("en", "The leaders of India and China are preparing for a summit.", "planned"),
]


@pytest.mark.parametrize(("language", "text", "status"), AHEAD)
def test_what_is_prepared_for_or_wanted_lies_ahead(language, text, status):
    assert tell(text, language).event("CONSULT").status == status


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "भारत और चीन के नेताओं ने सोमवार को शिखर सम्मेलन में व्यापार की तैयारी पर बात की।"),
        ("bn", "ভারত ও চীনের নেতারা সোমবার বৈঠকে বাণিজ্য বাড়ানোর প্রস্তুতি নিয়ে কথা বলেছেন।"),
        ("en", "The leaders of India and China met on Monday to prepare trade agreements."),
    ],
)
def test_a_meeting_at_which_something_is_prepared_took_place(language, text):
    assert "past" in {event.status for event in tell(text, language).events if event.type == "CONSULT"}


@pytest.mark.parametrize(
    ("language", "text", "untold"),
    [
        ("hi", "अमेरिका ने ईरान पर से प्रतिबंध हटाने की मांगों को ठुकरा दिया।", "CONCEDE"),
        ("bn", "যুক্তরাষ্ট্র ইরানের ওপর থেকে নিষেধাজ্ঞা তুলে নেওয়ার দাবি নাকচ করে দিয়েছে।", "CONCEDE"),
        ("en", "Tehran ignored appeals to release the American journalists.", "RETREAT"),
        ("en", "Washington resisted calls to lift sanctions on Iran.", "SANCTION"),
    ],
)
def test_what_is_demanded_and_refused_was_not_done(language, text, untold):
    assert {event.type for event in tell(text, language).events} == {"REJECT"}
    assert untold not in {event.type for event in tell(text, language).events}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "जर्मनी के चांसलर ने यूक्रेन के बारे में चर्चा की।"),
        ("bn", "জার্মানির চ্যান্সেলর ইউক্রেন নিয়ে আলোচনা করেছেন।"),
        ("en", "The German chancellor discussed Ukraine on Monday."),
    ],
)
def test_whom_one_talks_about_does_not_take_part(language, text):
    assert tell(text, language).events == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "मोदी ने यूक्रेन पर पुतिन से चर्चा की।"),
        ("bn", "মোদি ইউক্রেন নিয়ে পুতিনের সঙ্গে আলোচনা করেছেন।"),
        ("en", "Modi discussed Ukraine with Putin."),
    ],
)
def test_who_talks_with_whom_is_told_where_a_third_is_the_matter(language, text):
    assert who(tell(text, language).event("CONSULT"), "party") >= {"IND", "RUS"}
    assert "UKR" not in who(tell(text, language).event("CONSULT"), "party")
