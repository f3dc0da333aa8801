"""The page for SQL: there where it was asked for, read-only, bounded, and plain about what is wrong."""

import json

import pytest
from markup import parse
from typer.testing import CliRunner

from elchi.cli import app
from elchi.web import Limits, create_app, fetch
from elchi.web import sql as web_sql

WRITES = [
    "DELETE FROM claim", "INSERT INTO run VALUES (99, 'x', 'x', 'x')", "UPDATE claim SET type = 'x'",
    "DROP TABLE claim",
    "ATTACH DATABASE '/tmp/other.db' AS other", "VACUUM INTO '/tmp/copy.db'", "PRAGMA journal_mode = DELETE",
    "CREATE TABLE t (a)", "CREATE TEMP TABLE t (a)", "SELECT 1; DELETE FROM claim",
    "REPLACE INTO dirty VALUES ('x', 1)",
    "SELECT load_extension('x')", "BEGIN IMMEDIATE", "EXPLAIN DELETE FROM claim", "SELECT writefile('/tmp/x', 'y')",
    "SELECT readfile('/etc/passwd')", "WITH t AS (SELECT 1) DELETE FROM claim",
]  # fmt: skip


@pytest.mark.parametrize("statement", WRITES)
@pytest.mark.parametrize("ending", ["", ".json", ".csv"])
def test_whatever_does_more_than_read_is_refused_and_changes_nothing(get, record, statement, ending):
    before = record.path.read_bytes()
    assert get(f"/sql{ending}?q={statement}").status == 422
    assert record.path.read_bytes() == before


def test_without_the_switch_there_is_no_such_page(record, names):
    pages = create_app(record, names, limits=Limits(burst=1000))
    for address in ("/sql", "/sql.json", "/sql.csv", "/sql?q=SELECT+1"):
        assert fetch(pages, address).status == 404
    assert "/sql" not in fetch(pages, "/api").text
    assert "/sql.json" not in json.loads(fetch(pages, "/api.json").body)["paths"]


QUESTION = "SELECT plover, count(*) AS n FROM v_occurrences GROUP BY plover ORDER BY n DESC, plover"


def test_rows_are_those_of_the_command_as_page_json_and_csv(get, get_json, record):
    def printed(*more):
        return CliRunner().invoke(app, ["sql", QUESTION, "--record", str(record.path), *more]).stdout

    row = get_json(f"/sql.json?q={QUESTION}")
    assert row == json.loads(printed("--format", "json"))
    assert get(f"/sql.csv?q={QUESTION}").text == printed("--format", "csv")
    (table,) = [t for t in parse(get(f"/sql?q={QUESTION}").text).all("table") if t.attributes.get("class") == "cells"]
    assert [cell.text for cell in table.all("td")] == [str(cell) for found in row["rows"] for cell in found]


def test_without_a_statement_the_page_shows_what_there_is_to_ask(get, get_json):
    tree = parse(get("/sql").text)
    views = [row[0] for row in get_json("/sql.json")["rows"]]
    assert "v_claims" in views
    assert all(view in tree.text for view in views)
    for link in tree.all("a"):
        if link.attributes["href"].startswith("/sql?"):
            assert get(link.attributes["href"]).status == 200


def test_what_is_wrong_is_said_on_the_page_beside_the_statement(get):
    answer = get("/sql?q=SELECT <b> FROM nowhere")
    assert answer.status == 422
    tree = parse(answer.text)
    (said,) = [node for node in tree.all("p") if node.attributes.get("role") == "alert"]
    assert "syntax error" in said.text
    (box,) = tree.all("textarea")
    assert box.text == "SELECT <b> FROM nowhere"
    assert box.attributes["aria-describedby"] == said.attributes["id"]
    assert not list(tree.all("b"))
    assert answer.headers["content-security-policy"]


def test_a_question_without_end_is_given_up(get, monkeypatch):
    monkeypatch.setattr(web_sql, "MOST_SECONDS", 0.2)
    endless = "WITH RECURSIVE t(a) AS (SELECT 1 UNION ALL SELECT a %2B 1 FROM t) SELECT max(a) FROM t"
    answer = get(f"/sql?q={endless}")
    assert answer.status == 422
    assert "no answer within" in answer.text


def test_rows_are_bounded_and_the_page_says_so(get, get_json):
    asked = "/sql{}?q=SELECT claim FROM v_claims&limit=5"
    assert len(get_json(asked.format(".json"))["rows"]) == 5
    assert "elchi sql --limit" in get(asked.format("")).text
    assert get(asked.format("").replace("limit=5", "limit=20000")).status == 422


@pytest.mark.parametrize("value", ["9e999", "-9e999", "NULL", "x'00ff'", "9223372036854775807", "'\u202eabc'"])
def test_every_kind_of_cell_can_be_shown(get, value):
    twin = json.loads(get(f"/sql.json?q=SELECT {value} AS a").body, parse_constant=pytest.fail)
    assert twin["columns"] == ["a"]
    assert get(f"/sql?q=SELECT {value} AS a").status == 200


def test_sql_is_offered_by_a_switch_of_the_command(record, monkeypatch):
    from elchi.cli import serve  # noqa: PLC0415 - beside its one use

    for switch, status in (([], 1), (["--sql"], 0)):
        done = CliRunner().invoke(serve.app, ["--record", str(record.path), "--page", "/sql", *switch])
        assert done.exit_code == status
