"""Parties as written: in which role, bound to which state, and where their names end."""

import pytest
from noticing import named, parties

from elchi.model.mention import PartyKind

ROLES = {
    "hi": [
        ("भारत ने बैठक की।", "IND", "agent"),
        ("रूस को निमंत्रण मिला।", "RUS", "recipient"),
        ("चीन से बातचीत हुई।", "CHN", "source"),
        ("ईरान के साथ समझौता हुआ।", "IRN", "comitative"),
        ("जापान का प्रस्ताव आया।", "JPN", "genitive"),
        ("नेपाल में बैठक हुई।", "NPL", "place"),
        ("इराक पर हमला हुआ।", "IRQ", "on"),
        ("अमेरिका के खिलाफ प्रदर्शन हुए।", "USA", "against"),
        ("फ्रांस के प्रति आभार जताया गया।", "FRA", "towards"),
        ("मिस्र द्वारा प्रस्ताव रखा गया।", "EGY", "passive_agent"),
        ("तुर्की की ओर से प्रस्ताव आया।", "TUR", "on_behalf"),
        ("कतर के लिए विमान रवाना हुआ।", "QAT", "purpose"),
        ("ओमान के जरिए संदेश भेजा गया।", "OMN", "via"),
        ("कनाडा के बारे में बात हुई।", "CAN", "about"),
        ("भारत बैठक करेगा।", "IND", ""),
    ],
    "bn": [
        ("রাশিয়াকে আমন্ত্রণ জানানো হয়েছে।", "RUS", "recipient"),
        ("চীন থেকে বার্তা এসেছে।", "CHN", "source"),
        ("ইরানের সঙ্গে চুক্তি হয়েছে।", "IRN", "comitative"),
        ("ইরানের সাথে চুক্তি হয়েছে।", "IRN", "comitative"),
        ("জাপানের প্রস্তাব এসেছে।", "JPN", "genitive"),
        ("নেপালে বৈঠক হয়েছে।", "NPL", "place"),
        ("যুক্তরাষ্ট্রের বিরুদ্ধে বিক্ষোভ হয়েছে।", "USA", "against"),
        ("ফ্রান্সের প্রতি কৃতজ্ঞতা জানানো হয়েছে।", "FRA", "towards"),
        ("তুরস্কের পক্ষ থেকে প্রস্তাব এসেছে।", "TUR", "on_behalf"),
        ("কাতারের জন্য ত্রাণ পাঠানো হয়েছে।", "QAT", "purpose"),
        ("ওমানের মাধ্যমে বার্তা পাঠানো হয়েছে।", "OMN", "via"),
        ("কানাডা সম্পর্কে কথা হয়েছে।", "CAN", "about"),
        ("ভারত বৈঠক করবে।", "IND", ""),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "entity", "role"), [(lang, *row) for lang, rows in ROLES.items() for row in rows]
)
def test_markers_and_endings_show_the_role(language, text, entity, role):
    assert [(named(p), p.role) for p in parties(text, language) if p.kind is PartyKind.NAME] == [(entity, role)]


