"""Sentences in which others have labelled places, and the mentions of states and cities among them.

What counts as a state or a city is told by tables that recognition does not read: Unicode CLDR's names of states
(`reference/country_names_cldr.csv` of the folder that `ELCHI_EVAL` names), and `own/gold_names.tsv`, written while
reading every distinct labelled place of both sets and every name in the seeds. Words are compared folded; a Bengali
name may carry the endings listed here.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from elchi.model import EntityKind
from elchi.packs import load_catalogue
from elchi.script import WORD, Token, fold_text, tokenise, words_of

GOLD_NAMES = Path(__file__).with_name("own") / "gold_names.tsv"
SETS = {"hi": "hiner_hi", "bn": "rifat_bn"}
STATE, CITY, DEMONYM = "state", "city", "demonym"
PLACE, OTHER, NONE = "place", "other", "none"
_PLACE_TAGS = frozenset({"LOC", "LOCATION"})
_LONGEST = 6
# Endings that a name may carry. Bengali joins them to the word; Hindi writes them apart.
_ENDINGS = {"bn": "(?:রা|দের)?(?:টি|টা)?(?:য়ের|ের|এর|র|কে|তে|েতে|ে|এ|য়)?(?:স্থ|মুখী|সহ)?(?:ই|ও)?"}


@dataclass(frozen=True, slots=True)
class GoldName:
    """A mention: tokens `first` to `after`, whom it means, and whether it is a `state`, a `city` or a `demonym`."""

    first: int
    after: int
    entity: str
    kind: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence as elchi tokenises it; for each token its label (`place`, `other`, `none`) and its span's number."""

    id: str
    text: str
    tokens: Sequence[Token]
    labels: Sequence[str]
    spans: Sequence[int]


class GoldNames:
    """The names of one language by their folded words."""

    def __init__(self, folder: Path, language: str) -> None:
        """Read CLDR's names in `folder`, the states of the catalogue's list alone, and the project's own table."""
        self._names: dict[tuple[str, ...], tuple[str, str]] = {}
        states = {e.id for e in load_catalogue().entities.values() if e.kind is EntityKind.STATE}
        with (folder / "reference" / "country_names_cldr.csv").open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                if row["iso3"] in states:
                    self._names[words_of(row[language])] = row["iso3"], STATE
        for line in GOLD_NAMES.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                code, name, entity, kind = line.split("\t")
                if code == language:
                    self._names[words_of(name)] = entity, kind
        self._ending = regex.compile(fold_text(_ENDINGS.get(language, "")))
        self._stems: dict[str, frozenset[str]] = {}

    def within(self, tokens: Sequence[Token], first: int, after: int) -> Iterator[GoldName]:
        """Yield the names among the tokens `first` to `after`, the longest at each place; signs separate nothing."""
        places = [place for place in range(first, after) if tokens[place].kind == WORD]
        index = 0
        while index < len(places):
            length, found = self._longest(tokens, places[index : index + _LONGEST])
            if found is not None and found[0] != "-":
                yield GoldName(places[index], places[index + length - 1] + 1, *found)
            index += max(length, 1)

    def _longest(self, tokens: Sequence[Token], places: Sequence[int]) -> tuple[int, tuple[str, str] | None]:
        for length in range(len(places), 0, -1):
            head = tuple(tokens[p].key for p in places[: length - 1])
            for stem in self._bare(tokens[places[length - 1]].key):
                found = self._names.get((*head, stem))
                if found is not None:
                    return length, found
        return 0, None

    def _bare(self, word: str) -> Iterator[str]:
        """Yield `word` without each ending it may carry, longest stem first."""
        for cut in range(len(word), 0, -1):
            if self._ending.fullmatch(word[cut:]):
                yield word[:cut]


def labelled(folder: Path, language: str) -> Iterator[Labelled]:
    """Yield the sentences of the language's set."""
    for line in (folder / "ner" / f"{SETS[language]}.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        yield _labelled(record["id"], record["tokens"], record["tags"])


def _labelled(name: str, words: Sequence[str], tags: Sequence[str]) -> Labelled:
    starts: list[int] = []
    place = 0
    for word in words:
        starts.append(place)
        place += len(word) + 1
    text = " ".join(words)
    tokens = tokenise(text)
    labels: list[str] = []
    spans: list[int] = []
    at, number = 0, 0
    seen = -1
    for token in tokens:
        while at + 1 < len(starts) and starts[at + 1] <= token.start:
            at += 1
        if at != seen:
            seen = at
            number += not tags[at].startswith("I-")
        labels.append(_label(tags[at]))
        spans.append(number)
    return Labelled(name, text, tokens, labels, spans)


def _label(tag: str) -> str:
    kind = tag.rpartition("-")[2]
    return NONE if tag == "O" else PLACE if kind in _PLACE_TAGS else OTHER


def gold_of(sentence: Labelled, names: GoldNames) -> list[GoldName]:
    """Return the names of states, cities and peoples inside the labelled places of a sentence."""
    found: list[GoldName] = []
    first = 0
    for after in range(1, len(sentence.tokens) + 1):
        if after == len(sentence.tokens) or sentence.spans[after] != sentence.spans[first]:
            if sentence.labels[first] == PLACE:
                found += names.within(sentence.tokens, first, after)
            first = after
    return found
