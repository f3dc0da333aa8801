"""Who stands beside an act without doing it: hosts, guests, bodies at whose summits it is done, the absent, owners."""

from datetime import date

import pytest
from telling import persons, sides, tell, who

from elchi.model import Status

HOSTS = {
    "hi": "राष्ट्रपति टोकायेव ने 9 अगस्त को भारत द्वारा मेजबानी किए गए सार्क शिखर सम्मेलन में भाग लिया था।",
    "hi ahead": "नेपाल अगले महीने सार्क शिखर सम्मेलन का आयोजन करने जा रहा है।",
}
NOT_MET = [
    ("hi", "भारत और रूस के विदेश मंत्रियों ने शंघाई सहयोग संगठन के शिखर सम्मेलन से इतर बैठक की।"),
    ("bn", "সাংহাই সহযোগিতা সংস্থার শীর্ষ সম্মেলনের ফাঁকে ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রীরা বৈঠক করেন।"),
]
AT_A_SUMMIT = [
    ("hi", "भारत ने शंघाई सहयोग संगठन के शिखर सम्मेलन में पाकिस्तान की आलोचना की।"),
    ("bn", "ভারত সাংহাই সহযোগিতা সংস্থার শীর্ষ সম্মেলনে পাকিস্তানের সমালোচনা করেছে।"),
]
SUCCESS = [
    ("hi", "प्रधानमंत्री मोदी ने आगामी सार्क शिखर सम्मेलन की सफलता के लिए समर्थन की घोषणा की।"),
    ("bn", "প্রধানমন্ত্রী মোদী সার্ক শীর্ষ সম্মেলনের সাফল্যের জন্য সমর্থন ঘোষণা করেন।"),
]
ABSENT = [
    ("hi", "चीन के राष्ट्रपति शी चिनफिंग जी-20 शिखर सम्मेलन में नहीं आए।"),
    ("bn", "জি-২০ শীর্ষ সম্মেলনে আসেননি চীনের প্রেসিডেন্ট সি চিন পিং।"),
]
ANYBODY = [
    ("hi", "नेपाल में चर्चा है। मोदी के तीसरे कार्यकाल में यह किसी विदेशी नेता की पहली भारत यात्रा है।"),
    ("bn", "মোদীর তৃতীয় মেয়াদে এটি কোনো বিদেশি নেতার প্রথম ভারত সফর।"),
]
SOMEBODYS = [
    ("hi", "यह भारत के किसी वरिष्ठ मंत्री की पहली नेपाल यात्रा है।"),
    ("bn", "এটি ভারতের কোনো মন্ত্রীর প্রথম নেপাল সফর।"),
]
TRAVELS = [
    ("hi", "चीन के विदेश मंत्री 5 अगस्त को एससीओ के विदेश मंत्रियों की बैठक में भाग लेने के लिए नेपाल पहुंचे।"),
    ("bn", "চীনের পররাষ্ট্রমন্ত্রী নেপালে পৌঁছেছেন ৫ আগস্ট এসসিওর পররাষ্ট্রমন্ত্রীদের বৈঠকে অংশ নিতে।"),
]


def test_the_host_of_a_summit_receives_nobody_and_its_guest_hosts_nothing():
    told = tell(HOSTS["hi"], "hi")
    assert not [event for event in told.events if event.mode == "visit"]
    (summit,) = (event for event in told.events if event.mode == "summit")
    assert who(summit, "host") == {"IND"}
    assert "KAZ" in who(summit, "party")


def test_who_organises_a_summit_is_its_host():
    summit = tell(HOSTS["hi ahead"], "hi").event("summit")
    assert (who(summit, "host"), summit.status) == ({"NPL"}, Status.PLANNED)


@pytest.mark.parametrize(("language", "text"), NOT_MET)
def test_a_body_beside_whose_summit_two_meet_does_not_meet(language, text):
    meeting = tell(text, language).event("meet")
    assert who(meeting, "party") == {"IND", "RUS"}
    assert who(meeting, "about") == {"SCO"}


@pytest.mark.parametrize(("language", "text"), AT_A_SUMMIT)
def test_a_body_at_whose_summit_one_criticises_another_is_not_criticised(language, text):
    event = tell(text, language).event("ACCUSE")
    assert (who(event, "actor"), who(event, "recipient")) == ({"IND"}, {"PAK"})


@pytest.mark.parametrize(("language", "text"), SUCCESS)
def test_who_wishes_a_summit_success_is_not_told_to_be_there(language, text):
    assert not [event for event in tell(text, language).events if event.mode == "summit" and "IND" in sides(event)]


@pytest.mark.parametrize(("language", "text"), ABSENT)
def test_who_did_not_come_to_a_summit_was_not_there(language, text):
    told = [event for event in tell(text, language).events if "CHN" in sides(event)]
    assert all(event.status is Status.DENIED for event in told)


@pytest.mark.parametrize(("language", "text"), ANYBODY)
def test_the_first_visit_of_any_leader_is_nobodys_who_is_named(language, text):
    assert not tell(text, language).events


