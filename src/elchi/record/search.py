"""Search over the sentences that claims rest on, in any script, newest first; facets and totals are bounded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from elchi.record import schema, stores
from elchi.record.asking import claims_with_keys, takes_part
from elchi.record.dirty import chunks
from elchi.record.judged import rejected
from elchi.record.search_words import Term, WordRow, claim_mask, days_between, hits_in, tag
from elchi.record.stored import Facet, SearchHit, SearchPage

MOST_COUNTED = 1000
"""Matches that are counted and told by facets: the newest. Counting all of a word like "meeting" would take seconds."""
MOST_RANKED = 5000
MOST_PASSED = 10_000
"""Matches that pages may pass over; who wants more narrows the question."""
MOST_VALUES = 20
"""Values of one facet."""
_claim, _article, _party, _meaning = schema.claim.c, schema.article.c, schema.participant.c, schema.meaning.c


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for: words, and what the claims must be."""

    terms: tuple[Term, ...]
    kind: str | None = None
    type: str | None = None
    entity: str | None = None
    language: str | None = None
    source: str | None = None
    since: str | None = None
    until: str | None = None
    exact: bool = False
    ranked: bool = False
    also: tuple[str, ...] = ()  # entities whose claims are found without the words
    named: tuple[tuple[tuple[Term, ...], tuple[str, ...]], ...] = ()  # names: their words, or whom they mean

    @property
    def all_terms(self) -> tuple[Term, ...]:
        """The words that are asked for, those of names among them."""
        return (*self.terms, *(term for terms, _ in self.named for term in terms))


def add(connection: Connection, rows: Sequence[WordRow]) -> None:
    """Add rows of `search_words.row_of`."""
    if rows:
        stores.of(connection).add_words(connection, rows)


def search(connection: Connection, asked: Asked, limit: int, offset: int) -> SearchPage:
    """Return a page of claims whose evidence has the words."""
    offset = min(offset, MOST_PASSED)
    most = max(MOST_COUNTED, offset + limit)
    rows = connection.execute(_matching(connection, asked).limit(most + 1)).all()
    more = len(rows) > most
    rows = rows[:most]
    if asked.exact:
        spelt = _evidence(connection, [row.key for row in rows])
        rows = [row for row in rows if _best(spelt.get(row.key, []), asked)[2]]
    page = rows[offset : offset + limit]
    counted = rows[:MOST_COUNTED]
    return SearchPage(
        hits=tuple(_hits(connection, [row.key for row in page], asked)),
        total=len(rows), more=more, facets=_facets(connection, counted), counted=len(counted),
    )  # fmt: skip


def _matching(connection: Connection, asked: Asked) -> Select[Any]:
    """Return the question that gives the rows of matching claims, newest or best first."""
    store = stores.of(connection)
    found = store.search_words.c
    low, high = days_between(asked.since, asked.until)
    conditions = store.matching(asked.terms, _tags(connection, asked), _means(connection, asked.also))
    for terms, entities in asked.named:
        conditions += store.matching(terms, [], _means(connection, entities))
    conditions += [found.key >= low] if low is not None else []
    conditions += [found.key < high] if high is not None else []
    columns = (
        _claim.key,
        _claim.kind,
        _claim.type,
        _claim.earliest,
        _claim.known_from,
        _article.language,
        _article.source,
    )
    if asked.ranked and asked.all_terms:
        scored = select(found.key, store.rank(asked.all_terms).label("score")).where(*conditions)
        newest = scored.order_by(found.key.desc()).limit(MOST_RANKED).subquery()
        question = select(*columns).select_from(newest).order_by(newest.c.score, newest.c.key.desc())
        place = newest.c.key.op("&")(claim_mask())
    else:
        question = select(*columns).select_from(store.search_words).where(*conditions).order_by(found.key.desc())
        place = found.key.op("&")(claim_mask())
    question = question.join(schema.claim, _claim.key == place).join(schema.article, _article.key == _claim.article)
    question = question.where(_claim.superseded_by.is_(None))
    if out := rejected(connection):
        question = question.where(_claim.claim.not_in(sorted(out)))
    if asked.entity is None:
        return question
    return question.where(select(_party.claim).where(_party.claim == _claim.key, takes_part(asked.entity)).exists())


