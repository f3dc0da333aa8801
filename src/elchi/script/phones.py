"""A name as a row of phones: the letters of its own script, those that write one sound taken together.

Nothing is romanised: what a letter of one script is in another stands in a fitted table (`likeness.py`). Which letters
go together, are one to other scripts, or have no sound, stands in `data/script/phones.tsv`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from anyascii import anyascii

# Scripts with letters of their own in the table of odds, by their first word in Unicode's names of characters.
SCRIPTS = {"LATIN": "Latn", "DEVANAGARI": "Deva", "BENGALI": "Beng", "CYRILLIC": "Cyrl", "ARABIC": "Arab"}
LATIN = "Latn"
_INDIC = range(0x900, 0xA00)  # Devanagari and Bengali: their marks are vowels, not accents
_LONGEST = 60
VIRAMA = 9  # canonical combining class of the viramas of all scripts (Unicode, table of classes)


@dataclass(frozen=True, slots=True)
class Phones:
    """The phones of a name in the order of writing, and the ISO 15924 code of the script they are of."""

    script: str
    symbols: tuple[str, ...]


@cache
def _table() -> tuple[dict[str, str], int]:
    """Return the phone of each row of letters, and the length of the longest row."""
    text = resources.files("elchi").joinpath("data/script/phones.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    table = {letters: "" if phone == "0" else phone for letters, phone, _why in rows}
    return table, max(map(len, table))


@cache
def _script(letter: str) -> str:
    return SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "")


def script_of(name: str) -> str:
    """Return the ISO 15924 code of the script of the first letter that has one in `SCRIPTS`, or ""."""
    return next((script for script in map(_script, name) if script), "")


@lru_cache(maxsize=50_000)
def phones(name: str) -> Phones:
    """Return the phones of `name`; a script without letters in the table of odds is romanised by anyascii first."""
    script = script_of(name)
    if not script or any(unicodedata.category(c) == "Lo" and not _script(c) for c in name):
        script, name = LATIN, anyascii(name)
    return Phones(script, tuple(_symbols(_letters(name))))


def _letters(name: str) -> str:
    """Return the letters and vowel signs of a name without accents, blanks and signs."""
    table, _ = _table()
    known = "".join(
        table[c] if c in table and not c.isascii() else c for c in unicodedata.normalize("NFC", name.lower())
    )
    apart = unicodedata.normalize("NFD", known)
    kept = "".join(c for c in apart if unicodedata.category(c) != "Mn" or ord(c) in _INDIC)
    # The short i loses its mark with the accents: it is one with i to other scripts.
    whole = unicodedata.normalize("NFC", kept)
    return "".join(c for c in whole if c.isalpha() or unicodedata.category(c) in {"Mc", "Mn"})[:_LONGEST]


def _symbols(letters: str) -> list[str]:
    table, longest = _table()
    out: list[str] = []
    place = 0
    while place < len(letters):
        taken = next((n for n in range(longest, 0, -1) if letters[place : place + n] in table), 0)
        symbol = table[letters[place : place + taken]] if taken else letters[place]
        if _is_virama(symbol) and out[-1:] == [letters[place + 1 : place + 2]]:
            symbol = ""
        if symbol and (not out or out[-1] != symbol):  # a doubled letter is one sound
            out.append(symbol)
        place += taken or 1
    return out


def _is_virama(symbol: str) -> bool:
    return len(symbol) == 1 and unicodedata.combining(symbol) == VIRAMA