@pytest.mark.parametrize(("language", "text"), SOMEBODYS)
def test_the_visit_of_some_minister_of_a_state_is_that_states(language, text):
    visit = tell(text, language).event("visit")
    assert (who(visit, "actor"), who(visit, "recipient")) == ({"IND"}, {"NPL"})


@pytest.mark.parametrize(("language", "text"), TRAVELS)
def test_who_travels_to_attend_a_meeting_of_a_body_attends_it_and_meets_not_the_state_it_is_in(language, text):
    told = tell(text, language)
    gathering = told.event("multilateral")
    assert who(gathering, "party") == {"CHN", "SCO"}
    assert gathering.date is not None
    assert gathering.date.start == date(2024, 8, 5)
    assert not [event for event in told.events if event.mode == "meet"]


def test_who_attends_alone_attends_with_nobody_else():
    events = tell("চীন ও ভারত চুক্তি করেছে। অতিথি হিসেবে সম্মেলনে যোগ দেয় নেপাল।", "bn").events
    assert not [event for event in events if "NPL" in sides(event) and {"CHN", "IND"} & sides(event)]


@pytest.mark.parametrize("text", [
    "आपसी विश्वास भारत-नेपाल सहयोग की आधारशिला है।", "नेपाल बाहरी ताकतों के प्रभाव पर ध्यान नहीं देगा। भारत उसका मित्र है।",
])  # fmt: skip
def test_a_foundation_stone_that_is_only_meant_and_a_refusal_of_nobody_are_no_acts(text):
    assert not tell(text, "hi").events


def test_both_countries_are_no_persons():
    told = tell("भारत ने सर्गेई लावरोव से कहा कि रूस और भारत दोनों देशों के बीच बातचीत कर रहे हैं।", "hi")
    assert all("sergey-lavrov" not in persons(event) for event in told.events if event.mode == "meet")


def test_states_open_relations_not_whoever_acted_last():
    text = "प्रधानमंत्री मोदी ने नेपाल की यात्रा की। राजनयिक संबंध 17 जून 1947 को स्थापित किए गए थे।"
    event = tell(text, "hi").event("open_relations")
    assert (who(event, "party"), persons(event)) == ({"IND", "NPL"}, set())


def test_both_sides_of_a_dialogue_are_the_one_and_all_the_others():
    text = (
        "দিল্লিতে মধ্য এশিয়া সংলাপ হয়েছে। সভাপতিত্ব করেন ভারতের পররাষ্ট্রমন্ত্রী এস জয়শঙ্কর। বৈঠকে অংশ নেন কাজাখস্তান, "
        "তাজিকিস্তান ও উজবেকিস্তানের পররাষ্ট্রমন্ত্রীরা। একসঙ্গে কাজ করতে আগ্রহ প্রকাশ করেছে দুই পক্ষ। কাজাখস্তানের মন্ত্রী ভারতকে ধন্যবাদ দেন।"
    )
    event = tell(text, "bn").event("pledge")
    assert sides(event) == {"IND", "KAZ", "TJK", "UZB"}


@pytest.mark.parametrize(("language", "text"), [
    ("hi", "नजरबायेव ने मोदी का स्वागत किया। मोदी ने समर्थन के लिए सभी सदस्य देशों को धन्यवाद दिया।"),
    ("bn", "নাজারবায়েভ মোদীকে স্বাগত জানান। মোদী সমর্থনের জন্য সদস্য দেশগুলোকে ধন্যবাদ দেন।"),
])  # fmt: skip
def test_member_states_that_are_thanked_are_not_the_one_that_acted_last(language, text):
    thanks = [event for event in tell(text, language).events if event.mode == "thank"]
    assert all("KAZ" not in sides(event) for event in thanks)


@pytest.mark.parametrize(("language", "text"), [
    ("hi", "नेपाल के प्रधानमंत्री ओली दिल्ली आए और दोनों देशों ने साझेदारी की घोषणा की।"),
    ("bn", "সৌদি রাষ্ট্রদূত নেপালের প্রতি সমর্থন প্রকাশ করেন এবং ওলি ধন্যবাদ জানিয়ে আশ্বাসের কথা বলেন।"),
])  # fmt: skip
def test_what_stands_before_and_is_not_said_by_who_speaks_after_it(language, text):
    first = tell(text, language).events[0]
    assert not first.attribution


def test_what_an_opening_signals_is_nobodys_word():
    text = "शी चिनफिंग ने नेपाल का दौरा किया। दोनों देशों ने रेल लाइन का उद्घाटन किया, जो नए संपर्क का संकेत देता है।"
    assert not tell(text, "hi").event("inaugurate").attribution


def test_a_verb_that_looks_like_a_month_with_an_ending_dates_nothing():
    text = "সীমান্ত সমস্যা মেটাতে ভারত ও চীনের বৈঠক হয়েছে।"
    assert tell(text, "bn").event("meet").date is None
    assert tell("মে মাসে ভারত ও চীনের বৈঠক হয়েছে।", "bn").event("meet").date.start == date(2024, 5, 1)
