"""How well spellings of one name are told from those of others, across scripts.

    names.py [--show] [--json] [--compare]

Cities: eval/own/city_names.tsv (tools/make_city_names.py: GeoNames), none of which was fitted to. For each two scripts
every city gives one true pair and four false ones: the two cities nearest by sound (sound keys compared by
Jaro-Winkler, which the measured likeness doesn't use) and two at random. Cities that share a name in any
script bear one name.

Pairs: name_pairs.tsv of the folder that `ELCHI_EVAL` names, exonyms apart, by sound alone and with the catalogue, which
knows two names as one entity, or as two.

`--compare` adds what the sound key alone would do on the cities, at the threshold that lets one false pair in a
thousand through.

A link is a likeness of SAME or more. AUC is the chance that a true pair is more alike than a false one.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf, nextafter
from pathlib import Path

from figures import Figure
from jellyfish import jaro_winkler_similarity

from elchi.link.names import NameLinker
from elchi.packs import load_catalogue, load_sounds
from elchi.script import SAME, key_likeness, likeness, sound_key

OWN = Path(__file__).parent / "own" / "city_names.tsv"
SCRIPTS = ("Latn", "Deva", "Beng", "Cyrl")
NEAR, RANDOM = 2, 2
SEED = 2026


@dataclass(frozen=True)
class Pair:
    """Two names, and whether they are one."""

    one: str
    other: str
    true: bool


@dataclass(frozen=True)
class Outcome:
    """What a set of pairs gives: AUC, share of true pairs linked, and how many false ones are."""

    name: str
    auc: float
    linked: int
    true: int
    wrong: int
    false: int

    def line(self) -> str:
        """Return the outcome in a line."""
        recall, rate = self.linked / self.true, self.wrong / self.false
        return (
            f"{self.name:<28}AUC {self.auc:.4f}  recall {recall:.3f} ({self.linked} of {self.true})"
            f"  false links {self.wrong} of {self.false} ({rate:.2%})"
        )


@dataclass(frozen=True)
class City:
    """A city that judges: its form in each script, and every name it has."""

    forms: dict[str, str]
    names: frozenset[str]


def city_pairs() -> Iterator[Pair]:
    """Yield the pairs of cities, always the same ones."""
    lines = OWN.read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    known = [City(dict(zip(SCRIPTS, row[2:6], strict=True)), frozenset(row[6].split("|"))) for row in rows]
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    for one, other in combinations(SCRIPTS, 2):
        keys = [sound_key(city.forms[other]) for city in known]
        for place, city in enumerate(known):
            yield Pair(city.forms[one], city.forms[other], true=True)
            key = sound_key(city.forms[one])
            others = [n for n, rival in enumerate(known) if n != place and not rival.names & city.names]
            near = sorted(others, key=lambda n: (-jaro_winkler_similarity(key, keys[n]), n))[:NEAR]
            for n in (*near, *chance.sample(others, RANDOM)):
                yield Pair(city.forms[one], known[n].forms[other], true=False)


def given_pairs(folder: Path) -> list[Pair]:
    """Return the labelled pairs of `folder`/name_pairs.tsv that sound could tell."""
    with (folder / "name_pairs.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [Pair(r["form_a"], r["form_b"], r["label"] == "true") for r in rows if r["label"] != "exonym"]


def by_sound(one: str, other: str) -> float:
    """Return how alike two names sound, unlike ones below zero."""
    return likeness(*sorted((one, other))).score


def with_catalogue() -> Callable[[str, str], float]:
    """Return a likeness that knows the catalogue: 1 for two names of one entity, 0 for those of two.

    A surname and a given name of one man are two names: where only a part of a name fits, sound decides.
    """
    linker = NameLinker(load_catalogue(), load_sounds)

    def alike(one: str, other: str) -> float:
        first, second = linker.link(one), linker.link(other)
        if first.entity and second.entity and first.candidates[0].whole and second.candidates[0].whole:
            return 1.0 if first.entity.id == second.entity.id else 0.0
        return by_sound(one, other)

    return alike


def judge(
    name: str, pairs: Sequence[Pair], alike: Callable[[str, str], float], *, show: bool, same: float | None = SAME
) -> Outcome:
    """Return how `alike` tells the pairs apart from `same` on; print those it gets wrong where asked to.

    Without `same`, the least threshold counts that links one false pair in a thousand.
    """
    scored = [(alike(pair.one, pair.other), pair) for pair in pairs]
    if same is None:
        wrong = sorted((score for score, pair in scored if not pair.true), reverse=True)
        same = nextafter(wrong[len(wrong) // 1000], inf)
    if show:
        for score, pair in sorted(scored, key=lambda found: found[0]):
            if pair.true != (score >= same):
                print(f"  {'missed' if pair.true else 'linked'} {score:.2f} {pair.one} - {pair.other}")
    true = [score for score, pair in scored if pair.true]
    false = [score for score, pair in scored if not pair.true]
    return Outcome(
        name, auc(true, false), sum(score >= same for score in true), len(true),
        sum(score >= same for score in false), len(false),
    )  # fmt: skip


def auc(true: Sequence[float], false: Sequence[float]) -> float:
    """Return the chance that a true pair scores above a false one, ties counting half (Mann and Whitney 1947)."""
    ranked = sorted([(score, 1) for score in true] + [(score, 0) for score in false])
    wins, below, place = 0.0, 0, 0
    while place < len(ranked):
        after = place
        while after < len(ranked) and ranked[after][0] == ranked[place][0]:
            after += 1
        hits = sum(label for _, label in ranked[place:after])
        misses = after - place - hits
        wins += hits * (below + misses / 2)
        below += misses
        place = after
    return wins / (len(true) * len(false))


def measure(*, show: bool = False) -> list[Outcome]:
    """Return the outcome of every set that is there."""
    outcomes = [judge("cities", list(city_pairs()), by_sound, show=show)]
    folder = os.environ.get("ELCHI_EVAL")
    if folder:
        pairs = given_pairs(Path(folder))
        outcomes.append(judge("name_pairs, sound alone", pairs, by_sound, show=show))
        outcomes.append(judge("name_pairs, with catalogue", pairs, with_catalogue(), show=show))
    return outcomes


def measure_spellings() -> list[Figure]:
    """Return the figures of every set that is there, for the gate."""
    figures = []
    for outcome in measure():
        group = {"cities": "spellings_cities", "name_pairs, sound alone": "spellings_by_sound"}.get(
            outcome.name, "spellings_known"
        )
        counts = f"{outcome.linked} of {outcome.true}", f"{outcome.wrong} of {outcome.false}"
        figures += [
            Figure(group, "auc", outcome.auc),
            Figure(group, "linked", outcome.linked / outcome.true, counts[0]),
            Figure(group, "wrong_links", outcome.wrong, counts[1]),
        ]
    return figures


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print every pair that is told wrong")
    parser.add_argument("--compare", action="store_true", help="measure the sound key alone, too")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    outcomes = measure(show=options.show)
    if options.compare:
        outcomes.append(judge("cities, sound key alone", list(city_pairs()), key_likeness, show=False, same=None))
    if options.json:
        print(json.dumps({o.name: vars(o) for o in outcomes}, indent=2))
    else:
        for outcome in outcomes:
            print(outcome.line())
    if "ELCHI_EVAL" not in os.environ:
        print("name_pairs: not measured, for ELCHI_EVAL names no folder of labelled sets (eval/README.md)")


if __name__ == "__main__":
    main()
