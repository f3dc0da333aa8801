"""Each command: what it prints where, and how it ends."""

import io
import json
import subprocess
import sys
import time
from dataclasses import replace
from importlib import import_module

import pytest
import regex
from making import METHOD, claim, party, reading, statement

from elchi import cli, pipeline
from elchi.cli.page import Page
from elchi.model import Basis, DateSpan
from elchi.record import Record

ARTICLES = '{"id": "a1", "text": "IND met KAZ on 2022-09-16", "source": "BBC Hindi", "published": "2022-09-17"}\n'


@pytest.fixture
def record(tmp_path):
    """A record at the default place with one of each kind of claim."""
    ind, kaz = party("IND", mention=(0, 4)), party("KAZ")
    modi = party("narendra-modi", kind="person")
    tokayev = party("kassym-jomart-tokayev", kind="person")
    about = {"published": "2022-09-17", "source": "BBC Hindi", "text": "भारत और"}
    level = {"value": {"text": "strategic partnership"}, "valid_from": DateSpan.year(2009)}
    quote = claim(
        party("narendra-modi", "speaker", "person"), party("IND", "speaker"), party("KAZ", "about"), kind="quote",
        type="quote", mode="", direct=True, start=60, **about,
    )  # fmt: skip
    claims = [
        claim(modi, ind, tokayev, kaz, day="2022-09-16", **about),
        claim(ind, kaz, status="planned", day="2023-07-04", start=30, **about),
        claim(ind, kaz, status="denied", mode="call", start=40, **about),
        statement("partnership", party("IND", "subject"), party("KAZ", "object"), start=50, **about, **level),
        quote,
    ]
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        opened.add(reading("भारत और कज़ाख़स्तान", "a1", claims, published="2022-09-17"), METHOD)
    return quote


# --- the program


def test_the_help_lists_each_command_with_its_own_first_line(elchi):
    shown = elchi("--help").stdout
    for name, summary in cli.COMMANDS.items():
        assert summary in shown
        assert elchi(name, "--help").stdout.split("\n\n")[1].strip() == summary


@pytest.mark.parametrize("command", [name for name in cli.COMMANDS if name != "schema"])
def test_the_help_of_each_command_teaches_by_examples(elchi, command):
    shown = elchi(command, "--help").stdout
    assert f"Examples:\n    elchi {command}" in shown


def loaded_by(program):
    """Run `program` in a process of its own and return which of the slow libraries it loaded."""
    shown = "import sys; print([m for m in ('rich.console', 'sqlalchemy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", f"{program}\n{shown}"], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


def test_the_help_comes_without_loading_anything_slow():
    assert loaded_by("from elchi import cli\ntry: cli.app(['--help'])\nexcept SystemExit: pass") == "[]"


def test_extract_loads_neither_the_record_nor_the_terminal_library():
    assert loaded_by("import elchi.cli.extract") == "[]"


def test_the_help_comes_within_the_time_that_feels_instant():
    def seconds():
        begun = time.monotonic()
        subprocess.run([sys.executable, "-m", "elchi", "--help"], check=True, capture_output=True)
        return time.monotonic() - begun

    assert min(seconds() for _ in range(3)) <= 0.4


def test_the_version_is_printed(elchi):
    assert elchi("--version").stdout.startswith("elchi 0.")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nothing"], 2, "No such command"),
        (["pair", "IND"], 2, "Missing argument"),
        (["pair", "IND", "KAZ"], 1, 'elchi: elchi.db: no record here; start one with "elchi ingest PATH'),
        (["extract", "x.txt", "--published", "soon"], 2, "ISO 8601"),
        (["entity", "IND", "--on", "soon"], 2, "write it as 2017-07-01"),
        (["schema", "nothing"], 1, "there are: claim"),
        (["explain"], 2, "--article"),
    ],
)
def test_an_error_is_one_line_that_leads_out(elchi, arguments, code, said):
    done = elchi(*arguments)
    assert done.exit_code == code
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_debug_shows_where_an_error_arose(elchi, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["elchi", "pair", "IND", "KAZ", "--debug"])
    assert type(elchi("pair", "IND", "KAZ", "--debug").exception).__name__ == "NoRecordError"


