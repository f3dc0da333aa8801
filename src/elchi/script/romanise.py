"""Readable Latin forms of names in Devanagari and Bengali: the inherent vowel is written, and dropped where it is mute.

Letters stand in `data/script/letters.tsv`. Words of other scripts go through anyascii. For labels of people whom no
table knows; comparison uses `sound_key`.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources

from anyascii import anyascii

# A word does not end in a cluster with one of these without a vowel after it (Narendra, Surya).
_LIQUIDS = {"r", "y", "v"}
_SPECIAL = ("dotted", "after_virama")


@cache
def _letters() -> tuple[dict[str, tuple[str, str]], dict[str, str], dict[str, str]]:
    """Return (Latin, kind) by letter, the Latin of letters with a dot below, and of those after a virama."""
    text = resources.files("elchi").joinpath("data/script/letters.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    plain = {letter: ("" if latin == "0" else latin, kind) for letter, latin, kind in rows if kind not in _SPECIAL}
    dotted, after = ({letter: latin for letter, latin, kind in rows if kind == special} for special in _SPECIAL)
    return plain, dotted, after


def romanise(name: str) -> str:
    """Return `name` in Latin letters, each word capitalised."""
    return " ".join(_word(word).capitalize() for word in name.replace("-", " ").split())


@lru_cache(maxsize=20_000)
def _word(word: str) -> str:
    letters, dotted, after_virama = _letters()
    text = unicodedata.normalize("NFC", word).replace("\u200d", "").replace("\u200c", "")
    if not any(c in letters for c in text):
        return anyascii(word)
    units: list[tuple[str, str]] = []
    for place, letter in enumerate(text):
        latin, kind = letters.get(letter, (anyascii(letter), "other"))
        if kind == "nukta" and place and text[place - 1] in dotted:
            units[-1] = (dotted[text[place - 1]], "consonant")
        elif letter in after_virama and units and units[-1][1] == "virama":
            units.append((after_virama[letter], "consonant"))
        else:
            units.append((latin, kind))
    return _with_inherent(units)


def _with_inherent(units: list[tuple[str, str]]) -> str:
    """Write an `a` after each consonant that no vowel, virama or word's end follows."""
    out: list[str] = []
    for place, (latin, kind) in enumerate(units):
        out.append(latin)
        if kind != "consonant":
            continue
        if place + 1 == len(units):
            out.append("a" if latin in _LIQUIDS and place > 1 and units[place - 1][1] == "virama" else "")
            continue
        follows = units[place + 1][1]
        if follows not in {"sign", "virama", "nukta"} and not _mute(units, place):
            out.append("a")
    return "".join(out)


def _mute(units: list[tuple[str, str]], place: int) -> bool:
    """Whether the inherent vowel is not spoken: after a vowel, before a consonant that has a vowel (वाजपेयी)."""
    if place == 0 or units[place + 1][1] != "consonant":
        return False
    before = units[place - 1][1] in {"sign", "vowel"}
    after = place + 2 < len(units) and units[place + 2][1] == "sign"
    return before and after
