"""The page of one event: who took part, every report behind it with its sentences marked, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Annotated, Any

from fastapi import Path

from elchi import query
from elchi.export.claim_words import claim_in_words, marks_of_claim
from elchi.export.wording import in_words, marks_of
from elchi.model import TITLE, Article, Claim
from elchi.query import Naming
from elchi.web import entries
from elchi.web.ask import Asking
from elchi.web.evidence import Excerpt, excerpts
from elchi.web.exports import ClaimsExporter
from elchi.web.page import Page

_PLAIN = frozenset({"past", "ongoing"})
_SIDES = frozenset({"state", "organisation"})
_ACTING = frozenset({"party", "actor", "recipient"})
EventId = Annotated[
    str,
    Path(
        min_length=4, max_length=40, pattern="^[0-9a-f]+$",
        description="An event's id, or the beginning of the id of a claim that tells it.",
    ),
]  # fmt: skip
Shown = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim that tells the event: its words, what to take care of, and how sure the reading is."""

    claim: str
    words: str
    marks: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Telling:
    """An article that tells the event.

    Attributes:
        article: None where its text is gone, or has changed since it was read.
        title: the headline, marked where a claim rests on it.
        parts: the sentences, each with some words about it.
    """

    document: str
    source: str | None
    published: str | None
    language: str
    article: Article | None
    title: tuple[Excerpt, ...]
    parts: tuple[Excerpt, ...]
    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]


def event(asking: Asking, event: EventId) -> query.EventAnswer:
    """Return one event with all that is told of it, as `elchi event` does."""
    return query.event(asking.record, event, asking.names)


def _telling(answer: query.EventAnswer, document: str, names: Naming) -> Telling:
    claims = answer.claims_of(document)
    stored, first = answer.articles.get(document), claims[0]
    same = stored is not None and all(c.text_sha256 in {None, stored.article.sha256} for c in claims)
    article = stored.article if stored is not None and same else None
    readings = (Reading(c.claim, claim_in_words(c, names), tuple(marks_of_claim(c)), c.confidence) for c in claims)
    return Telling(
        document, first.source, first.published, first.language, article,
        tuple(excerpts(article, claims, TITLE)) if article else (),
        tuple(excerpts(article, claims)) if article else (), tuple(readings), tuple(claims),
    )  # fmt: skip


def _show(answer: query.EventAnswer, asking: Asking, _page: int) -> Shown:
    told = answer.event
    sides = dict.fromkeys(p.entity for p in told.parties if p.kind in _SIDES and p.role in _ACTING)
    labels = {p.entity: p.label for p in told.parties}
    marks = [told.status] if told.status not in _PLAIN else []
    marks += [name for name, said in (("background", told.background), ("virtual", told.virtual)) if said]
    return {
        "answer": answer, "told": told, "words": in_words(told), "entry": entries.of_occurrence(told),
        "marks": [*marks, *marks_of(told.backing)], "backing": told.backing,
        "reports": [
            [_telling(answer, document, asking.names) for document in report if answer.claims_of(document)]
            for report in answer.reports
        ],
        "dyads": [((one, other), (labels[one], labels[other])) for one, other in combinations(list(sides)[:5], 2)],
        "whole": entries.of_occurrence(answer.whole) if answer.whole else None,
        "parts_of_it": [entries.of_occurrence(part) for part in answer.parts],
        "promises": [entries.of_promise(promise, date.today()) for promise in answer.promises],
        "conflicts": [entries.of_conflict(conflict) for conflict in answer.conflicts],
    }  # fmt: skip


EVENT = Page(
    "/event/{event}", event, _show, "event.html", "occurrence", "One event, and every report behind it.", None,
    ClaimsExporter(),
)  # fmt: skip