def test_an_interrupted_command_ends_with_130(elchi, monkeypatch, tmp_path):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read_claims", interrupt)
    (tmp_path / "a.jsonl").write_text(ARTICLES)
    done = elchi("ingest", "a.jsonl")
    assert done.exit_code == 130
    assert "interrupted" in done.stderr


# --- extract


def test_extract_prints_a_claim_a_line_and_nothing_else(elchi, tmp_path):
    (tmp_path / "a.jsonl").write_text(ARTICLES)
    done = elchi("extract", "a.jsonl")
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["document"] == "a1"
    assert (done.exit_code, done.stderr) == (0, "")


def test_extract_reads_on_after_failures_and_ends_with_4(elchi, tmp_path):
    rows = ["{", '{"text": "???"}', '{"text": "!!!"}', ARTICLES.strip()]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    done = elchi("extract", "a.jsonl")
    assert done.exit_code == 4
    assert len(done.stdout.splitlines()) == 1
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"]
    assert "please report" in done.stderr


def test_extract_reads_standard_input(elchi):
    assert json.loads(elchi("extract", "-", piped="IND met KAZ on 2022-09-16").stdout)["document"] == "stdin"


def test_extract_prints_a_table(elchi, tmp_path):
    (tmp_path / "a.jsonl").write_text(ARTICLES)
    header, row = elchi("extract", "a.jsonl", "--format", "table").stdout.splitlines()
    assert header.split("\t")[:2] == ["type", "mode"]
    assert "India, Kazakhstan" in row


# --- ingest


def test_ingest_twice_adds_nothing_the_second_time(elchi, tmp_path):
    (tmp_path / "a.jsonl").write_text(ARTICLES)
    first, second = (json.loads(elchi("ingest", "a.jsonl", "--json").stdout) for _ in range(2))
    assert (first["articles"], first["new"], first["claims"]) == (1, 1, 1)
    assert (second["articles"], second["new"], second["claims"]) == (1, 0, 0)


