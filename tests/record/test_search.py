"""Search finds words in any script, whole, by their beginning and side by side, and says where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import METHOD, Reading, claim, party, reading

from elchi.model import Article
from elchi.model.persons import Joined, Meaning
from elchi.record.search_words import hits_in, terms_of

SENTENCES = {
    "hi1": ("भारत के विदेश मंत्री दिल्ली पहुँचे", "hi", "2023-01-01"),
    "hi2": ("की बात का क़लम", "hi", "2023-01-02"),
    "bn1": ("ভারতের র‍্যাব প্রধান ঢাকায় ১২,৫০০ জন", "bn", "2023-01-03"),
    "en1": ("Élysée palace: foreign minister met the minister, foreign", "en", "2023-01-04"),
    "en2": ("trade grew by 27.5 percent; foreign minister", "en", "2023-01-05"),
}


@pytest.fixture
def filled(record):
    for name, (text, language, day) in SENTENCES.items():
        told = claim(party("IND"), party("KAZ"), document=name, day=day, text=text,
                     language=language, source=f"outlet {name[:2]}")  # fmt: skip
        article = Article(id=name, text=text, language=language, source=f"outlet {name[:2]}")
        record.add(Reading(article, (told,)), METHOD)
    return record


def found(record, text, **more):
    return [hit.claim.claim.document for hit in record.search(text, **more).hits]


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("भारत", ["hi1"]),
        ("ভারত", ["bn1"]),
        ("কলম", []),
        ("क़लम", ["hi2"]),
        ("कलम", ["hi2"]),  # a nukta is often left out
        ("क", []),
        ("की", ["hi2"]),
        ("को", []),
        ("दल ल", []),
        ("র‍্যাব", ["bn1"]),
        ("র্যাব", ["bn1"]),
        ("12500", ["bn1"]),
        ("27.5", ["en2"]),
        ("275", []),
        ("27", []),
        ("FOREIGN MINISTER", ["en2", "en1"]),
        ('"foreign minister"', ["en2", "en1"]),
        ('"minister foreign"', ["en1"]),
        ('"minist"', []),
        ("minist", ["en2", "en1"]),
        ("min*", ["en2", "en1"]),
        ("mi*", ["en2", "en1"]),
        ("mi", []),
        ("foreign percent", ["en2"]),
        ("foreign palace percent", []),
        ("", ["en2", "en1", "bn1", "hi2", "hi1"]),
        ("!?;:", ["en2", "en1", "bn1", "hi2", "hi1"]),
        ('"unfinished OR NEAR( * ^ {words} : x', []),
        ("x' OR 1=1 --", []),
    ],
)
def test_words_are_found(filled, text, documents):
    assert found(filled, text) == documents


def test_this_spelling_only_finds_whole_words_as_they_are_typed(filled):
    assert found(filled, "भारत", exact=True) == ["hi1"]
    assert found(filled, "कलम", exact=True) == []
    assert found(filled, "क़लम", exact=True) == ["hi2"]
    assert found(filled, "ভারত", exact=True) == []
    assert found(filled, "Minister", exact=True) == []
    assert found(filled, "minist*", exact=True) == ["en2", "en1"]


def test_a_hit_says_where_its_words_stand_in_the_text_as_published(filled):
    (hit,) = filled.search("র‍্যাব ঢাকা").hits
    assert [hit.text[start:end] for start, end in hit.spans] == ["র‍্যাব", "ঢাকায়"]
    assert (hit.field, hit.start) == ("text", 0)
    assert hit.text == SENTENCES["bn1"][0]


def test_search_is_narrowed_by_what_the_claim_is(filled):
    assert found(filled, "", language="hi") == ["hi2", "hi1"]
    assert found(filled, "minister", source="outlet en", until="2023-01-04") == ["en1"]
    assert found(filled, "", since="2023-01-03", until="2023-01-04") == ["en1", "bn1"]
    assert found(filled, "minister", kind="event", type="CONSULT", entity="IND") == ["en2", "en1"]
    assert found(filled, "minister", kind="quote") == []
    assert found(filled, "minister", entity="UZB") == []


def test_entities_are_found_without_the_words_where_asked(filled):
    assert found(filled, "कज़ाख़स्तान", also=["KAZ"], limit=2) == ["en2", "en1"]
    (hit,) = filled.search("percent", also=["KAZ"], limit=1, offset=1).hits
    assert hit.spans == ()


def test_a_person_is_found_as_whoever_it_was_read(record):
    told = claim(party("IND"), party("x-modi", kind="person"), text="मोदी बोले")
    record.add(reading("मोदी बोले", "d1", [told]), METHOD)
    record.write_joined(Joined((Meaning("x-modi", "narendra-modi", "Narendra Modi"),)))
    assert found(record, "मोदी", entity="narendra-modi") == ["d1"]
    assert found(record, "मोदी", entity="x-modi") == []
    assert found(record, "none", also=["narendra-modi"]) == ["d1"]


def test_pages_totals_and_facets_agree(filled):
    page = filled.search("minister", limit=1)
    assert (len(page.hits), page.total, page.more, page.counted) == (1, 2, False, 2)
    assert [(f.value, f.count) for f in page.facets["language"]] == [("en", 2)]
    assert [(f.value, f.count) for f in page.facets["entity"]] == [("IND", 2), ("KAZ", 2)]
    assert [(f.value, f.count) for f in page.facets["year"]] == [("2023", 2)]
    assert [(f.value, f.count) for f in page.facets["source"]] == [("outlet en", 2)]
    assert found(filled, "minister", limit=1, offset=1) == ["en1"]
    assert filled.search("minister", limit=1, offset=5).hits == ()


def test_the_best_come_first_where_asked(filled):
    assert found(filled, "foreign", ranked=True)[0] == "en1"


def test_what_a_later_reading_replaced_is_not_found(filled):
    filled.add(reading("nothing", "en2", []), METHOD)
    assert found(filled, "minister") == ["en1"]


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=60))
def test_hits_are_ranges_of_the_text_that_hold_the_words(text):
    for start, end in hits_in(text, terms_of(text)):
        assert 0 <= start < end <= len(text)


@given(st.text(alphabet=st.sampled_from('कखकिभारत् ়্\u200dab. 1,০"*'), max_size=20))
def test_a_word_of_a_text_is_found_in_it(text):
    bare = text.replace('"', " ").replace("*", " ")
    assert not terms_of(bare) or hits_in(bare, terms_of(bare))
