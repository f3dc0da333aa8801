"""Numbers of all scripts come to one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.stories.anchors import AnchorReader
from elchi.stories.numbers import plain_number, scaled


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("27", "27"),
        ("२७", "27"),
        ("২৭", "27"),
        ("٢٧", "27"),
        ("1,250", "1250"),
        ("1.250", "1250"),
        ("12 500", "12500"),
        ("12,34,567", "1234567"),
        ("৩.৪", "3.4"),
        ("3,4", "3.4"),
        ("3.40", "3.4"),
        ("1,250.75", "1250.75"),
        ("007", "7"),
        ("0", "0"),
        ("0.5", "0.5"),
        ("10.12.2024", "10122024"),
    ],
)
def test_a_number_as_written_comes_to_its_plain_form(written, plain):
    assert plain_number(written) == plain


@pytest.mark.parametrize(
    ("number", "exponent", "value"),
    [("1.5", 6, "1500000"), ("15", 5, "1500000"), ("3.4", 9, "3400000000"), ("0.25", 1, "2.5"), ("0", 3, "0")],
)
def test_a_scale_word_moves_the_point(number, exponent, value):
    assert scaled(number, exponent) == value


@given(st.integers(0, 10**12), st.integers(0, 12))
def test_scaling_is_multiplication(number, exponent):
    assert scaled(str(number), exponent) == str(number * 10**exponent)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "1.5 million"),
        ("hi", "15 लाख"),
        ("bn", "১৫ লাখ"),
        ("ru", "1,5 миллиона"),
        ("zh", "150万人"),
        ("tr", "1,5 milyon"),
        ("ar", "١٫٥ مليون"),
    ],
)
def test_one_value_has_one_anchor_in_all_languages(language, text):
    anchors, _ = AnchorReader(language).read(text)
    assert "n:1500000" in {anchor.key for anchor in anchors}
