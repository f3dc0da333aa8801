"""What a record gives back: frozen rows, complete with their clocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from elchi.model import Article, Claim


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with the time when this record learned it, and whether a later text replaced it."""

    article: Article
    recorded_at: str
    revised: bool


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with its clocks.

    Attributes:
        recorded_at: when this record learned it.
        superseded: whether a later reading replaced it.
        known_from: the ISO day from which it was known: that of publication.
        known_inferred: whether that is the day of recording instead, for want of a day of publication.
    """

    claim: Claim
    recorded_at: str
    superseded: bool
    known_from: str = ""
    known_inferred: bool = False


@dataclass(frozen=True, slots=True)
class InDoubt:
    """A claim by what it is weighed by: its id, kind, type and confidence."""

    claim: str
    kind: str
    type: str
    confidence: float


@dataclass(frozen=True, slots=True)
class StoredStory:
    """A story as the record keeps it: the documents of each report, the earliest first, and their fingerprints."""

    story: str
    reports: tuple[tuple[str, ...], ...]
    fingerprints: tuple[str, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Every document, report by report."""
        return tuple(document for report in self.reports for document in report)


@dataclass(frozen=True, slots=True)
class NameCount:
    """One spelling of an entity's name in one language, with its number of mentions and its first and last day."""

    text: str
    language: str
    count: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class SeenEntity:
    """An entity as the claims of a record know it."""

    entity: str
    kind: str
    label: str
    claims: int


@dataclass(frozen=True, slots=True)
class StoredJudgement:
    """What somebody judged: `about` names what by ids; `reversed` tells whether a later judgement took it back."""

    number: int
    kind: str
    about: dict[str, Any]
    author: str
    reason: str
    reverses: int | None
    recorded_at: str
    reversed: bool


@dataclass(frozen=True, slots=True)
class Support:
    """What stands behind something resolved: its reports, its articles, and the first day on which it was known.

    `known` is "" for promises: nothing is kept of it.
    """

    reports: int
    articles: int
    known: str = ""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A claim whose evidence has the words.

    Attributes:
        field: the article's field (`text` or `title`) that the evidence is from.
        start: where the evidence begins in it.
        text: the evidence, as published.
        spans: where the words stand in `text`, in code points; empty where the claim was found without them.
    """

    claim: StoredClaim
    field: str
    start: int
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that matching claims have, and how many of those counted."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of what a search found.

    Attributes:
        hits: the claims of this page.
        total: how many match; at least so many where `more`.
        more: whether there are more than were counted.
        facets: values of the newest `counted` matches by `kind`, `type`, `language`, `source`, `year`, `entity`.
        counted: how many matches the facets are of.
    """

    hits: tuple[SearchHit, ...]
    total: int
    more: bool
    facets: Mapping[str, tuple[Facet, ...]]
    counted: int


@dataclass(frozen=True, slots=True)
class Dealings:
    """How often two dealt with each other: by PLOVER root, frequent ones first; by year, "" where no day is known."""

    roots: Mapping[str, int]
    years: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a record holds: articles and current claims, and those replaced by later readings."""

    articles: int
    claims: int
    superseded: int
    entities: int
    by_type: tuple[tuple[str, str, int], ...]
    by_language: tuple[tuple[str, int], ...]
