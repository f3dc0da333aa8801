"""What the writing of words tells where a language writes names with capitals and glues a case behind an apostrophe.

In such a language `us` is no name and `US` is one, `may` is no month, and the `'s` of Russia's shows its role as a
marker that follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from elchi.packs.language import Marker
from elchi.packs.lexicon import Entry, Hit
from elchi.script import SIGN, WORD, Token

# Kinds of entries that are written with a capital letter.
_CAPITAL = frozenset({"name", "name_part", "month", "weekday"})
# An acronym of fewer letters that is not in capitals is a common word (who, aid).
_SHORTEST_TITLED = 4
_PARTIES = frozenset({"name", "title", "description"})
_LONGEST_PARTY = 4
_APOSTROPHES = "'’"
_GENITIVE = Marker("genitive", "")


class Writing(Protocol):
    """What of a language pack tells how names are written."""

    @property
    def capitals(self) -> bool:
        """Whether names begin with a capital letter."""

    @property
    def prepositions(self) -> bool:
        """Whether markers stand before their group."""


def as_written_hits(tokens: Sequence[Token], hits: list[list[Hit]], text: str, writing: Writing) -> list[list[Hit]]:
    """Return the hits that fit how the words are written.

    Args:
        tokens: the passage.
        hits: what each token may begin.
        text: the text in which the tokens have their places; without it nothing is known of capitals.
        writing: the language pack.
    """
    if writing.capitals and text:
        hits = [
            [_with_full_stop(tokens, h) for h in row if _fits(tokens, text, h)] if row and _has_capital(row) else row
            for row in hits
        ]
    elif any(t.glued and t.key == "." for t in tokens):
        hits = [[_with_full_stop(tokens, h) for h in row] if row and _has_capital(row) else row for row in hits]
    if writing.prepositions:
        _add_enclitics(tokens, hits)
    return hits


def _has_capital(row: Sequence[Hit]) -> bool:
    """Whether anything that a token may begin is written with a capital letter."""
    for hit in row:  # noqa: SIM110 - `any` takes three times as long, and this is asked of every word
        if hit.entry.kind in _CAPITAL:
            return True
    return False


def _fits(tokens: Sequence[Token], text: str, hit: Hit) -> bool:
    if hit.kind not in _CAPITAL or (hit.kind == "name_part" and hit.entry.value == "particle"):
        return True
    words = [text[t.start : t.end] for t in tokens[hit.first : hit.after] if t.kind == WORD]
    if not words:
        return True
    if hit.kind == "name" and hit.entry.value[1] == "acronym" and len(words) == 1:
        word = words[0]
        return (
            word.isupper()
            or sum(c.isupper() for c in word) > 1
            or (word[0].isupper() and len(word) >= _SHORTEST_TITLED)
        )
    return words[0][0].isupper() or not words[0][0].islower()


def _with_full_stop(tokens: Sequence[Token], hit: Hit) -> Hit:
    """Add the last full stop of an abbreviated name (U.S., यू.एस.)."""
    stop = hit.after
    dotted = hit.kind == "name" and any(t.key == "." for t in tokens[hit.first : stop])
    if dotted and stop < len(tokens) and tokens[stop].key == "." and tokens[stop].glued:
        return replace(hit, after=stop + 1)
    return hit


def _add_enclitics(tokens: Sequence[Token], hits: list[list[Hit]]) -> None:
    """Let a marker begin at the apostrophe that glues it to the word before."""
    for place, token in enumerate(tokens):
        if token.kind != SIGN or token.key not in _APOSTROPHES or not token.glued or not place:
            continue
        following = hits[place + 1] if place + 1 < len(tokens) and tokens[place + 1].glued else []
        found = [h for h in following if h.kind == "enclitic" and h.after == place + 2]
        hits[place] += [Hit(place, place + 2, Entry("marker", h.entry.value)) for h in found]
        if not found and not following and tokens[place - 1].key.endswith("s"):
            # The United States' president.
            hits[place] += [Hit(place, place + 1, Entry("marker", _GENITIVE))] if _ends_party(hits, place) else []


def _ends_party(hits: list[list[Hit]], place: int) -> bool:
    starts = range(max(0, place - _LONGEST_PARTY), place)
    return any(h.kind in _PARTIES and h.after == place for start in starts for h in hits[start])
