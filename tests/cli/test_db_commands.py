"""`elchi db` and `elchi forget`: a record as a whole, and an article that goes for good."""

import json
import sqlite3
from contextlib import closing

import pytest

TEXTS = ("IND met KAZ on 2022-09-16", "IND met UZB on 2023-01-02")


@pytest.fixture
def news(elchi, tmp_path):
    lines = [{"id": f"a{n}", "text": text, "published": "2023-02-01", "language": "hi"} for n, text in enumerate(TEXTS)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    assert elchi("ingest", "a.jsonl", "--record", "news.db", "--quiet").exit_code == 0
    return elchi


def told(run, *arguments):
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_a_record_says_what_it_holds(news):
    row = told(news, "db", "info", "--record", "news.db")
    assert (row["articles"], row["claims"], row["record"]) == (2, 2, "news.db")
    assert "claims        2" in news("db", "info", "--record", "news.db").stdout


def test_a_copy_and_a_loaded_bundle_export_the_same(news, tmp_path):
    bundle = news("export", "--format", "bundle", "--record", "news.db").stdout
    (tmp_path / "b.jsonl").write_text(bundle, "utf-8")
    assert told(news, "db", "copy", "news.db", "copy.db")["claims"] == 2
    assert told(news, "db", "load", "b.jsonl", "--record", "loaded.db")["claims"] == 2
    for place in ("copy.db", "loaded.db"):
        assert news("export", "--format", "bundle", "--record", place).stdout == bundle
        assert (
            news("pair", "IND", "KAZ", "--record", place).stdout
            == news("pair", "IND", "KAZ", "--record", "news.db").stdout
        )


@pytest.mark.parametrize(
    ("content", "words"),
    [('{"bundle": 1}\n', "cut off"), ("no json\n", "b.jsonl:1: no line of JSON"), ("[]\n", "no bundle of elchi")],
)
def test_a_file_that_is_no_bundle_is_refused(news, tmp_path, content, words):
    (tmp_path / "b.jsonl").write_text(content, "utf-8")
    done = news("db", "load", "b.jsonl", "--record", "loaded.db")
    assert done.exit_code == 1
    assert words in done.stderr


def test_a_record_that_holds_something_is_not_written_over(news):
    done = news("db", "copy", "news.db", "news.db")
    assert done.exit_code == 1
    assert "empty record" in done.stderr


@pytest.mark.parametrize("arguments", [("copy", "news.db"), ("load",), ("info", "news.db")])
def test_the_number_of_places_is_checked(news, arguments):
    assert news("db", *arguments).exit_code == 2


def test_a_bundle_that_is_not_there_is_named(news):
    assert "none.jsonl" in news("db", "load", "none.jsonl", "--record", "x.db").stderr


def test_an_article_is_forgotten_and_the_rest_stays(news, tmp_path):
    row = told(news, "forget", "a0", "--yes", "--record", "news.db", "--reason", "asked", "--author", "ann")
    assert row == {"schema_version": 1, "documents": ["a0"], "texts": 1, "claims": 1}
    assert told(news, "db", "info", "--record", "news.db")["claims"] == 1
    assert news("text", "a0", "--record", "news.db").exit_code == 1
    with closing(sqlite3.connect(tmp_path / "news.db")) as file:
        assert file.execute("SELECT kind, author, reason FROM judgement").fetchall() == [("forget", "ann", "asked")]


def test_forgetting_asks_first_and_names_what_is_not_there(news):
    assert "--yes" in news("forget", "a0", "--record", "news.db").stderr
    done = news("forget", "a9", "--yes", "--record", "news.db")
    assert (done.exit_code, "a9" in done.stderr) == (1, True)
