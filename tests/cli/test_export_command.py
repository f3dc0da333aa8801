"""`elchi export`: what is asked for, where it goes, what is said of what stays out."""

import json
from itertools import pairwise

import making
import pyarrow.parquet
import pytest

from elchi.cli import exporting
from elchi.export.formats import Layout
from elchi.export.json_text import json_line
from elchi.model.record import Occurrence
from elchi.record import Record

ARTICLES = [
    {"id": "a", "published": "2022-09-17", "text": "IND met KAZ on 2022-09-16 and KAZ met UZB on 2021-01-01"},
    {"id": "b", "published": "2022-09-18", "text": "IND met KAZ on 2022-09-16"},
]


@pytest.fixture
def kept(elchi, tmp_path):
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, ARTICLES)), "utf-8")
    assert elchi("ingest", "a.jsonl").exit_code == 0
    return elchi


def days(done):
    return sorted(json.loads(line)["date"]["start"] for line in done.stdout.splitlines())


@pytest.mark.parametrize(("asked", "found"), [
    ((), ["2021-01-01", "2022-09-16", "2022-09-16"]),
    (("--pair", "india", "KAZ"), ["2022-09-16", "2022-09-16"]),
    (("--entity", "UZB"), ["2021-01-01"]),
    (("--pair", "IND", "KAZ", "--entity", "UZB"), []),
    (("--since", "2022-01-01"), ["2022-09-16", "2022-09-16"]),
    (("--until", "2021-12-31"), ["2021-01-01"]),
    (("--type", "consult"), ["2021-01-01", "2022-09-16", "2022-09-16"]),
    (("--type", "AID", "--type", "AGREE"), []),
    (("--kind", "statement"), []),
    (("--status", "past", "--kind", "event"), ["2021-01-01", "2022-09-16", "2022-09-16"]),
    (("--status", "planned"), []),
])  # fmt: skip
def test_what_is_asked_for_is_exported_in_the_order_of_ids(kept, asked, found):
    done = kept("export", *asked)
    assert done.exit_code == 0
    assert days(done) == found
    ids = [json.loads(line)["claim"] for line in done.stdout.splitlines()]
    assert all(one < other for one, other in pairwise(ids))


@pytest.mark.parametrize("layout", [layout.value for layout in Layout])
def test_every_format_is_written_to_a_file_and_the_same_to_stdout(kept, tmp_path, layout):
    done = kept("export", "--format", layout, "--out", "out.x")
    assert (done.exit_code, done.stdout) == (0, "")
    written = (tmp_path / "out.x").read_bytes()
    assert not list(tmp_path.glob(".out*"))
    if layout == "parquet":
        assert pyarrow.parquet.read_table(tmp_path / "out.x").num_rows == 3
    else:
        assert kept("export", "--format", layout).stdout_bytes == written


def test_what_a_format_cannot_hold_is_counted_on_stderr(kept):
    assert kept("export", "--format", "ics").stderr == "elchi: left out of ics: 3 claims of nothing planned\n"
    assert kept("export", "--format", "ics", "--quiet").stderr == ""


def test_quickstatements_says_what_it_needs(kept, tmp_path):
    said = kept("export", "--format", "quickstatements")
    assert said.stdout == ""
    assert "--confirmed FILE" in said.stderr
    (tmp_path / "ids").write_text("0123\n\n", "utf-8")
    (tmp_path / "items").write_text("IND\tQ668\n", "utf-8")
    given = kept("export", "--format", "quickstatements", "--confirmed", "ids", "--items", "items")
    assert given.stderr == "elchi: left out of quickstatements: 3 claims that Wikidata has no property for\n"


@pytest.mark.parametrize("wrong", [
    ("--format", "parquet"), ("--format", "xls"), ("--since", "yesterday"), ("--until", "2024-13-01"),
    ("--expand", "all"), ("--undated", "guess"), ("--confirmed", "no such file"), ("--status", "maybe"),
])  # fmt: skip
def test_wrong_use_is_said(kept, wrong):
    assert kept("export", *wrong).exit_code == 2


