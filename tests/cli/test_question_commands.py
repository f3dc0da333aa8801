"""elchi search, network, meetings, event, positions: what they print, and that their --json is what the schema says."""

import json

import pytest
from making import METHOD, WORLD, claim, party, reading
from test_schemas import check

from elchi import pipeline, query
from elchi.cli import event, meetings, positions, search
from elchi.record import Record


@pytest.fixture
def record(elchi, tmp_path, monkeypatch):
    for command in (event, meetings, positions, search):
        monkeypatch.setattr(command, "known_names", lambda: WORLD)
    kaz = party("KAZ", mention=(8, 11))
    claims = [
        claim(party("IND"), kaz, text="IND met KAZ", day="2022-09-16", source="BBC", plover="CONSULT"),
        claim(party("IND", "actor"), party("SCO", "about", "organisation"), type="REJECT", mode="change",
              text="IND \x1b[31m refused", start=20, day="2023-01-01", plover="REJECT"),
        claim(party("IND"), kaz, text="no date", start=40, kind="quote", type="quote", mode="", direct=True),
    ]  # fmt: skip
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        opened.add(reading("IND met KAZ", "a1", claims, published="2022-09-17"), METHOD)
        pipeline.reconcile_record(opened)
    return elchi


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("search", []), ("search", ["India"]), ("search", ["met", "--kind", "event", "--since", "2022-01-01"]),
        ("search", ["nothing at all"]), ("search", ["met", "--exact", "--ranked", "--source", "BBC"]),
        ("network", []), ("network", ["--since", "2022-01-01", "--until", "2022-12-31", "--kind", "state"]),
        ("meetings", []), ("meetings", ["--since", "2022-01-01", "--until", "2022-12-31", "--mode", "meet"]),
        ("meetings", ["--entity", "Kazakhstan", "--place", ""]), ("meetings", ["--place", "astana"]),
        ("network", ["--type", "AID"]), ("positions", ["SCO"]), ("positions", ["refused"]),
    ],
)  # fmt: skip
def test_each_json_answer_is_what_its_schema_says(record, name, arguments):
    done = record(name, *arguments, "--json")
    assert done.exit_code == 0, done.stderr
    check(name, json.loads(done.stdout))


def test_home_is_what_its_schema_says(record, tmp_path):
    with Record.open(tmp_path / "elchi.db") as opened:
        check("home", query.home(opened, WORLD).to_json())


def test_search_shows_whom_a_name_means_and_nothing_harmful(record):
    shown = record("search", "भारत").stdout
    assert "भारत means India (IND)" in shown
    assert "3 found, 3 shown" in shown
    assert "kind: event 2, quote 1" in shown
    assert "\x1b" not in shown
    assert "\\x1b[31m refused" in shown


def test_network_shows_a_table_of_dyads(record):
    shown = record("network").stdout.splitlines()
    assert "one\tother\tevents\tco-operation\tconflict\tby root" in shown
    assert "India\tKazakhstan\t1\t1\t0\tCONSULT 1" in shown


def test_positions_show_the_sentence(record):
    shown = record("positions", "SCO").stdout
    assert "Against it" in shown
    assert "India (1)" in shown
    assert "refused" in shown


@pytest.mark.parametrize("arguments", [("search", "no such word"), ("network", "--since", "2030-01-01")])
def test_nothing_found_is_said_and_exits_with_3_when_asked_to(record, arguments):
    assert record(*arguments).exit_code == 0
    assert record(*arguments, "--fail-empty").exit_code == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("search", "--since", "yesterday"), "is no day"), (("search", "--kind", "rumour"), "rumour"),
        (("network", "--until", "2022-13-01"), "is no day"), (("network", "--type", "WAR"), "no PLOVER root"),
    ],
)  # fmt: skip
def test_an_option_that_makes_no_sense_is_wrong_use(record, arguments, told):
    done = record(*arguments)
    assert done.exit_code == 2
    assert told in " ".join(done.stderr.split())


def test_sql_prints_a_table_csv_or_json(record):
    asked = "SELECT type, '=1+1' AS formula, sentence FROM v_claims WHERE type = 'REJECT'"
    assert record("sql", asked).stdout == "type\tformula\tsentence\nREJECT\t=1+1\tIND \\x1b[31m refused\n"
    assert (
        record("sql", asked, "--format", "csv").stdout == "type,formula,sentence\nREJECT,'=1+1,IND \ufffd[31m refused\n"
    )
    for option in (("--json",), ("--format", "json")):
        answer = json.loads(record("sql", asked, *option).stdout)
        check("sql", answer)
        assert answer["rows"] == [["REJECT", "=1+1", "IND \x1b[31m refused"]]
    assert record("sql", "-", piped="SELECT 1 AS one").stdout == "one\n1\n"


def test_sql_names_the_views_and_says_when_rows_are_cut(record):
    assert "v_claims\tclaim, document, kind" in record("sql", "--views").stdout
    assert "only the first 1 rows" in record("sql", "SELECT * FROM v_claims", "--limit", "1").stderr
    assert record("sql", "SELECT 1 WHERE 0", "--fail-empty").exit_code == 3


def test_columns_of_one_name_are_numbered(record):
    assert json.loads(record("sql", "SELECT 1 AS a, 2 AS a", "--json").stdout)["columns"] == ["a", "a_2"]


def test_sql_that_changes_something_fails_with_a_line(record):
    done = record("sql", "DELETE FROM claim")
    assert done.exit_code == 1
    assert done.stderr.startswith("elchi: only SELECT is allowed")
    assert record("sql").exit_code == 2


def test_meetings_are_printed_by_place_and_newest_first(record):
    shown = record("meetings").stdout
    assert "1 meeting, 1 of them at a place that no article names" in shown
    assert "2022-09-16" in shown
    assert "India, Kazakhstan (meet)" in shown
    assert "[no place told]" in shown


def test_meetings_without_any_say_so_and_fail_where_that_is_asked(record):
    done = record("meetings", "--since", "2030-01-01", "--fail-empty")
    assert done.exit_code == 3
    assert "Nobody met anybody" in done.stdout


def test_an_event_is_what_its_schema_says_and_is_printed_with_its_reports(record):
    (told,) = json.loads(record("meetings", "--json").stdout)["meetings"]
    done = record("event", told["id"], "--json")
    check("occurrence", json.loads(done.stdout))
    shown = record("event", told["claims"][0][:8]).stdout
    assert "India met Kazakhstan" in shown
    assert "1 report in 1 article" in shown
    assert "IND met KAZ" in shown


def test_an_event_that_nobody_tells_fails_with_a_message(record):
    done = record("event", "0000000000000000")
    assert done.exit_code == 1
    assert "no event" in done.stderr


@pytest.mark.parametrize(("shape", "begins"), [("csv", "source,target,occurrences"), ("jsonl", '{"source"'),
                                               ("graphml", "<?xml"), ("gexf", "<?xml")])  # fmt: skip
def test_a_network_can_be_had_for_other_programs(record, shape, begins):
    assert record("network", "--format", shape).stdout.startswith(begins)
