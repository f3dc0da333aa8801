"""One event of the world: everything that is told of it, by whom, and what it is a part of or a step to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from elchi.errors import UnknownNameError
from elchi.model import Claim
from elchi.model import record as resolved
from elchi.query.answers import SCHEMA_VERSION, SUPPORT_SAID, Conflict, Occurrence, Promise
from elchi.query.naming import Naming
from elchi.query.sources import Sources
from elchi.record import Record, StoredArticle

Thing = TypeVar("Thing", resolved.Promise, resolved.Conflict)
_SHORTEST = 4
"""Signs of the beginning of a claim's id by which one may ask."""


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """An event with all that is told of it.

    Attributes:
        event: with every claim and sentence that tells it.
        lead: the claim that tells most; its id goes on naming the event when further articles tell it.
        whole: the event that this one happened within, or None; `parts` those that happened within this one.
        claims: every claim that tells it, by id.
        articles: every article that tells it, by id; one whose text is gone is not among them.
        reports: the articles, those of one text together.
        promises: what was promised, planned or agreed, in which these claims are a step: its life cycle.
        conflicts: where these claims contradict others, or each other.
    """

    event: Occurrence
    lead: str
    whole: Occurrence | None
    parts: tuple[Occurrence, ...]
    claims: Mapping[str, Claim]
    articles: Mapping[str, StoredArticle]
    promises: tuple[Promise, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def reports(self) -> tuple[tuple[str, ...], ...]:
        """The documents, those of one text together, in the order of their days."""
        return self.event.backing.reports

    def claims_of(self, document: str) -> list[Claim]:
        """Return the claims of an article, in the order of their words."""
        found = [claim for claim in self.claims.values() if claim.document == document]
        return sorted(found, key=lambda c: (c.evidence[0].start if c.evidence else 0, c.claim))

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `occurrence.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, **SUPPORT_SAID, "event": self.event.to_json(), "lead": self.lead,
            "part_of": self.whole.to_json() if self.whole else None, "parts": [part.to_json() for part in self.parts],
            "articles": [_article_json(self.articles[d]) for d in self.event.backing.documents if d in self.articles],
            "promises": [promise.to_json() for promise in self.promises],
            "conflicts": [conflict.to_json() for conflict in self.conflicts],
        }  # fmt: skip


def _article_json(stored: StoredArticle) -> dict[str, Any]:
    article = stored.article
    return {
        "document": article.id, "title": article.title, "language": article.language, "published": article.published,
        "source": article.source, "url": article.url,
    }  # fmt: skip


def event(record: Record, name: str, catalogue: Naming) -> EventAnswer:
    """Return the event that has the id `name`, or that a claim tells whose id is or begins with `name`.

    The id of an event changes when claims join it; by a claim that tells it, it is found for good.

    Raises:
        UnknownNameError: there is none.
    """
    found = _found(record, name)
    ids = [found.id, *filter(None, [found.part_of])]
    things = {one.id: one for one in record.occurrences_with_ids(ids)}
    whole, parts = things.get(found.part_of or ""), record.occurrences_within(found.id)
    promises = _each(record.promises_of_claims(found.claims))
    conflicts = _each(record.conflicts_of_claims(found.claims))
    sources = Sources.of(record, [found, *parts, *promises, *conflicts, *([whole] if whole else [])], catalogue)
    claims = {claim.claim: claim for claim in sources.claims(found.claims)}
    articles = {document: record.article(document) for document in {c.document for c in claims.values()}}
    return EventAnswer(
        sources.occurrence(found), found.lead, sources.occurrence(whole) if whole else None,
        tuple(sources.occurrence(part) for part in parts), claims,
        {document: stored for document, stored in articles.items() if stored},
        tuple(sources.promise(promise) for promise in promises),
        tuple(sources.conflict(conflict) for conflict in conflicts),
    )  # fmt: skip


def _found(record: Record, name: str) -> resolved.Occurrence:
    exactly = record.occurrences_with_ids([name])
    if exactly:
        return exactly[0]
    claims = [stored.claim.claim for stored in record.claims_with_id(name)] if len(name) >= _SHORTEST else []
    told = record.occurrences_of_claims(claims[:1])
    if not told:
        raise UnknownNameError(f"no event {name!r} in this record, and no claim that tells one")
    return next(iter(told.values()))[0]


def _each(found: Mapping[str, list[Thing]]) -> list[Thing]:
    """Return the things once each, in the order of their ids."""
    return list({one.id: one for things in found.values() for one in things}.values())
