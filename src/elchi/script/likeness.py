"""How alike two names sound, in one script or two: the best alignment of their phones, weighed by fitted odds.

For each pair of scripts `data/script/sound_odds.tsv` holds, for phones x and y, the log odds that y stands where x does
in two spellings of one name, against chance; `-` stands for nothing. The sum along the best alignment is the evidence
that both are one name; divided by the most that these phones could reach, and shrunk where it is small (short names
sound like many), it is the likeness. The table is fitted by
expectation-maximisation (tools/fit_sounds.py) to names of cities from GeoNames, as in Li, Zhang and Su, A Joint
Source-Channel Model for Machine Transliteration (ACL 2004), with Viterbi counts. Chinese names, which scripts rewrite
by syllable rather than by ear, are also compared by `pinyin.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from math import inf

from elchi.script.phones import Phones, phones
from elchi.script.pinyin import same_syllables

# Above it two spellings are taken for one name where nothing else is known of them: at most one in a thousand pairs of
# names of other cities lies there (eval/names.py). Inside a block (one office, one state, one article) ALIKE does.
SAME, ALIKE = 0.35, 0.20
# Log odds of this size count half.
_SHRINK = 6.0
# Odds of what was never seen: two phones that don't match, a phone that only one spelling has, at most.
_MISMATCH, _ALONE, _BEST = -7.0, -5.0, 2.5
_NOTHING = "-"
# Two names that both read as the same Chinese syllables are one, though tones and some sounds are lost.
_SYLLABLES = 0.9


@dataclass(frozen=True, slots=True)
class Odds:
    """Log odds of pairs of phones of two scripts, and the best that each phone can reach on its side."""

    pairs: dict[tuple[str, str], float]
    best: tuple[dict[str, float], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names sound: -1 or less to 1; the log odds; the phones set against each other."""

    score: float
    odds: float
    pieces: tuple[tuple[str, str, float], ...]


@cache
def _tables() -> dict[tuple[str, str], Odds]:
    text = resources.files("elchi").joinpath("data/script/sound_odds.tsv").read_text(encoding="utf-8")
    pairs: dict[tuple[str, str], dict[tuple[str, str], float]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            one, other, x, y, odds = line.split("\t")
            pairs.setdefault((one, other), {})["" if x == _NOTHING else x, "" if y == _NOTHING else y] = float(odds)
    return {scripts: Odds(table, (_best(table, 0), _best(table, 1))) for scripts, table in pairs.items()}


def _best(table: dict[tuple[str, str], float], side: int) -> dict[str, float]:
    best: dict[str, float] = {}
    for pair, odds in table.items():
        if "+" not in pair[0] + pair[1]:
            best[pair[side]] = max(best.get(pair[side], 0.0), odds)
    return best


def same_sound(a: str, b: str) -> float:
    """Return how alike two names sound, at most 1; `SAME` and above is a match, `ALIKE` inside one block."""
    return max(0.0, likeness(*sorted((a, b))).score)


@lru_cache(maxsize=50_000)
def likeness(a: str, b: str) -> Likeness:
    """Return how alike two names sound, with the alignment that says so."""
    heard = _heard(phones(a), phones(b))
    if heard.score < _SYLLABLES and same_syllables(a, b):
        return Likeness(_SYLLABLES, heard.odds, heard.pieces)
    return heard


def _heard(one: Phones, other: Phones) -> Likeness:
    tables = _tables()
    turned = (one.script, other.script) not in tables
    if turned:
        one, other = other, one
    odds = tables.get((one.script, other.script))
    if odds is None or not one.symbols or not other.symbols:
        return Likeness(0.0, 0.0, ())
    if one == other:
        return Likeness(1.0, _most(one, odds, 0), ())
    pieces = align(one.symbols, other.symbols, odds.pairs)
    total = sum(weight for _x, _y, weight in pieces)
    most = (_most(one, odds, 0) + _most(other, odds, 1)) / 2
    shown = tuple((y, x, weight) for x, y, weight in pieces) if turned else tuple(pieces)
    return Likeness(_shrunk(total, total / most), total, shown)


def _shrunk(odds: float, share: float) -> float:
    return share if odds <= 0 else min(1.0, share) * odds / (odds + _SHRINK)


def _most(name: Phones, odds: Odds, side: int) -> float:
    return sum(odds.best[side].get(symbol, _BEST) for symbol in name.symbols)


def align(
    one: tuple[str, ...], other: tuple[str, ...], odds: dict[tuple[str, str], float]
) -> list[tuple[str, str, float]]:
    """Return the best alignment of two rows of phones: (phones of one, phones of the other, log odds).

    A phone stands against a phone, nothing, or two phones ("к+с"). Time is the product of the lengths.
    """
    rows, columns = len(one) + 1, len(other) + 1
    scores = [[-inf] * columns for _ in range(rows)]
    steps = [[(0, 0, 0.0)] * columns for _ in range(rows)]
    scores[0][0] = 0.0
    pairs_of_one, pairs_of_other = _pairs(one), _pairs(other)
    alone_of_other = [odds.get(("", y), _ALONE) for y in other]
    for j, weight in enumerate(alone_of_other, start=1):
        scores[0][j], steps[0][j] = scores[0][j - 1] + weight, (0, 1, weight)
    for i in range(1, rows):
        x, two, row, above = one[i - 1], pairs_of_one[i - 1], scores[i], scores[i - 1]
        alone = odds.get((x, ""), _ALONE)
        row[0], steps[i][0] = above[0] + alone, (1, 0, alone)
        for j in range(1, columns):
            y, unmatched = other[j - 1], alone_of_other[j - 1]
            best, step = above[j] + alone, (1, 0, alone)
            if row[j - 1] + unmatched > best:
                best, step = row[j - 1] + unmatched, (0, 1, unmatched)
            weight = odds.get((x, y), _MISMATCH)
            if above[j - 1] + weight > best:
                best, step = above[j - 1] + weight, (1, 1, weight)
            if i > 1 and (joined := odds.get((two, y))) is not None and scores[i - 2][j - 1] + joined > best:
                best, step = scores[i - 2][j - 1] + joined, (2, 1, joined)
            if j > 1 and (joined := odds.get((x, pairs_of_other[j - 1]))) is not None and above[j - 2] + joined > best:
                best, step = above[j - 2] + joined, (1, 2, joined)
            row[j], steps[i][j] = best, step
    pieces = []
    i, j = rows - 1, columns - 1
    while i or j:
        di, dj, weight = steps[i][j]
        pieces.append(("+".join(one[i - di : i]), "+".join(other[j - dj : j]), weight))
        i, j = i - di, j - dj
    return pieces[::-1]


def _pairs(phones_of_name: tuple[str, ...]) -> list[str]:
    """Return each phone with the one before it, as the table writes two phones that stand against one."""
    return [f"{before}+{phone}" for before, phone in zip(("", *phones_of_name), phones_of_name, strict=False)]