def test_ingest_lists_what_failed_and_ends_with_4(elchi, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "???"}\n{\n' + ARTICLES)
    done = elchi("ingest", "a.jsonl", "--json")
    assert done.exit_code == 4
    assert [row["document"] for row in json.loads(done.stdout)["failed"]] == ["a.jsonl:1", "a.jsonl:2"]
    assert "a.jsonl:2" in done.stderr


def test_quiet_leaves_only_failures_on_stderr(elchi, tmp_path):
    (tmp_path / "a.jsonl").write_text(ARTICLES)
    assert elchi("ingest", "a.jsonl", "--quiet").stderr == ""
    assert "1 articles read" in elchi("ingest", "a.jsonl").stderr


def test_the_record_may_be_named_by_the_environment(elchi, tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_text(ARTICLES)
    monkeypatch.setenv("ELCHI_RECORD", str(tmp_path / "named.db"))
    elchi("ingest", "a.jsonl")
    assert (tmp_path / "named.db").exists()


# --- answers


def test_a_dossier_reads_from_what_holds_to_what_happened_to_what_was_said(elchi, record):
    shown = elchi("pair", "India", "Kazakhstan").stdout
    parts = [
        "India – Kazakhstan", "Present state", "strategic partnership since 2009  as told on 2022-09", "newest first",
        "meeting     India will meet Kazakhstan", "due 2023-07-04",
        "2022-09-16  Narendra Modi (IND) met Kassym-Jomart Tokayev (KAZ)", "              “भारत और”",
        "              — BBC Hindi · 2022-09-17 · d1",
        "(2022-09-17) India did not speak by telephone or video with Kazakhstan  [denied]",
        "What was said", "Narendra Modi (IND)",
    ]  # fmt: skip
    places = [shown.find(part) for part in parts[:4]]
    assert -1 not in [shown.find(part) for part in parts], shown
    assert places == sorted(places)


def test_a_dossier_counts_reports_and_says_so_once(elchi, record):
    shown = elchi("pair", "IND", "KAZ").stdout
    assert "\n1 article; (a day in brackets)" in shown
    assert shown.count("support counts reports: copies and translations of one text count once") == 1
    assert shown.rstrip().endswith("count once")
    assert "Nothing is recorded of these two; read articles" in elchi("pair", "IND", "UZB").stdout


def test_a_weak_or_inferred_reading_is_marked(elchi, tmp_path):
    sides = [party(state, basis=Basis.BOTH_SIDES) for state in ("IND", "KAZ")]
    pti = ({"entity": "pti", "label": "PTI", "kind": "agency"},)
    made = replace(claim(*sides, day="2022-09-16", attribution=pti), confidence=0.5)
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        opened.add(reading("A met B", "d1", [made]), METHOD)
    assert "[weak, parties inferred]  according to PTI" in elchi("pair", "IND", "KAZ").stdout
    assert "[weak] [parties inferred]" in elchi("explain", made.claim).stdout.splitlines()[0]


def test_an_entity_tells_who_is_a_member_since_when(elchi, tmp_path):
    sco = party("SCO", "object", "organisation")
    claims = [
        statement("member_of", party("KAZ", "subject"), sco, valid_from=DateSpan.year(2001), published="2020-01-01"),
        statement("member_of", party("UZB", "subject"), sco, start=9, published="2024-07-04"),
        statement(
            "founded", party("SCO", "subject", "organisation"), start=20, status="past", valid_from=DateSpan.year(2001),
            published="2020-01-01",
        ),
    ]  # fmt: skip
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        opened.add(reading("A met B and C met D and E met F", "d1", claims), METHOD)
    shown = elchi("entity", "SCO", "--on", "2018-01-01").stdout
    parts = [
        "was founded in 2001 (as told on 2020-01-01 by 1 report)", "Members (1)\nid",
         "Members, named as such later only, start unknown (1)",
        "start unknown, first told 2024-07-04", "as told by 1 article; not a full list", " and ",
    ]  # fmt: skip
    assert not [part for part in parts if part not in shown], shown
    assert "(2024-07-04) Uzbekistan is a member of" in elchi("timeline", "UZB").stdout


@pytest.mark.parametrize(
    ("made", "row"),
    [
        (claim(party("IND"), party("KAZ"), date=DateSpan.year(1977)), "past\t1977\tIndia, Kazakhstan"),
        (claim(party("IND", "actor"), party("KAZ", "recipient"), date=DateSpan.month(2024, 7)),
         "2024-07\tIndia -> Kazakhstan"),
        (statement("member_of", party("KAZ", "subject"), party("SCO", "object"), valid_from=DateSpan.year(2001)),
         "2001\tKazakhstan -> "),
        (claim(party("IND"), party("SCO", "about"), date=DateSpan.unresolved("soon")), "past\t\tIndia; about: "),
    ],
)  # fmt: skip
def test_a_table_of_claims_keeps_partial_dates_and_roles(elchi, tmp_path, monkeypatch, made, row):
    monkeypatch.setattr(pipeline, "read_claims", lambda _: reading("A met B", claims=[made]))
    (tmp_path / "a.jsonl").write_text(ARTICLES)
    assert row in elchi("extract", "a.jsonl", "--format", "table").stdout


def test_nothing_found_is_told_only_when_asked(elchi, record):
    assert elchi("pair", "IND", "UZB").exit_code == 0
    assert elchi("pair", "IND", "UZB", "--fail-empty").exit_code == 3
    assert elchi("timeline", "UZB", "--fail-empty").exit_code == 3
    assert elchi("entity", "UZB", "--fail-empty").exit_code == 3


def test_piped_output_has_neither_colour_nor_broken_lines(elchi, record):
    shown = elchi("pair", "IND", "KAZ").stdout
    assert "\x1b" not in shown


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_has_colour_unless_the_user_wants_none(monkeypatch, variables, coloured):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal())
    Page().entry("2022-09-16", "India met Kazakhstan")
    assert ("\x1b[3" in sys.stdout.getvalue()) is coloured


def test_explain_shows_rule_words_weight_and_sentence(elchi, record):
    shown = elchi("explain", record.claim[:8]).stdout
    parts = (
        "Narendra Modi (IND) said", "“भारत और”", "Who was found", "named", "Weights", "met", "+1.00", "confidence 0.90",
    )  # fmt: skip
    places = [shown.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_explain_of_a_statement_without_rules_says_what_it_rests_on(elchi, tmp_path):
    made = replace(statement("founded", party("SCO", "subject"), valid_from=DateSpan.year(2001)), reasons=())
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        opened.add(reading("A met B", "d1", [made]), METHOD)
    shown = elchi("explain", made.claim).stdout
    assert shown.splitlines()[0].endswith("was founded in 2001")
    assert "statements carry no weights yet" in shown


def test_explain_reads_a_file_that_is_in_no_record(elchi, tmp_path):
    (tmp_path / "a.jsonl").write_text(ARTICLES)
    assert "IND met KAZ" in elchi("explain", "--article", "a.jsonl").stdout
    assert "IND met KAZ" in elchi("explain", "a.jsonl").stdout
    assert elchi("explain", "ffffffff", "--article", "a.jsonl").exit_code == 1


def test_text_prints_exactly_what_offsets_count_in(elchi, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"IND met KAZ on 2022-09-16\r\n\x1b]0;x\x07")
    elchi("ingest", "a.txt")
    assert elchi("text", "a.txt").stdout_bytes == b"IND met KAZ on 2022-09-16\r\n\x1b]0;x\x07"
    assert elchi("text", "none").exit_code == 1


def test_export_gives_the_claims_that_extract_gives_by_id(elchi, tmp_path):
    rows = [{"id": f"a{n}", "text": f"IND met KAZ on 2022-09-{n:02}"} for n in range(1, 9)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    elchi("ingest", "a.jsonl")
    exported = elchi("export").stdout.splitlines()
    assert sorted(exported, key=lambda line: json.loads(line)["claim"]) == exported
    assert sorted(exported) == sorted(elchi("extract", "a.jsonl").stdout.splitlines())


def test_doctor_fails_with_a_remedy_on_a_foreign_file(elchi, tmp_path):
    (tmp_path / "elchi.db").write_text("not a record")
    done = elchi("doctor")
    assert done.exit_code == 1
    assert "fail  record" in done.stdout


@pytest.mark.parametrize(
    ("cache", "line"),
    [
        (None, r"ok    compiled tables: .+: \d+ files, \d+\.\d MB, in use"),
        ("off", "ok    compiled tables: kept nowhere, every start takes longer"),
        ("in-the-way", "warn  compiled tables: in-the-way: 0 files, 0.0 MB, cannot be used: every start takes longer"),
    ],
)
def test_doctor_tells_whether_compiled_tables_are_used(elchi, tmp_path, monkeypatch, cache, line):
    (tmp_path / "in-the-way").write_text("a file")
    if cache:
        monkeypatch.setenv("ELCHI_CACHE", cache)
    done = elchi("doctor")
    assert done.exit_code == 0
    assert regex.search(rf"^{line}$", done.stdout, regex.MULTILINE)


@pytest.mark.parametrize("command", [("pair", "IND", "KAZ"), ("timeline", "IND"), ("explain", "a1")])
def test_hostile_text_cannot_reach_the_terminal(elchi, tmp_path, command):
    hostile = "IND\x1b[2J\u202eevil\x9b31m [bold]x[/bold]"
    made = claim(party("IND"), party("KAZ"), day="2022-09-16", text=hostile, source="\x1b]0;owned\x07")
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        opened.add(reading(hostile, "a1", [made]), METHOD)
    done = elchi(*command)
    assert not set(done.stdout) & set("\x1b\u202e\x9b\x07")
    assert "\\u202e" in done.stdout
    assert "[bold]x[/bold]" in done.stdout


@pytest.mark.parametrize("command", [("pair", "IND", "KAZ", "--json"), ("export",)])
def test_json_of_hostile_text_is_escaped_and_reads_back_equal(elchi, tmp_path, command):
    hostile = "IND\x1b[2J\u202eevil\x9b31m\u2066\U000e0041"
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        opened.add(reading(hostile, "a1", [claim(party("IND"), party("KAZ"), text=hostile)]), METHOD)
    shown = elchi(*command).stdout
    assert not set(shown) & set("\x1b\u202e\x9b\u2066\U000e0041")
    row = json.loads(shown)
    told = row["occurrences"][0] if "occurrences" in row else row
    assert told["evidence"][0]["text"] == hostile


def test_every_command_module_has_one_command_of_its_name():
    for name in cli.COMMANDS:
        app = import_module(f"elchi.cli.{name}").app
        if app.registered_callback is not None:  # a command with verbs of its own
            assert app.registered_callback.callback.__name__ == name
            continue
        (command,) = app.registered_commands
        assert command.name == name
