"""Search across scripts: words in the sentences that claims rest on, names as whom they mean in any script.

A name that the catalogue knows is found wherever its bearer takes part in a claim, however the article spells it; other
words are found as they are typed. Marks say where in a snippet the words, or the spelling of the name, stand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import regex

from elchi.model import Claim, DateSpan, Entity
from elchi.query.answers import SCHEMA_VERSION, Party, span_json
from elchi.query.frames import Cell, Tabular
from elchi.query.naming import Naming, label, parties
from elchi.query.snapshot import at_one_moment
from elchi.record import Facet, Record, SearchHit, SearchPage

LONGEST_NAME = 6
"""Words of a typed name: "Organisation of the Petroleum Exporting Countries" has six."""
MOST_TYPED = 24
"""Words of a search in which names are looked for; record/search_words.py looks at no more either."""
SNIPPET = 320
"""Characters of a snippet; a longer sentence is cut around its first mark."""
_BEFORE = 60
_UNIT = regex.compile(r'"[^"]*"|\S+')
Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the claims must be; days are ISO days, both included."""

    kind: str | None = None
    type: str | None = None
    entity: str | None = None
    language: str | None = None
    source: str | None = None
    since: str | None = None
    until: str | None = None

    def to_json(self) -> dict[str, str]:
        """Give the filters that are set."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name)) is not None}


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class NamedWords:
    """Typed words that name somebody, and whom; `likely` where they were linked by sound or ending."""

    words: str
    entities: tuple[Entity, ...]
    likely: bool = False

    def to_json(self) -> dict[str, Any]:
        """Give the words with their entities."""
        meant = [{"entity": e.id, "label": e.label, "kind": e.kind.value} for e in self.entities]
        return {"words": self.words, "entities": meant, "likely": self.likely}


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that was found.

    Attributes:
        snippet: the sentence, cut where it is very long.
        marks: where in `snippet` the words stand, in code points; empty where an entity was found without its words.
        at: where the snippet begins in `field` of the document.
        cut: whether the sentence goes on beyond the snippet.
    """

    claim: str
    kind: str
    type: str
    mode: str
    status: str
    date: DateSpan | None
    parties: tuple[Party, ...]
    confidence: float
    document: str
    source: str | None
    published: str | None
    language: str
    field: str
    at: int
    snippet: str
    marks: tuple[Mark, ...]
    cut: bool = False

    def to_json(self) -> dict[str, Any]:
        """Give every field by its name."""
        row = {name: getattr(self, name) for name in self.__slots__}
        marks = [{"start": start, "end": end} for start, end in self.marks]
        return row | {
            "date": span_json(self.date), "parties": [p.to_json() for p in self.parties], "marks": marks,
            "confidence": round(self.confidence, 3),
        }  # fmt: skip

    def flat(self) -> dict[str, Cell]:
        """Give the hit as a flat row."""
        begin = self.date.start if self.date else None
        return {
            "claim": self.claim, "kind": self.kind, "type": self.type, "mode": self.mode, "status": self.status,
            "from": begin.isoformat() if begin else None, "parties": "; ".join(p.label for p in self.parties),
            "confidence": self.confidence, "document": self.document, "source": self.source,
            "published": self.published, "language": self.language, "sentence": self.snippet,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class SearchAnswer(Tabular):
    """A page of what was found, with what the names in the search mean and the facets of all that was counted.

    `total` counts the matches, at least so many where `more`; facets are of the newest `counted`.
    """

    words: str
    exact: bool
    ranked: bool
    filters: Filters
    names: tuple[NamedWords, ...]
    hits: tuple[Hit, ...]
    total: int
    more: bool
    counted: int
    facets: Mapping[str, tuple[Facet, ...]]
    labels: Mapping[str, str] = field(default_factory=dict)

    def rows(self) -> list[dict[str, Cell]]:
        """Return the hits as flat rows."""
        return [hit.flat() for hit in self.hits]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `search.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, "words": self.words, "exact": self.exact, "ranked": self.ranked,
            "filters": self.filters.to_json(), "names": [name.to_json() for name in self.names],
            "hits": [hit.to_json() for hit in self.hits], "total": self.total, "more": self.more,
            "counted": self.counted,
            "facets": {name: [self._facet(name, one) for one in found] for name, found in self.facets.items()},
        }  # fmt: skip

    def _facet(self, name: str, one: Facet) -> dict[str, Any]:
        shown = {"label": self.labels.get(one.value, one.value)} if name == "entity" else {}
        return {"value": one.value, **shown, "count": one.count}


@at_one_moment
def search(  # noqa: PLR0913 - how it is searched, one argument each
    record: Record, words: str, catalogue: Naming, *, filters: Filters = NO_FILTERS, exact: bool = False,
    ranked: bool = False, limit: int = 20, offset: int = 0, guess: Callable[[str], Sequence[Entity]] | None = None,
) -> SearchAnswer:  # fmt: skip
    """Return the claims whose sentences have `words`, or in which those take part whom the words name.

    Args:
        record: an open record.
        words: all of which must be there, by their beginnings; in "quotes" side by side; "" asks for all.
        catalogue: what names mean; `filters.entity` may be a name of it.
        filters: what the claims must be.
        exact: this spelling only: whole words as typed, and no names.
        ranked: the best first, else the newest.
        limit: hits of a page.
        offset: hits before it.
        guess: what the whole of `words` may mean where nothing else is found: names by ending or sound.
    """
    asked = filters.entity
    if asked is not None:
        asked = next((entity.id for entity in catalogue.find(asked)), asked)
    rest, named = (words, []) if exact else names_in(words, catalogue)

    def found(text: str, names: Sequence[NamedWords]) -> SearchPage:
        return record.search(
            text, kind=filters.kind, type=filters.type, entity=asked, language=filters.language,
            source=filters.source, since=filters.since, until=filters.until, exact=exact, ranked=ranked,
            named=[(name.words, [entity.id for entity in name.entities]) for name in names], limit=limit, offset=offset,
        )  # fmt: skip

    page = found(rest, named)
    if not page.total and not named and not exact and guess is not None and words.strip():
        likely = [NamedWords(words, tuple(meant), likely=True)] if (meant := guess(words)) else []
        second = found("", likely) if likely else page
        if second.total:
            page, named = second, likely
    bearers = {entity.id for name in named for entity in name.entities}
    hits = tuple(_hit(hit, bearers, catalogue) for hit in page.hits)
    labels = {facet.value: label(facet.value, catalogue) for facet in page.facets.get("entity", ())}
    labels |= {p.entity: p.label for hit in hits for p in hit.parties if labels.get(p.entity) == p.entity}
    return SearchAnswer(
        words, exact, ranked, filters, tuple(named), hits, page.total, page.more, page.counted, page.facets, labels
    )  # fmt: skip


def names_in(words: str, catalogue: Naming) -> tuple[str, list[NamedWords]]:
    """Return the words that name nobody, and the names among the others: the longest first, from left to right."""
    units = _UNIT.findall(words)[:MOST_TYPED]
    rest, named, at = [], [], 0
    while at < len(units):
        for end in range(min(len(units), at + LONGEST_NAME), at, -1):
            spelt = " ".join(unit.strip('"') for unit in units[at:end])
            entities = catalogue.find(spelt) if spelt.strip() and not spelt.endswith("*") else []
            if entities:
                named.append(NamedWords(" ".join(units[at:end]), tuple(entities)))
                at = end
                break
        else:
            rest.append(units[at])
            at += 1
    return " ".join(rest), named


def _hit(hit: SearchHit, meant: set[str], catalogue: Naming) -> Hit:
    claim = hit.claim.claim
    marks = sorted({*hit.spans, *_mentions(claim, hit, meant)})
    begin, snippet, cut = _snippet(hit.text, marks)
    inside = tuple((s - begin, e - begin) for s, e in marks if begin <= s and e <= begin + len(snippet))
    return Hit(
        claim.claim, claim.kind.value, claim.type, claim.mode, claim.status.value, claim.date or claim.valid_from,
        parties(claim, catalogue), claim.confidence, claim.document, claim.source, claim.published, claim.language,
        hit.field, hit.start + begin, snippet, _apart(inside), cut,
    )  # fmt: skip


def _mentions(claim: Claim, hit: SearchHit, meant: set[str]) -> list[Mark]:
    """Return where in the text of a hit those are mentioned whom the names mean."""
    places = [p.mention for p in claim.participants if p.entity in meant and p.mention is not None]
    if not claim.evidence or claim.evidence[0].field != hit.field:
        return []  # mentions count in the field of the first evidence
    end = hit.start + len(hit.text)
    return [(s - hit.start, e - hit.start) for s, e in places if hit.start <= s < e <= end]


def _apart(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return marks of which none lies in another: a title with its name holds the mark of the name."""
    joined: list[Mark] = []
    for start, end in sorted(marks):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _snippet(text: str, marks: Sequence[Mark]) -> tuple[int, str, bool]:
    """Return where the snippet of a text begins, the snippet, and whether something was cut."""
    if len(text) <= SNIPPET:
        return 0, text, False
    begin = max(0, marks[0][0] - _BEFORE) if marks else 0
    begin = min(begin, len(text) - SNIPPET)
    if begin:
        space = text.find(" ", begin, begin + _BEFORE)
        begin = space + 1 if space >= 0 else begin
    end = min(len(text), begin + SNIPPET)
    space = text.rfind(" ", max(begin, end - _BEFORE), end)
    end = space if end < len(text) and space > begin else end
    return begin, text[begin:end], True
