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
    for figure in ("articles_per_second", "megabytes_per_second", "spotting_articles_per_second", "help_seconds"):
        assert found[figure] > 0
    assert found["first_claim_seconds"] > 0
    assert found["peak_memory_mb"] is None or found["peak_memory_mb"] <= MOST_MEMORY_MB
