"""Names in Latin letters, and how alike names of different scripts sound."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.script import SAME, likeness, phones, romanise, same_sound, sound_key
from elchi.script.pinyin import readings, same_syllables


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("राजीव मोदी", "Rajiv Modi"),
        ("अटल बिहारी वाजपेयी", "Atal Bihari Vajpeyi"),
        ("सीता", "Sita"),
        ("राम", "Ram"),
        ("गौतम", "Gautam"),
        ("ज़फ़र", "Zafar"),
        ("মমতা", "Mamata"),
        ("রহিম", "Rahim"),
        ("করিম", "Karim"),
        ("হাসিনা", "Hasina"),
        ("Emmanuel Macron", "Emmanuel Macron"),
        ("Путин", "Putin"),
        ("", ""),
    ],
)
def test_a_name_has_a_readable_latin_form(name, latin):
    assert romanise(name) == latin


@given(st.text(st.characters(min_codepoint=0x0900, max_codepoint=0x09FF, exclude_categories=["Cn"]), max_size=20))
def test_a_latin_form_has_no_letters_of_the_other_script(name):
    assert romanise(name).isascii()


PAIRS = [
    ("व्लादिमीर पुतिन", "Vladimir Putin"),
    ("नरेंद्र मोदी", "নরেন্দ্র মোদি"),
    ("शेख हसीना", "শেখ হাসিনা"),
    ("शी चिनफिंग", "Xi Jinping"),
    ("শি জিনপিং", "Xi Jinping"),
    ("सर्गेई लावरोव", "সের্গেই লাভরভ"),
    ("इमैनुएल मैक्रों", "Emmanuel Macron"),
    ("एस. जयशंकर", "এস. জয়শঙ্কর"),
    ("Токаев", "तोकायेव"),
    ("अस्ताना", "আস্তানা"),
    ("Bishkek", "বিশকেক"),
    ("ताशकंद", "তাশখন্দ"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_one_name_in_two_scripts_sounds_the_same(one, other):
    assert same_sound(one, other) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("व्लादिमीर पुतिन", "Volodymyr Zelensky"),
        ("नरेंद्र मोदी", "রাহুল গান্ধী"),
        ("शेख हसीना", "খালেদা জিয়া"),
        ("ताशकंद", "আস্তানা"),
        ("काबुल", "কাঠমান্ডু"),
        ("सर्गेई लावरोव", "সের্গেই শোইগু"),
        ("जो बाइडन", "বরিস জনসন"),
        ("Astana", "Ankara"),
        ("ईरान", "ইতালি"),
    ],
)
def test_other_names_do_not(one, other):
    assert same_sound(one, other) < SAME


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_lies_between_nought_and_one_and_has_no_direction(one, other):
    assert 0 <= same_sound(one, other) <= 1
    assert same_sound(one, other) == same_sound(other, one)


@given(st.text(max_size=30))
def test_a_sound_key_is_lower_latin_letters(name):
    assert all(c in "abcdefghijklmnopqrstuvwxyz " for c in sound_key(name))


CHINESE = [
    ["शी चिनफिंग", "शी जिनपिंग", "শি জিনপিং", "Си Цзиньпин", "Xi Jinping", "习近平"],
    ["वांग यी", "ওয়াং ই", "Ван И", "Wang Yi", "王毅"],
    ["ली छ्यांग", "Li Qiang", "Ли Цян"],
    ["हू चिन्थाओ", "হু জিনতাও", "Ху Цзиньтао", "Hu Jintao"],
    ["क्वांगचो", "Гуанчжоу", "Guangzhou", "গুয়াংঝো"],
]


@pytest.mark.parametrize("spellings", CHINESE)
def test_chinese_names_are_one_by_their_syllables(spellings):
    assert all(same_syllables(one, other) for one in spellings for other in spellings)


@pytest.mark.parametrize(("one", "other"), [("Xi Jinping", "Xi Zhongxun"), ("वांग यी", "Wang Wei"), ("Ли", "Li")])
def test_other_syllables_or_a_single_one_are_not(one, other):
    assert not same_syllables(one, other)


@given(st.text(max_size=30))
def test_reading_syllables_never_fails_and_never_grows_without_bound(name):
    assert len(readings(name)) <= 64


@pytest.mark.parametrize("name", ["ОченьДлинноеИмя" * 20, "zhongzhongzhong" * 10, "शी" * 50])
def test_a_long_run_of_letters_is_bounded(name):
    assert len(phones(name).symbols) <= 60
    assert len(readings(name)) <= 64


def test_likeness_shows_which_sounds_stand_against_which():
    found = likeness("Путин", "पुतिन")
    assert [(x, y) for x, y, _odds in found.pieces][:2] == [("п", "प"), ("у", "ु")]
    assert found.odds == pytest.approx(sum(odds for *_, odds in found.pieces))


@pytest.mark.parametrize("name", ["Harappa", "হরপ্পা", "मिन्ना"])
def test_a_doubled_letter_is_one_sound(name):
    symbols = phones(name).symbols
    assert all(one != other for one, other in pairwise(symbols))
    assert not set(symbols) & {"্", "्"}


def test_a_script_without_odds_of_its_own_is_romanised():
    assert phones("Αθήνα").script == "Latn"
    assert same_sound("Αθήνα", "Athina") >= SAME
