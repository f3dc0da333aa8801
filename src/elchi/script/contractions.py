"""Contractions spelt out: `won't` is read as `will` and `not`, each with its own place in the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from elchi.script.tokens import SIGN, WORD, Token

APOSTROPHES = frozenset("'’")


def spell_out(tokens: Sequence[Token], contractions: Mapping[str, str]) -> list[Token]:
    """Return tokens with the words that a contraction stands for as their look-up keys.

    Args:
        tokens: of a passage, in order.
        contractions: what is written with what it means: both words (`won't`, `will not`), or the part from the
            apostrophe on (`'re`, `are`).
    """
    if not contractions or APOSTROPHES.isdisjoint([token.key for token in tokens]):
        return list(tokens)
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        after = _after_apostrophe(tokens, place)
        if after is None or not out or out[-1].kind != WORD:
            out.append(token)
            place += 1
            continue
        whole = contractions.get(f"{out[-1].key}'{after.key}")
        meant = whole or contractions.get(f"'{after.key}")
        if meant is None:
            out.append(token)
            place += 1
            continue
        if whole is not None:
            first, meant = meant.split(" ", 1)
            out[-1] = replace(out[-1], key=first)
        out.append(Token(token.start, after.end, meant, WORD, glued=True))
        place += 2
    return out


def _after_apostrophe(tokens: Sequence[Token], place: int) -> Token | None:
    """Return the word that follows an apostrophe at `place` without a space on either side."""
    token = tokens[place]
    if token.kind != SIGN or token.key not in APOSTROPHES or not token.glued or place + 1 >= len(tokens):
        return None
    after = tokens[place + 1]
    return after if after.kind == WORD and after.glued else None
