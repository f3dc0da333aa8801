"""The language of an article: its script first, then a detector, decided once an article."""

from __future__ import annotations

from collections import Counter

import pycld2
import regex

from elchi.errors import EmptyInputError, LanguageError
from elchi.packs import languages, load_pack

# Scripts that ISO 15924 names and Unicode property names.
_SCRIPTS = {
    "Deva": "Devanagari",
    "Beng": "Bengali",
    "Latn": "Latin",
    "Cyrl": "Cyrillic",
    "Arab": "Arabic",
    "Hans": "Han",
}
# Characters that decide: the rest of an article is in the language of its beginning.
_SAMPLE = 4_000


def script_counts(text: str) -> Counter[str]:
    """Return the number of letters of each script that some pack may use."""
    counts: Counter[str] = Counter()
    for code, name in _SCRIPTS.items():
        counts[code] = len(regex.findall(rf"\p{{{name}}}", text[:_SAMPLE]))
    return counts


def detect_language(document: str, text: str) -> str:
    """Return the BCP 47 tag of the language in which `text` is written.

    Raises:
        EmptyInputError: there is no letter in it.
        LanguageError: no pack reads its language.
    """
    counts = script_counts(text)
    script, letters = counts.most_common(1)[0]
    if not letters:
        raise EmptyInputError(document, "no letters to read; give an article's text")
    known = languages()
    guess = _guess(text)
    if guess in known:
        return guess
    # A short or mixed text: the script alone decides where the detector is not sure of another language.
    fitting = [code for code in known if load_pack(code).script == script]
    if guess == "un" and len(fitting) == 1:
        return fitting[0]
    name = guess if guess != "un" else f"script {script}"
    raise LanguageError(
        f"{document}: no language pack for {name!r}; elchi reads {', '.join(known)} (set it with --language)"
    )


def _guess(text: str) -> str:
    sample = regex.sub(r"https?://\S+|[\p{Cc}\p{Cs}\p{Cn}\p{Co}]+", " ", text[:_SAMPLE])
    try:
        reliable, _size, found = pycld2.detect(sample, isPlainText=True)
    except pycld2.error:
        return "un"
    return str(found[0][1]) if reliable else "un"
