"""Who did what to whom: the sixteen kinds of acts, in both directions, with one, two and many sides."""

import pytest
from telling import sides, tell, who

DIRECTED = {
    "hi": [
        ("{0} ने {1} को सहायता दी।", "AID"),
        ("{0} ने {1} की निंदा की।", "disapprove"),
        ("{0} ने {1} पर प्रतिबंध लगाए।", "SANCTION"),
        ("{0} ने {1} पर हमला किया।", "ASSAULT"),
        ("{0} ने {1} को धमकी दी।", "THREATEN"),
        ("{0} ने {1} का आभार जताया।", "thank"),
        ("{0} के राष्ट्रपति ने {1} के राष्ट्रपति को बधाई दी।", "congratulate"),
        ("{0} के राष्ट्रपति ने {1} के राष्ट्रपति को निमंत्रण दिया।", "invite"),
        ("{0} ने {1} से माफी मांगी।", "apologise"),
        ("{0} ने {1} के राजदूत को तलब किया।", "summon"),
        ("{0} ने {1} के दो राजनयिकों को निष्कासित किया।", "SANCTION"),
        ("{0} ने {1} पर समझौते के उल्लंघन का आरोप लगाया।", "ACCUSE"),
        ("{0} के राष्ट्रपति ने {1} का दौरा किया।", "visit"),
        ("{0} ने {1} का प्रस्ताव खारिज कर दिया।", "REJECT"),
        ("{0} ने {1} से मदद मांगी।", "REQUEST"),
    ],
    "bn": [
        ("{0} {1}কে সহায়তা দিয়েছে।", "AID"),
        ("{0} {1}র নিন্দা জানিয়েছে।", "disapprove"),
        ("{0} {1}র ওপর নিষেধাজ্ঞা দিয়েছে।", "SANCTION"),
        ("{0} {1}য় হামলা চালিয়েছে।", "ASSAULT"),
        ("{0} {1}কে হুমকি দিয়েছে।", "THREATEN"),
        ("{0} {1}কে ধন্যবাদ জানিয়েছে।", "thank"),
        ("{0}র প্রেসিডেন্ট {1}র প্রেসিডেন্টকে অভিনন্দন জানিয়েছেন।", "congratulate"),
        ("{0}র প্রেসিডেন্ট {1}র প্রেসিডেন্টকে আমন্ত্রণ জানিয়েছেন।", "invite"),
        ("{0} {1}র কাছে ক্ষমা চেয়েছে।", "apologise"),
        ("{0} {1}র রাষ্ট্রদূতকে তলব করেছে।", "summon"),
        ("{0} {1}র দুই কূটনীতিককে বহিষ্কার করেছে।", "SANCTION"),
        ("{0} {1}র বিরুদ্ধে চুক্তি লঙ্ঘনের অভিযোগ করেছে।", "ACCUSE"),
        ("{0}র প্রেসিডেন্ট {1} সফর করেছেন।", "visit"),
        ("{0} {1}র প্রস্তাব প্রত্যাখ্যান করেছে।", "REJECT"),
        ("{0} {1}র কাছে সাহায্য চেয়েছে।", "REQUEST"),
    ],
}
# Bengali states whose names end in -a, so that one set of endings fits both.
STATES = {"hi": [("रूस", "RUS"), ("कनाडा", "CAN")], "bn": [("রাশিয়া", "RUS"), ("কানাডা", "CAN")]}


@pytest.mark.parametrize("turn", [1, -1], ids=["one_way", "other_way"])
@pytest.mark.parametrize(
    ("language", "pattern", "act"), [(lang, *row) for lang, rows in DIRECTED.items() for row in rows]
)
def test_the_actor_is_who_acts_and_the_recipient_whom_it_meets_in_both_directions(language, pattern, act, turn):
    (one, first), (other, second) = STATES[language][::turn]
    event = tell(pattern.format(one, other), language).event(act)
    assert (who(event, "actor"), who(event, "recipient")) == ({first}, {second})


SYMMETRIC = {
    "hi": [
        ("{0} के विदेश मंत्री ने {1} के विदेश मंत्री से मुलाकात की।", "meet"),
        ("{0} और {1} के बीच वार्ता हुई।", "meet"),
        ("{0} के राष्ट्रपति ने {1} के राष्ट्रपति से फोन पर बात की।", "call"),
        ("{0} और {1} ने समझौते पर हस्ताक्षर किए।", "sign"),
        ("{0} ने {1} के साथ समझौते पर हस्ताक्षर किए।", "sign"),
        ("{0} और {1} की सेनाओं ने संयुक्त सैन्य अभ्यास किया।", "exercise"),
        ("{0} और {1} ने युद्धबंदियों की अदला-बदली की।", "exchange"),
    ],
    "bn": [
        ("{0}র পররাষ্ট্রমন্ত্রী {1}র পররাষ্ট্রমন্ত্রীর সঙ্গে বৈঠক করেছেন।", "meet"),
        ("{0} ও {1}র মধ্যে আলোচনা হয়েছে।", "meet"),
        ("{0}র প্রেসিডেন্ট {1}র প্রেসিডেন্টের সঙ্গে ফোনে কথা বলেছেন।", "call"),
        ("{0} ও {1} চুক্তি সই করেছে।", "sign"),
        ("{0} {1}র সঙ্গে চুক্তি সই করেছে।", "sign"),
        ("{0} ও {1}র সেনাবাহিনী যৌথ সামরিক মহড়া করেছে।", "exercise"),
        ("{0} ও {1} বন্দি বিনিময় করেছে।", "exchange"),
    ],
}


