"""The benchmark runs by one command, says all it should, and reading stays small. Speed is its figure, no test's."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_MEMORY_MB = 400


def test_the_benchmark_runs_on_the_sample_corpus_and_memory_stays_small():
    environment = {name: value for name, value in os.environ.items() if name != "ELCHI_EVAL"}
    run = [sys.executable, str(ROOT / "benchmarks" / "bench.py"), "--json"]
    done = subprocess.run(run, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert set(found["stages_ms_per_article"]) == {"clean", "mentions", "link", "claims"}
    assert all(spent > 0 for spent in found["stages_ms_per_article"].values())
    for figure in ("articles_per_second", "articles_per_second_later", "articles_per_second_again"):
        assert found[figure] > 0
    for figure in ("megabytes_per_second", "spotting_articles_per_second", "help_seconds"):
        assert found[figure] > 0
    assert found["first_claim_seconds"] > 0
    assert found["peak_memory_mb"] is None or found["peak_memory_mb"] <= MOST_MEMORY_MB


def test_the_benchmark_of_stories_runs_tells_them_apart_and_draws_its_curve(tmp_path):
    run = [
        sys.executable,
        str(ROOT / "benchmarks" / "stories.py"),
        "--sizes",
        "60,120",
        "--svg",
        tmp_path / "curve.svg",
    ]
    done = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    header, *rows = [line.split("\t") for line in done.stdout.splitlines() if "\t" in line]
    figures = [dict(zip(header, map(float, row), strict=True)) for row in rows]
    assert [row["articles"] for row in figures] == [60, 120]
    assert all(row["precision"] > 0.9 and row["recall"] > 0.95 and row["ms/article"] > 0 for row in figures)
    assert (tmp_path / "curve.svg").read_text("utf-8").count("<circle") == 2


def test_the_benchmark_of_resolution_prints_a_row_for_each_kind_of_block():
    run = [sys.executable, str(ROOT / "benchmarks" / "resolve.py"), "--sizes", "200", "--small", "10"]
    done = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    header, *rows = [line.split("\t") for line in done.stdout.splitlines()]
    found = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
    assert {name: int(row["claims"]) for name, row in found.items()} == {
        "dyad": 200, "organisation": 200, "small dyads": 100,
    }  # fmt: skip
    assert int(found["dyad"]["occurrences"]) > 50
    assert int(found["organisation"]["standings"]) > 50
