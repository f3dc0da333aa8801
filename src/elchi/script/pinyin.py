"""Chinese names in other scripts: rewritten by syllable, so compared by syllable.

शी चिनफिंग, শি জিনপিং, Си Цзиньпин and Xi Jinping sound alike to nobody's rule of letters, but each reads as xi-jin-ping
by the table of its script, `data/script/pinyin.tsv` (made by tools/make_pinyin.py). A spelling may read as several
syllables (चिन: jin, zhen, qin ...); two names fit when some reading of each has a syllable in common at every place.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources

import regex
from anyascii import anyascii

from elchi.script.fold import fold
from elchi.script.phones import VIRAMA

Reading = tuple[frozenset[str], ...]
# A row of syllables shorter than this may be any short word; a name of more is none.
_FEWEST, _MOST = 2, 5
_READINGS = 64
_BLANKS = regex.compile(r"[\s'’‐‑·•-]+")


@cache
def _folds() -> tuple[tuple[str, str], ...]:
    text = resources.files("elchi").joinpath("data/script/syllable_fold.tsv").read_text(encoding="utf-8")
    return tuple((row.split("\t")[0], row.split("\t")[1]) for row in text.splitlines()[1:])


def _key(text: str) -> str:
    """Return `text` folded; the virama goes, for n at the end of a syllable is written with one or without (चिन्थाओ)."""
    key = fold(text)
    for source, target in _folds():
        key = key.replace(source, target)
    return key if key.isascii() else "".join([c for c in key if unicodedata.combining(c) != VIRAMA])


@cache
def _table() -> tuple[dict[str, frozenset[str]], int]:
    """Return the syllables that each spelling in any script may stand for, and the longest spelling."""
    text = resources.files("elchi").joinpath("data/script/pinyin.tsv").read_text(encoding="utf-8")
    spelt: dict[str, set[str]] = {}
    for line in text.splitlines()[1:]:
        syllable, *columns = line.split("\t")
        for form in (syllable, *(form for column in columns for form in column.split("|"))):
            spelt.setdefault(_key(form), set()).add(syllable)
    return {form: frozenset(found) for form, found in spelt.items()}, max(map(len, spelt))


def same_syllables(a: str, b: str) -> bool:
    """Whether both names read as the same two or more Chinese syllables, in whatever scripts they stand."""
    return any(_fit(one, other) for one in readings(a) for other in readings(b))


def _fit(one: Reading, other: Reading) -> bool:
    return len(one) == len(other) and all(not x.isdisjoint(y) for x, y in zip(one, other, strict=True))


@lru_cache(maxsize=20_000)
def readings(name: str) -> tuple[Reading, ...]:
    """Return the ways to read a whole name as Chinese syllables, each a set of syllables a place; () for none."""
    if any(unicodedata.name(c, "").startswith("CJK") for c in name):
        name = anyascii(name)
    whole: list[Reading] = [()]
    for word in _BLANKS.split(unicodedata.normalize("NFC", name).strip()):
        found = _word(_key(word))
        whole = [begun + rest for begun in whole for rest in found][:_READINGS]
    return tuple(reading for reading in whole if _FEWEST <= len(reading) <= _MOST)


def _word(word: str) -> list[Reading]:
    """Return the ways to read one word."""
    table, longest = _table()
    ends: list[list[Reading]] = [[] for _ in range(len(word) + 1)]
    ends[0] = [()]
    for start in range(len(word)):
        if not ends[start]:
            continue
        for end in range(start + 1, min(len(word), start + longest) + 1):
            syllables = table.get(word[start:end])
            if syllables is not None:
                ends[end] = (ends[end] + [(*begun, syllables) for begun in ends[start]])[:_READINGS]
    return ends[len(word)] if word else []
