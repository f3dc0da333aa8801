"""Sound keys: one rough key for the spellings of a name in any script, to find candidates by.

A name is romanised (anyascii), consonants that scripts confuse are joined, and inner vowels fall away. How alike two
names are is for `likeness.py` to say. The confusions stand in `data/script/sounds.tsv`, in the order in which they
apply.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from itertools import groupby

import regex
from anyascii import anyascii
from jellyfish import jaro_winkler_similarity

_NO_LETTER = regex.compile(r"[^a-z ]+")
_VOWELS = str.maketrans("", "", "aeiouh")


@cache
def _confusions() -> tuple[tuple[str, str], ...]:
    text = resources.files("elchi").joinpath("data/script/sounds.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((source, "" if target == "0" else target) for source, target in rows)


@lru_cache(maxsize=50_000)
def sound_key(name: str) -> str:
    """Return the sound key of `name` in any script, a word of the key for each word of the name."""
    words = _NO_LETTER.sub("", anyascii(name).replace("-", " ").lower()).split()
    return " ".join(_skeleton(word) for word in words)


@lru_cache(maxsize=50_000)
def _skeleton(word: str) -> str:
    for source, target in _confusions():
        word = word.replace(source, target)
    word = "".join([letter for letter, _run in groupby(word)])
    head = "a" if word[:1] in "aeiou" else word[:1]
    return head + word[1:].translate(_VOWELS)


def key_likeness(a: str, b: str) -> float:
    """Return how alike the sound keys of two names are, 0 to 1 (Jaro-Winkler): rough, but soon done.

    A surname in common weighs much; `likeness` says more of whole names.
    """
    return float(jaro_winkler_similarity(sound_key(a), sound_key(b)))
