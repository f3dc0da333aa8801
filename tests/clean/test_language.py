"""Which language an article is written in, decided once."""

import pytest

from elchi.clean import detect_language
from elchi.errors import ElchiError, EmptyInputError, LanguageError
from elchi.model import Article
from elchi.pipeline import read_claims

HINDI = "भारत और रूस के विदेश मंत्रियों ने सोमवार को मॉस्को में बैठक की और आपसी संबंधों पर चर्चा की।"
BENGALI = "ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রী সোমবার মস্কোয় বৈঠক করেছেন এবং দ্বিপক্ষীয় সম্পর্ক নিয়ে আলোচনা করেছেন।"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (HINDI, "hi"),
        (BENGALI, "bn"),
        ("भारत ने कहा।", "hi"),
        ("ভারত বলেছে।", "bn"),
        ("The foreign ministers of India and Russia met in Moscow on Monday and discussed relations.", "en"),
        (f"{HINDI} https://example.org/a/very/long/address?of=a&page=with&many=latin&letters=in&it", "hi"),
        (f"{BENGALI} (Reuters, AFP)", "bn"),
        (f"Advertisement\n\n{HINDI}\n\nRead more", "hi"),
        (f"\x00\x07{BENGALI}", "bn"),
    ],
)
def test_an_article_is_read_in_its_own_language(text, language):
    assert detect_language("a", text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Die Außenminister von Indien und Russland trafen sich am Montag in Moskau und sprachen über die Beziehungen.",
        "Министры иностранных дел Индии и России провели в понедельник встречу в Москве.",
        "भारत र नेपालका परराष्ट्रमन्त्रीले सोमबार काठमाडौंमा भेटवार्ता गरेका छन् र दुई देशबीचको सम्बन्धबारे छलफल गरेका छन्।",
        "印度和俄罗斯外长周一在莫斯科举行会谈，讨论双边关系。",
    ],
)
def test_a_language_without_a_pack_is_an_error_that_leads_out(text):
    with pytest.raises(LanguageError, match=r"elchi reads bn, en, hi .*--language"):
        detect_language("a", text)


@pytest.mark.parametrize("text", ["", " \n", "12 34", "।। !!", "\u200d"])
def test_a_text_without_letters_is_empty(text):
    with pytest.raises(EmptyInputError):
        detect_language("a", text)


def test_an_unknown_language_that_the_caller_names_is_an_error():
    with pytest.raises(LanguageError, match="no language pack for 'xx'"):
        read_claims(Article("a", HINDI, language="xx"))


@pytest.mark.parametrize(("text", "language"), [(HINDI, "hi-IN"), (BENGALI, "bn-BD"), (HINDI, "HI"), (BENGALI, "bn")])
def test_a_tag_with_a_region_is_read_and_kept(text, language):
    reading = read_claims(Article("a", text, language=language))
    assert reading.article.language == language
    assert reading.claims


def test_the_language_that_is_found_is_filled_in():
    assert read_claims(Article("a", BENGALI)).article.language == "bn"


@pytest.mark.parametrize(
    ("text", "language"),
    [("", "hi"), ("\n\n", "bn"), ("विज्ञापन", "hi"), ("বিজ্ঞাপন\n\nবিজ্ঞাপন", "bn"), ("https://example.org", "hi")],
)
def test_an_article_of_nothing_but_furniture_is_an_error_of_elchi(text, language):
    with pytest.raises(ElchiError):
        read_claims(Article("a", text, language=language))
