"""The words that a claim rests on, among the words around them: as much of the article as judging it takes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from elchi.export.escape import visible
from elchi.model import TEXT, Article, Claim
from elchi.web.evidence import Piece

AROUND = 160
"""Characters shown before and behind, of the same paragraph; cut between words."""
_MOST = 700


def context_of(claim: Claim, article: Article | None) -> Iterator[Piece]:
    """Yield the first evidence of a claim in its paragraph, its parties marked in it.

    Args:
        claim: as it is shown.
        article: its article; the words around are left out where there is none, or its text is another by now.
    """
    first = next(iter(claim.evidence), None)
    if first is None:
        return
    same = article is not None and claim.text_sha256 in {None, article.sha256}
    text = (article.text if first.field == TEXT else article.title or "") if same and article else ""
    if text[first.start : first.end] != first.text:
        text = ""
    before, after = _before(text[: first.start]), _after(text[first.end :])
    if before:
        yield Piece(visible(before))
    spans = [p.mention for p in claim.participants if p.mention is not None]
    yield from _evidence(first.text, [(begin - first.start, end - first.start) for begin, end in spans])
    if after:
        yield Piece(visible(after))


def _evidence(text: str, parties: list[tuple[int, int]]) -> Iterator[Piece]:
    shown = text[:_MOST]
    edges = sorted({0, len(shown), *(at for span in parties for at in span if 0 < at < len(shown))})
    for start, stop in pairwise(edges):
        party = any(begin <= start < end for begin, end in parties)
        yield Piece(visible(" ".join(shown[start:stop].split("\n"))), asked=True, party=party)
    if len(text) > _MOST:
        yield Piece(" …")


def _before(text: str) -> str:
    line = text[text.rfind("\n") + 1 :] if "\n" in text[-AROUND:] else text[-AROUND - 1 :]
    if len(line) <= AROUND:
        return line
    _, _, rest = line[-AROUND:].partition(" ")
    return f"… {rest}" if rest else ""


def _after(text: str) -> str:
    line = text[: AROUND + 1].partition("\n")[0]
    if len(line) <= AROUND:
        return line
    rest, _, _ = line.rpartition(" ")
    return f"{rest} …" if rest else ""
