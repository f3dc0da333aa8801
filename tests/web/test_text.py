"""Words of articles on a page: harmless, bounded, in their direction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup import parse

from elchi.web.text import address, direction, language_tag, one_line, safe_link, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("नमस्ते", "ltr"),
        ("السلام", "rtl"),
        ("2024 שלום", "rtl"),
        ("", "ltr"),
        ("123", "ltr"),
        ("Kazakhstan قازاق", "ltr"),
    ],
)
def test_the_first_letter_with_a_direction_tells_it(text, expected):
    assert direction(text) == expected


@pytest.mark.parametrize(("code", "tag"), [
    ("hi", "hi"), ("zh-Hant-TW", "zh-Hant-TW"), ("", "und"), (None, "und"), ('hi" onclick="x', "und"),
    ("a" * 50, "und"),
])  # fmt: skip
def test_only_a_language_tag_becomes_one(code, tag):
    assert language_tag(code) == tag


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=c", True), ("http://example.org", True), ("HTTPS://EXAMPLE.ORG", True),
        ("javascript:alert(1)", False), ("JaVaScRiPt:alert(1)", False), (" javascript:alert(1)", False),
        ("data:text/html,x", False), ("//example.org", False), ("https:///nohost", False), ("vbscript:x", False),
        ("https://exa\nmple.org", False), ("https://[", False), ("", False), (None, False),
        ("https://a/" + "x" * 3000, False),
        ("file:///etc/passwd", False), ("\x01https://example.org", False),
    ],
)  # fmt: skip
def test_only_an_address_of_the_web_is_linked(url, kept):
    assert safe_link(url) == (url if kept else None)


@given(st.text(max_size=200), st.text(max_size=20))
def test_any_text_stays_text(text, language):
    tree = parse(str(told(text, language)))
    assert [node.tag for node in tree.all()] == ["bdi"]
    assert tree.text == one_line(text)


@given(st.text(max_size=3000), st.integers(1, 100))
def test_a_line_is_one_line_and_never_longer_than_asked(text, most):
    line = one_line(text, most)
    assert "\n" not in line
    assert len(line) <= most * 10 + 2  # a control character is written out in ten characters at most


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=3))
def test_a_path_keeps_its_parts_apart(parts):
    from urllib.parse import unquote  # noqa: PLC0415

    path = address(*(part.encode("utf-8", "ignore").decode() or "x" for part in parts))
    assert path.isascii()
    assert [unquote(part) for part in path.split("/")[1:]] == [
        p.encode("utf-8", "ignore").decode() or "x" for p in parts
    ]
