"""`elchi stories` and `elchi story`: what they print, and that it is what the schema says."""

import json
import sys
from pathlib import Path

import pytest
from test_schemas import check

sys.path.insert(0, str(Path(__file__).parents[1] / "stories"))
from retelling import CORPUS, WRONG_FIGURE


@pytest.fixture
def corpus(tmp_path):
    """The corpus of tests/stories as a file in the empty folder, and a copy of one article with another figure."""
    rows = [
        {"id": name, "published": published, "source": source or None, "text": text}
        for name, (published, source, text) in CORPUS.items()
    ]
    rows.append({"id": "en-wrong", "published": "2026-03-04", "text": WRONG_FIGURE})
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return "a.jsonl"


def lines(done):
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_stories_prints_a_story_a_line_as_its_schema_says(elchi, corpus):
    told = lines(elchi("stories", corpus))
    for row in told:
        check("story", row)
    assert sorted(d["document"] for row in told for d in row["documents"]) == sorted([*CORPUS, "en-wrong"])
    assert max(row["independent"] for row in told) == 2


def test_the_table_has_a_row_for_every_article(elchi, corpus):
    header, *rows = elchi("stories", corpus, "--format", "table").stdout.splitlines()
    assert header.split("\t")[:4] == ["story", "reports", "document", "relation"]
    assert {row.split("\t")[2] for row in rows} == {*CORPUS, "en-wrong"}


def test_what_cannot_be_read_is_listed_and_the_rest_is_told(elchi, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "Talks in Astana."}\n{\n')
    done = elchi("stories", "a.jsonl")
    assert done.exit_code == 4
    assert "a.jsonl:2" in done.stderr
    assert json.loads(done.stdout)["documents"][0]["document"] == "x"


def test_story_shows_sentences_side_by_side_and_the_figure_that_differs(elchi, corpus):
    shown = elchi("story", "en-wrong", corpus).stdout
    assert "Figures that differ" in shown
    assert "4.3 ≠" in shown or "≠ 4.3" in shown
    assert shown.count("12,500") >= 2


def test_story_as_json_is_what_its_schema_says_and_aligns_every_copy(elchi, corpus):
    told = json.loads(elchi("story", "hi", corpus, "--json").stdout)
    check("story", told)
    aligned = {row["document"] for row in told["alignments"]}
    assert aligned == {d["document"] for d in told["documents"] if d["relation"] not in {"original", "independent"}}


def test_a_story_is_found_by_its_id_too(elchi, corpus):
    told = lines(elchi("stories", corpus))[0]
    assert f"Story {told['story']}" in elchi("story", told["story"][:8], corpus).stdout


@pytest.mark.parametrize(("name", "said"), [("nobody", "no story or article 'nobody'"), ("", "stories begin with ''")])
def test_a_name_that_fits_none_or_several_is_an_error(elchi, corpus, name, said):
    done = elchi("story", name, corpus)
    assert done.exit_code == 1
    assert said in done.stderr


def test_a_follow_up_is_shown_beside_its_story(elchi, corpus):
    assert "followup:" in elchi("story", "hi-later", corpus).stdout
