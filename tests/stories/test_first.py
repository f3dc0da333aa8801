"""Who was first: by day, by links, by whom the text credits."""

import pytest

from elchi.model import Article
from elchi.stories import fingerprint
from elchi.stories.first import first_of

TEXT = "Talks were held in Astana on 12 May."
EARLY = Article("early", TEXT, published="2026-03-03", source="TASS", url="https://tass.com/world/1234567")


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        (Article("late", TEXT, published="2026-03-05"), "by day of publication"),
        (Article("late", TEXT, published="2026-03-03", source="X"), ""),
        (Article("late", f"{TEXT} https://tass.com/world/1234567", published="2026-03-03"), "names its address"),
        (Article("late", f"{TEXT} (TASS)", source="Daily News"), "credits TASS"),
        (Article("late", f"{TEXT} (ТАСС)", source="Новости", language="ru"), "credits TASS"),
    ],
)
def test_the_earlier_article_and_why(later, reason):
    early, why = first_of(fingerprint(EARLY), fingerprint(later))
    assert (early, why) == first_of(fingerprint(later), fingerprint(EARLY))
    assert early == ("early" if reason else None)
    assert reason in why


def test_of_two_that_credit_one_agency_neither_is_known_to_be_first():
    one, other = (fingerprint(Article(name, f"{TEXT} (TASS)", source=name)) for name in ("One", "Other"))
    assert first_of(one, other) == (None, "")
    assert one.agencies == other.agencies == ("tass",)
