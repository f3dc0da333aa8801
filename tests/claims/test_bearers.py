"""Whose the name after a title is."""

import pytest
from telling import sides, tell

OTHERS = [
    ("hi", "नेपाल के प्रधानमंत्री नरेंद्र मोदी से हैदराबाद हाउस में मिले।", {"NPL", "IND"}),
    ("bn", "তুরস্কের প্রেসিডেন্ট ভ্লাদিমির পুতিনের সঙ্গে বৈঠক করেছেন।", {"TUR", "RUS"}),
]


@pytest.mark.parametrize(("language", "text", "expected"), OTHERS)
def test_a_title_of_one_state_is_not_another_states_person(language, text, expected):
    assert sides(tell(text, language).event("CONSULT")) == expected


def test_a_surname_before_another_name_is_somebody_else():
    event = tell("भारत ने कनाडाई उच्चायुक्त कैमरन मैके को तलब किया।", "hi").event("summon")
    assert sides(event) == {"IND", "CAN"}


def test_the_name_of_a_counterpart_of_ones_own_follows():
    text = "रूसी विदेश मंत्री ने तुर्की के अपने समकक्ष हाकान फिदान के साथ लंबी वार्ता की।"
    assert sides(tell(text, "hi").event("CONSULT")) == {"RUS", "TUR"}
