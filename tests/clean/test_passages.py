"""An article cut into passages: sentences, and the furniture of its page apart."""

import itertools

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from elchi.clean import clean_article
from elchi.model import TITLE, Article, PassageKind
from elchi.packs import load_pack

BODY, HEADLINE, FURNITURE = PassageKind.BODY, PassageKind.HEADLINE, PassageKind.FURNITURE
CAPTION, CREDIT, REPEAT = PassageKind.CAPTION, PassageKind.CREDIT, PassageKind.REPEAT


def cut(text, language, title=None):
    article = Article("a", text, title=title)
    return [(p.kind, article.field_text(p.field)[p.start : p.end]) for p in clean_article(article, load_pack(language))]


def sentences(text, language):
    return [words for kind, words in cut(text, language) if kind in {BODY, HEADLINE}]


SPLITS = {
    "hi": [
        ["भारत ने बैठक की।", "रूस ने बात की।"],
        ["क्या भारत जाएगा?", "हाँ!", "वह जाएगा।"],
        ["भारत ने बैठक की.", "रूस ने बात की."],
        ["विदेश मंत्री एस. जयशंकर ने बैठक की।", "रूस ने बात की।"],
        ["डॉ. मनमोहन सिंह ने बैठक की।", "श्री. वाजपेयी ने बात की।"],
        ["ए.पी.जे. अब्दुल कलाम ने बैठक की।"],
        ["व्यापार 27.5 अरब डॉलर का है।", "यह 2.1 प्रतिशत बढ़ा।"],
        ["मंत्री ने कहा, “हम शांति चाहते हैं।”", "बैठक आज हुई।"],
        ["मंत्री ने कहा, 'हम शांति चाहते हैं।'", "बैठक आज हुई।"],
        ["बैठक हुई (सोमवार को)।", "बात बनी।"],
        ["बैठक हुई।।", "बात बनी।"],
        ["भारत ने बैठक की"],
    ],
    "bn": [
        ["ভারত বৈঠক করেছে।", "রাশিয়া কথা বলেছে।"],
        ["ভারত কি যাবে?", "হ্যাঁ!", "সে যাবে।"],
        ["ভারত বৈঠক করেছে.", "রাশিয়া কথা বলেছে."],
        ["পররাষ্ট্রমন্ত্রী এস. জয়শঙ্কর বৈঠক করেছেন।", "রাশিয়া কথা বলেছে।"],
        ["ড. মুহাম্মদ ইউনূস বৈঠক করেছেন।", "মো. তৌহিদ হোসেন কথা বলেছেন।"],
        ["এ.কে. আব্দুল মোমেন বৈঠক করেছেন।"],
        ["বাণিজ্য ২৭.৫ বিলিয়ন ডলার।", "তা ২.১ শতাংশ বেড়েছে।"],
        ["মন্ত্রী বলেন, “আমরা শান্তি চাই।”", "বৈঠক আজ হয়েছে।"],
        ["মন্ত্রী বলেন, ‘আমরা শান্তি চাই।’", "বৈঠক আজ হয়েছে।"],
        ["বৈঠক হয়েছে (সোমবার)।", "কথা হয়েছে।"],
        ["বৈঠক হয়েছে।।", "কথা হয়েছে।"],
        ["ভারত বৈঠক করেছে"],
    ],
}


@pytest.mark.parametrize(("language", "parts"), [(lang, row) for lang, rows in SPLITS.items() for row in rows])
@pytest.mark.parametrize("between", [" ", "  "])
def test_a_line_is_split_where_its_sentences_end(language, parts, between):
    assert sentences(between.join(parts), language) == parts


LEADS = {
    "hi": "भारत और रूस के विदेश मंत्रियों ने सोमवार को मॉस्को में बैठक की।",
    "bn": "ভারত ও রাশিয়ার পররাষ্ট্রমন্ত্রী সোমবার মস্কোয় বৈঠক করেছেন।",
}
LINES = {
    "hi": [
        ("विज्ञापन", FURNITURE),
        ("Advertisement", FURNITURE),
        ("यह भी पढ़ें: चीन और जापान के बीच नया विवाद", FURNITURE),
        ("ये भी पढ़ें- चीन और जापान के बीच नया विवाद", FURNITURE),
        ("टिप्पणियां", FURNITURE),
        ("शेयर करें", FURNITURE),
        ("https://example.org/news/12", FURNITURE),
        ("***", FURNITURE),
        ("फोटो: रॉयटर्स", CAPTION),
        ("साभार: पीटीआई", CREDIT),
        ("स्रोत: एएफपी", CREDIT),
        ("(एजेंसी)", CREDIT),
    ],
    "bn": [
        ("বিজ্ঞাপন", FURNITURE),
        ("Advertisement", FURNITURE),
        ("আরও পড়ুন: চীন ও জাপানের মধ্যে নতুন বিরোধ", FURNITURE),
        ("আরো পড়ুন", FURNITURE),
        ("মন্তব্য করুন", FURNITURE),
        ("শেয়ার করুন", FURNITURE),
        ("https://example.org/news/12", FURNITURE),
        ("***", FURNITURE),
        ("ছবি: রয়টার্স", CAPTION),
        ("সৌজন্যে: এএফপি", CREDIT),
        ("সূত্র: এএফপি", CREDIT),
    ],
}


