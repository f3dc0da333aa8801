"""The agreement that an act is about, and the sum or number told with it."""

import pytest
from telling import tell

SIGNED = [
    ("hi", "भारत और जापान ने 13 समझौता ज्ञापनों पर हस्ताक्षर किए।", "memorandum_of_understanding", "signed", 13),
    ("bn", "বাংলাদেশ ও পাকিস্তান ছয়টি সমঝোতা স্মারকে সই করেছে।", "memorandum_of_understanding", "signed", 6),
    (
        "en",
        "India and Japan signed 13 memoranda of understanding in Tokyo.",
        "memorandum_of_understanding",
        "signed",
        13,
    ),
    ("bn", "ভারত ও ওমান মুক্ত বাণিজ্য চুক্তি সই করবে।", "free_trade_agreement", "proposed", None),
    ("en", "India and Oman signed a free trade agreement.", "free_trade_agreement", "signed", None),
]


@pytest.mark.parametrize(("language", "text", "kind", "state", "count"), SIGNED)
def test_a_signing_says_what_is_signed_and_how_many(language, text, kind, state, count):
    event = tell(text, language).event("sign")
    assert event.instrument == {"kind": kind, "state": state}
    assert event.value == ({"amount": count} if count else None)


SUMS = [
    ("hi", "भारत ने श्रीलंका को दो करोड़ डॉलर का कर्ज दिया।", "AID", 20_000_000, "USD"),
    ("bn", "বাংলাদেশকে ১০০ কোটি ডলার ঋণ দিতে সম্মত হয়েছে ভারত।", "AGREE", 1_000_000_000, "USD"),
    ("en", "New Delhi pledged $500 million to Sri Lanka for railway lines.", "AGREE", 500_000_000, "USD"),
]


@pytest.mark.parametrize(("language", "text", "act", "amount", "unit"), SUMS)
def test_help_says_how_much(language, text, act, amount, unit):
    assert tell(text, language).event(act).value == {"amount": amount, "unit": unit}


def test_a_meeting_is_about_no_agreement():
    event = tell("भारत और जापान के विदेश मंत्रियों ने टोक्यो में मुलाकात की।", "hi").event("CONSULT")
    assert event.instrument is None
    assert event.value is None
