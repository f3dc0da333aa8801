"""How well articles are put into stories, judged by the scorers of the folder that `ELCHI_EVAL` names.

Three sets: documents in twelve languages (ntrex), of which each is one story; news in seven languages with labelled
stories and pairs; the five seed articles. Nothing is copied: articles are read where they lie, stories go to a
temporary file, the folder's `score_stories.py` and `score_pairs.py` judge them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from figures import Figure
from labelled import read_seeds

from elchi.export.json_text import json_line
from elchi.model import Article
from elchi.pipeline import read_stories

FIVE = frozenset({"hin", "ben", "eng", "rus", "kaz"})
ONE_REPORT = {"001", "002"}
"""The two seeds that translate one report, by the beginning of their names."""
_FIGURES = ("bcubed_f1", "pair_precision")


def measure_stories(folder: Path) -> list[Figure]:
    """Return the figures of all three sets."""
    return [*_of_ntrex(folder), *_of_news(folder), _of_seeds(folder)]


def _of_ntrex(folder: Path) -> Iterator[Figure]:
    documents = list(_ntrex(folder))
    for group, some in (
        ("stories_twelve", documents),
        ("stories_five", [a for a in documents if a.id.rpartition("@")[2] in FIVE]),
    ):
        with tempfile.TemporaryDirectory(prefix="elchi-eval-") as place:
            told = _told(some, Path(place))
            yield from _of_set(group, _score(folder, "score_stories.py", told))


def _ntrex(folder: Path) -> Iterator[Article]:
    """Yield each document in each language, as the folder's `ntrex_articles.py` converts them."""
    for path in sorted((folder / "ntrex/dev").glob("*.jsonl")):
        for record in _records(path):
            yield Article(f"{record['id']}@{path.stem}", "\n".join(record["sentences"]))


def _of_news(folder: Path) -> Iterator[Figure]:
    files = sorted((folder / "news").glob("??.jsonl"))
    articles = [
        Article(r["id"], r["text"], r.get("title"), None, r.get("date"), r.get("source"), r.get("url"))
        for path in files
        for r in _records(path)
    ]
    with tempfile.TemporaryDirectory(prefix="elchi-eval-") as place:
        told = _told(articles, Path(place))
        yield from _of_set("stories_news", _score(folder, "score_stories.py", told, "--truth", "story", *files))
        found = _score(folder, "score_pairs.py", folder / "news/pairs.jsonl", told)
    yield Figure("stories_news", "pairs_macro_f1", found["macro_f1"])
    for name in ("independent", "followup"):
        row = found["relations"][name]
        yield Figure("stories_news", name, row["right"] / max(1, row["gold"]), f"{row['right']} of {row['gold']}")


def _of_seeds(folder: Path) -> Figure:
    """Return the share of seeds that stand where they should: two in one report, the others alone."""
    stories = read_stories(read_seeds(folder))
    right = 0
    for story in stories:
        for report in story.reports:
            names = {name[:3] for name in report}
            alone = len(story.documents) == 1 and not names & ONE_REPORT
            right += len(names) if names == ONE_REPORT or alone else 0
    total = sum(len(story.documents) for story in stories)
    return Figure("stories_seeds", "right", right / max(1, total), f"{right} of {total}")


def _of_set(group: str, found: dict[str, Any]) -> Iterator[Figure]:
    counts = f"{found['documents']} articles, {found['stories']} of {found['true_stories']} stories"
    yield from (Figure(group, name, found[name], counts) for name in _FIGURES)


def _told(articles: Iterable[Article], place: Path) -> Path:
    told = place / "stories.jsonl"
    told.write_text("".join(f"{json_line(story.to_json())}\n" for story in read_stories(articles)), "utf-8")
    return told


def _score(folder: Path, script: str, *arguments: str | Path) -> dict[str, Any]:
    command: Sequence[str] = [sys.executable, str(folder / script), *map(str, arguments)]
    run = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def _records(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)
