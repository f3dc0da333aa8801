"""Search across scripts: names find their bearers however they are spelt, other words only themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import METHOD, WORLD, Reading, claim, party

from elchi import query
from elchi.model import Article
from elchi.query.search import SNIPPET, Filters
from elchi.record import Record

HINDI, BENGALI, ENGLISH = "मोदी ने अस्ताना में समझौता किया", "মোদি দিল্লিতে চুক্তি করেন", "Modi signed an agreement in Astana"


def told(document, text, language, *parties, **more):
    article = Article(id=document, text=text, language=language, source=f"{language} press")
    made = claim(*parties, document=document, text=text, language=language, source=article.source, **more)
    return Reading(article, (made,))


@pytest.fixture
def record(tmp_path):
    def modi(text, word):
        at = text.index(word)
        return party("narendra-modi", kind="person", mention=(at, at + len(word)))

    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        kaz = party("KAZ")
        opened.add(told("hi1", HINDI, "hi", modi(HINDI, "मोदी"), kaz, day="2022-01-01"), METHOD)
        opened.add(told("bn1", BENGALI, "bn", modi(BENGALI, "মোদি"), party("IND"), day="2022-02-01"), METHOD)
        opened.add(told("en1", ENGLISH, "en", modi(ENGLISH, "Modi"), kaz, day="2022-03-01", type="SUPPORT"), METHOD)
        opened.add(told("en2", "A modicum of agreement", "en", party("IND"), kaz, day="2022-04-01"), METHOD)
        yield opened


def documents(answer):
    return [hit.document for hit in answer.hits]


@pytest.mark.parametrize("spelling", ["modi", "narendra-modi"])
def test_a_name_in_any_script_finds_its_bearer_in_all(record, spelling):
    answer = query.search(record, spelling, WORLD)
    assert documents(answer) == (["en2"] if spelling == "modi" else []) + ["en1", "bn1", "hi1"]
    assert answer.names[0].entities[0].id == "narendra-modi"


def test_marks_stand_on_the_name_as_the_article_spells_it(record):
    answer = query.search(record, "narendra-modi", WORLD)
    marked = {hit.document: [hit.snippet[start:end] for start, end in hit.marks] for hit in answer.hits}
    assert marked == {"en1": ["Modi"], "bn1": ["মোদি"], "hi1": ["मोदी"]}


def test_this_spelling_only_names_nobody(record):
    answer = query.search(record, "মোদি", WORLD, exact=True)
    assert documents(answer) == ["bn1"]
    assert answer.names == ()


def test_a_name_and_a_word_must_both_be_there(record):
    assert documents(query.search(record, "narendra-modi agreement", WORLD)) == ["en1"]
    assert documents(query.search(record, "narendra-modi kazakhstan", WORLD)) == ["en1", "hi1"]
    assert documents(query.search(record, "kazakhstan agreement", WORLD, ranked=True)) == ["en2", "en1"]


def test_filters_and_facets_speak_of_the_same_claims(record):
    answer = query.search(record, "", WORLD, filters=Filters(entity="kazakhstan", language="en"))
    assert documents(answer) == ["en2", "en1"]
    assert [(f.value, f.count) for f in answer.facets["language"]] == [("en", 2)]
    assert answer.labels["KAZ"] == "Kazakhstan"
    answer = query.search(record, "", WORLD, filters=Filters(since="2022-02-01", until="2022-03-01"))
    assert documents(answer) == ["en1", "bn1"]


def test_a_guess_is_made_only_where_nothing_else_is_found(record):
    asked = []

    def guess(words):
        asked.append(words)
        return [WORLD.entities["narendra-modi"]]

    assert query.search(record, "agreement", WORLD, guess=guess).names == ()
    answer = query.search(record, "Модиевич", WORLD, guess=guess)
    assert asked == ["Модиевич"]
    assert answer.names[0].likely
    assert len(answer.hits) == 3


def test_pages_follow_each_other(record):
    first, second = (query.search(record, "", WORLD, limit=3, offset=offset) for offset in (0, 3))
    assert documents(first) + documents(second) == ["en2", "en1", "bn1", "hi1"]
    assert first.total == second.total == 4


def test_a_long_sentence_is_cut_around_its_first_mark(tmp_path):
    text = "word " * 300 + "needle " + "word " * 300
    with Record.open(tmp_path / "long.db", create=True) as opened:
        opened.add(told("d1", text, "en", party("IND"), party("KAZ"), start=0), METHOD)
        (hit,) = query.search(opened, "needle", WORLD).hits
    assert hit.cut
    assert len(hit.snippet) <= SNIPPET
    ((start, end),) = hit.marks
    assert hit.snippet[start:end] == "needle"
    assert text[hit.at : hit.at + len(hit.snippet)] == hit.snippet


@given(words=st.text(max_size=60))
def test_whatever_is_typed_the_search_answers(record_once, words):
    answer = query.search(record_once, words, WORLD)
    assert all(0 <= start < end <= len(hit.snippet) for hit in answer.hits for start, end in hit.marks)
    assert answer.to_json()["words"] == words


@pytest.fixture(scope="module")
def record_once(tmp_path_factory):
    with Record.open(tmp_path_factory.mktemp("search") / "elchi.db", create=True) as opened:
        opened.add(told("hi1", HINDI, "hi", party("IND"), party("KAZ")), METHOD)
        yield opened


def test_the_answer_is_a_table(record):
    rows = query.search(record, "narendra-modi", WORLD).rows()
    assert [row["document"] for row in rows] == ["en1", "bn1", "hi1"]
    assert "<table>" in query.search(record, "", WORLD)._repr_html_()
