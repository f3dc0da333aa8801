"""Make `data/decision/weights.tsv`: fit the weights of the decision to labelled articles, cross-validated by article.

    ELCHI_EVAL=FOLDER python tools/fit_weights.py [--write] [--fold '!0/4']

Labels come from FOLDER/news/gold_claims.jsonl and FOLDER/seeds, by FOLDER/score.py's own rule of agreement: a candidate
reading is right when it answers a gold claim at the core. Candidates that answer an optional gold claim count half as
much. The fold kept unread (0/4) is never read. Needs scikit-learn (dependency group `makers`).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from elchi.claims.select import select_events
from elchi.model import Article
from elchi.pipeline import prepare

OUT = Path(__file__).parent.parent / "src/elchi/data/decision/weights.tsv"
# Strength of the L2 penalty: few articles, many features.
C = 0.3


def load_score(folder: Path) -> ModuleType:
    """Return the folder's scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def articles(folder: Path, languages: list[str], score: ModuleType, fold: str) -> tuple[list[Article], list[dict[str, Any]]]:
    """Return the labelled articles in the fold and their gold events."""
    gold = [g for g in score.read(str(folder / "news/gold_claims.jsonl"), gold=True) if score.in_fold(g["document"], fold)]
    wanted = {g["document"] for g in gold}
    out = []
    for language in languages:
        for line in (folder / f"news/{language}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["id"] in wanted or row.get("diplomatic") is False and score.in_fold(row["id"], fold):
                out.append(Article(row["id"], row["text"], row.get("title"), None, row.get("date"), row.get("source"), row.get("url")))
    return out, [g for g in gold if not g.get("empty") and g["kind"] == "event"]


def main() -> None:
    """Fit, report, and with --write save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--fold", default="!0/4")
    parser.add_argument("--languages", default="hi,bn")
    args = parser.parse_args()
    folder = Path(os.environ["ELCHI_EVAL"])
    score = load_score(folder)
    found, gold = articles(folder, args.languages.split(","), score, args.fold)
    by_document: dict[str, list[dict[str, Any]]] = {}
    for row in gold:
        by_document.setdefault(row["document"], []).append(row)
    rows, labels, weights, groups, sentences = [], [], [], [], []
    for number, article in enumerate(found):
        prepared = prepare(article)
        for events, _others in prepared.reader.candidates(prepared.sentences):
            mine = [c for c in events if c.claim.evidence[0].field == "text"]
            sentences.append((number, mine, len(rows)))
            for candidate in mine:
                claim = json.loads(json.dumps(candidate.claim.to_json()))
                answers = [g for g in by_document.get(article.id, []) if score.core(g, claim)]
                rows.append({name: value for name, value, _ in candidate.features})
                labels.append(bool(answers))
                weights.append(0.5 if answers and all(g.get("optional") for g in answers) else 1.0)
                groups.append(number)
    vectoriser = DictVectorizer()
    x, y, w, g = vectoriser.fit_transform(rows), np.array(labels), np.array(weights), np.array(groups)
    print(f"{len(found)} articles, {len(rows)} candidates, {int(y.sum())} right")
    held_out = np.zeros(len(rows))
    for train, test in GroupKFold(10).split(x, y, g):
        model = LogisticRegression(C=C, max_iter=3000).fit(x[train], y[train], sample_weight=w[train])
        held_out[test] = model.predict_proba(x[test])[:, 1]
    best = max((evaluate(score, found, gold, sentences, held_out, t), t) for t in np.arange(0.15, 0.8, 0.025))
    print(f"cross-validated by article: F1 {best[0][0]:.3f} precision {best[0][1]:.3f} recall {best[0][2]:.3f} at threshold {best[1]:.3f}")
    model = LogisticRegression(C=C, max_iter=3000).fit(x, y, sample_weight=w)
    if args.write:
        write(vectoriser.get_feature_names_out(), model, float(best[1]))


def evaluate(score: ModuleType, found: list[Article], gold: list[dict[str, Any]], sentences: list[Any], p: Any, threshold: float) -> tuple[float, float, float]:
    """Return (F1, precision, recall) of the claims that the probabilities `p` would select."""
    from dataclasses import replace

    claims = []
    for _number, candidates, first in sentences:
        scored = [replace(c, claim=replace(c.claim, confidence=float(p[first + i]))) for i, c in enumerate(candidates)]
        claims.extend(c.to_json() for c in select_events(scored, threshold))
    claims = json.loads(json.dumps(claims))
    figures = score.figures(gold, claims, score.match(gold, claims))
    return figures["f1"], figures["precision"], figures["recall"]


def write(names: Any, model: LogisticRegression, threshold: float) -> None:
    """Write the weights, largest first."""
    lines = ["# feature\tweight\tsource", f"bias\t{model.intercept_[0]:.3f}\town", f"threshold\t{threshold:.3f}\town"]
    pairs = sorted(zip(names, model.coef_[0], strict=True), key=lambda pair: -abs(pair[1]))
    lines += [f"{name}\t{weight:.3f}\town" for name, weight in pairs if abs(weight) >= 0.005]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"wrote {OUT}")


if __name__ == "__main__":
    main()
