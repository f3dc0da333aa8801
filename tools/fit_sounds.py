"""Make `data/script/sound_odds.tsv`: fit what sounds of one script become in another to names of cities.

    python tools/fit_sounds.py [--out FILE]     # half a minute

The cities are those of tools/make_city_names.py that don't judge. Each round aligns the phones of every pair of forms
by the odds of the round before (Viterbi) and counts them again. Pairs that hardly align are exonyms (Нью-Дели and नई
दिल्ली) and are left out after the second round; two phones that often stand against one are joined (кс and x).
Deterministic. Needs the group `makers`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp, log
from pathlib import Path

from make_city_names import ROOT, City, cities

from elchi.script.likeness import align
from elchi.script.phones import SCRIPTS, phones

OUT = ROOT / "src/elchi/data/script/sound_odds.tsv"
ROUNDS, LEARNING = 6, 2
# What a pair must reach for each phone of its shorter form to count as two spellings of one name.
SPELLING = 0.9
# Pairs of phones seen less often are chance; joined ones need more, for there are many more of them.
RARE, RARE_JOINED = 3, 8
ALONE = -2.5
# Within one script, at most so many forms of a city, alphabetical neighbours, and so many pairs of them in all.
FORMS, MOST = 4, 6000

Symbols = tuple[str, ...]
Odds = dict[tuple[str, str], float]


def pairs(one: str, other: str, known: Sequence[City]) -> list[tuple[Symbols, Symbols]]:
    """Return the phones of two forms of each city: chief forms of two scripts, or neighbours of one."""
    found = []
    for city in known:
        a, b = city.forms.get(one, ()), city.forms.get(other, ())
        spellings = list(_both_ways(a[:FORMS])) if one == other else list(zip(a[:1], b[:1], strict=False))
        found += [(phones(x).symbols, phones(y).symbols) for x, y in spellings]
    whole = [(x, y) for x, y in found if x and y]
    return whole[:: max(1, len(whole) // MOST)] if one == other else whole


def _both_ways(forms: Sequence[str]) -> Iterator[tuple[str, str]]:
    for x, y in pairwise(forms):
        yield x, y
        yield y, x
    if forms:
        yield forms[0], forms[0]


class Fit:
    """The odds of one pair of scripts, round by round."""

    def __init__(self, spellings: Sequence[tuple[Symbols, Symbols]]) -> None:
        self.spellings = spellings
        sides = [Counter(symbol for pair in spellings for symbol in pair[side]) for side in (0, 1)]
        self.shares = [{symbol: count / sum(side.values()) for symbol, count in side.items()} for side in sides]
        self.odds = self._first()

    def _first(self) -> Odds:
        """Return odds from where phones stand in their names, before anything is aligned."""
        near: Counter[tuple[str, str]] = Counter()
        for a, b in self.spellings:
            for i, x in enumerate(a):
                for j, y in enumerate(b):
                    near[x, y] += exp(-8 * abs((i + 0.5) / len(a) - (j + 0.5) / len(b)))  # type: ignore[assignment]
        odds = self._odds(near)
        return odds | {(x, ""): ALONE for x in self.shares[0]} | {("", y): ALONE for y in self.shares[1]}

    def _odds(self, counts: Counter[tuple[str, str]]) -> Odds:
        total = sum(counts.values())
        return {pair: log(count / total / self._chance(pair)) for pair, count in counts.items()}

    def _chance(self, pair: tuple[str, str]) -> float:
        chance = 1.0
        for side in (0, 1):
            for symbol in pair[side].split("+") if pair[side] else ():
                chance *= self.shares[side][symbol]
        return chance

    def step(self, number: int) -> None:
        """Align all pairs by the odds so far, and count anew."""
        counts: Counter[tuple[str, str]] = Counter()
        for a, b in self.spellings:
            pieces = align(a, b, self.odds)
            if number >= LEARNING and sum(w for _, _, w in pieces) < SPELLING * min(len(a), len(b)):
                continue
            counts.update((x, y) for x, y, _ in pieces)
            if number >= LEARNING:
                counts.update(_joined(pieces))
        enough = {p: n for p, n in counts.items() if n >= (RARE_JOINED if "+" in p[0] + p[1] else RARE)}
        self.odds = self._odds(Counter(enough))


def _joined(pieces: Sequence[tuple[str, str, float]]) -> Iterator[tuple[str, str]]:
    """Yield what two neighbouring pieces would be as one, where one of them stands against nothing."""
    for (x, y, _), (u, v, _) in pairwise(pieces):
        if "+" in x + y + u + v:
            continue
        if x and u and bool(y) != bool(v):
            yield f"{x}+{u}", y or v
        if y and v and bool(x) != bool(u):
            yield x or u, f"{y}+{v}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit every pair of scripts and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    out = parser.parse_args(arguments).out
    known = [city for city in cities() if not city.judges]
    scripts = list(SCRIPTS.values())
    lines = ["# script_x\tscript_y\tx\ty\tlog_odds"]
    for place, one in enumerate(scripts):
        for other in scripts[place:]:
            fit = Fit(pairs(one, other, known))
            for number in range(ROUNDS):
                fit.step(number)
            rows = sorted((x or "-", y or "-", weight) for (x, y), weight in fit.odds.items())
            lines += [f"{one}\t{other}\t{x}\t{y}\t{weight:.2f}" for x, y, weight in rows]
            print(f"{one} {other}: {len(fit.spellings)} pairs of forms, {len(rows)} odds")
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
