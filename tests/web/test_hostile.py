"""Articles are hostile: whatever they hold, a page shows it and nothing of it runs, links or reorders the page."""

import pytest
import regex
from markup import parse

PAGES = (
    "/", "/pair/IND/KAZ", "/entity/IND", "/timeline/KAZ", "/conflicts", "/search?q=IND", "/map", "/map?place=-",
    "/network", "/sql?q=SELECT+title,url,source+FROM+v_articles",
)  # fmt: skip
BIDI = regex.compile(r"[\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def addresses(hostile_record):
    claims = [stored.claim for stored in hostile_record.claims()]
    assert len(claims) == 3
    pages = [f"/{page}/{claim.claim}" for claim in claims for page in ("claim", "event")]
    return [*PAGES, *pages]


def test_no_page_has_an_element_attribute_or_link_that_an_article_brought(hostile_get, addresses):
    for address in addresses:
        page = hostile_get(address)
        assert page.status == 200, address
        tree = parse(page.text)
        for node in tree.all():
            assert node.tag not in {"img", "iframe", "object", "embed", "base"}
            assert not [name for name in node.attributes if name.startswith("on")], address
            if node.tag == "script":
                assert node.attributes["src"].startswith("/static/")
            for name in ("href", "src", "action"):
                target = node.attributes.get(name, "/")
                assert regex.match(r"/|#|\?|https?://", target), target
        assert "lang" not in {n.attributes["lang"] for n in tree.all() if "on" in n.attributes.get("lang", "")}


def test_the_words_of_the_article_are_shown_as_words(hostile_get, addresses):
    shown = "".join(parse(hostile_get(address).text).text for address in addresses)
    assert "<script>alert(1)</script>" in shown
    assert "<img src=x onerror=alert(2)>" in shown


def test_bidirectional_overrides_are_written_out_on_pages_and_escaped_in_json(hostile_get, addresses):
    for address in addresses:
        assert not BIDI.search(hostile_get(address).text), address
        path, _, asked = address.partition("?")
        assert not BIDI.search(hostile_get(f"{'/index' if path == '/' else path}.json?{asked}").text)
    assert any("\\u202e" in hostile_get(address).text for address in addresses)


def test_an_endless_word_makes_no_endless_page(hostile_get, addresses):
    assert max(len(hostile_get(address).body) for address in addresses) < 150_000


def test_only_http_links_lead_out(hostile_get, addresses):
    out = {
        node.attributes["href"]
        for address in addresses
        for node in parse(hostile_get(address).text).all("a")
        if regex.match(r"\w+:", node.attributes["href"])
    }
    assert out == {"https://example.org/a"}


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", '"><svg onload=alert(1)>', "\u202eabc", "' OR 1=1 --"])
def test_what_a_visitor_types_is_shown_as_words(hostile_get, query):
    page = hostile_get(f"/search?q={query}")
    assert page.status == 200
    tree = parse(page.text)
    assert not [node for node in tree.all("script") if not node.attributes.get("src")]
    assert not list(tree.all("svg"))
    assert not BIDI.search("".join(child.text for child in tree.all("h1")))
