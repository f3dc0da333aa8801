"""Furniture of pages: which lines are no part of the report, and what they tell of its provenance."""

from __future__ import annotations

import regex

from elchi.model import PassageKind
from elchi.packs import LanguagePack
from elchi.script import fold

_KINDS = {
    "caption": PassageKind.CAPTION,
    "credit": PassageKind.CREDIT,
    "source_line": PassageKind.CREDIT,
    "according": PassageKind.CREDIT,
}
_LETTER = regex.compile(r"\p{L}")
_ONLY_LINK = regex.compile(r"^\W*(?:https?://\S+|www\.\S+|\[[^\]]{1,40}\])\W*$")
# A menu, or the path to a page: so many pieces or more between its signs, each of so many words at most.
_MENU_SIGN = regex.compile(r"[|>»›•·]")
_FEWEST_PIECES, _MOST_WORDS = 3, 3
# A longer line says something besides the furniture that it contains.
_LONGEST_FURNITURE = 400
_LONGEST_CREDIT = 160
_EDGES = " .:-–—*()[]।|"


def line_kind(line: str, pack: LanguagePack) -> PassageKind:
    """Return what a line is: body, or some furniture that the pack's `boilerplate.tsv` names."""
    if not _LETTER.search(line) or _ONLY_LINK.match(line) or _is_menu(line):
        return PassageKind.FURNITURE
    if len(line) > _LONGEST_FURNITURE:
        return PassageKind.BODY
    words = " ".join([key for word in line.split() if (key := fold(word))])  # `fold` remembers words
    views = {"is": words.strip(_EDGES), "starts": words.lstrip(_EDGES), "ends": words.rstrip(_EDGES), "contains": words}
    for row in pack.furniture.fitting(views):
        if row.kind not in _KINDS or len(line) <= _LONGEST_CREDIT or row.kind == "caption":
            if row.kind == "according" and not line.lstrip().startswith(("(", "[")) and "(" not in line:
                continue  # "according to X" in a sentence is attribution, in brackets it is a credit
            return _KINDS.get(row.kind, PassageKind.FURNITURE)
    return PassageKind.BODY


def _is_menu(line: str) -> bool:
    """Whether a line is but a row of short pieces: Home | World | Sport."""
    if _MENU_SIGN.search(line) is None:
        return False
    pieces = [words for piece in _MENU_SIGN.split(line) if (words := piece.split())]
    return len(pieces) >= _FEWEST_PIECES and all(len(words) <= _MOST_WORDS for words in pieces)
