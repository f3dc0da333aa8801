"""Make `data/decision/weights.tsv`: fit the weights of the decision to labelled articles, cross-validated by article.

    python tools/fit_weights.py [--write]            # our own labelled articles and examples
    ELCHI_EVAL=FOLDER python tools/fit_weights.py    # and those of FOLDER

A candidate reading is right when it answers a labelled event: FOLDER/news/gold_claims.jsonl by the rule of
FOLDER/score.py, without the fold kept unread (0/4); FOLDER/events/ednil_hi.jsonl tells no diplomacy at all;
eval/own and the packs' examples by the same rule on their own labels. Needs scikit-learn (group `makers`).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from elchi.claims.events import Candidate
from elchi.claims.select import select_events
from elchi.errors import EmptyInputError
from elchi.model import Article
from elchi.packs import data_folder, languages
from elchi.pipeline import prepare

ROOT = Path(__file__).parent.parent
OUT = ROOT / "src/elchi/data/decision/weights.tsv"
# Strength of the L2 penalty: few articles, many features.
C = 0.25
# Weight of a source's candidates: examples are short and clean, real articles are what counts.
REAL, OWN, EXAMPLE, NEGATIVE = 1.0, 0.5, 0.4, 1.0
UNREAD = "!0/4"
Gold = list[dict[str, Any]]


@dataclass(slots=True)
class Sample:
    """An article with its labelled events, and the weight of its candidates."""

    article: Article
    gold: Gold
    weight: float
    kind: str = "example"
    candidates: list[list[Candidate]] = field(default_factory=list)


def load_score(folder: Path) -> ModuleType:
    """Return the folder's scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder}: no score.py there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def news_samples(folder: Path, score: ModuleType) -> Iterator[Sample]:
    """Yield the labelled news of the folder, the unread fold left out."""
    gold = [
        g for g in score.read(str(folder / "news/gold_claims.jsonl"), gold=True) if score.in_fold(g["document"], UNREAD)
    ]
    wanted = {g["document"] for g in gold}
    for language in languages():
        for line in (folder / f"news/{language}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            empty = row.get("diplomatic") is False and score.in_fold(row["id"], UNREAD)
            if row["id"] in wanted or empty:
                events = [g for g in gold if g["document"] == row["id"] and not g.get("empty") and g["kind"] == "event"]
                yield Sample(_article(row), events, REAL, "news")


def negative_samples(folder: Path, score: ModuleType) -> Iterator[Sample]:
    """Yield the folder's articles without diplomacy."""
    for line in (folder / "events/ednil_hi.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if score.in_fold(row["id"], UNREAD):
            yield Sample(_article(row), [], NEGATIVE)


def own_samples() -> Iterator[Sample]:
    """Yield our own labelled articles, and the packs' examples."""
    for file in sorted((ROOT / "eval/own").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Sample(_article(row), _own_gold(row), OWN, "own")
    for language in languages():
        text = data_folder().joinpath("languages", language, "examples.jsonl").read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines()):
            row = json.loads(line) | {"id": f"{language}:{number}"}
            yield Sample(_article(row), _own_gold(row), EXAMPLE)


def _article(row: dict[str, Any]) -> Article:
    published = row.get("published") or row.get("date")
    return Article(row["id"], row["text"], row.get("title"), None, published, row.get("source"), row.get("url"))


def _own_gold(row: dict[str, Any]) -> Gold:
    """Return the labelled events of one of our own articles in the form of the folder's gold claims."""
    out = []
    for claim in row["claims"]:
        if claim["kind"] == "event":
            words = claim.get("evidence") or row["text"]
            start = row["text"].index(words)
            sides = {k: claim[k] for k in ("actor", "recipient", "parties") if claim.get(k)}
            sides |= {k: v[0] for k, v in sides.items() if k != "parties" and isinstance(v, list)}
            span = {"start": start, "end": start + len(words)}
            fields = {k: v for k, v in claim.items() if k in {"kind", "type", "types", "status", "optional", "persons"}}
            out.append(fields | sides | {"document": row["id"], "evidence": [span]})
    return out


def read_candidates(sample: Sample) -> None:
    """Fill in the candidates of an article, a list for each sentence of its text."""
    try:
        prepared = prepare(sample.article)
    except EmptyInputError:
        return
    for events, _others in prepared.reader.candidates(prepared.sentences):
        sample.candidates.append([c for c in events if c.claim.evidence[0].field == "text"])


def labelled(samples: list[Sample], core: Callable[[dict[str, Any], dict[str, Any]], bool]) -> tuple[Any, ...]:
    """Return features, labels, weights and article numbers of all candidates."""
    rows, labels, weights, groups = [], [], [], []
    for number, sample in enumerate(samples):
        for candidate in (c for sentence in sample.candidates for c in sentence):
            claim = json.loads(json.dumps(candidate.claim.to_json()))
            answers = [g for g in sample.gold if core(g, claim)]
            optional = bool(answers) and all(g.get("optional") for g in answers)
            rows.append({name: value for name, value, _ in candidate.features})
            labels.append(bool(answers))
            weights.append(sample.weight * (0.5 if optional else 1.0))
            groups.append(number)
    return rows, np.array(labels), np.array(weights), np.array(groups)


def scores(
    samples: list[Sample],
    p: np.ndarray[Any, np.dtype[np.float64]],
    threshold: float,
    score: ModuleType,
    kind: str = "news",
) -> tuple[float, float, float]:
    """Return (F1, precision, recall) of the claims that the probabilities `p` select in articles of one kind."""
    claims, gold, place = [], [], 0
    for sample in samples:
        for sentence in sample.candidates:
            likely = [
                replace(c, claim=replace(c.claim, confidence=float(p[place + i]))) for i, c in enumerate(sentence)
            ]
            place += len(sentence)
            claims += [c.to_json() for c in select_events(likely, threshold)] if sample.kind == kind else []
        gold += sample.gold if sample.kind == kind else []
    claims = json.loads(json.dumps(claims))
    figures = score.figures(gold, claims, score.match(gold, claims))
    return figures["f1"], figures["precision"], figures["recall"]


def write(names: Sequence[str], model: LogisticRegression, threshold: float) -> None:
    """Write the weights, largest first."""
    lines = ["# feature\tweight\tsource", f"bias\t{model.intercept_[0]:.3f}\town", f"threshold\t{threshold:.3f}\town"]
    pairs = sorted(zip(names, model.coef_[0], strict=True), key=lambda pair: (-abs(pair[1]), pair[0]))
    lines += [f"{name}\t{weight:.3f}\town" for name, weight in pairs if abs(weight) >= 0.005]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"wrote {OUT.name}: {len(pairs)} weights, threshold {threshold:.3f}")


def main() -> None:
    """Fit, report, and with --write save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="save the weights")
    parser.add_argument("--threshold", type=float, help="keep this one instead of the best")
    args = parser.parse_args()
    if "ELCHI_EVAL" not in os.environ:
        raise SystemExit("set ELCHI_EVAL to the folder of labelled sets; its score.py judges what is right")
    folder = Path(os.environ["ELCHI_EVAL"])
    score = load_score(folder)
    samples = [*news_samples(folder, score), *negative_samples(folder, score), *own_samples()]
    for sample in samples:
        read_candidates(sample)
    rows, y, w, groups = labelled(samples, score.core)
    vectoriser = DictVectorizer()
    x = vectoriser.fit_transform(rows)
    print(f"{len(samples)} articles, {len(rows)} candidates, {int(y.sum())} right")
    held_out = np.zeros(len(rows))
    for train, test in GroupKFold(10).split(x, y, groups):
        model = LogisticRegression(C=C, max_iter=5000).fit(x[train], y[train], sample_weight=w[train])
        held_out[test] = model.predict_proba(x[test])[:, 1]
    for threshold in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55):
        told = [scores(samples, held_out, threshold, score, kind) for kind in ("news", "own")]
        figures = "   ".join(f"F1 {f:.3f} precision {p:.3f} recall {r:.3f}" for f, p, r in told)
        print(f"threshold {threshold:.2f}: news and own {figures}")
    steps = [float(step) for step in np.arange(0.2, 0.7, 0.025)]
    best = args.threshold or max(steps, key=lambda t: scores(samples, held_out, t, score)[0])
    print(
        f"cross-validated by article, real news, threshold {best:.3f}: F1 %.3f precision %.3f recall %.3f"
        % scores(samples, held_out, best, score)
    )
    if args.write:
        write(
            vectoriser.get_feature_names_out(),
            LogisticRegression(C=C, max_iter=5000).fit(x, y, sample_weight=w),
            float(best),
        )


if __name__ == "__main__":
    main()
