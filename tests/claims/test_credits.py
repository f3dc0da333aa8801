"""Where a page says it has its report from."""

import pytest
from telling import tell, who

REPORT = {
    "hi": "भारत और रूस के विदेश मंत्रियों ने मॉस्को में बैठक की।",
    "bn": "ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রী মস্কোয় বৈঠক করেছেন।",
}
LINES = {
    "hi": [
        ("स्रोत: रॉयटर्स", {"reuters"}),
        ("साभार: पीटीआई", {"press-trust-of-india"}),
        ("स्रोत: रॉयटर्स, एएफपी", {"reuters", "afp"}),
        ("(रॉयटर्स)", {"reuters"}),
    ],
    "bn": [("সূত্র: রয়টার্স", {"reuters"}), ("সৌজন্যে: এএফপি", {"afp"}), ("সূত্র: রয়টার্স, এএফপি", {"reuters", "afp"})],
}


@pytest.mark.parametrize(
    ("language", "line", "agencies"), [(lang, *row) for lang, rows in LINES.items() for row in rows]
)
def test_a_credit_line_names_the_agencies(language, line, agencies):
    (claim,) = tell(f"{REPORT[language]}\n\n{line}\n", language).statements("credited_to")
    assert (who(claim, "subject"), who(claim, "object")) == ({"a"}, agencies)
    assert claim.evidence[0].text == line


@pytest.mark.parametrize("language", REPORT)
def test_no_credit_line_no_credit(language):
    assert tell(REPORT[language], language).statements("credited_to") == []


IN_TEXT = {
    "hi": "रॉयटर्स के अनुसार भारत और रूस के विदेश मंत्रियों ने मॉस्को में बैठक की।",
    "bn": "রয়টার্স জানিয়েছে, ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রী মস্কোয় বৈঠক করেছেন।",
}


@pytest.mark.parametrize(("language", "text"), IN_TEXT.items())
def test_an_agency_that_a_sentence_cites_is_no_party_of_the_act(language, text):
    told = tell(text, language)
    assert who(told.event("meet"), "party") == {"IND", "RUS"}
    assert told.statements("credited_to") == []
