"""One decision: how likely is a candidate reading a claim that a careful annotator would make?

A linear score over explainable features, through a logistic curve. The weights stand in
`data/decision/weights.tsv`, made by `tools/fit_weights.py`; each feature with its weight is a reason of the claim.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

from elchi.model import Reason
from elchi.packs import data_folder, read_table

# Candidates below it are dropped; set where F1 on the labelled articles is best (docs/explanation/reading.md).
THRESHOLD = "threshold"
BIAS = "bias"


@cache
def weights() -> dict[str, float]:
    """Return the weight of each feature; `bias` and `threshold` among them."""
    table = read_table(data_folder().joinpath("decision"), "weights.tsv", "feature weight")
    return {row.cells[0]: float(row.cells[1]) for row in table}


def judge(features: Iterable[tuple[str, float, str]]) -> tuple[float, tuple[Reason, ...]]:
    """Return the confidence of a candidate and its reasons.

    Args:
        features: (name, value, words it rests on) of the candidate; features without a weight count nothing.
    """
    table = weights()
    total = table.get(BIAS, 0.0)
    reasons = [Reason(BIAS, "", total)]
    for name, value, words in features:
        weight = table.get(name, 0.0) * value
        total += weight
        reasons.append(Reason(name, words, weight))
    return _logistic(total), tuple(reasons)


def confidence_of(features: Iterable[tuple[str, float, str]]) -> float:
    """Return the confidence of a candidate alone, as `judge` does."""
    table = weights()
    total = table.get(BIAS, 0.0)
    for name, value, _words in features:
        total += table.get(name, 0.0) * value
    return _logistic(total)


def _logistic(total: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
