"""Words that are names in company alone, and names that take no ending where words apart show the case."""

import pytest

from elchi.packs import languages, load_pack
from elchi.script import tokenise
from elchi.sentence import Scan


def named(text: str, language: str) -> list[str]:
    """The entities of the names in `text`."""
    scan = Scan(tokenise(text), load_pack(language))
    found, after = [], 0
    for place in range(len(scan)):
        hit = scan.name(place) if place >= after else None
        if hit is not None:
            found.append(hit.entities[0].id)
            after = hit.after
    return found


COMPANY = {
    "hi": [
        ("बाग में माली ने पेड़ लगाए।", []),
        ("माली के राष्ट्रपति ने इस्तीफा दिया।", ["MLI"]),  # a title
        ("बुर्किना फासो, माली में विरोध हुआ।", ["BFA", "MLI"]),  # a list
        ("पश्चिम अफ्रीका के माली में तख्तापलट हुआ।", ["MLI"]),  # a word near
        ("माले में बारिश हुई।", ["male"]),  # a place
        ("माले ने बिहार में रैली की।", []),
        ("चीनी मिल बंद हो गई।", []),
        ("चीनी का दाम बढ़ा।", []),
        ("चीनी राजदूत पहुंचे।", ["CHN"]),
        ("उसने चेक जमा किया।", []),
        ("चेक राष्ट्रपति प्राग लौटे।", ["CZE", "prague"]),
        ("पानी लाओ।", []),
        ("गिनी पिग पर शोध हुआ।", []),
    ],
    "bn": [
        ("ব্যাংকে চেক জমা দেন।", []),
        ("প্রধানমন্ত্রী চেক হস্তান্তর করেন।", []),
        ("চেক প্রেসিডেন্ট প্রাগে ফিরেছেন।", ["CZE", "prague"]),
        ("আকাশে চাঁদ উঠেছে।", []),
        ("চাঁদের পাহাড় বইটি পড়েছি।", []),
        ("চাদের প্রেসিডেন্ট পদত্যাগ করেছেন।", ["TCD"]),
        ("নাইজার, চাদ ও মালি চুক্তি করেছে।", ["NER", "TCD", "MLI"]),
        ("গায়ে চাদর জড়ানো ছিল।", []),
        ("বাগানের মালির সঙ্গে কথা হয়েছে।", []),
        ("তাস খেলতে বসেছে সবাই।", []),
        ("রুশ বার্তা সংস্থা তাস জানিয়েছে।", ["RUS", "tass"]),
        ("আল্লাহর দোহাই লাগে।", []),
        ("দোহায় বৈঠক হয়েছে।", ["doha"]),
        ("তাকে চিনতে পারিনি।", []),
        ("মাছের কাকার দোকান।", []),
        ("গাজায় হামলা হয়েছে।", ["gaza"]),
        ("এক কেজি গাঁজা উদ্ধার হয়েছে।", []),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "entities"), [(lang, *row) for lang, rows in COMPANY.items() for row in rows]
)
def test_a_common_word_is_a_name_only_in_company(language, text, entities):
    assert named(text, language) == entities


@pytest.mark.parametrize(
    "text", ["दुकान खुलने वाली है।", "राज्य की सीटों पर मतदान हुआ।", "इसने सबको चौंकाया।", "कबीर के दोहे पढ़े।"]
)
def test_a_hindi_name_has_no_plural_or_oblique(text):
    assert named(text, "hi") == []


@pytest.mark.parametrize(("text", "state"), [("अमेरिकियों ने मतदान किया।", "USA"), ("पाकिस्तानियों ने कहा।", "PAK")])
def test_a_hindi_name_of_a_people_has_a_plural(text, state):
    assert named(text, "hi") == [state]


def test_what_is_set_aside_is_restored_for_an_entity_that_is_certain():
    scan = Scan(tokenise("माली ने पेड़ लगाए।"), load_pack("hi"))
    assert scan.name(0) is None
    assert not scan.restore({"IND"})
    assert scan.restore({"MLI"})
    assert [e.id for e in scan.name(0).entities] == ["MLI"]
    assert not scan.doubtful


def test_a_word_that_is_never_a_name_is_not_restored():
    scan = Scan(tokenise("চাদর কেনা হয়েছে।"), load_pack("bn"))
    assert not scan.doubtful
    assert not scan.restore({"TCD"})


@pytest.mark.parametrize("language", languages())
def test_every_ambiguous_form_would_be_read_as_a_name(language):
    pack = load_pack(language)
    idle = [f for f in pack.ambiguous if not any(e.kind == "name" for e, _, _ in pack.lexicon.single(f))]
    assert idle == []


def test_the_last_of_several_words_may_be_one_letter_with_an_ending():
    assert named("ওয়াং ইর সঙ্গে কথা হয়েছে।", "bn") == ["wang-yi"]
