"""What each page asks: one function a page, which returns the answer that its command prints under `--json`.

Pages know the questions from here alone, so that a question that is asked otherwise changes this module.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from elchi import query
from elchi.errors import UnknownNameError
from elchi.model import Claim, Entity
from elchi.query.naming import label
from elchi.query.reports import count_reports
from elchi.record import Counts, Record, StoredArticle, StoredClaim
from elchi.record.pairs import pairs_of
from elchi.web.parameters import ClaimId, Day, Exact, First, Kind, Last, Limit, Name, Offset, StoryId, Term, Words, Year
from elchi.web.scan import SearchHit, SearchPage, Wanted
from elchi.web.scan import search as scan
from elchi.web.ties import NetworkAnswer, ties_of

Kept = TypeVar("Kept")
_LATEST, _DYADS, _AHEAD = 12, 12, 8
_HAPPENED = frozenset({"past", "ongoing"})
_TO_COME = frozenset({"planned", "intended"})


@dataclass(frozen=True, slots=True)
class Asking:
    """An open record and how its visitors name things; what is worked out of the whole record is kept while it stands.

    Attributes:
        record: read by every page, written by none.
        names: the catalogue as users name it.
    """

    record: Record
    names: query.Naming
    _kept: dict[str, tuple[object, Any]] = field(default_factory=dict)

    def kept(self, name: str, make: Callable[[], Kept]) -> Kept:
        """Return what `make` returns, made once for each state of the record's files."""
        stamp = self._stamp()
        if name not in self._kept or self._kept[name][0] != stamp:
            self._kept[name] = stamp, make()
        return cast("Kept", self._kept[name][1])

    def _stamp(self) -> tuple[tuple[int, int], ...]:
        path = self.record.path
        files = (file.stat() for file in (path, path.with_name(f"{path.name}-wal")) if file.exists())
        return tuple((file.st_mtime_ns, file.st_size) for file in files)


@dataclass(frozen=True, slots=True)
class DyadActivity:
    """A dyad with the number of its events in each month (`2024-08`) that has any."""

    pair: tuple[str, str]
    labels: tuple[str, str]
    claims: int
    months: tuple[tuple[str, int], ...]

    def to_json(self) -> dict[str, Any]:
        """Give the dyad as an object of the answer `home`."""
        months = [{"month": month, "events": count} for month, count in self.months]
        return {"pair": list(self.pair), "labels": list(self.labels), "claims": self.claims, "months": months}