@pytest.mark.parametrize(("language", "line", "kind"), [(lang, *row) for lang, rows in LINES.items() for row in rows])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_of_the_page_is_told_from_the_report(language, line, kind, end):
    found = cut(f"{LEADS[language]}{end}{end}{line}{end}{LEADS[language]} ", language)
    assert (kind, line) in found
    assert (BODY, LEADS[language]) in found


DISCLAIMERS = {
    "hi": "(यह खबर सिंडिकेट फीड से सीधे प्रकाशित की गई है। इसे संपादित नहीं किया है।)",
    "bn": "এই ওয়েবসাইটের কোনো লেখা অনুমতি ছাড়া ব্যবহার করা যাবে না",
}


@pytest.mark.parametrize(("language", "line"), DISCLAIMERS.items())
def test_a_disclaimer_is_furniture(language, line):
    kinds = {kind for kind, words in cut(f"{LEADS[language]}\n{line}", language) if words in line}
    assert kinds <= {FURNITURE, CREDIT}
    assert kinds


SENTENCES = {
    "hi": [
        "रॉयटर्स के अनुसार दोनों देशों के बीच बातचीत हुई।",
        "विज्ञापन उद्योग पर भारत और रूस ने समझौता किया।",
        "मंत्री ने फोटो प्रदर्शनी का उद्घाटन किया।",
    ],
    "bn": [
        "রয়টার্স জানিয়েছে, দুই দেশের মধ্যে আলোচনা হয়েছে।",
        "বিজ্ঞাপন শিল্প নিয়ে ভারত ও রাশিয়া চুক্তি করেছে।",
        "মন্ত্রী ছবি প্রদর্শনীর উদ্বোধন করেছেন।",
    ],
}


@pytest.mark.parametrize(("language", "line"), [(lang, line) for lang, rows in SENTENCES.items() for line in rows])
def test_a_sentence_with_a_word_of_furniture_is_still_a_sentence(language, line):
    assert (BODY, line) in cut(f"{LEADS[language]}\n{line}", language)


TITLES = {"hi": "भारत और रूस में नई बातचीत", "bn": "ভারত ও রাশিয়ার নতুন আলোচনা"}


@pytest.mark.parametrize("language", TITLES)
def test_a_title_of_its_own_comes_first(language):
    article = Article("a", LEADS[language], title=TITLES[language])
    first, *_rest = clean_article(article, load_pack(language))
    assert (first.field, first.kind, article.title[first.start : first.end]) == (TITLE, HEADLINE, TITLES[language])


@pytest.mark.parametrize("language", TITLES)
def test_a_short_first_line_without_an_end_is_the_headline(language):
    assert cut(f"{TITLES[language]}\n\n{LEADS[language]}", language)[0] == (HEADLINE, TITLES[language])


@pytest.mark.parametrize("language", LEADS)
def test_a_lead_printed_twice_is_read_once(language):
    lead = LEADS[language]
    assert [kind for kind, words in cut(f"{lead}\n\n{lead}", language) if words == lead] == [BODY, REPEAT]


@pytest.mark.parametrize("language", LEADS)
def test_a_lead_torn_off_and_printed_whole_later_is_read_once(language):
    lead = LEADS[language]
    found = cut(f"{TITLES[language]}\n{lead[:-8]}\n{lead}", language)
    assert [words for kind, words in found if kind is BODY] == [lead]


ANY = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0900, max_codepoint=0x09FF),
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(" \n\r\t\u2028।.?!\"'“”‘’()|*-1২"),
    ),
    max_size=200,
)
PIECES = st.lists(
    st.sampled_from(
        [
            *LEADS.values(),
            *TITLES.values(),
            *(row[0] for rows in LINES.values() for row in rows),
            "\n",
            " ",
            "।",
            ".",
            '"',
            "\u200d",
        ]
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize("language", LEADS)
@given(text=ANY | PIECES)
def test_passages_are_ranges_in_order_and_every_letter_lies_in_one(language, text):
    passages = clean_article(Article("a", text), load_pack(language))
    ranges = [(p.start, p.end) for p in passages]
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(ranges))
    covered = {place for start, end in ranges for place in range(start, end)}
    assert {found.start() for found in regex.finditer(r"[\p{L}\p{M}\p{Nd}]", text)} <= covered
