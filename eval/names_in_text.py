"""How well names are recognised in running text, against sets that others have labelled.

    names_in_text.py [--show]            states and cities in the two NER sets: recall and precision
    names_in_text.py --seeds [--show]    names of states and cities in the five seeds: resolved of all
    names_in_text.py --common [FILE ...] words of many sentences that are read as names, with what is odd about them

`ELCHI_EVAL` names the folder of labelled sets (README.md here).

Recall: of the names of states (cities) inside spans that the set labels as a place, the share for which the reader
finds a name that overlaps it and means the same entity. Which words are such names is told by `ner_sets.py`, from
tables that recognition does not read. Demonyms that the sets label as places are counted apart.

Precision: of the names of states (cities) that the reader finds, adjectives and names of peoples left out, the share
that lies inside a span labelled as a place. A name inside a span with another label ("Bank of Japan", a date, a person)
says nothing about the reader: how such names are labelled is a convention; they are counted apart, and are neither
right nor wrong. Names in words without any label count as wrong, also where the set merely forgot to label a state;
`read` is the precision with those put right that `own/unlabelled_names.tsv` lists, read one by one.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from common_words import print_words, read_words
from figures import Figure
from labelled import read_seeds
from ner_sets import CITY, DEMONYM, NONE, OTHER, PLACE, SETS, STATE, GoldName, GoldNames, Labelled, gold_of, labelled
from spotted import meaning, names_of

from elchi.clean import detect_language
from elchi.model import EntityKind
from elchi.packs import load_pack
from elchi.script import tokenise
from elchi.sentence import NameHit, Scan

UNLABELLED = Path(__file__).with_name("own") / "unlabelled_names.tsv"
_READ = "read"
_KIND = {EntityKind.STATE: STATE, EntityKind.PLACE: CITY}
_TOWNS = frozenset({"city", "capital"})


@dataclass
class Tally:
    """Counts for one kind of name of one set; `missed` and `wrong` keep what --show prints.

    `inside` counts the missed ones that are words of a longer name (the body भारतीय संसद, a summit of India and others).
    """

    gold: int = 0
    found: int = 0
    inside: int = 0
    told: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the labelled names that were found."""
        return self.found / max(1, self.gold)

    @property
    def read_precision(self) -> float:
        """The precision where names that the set forgot to label, read one by one, are right."""
        right = self.told[PLACE] + self.told[_READ]
        return right / max(1, self.told[PLACE] + self.told[NONE])

    @property
    def precision(self) -> float:
        """Share of the names told that lie in a labelled place, those with another label left out."""
        return self.told[PLACE] / max(1, self.told[PLACE] + self.told[NONE])


def kind_of(hit: NameHit) -> str:
    """Return `state`, `city`, `demonym`, or "" for a name that is none of these."""
    entity = meaning(hit)
    kind = _KIND.get(entity.kind, "")
    if kind == STATE and hit.adjective:
        return DEMONYM
    return kind if kind != CITY or entity.subkind in _TOWNS else ""


def measure(folder: Path, language: str) -> dict[str, Tally]:
    """Return the tallies of the language's set by kind of name."""
    pack, names = load_pack(language), GoldNames(folder, language)
    tallies = {kind: Tally() for kind in (STATE, CITY, DEMONYM)}
    for sentence in labelled(folder, language):
        hits = list(names_of(Scan(sentence.tokens, pack)))
        for gold in gold_of(sentence, names):
            _count_gold(tallies[gold.kind], sentence, gold, hits)
        for hit in hits:
            if (kind := kind_of(hit)) in tallies:
                _count_told(tallies[kind], sentence, hit)
    return tallies


def _count_gold(tally: Tally, sentence: Labelled, gold: GoldName, hits: Sequence[NameHit]) -> None:
    tally.gold += 1
    over = [h for h in hits if h.first < gold.after and gold.first < h.after]
    longer = next((h for h in over if h.first <= gold.first and h.after > gold.after), None)
    words = f"{_words(sentence, gold.first, gold.after)} ({gold.entity})"
    if any(e.id == gold.entity for h in over for e in h.entities):
        tally.found += 1
    elif longer is not None:
        tally.inside += 1
        tally.missed[f"{words} inside {_words(sentence, longer.first, longer.after)} ({meaning(longer).id})"] += 1
    else:
        tally.missed[words] += 1


