"""Words as search sees them: the same keys on every store, whatever its own idea of a word is.

Words are cut and folded by `script`, joined by single spaces, and every other sign is dropped before a store sees them:
its tokenizer has nothing left to decide. A row's key begins with its day, so that the newest come first without
sorting.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

import regex

from elchi.model import Claim
from elchi.script import LONGEST_WORD, SIGN, tokenise, word_keys

MOST_TERMS = 16
MOST_WORDS = 2000
"""Of one claim; evidence is a sentence or two, more is an attack or a text without sentence ends."""
SHORTEST_BEGINNING = 3
"""A shorter word is looked for whole: the beginnings of two letters fit a tenth of all words."""
_DAY_BITS = 32
_DECIMAL = "\ue000"  # stands for the sign between digits: a letter to both stores, and to nobody else
_TERM = regex.compile(r'"([^"]*)"|([^\s"]+)')


class WordRow(NamedTuple):
    """What is searched of a claim: its key under its day, the words of its evidence, tags for filters."""

    key: int
    words: str
    tags: str


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side; of the last, only the beginning where `prefix`. `written` is as typed, in NFC."""

    words: tuple[str, ...]
    prefix: bool
    written: tuple[str, ...]


def terms_of(text: str, *, exact: bool = False) -> list[Term]:
    """Return what a search text asks for, all of it together.

    Words in quotes stand side by side and whole. Another word is found by its beginning, for languages put endings to
    names (ভারত finds ভারতের); `exact` finds it whole, unless it ends in `*`.
    """
    terms = []
    for found in _TERM.finditer(text):
        phrase, bare = found.group(1), found.group(2)
        cut = list(_words(phrase if phrase is not None else bare))[:MOST_TERMS]
        if cut:
            keys, written = tuple(key for key, _, _ in cut), tuple(word for _, word, _ in cut)
            asked = bare is not None and (bare.endswith("*") or (not exact and len(keys[-1]) >= SHORTEST_BEGINNING))
            terms.append(Term(keys, asked, written))
    return terms[:MOST_TERMS]


def hits_in(text: str, terms: Sequence[Term], *, exact: bool = False) -> list[tuple[int, int]]:
    """Return where the words of `terms` stand in `text`, in code points, in order; [] where one of them is missing.

    With `exact`, a word must be spelt as it was typed.
    """
    cut = list(_words(text))
    found: set[tuple[int, int]] = set()
    for term in terms:
        places = [at for at in range(len(cut) - len(term.words) + 1) if _stands(cut, at, term, exact=exact)]
        if not places:
            return []
        found |= {cut[at + n][2] for at in places for n in range(len(term.words))}
    return sorted(found)


def row_of(claim: Claim, key: int, day: str) -> WordRow:
    """Return the row of a claim that is sorted by `day`."""
    filters = {"kind": claim.kind.value, "type": claim.type, "language": claim.language, "source": claim.source or ""}
    texts = [evidence.text for evidence in claim.evidence]
    return word_row(row_key(day, key), texts, filters, {party.entity for party in claim.participants})


def word_row(
    key: int, texts: Sequence[str], filters: Mapping[str, str], entities: Collection[str]
) -> WordRow:  # fmt: skip
    """Return the row of a claim whose evidence is `texts`, which is found by `filters` and by its `entities`."""
    words = " ".join(map(_indexed, texts))
    if words.count(" ") >= MOST_WORDS:
        words = " ".join(words.split(" ", MOST_WORDS)[:MOST_WORDS])
    tags = [tag(name, value) for name, value in filters.items()] + sorted(
        [tag("entity", entity) for entity in entities]
    )
    return WordRow(key, words, " ".join(tags))


def day_in(claim: Claim, known_from: str) -> str:
    """Return the day that search sorts a claim by: the first on which it can have been so, else when it was told."""
    span = claim.date or claim.valid_from
    return span.start.isoformat() if span is not None and span.start is not None else known_from


def day_of_row(row: Any) -> str:  # noqa: ANN401 - any row with these columns
    """Return the day that `day_in` gave for a claim, from its row."""
    day: str = row.earliest or row.known_from
    return day


def row_key(day: str, claim: int) -> int:
    """Return the key of a claim's row: a later day has the greater key."""
    return (date.fromisoformat(day).toordinal() << _DAY_BITS) | claim


def claim_mask() -> int:
    """Return the bits of a row's key that are the claim's key."""
    return (1 << _DAY_BITS) - 1


@lru_cache(maxsize=100_000)
def tag(name: str, value: str) -> str:
    """Return the one word by which a store finds rows whose `name` is `value`."""
    return "x" + blake2b(f"{name}:{value}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _words(text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield key, spelling in NFC and place of each word and number."""
    for token in tokenise(text):
        key = _plain(token.key) if token.kind != SIGN else ""
        if key:
            yield key, unicodedata.normalize("NFC", text[token.start : token.end]), (token.start, token.end)


@lru_cache(maxsize=100)
def _indexed(text: str) -> str:
    """Return the words of a text, remembered while its other claims are written."""
    return " ".join(filter(None, map(_between_spaces, text.split())))


@lru_cache(maxsize=100_000)
def _between_spaces(signs: str) -> str:
    """Return the words of signs without a space, remembered: no word has a space in it, and most are met again."""
    return " ".join(filter(None, map(_plain, word_keys(signs))))


@lru_cache(maxsize=100_000)
def _plain(key: str) -> str:
    if len(key) > LONGEST_WORD:
        return ""  # a number of a thousand digits; a store would refuse it
    if key.isalnum():
        return key
    key = key.replace(",", "").replace(".", _DECIMAL)
    return "".join(c for c in key if c == _DECIMAL or unicodedata.category(c)[0] in "LNM")


def _stands(cut: Sequence[tuple[str, str, tuple[int, int]]], at: int, term: Term, *, exact: bool) -> bool:
    last = len(term.words) - 1
    for n, (wanted, written) in enumerate(zip(term.words, term.written, strict=True)):
        key, spelt, _ = cut[at + n]
        begins = term.prefix and n == last
        if not (key.startswith(wanted) if begins else key == wanted):
            return False
        if exact and not (spelt.startswith(written) if begins else spelt == written):
            return False
    return True


def days_between(since: str | None, until: str | None) -> tuple[int | None, int | None]:
    """Return the least key of a period, and the first key after it; None where it is open."""
    low = row_key(since, 0) if since else None
    high = (date.fromisoformat(until).toordinal() + 1) << _DAY_BITS if until else None
    return low, high
