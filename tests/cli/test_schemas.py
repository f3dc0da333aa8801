"""Every --json answer, and every claim, is what its published JSON Schema says."""

import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from making import METHOD, claim, party, reading, statement
from referencing import Registry, Resource

from elchi import pipeline
from elchi.cli import demo
from elchi.model import Basis, DateSpan
from elchi.record import Counts, Record

SCHEMAS = {
    file.name.removesuffix(".schema.json"): json.loads(file.read_text("utf-8"))
    for file in (files("elchi") / "data" / "schema").iterdir()
    if file.name.endswith(".schema.json")
}
REGISTRY = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in SCHEMAS.values())


def check(name, row):
    Draft202012Validator(SCHEMAS[name], registry=REGISTRY, format_checker=FormatChecker()).validate(row)


def full_claims():
    ind, kaz = party("IND", mention=(0, 3), basis=Basis.TITLE, office="president"), party("KAZ")
    yield claim(
        ind, kaz, day="2022-09-16", text="IND", value={"factor": 2}, background=True, virtual=True,
        contexts=("energy",), published="2022-09-17", source="BBC",
        instrument={"id": "x", "name": "pact", "kind": "treaty", "state": "signed"},
        place={"entity": "astana", "label": "Astana", "country": "KAZ"},
        attribution=({"entity": "pti", "label": "PTI", "kind": "agency", "mention": {"start": 0, "end": 3}},),
    )  # fmt: skip
    yield claim(ind, kaz, text="IND", start=3, date=DateSpan.unresolved("हाल ही में"), status="denied")
    yield claim(ind, kaz, text="IND", start=9, kind="quote", type="quote", mode="", direct=False, medium="telephone")
    ends = party("IND", "subject"), party("KAZ", "object")
    for amount, start in ((2.1e9, 12), (2.3e9, 15)):
        value, year = {"amount": amount, "unit": "USD"}, DateSpan.year(2021)
        yield statement("trade_volume", *ends, value=value, valid_from=year, valid_to=year, start=start, record=True)
    yield statement("member_of", ends[0], party("SCO", "object", "organisation"), start=18)
    yield statement("chairs", ends[0], party("SCO", "object", "organisation"), start=21)
    holder = party("narendra-modi", "subject", "person", office="prime_minister")
    yield statement("holds_office", holder, party("IND", "object"), start=24)


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        opened.add(reading("IND met KAZ", "a1", full_claims(), published="2022-09-17"), METHOD)
        pipeline.reconcile_record(opened)
    return next(full_claims()).claim


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_each_schema_is_a_schema(name):
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("made", list(full_claims()), ids=lambda c: f"{c.kind}-{c.type}-{c.status}")
def test_a_claim_is_what_its_schema_says(made):
    check("claim", made.to_json())


def test_the_schema_refuses_a_claim_without_evidence():
    row = next(full_claims()).to_json() | {"evidence": []}
    assert not Draft202012Validator(SCHEMAS["claim"], registry=REGISTRY).is_valid(row)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("pair", ["IND", "KAZ"]), ("pair", ["IND", "SCO"]), ("pair", ["IND", "UZB"]), ("entity", ["SCO"]),
        ("entity", ["SCO", "--on", "2022-01-01"]), ("entity", ["narendra-modi"]), ("entity", ["UZB"]),
        ("timeline", ["IND"]), ("timeline", ["UZB"]), ("text", ["a1"]), ("doctor", []),
        ("explain", ["a1"]), ("pair", ["IND", "KAZ", "--on", "2022-01-01"]),
        ("pair", ["IND", "KAZ", "--known", "2022-12-31"]), ("pair", ["IND", "KAZ", "--known", "2000-01-01"]),
        ("entity", ["SCO", "--known", "2022-12-31"]), ("timeline", ["IND", "--known", "2022-12-31"]),
        ("conflicts", []), ("conflicts", ["--state", "open", "--pair", "IND", "KAZ"]),
        ("promises", []), ("promises", ["--due", "--today", "2030-01-01"]), ("promises", ["--pair", "IND", "KAZ"]),
        ("diff", ["--known", "2022-09-01", "--to", "2022-09-30"]),
        ("diff", ["--known", "2000-09-01", "--to", "2000-09-30", "--pair", "IND", "KAZ"]),
    ],
)  # fmt: skip
def test_each_json_answer_is_what_its_schema_says(elchi, record, name, arguments):
    check(name, json.loads(elchi(name, *arguments, "--json").stdout))


def test_the_summary_of_ingest_is_what_its_schema_says(elchi, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "IND met KAZ on 2022-09-16"}\n{"text": "???"}\n')
    check("ingest", json.loads(elchi("ingest", "a.jsonl", "--json").stdout))


def test_the_demo_is_what_its_schema_says_and_shows_a_dossier(elchi, tmp_path, monkeypatch):
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": "a1", "text": "IND met KAZ on 2022-09-16"}\n')
    monkeypatch.setattr(demo, "_corpus", lambda _: corpus)
    check("demo", json.loads(elchi("demo", "--json").stdout))
    shown = elchi("demo").stdout
    assert "1 sample article read" in shown
    assert "India – Kazakhstan" in shown
    assert "Where to go next" in shown


def test_the_demo_begins_with_events_counts_failures_and_shows_a_conflict(elchi, tmp_path, monkeypatch):
    corpus = tmp_path / "corpus.jsonl"
    rows = ["IND met KAZ on 2022-09-16", "IND met KAZ on 2022-09-18", "???"]
    corpus.write_text("".join(json.dumps({"id": f"a{n}", "text": text}) + "\n" for n, text in enumerate(rows)))
    monkeypatch.setattr(demo, "_corpus", lambda _: corpus)
    shown = elchi("demo").stdout
    assert ", 1 failed: 2 claims" in shown
    assert "Where sources differ" in shown
    assert json.loads(elchi("demo", "--json").stdout)["conflict"]["kind"] == "translation"


def test_the_table_of_the_demo_ends_with_the_commonest_statement():
    types = (("statement", "holds_office", 9), ("statement", "member_of", 5), ("event", "AID", 1))
    counts = Counts(1, 15, 0, 2, types, ())
    assert [row[1] for row in demo._types(counts)] == ["AID", "member_of", "holds_office"]


def test_schema_prints_the_packaged_file(elchi):
    assert json.loads(elchi("schema", "claim").stdout) == SCHEMAS["claim"]
    assert elchi("schema").stdout.split() == sorted(SCHEMAS)


def test_the_demo_says_so_when_its_corpus_is_missing(elchi, monkeypatch, tmp_path):
    monkeypatch.setattr(demo, "files", lambda _: tmp_path)
    done = elchi("demo")
    assert done.exit_code == 1
    assert "reinstall elchi" in done.stderr
