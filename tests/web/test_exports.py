"""A page as a file holds what the page shows: the claims of its answer, in the very bytes that the commands write."""

import io
import json

import pyarrow.parquet
import pytest
from icalendar import Calendar
from markup import parse
from typer.testing import CliRunner

from elchi.cli import app
from elchi.web import exports, fetch
from elchi.web.pages import PAGES


def printed(record, *command):
    done = CliRunner().invoke(app, [*command, "--record", str(record.path), "--quiet"])
    assert done.exit_code == 0, done.output
    return done.stdout_bytes


def ids_in(part):
    """Every id of a claim in an answer."""
    if isinstance(part, list):
        return set().union(*map(ids_in, part))
    if not isinstance(part, dict):
        return set()
    own = {part["claim"]} if isinstance(part.get("claim"), str) else set()
    claims = part.get("claims")
    own |= {name for name in claims if isinstance(name, str)} if isinstance(claims, list) else set()
    return own.union(*map(ids_in, part.values()))


@pytest.mark.parametrize("layout", ["csv", "jsonl", "md", "ics"])
def test_the_dossier_as_a_file_is_what_the_export_of_the_pair_writes(get, record, layout):
    answer = get(f"/pair/बांग्लादेश/India.{layout}")
    assert answer.status == 200
    assert answer.body == printed(record, "export", "--pair", "BGD", "IND", "--format", layout)
    assert answer.headers["content-type"] == exports.MEDIA[layout]


def test_parquet_has_the_rows_of_the_command(get, record, tmp_path):
    out = tmp_path / "claims.parquet"
    printed(record, "export", "--pair", "BGD", "IND", "--format", "parquet", "--out", str(out))
    found = pyarrow.parquet.read_table(io.BytesIO(get("/pair/BGD/IND.parquet").body))
    assert found.num_rows > 50
    assert found.equals(pyarrow.parquet.read_table(out))


@pytest.mark.parametrize(
    ("address", "command"),
    [
        ("/pair/BGD/IND{}?on=2024-01-01", ["pair", "BGD", "IND", "--on", "2024-01-01"]),
        ("/pair/BGD/IND{}?known=2024-07-01", ["pair", "BGD", "IND", "--known", "2024-07-01"]),
        ("/entity/SCO{}", ["entity", "SCO"]),
        ("/timeline/KAZ{}?known=2022-03-01", ["timeline", "KAZ", "--known", "2022-03-01"]),
        ("/conflicts{}?state=open", ["conflicts", "--state", "open"]),
        ("/promises{}?due=true&today=2025-06-01", ["promises", "--due", "--today", "2025-06-01"]),
        ("/search{}?q=भारत&kind=event", ["search", "भारत", "--kind", "event"]),
        ("/map{}?place=astana&entity=IND", ["meetings", "--place", "astana", "--entity", "IND"]),
        ("/event/{id}{}", ["event", "{id}"]),
    ],
    ids=lambda row: row if isinstance(row, str) else "",
)
def test_a_file_has_the_claims_of_the_answer_and_no_others(get, record, an_event, address, command):
    wanted = ids_in(json.loads(printed(record, *(word.replace("{id}", an_event) for word in command), "--json")))
    all_lines = printed(record, "export").decode().splitlines()
    here = [line for line in all_lines if json.loads(line)["claim"] in wanted]
    assert here
    found = get(address.replace("{id}", an_event).format(".jsonl"))
    assert found.text.splitlines() == here


@pytest.mark.parametrize("layout", ["csv", "jsonl", "graphml", "gexf"])
def test_the_network_as_a_file_is_what_the_command_prints(get, record, layout):
    asked = "?since=2015-01-01&until=2024-12-31&kind=state&type=CONSULT"
    options = ["--since", "2015-01-01", "--until", "2024-12-31", "--kind", "state", "--type", "CONSULT"]
    found = get(f"/network.{layout}{asked}")
    assert found.body == printed(record, "network", *options, "--format", layout)
    assert len(found.body) > 200


def test_the_story_as_a_file_has_the_claims_of_all_its_articles(get, record, a_story):
    documents = {json.loads(line)["document"] for line in get(f"/story/{a_story}.jsonl").text.splitlines()}
    assert documents == set(record.stories(a_story)[0].documents)


def test_promises_as_a_calendar_are_what_is_planned_with_a_day(get):
    calendar = Calendar.from_ical(get("/promises.ics").body)
    assert len(list(calendar.walk("VEVENT"))) > 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_page_offers_its_files_with_the_parameters_that_it_was_asked_with(get, page, a_claim, a_story, an_event):
    path = page.path.format(a="BGD", b="IND", name="SCO", claim=a_claim, story=a_story, event=an_event)
    asked = {"/search": "?q=SCO&kind=event", "/network": "?kind=state&type=AID&since=2020-01-01"}.get(path, "?lang=en")
    links = [n.attributes["href"] for n in parse(get(path + asked).text).all("a") if "download" in n.attributes]
    assert len(links) == len(page.layouts) >= 2
    for link, layout in zip(links, page.layouts, strict=True):
        base = "/index" if path == "/" else path
        assert link == f"{base}.{layout}{asked if asked != '?lang=en' else ''}"
        found = get(link)
        assert found.status == 200
        assert found.headers["content-disposition"].startswith("attachment; filename=")
        assert found.headers["content-security-policy"]


def test_a_file_of_an_article_that_is_hostile_is_no_page_and_no_formula(hostile_record, names):
    from elchi.web import create_app  # noqa: PLC0415 - of this record

    pages = create_app(hostile_record, names)
    for layout in ("csv", "jsonl", "md"):
        found = fetch(pages, f"/pair/IND/KAZ.{layout}")
        assert found.status == 200
        assert found.headers["x-content-type-options"] == "nosniff"
        assert not found.headers["content-type"].startswith("text/html")
    assert "\u202e" not in fetch(pages, "/pair/IND/KAZ.jsonl").text


def test_a_name_that_nobody_bears_has_no_file(get):
    assert get("/entity/xyzzy.csv").status == 404
    assert get("/pair/IND/KAZ.exe").status == 404


def test_more_claims_than_a_server_should_write_are_refused_with_the_way_out(get, monkeypatch):
    monkeypatch.setattr(exports, "MOST_CLAIMS", 3)
    answer = get("/pair/BGD/IND.csv")
    assert answer.status == 413
    assert "elchi export" in answer.text


def test_without_pyarrow_parquet_is_not_offered(monkeypatch):
    monkeypatch.setattr(exports, "find_spec", lambda _name: None)
    assert exports.ClaimsExporter().layouts == ("csv", "jsonl", "md")
