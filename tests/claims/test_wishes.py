"""What one side wants another to do, told by the form of the verb."""

import pytest
from telling import tell, who

ASKED = [
    ("hi", "अमेरिका चाहता है कि भारत रूस से तेल खरीदना बंद करे।", "USA", "IND"),
    ("hi", "नेपाल चाहता है कि भारत सीमा से अपने सुरक्षाकर्मी वापस बुला ले।", "NPL", "IND"),
    ("hi", "भारत ने दो टूक कहा कि पाकिस्तान पहले पीओके खाली करे।", "IND", "PAK"),
    ("bn", "যুক্তরাষ্ট্র চায়, ভারত রাশিয়ার তেল কেনা বন্ধ করুক।", "USA", "IND"),
    ("bn", "জাপান চায়, চীন তাদের নাগরিকদের মুক্তি দিক।", "JPN", "CHN"),
]


@pytest.mark.parametrize(("language", "text", "actor", "recipient"), ASKED)
def test_a_wish_for_anothers_act_is_asked_of_it(language, text, actor, recipient):
    event = tell(text, language).event("REQUEST")
    assert (who(event, "actor"), who(event, "recipient")) == ({actor}, {recipient})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hi", "भारत ने कहा कि पाकिस्तान के विदेश मंत्री दिल्ली पहुंचे।"),
        ("bn", "ভারতের পররাষ্ট্রমন্ত্রী বলেছেন, পাকিস্তান সীমান্ত বন্ধ করেছে।"),
        ("hi", "प्रधानमंत्री चाहते हैं कि किसान नई तकनीक अपनाएं।"),
    ],
)
def test_what_was_done_is_no_wish(language, text):
    assert not [c for c in tell(text, language).events if c.type == "REQUEST"]


def test_what_will_be_done_is_no_demand():
    text = "মার্কিন প্রেসিডেন্ট ট্রাম্প বলেছেন, চীনের পণ্যে আরও শুল্ক আরোপ করা হবে।"
    assert tell(text, "bn").event("SANCTION").status == "planned"