COORDINATED = {
    "hi": [
        ("भारत और रूस ने बैठक की।", ["IND", "RUS"], "agent"),
        ("भारत, रूस और चीन के साथ बैठक हुई।", ["IND", "RUS", "CHN"], "comitative"),
        ("भारत तथा रूस के बीच वार्ता हुई।", ["IND", "RUS"], "between"),
        ("भारत-रूस के बीच वार्ता हुई।", ["IND", "RUS"], "between"),
    ],
    "bn": [
        ("ভারত ও রাশিয়াকে আমন্ত্রণ জানানো হয়েছে।", ["IND", "RUS"], "recipient"),
        ("ভারত, রাশিয়া ও চীনের সঙ্গে বৈঠক হয়েছে।", ["IND", "RUS", "CHN"], "comitative"),
        ("ভারত এবং রাশিয়ার মধ্যে আলোচনা হয়েছে।", ["IND", "RUS"], "between"),
        ("ভারত-রাশিয়ার মধ্যে আলোচনা হয়েছে।", ["IND", "RUS"], "between"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "entities", "role"), [(lang, *row) for lang, rows in COORDINATED.items() for row in rows]
)
def test_coordinated_names_share_the_last_ones_role(language, text, entities, role):
    found = parties(text, language)
    assert [named(p) for p in found] == entities
    assert {p.role for p in found} == {role}
    assert len({p.link for p in found}) == 1
    assert found[0].link


APART = {
    "hi": "भारत ने रूस से बातचीत की और चीन ने ईरान को मदद दी।",
    "bn": "ভারত রাশিয়াকে আমন্ত্রণ জানিয়েছে এবং চীন ইরানকে সাহায্য দিয়েছে।",
}


@pytest.mark.parametrize(("language", "text"), APART.items())
def test_names_of_two_clauses_are_not_coordinated(language, text):
    found = parties(text, language)
    assert [named(p) for p in found] == ["IND", "RUS", "CHN", "IRN"]
    assert {p.link for p in found} == {0}


OFFICIALS = {
    "hi": [
        ("रूस के विदेश मंत्री ने बैठक की।", "RUS", "foreign_minister", ""),
        ("रूसी विदेश मंत्री ने बैठक की।", "RUS", "foreign_minister", ""),
        ("रूस के विदेश मंत्री सर्गेई लावरोव ने बैठक की।", "RUS", "foreign_minister", "Sergey Lavrov"),
        ("रूस के पूर्व राष्ट्रपति दिमित्री मेदवेदेव ने बैठक की।", "RUS", "president", "Dmitry Medvedev"),
        ("फ्रांस की राष्ट्रपति ने बैठक की।", "FRA", "president", ""),
    ],
    "bn": [
        ("রাশিয়ার পররাষ্ট্রমন্ত্রী বৈঠক করেছেন।", "RUS", "foreign_minister", ""),
        ("রুশ পররাষ্ট্রমন্ত্রী বৈঠক করেছেন।", "RUS", "foreign_minister", ""),
        ("রাশিয়ার পররাষ্ট্রমন্ত্রী সের্গেই লাভরভ বৈঠক করেছেন।", "RUS", "foreign_minister", "Sergey Lavrov"),
        ("রাশিয়ার সাবেক প্রেসিডেন্ট দিমিত্রি মেদভেদেভ বৈঠক করেছেন।", "RUS", "president", "Dmitry Medvedev"),
        ("ফ্রান্সের প্রেসিডেন্ট বৈঠক করেছেন।", "FRA", "president", ""),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "state", "office", "person"),
    [(lang, *row) for lang, rows in OFFICIALS.items() for row in rows],
)
def test_an_official_is_bound_to_the_state_before_the_title(language, text, state, office, person):
    (found,) = parties(text, language)
    assert ([e.id for e in found.owner], found.office, found.person) == ([state], office, person)


MODIFIERS = {
    "hi": [
        ("भारत के पूर्व प्रधानमंत्री ने कहा।", "former"),
        ("भारत के कार्यवाहक प्रधानमंत्री ने कहा।", "acting"),
        ("भारत के तत्कालीन प्रधानमंत्री ने कहा।", "then"),
    ],
    "bn": [
        ("ভারতের সাবেক প্রধানমন্ত্রী বলেছেন।", "former"),
        ("ভারতের ভারপ্রাপ্ত প্রধানমন্ত্রী বলেছেন।", "acting"),
        ("ভারতের তৎকালীন প্রধানমন্ত্রী বলেছেন।", "then"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "modifier"), [(lang, *row) for lang, rows in MODIFIERS.items() for row in rows]
)
def test_a_title_keeps_what_stands_before_it(language, text, modifier):
    (found,) = parties(text, language)
    assert (found.office, found.modifiers) == ("prime_minister", (modifier,))


POSTED = {
    "hi": ["पाकिस्तान में भारत के राजदूत ने कहा।", "पाकिस्तान में भारतीय राजदूत ने कहा।"],
    "bn": ["পাকিস্তানে নিযুক্ত ভারতের রাষ্ট্রদূত বলেছেন।", "পাকিস্তানে ভারতীয় রাষ্ট্রদূত বলেছেন।"],
}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, rows in POSTED.items() for text in rows])
def test_a_posted_diplomat_has_a_sender_and_a_host(language, text):
    (found,) = parties(text, language)
    assert ([e.id for e in found.owner], [e.id for e in found.host], found.office) == (["IND"], ["PAK"], "ambassador")


SUBORDINATES = {
    "hi": "रूस के राष्ट्रपति व्लादिमीर पुतिन के विशेष दूत ने बैठक की।",
    "bn": "রাশিয়ার প্রেসিডেন্ট ভ্লাদিমির পুতিনের বিশেষ দূত বৈঠক করেছেন।",
}


@pytest.mark.parametrize(("language", "text"), SUBORDINATES.items())
def test_the_official_of_an_official_acts_for_the_same_state(language, text):
    found = parties(text, language)[-1]
    assert ([e.id for e in found.owner], found.office, found.person) == (["RUS"], "special_envoy", "")


