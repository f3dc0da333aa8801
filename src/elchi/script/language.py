"""A guess at the language of a text, for whoever needs no pack for it."""

from __future__ import annotations

import pycld2
import regex

# Characters that decide: the rest of a text is in the language of its beginning.
SAMPLE = 4_000
UNKNOWN = "un"
_LINE_ENDS = regex.compile(r"\n+")
_NO_TEXT = regex.compile(r"https?://\S+|[\p{Cc}\p{Cs}\p{Cn}\p{Co}]+")


def guess_language(text: str, *, sure: bool = True) -> str:
    """Return the ISO 639 code of the language in which `text` begins.

    Args:
        text: any text.
        sure: whether a guess that the detector calls unreliable is `UNKNOWN`; else it is better than none.
    """
    sample = text[:SAMPLE]
    if "http" in sample or not sample.replace("\n", "").isprintable():
        sample = _NO_TEXT.sub(" ", sample)
    else:  # most texts: nothing but the ends of lines stands between their words
        sample = _LINE_ENDS.sub(" ", sample)
    try:
        reliable, _size, found = pycld2.detect(sample, isPlainText=True)
    except pycld2.error:
        return UNKNOWN
    return str(found[0][1]) if reliable or not sure else UNKNOWN
