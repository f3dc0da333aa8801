"""The language of an article: its script first, then a detector, decided once an article."""

from __future__ import annotations

from collections import Counter

import regex

from elchi.errors import EmptyInputError, LanguageError
from elchi.packs import languages, load_pack
from elchi.script.language import SAMPLE, UNKNOWN, guess_language

# Scripts that ISO 15924 names and Unicode property names.
_SCRIPTS = {
    "Deva": "Devanagari",
    "Beng": "Bengali",
    "Latn": "Latin",
    "Cyrl": "Cyrillic",
    "Arab": "Arabic",
    "Hans": "Han",
}


_PATTERNS = {code: regex.compile(rf"\p{{{name}}}") for code, name in _SCRIPTS.items()}


def script_counts(text: str) -> Counter[str]:
    """Return the number of letters of each script that some pack may use."""
    counts: Counter[str] = Counter()
    for code, pattern in _PATTERNS.items():
        counts[code] = len(pattern.findall(text[:SAMPLE]))
    return counts


def detect_language(document: str, text: str) -> str:
    """Return the BCP 47 tag of the language in which `text` is written.

    Raises:
        EmptyInputError: there is no letter in it.
        LanguageError: no pack reads its language.
    """
    if not any(pattern.search(text, endpos=SAMPLE) for pattern in _PATTERNS.values()):
        raise EmptyInputError(document, "no letters to read; give an article's text")
    known = languages()
    guess = guess_language(text)
    if guess in known:
        return guess
    script, _letters = script_counts(text).most_common(1)[0]
    # A short or mixed text: the script alone decides where the detector is not sure of another language.
    fitting = [code for code in known if load_pack(code).script == script]
    if guess == UNKNOWN and len(fitting) == 1:
        return fitting[0]
    name = guess if guess != UNKNOWN else f"script {script}"
    raise LanguageError(
        f"{document}: no language pack for {name!r}; elchi reads {', '.join(known)} (set it with --language)"
    )
