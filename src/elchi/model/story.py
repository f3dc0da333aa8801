"""Stories: articles in any language about one happening, and the reports in them.

A *report* is one text with its copies, translations and excerpts: it counts once, however many outlets carry it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Relation(StrEnum):
    """How two articles stand to each other."""

    COPY = "copy"  # the same text, or lightly edited, in one language
    TRANSLATION = "translation"  # the same text in two languages
    EXCERPT = "excerpt"  # one is a part of the other
    INDEPENDENT = "independent"  # each tells the same happening in its own way
    FOLLOWUP = "followup"  # one tells what came of the other's happening
    TOPIC = "topic"  # the same matter, other happenings
    UNRELATED = "unrelated"


ONE_REPORT = frozenset({Relation.COPY, Relation.TRANSLATION, Relation.EXCERPT})
"""Relations of articles that are one report."""


@dataclass(frozen=True, slots=True)
class StoryPair:
    """Two articles compared: `first` names the earlier one where anything tells, `score` is 0 to 1, `why` in words."""

    a: str
    b: str
    relation: Relation
    score: float
    why: tuple[str, ...]
    first: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the pair as JSON values."""
        return {
            "a": self.a, "b": self.b, "relation": self.relation.value, "score": round(self.score, 3),
            "why": list(self.why), "first": self.first,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """An article in its story: what it is to `of`, an article told before it; `original` where it opens the story."""

    document: str
    relation: str
    of: str | None
    score: float
    why: tuple[str, ...]
    language: str = ""
    source: str = ""
    published: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the article as JSON values."""
        return {
            "document": self.document, "relation": self.relation, "of": self.of,
            "score": round(self.score, 3), "why": list(self.why),
        }  # fmt: skip


ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one happening.

    Attributes:
        id: made from the article that opens it, the same whatever else is there.
        documents: the articles, those of one report together, the earliest first.
        reports: the ids of the articles of each report.
        agencies: news agencies and outlets that more than one of its articles credit.
        pairs: the pairs compared inside it, and those with earlier stories.
    """

    id: str
    documents: tuple[StoryDocument, ...]
    reports: tuple[tuple[str, ...], ...]
    agencies: tuple[str, ...] = ()
    pairs: tuple[StoryPair, ...] = ()

    @property
    def independent(self) -> int:
        """The number of reports."""
        return len(self.reports)

    def to_json(self) -> dict[str, Any]:
        """Return the story as JSON values, one line of `elchi stories --format jsonl`."""
        return {
            "story": self.id, "documents": [d.to_json() for d in self.documents], "independent": self.independent,
            "agencies": list(self.agencies), "pairs": [pair.to_json() for pair in self.pairs],
        }  # fmt: skip
