"""A stored article cut where its claims stand: the words asked about, the words of other claims, and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from elchi.export.escape import visible
from elchi.model import TEXT, TITLE, Article, Claim
from elchi.web.text import direction, language_tag

MOST_CHARACTERS = 24_000
"""Characters of an article on one page: some four thousand words around the words asked about."""
_MOST_IN_HIT = 700
_PARAGRAPH = "\n"
_ABOUT = 160
"""Characters before and after a sentence that an excerpt shows with it."""
_MOST_SPANS = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of an article.

    Attributes:
        asked: whether the claim asked about rests on them.
        first: whether they are the first such: the page scrolls there.
        claims: ids of other claims that rest on them.
        party: whether they name a party of the claim asked about.
    """

    text: str
    asked: bool = False
    first: bool = False
    claims: tuple[str, ...] = ()
    party: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """An article on a page: title and paragraphs as pieces; how many characters before and after are left out."""

    title: tuple[Piece, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]
    before: int
    after: int
    language: str
    direction: str


def show_article(article: Article, claim: Claim | None, others: Sequence[Claim]) -> Shown:
    """Return an article with the words of `claim` marked, and those of `others` as links to them."""
    spans = [e for e in claim.evidence if e.field == TEXT] if claim else []
    begin, end = _window(len(article.text), min((e.start for e in spans), default=0))
    first_in_title = bool(claim and claim.evidence and claim.evidence[0].field == TITLE)
    title = _pieces(article.title or "", 0, TITLE, claim, others, first=first_in_title)
    body = _pieces(article.text[begin:end], begin, TEXT, claim, others, first=not first_in_title)
    return Shown(
        tuple(title), tuple(_paragraphs(body)), begin, len(article.text) - end,
        language_tag(article.language), direction(article.text),
    )  # fmt: skip


def _window(length: int, start: int) -> tuple[int, int]:
    """Return which characters are shown: all, or as many as fit with the words asked about in their first quarter."""
    begin = max(0, min(start - MOST_CHARACTERS // 4, length - MOST_CHARACTERS))
    return begin, min(length, begin + MOST_CHARACTERS)


def _pieces(
    text: str, offset: int, field: str, claim: Claim | None, others: Sequence[Claim], *, first: bool
) -> list[Piece]:
    """Return `text`, which begins at `offset` of its field, cut wherever a span begins or ends."""
    asked = [(e.start, e.end) for e in claim.evidence if e.field == field] if claim else []
    parties = _mentions(claim, field) if claim else []
    beside = [(e.start, e.end, other.claim) for other in others for e in other.evidence if e.field == field]
    edges = {0, len(text)}
    for begin, end in (*asked, *parties, *((begin, end) for begin, end, _ in beside)):
        edges |= {at - offset for at in (begin, end) if 0 < at - offset < len(text)}
    cuts, found = sorted(edges), []
    for start, stop in pairwise(cuts):
        place = start + offset
        inside = _covers(place, asked)
        rest = dict.fromkeys(name for begin, end, name in beside if begin <= place < end)
        piece = Piece(
            text[start:stop], inside, inside and first, tuple(rest), inside and _covers(place, parties)
        )  # fmt: skip
        first = first and not inside
        found.append(piece)
    return _joined(found)


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Join neighbours that lead to one claim; what is left without a letter leads nowhere: it is too small to hit."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else Piece("")
        if piece.claims and last.claims and not (piece.asked or last.asked) and last.claims[0] in piece.claims:
            found[-1] = replace(last, text=last.text + piece.text)
        elif piece.claims and not any(letter.isalnum() for letter in piece.text):
            found.append(replace(piece, claims=()))
        else:
            found.append(piece)
    return found


def pieces_of(text: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """Return a sentence cut where words of a search stand; only its first part where it is long."""
    shown = text[:_MOST_IN_HIT]
    edges = sorted({0, len(shown), *(at for span in spans for at in span if at < len(shown))})
    return [
        Piece(visible(" ".join(shown[start:stop].split("\n"))), asked=_covers(start, spans))
        for start, stop in pairwise(edges)
    ]  # fmt: skip


def _mentions(claim: Claim, field: str) -> list[tuple[int, int]]:
    if not claim.evidence or claim.evidence[0].field != field:
        return []
    return [p.mention for p in claim.participants if p.mention is not None]


def _covers(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(begin <= place < end for begin, end in spans)


def _paragraphs(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """Part the pieces at line ends; empty paragraphs are left out, control characters written out."""
    paragraphs: list[list[Piece]] = [[]]
    for piece in pieces:
        for number, line in enumerate(piece.text.split(_PARAGRAPH)):
            if number:
                paragraphs.append([])
            if line:
                first = piece.first and not number
                paragraphs[-1].append(Piece(visible(line), piece.asked, first, piece.claims, piece.party))
    return [tuple(parts) for parts in paragraphs if any(part.text.strip() for part in parts)]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of an article with those that claims rest on marked; whether words before and after are left out."""

    pieces: tuple[Piece, ...]
    before: bool
    after: bool


def excerpts(article: Article, claims: Sequence[Claim], field: str = TEXT) -> list[Excerpt]:
    """Return the parts of a field that claims rest on, with some words about them; parts that meet are one.

    In each marked piece `claims` are the ids of those claims.
    """
    text = article.text if field == TEXT else article.title or ""
    spans = sorted((e.start, e.end, c.claim) for c in claims for e in c.evidence if e.field == field)
    windows: list[tuple[int, int]] = []
    for start, end, _claim in spans[:_MOST_SPANS]:
        begin, stop = _widened(text, start, min(end, start + _MOST_IN_HIT))
        if windows and begin <= windows[-1][1]:
            windows[-1] = windows[-1][0], max(stop, windows[-1][1])
        else:
            windows.append((begin, stop))
    return [
        Excerpt(tuple(_marked(text, begin, stop, spans)), begin > 0, stop < len(text)) for begin, stop in windows
    ]  # fmt: skip


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span with some words before and after it, cut between words, no further than its paragraph."""
    begin, stop = max(0, start - _ABOUT), min(len(text), end + _ABOUT)
    begin = max(begin, text.rfind(_PARAGRAPH, 0, start) + 1)
    if begin and text[begin - 1] != _PARAGRAPH:
        space = text.find(" ", begin, start)
        begin = space + 1 if space >= 0 else start
    line = text.find(_PARAGRAPH, end, stop)
    if line >= 0:
        stop = line
    elif stop < len(text):
        space = text.rfind(" ", end, stop)
        stop = space if space >= 0 else end
    return begin, stop


def _marked(text: str, begin: int, stop: int, spans: Sequence[tuple[int, int, str]]) -> list[Piece]:
    edges = sorted({begin, stop, *(at for start, end, _ in spans for at in (start, end) if begin < at < stop)})
    found = []
    for start, end in pairwise(edges):
        telling = tuple(dict.fromkeys(claim for first, last, claim in spans if first <= start < last))
        shown = " ".join(text[start:end].split("\n"))
        found.append(Piece(visible(shown), asked=bool(telling), claims=telling))
    return found
