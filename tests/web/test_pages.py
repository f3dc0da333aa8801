"""Every page is whole, and its twin gives what the question answers, in the published shape."""

import json
from importlib.resources import files

import pytest
import regex
from jsonschema import Draft202012Validator
from markup import parse
from referencing import Registry, Resource

from elchi import query
from elchi.web import ask
from elchi.web.messages import languages
from elchi.web.pages import PAGES, PER_PAGE

SCHEMAS = {
    file.name.removesuffix(".schema.json"): json.loads(file.read_text("utf-8"))
    for file in (files("elchi") / "data" / "schema").iterdir()
}
REGISTRY = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in SCHEMAS.values())


@pytest.fixture(scope="session")
def addresses(a_claim, a_story):
    """One address of each page, by the page's path; names stand in several scripts."""
    return {
        "/": "/", "/pair/{a}/{b}": "/pair/बांग्लादेश/India", "/entity/{name}": "/entity/SCO?on=2024-01-01",
        "/timeline/{name}": "/timeline/নরেন্দ্র মোদি", "/claim/{claim}": f"/claim/{a_claim}",
        "/story/{story}": f"/story/{a_story}",
        "/network": "/network?year=2021", "/conflicts": "/conflicts?state=open", "/promises": "/promises?due=true&today=2030-01-01", "/search": "/search?q=भारत",
    }  # fmt: skip


def twin_of(address):
    path, _, asked = address.partition("?")
    return ("/index" if path == "/" else path) + ".json" + (f"?{asked}" if asked else "")


each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)


@each_page
def test_a_page_is_whole_and_names_its_language_and_its_twin(get, addresses, page):
    answer = get(addresses[page.path])
    assert answer.status == 200
    tree = parse(answer.text)
    (html,) = tree.all("html")
    assert html.attributes["lang"] == "en"
    assert [h.tag for h in tree.all("h1")] == ["h1"]
    assert {"header", "main", "footer"} <= {node.tag for node in tree.all()}
    (link,) = [n for n in tree.all("link") if n.attributes.get("type") == "application/json"]
    assert get(link.attributes["href"]).status == 200


@each_page
def test_a_twin_has_the_published_shape(get_json, addresses, page):
    row = get_json(twin_of(addresses[page.path]))
    Draft202012Validator(SCHEMAS[page.schema], registry=REGISTRY).validate(row)


@each_page
def test_a_page_holds_no_script_style_or_handler_of_its_own(get, addresses, page):
    for node in parse(get(addresses[page.path]).text).all():
        assert not [name for name in node.attributes if name.startswith("on") or name == "style"]
        if node.tag == "script":
            assert not node.text.strip()
            assert node.attributes["src"].startswith("/static/")
        assert node.tag != "style"


@each_page
def test_nothing_on_a_page_comes_from_elsewhere(get, addresses, page):
    """Links to an article's own outlet aside, which are followed only when the reader wishes so."""
    for node in parse(get(addresses[page.path]).text).all():
        loaded = node.attributes.get("src") or (node.attributes.get("href") if node.tag == "link" else None)
        assert loaded is None or loaded.startswith("/")
        if node.tag == "a" and node.attributes["href"].startswith("http"):
            assert {"noreferrer", "noopener"} <= set(node.attributes["rel"].split())


@each_page
def test_every_link_of_a_page_leads_to_a_page(get, addresses, page):
    targets = {n.attributes["href"].partition("#")[0] for n in parse(get(addresses[page.path]).text).all("a")}
    for target in sorted(t for t in targets if t.startswith("/"))[:60]:
        assert get(target).status == 200, target


@pytest.mark.parametrize("code", list(languages()))
@each_page
def test_a_page_can_be_had_in_every_language(get, addresses, page, code):
    address = addresses[page.path]
    answer = get(f"{address}{'&' if '?' in address else '?'}lang={code}")
    (html,) = parse(answer.text).all("html")
    assert html.attributes["lang"] == answer.headers["content-language"] == code
    assert f"elchi-language={code}" in answer.headers["set-cookie"]


def test_the_dossier_is_the_answer_of_pair(get_json, record, names):
    assert get_json("/pair/BGD/IND.json") == query.pair(record, "BGD", "IND", names).to_json()


def test_the_entity_is_the_answer_of_entity_on_its_day(get_json, record, names):
    assert get_json("/entity/SCO.json?on=2018-01-01") == query.entity(record, "SCO", names, "2018-01-01").to_json()
    assert get_json("/entity/SCO.json") == query.entity(record, "SCO", names).to_json()


def test_the_timeline_is_the_answer_of_timeline(get_json, record, names):
    assert get_json("/timeline/IND.json") == query.timeline(record, "IND", names).to_json()


def test_the_story_is_the_answer_of_story(get_json, record, a_story):
    row = get_json(f"/story/{a_story}.json")
    assert row == query.story(record, a_story).to_json()
    assert [d["relation"] for d in row["documents"]] == ["original", "translation"]


def test_the_claim_is_the_claim_of_the_record(get_json, record, a_claim):
    (stored,) = record.claims_with_id(a_claim)
    assert get_json(f"/claim/{a_claim}.json")["claims"] == [stored.claim.to_json() | {"superseded": False}]