def test_a_table_of_items_of_another_shape_is_wrong_use(kept, tmp_path):
    (tmp_path / "items").write_text("IND Q668\n", "utf-8")
    said = kept("export", "--format", "quickstatements", "--items", "items")
    assert said.exit_code == 2
    assert "items:1" in said.stderr


def test_an_unknown_name_leaves_the_old_file_as_it_was(kept, tmp_path, monkeypatch):
    monkeypatch.setattr(exporting, "known_names", lambda: making.WORLD)
    (tmp_path / "out.csv").write_text("old", "utf-8")
    said = kept("export", "--format", "csv", "--entity", "Nowhere at all", "--out", "out.csv")
    assert said.exit_code == 1
    assert "names no entity" in said.stderr
    assert (tmp_path / "out.csv").read_text("utf-8") == "old"
    assert not list(tmp_path.glob(".*"))


def test_a_file_that_cannot_be_written_is_an_error_of_one_line(kept):
    said = kept("export", "--out", "no/such/folder/out.jsonl")
    assert said.exit_code == 1
    assert said.stderr.startswith("elchi: no/such/folder/out.jsonl: cannot be written")


def test_half_a_surrogate_pair_is_an_escape_in_json_lines(tmp_path):
    exporting.write_text([json_line({"text": "\ud800 भारत"}) + "\n"], tmp_path / "out.jsonl")
    assert json.loads((tmp_path / "out.jsonl").read_text("utf-8")) == {"text": "\ud800 भारत"}


def test_gdelt_in_dyads(kept):
    whole = kept("export", "--format", "gdelt").stdout.splitlines()
    dyads = kept("export", "--format", "gdelt", "--expand", "dyads").stdout.splitlines()
    assert (len(whole), len(dyads)) == (3, 6)


class WithOccurrences:
    """What a record adds that has resolved its claims: here, all claims of one day are one occurrence."""

    def occurrences(self, *, limit, offset):
        days = {}
        for stored in self.claims():
            days.setdefault(stored.claim.date.start.isoformat(), []).append(stored.claim)
        return [_occurrence(day, told) for day, told in sorted(days.items())][offset : offset + limit]

    def occurrences_of_pair(self, key):
        return [found for found in self.occurrences(limit=99, offset=0) if found.block == key]

    def occurrences_of_entity(self, entity):
        return [found for found in self.occurrences(limit=99, offset=0) if entity in found.block]

    def claims_with_ids(self, ids):
        return {stored.claim.claim: stored for stored in self.claims() if stored.claim.claim in ids}


def _occurrence(day, told):
    lead = told[0]
    block = "|".join(sorted(p.entity for p in lead.participants))
    return Occurrence(
        day, block, lead.type, lead.mode, lead.status.value, lead.plover, "", lead.date, None, lead.claim,
        tuple(sorted(c.claim for c in told)),
    )  # fmt: skip


@pytest.fixture
def resolved(kept, monkeypatch):
    for name in ("occurrences", "occurrences_of_pair", "occurrences_of_entity", "claims_with_ids"):
        monkeypatch.setattr(Record, name, getattr(WithOccurrences, name), raising=False)
    return kept


@pytest.mark.parametrize(("asked", "found"), [
    ((), [("2021-01-01", 1), ("2022-09-16", 2)]),
    (("--pair", "IND", "KAZ"), [("2022-09-16", 2)]),
    (("--entity", "KAZ", "--pair", "KAZ", "UZB"), [("2021-01-01", 1)]),
    (("--since", "2022-01-01"), [("2022-09-16", 2)]),
])  # fmt: skip
def test_an_occurrence_is_one_row_with_all_its_claims(resolved, asked, found):
    done = resolved("export", "--unit", "occurrences", *asked)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["id"], len(row["claims"])) for row in told] == found
    assert all(len(row["claims"]) == len(row["sentences"]) for row in told)
