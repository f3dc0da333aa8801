"""Whatever stands around and inside an article, a claim says exactly what stands there, and reading never breaks."""

import json
import unicodedata
from functools import cache

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from referencing import Registry, Resource

from elchi.errors import ElchiError
from elchi.model import Article
from elchi.packs import data_folder
from elchi.pipeline import read_claims

SETTINGS = settings(max_examples=60, deadline=None)


@cache
def corpus():
    lines = data_folder().joinpath("demo", "articles.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


@cache
def furniture():
    """Lines of pages, from the packs' own tables."""
    words = []
    for code in ("hi", "bn"):
        lines = data_folder().joinpath("languages", code, "boilerplate.tsv").read_text("utf-8").splitlines()
        words += [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
    return words


@cache
def validator():
    schemas = [json.loads(file.read_text("utf-8")) for file in data_folder().joinpath("schema").iterdir()]
    registry = Registry().with_resources([(schema["$id"], Resource.from_contents(schema)) for schema in schemas])
    claim = next(schema for schema in schemas if schema["$id"].startswith("urn:elchi:schema:claim:"))
    return jsonschema.Draft202012Validator(claim, registry=registry)


def read(text, title=None):
    """The article and its claims; none where elchi says that there is nothing to read, or not in its languages."""
    article = Article("a", text, title, None, "2024-08-20", "A newspaper")
    try:
        return article, read_claims(article).claims
    except ElchiError:
        return article, ()


def assert_exact(article, claims):
    for claim in claims:
        assert claim.evidence
        for span in claim.evidence:
            assert span.text
            assert article.field_text(span.field)[span.start : span.end] == span.text
        for party in claim.participants:
            if party.mention is not None:
                start, end = party.mention
                assert 0 <= start < end <= len(article.field_text(claim.evidence[0].field))
        assert claim.text_sha256 == article.sha256
        validator().validate(claim.to_json())


letters = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
scripts = st.one_of(
    st.characters(min_codepoint=0x0900, max_codepoint=0x097F), st.characters(min_codepoint=0x0980, max_codepoint=0x09FF)
)
lines_of_pages = st.deferred(lambda: st.sampled_from(furniture()))
noise = st.one_of(st.text(letters, max_size=40), st.text(scripts, max_size=40), lines_of_pages)
newlines = st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"])
articles = st.deferred(lambda: st.sampled_from(corpus()))


@SETTINGS
@given(articles, st.lists(noise, max_size=4), st.lists(noise, max_size=4), newlines)
def test_furniture_and_noise_around_an_article_move_no_evidence(row, before, after, newline):
    text = newline.join([*before, row["text"].replace("\n", newline), *after])
    assert_exact(*read(text, row.get("title")))


@SETTINGS
@given(articles, st.integers(0, 3000), noise)
def test_noise_inside_an_article_breaks_nothing(row, place, words):
    text = row["text"]
    assert_exact(*read(text[: place % (len(text) + 1)] + words + text[place % (len(text) + 1) :]))


@SETTINGS
@given(articles, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_evidence_is_exact_in_every_normal_form(row, form):
    assert_exact(*read(unicodedata.normalize(form, row["text"]), row.get("title")))


@SETTINGS
@given(st.text(st.one_of(scripts, st.sampled_from(" \n।.,!?\"'“”‘’()-–0१২"), letters), max_size=200))
def test_any_text_is_read_or_refused_in_words(text):
    assert_exact(*read(text))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_normal_form_changes_no_reading(form):
    for row in corpus():
        assert told(read(unicodedata.normalize(form, row["text"]))[1]) == told(read(row["text"])[1]), row["id"]


def told(claims):
    return [(c.type, c.mode, c.status, sorted((p.role, p.entity) for p in c.participants)) for c in claims]


def test_the_same_article_read_twice_gives_the_same_claims():
    assert sum(bool(read(row["text"])[1]) for row in corpus()) > len(corpus()) / 2
    for row in corpus():
        first, again = read(row["text"])[1], read(row["text"])[1]
        assert [claim.to_json() for claim in first] == [claim.to_json() for claim in again]
        assert len({claim.claim for claim in first}) == len(first), row["id"]