def test_the_conflicts_are_those_of_the_record(get_json, record, names):
    found = [conflict.to_json() for conflict in query.conflicts_of_record(record, names)]
    assert found
    assert get_json("/conflicts.json")["conflicts"] == found


def test_the_overview_counts_what_the_record_holds(get_json, record):
    row, counts = get_json("/index.json"), record.counts()
    assert (row["articles"], row["claims"], row["entities"]) == (counts.articles, counts.claims, counts.entities)
    assert row["dyads"][0]["pair"] == record.busiest_pair().split("|")
    days = [told["evidence"][-1]["published"] for told in row["latest"]]
    assert days == sorted(days, reverse=True)


def test_the_evidence_is_marked_in_the_article_and_the_page_scrolls_to_it(get, record, a_claim):
    (stored,) = record.claims_with_id(a_claim)
    tree = parse(get(f"/claim/{a_claim}").text)
    assert "".join(node.text for node in tree.all("mark")) == stored.claim.evidence[0].text
    assert next(tree.all("mark")).attributes["id"] == "evidence"
    (text,) = [node for node in tree.all("div") if node.attributes.get("class") == "text"]
    assert (text.attributes["lang"], text.attributes["dir"]) == ("bn", "ltr")
    squeezed = regex.sub(r"\s+", "", record.article(stored.claim.document).article.text)
    assert regex.sub(r"\s+", "", text.text).endswith(squeezed)


def test_a_sentence_has_its_language(get):
    quotes = list(parse(get("/pair/BGD/IND").text).all("blockquote"))
    assert quotes
    for quote in quotes:
        (words,) = quote.all("bdi")
        script = {"hi": "Devanagari", "bn": "Bengali"}[words.attributes["lang"]]
        assert regex.search(rf"\p{{{script}}}", words.text)


def test_a_long_list_is_shown_part_by_part_and_no_entry_is_lost(get, get_json):
    claims = [told["claims"][0] for told in get_json("/pair/BGD/IND.json")["occurrences"]]
    assert len(claims) > PER_PAGE
    pages = [get(f"/pair/BGD/IND?page={number}").text for number in (1, 2)]
    lists = [s for page in pages for s in parse(page).all("section") if s.attributes["aria-labelledby"] == "happened"]
    entries = [node.attributes["id"] for part in lists for node in part.all("li") if "id" in node.attributes]
    assert entries == [f"c-{claim[:12]}" for claim in claims]


def test_two_names_in_a_form_lead_to_their_dossier(get):
    answer = get("/pair?a=भारत&b=KAZ")
    assert answer.status == 303
    assert get(answer.headers["location"]).status == 200
    assert get("/pair?a=&b=KAZ").headers["location"] == "/"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing", 404), ("/entity/xyzzy", 404), ("/pair/IND/IND", 404), ("/claim/0000000000", 404),
        ("/claim/not-a-claim", 422), ("/story/none", 404), ("/entity/SCO?on=yesterday", 422),
        ("/search?q=" + "a" * 300, 422), ("/conflicts?page=0", 422),
    ],
)  # fmt: skip
def test_a_fault_is_said_in_a_page_and_in_json(get, address, status):
    page = get(address)
    assert page.status == status
    assert str(status) in parse(page.text).text
    if "page=" not in address:
        path, _, asked = address.partition("?")
        twin = get(f"{path}.json?{asked}")
        assert twin.status == status
        row = json.loads(twin.body)
        assert row["error"]["status"] == status
        Draft202012Validator(SCHEMAS["error"]).validate(row)


def test_a_page_that_fails_says_so_without_its_insides(record, names, monkeypatch, caplog):
    from elchi.web import create_app  # noqa: PLC0415 - a fresh application with a fault in it

    def broken(*_):
        raise ZeroDivisionError("secret insides")

    monkeypatch.setattr(query, "timeline", broken)
    with pytest.raises(ZeroDivisionError):  # Starlette answers first, then raises for the server's log
        fetch_from(create_app(record, names), "/timeline/IND")
    assert "secret insides" in caplog.text


def fetch_from(app, address):
    from elchi.web import fetch  # noqa: PLC0415

    return fetch(app, address)


def test_an_empty_record_has_pages_that_say_how_to_begin(tmp_path, names):
    from elchi.record import Record  # noqa: PLC0415
    from elchi.web import create_app, fetch  # noqa: PLC0415

    with Record.open(tmp_path / "empty.db", create=True) as opened:
        pages = create_app(opened, names)
        for address in ("/", "/pair/IND/KAZ", "/entity/SCO", "/timeline/SCO", "/conflicts", "/search?q=IND"):
            answer = fetch(pages, address)
            assert answer.status == 200
            parse(answer.text)
        assert "elchi ingest PATH --record empty.db" in fetch(pages, "/").text


def test_what_is_kept_of_a_record_is_made_anew_when_it_changes(tmp_path, names):
    from making import METHOD, reading  # noqa: PLC0415

    from elchi.record import Record  # noqa: PLC0415

    with Record.open(tmp_path / "grows.db", create=True) as opened:
        asking = ask.Asking(opened, names)
        assert ask.home(asking).counts.articles == 0
        opened.add(reading(), METHOD)
        assert ask.home(asking).counts.articles == 1
        assert ask.home(asking) is ask.home(asking)