def _count_told(tally: Tally, sentence: Labelled, hit: NameHit) -> None:
    labels = set(sentence.labels[hit.first : hit.after])
    label = PLACE if PLACE in labels else min(labels - {NONE}, default=NONE)
    tally.told[label] += 1
    if label == NONE and (sentence.id, _words(sentence, hit.first, hit.after), meaning(hit).id) in _unlabelled():
        tally.told[_READ] += 1
    elif label == NONE:
        around = _words(sentence, max(0, hit.first - 6), min(len(sentence.tokens), hit.after + 4))
        tally.wrong.append(f"{sentence.id}: {_words(sentence, hit.first, hit.after)} ({meaning(hit).id}) in: {around}")


@cache
def _unlabelled() -> frozenset[tuple[str, str, str]]:
    rows = (line.split("\t") for line in UNLABELLED.read_text("utf-8").splitlines() if line[:1] not in {"", "#"})
    return frozenset((sentence, word, entity) for sentence, word, entity in rows)


def _words(sentence: Labelled, first: int, after: int) -> str:
    return sentence.text[sentence.tokens[first].start : sentence.tokens[after - 1].end]


def measure_seeds(folder: Path) -> dict[str, Tally]:
    """Return how many names of states, cities and peoples in the texts of the seeds are resolved, by kind."""
    tallies = {kind: Tally() for kind in (STATE, CITY, DEMONYM)}
    for article in read_seeds(folder):
        language = detect_language(article.id, article.text)
        tokens = tokenise(article.text)
        hits = list(names_of(Scan(tokens, load_pack(language))))
        whole = Labelled(article.id, article.text, tokens, [PLACE] * len(tokens), [0] * len(tokens))
        for gold in gold_of(whole, GoldNames(folder, language)):
            _count_gold(tallies[gold.kind], whole, gold, hits)
    return tallies


def measure_names(folder: Path) -> list[Figure]:
    """Return recall and precision of states and cities in each set, and the names of the seeds, for the gate."""
    found = []
    for language in SETS:
        tallies = measure(folder, language)
        for kind in (STATE, CITY):
            tally = tallies[kind]
            told = tally.told[PLACE] + tally.told[NONE]
            found += [
                Figure(f"names_{language}", f"{kind}_recall", tally.recall, f"{tally.found} of {tally.gold}"),
                Figure(f"names_{language}", f"{kind}_precision", tally.precision, f"{tally.told[PLACE]} of {told}"),
                Figure(f"names_{language}", f"{kind}_precision_read", tally.read_precision),
            ]
    for kind, tally in measure_seeds(folder).items():
        known = tally.found + tally.inside
        found.append(Figure("names_seeds", kind, known / max(1, tally.gold), f"{known} of {tally.gold}"))
    return found


def _print_sets(folder: Path, *, show: bool) -> None:
    columns = f"{'recall':>7}  {'found/gold':<11}{'precision':>10}  {'right/told':<11}{'read':>6}  other labels"
    print(f"{'set':<10}{'kind':<9}{columns}")
    for language, name in SETS.items():
        for kind, t in measure(folder, language).items():
            told = t.told[PLACE] + t.told[NONE]
            counts = f"{t.found}/{t.gold}", f"{t.told[PLACE]}/{told}"
            print(f"{name:<10}{kind:<9}{t.recall:>7.3f}  {counts[0]:<11}{t.precision:>10.3f}  {counts[1]:<11}"
                  f"{t.read_precision:>6.3f}  {t.told[OTHER]}")  # fmt: skip
            if show:
                print(*(f"    missed {words} {count}" for words, count in t.missed.most_common()), sep="\n")
                print(*(f"    unlabelled {line}" for line in t.wrong), sep="\n")


def _print_seeds(folder: Path, *, show: bool) -> None:
    for kind, tally in measure_seeds(folder).items():
        inside = f", {tally.inside} in the name of something else" if tally.inside else ""
        print(f"{kind:<9}{tally.found} of {tally.gold} resolved{inside}")
        if show:
            print(*(f"    missed {words} {count}" for words, count in tally.missed.most_common()), sep="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was asked for; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print what was missed, and names in unlabelled words")
    parser.add_argument("--seeds", action="store_true", help="count the names in the seeds that are resolved")
    parser.add_argument("--common", nargs="*", type=Path, metavar="FILE", help="list the words read as names")
    options = parser.parse_args(arguments)
    folder = Path(os.environ.get("ELCHI_EVAL", ""))
    if not (folder / "ner").is_dir():
        sys.exit("names_in_text: ELCHI_EVAL names no folder with labelled sets (eval/README.md)")
    if options.common is not None:
        print_words(read_words(folder, options.common))
    elif options.seeds:
        _print_seeds(folder, show=options.show)
    else:
        _print_sets(folder, show=options.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