@pytest.mark.parametrize("turn", [1, -1], ids=["one_way", "other_way"])
@pytest.mark.parametrize(
    ("language", "pattern", "act"), [(lang, *row) for lang, rows in SYMMETRIC.items() for row in rows]
)
def test_a_common_act_has_parties_whoever_is_named_first(language, pattern, act, turn):
    (one, first), (other, second) = STATES[language][::turn]
    event = tell(pattern.format(one, other), language).event(act)
    assert who(event, "party") == {first, second}


VISITS = {
    "hi": [
        ("जापान के प्रधानमंत्री मंगलवार को भारत पहुंचे।", "past"),
        ("जापान के प्रधानमंत्री ने भारत का दौरा किया।", "past"),
        ("जापान के प्रधानमंत्री तीन दिन की यात्रा पर भारत आए।", "past"),
        ("जापान के प्रधानमंत्री भारत की यात्रा पर रवाना हुए।", "past"),
        ("जापान के प्रधानमंत्री अगले महीने भारत आएंगे।", "planned"),
        ("जापान के प्रधानमंत्री अगले सप्ताह नई दिल्ली का दौरा करेंगे।", "planned"),
    ],
    "bn": [
        ("জাপানের প্রধানমন্ত্রী মঙ্গলবার ভারতে পৌঁছেছেন।", "past"),
        ("জাপানের প্রধানমন্ত্রী ভারত সফর করেছেন।", "past"),
        ("জাপানের প্রধানমন্ত্রী তিন দিনের সফরে ভারতে এসেছেন।", "past"),
        ("জাপানের প্রধানমন্ত্রী ভারত সফরে রওনা হয়েছেন।", "past"),
        ("জাপানের প্রধানমন্ত্রী আগামী মাসে ভারত সফরে আসবেন।", "planned"),
        ("জাপানের প্রধানমন্ত্রী আগামী সপ্তাহে নয়াদিল্লি সফর করবেন।", "planned"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "status"), [(lang, *row) for lang, rows in VISITS.items() for row in rows]
)
def test_the_guest_acts_and_the_host_state_receives(language, text, status):
    event = tell(text, language).event("visit")
    assert (who(event, "actor"), who(event, "recipient"), event.status.value) == ({"JPN"}, {"IND"}, status)


HOSTS = {
    "hi": "भारत ने शंघाई सहयोग संगठन के शिखर सम्मेलन की मेजबानी की।",
    "bn": "ভারত সাংহাই সহযোগিতা সংস্থার শীর্ষ সম্মেলনের আয়োজন করেছে।",
}


@pytest.mark.parametrize(("language", "text"), HOSTS.items())
def test_who_hosts_a_summit_is_its_host_and_the_organisation_takes_part(language, text):
    event = tell(text, language).event("summit")
    assert "SCO" in who(event, "party")
    assert who(event, "host") == {"IND"}


SUMMITS = {
    "hi": "शंघाई सहयोग संगठन का शिखर सम्मेलन 4 जुलाई 2024 को अस्ताना में आयोजित हुआ।",
    "bn": "সাংহাই সহযোগিতা সংস্থার শীর্ষ সম্মেলন ২০২৪ সালের ৪ জুলাই আস্তানায় অনুষ্ঠিত হয়।",
}


@pytest.mark.parametrize(("language", "text"), SUMMITS.items())
def test_a_summit_has_its_day(language, text):
    event = tell(text, language).event("summit")
    assert who(event, "party") == {"SCO"}
    assert event.date is not None
    assert event.date.to_json() | {"text": ""} == {
        "start": "2024-07-04",
        "end": "2024-07-04",
        "precision": "day",
        "text": "",
    }


MANY = {
    "hi": [
        ("भारत, रूस और चीन के विदेश मंत्रियों ने मॉस्को में बैठक की।", "meet", {"IND", "RUS", "CHN"}),
        ("भारत, जापान, ऑस्ट्रेलिया और अमेरिका ने समझौते पर हस्ताक्षर किए।", "sign", {"IND", "JPN", "AUS", "USA"}),
    ],
    "bn": [
        ("ভারত, রাশিয়া ও চীনের পররাষ্ট্রমন্ত্রীরা মস্কোয় বৈঠক করেছেন।", "meet", {"IND", "RUS", "CHN"}),
        ("ভারত, জাপান, অস্ট্রেলিয়া ও যুক্তরাষ্ট্র চুক্তি সই করেছে।", "sign", {"IND", "JPN", "AUS", "USA"}),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "act", "parties"), [(lang, *row) for lang, rows in MANY.items() for row in rows]
)
def test_many_sides_of_one_act_are_one_event(language, text, act, parties):
    (event,) = tell(text, language).events
    assert (event.mode, who(event, "party")) == (act, parties)


DOMESTIC = {
    "hi": [
        "भारत के प्रधानमंत्री ने मुख्यमंत्रियों के साथ बैठक की।",
        "प्रधानमंत्री ने किसान नेताओं से मुलाकात की।",
        "दिल्ली में भारी बारिश से यातायात ठप हो गया।",
        "भारतीय क्रिकेट टीम ने ऑस्ट्रेलिया को छह विकेट से हराया।",
        "अभिनेता ने मुंबई में अपनी नई फिल्म का प्रचार किया।",
    ],
    "bn": [
        "বাংলাদেশের প্রধানমন্ত্রী জেলা প্রশাসকদের সঙ্গে বৈঠক করেছেন।",
        "প্রধানমন্ত্রী কৃষক নেতাদের সঙ্গে দেখা করেছেন।",
        "ঢাকায় ভারী বৃষ্টিতে যান চলাচল বন্ধ হয়ে গেছে।",
        "বাংলাদেশ ক্রিকেট দল অস্ট্রেলিয়াকে ছয় উইকেটে হারিয়েছে।",
        "অভিনেতা কলকাতায় তাঁর নতুন ছবির প্রচার করেছেন।",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, rows in DOMESTIC.items() for text in rows])
def test_news_from_inside_one_country_tells_no_event(language, text):
    assert tell(text, language).events == []


PLACES = {
    "hi": ("भारत और रूस के विदेश मंत्रियों ने अस्ताना में बैठक की।", {"IND", "RUS"}),
    "bn": ("ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রী আস্তানায় বৈঠক করেছেন।", {"IND", "RUS"}),
}


@pytest.mark.parametrize(("language", "text", "parties"), [(lang, *row) for lang, row in PLACES.items()])
def test_where_two_states_meet_is_no_party_of_theirs(language, text, parties):
    event = tell(text, language).event("meet")
    assert sides(event) == parties


DATES = {
    "hi": [
        ("भारत और रूस के विदेश मंत्रियों ने सोमवार को बैठक की।", "2024-08-19"),
        ("भारत और रूस के विदेश मंत्री शुक्रवार को बैठक करेंगे।", "2024-08-23"),
        ("भारत और रूस के विदेश मंत्रियों ने 5 अगस्त को बैठक की।", "2024-08-05"),
        ("भारत और रूस के विदेश मंत्रियों ने कल बैठक की।", "2024-08-19"),
        ("भारत और रूस के विदेश मंत्री कल बैठक करेंगे।", "2024-08-21"),
    ],
    "bn": [
        ("ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রী সোমবার বৈঠক করেছেন।", "2024-08-19"),
        ("ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রী শুক্রবার বৈঠক করবেন।", "2024-08-23"),
        ("ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রী ৫ আগস্ট বৈঠক করেছেন।", "2024-08-05"),
        ("ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রী গতকাল বৈঠক করেছেন।", "2024-08-19"),
        ("ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রী আগামীকাল বৈঠক করবেন।", "2024-08-21"),
    ],
}


@pytest.mark.parametrize(("language", "text", "day"), [(lang, *row) for lang, rows in DATES.items() for row in rows])
def test_an_act_is_dated_back_when_past_and_forward_when_planned(language, text, day):
    date = tell(text, language).event("meet").date
    assert date is not None
    assert (str(date.start), str(date.end)) == (day, day)


@pytest.mark.parametrize(
    ("language", "text"),
    [("hi", "भारत और रूस के विदेश मंत्रियों ने सोमवार को बैठक की।"), ("bn", "ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রী সোমবার বৈঠক করেছেন।")],
)
def test_a_weekday_stays_open_without_a_day_of_publication(language, text):
    date = tell(text, language, published=None).event("meet").date
    assert date is not None
    assert (date.start, date.precision.value) == (None, "unresolved")


ACROSS = {
    "hi": ("भारत के प्रधानमंत्री मंगलवार को फ्रांस पहुंचे। दोनों देशों ने रक्षा समझौते पर हस्ताक्षर किए।", {"IND", "FRA"}),
    "bn": ("ভারতের প্রধানমন্ত্রী মঙ্গলবার ফ্রান্সে পৌঁছেছেন। দুই দেশ প্রতিরক্ষা চুক্তি সই করেছে।", {"IND", "FRA"}),
}


@pytest.mark.parametrize(("language", "text", "parties"), [(lang, *row) for lang, row in ACROSS.items()])
def test_both_countries_are_the_two_that_the_article_spoke_of(language, text, parties):
    event = tell(text, language).event("sign")
    assert who(event, "party") == parties
    assert {p.basis.value for p in event.participants if p.role == "party"} == {"both_sides"}


def test_nobody_travels_to_the_state_that_he_is_from():
    text = "जुलाई में पुष्प कमल दहल की सरकार गिरने के बाद यह भारत के किसी मंत्री की पहली नेपाल यात्रा है।"
    visit = tell(text, "hi").event("visit")
    assert (who(visit, "actor"), who(visit, "recipient")) == ({"IND"}, {"NPL"})