def _tags(connection: Connection, asked: Asked) -> list[list[str]]:
    """Return the tags that a row must have: one of each list."""
    exact = {"kind": asked.kind, "type": asked.type, "language": asked.language, "source": asked.source}
    tags = [[tag(name, value)] for name, value in exact.items() if value is not None]
    return tags + ([_means(connection, [asked.entity])] if asked.entity is not None else [])


def _means(connection: Connection, entities: Collection[str]) -> list[str]:
    """Return the tags of entities, and of those that were joined with them since their claims were read."""
    joined = select(_meaning.entity).where(_meaning.means.in_(list(entities)))
    names = {*entities, *(row.entity for row in connection.execute(joined))} if entities else set()
    return [tag("entity", name) for name in sorted(names)]


def _hits(connection: Connection, keys: list[int], asked: Asked) -> list[SearchHit]:
    claims, spoken = claims_with_keys(connection, keys), _evidence(connection, keys)
    found = []
    for key in keys:
        name, start, spans = _best(spoken.get(key, []), asked)
        text = next((e.text for e in claims[key].claim.evidence if (e.field, e.start) == (name, start)), "")
        found.append(SearchHit(claims[key], name, start, text, tuple(spans)))
    return found


def _best(spoken: Sequence[tuple[str, int, str]], asked: Asked) -> tuple[str, int, list[tuple[int, int]]]:
    """Return field, start and hits of the evidence that has most of the words; the first where none has all."""
    if not spoken:
        return "", 0, []
    told = [(name, start, _spans(text, asked)) for name, start, text in spoken]
    return max(told, key=lambda one: len(one[2]))


def _spans(text: str, asked: Asked) -> list[tuple[int, int]]:
    """Return where the words stand, and where the names do that are spelt there as they were typed."""
    found = hits_in(text, asked.terms, exact=asked.exact)
    return sorted({*found, *(span for terms, _ in asked.named for span in hits_in(text, terms))})


def _evidence(connection: Connection, keys: Sequence[int]) -> dict[int, list[tuple[str, int, str]]]:
    """Return field, start and text of the evidence of claims, by key."""
    column = schema.evidence.c
    found: dict[int, list[tuple[str, int, str]]] = {}
    for some in chunks(keys):
        question = select(column.claim, column.field, column.start, column.text).where(column.claim.in_(some))
        for row in connection.execute(question.order_by(column.claim, column.n)).all():
            found.setdefault(row.claim, []).append((row.field, row.start, row.text))
    return found


def _facets(connection: Connection, rows: Sequence[Any]) -> dict[str, tuple[Facet, ...]]:
    """Count the values of matching claims, the most frequent first."""
    told = {
        "kind": Counter(row.kind for row in rows), "type": Counter(row.type for row in rows),
        "language": Counter(row.language or "" for row in rows), "source": Counter(row.source or "" for row in rows),
        "year": Counter((row.earliest or row.known_from)[:4] for row in rows),
        "entity": _entities(connection, [row.key for row in rows]),
    }  # fmt: skip
    return {name: tuple(Facet(value, n) for value, n in _first(counts)) for name, counts in told.items()}


def _entities(connection: Connection, keys: list[int]) -> Counter[str]:
    counts: Counter[str] = Counter()
    meant, number = func.coalesce(_party.means, _party.entity), func.count(_party.claim.distinct())
    for some in chunks(keys):
        for entity, n in connection.execute(select(meant, number).where(_party.claim.in_(some)).group_by(meant)).all():
            counts[entity] += n
    return counts


def _first(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(((v, n) for v, n in counts.items() if v), key=lambda row: (-row[1], row[0]))[:MOST_VALUES]
