"""The benchmark of the record runs and says all it should, and its claims are the same ones each time."""

import json
import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def test_the_benchmark_of_the_record_runs():
    run = [sys.executable, str(BENCHMARKS / "record.py"), "--claims", "400", "--only", "sqlite", "--json"]
    done = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)["stores"]["sqlite"]
    assert {"load, claims/s", "dossier p95, ms", "dossier on a day p95, ms", "search p95, ms"} < set(figures)
    assert all(figure > 0 for figure in figures.values())


def test_synthetic_claims_are_the_same_for_the_same_seed_and_lie_in_their_articles():
    program = (
        "from synthetic import readings\n"
        "made = list(readings(50))\n"
        "assert made == list(readings(50)) != list(readings(50, seed=1))\n"
        "assert sum(len(r.claims) for r in made) == 50\n"
        "for r in made:\n"
        "    for e in (e for c in r.claims for e in c.evidence):\n"
        "        assert r.article.text[e.start:e.end] == e.text\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=BENCHMARKS, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
