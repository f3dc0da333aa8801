"""Fit the score of a translation in `data/decision/stories.tsv` to labelled pairs, cross-validated by story.

    ELCHI_EVAL=FOLDER python tools/fit_stories.py [--write]

A pair is right when both are one report: two languages of one document of FOLDER/ntrex/dev, a pair that
FOLDER/news/pairs.jsonl calls a translation. Addresses are left out, so that the texts alone decide. The thresholds of
the other relations are set by hand: the labelled pairs of them are too few to fit. Needs scikit-learn (group `makers`).
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from elchi.model import Article
from elchi.stories import Fingerprint, fingerprint
from elchi.stories.candidates import find_candidates
from elchi.stories.decide import features
from elchi.stories.first import order_of
from elchi.stories.likeness import Comparer
from elchi.stories.weights import Weights

OUT = Path(__file__).parent.parent / "src/elchi/data/decision/stories.tsv"
NAMES = ("names_in_order", "sounds_in_order", "order", "evidence", "balance")
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Sample:
    """A pair of articles in two languages: its features, its story, whether it is a translation."""

    features: Sequence[float]
    story: str
    right: bool


def main() -> None:
    """Fit, print what held-out pairs give, and write the table where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights into the table")
    options = parser.parse_args()
    folder = Path(os.environ.get("ELCHI_EVAL") or parser.error("ELCHI_EVAL names no folder of labelled sets"))
    samples = [*samples_of(*ntrex(folder)), *samples_of(*news(folder))]
    rows = np.array([sample.features for sample in samples])
    right = np.array([sample.right for sample in samples])
    stories = np.array([sample.story for sample in samples])
    model = LogisticRegression(C=1.0, max_iter=2000)
    told = cross_val_predict(model, rows, right, groups=stories, cv=GroupKFold(FOLDS))
    print(f"{len(samples)} pairs, {right.sum()} translations; held out: f1 {f1_score(right, told):.4f}")
    model.fit(rows, right)
    fitted = {"bias": float(model.intercept_[0]), **dict(zip(NAMES, map(float, model.coef_[0]), strict=True))}
    print(" ".join(f"{name} {value:.2f}" for name, value in fitted.items()))
    if options.write:
        write(fitted)


def ntrex(folder: Path) -> tuple[list[Article], dict[str, str], set[frozenset[str]] | None]:
    """Return the documents in each language as articles, and the story of each."""
    articles, stories = [], {}
    for path in sorted((folder / "ntrex/dev").glob("*.jsonl")):
        for record in records(path):
            name = f"{record['id']}@{path.stem}"
            articles.append(Article(name, "\n".join(record["sentences"])))
            stories[name] = record["id"]
    return articles, stories, None


def news(folder: Path) -> tuple[list[Article], dict[str, str], set[frozenset[str]] | None]:
    """Return the news as articles without their addresses, the story of each, and the pairs that are translations."""
    articles, stories = [], {}
    for path in sorted((folder / "news").glob("??.jsonl")):
        for record in records(path):
            title, date, source = (record.get(name) for name in ("title", "date", "source"))
            articles.append(Article(record["id"], record["text"], title, None, date, source))
            stories[record["id"]] = record["story"]
    pairs = records(folder / "news/pairs.jsonl")
    return articles, stories, {frozenset((p["a"], p["b"])) for p in pairs if p["relation"] == "translation"}


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def samples_of(
    articles: Sequence[Article], stories: dict[str, str], translations: set[frozenset[str]] | None
) -> Iterator[Sample]:
    """Yield the candidate pairs in two languages, labelled; without `translations`, those of one story are right."""
    ranked: list[Fingerprint] = sorted((fingerprint(replace(a, url=None)) for a in articles), key=order_of)
    weights = Weights(ranked)
    comparer = Comparer(ranked, weights)
    for one, other in find_candidates(ranked, weights):
        first, second = ranked[one], ranked[other]
        if first.language == second.language:
            continue
        values = features(comparer.compare(one, other))
        same = stories[first.id] == stories[second.id]
        right = same if translations is None else frozenset((first.id, second.id)) in translations
        yield Sample([values[name] for name in NAMES], min(stories[first.id], stories[second.id]), right)


def write(fitted: dict[str, float]) -> None:
    """Write the fitted weights over those of the table."""
    lines = []
    for line in OUT.read_text(encoding="utf-8").splitlines():
        relation, name, *_ = line.split("\t")
        if relation == "translation" and name in fitted:
            line = f"translation\t{name}\t{fitted[name]:.2f}\town"  # noqa: PLW2901 - the row, filled anew
        lines.append(line)
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
