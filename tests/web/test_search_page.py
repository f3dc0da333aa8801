"""The page of a search: words marked where they stand, names in any script, facets that narrow and keep the rest."""

import pytest
from markup import parse


def marks(tree):
    return {mark.text for mark in tree.all("mark")}


def links(tree):
    return [a.attributes["href"] for a in tree.all("a") if a.attributes["href"].startswith("?q=")]


def test_a_name_in_one_script_finds_sentences_in_the_other(get, get_json):
    for name in ("भारत", "ভারত"):
        assert {hit["language"] for hit in get_json(f"/search.json?q={name}&limit=200")["hits"]} == {"hi", "bn"}
        languages = {
            n.attributes["lang"]
            for n in parse(get(f"/search?q={name}&limit=200").text).all("bdi")
            if "lang" in n.attributes
        }
        assert {"hi", "bn"} <= languages


def test_this_spelling_only_means_what_it_says(get):
    assert marks(parse(get("/search?q=भारत&exact=true&limit=200").text)) == {"भारत"}


def test_the_page_says_whom_a_name_means(get):
    tree = parse(get("/search?q=কাজাখস্তান").text)
    assert "/entity/KAZ" in [a.attributes["href"] for a in tree.all("a")]


def test_marks_stand_at_the_words_that_the_answer_names(get, get_json):
    hits = get_json("/search.json?q=বৈঠক")["hits"]
    spelt = {hit["snippet"][m["start"] : m["end"]] for hit in hits for m in hit["marks"]}
    assert spelt
    assert marks(parse(get("/search?q=বৈঠক").text)) == spelt


def test_links_keep_what_was_asked_and_lead_to_pages(get):
    narrower = links(parse(get("/search?q=भारत&kind=event&exact=true").text))
    assert narrower
    assert all("exact=true" in href for href in narrower if "exact" in href)
    assert any("kind=event" in href and "language=hi" in href for href in narrower)
    for href in narrower[:12]:
        assert get(f"/search{href}").status == 200


@pytest.mark.parametrize("facet", ["kind", "language", "source"])
def test_to_narrow_by_a_facet_finds_as_many_as_it_says(get_json, facet):
    for row in get_json("/search.json?q=भारत")["facets"][facet][:3]:
        assert get_json(f"/search.json?q=भारत&{facet}={row['value']}")["total"] == row["count"]


def test_parts_follow_each_other(get_json):
    whole = [hit["claim"] for hit in get_json("/search.json?q=भारत&limit=40")["hits"]]
    parts = [get_json(f"/search.json?q=भारत&limit=20&offset={n}")["hits"] for n in (0, 20)]
    assert [hit["claim"] for part in parts for hit in part] == whole
