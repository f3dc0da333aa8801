"""The gate judges rightly: floors hold or fail, none falls by accident, examples are compared field by field."""

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from elchi.model import Article

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "eval"))
figures, examples = importlib.import_module("figures"), importlib.import_module("examples")
Figure = figures.Figure


@pytest.mark.parametrize(
    ("name", "value", "floor", "holds"),
    [
        ("f1", 0.5, 0.5, True),
        ("f1", 0.49, 0.5, False),
        ("f1", 0.1, None, True),
        ("events_per_article", 0.5, 0.4, False),
        ("events_per_article", 0.3, 0.4, True),
    ],
)
def test_a_figure_is_held_to_its_floor(name, value, floor, holds):
    assert Figure("set", name, value).holds(floor) is holds


@pytest.mark.parametrize(
    ("name", "value", "floor"),
    [
        ("f1", 0.4567, 0.45),
        ("f1", 0.29, 0.29),
        ("events_per_article", 0.31, 0.31),
        ("events_per_article", 0.305, 0.31),
    ],
)
def test_a_floor_is_set_on_the_safe_side(name, value, floor):
    figure = Figure("set", name, value)
    assert figure.as_floor() == floor
    assert figure.holds(figure.as_floor())


def test_a_floor_is_not_lowered_unless_that_is_said():
    old = {"news": {"f1": 0.5, "recall": 0.4}, "seeds": {"recall": 0.7}}
    worse = [Figure("news", "f1", 0.45), Figure("news", "recall", 0.6)]
    kept, refused = figures.new_floors(old, worse, lower=False)
    assert kept == {"news": {"f1": 0.5, "recall": 0.6}, "seeds": {"recall": 0.7}}
    assert len(refused) == 1
    assert "news f1" in refused[0]
    lowered, refused = figures.new_floors(old, worse, lower=True)
    assert lowered["news"]["f1"] == 0.45
    assert not refused


def test_floors_are_read_as_they_were_written(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text("# why\n\n[old]\nf1 = 0.1\n", "utf-8")
    floors = {"news": {"f1": 0.5}, "examples": {"xx": 0.75}}
    figures.write_floors(floors, path)
    assert figures.read_floors(path) == floors
    assert path.read_text("utf-8").startswith("# why\n")


def outcome(text, claims, published="2024-08-20"):
    return examples.run_example(examples.Example("hi", 1, Article("x", text, None, "hi", published), tuple(claims)))


MEETING = "भारत के विदेश मंत्री ने मंगलवार को रूस के विदेश मंत्री से मुलाकात की।"


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        ({"kind": "event", "type": "CONSULT", "parties": ["IND", "RUS"]}, True),
        ({"kind": "event", "type": "CONSULT", "parties": ["IND", "CHN"]}, False),
        ({"kind": "event", "type": "CONSULT", "actor": "IND", "recipient": "RUS"}, False),
        ({"kind": "event", "type": "SUPPORT", "parties": ["IND", "RUS"]}, False),
        ({"kind": "event", "type": "CONSULT", "status": "planned"}, False),
        ({"kind": "event", "type": "CONSULT", "date": ["2024-08-20", "2024-08-20"]}, True),
        ({"kind": "event", "type": "CONSULT", "date": ["2024-08-21", "2024-08-21"]}, False),
        ({"kind": "event", "type": "CONSULT", "evidence": "मुलाकात की"}, True),
        ({"kind": "event", "type": "CONSULT", "evidence": "हस्ताक्षर"}, False),
    ],
)
def test_an_example_is_compared_field_by_field(wanted, holds):
    assert outcome(MEETING, [wanted]).holds is holds


def test_two_expected_claims_need_two_found_ones():
    wanted = {"kind": "event", "type": "CONSULT", "parties": ["IND", "RUS"]}
    assert not outcome(MEETING, [wanted, wanted]).holds


def test_an_example_of_nothing_holds_where_no_event_is_found():
    assert outcome("मौसम विभाग ने बारिश का अनुमान जताया है।", []).holds
    assert not outcome(MEETING, []).holds


def run_gate(*arguments, **environment):
    kept = {name: value for name, value in os.environ.items() if name != "ELCHI_EVAL"}
    command = [sys.executable, str(ROOT / "eval" / "gate.py"), *arguments]
    return subprocess.run(
        command, env=kept | environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_without_labelled_news_the_gate_says_so():
    done = run_gate("--only", "news")
    assert done.returncode == 0, done.stderr
    assert "ELCHI_EVAL" in done.stdout


def test_a_wrong_folder_of_labelled_news_is_an_error(tmp_path):
    done = run_gate(ELCHI_EVAL=str(tmp_path))
    assert done.returncode == 1
    assert "score.py" in done.stderr


def test_the_gate_gives_its_figures_to_a_script():
    done = run_gate("--only", "examples", "--json")
    found = json.loads(done.stdout)
    assert {row["name"] for row in found["figures"]} >= {"bn", "hi"}
    assert found["wrong_evidence"] == []
