"""What a record gives back: frozen rows, complete with their clocks."""

from __future__ import annotations

from dataclasses import dataclass

from elchi.model import Article, Claim


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with the time when this record learned it, and whether a later text replaced it."""

    article: Article
    recorded_at: str
    revised: bool


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with the time when this record learned it, and whether a later reading replaced it."""

    claim: Claim
    recorded_at: str
    superseded: bool


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
class Counts:
    """How much a record holds: articles and current claims, and those replaced by later readings."""

    articles: int
    claims: int
    superseded: int
    entities: int
    by_type: tuple[tuple[str, str, int], ...]
    by_language: tuple[tuple[str, int], ...]
