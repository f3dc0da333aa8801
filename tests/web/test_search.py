"""Search: words by their beginnings, names in any script, one spelling only where asked, facets that add up."""

import pytest
from markup import parse

from elchi.web.ask import Asking, search
from elchi.web.scan import Wanted, day_of
from elchi.web.scan import search as scan


@pytest.fixture(scope="module")
def asking(record, names):
    return Asking(record, names)


def documents(page):
    return {hit.claim.claim.document[:2] for hit in page.hits}


def test_a_name_in_one_script_finds_sentences_in_the_other(asking):
    assert documents(search(asking, "भारत", limit=200).page) == {"hi", "bn"}
    assert documents(search(asking, "ভারত", limit=200).page) == {"hi", "bn"}


def test_this_spelling_only_means_what_it_says(asking):
    found = search(asking, "भारत", exact=True, limit=200)
    assert found.page.hits
    for hit in found.page.hits:
        assert {hit.text[start:end] for start, end in hit.spans} == {"भारत"}


def test_a_word_is_found_by_its_beginning_and_marked_where_it_stands(asking):
    spelt = {hit.text[a:b] for hit in search(asking, "বৈঠক", limit=200).page.hits for a, b in hit.spans}
    assert "বৈঠক" in spelt
    assert all(word.startswith("বৈঠক") for word in spelt)


def test_all_words_must_be_there(asking):
    both = search(asking, "समझौते व्यापार", limit=200).page
    assert all({"समझौते", "व्यापार"} <= {h.text[a:b] for a, b in h.spans} for h in both.hits)


def test_hits_are_newest_first_and_pages_follow_each_other(asking):
    whole = search(asking, "भारत", limit=200).page
    days = [day_of(hit.claim.claim) for hit in whole.hits]
    assert days == sorted(days, reverse=True)
    parts = [search(asking, "भारत", limit=50, offset=n).page.hits for n in (0, 50)]
    assert [hit.claim for part in parts for hit in part] == [hit.claim for hit in whole.hits[:100]]


@pytest.mark.parametrize("name", ["kind", "type", "language", "source"])
def test_to_narrow_by_a_facet_finds_as_many_as_it_says(asking, name):
    found = search(asking, "भारत").page
    for facet in found.facets[name][:5]:
        assert search(asking, "भारत", **{name: facet.value}).page.total == facet.count
    assert sum(facet.count for facet in found.facets[name]) == found.total


def test_to_narrow_by_who_finds_claims_in_which_they_take_part(asking):
    for hit in search(asking, "भारत", entity="KAZ", limit=200).page.hits:
        assert any(p.entity == "KAZ" for p in hit.claim.claim.participants)


def test_days_bound_what_is_found(record):
    found = scan(record, Wanted("", since="2021-01-01", until="2021-12-31"), 200, 0)
    assert found.total
    assert all("2021-01-01" <= day_of(hit.claim.claim) <= "2021-12-31" for hit in found.hits)


def test_the_page_marks_the_words_and_links_keep_what_was_asked(get):
    tree = parse(get("/search?q=भारत&kind=event&exact=true").text)
    assert {mark.text for mark in tree.all("mark")} == {"भारत"}
    narrower = [a.attributes["href"] for a in tree.all("a") if a.attributes["href"].startswith("?q=")]
    assert narrower
    assert all("exact=true" in href for href in narrower if "exact" in href)
    assert any("kind=event" in href and "language=hi" in href for href in narrower)
    for href in narrower[:12]:
        assert get(f"/search{href}").status == 200