UNKNOWN = {
    "hi": [
        ("फ्रांस के विदेश मंत्री ज्यां-क्लोद बेरनूली ने बैठक की।", "ज्यां-क्लोद बेरनूली"),
        ("नेपाल के विदेश मंत्री रामकृष्ण ढुंगेल ने सोमवार को बैठक की।", "रामकृष्ण ढुंगेल"),
        ("नेपाल के विदेश मंत्री रामकृष्ण ढुंगेल से मुलाकात हुई।", "रामकृष्ण ढुंगेल"),
        ("नेपाल के विदेश मंत्री डॉ. रामकृष्ण ढुंगेल ने बैठक की।", "रामकृष्ण ढुंगेल"),
        ("नेपाल के विदेश मंत्री रामकृष्ण ढुंगेल और भारत के विदेश सचिव ने बैठक की।", "रामकृष्ण ढुंगेल"),
        ("नेपाल के विदेश मंत्री आर. के. ढुंगेल ने बैठक की।", "आर. के. ढुंगेल"),
    ],
    "bn": [
        ("ফ্রান্সের পররাষ্ট্রমন্ত্রী জঁ-ক্লোদ বেরনুলি বৈঠক করেছেন।", "জঁ-ক্লোদ বেরনুলি"),
        ("নেপালের পররাষ্ট্রমন্ত্রী রামকৃষ্ণ ঢুঙ্গেল সোমবার বৈঠক করেছেন।", "রামকৃষ্ণ ঢুঙ্গেল"),
        ("নেপালের পররাষ্ট্রমন্ত্রী রামকৃষ্ণ ঢুঙ্গেলের সঙ্গে বৈঠক হয়েছে।", "রামকৃষ্ণ ঢুঙ্গেল"),
        ("নেপালের পররাষ্ট্রমন্ত্রী ড. রামকৃষ্ণ ঢুঙ্গেল বৈঠক করেছেন।", "রামকৃষ্ণ ঢুঙ্গেল"),
        ("নেপালের পররাষ্ট্রমন্ত্রী রামকৃষ্ণ ঢুঙ্গেল ও ভারতের পররাষ্ট্রসচিব বৈঠক করেছেন।", "রামকৃষ্ণ ঢুঙ্গেল"),
        ("নেপালের পররাষ্ট্রমন্ত্রী আর. কে. ঢুঙ্গেল বৈঠক করেছেন।", "আর. কে. ঢুঙ্গেল"),
    ],
}


@pytest.mark.parametrize(("language", "text", "name"), [(lang, *row) for lang, rows in UNKNOWN.items() for row in rows])
def test_an_unknown_name_begins_after_the_title_and_ends_before_the_next_word(language, text, name):
    found = parties(text, language)[0]
    start, end = found.person_span
    assert text[start:end].startswith(name)
    assert len(text[start:end]) - len(name) <= len("ের")
    assert found.office == "foreign_minister"


AGAIN = {
    "hi": "नेपाल के विदेश मंत्री रामकृष्ण ढुंगेल ने बैठक की। ढुंगेल ने शांति की अपील की।",
    "bn": "নেপালের পররাষ্ট্রমন্ত্রী রামকৃষ্ণ ঢুঙ্গেল বৈঠক করেছেন। ঢুঙ্গেল শান্তির আহ্বান জানিয়েছেন।",
}


@pytest.mark.parametrize(("language", "text"), AGAIN.items())
def test_a_person_once_introduced_is_known_by_the_surname(language, text):
    first, second = parties(text, language)
    assert first.person == second.person
    assert second.kind is PartyKind.PERSON


DESCRIPTIONS = {
    "hi": [
        ("दोनों देशों ने समझौता किया।", "both_states"),
        ("उन्होंने बैठक की।", "he"),
        ("दोनों नेताओं ने चर्चा की।", "both_leaders"),
    ],
    "bn": [
        ("দুই দেশ চুক্তি করেছে।", "both_states"),
        ("তিনি বৈঠক করেছেন।", "he"),
        ("দুই নেতা আলোচনা করেছেন।", "both_leaders"),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "kind"), [(lang, *row) for lang, rows in DESCRIPTIONS.items() for row in rows]
)
def test_words_that_stand_for_parties_are_descriptions(language, text, kind):
    assert [named(p) for p in parties(text, language)] == [kind]


NOBODY = {
    "hi": ["आज मौसम अच्छा है।", "किसानों ने फसल काटी।", "बाजार में तेजी रही।"],
    "bn": ["আজ আবহাওয়া ভালো।", "কৃষকেরা ফসল কেটেছেন।", "বাজারে তেজি ভাব ছিল।"],
}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, rows in NOBODY.items() for text in rows])
def test_ordinary_words_are_no_parties(language, text):
    assert parties(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"), [(lang, row[0]) for lang, rows in (ROLES | OFFICIALS).items() for row in rows]
)
def test_a_party_says_where_it_stands_in_the_raw_text(language, text):
    for party in parties(text, language):
        assert 0 <= party.start < party.end <= len(text)
        assert text[party.start : party.end].strip() == text[party.start : party.end]
