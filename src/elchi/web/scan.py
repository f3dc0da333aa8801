"""Search over the sentences that claims rest on, by reading all of them: for records that have no index of words yet.

A word is found by its beginning, for languages put endings to names (ভারত finds ভারতের); spellings that fold alike are
one, unless `exact` asks for the very spelling.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from elchi.model import Claim
from elchi.record import Record, StoredClaim
from elchi.script import SIGN, tokenise

MOST_WORDS = 16
_SHORTEST_BEGINNING = 3
_MOST_VALUES = 20
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A claim whose evidence has the words: the evidence, and where in it they stand."""

    claim: StoredClaim
    field: str
    start: int
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that matching claims have, and how many of them."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of what a search found, newest first: its hits, how many match, and the values of all that match."""

    hits: tuple[SearchHit, ...]
    total: int
    facets: Mapping[str, tuple[Facet, ...]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for: words, and what the claims must be; None where anything will do."""

    text: str
    kind: str | None = None
    type: str | None = None
    entity: str | None = None
    language: str | None = None
    source: str | None = None
    since: str | None = None
    until: str | None = None
    exact: bool = False
    also: Collection[str] = ()


def search(record: Record, wanted: Wanted, limit: int, offset: int) -> SearchPage:
    """Return the claims whose evidence has all the words, or in which one of the entities `also` takes part."""
    words = [word for word, _ in _words(wanted.text, exact=wanted.exact)][:MOST_WORDS]
    hits = [hit for stored in record.claims() if _fits(stored.claim, wanted) for hit in _hit(stored, words, wanted)]
    hits.sort(key=lambda hit: (day_of(hit.claim.claim), hit.claim.claim.claim), reverse=True)
    return SearchPage(tuple(hits[offset : offset + limit]), len(hits), _facets([hit.claim.claim for hit in hits]))


def day_of(claim: Claim) -> str:
    """Return the day that a claim is of, else that of its publication; "" where neither is known."""
    span = claim.date or claim.valid_from
    return span.start.isoformat() if span and span.start else (claim.published or "")[:10]


def _fits(claim: Claim, wanted: Wanted) -> bool:
    day = day_of(claim)
    asked = (
        (wanted.kind, claim.kind.value), (wanted.type, claim.type), (wanted.language, claim.language),
        (wanted.source, claim.source),
    )  # fmt: skip
    return (
        all(value is None or value == said for value, said in asked)
        and (wanted.entity is None or any(p.entity == wanted.entity for p in claim.participants))
        and (wanted.since is None or day >= wanted.since)
        and (wanted.until is None or "" < day <= wanted.until)
    )


def _hit(stored: StoredClaim, words: Sequence[str], wanted: Wanted) -> Iterator[SearchHit]:
    """Yield the claim once: with the evidence that has the words, else because of who takes part."""
    evidence = stored.claim.evidence
    for told in evidence:
        spans = _spans(told.text, words, exact=wanted.exact)
        if spans is not None:
            yield SearchHit(stored, told.field, told.start, told.text, tuple(spans))
            return
    if evidence and any(p.entity in wanted.also for p in stored.claim.participants):
        yield SearchHit(stored, evidence[0].field, evidence[0].start, evidence[0].text, ())


def _spans(text: str, words: Sequence[str], *, exact: bool) -> list[Span] | None:
    """Return where the words stand, [] where none is asked for; None where one of them is missing."""
    cut = list(_words(text, exact=exact))
    found: set[Span] = set()
    for word in words:
        begins = not exact and len(word) >= _SHORTEST_BEGINNING
        places = {place for key, place in cut if (key.startswith(word) if begins else key == word)}
        if not places:
            return None
        found |= places
    return sorted(found)


def _words(text: str, *, exact: bool) -> Iterator[tuple[str, Span]]:
    for token in tokenise(text):
        if token.kind != SIGN:
            key = unicodedata.normalize("NFC", text[token.start : token.end]) if exact else token.key
            yield key, (token.start, token.end)


def _facets(claims: Sequence[Claim]) -> dict[str, tuple[Facet, ...]]:
    told = {
        "kind": Counter(c.kind.value for c in claims), "type": Counter(c.type for c in claims),
        "language": Counter(c.language for c in claims), "source": Counter(c.source or "" for c in claims),
        "year": Counter(day_of(c)[:4] for c in claims),
        "entity": Counter(name for c in claims for name in {p.entity for p in c.participants}),
    }  # fmt: skip
    return {name: tuple(Facet(value, n) for value, n in _first(counts)) for name, counts in told.items()}


def _first(counts: Counter[str]) -> list[tuple[str, int]]:
    ordered = sorted(((value, n) for value, n in counts.items() if value), key=lambda row: (-row[1], row[0]))
    return ordered[:_MOST_VALUES]
