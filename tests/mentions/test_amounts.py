"""Numbers with their scale and currency, in the digits of either script or in words."""

import pytest
from noticing import notice

from elchi.mentions.amounts import parse_number

AMOUNTS = {
    "hi": [
        ("27 अरब डॉलर", 27e9, "USD"),
        ("२७ अरब डॉलर", 27e9, "USD"),
        ("27.5 अरब डॉलर", 27.5e9, "USD"),
        ("27 अरब अमेरिकी डॉलर", 27e9, "USD"),
        ("50 करोड़ रुपये", 50e7, "INR"),
        ("3 लाख यूरो", 3e5, "EUR"),
        ("दो अरब डॉलर", 2e9, "USD"),
        ("5 मिलियन डॉलर", 5e6, "USD"),
        ("2 बिलियन डॉलर", 2e9, "USD"),
        ("1,250 डॉलर", 1250, "USD"),
        ("12,34,567 रुपये", 1234567, "INR"),
        ("$27 अरब", 27e9, "USD"),
        ("500 येन", 500, "JPY"),
        ("40 हजार टन", 40000, ""),
        ("पचास सैनिक", 50, ""),
    ],
    "bn": [
        ("২৭ বিলিয়ন ডলার", 27e9, "USD"),
        ("27 বিলিয়ন ডলার", 27e9, "USD"),
        ("২৭.৫ বিলিয়ন ডলার", 27.5e9, "USD"),
        ("২৭ বিলিয়ন মার্কিন ডলার", 27e9, "USD"),
        ("৫০ কোটি টাকা", 50e7, "BDT"),
        ("৩ লাখ ইউরো", 3e5, "EUR"),
        ("দুই বিলিয়ন ডলার", 2e9, "USD"),
        ("৫ মিলিয়ন ডলার", 5e6, "USD"),
        ("২০০ কোটি ডলার", 2e9, "USD"),
        ("১,২৫০ ডলার", 1250, "USD"),
        ("১২,৩৪,৫৬৭ রুপি", 1234567, "INR"),
        ("$২৭ বিলিয়ন", 27e9, "USD"),
        ("৫০০ ইয়েন", 500, "JPY"),
        ("৪০ হাজার টন", 40000, ""),
        ("পঞ্চাশ সেনা", 50, ""),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "value", "currency"), [(lang, *row) for lang, rows in AMOUNTS.items() for row in rows]
)
def test_an_amount_has_its_value_and_its_currency(language, text, value, currency):
    (amount,) = [a for marked in notice(text, language) for a in marked.amounts]
    assert (amount.value, amount.currency) == (value, currency)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("hi", "व्यापार दोगुना होगा।", 2), ("bn", "বাণিজ্য দ্বিগুণ হবে।", 2), ("hi", "तिगुना", 3), ("bn", "তিন গুণ", 3)],
)
def test_a_multiple_is_told_from_a_count(language, text, value):
    (amount,) = [a for marked in notice(text, language) for a in marked.amounts if a.kind == "multiple"]
    assert amount.value == value


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("7", 7),
        ("1,250", 1250),
        ("1,250.5", 1250.5),
        ("12,34,567", 1234567),
        ("27,5", 27.5),
        ("2.5", 2.5),
        ("1.2.3", 1.23),
        ("0", 0),
    ],
)
def test_commas_and_points_of_a_number(digits, value):
    assert parse_number(digits) == value
