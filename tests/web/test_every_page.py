"""Every page is whole, and its twin gives what the question answers, in the published shape."""

import json
from importlib.resources import files

import icalendar
import pytest
import regex
from jsonschema import Draft202012Validator
from markup import parse
from referencing import Registry, Resource
from typer.testing import CliRunner

from elchi import query
from elchi.cli import app
from elchi.web.messages import languages
from elchi.web.pages import PAGES

SCHEMAS = {
    file.name.removesuffix(".schema.json"): json.loads(file.read_text("utf-8"))
    for file in (files("elchi") / "data" / "schema").iterdir()
}
REGISTRY = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in SCHEMAS.values())


@pytest.fixture(scope="session")
def addresses(a_claim, a_story, an_event):
    """One address of each page, by the page's path; names stand in several scripts."""
    return {
        "/": "/", "/pair/{a}/{b}": "/pair/बांग्लादेश/India", "/entity/{name}": "/entity/SCO?on=2024-01-01",
        "/timeline/{name}": "/timeline/নরেন্দ্র মোদি", "/claim/{claim}": f"/claim/{a_claim}",
        "/story/{story}": f"/story/{a_story}", "/event/{event}": f"/event/{an_event}",
        "/map": "/map?year=2024&entity=भारत",
        "/network": "/network?year=2021", "/conflicts": "/conflicts?state=open",
        "/review": "/review?kind=event&most=0.8", "/review/log": "/review/log",
        "/promises": "/promises?due=true&today=2030-01-01", "/search": "/search?q=भारत",
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


@pytest.mark.parametrize(
    ("twin", "command"),
    [
        ("/pair/BGD/IND.json", ["pair", "BGD", "IND"]),
        (
            "/pair/BGD/IND.json?on=2022-01-01&known=2024-07-01",
            ["pair", "BGD", "IND", "--on", "2022-01-01", "--known", "2024-07-01"],
        ),
        ("/entity/SCO.json?on=2018-01-01", ["entity", "SCO", "--on", "2018-01-01"]),
        ("/timeline/IND.json", ["timeline", "IND"]),
        ("/map.json?since=2015-01-01&until=2024-12-31", ["meetings", "--since", "2015-01-01", "--until", "2024-12-31"]),
        (
            "/map.json?mode=meet&entity=ভারত&place=astana",
            ["meetings", "--mode", "meet", "--entity", "ভারত", "--place", "astana"],
        ),
        ("/map.json?place=-", ["meetings", "--place", ""]),
        ("/network.json?kind=state&type=CONSULT", ["network", "--kind", "state", "--type", "CONSULT"]),
        ("/conflicts.json", ["conflicts"]),
        ("/conflicts.json?state=open&a=IND&b=KAZ", ["conflicts", "--state", "open", "--pair", "IND", "KAZ"]),
        ("/promises.json?today=2025-06-01", ["promises", "--today", "2025-06-01"]),
        ("/promises.json?due=true&today=2025-06-01", ["promises", "--due", "--today", "2025-06-01"]),
        ("/review.json", ["review"]), ("/review/log.json", ["review", "log"]),
        ("/review.json?kind=conflict&offset=1", ["review", "--kind", "conflict", "--offset", "1"]),
        (
            "/review.json?kind=event&type=CONSULT&least=0.5&most=0.8&a=भारत&b=BGD&limit=3&offset=2",
            ["review", "--kind", "event", "--type", "CONSULT", "--least", "0.5", "--most", "0.8", "--pair", "भारत",
             "BGD", "--limit", "3", "--offset", "2"],
        ),
        ("/search.json?q=भारत&kind=event", ["search", "भारत", "--kind", "event"]),
        (
            "/network.json?since=2021-01-01&until=2023-12-31",
            ["network", "--since", "2021-01-01", "--until", "2023-12-31"],
        ),
    ],
    ids=lambda row: row[0] if isinstance(row, list) else "",
)  # fmt: skip
def test_a_twin_is_what_the_command_of_its_name_prints(get_json, record, twin, command):
    done = CliRunner().invoke(app, [*command, "--record", str(record.path), "--json"])
    assert done.exit_code == 0, done.output
    assert get_json(twin) == json.loads(done.stdout)


@pytest.mark.parametrize("asked", ["", "?due=true&today=2025-06-01", "?a=IND&b=BGD&today=2025-06-01"])
def test_the_calendar_holds_what_the_page_shows_and_the_command_prints(get, get_json, record, asked):
    answer = get(f"/promises.ics{asked}")
    assert answer.headers["content-type"].startswith("text/calendar; charset=utf-8")
    entries = icalendar.Calendar.from_ical(answer.text).subcomponents
    promised = get_json(f"/promises.json{asked}")["promises"]
    assert len(entries) == len(promised) > 0
    for entry, told in zip(entries, promised, strict=True):
        assert str(entry["CATEGORIES"].cats[0]) == told["kind"].upper()
        assert all(sentence["text"] in str(entry["DESCRIPTION"]) for sentence in told["evidence"])
    if "due" in asked:
        command = ["promises", "--due", "--today", "2025-06-01", "--format", "ics", "--record", str(record.path)]
        assert CliRunner().invoke(app, command).stdout_bytes.decode() == answer.text


def test_the_page_of_promises_leads_to_the_calendar_of_what_it_shows(get):
    links = [node.attributes["href"] for node in parse(get("/promises?due=true&a=IND&b=BGD").text).all("a")]
    assert "/promises.ics?due=true&a=IND&b=BGD" in links


def test_the_overview_counts_what_the_record_holds(get_json, record, names):
    row = get_json("/index.json")
    assert row == query.home(record, names).to_json()
    assert row["articles"] == record.counts().articles
    days = [told["day"] for told in row["latest"]]
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


@pytest.mark.parametrize("limit", [3, 15])
def test_a_long_dossier_is_shown_part_by_part_and_no_entry_is_lost(get, get_json, limit):
    told = {f"e-{one['id'][:16]}" for one in get_json("/pair/BGD/IND.json")["occurrences"]}
    address, seen = f"/pair/BGD/IND?limit={limit}", []
    while address:
        tree = parse(get(address).text)
        for part in tree.all("section"):
            if part.attributes["aria-labelledby"] == "happened":
                seen += [node.attributes["id"] for node in part.all("li") if "id" in node.attributes]
        older = [a.attributes["href"] for a in tree.all("a") if a.attributes.get("rel") == "next"]
        asked = f"{older[0]}{'' if 'limit=' in older[0] else f'&limit={limit}'}" if older else ""
        address = f"/pair/BGD/IND{asked}" if older else ""
    assert len(told) > limit
    assert set(seen) == told
    assert limit == 3 or len(seen) == len(told)  # a day of more than three is shown again, as a larger part


def test_a_dossier_on_a_day_shows_what_held_and_keeps_the_day_in_its_links(get):
    tree = parse(get("/pair/BGD/IND?on=2022-01-01&known=2024-07-01&limit=3").text)
    values = {n.attributes["name"]: n.attributes["value"] for n in tree.all("input") if "type" in n.attributes}
    assert (values["on"], values["known"]) == ("2022-01-01", "2024-07-01")
    older = [a.attributes["href"] for a in tree.all("a") if a.attributes.get("rel") == "next"]
    assert all("on=2022-01-01" in href and "known=2024-07-01" in href for href in older)
    assert get("/pair/BGD/IND?on=&known=").status == 200


def test_promises_show_their_stages_and_what_is_overdue_comes_first(get, get_json):
    row = get_json("/promises.json?today=2030-01-01")
    tree = parse(get("/promises?today=2030-01-01").text)
    shown = [n.attributes["id"] for n in tree.all("li") if n.attributes.get("id", "").startswith("promise-")]
    assert shown == [f"promise-{promise['id']}" for promise in row["promises"]][: len(shown)]
    assert row["promises"][0]["overdue"]
    first = next(n for n in tree.all("li") if n.attributes.get("class") == "promise")
    assert "overdue" in first.text
    assert len(list(first.all("strong"))) >= len(row["promises"][0]["steps"])


def test_both_sides_of_a_conflict_show_their_sentences(get, get_json):
    found = get_json("/conflicts.json")["conflicts"]
    page = parse(get("/conflicts").text)
    assert found
    for conflict in found:
        (shown,) = [n for n in page.all("li") if n.attributes.get("id") == f"conflict-{conflict['id']}"]
        for side in conflict["sides"]:
            for told in side["evidence"][:1]:
                assert " ".join(told["text"].split())[:100] in shown.text


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

    def broken(*_, **__):
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