@dataclass(frozen=True, slots=True)
class HomeAnswer:
    """What a record holds at a glance."""

    counts: Counts
    latest: tuple[query.Occurrence, ...]
    dyads: tuple[DyadActivity, ...]
    conflicts: tuple[query.Conflict, ...]
    ahead: tuple[query.Occurrence, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `home.schema.json`."""
        counts = self.counts
        return {
            "schema_version": query.SCHEMA_VERSION, "articles": counts.articles, "claims": counts.claims,
            "entities": counts.entities,
            "languages": [{"language": code, "articles": count} for code, count in counts.by_language],
            "types": [{"kind": kind, "type": name, "claims": count} for kind, name, count in counts.by_type],
            "latest": [told.to_json() for told in self.latest], "dyads": [dyad.to_json() for dyad in self.dyads],
            "conflicts": [conflict.to_json() for conflict in self.conflicts],
            "ahead": [told.to_json() for told in self.ahead],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class ConflictsAnswer:
    """Where the sources of a whole record differ."""

    conflicts: tuple[query.Conflict, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `conflicts.schema.json`."""
        return {
            "schema_version": query.SCHEMA_VERSION, "conflicts": [conflict.to_json() for conflict in self.conflicts]
        }  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that a search found: how it is written in this record, and how many claims name it."""

    entity: Entity
    claims: int
    spellings: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the entity as an object of the answer `search`."""
        entity = self.entity
        return {
            "entity": entity.id, "label": entity.label, "kind": entity.kind.value, "claims": self.claims,
            "names": list(self.spellings),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """Entities that bear a name, the busiest first, and sentences that have the words or name whom they mean.

    Attributes:
        wanted: what was asked for.
        labels: the English label of each entity that a facet counts.
    """

    wanted: Wanted
    entities: tuple[Found, ...]
    page: SearchPage
    labels: Mapping[str, str]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `search.schema.json`."""
        page = self.page
        return {
            "schema_version": query.SCHEMA_VERSION, "query": self.wanted.text, "exact": self.wanted.exact,
            "entities": [found.to_json() for found in self.entities], "total": page.total,
            "hits": [_hit_json(hit) for hit in page.hits],
            "facets": {
                name: [{"value": f.value, "count": f.count} for f in values] for name, values in page.facets.items()
            },
        }  # fmt: skip


def _hit_json(hit: SearchHit) -> dict[str, Any]:
    claim = hit.claim.claim
    return {
        "claim": claim.claim, "kind": claim.kind.value, "type": claim.type, "document": claim.document,
        "source": claim.source, "published": claim.published, "language": claim.language, "field": hit.field,
        "start": hit.start, "text": hit.text, "spans": [list(span) for span in hit.spans],
    }  # fmt: skip


def home(asking: Asking) -> HomeAnswer:
    """Return what the record holds: counts, what was told last, the busiest dyads, conflicts, what lies ahead."""
    return asking.kept("home", lambda: _home(asking))


def _home(asking: Asking) -> HomeAnswer:
    claims = [stored.claim for stored in asking.record.claims()]
    told = query.occurrences(claims, asking.names)
    happened = sorted(
        (o for o in told if o.status in _HAPPENED and not o.background),
        key=lambda o: (o.backing.last_published or o.day, o.day, o.backing.claims), reverse=True,
    )  # fmt: skip
    ahead = sorted(
        (o for o in told if o.status in _TO_COME and o.day), key=lambda o: (o.day, o.backing.claims), reverse=True
    )
    answer = HomeAnswer(
        asking.record.counts(), tuple(happened[:_LATEST]), _busiest(claims, asking.names),
        conflicts(asking).conflicts, tuple(ahead[:_AHEAD]),
    )  # fmt: skip
    return count_reports(answer, asking.record.reports())


def _busiest(claims: list[Claim], names: query.Naming) -> tuple[DyadActivity, ...]:
    counts: Counter[str] = Counter()
    last = max((claim.published or "" for claim in claims), default="")[:7]
    months: dict[str, Counter[str]] = {}
    for claim in claims:
        for key in pairs_of(claim):
            counts[key] += 1
            day = claim.date.start.isoformat() if claim.date and claim.date.start else (claim.published or "")
            happened = claim.kind == "event" and claim.status.value in _HAPPENED and day[:7] <= last
            if day and happened:
                months.setdefault(key, Counter())[day[:7]] += 1
    busiest = sorted(counts, key=lambda key: (-counts[key], key))[:_DYADS]
    return tuple(
        DyadActivity(
            (a, b), (label(a, names), label(b, names)), counts[key], tuple(sorted(months.get(key, {}).items()))
        )
        for key in busiest
        for a, b in [key.split("|")]
    )


def pair(asking: Asking, a: Name, b: Name) -> query.PairAnswer:
    """Return the dossier of two, as `elchi pair` does."""
    return query.pair(asking.record, a, b, asking.names)


def entity(asking: Asking, name: Name, on: Day = None) -> query.EntityAnswer:
    """Return an entity on a day, as `elchi entity` does."""
    return query.entity(asking.record, name, asking.names, on.isoformat() if on else None)


def timeline(asking: Asking, name: Name) -> query.TimelineAnswer:
    """Return what was claimed of an entity by date, as `elchi timeline` does."""
    return query.timeline(asking.record, name, asking.names)


def conflicts(asking: Asking) -> ConflictsAnswer:
    """Return the conflicts of the whole record."""
    found = asking.kept("conflicts", lambda: tuple(query.conflicts_of_record(asking.record, asking.names)))
    return ConflictsAnswer(found)


def claim(asking: Asking, claim: ClaimId) -> ClaimAnswer:
    """Return a claim by its id or the beginning of it, as `elchi explain` does.

    Raises:
        UnknownNameError: no claim begins so.
    """
    found = asking.record.claims_with_id(claim)
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
    asking: Asking, q: Words = "", *, kind: Kind = None, type: Term = None, entity: Term = None,  # noqa: A002
    language: Term = None, source: Term = None, since: First = None, until: Last = None, exact: Exact = False,
    limit: Limit = 40, offset: Offset = 0,
) -> SearchAnswer:  # fmt: skip
    """Return the entities that bear a name, in any script, and the sentences that have it or name whom it means."""
    text = q.strip()
    found = _entities(asking, text) if text else ()
    also = () if exact else tuple(one.entity.id for one in found)
    first, last = (day.isoformat() if day else None for day in (since, until))
    wanted = Wanted(text, kind, type, entity, language, source, first, last, exact, also)
    filtered = any((kind, type, entity, language, source, since, until))
    page = scan(asking.record, wanted, limit, offset) if text or filtered else SearchPage((), 0, {})
    labels = {facet.value: label(facet.value, asking.names) for facet in page.facets.get("entity", ())}
    return SearchAnswer(wanted, found, page, labels)


def network(asking: Asking, year: Year = None) -> NetworkAnswer:  # noqa: ARG001 - the picture alone goes by the year
    """Return who has to do with whom in the whole record, year by year."""
    return asking.kept("network", lambda: ties_of((s.claim for s in asking.record.claims()), asking.names))


def _entities(asking: Asking, wanted: str) -> tuple[Found, ...]:
    ids = [row.entity for row in asking.record.entities(wanted)]
    ids += [entity.id for entity in asking.names.find(wanted)]
    found = []
    for name in dict.fromkeys(ids):
        known = asking.names.entities.get(name) or query.resolve(asking.record, name, asking.names)
        claims = max((row.claims for row in asking.record.entities(name) if row.entity == name), default=0)
        spellings = dict.fromkeys(spelling.text for spelling in asking.record.names(name))
        found.append(Found(known, claims, tuple(spellings)))
    return tuple(sorted(found, key=lambda f: (-f.claims, f.entity.label)))
