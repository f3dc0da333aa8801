"""What each page asks: one function a page, which returns the answer that its command prints under `--json`.

Pages know the questions from here alone, so that a question that is asked otherwise changes this module.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from elchi import query
from elchi.errors import UnknownNameError
from elchi.model import Claim
from elchi.packs import load_catalogue
from elchi.record import Record, StoredArticle, StoredClaim
from elchi.web.parameters import (
    Before,
    ClaimId,
    Day,
    Done,
    Due,
    Exact,
    First,
    KindsOfParty,
    Known,
    Last,
    Limit,
    Most,
    Name,
    Offset,
    Party,
    Ranked,
    Roots,
    StateOfConflict,
    StoryId,
    Term,
    Today,
    Words,
    Year,
)
from elchi.web.parameters import Kind as KindOfClaim


@dataclass(frozen=True, slots=True)
class Asking:
    """An open record and how its visitors name things.

    Attributes:
        record: read by every page, written by none.
        names: the catalogue as users name it, by ending and sound too.
    """

    record: Record
    names: query.Naming


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """One claim (the shortest id that begins so may fit several), its article, and where else its report was carried.

    Attributes:
        found: the claims whose ids begin as asked, the current one first.
        article: the article of the first; None where its text has changed since.
        beside: the other claims of that article.
        story: the id of the story that the article belongs to, "" where none is recorded.
        copies: the other documents of its report.
    """

    found: tuple[StoredClaim, ...]
    article: StoredArticle | None
    beside: tuple[Claim, ...]
    story: str
    copies: tuple[StoredArticle, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `explain.schema.json`."""
        rows = [stored.claim.to_json() | {"superseded": stored.superseded} for stored in self.found]
        return {"schema_version": query.SCHEMA_VERSION, "claims": rows}


def home(asking: Asking) -> query.HomeAnswer:
    """Return what the record holds: counts, what happened last, the most active dyads."""
    return query.home(asking.record, asking.names)


def pair(
    asking: Asking, a: Name, b: Name, *, on: Day = None, known: Known = None, limit: Most = None, before: Before = None
) -> query.PairAnswer:
    """Return the dossier of two, as `elchi pair` does."""
    return query.pair(
        asking.record, a, b, asking.names, on=_iso(on), known=_iso(known), limit=limit, before=_iso(before)
    )  # fmt: skip


def entity(
    asking: Asking, name: Name, *, on: Day = None, known: Known = None, limit: Most = None, before: Before = None
) -> query.EntityAnswer:
    """Return an entity, as `elchi entity` does."""
    return query.entity(
        asking.record, name, asking.names, _iso(on), known=_iso(known), limit=limit, before=_iso(before)
    )  # fmt: skip


def timeline(
    asking: Asking, name: Name, *, on: Day = None, known: Known = None, limit: Most = None, before: Before = None
) -> query.TimelineAnswer:
    """Return what was claimed of an entity by date, as `elchi timeline` does."""
    return query.timeline(
        asking.record, name, asking.names, on=_iso(on), known=_iso(known), limit=limit, before=_iso(before)
    )  # fmt: skip


def conflicts(
    asking: Asking, *, state: StateOfConflict = None, a: Party = "", b: Party = "", limit: Most = None,
    offset: Offset = 0, done: Done = None,  # noqa: ARG001 - drawn, not asked
) -> query.ConflictsAnswer:  # fmt: skip
    """Return where sources differ, as `elchi conflicts` does."""
    return query.conflicts(
        asking.record, asking.names, state or None, pair=(a, b) if a and b else None, limit=limit, offset=offset
    )  # fmt: skip


def promises(
    asking: Asking, *, due: Due = False, a: Party = "", b: Party = "", today: Today = None, limit: Most = None
) -> query.PromisesAnswer:
    """Return what was promised, and what became of it, as `elchi promises` does."""
    return query.promises(
        asking.record, asking.names, due=due, pair=(a, b) if a and b else None, today=today, limit=limit
    )  # fmt: skip


def claim(asking: Asking, claim: ClaimId) -> ClaimAnswer:
    """Return a claim as it was read, by its id or the beginning of it, as `elchi explain` does.

    Raises:
        UnknownNameError: no claim begins so.
    """
    found = asking.record.claims_with_id(claim, as_read=True)
    if not found:
        raise UnknownNameError(f"no claim {claim!r} in this record")
    first = found[0].claim
    article = asking.record.article(first.document)
    if article is not None and first.text_sha256 not in {None, article.article.sha256}:
        article = None
    beside = [stored.claim for stored in asking.record.claims_of_document(first.document)]
    stories = asking.record.stories(first.document)
    story = stories[0] if stories and first.document in stories[0].documents else None
    report = next((r for r in story.reports if first.document in r), ()) if story else ()
    copies = [asking.record.article(document) for document in report if document != first.document]
    return ClaimAnswer(
        tuple(found), article, tuple(c for c in beside if c.claim != first.claim),
        story.story if story else "", tuple(copy for copy in copies if copy),
    )  # fmt: skip


def story(asking: Asking, story: StoryId) -> query.StoryAnswer:
    """Return a story by its id, the beginning of it, or a document in it."""
    return query.story(asking.record, story)


def search(  # noqa: PLR0913 - one argument a filter
    asking: Asking, q: Words = "", *, kind: KindOfClaim = None, type: Term = None, entity: Term = None,  # noqa: A002
    language: Term = None, source: Term = None, since: First = None, until: Last = None, exact: Exact = False,
    ranked: Ranked = False, limit: Limit = 20, offset: Offset = 0,
) -> query.SearchAnswer:  # fmt: skip
    """Return the sentences that have words, or name whom the words mean, as `elchi search` does."""
    filters = query.Filters(
        kind or None, type or None, entity or None, language or None, source or None, _iso(since), _iso(until)
    )
    return query.search(
        asking.record, q, load_catalogue(), filters=filters, exact=exact, ranked=ranked, limit=limit, offset=offset,
        guess=asking.names.find,
    )  # fmt: skip


def network(
    asking: Asking,
    *,
    since: First = None,
    until: Last = None,
    kind: KindsOfParty = None,
    type: Roots = None,  # noqa: A002 - the word of the claims
    year: Year = None,  # noqa: ARG001 - drawn, not asked
) -> query.NetworkAnswer:
    """Return who dealt with whom in a period, as `elchi network` does; the picture alone goes by the year."""
    return query.network(
        asking.record, load_catalogue(), since=_iso(since), until=_iso(until),
        kinds=kind or query.USUAL_KINDS, roots=[root for root in type or () if root],
    )  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
