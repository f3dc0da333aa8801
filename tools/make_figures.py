"""Measure quality and speed, and write the table of figures in README.md.

Runs `eval/gate.py --json` and `benchmarks/bench.py --json`, and puts their figures between the two marks of the page.
It needs the labelled sets that `ELCHI_EVAL` names: a table with gaps would not say what was measured.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BEGIN, END = "<!-- figures -->", "<!-- /figures -->"
HEAD = ("| measured | figure | command |", "|---|---|---|")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what is measured, by which command, and how its figures are told."""

    label: str
    command: str
    told: Callable[[dict[str, Any]], str]


def _quality(group: str, *names: str) -> Callable[[dict[str, Any]], str]:
    def told(found: dict[str, Any]) -> str:
        rows = {row["name"]: row for row in found["figures"] if row["set"] == group}
        return ", ".join(f"{name.replace('_', ' ')} {rows[name]['value']:.2f}{_span(rows[name])}" for name in names)

    return told


def _spellings(group: str) -> Callable[[dict[str, Any]], str]:
    def told(found: dict[str, Any]) -> str:
        rows = {row["name"]: row for row in found["figures"] if row["set"] == group}
        auc, linked, wrong = rows["auc"], rows["linked"], rows["wrong_links"]
        return f"AUC {auc['value']:.3f}, linked {linked['value']:.2f} ({linked['of']}), false links {wrong['of']}"

    return told


def _span(row: dict[str, Any]) -> str:
    return " (95 %: {:.2f}-{:.2f})".format(*row["interval"]) if row["interval"] else ""


def _evidence(found: dict[str, Any]) -> str:
    return f"{found['claims'] - len(found['wrong_evidence'])} of {found['claims']}"


def _speed(found: dict[str, Any]) -> str:
    return f"{found['articles_per_second']:.0f} articles/s, {found['megabytes_per_second']:.2f} MB/s"


def _spotting(found: dict[str, Any]) -> str:
    return f"{found['spotting_articles_per_second']:.0f} articles/s"


def _memory(found: dict[str, Any]) -> str:
    return f"{found['peak_memory_mb']:.0f} MB"


def _starts(found: dict[str, Any]) -> str:
    return f"{found['help_seconds']:.2f} s, {found['first_claim_seconds']:.2f} s"


EVAL, BENCH = "make eval", "make bench"
_NEWS = ("f1", "precision", "direction", "status")
_STORIES, _PAIRS = ("bcubed_f1", "pair_precision"), "pairs_macro_f1"
_SEEDS = ("recall", "full_recall", "precision")
ROWS = (
    Row("five whole articles, every claim marked by hand", EVAL, _quality("seeds", *_SEEDS)),
    Row("events in Hindi and Bengali news, read while the tables were made", EVAL, _quality("news", *_NEWS)),
    Row("the same, a quarter never looked at", EVAL, _quality("news_unread", *_NEWS)),
    Row("events in English news, read while the tables were made", EVAL, _quality("news_en", *_NEWS)),
    Row("the same, a quarter never looked at", EVAL, _quality("news_en_unread", *_NEWS)),
    Row("events told in articles that hold none", EVAL, _quality("look_alikes", "events_per_article")),
    Row("names of states in Hindi sentences", EVAL, _quality("names_hi", "state_recall", "state_precision")),
    Row("the same in Bengali", EVAL, _quality("names_bn", "state_recall", "state_precision")),
    Row("cities in four scripts, half of the false pairs the nearest by sound", EVAL, _spellings("spellings_cities")),
    Row("spellings of leaders and places, with the catalogue", EVAL, _spellings("spellings_known")),
    Row("twelve languages, 61 documents: articles put into stories", EVAL, _quality("stories_twelve", *_STORIES)),
    Row("news in seven languages: stories, and relations of pairs", EVAL, _quality("stories_news", *_STORIES, _PAIRS)),
    Row("labelled examples in the packs that hold", EVAL, _quality("examples", "hi", "bn", "en")),
    Row("claims whose evidence is exactly what the article says", EVAL, _evidence),
    Row("reading to claims, one core", BENCH, _speed),
    Row("name spotting alone on the same text", BENCH, _spotting),
    Row("peak memory", BENCH, _memory),
    Row("`elchi --help`, and the first claim of one article", BENCH, _starts),
)


def table(found: dict[str, dict[str, Any]]) -> str:
    """Return the table for what each command found."""
    return "\n".join([*HEAD, *(f"| {row.label} | {row.told(found[row.command])} | `{row.command}` |" for row in ROWS)])


def filled(page: str, figures: str) -> str:
    """Return the page with `figures` between its marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{figures}\n{END}{after}"


def _measured(script: str) -> dict[str, Any]:
    run = subprocess.run([sys.executable, str(ROOT / script), "--json"], check=False, capture_output=True, text=True)
    if not run.stdout:
        sys.exit(run.stderr)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def main() -> int:
    """Measure and fill; return the exit code."""
    if not os.environ.get("ELCHI_EVAL"):
        print("make_figures: ELCHI_EVAL names no folder of labelled sets (eval/README.md)", file=sys.stderr)
        return 1
    found = {EVAL: _measured("eval/gate.py"), BENCH: _measured("benchmarks/bench.py")}
    README.write_text(filled(README.read_text("utf-8"), table(found)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
