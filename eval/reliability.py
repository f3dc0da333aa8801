"""How much confidence means: of the events told with a confidence, how many are right.

    ELCHI_EVAL=FOLDER reliability.py      # the folder's native news without the fold that is never looked at
    ... reliability.py own                # our own articles

The weights were fitted to these very articles, so the table is kinder than unseen news would be.
An event is right when it answers a labelled one by the folder's `score.py`; optional ones count as right.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from errors import Read, read_set, scorer

_STEP = 0.1
_LOWEST = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", nargs="?", default="news", help="news, own, or a file of eval/own without its ending")
    options = parser.parse_args(arguments)
    if "ELCHI_EVAL" not in os.environ:
        sys.exit("reliability: set ELCHI_EVAL to the folder of labelled sets; its score.py judges what is right")
    folder = Path(os.environ["ELCHI_EVAL"])
    reads = [read for _label, found in read_set(options.set, folder) for read in found]
    rows = _judged(reads, folder)
    print(f"{'confidence':<12}{'told':>6}{'right':>7}{'share':>8}{'mean confidence':>17}")
    for low, some in _bins(rows):
        right = sum(r for _, r in some)
        print(f"{low:.1f} to {low + _STEP:.1f}  {len(some):>6}{right:>7}{_share(some):>8.2f}{_mean(some):>17.2f}")
    gap = sum(abs(_share(some) - _mean(some)) * len(some) for _, some in _bins(rows)) / max(1, len(rows))
    print(f"events told: {len(rows)}; mean distance of confidence and share: {gap:.3f}")
    return 0


def _judged(reads: Sequence[Read], folder: Path) -> list[tuple[float, bool]]:
    """Return (confidence, whether it is right) of every event told."""
    score = scorer(folder)
    told = [claim for read in reads for claim in read.told]
    matched = score.match([row for read in reads for row in read.gold], told)
    right = {id(claim) for _, claim, _ in matched}
    return [(float(claim["confidence"]), id(claim) in right) for claim in told]


def _bins(rows: Sequence[tuple[float, bool]]) -> list[tuple[float, list[tuple[float, bool]]]]:
    """Return the events by confidence, in steps, empty ones left out."""
    found = [
        (step * _STEP, [r for r in rows if step <= min(r[0], 0.999) / _STEP < step + 1]) for step in range(_LOWEST, 10)
    ]
    return [(low, some) for low, some in found if some]


def _share(rows: Sequence[tuple[float, bool]]) -> float:
    return sum(right for _, right in rows) / len(rows)


def _mean(rows: Sequence[tuple[float, bool]]) -> float:
    return sum(confidence for confidence, _ in rows) / len(rows)


if __name__ == "__main__":
    sys.exit(main())
