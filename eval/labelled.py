"""The labelled sets that no one of the project wrote: a folder that `ELCHI_EVAL` names, scored by its own `score.py`.

Nothing of it is copied or kept: articles are read here, claims go to a temporary file, the folder's script judges them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from figures import Figure

from elchi.errors import ElchiError
from elchi.export.json_text import claim_lines
from elchi.model import Article, Claim, ClaimKind
from elchi.pipeline import read_claims
from elchi.read import read_articles

NATIVE = ("hi", "bn")
FURTHER = ("en",)
"""Languages whose labelled news has figures of its own."""
SEEN, UNREAD = "!0/4", "0/4"
"""The quarter 0/4 of the articles is never looked at while rules are written: the gap to the rest is overfitting."""
_DIRECTION = ("actor", "recipient")


@dataclass
class Readings:
    """Articles read, with their claims; those refused (no pack, nothing to read), with the reason."""

    claims: list[tuple[Article, Claim]] = field(default_factory=list)
    articles: int = 0
    refused: list[str] = field(default_factory=list)

    def take(self, articles: Iterable[Article]) -> Readings:
        """Read articles, and keep what they claim."""
        for article in articles:
            try:
                reading = read_claims(article)
            except ElchiError as error:
                self.refused.append(f"{article.id}: {error}")
                continue
            self.articles += 1
            self.claims.extend((article, claim) for claim in reading.claims)
        return self


def read_seeds(folder: Path) -> Iterator[Article]:
    """Yield the seed articles that lie beside the folder of labelled sets.

    Raises:
        ElchiError: one of them cannot be read.
    """
    for item in read_articles([folder.parent / "seeds"]):
        if isinstance(item, ElchiError):
            raise item
        yield item


def read_news(folder: Path, language: str) -> Iterator[Article]:
    """Yield the news of one language as articles, as the folder's own `news_articles.py` converts them."""
    for record in _records(folder / "news" / f"{language}.jsonl"):
        date, source, url = (record.get(name) for name in ("date", "source", "url"))
        yield Article(record["id"], record["text"], record.get("title"), None, date, source, url)


def read_other_news(folder: Path) -> Iterator[Article]:
    """Yield the texts of every further file of the news: other languages, and headlines alone."""
    for path in sorted((folder / "news").glob("*.jsonl")):
        if path.stem in NATIVE or path.stem in FURTHER:
            continue
        for record in _records(path):
            text = record.get("text") or record.get("title")
            if "id" in record and isinstance(text, str):
                title = record.get("title") if record.get("text") else None
                yield Article(str(record["id"]), text, title, None, record.get("date"), record.get("source"))


def look_alikes(folder: Path) -> set[str]:
    """Return the ids of the native articles that hold no event between states."""
    records = (record for code in NATIVE for record in _records(folder / "news" / f"{code}.jsonl"))
    return {record["id"] for record in records if record.get("diplomatic") is False}


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def wrong_evidence(readings: Readings) -> list[str]:
    """Return the claims whose evidence is not, character by character, what stands in their article."""
    wrong = []
    for article, claim in readings.claims:
        spans = [(span.field, span.start, span.end, span.text) for span in claim.evidence]
        exact = bool(spans) and all(text and article.field_text(f)[a:b] == text for f, a, b, text in spans)
        if not exact or claim.text_sha256 != article.sha256:
            wrong.append(f"{article.id}: {claim.claim} {claim.type} {spans}")
    return wrong


def score(folder: Path, gold: str, readings: Readings, options: Sequence[str] = ()) -> dict[str, Any]:
    """Return what the folder's `score.py` says of the claims."""
    with tempfile.TemporaryDirectory(prefix="elchi-eval-") as place:
        predicted = Path(place) / "claims.jsonl"
        predicted.write_text("".join(f"{line}\n" for line in claim_lines(c for _, c in readings.claims)), "utf-8")
        command = [sys.executable, str(folder / "score.py"), str(folder / gold), str(predicted), "--json", *options]
        run = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def measure_seeds(folder: Path) -> tuple[list[Figure], Readings]:
    """Return the figures of the seeds."""
    readings = Readings().take(read_seeds(folder))
    found = score(folder, "seeds/gold.jsonl", readings)
    of = {"recall": f"{found['core']} of {found['gold']}", "full_recall": f"{found['full']} of {found['gold']}"}
    of["precision"] = f"{found['predicted']} told"
    return [Figure("seeds", name, found[name], words) for name, words in of.items()], readings


def measure_further_news(folder: Path, language: str) -> tuple[list[Figure], Readings]:
    """Return the figures of the labelled news of a further language: both folds."""
    readings = Readings().take(read_news(folder, language))
    figures: list[Figure] = []
    for group, fold in ((f"news_{language}", SEEN), (f"news_{language}_unread", UNREAD)):
        options = ["--kind", "event", "--where", f"system={language}", "--fold", fold]
        figures += _of_fold(group, score(folder, "news/gold_claims.jsonl", readings, options))
    return figures, readings


def measure_news(folder: Path) -> tuple[list[Figure], Readings]:
    """Return the figures of the native news: both folds, and the look-alikes."""
    readings = Readings().take(article for code in NATIVE for article in read_news(folder, code))
    options = ["--kind", "event", "--where", f"system={','.join(NATIVE)}", "--fold"]
    figures: list[Figure] = []
    for group, fold in (("news", SEEN), ("news_unread", UNREAD)):
        found = score(folder, "news/gold_claims.jsonl", readings, [*options, fold])
        figures += _of_fold(group, found)
    quiet = look_alikes(folder)
    told = sum(claim.kind is ClaimKind.EVENT for article, claim in readings.claims if article.id in quiet)
    figures.append(
        Figure("look_alikes", "events_per_article", told / max(1, len(quiet)), f"{told} in {len(quiet)} articles")
    )
    return figures, readings


def _of_fold(group: str, found: dict[str, Any]) -> list[Figure]:
    low, high = (found["f1_95"] or [0.0, 1.0])[:2]
    counts = f"{found['core']} of {found['gold']}, {found['predicted']} told"
    return [
        Figure(group, "f1", found["f1"], counts, (low, high)),
        Figure(group, "precision", found["precision"]),
        Figure(group, "recall", found["recall"]),
        _share(group, "direction", found["fields"], _DIRECTION),
        _share(group, "status", found["fields"], ("status",)),
        _share(group, "date", found["fields"], ("date",)),
    ]


def _share(group: str, name: str, fields: dict[str, str], which: Sequence[str]) -> Figure:
    counts = [tuple(int(part) for part in fields[key].split("/")) for key in which if key in fields]
    right, asked = sum(count[0] for count in counts), sum(count[1] for count in counts)
    return Figure(group, name, right / max(1, asked), f"{right} of {asked}")
