"""The pages: address, question, template, and what of the answer the template draws."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

from elchi import query
from elchi.export.claim_words import claim_in_words, marks_of_claim, rules_of, weights_of
from elchi.export.wording import span_in_words
from elchi.query.entity import script_name
from elchi.web import ask, entries
from elchi.web.ask import Asking
from elchi.web.chart import timeline_chart
from elchi.web.evidence import pieces_of, show_article
from elchi.web.gantt import gantt
from elchi.web.network import network
from elchi.web.page import Page
from elchi.web.scan import day_of
from elchi.web.sparks import sparks
from elchi.web.ties import NetworkAnswer

Item = TypeVar("Item")
Drawn = TypeVar("Drawn")
Shown = Mapping[str, Any]
PER_PAGE = 40
_MOST_ROWS = 120
_FACETS = ("kind", "type", "language", "year", "entity", "source")
_STANDINGS_IN = ("member_of", "observer_of", "dialogue_partner_of")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """One page of a long list: its items, how many there are in all, and the numbers of the pages beside it."""

    items: Sequence[Item]
    whole: int
    number: int
    earlier: int | None
    later: int | None


def part_of(items: Sequence[Item], number: int) -> Part[Item]:
    """Return the page `number` (from 1) of a list."""
    begin = (number - 1) * PER_PAGE
    later = number + 1 if begin + PER_PAGE < len(items) else None
    return Part(items[begin : begin + PER_PAGE], len(items), number, number - 1 if number > 1 else None, later)


def shown(items: Iterable[Item], draw: Callable[[Item], Drawn], number: int = 1) -> Part[Drawn]:
    """Return a page of a list, each item drawn."""
    part = part_of(list(items), number)
    return Part([draw(item) for item in part.items], part.whole, part.number, part.earlier, part.later)


def _home(answer: ask.HomeAnswer, asking: Asking, _page: int) -> Shown:
    return {
        "counts": answer.counts, "latest": part_of([entries.of_occurrence(told) for told in answer.latest], 1),
        "sparks": sparks(answer.dyads), "conflicts": [entries.of_conflict(c, asking.names) for c in answer.conflicts],
        "ahead": [entries.of_occurrence(told) for told in answer.ahead],
    }  # fmt: skip


def _pair(answer: query.PairAnswer, asking: Asking, page: int) -> Shown:
    def standing(told: query.Standing) -> entries.Entry:
        return entries.of_standing(told, titled=True)

    def words(told: query.Occurrence | query.Standing) -> str:
        return (entries.of_occurrence(told) if isinstance(told, query.Occurrence) else standing(told)).words

    return {
        "answer": answer, "documents": len(answer.documents),
        "chart": timeline_chart([*answer.occurrences, *answer.standings], words),
        "now": shown((s for s in answer.standings if s.now), standing),
        "earlier": shown((s for s in answer.standings if not s.now), standing),
        "occurrences": shown(answer.occurrences, entries.of_occurrence, page),
        "positions": shown(answer.positions, entries.of_occurrence),
        "promises": shown(answer.promises, entries.of_occurrence),
        "quotes": shown(answer.quotes, entries.of_quote),
        "conflicts": shown(answer.conflicts, lambda conflict: entries.of_conflict(conflict, asking.names)),
    }  # fmt: skip


def _entity(answer: query.EntityAnswer, _asking: Asking, _page: int) -> Shown:
    names = sorted(answer.names, key=lambda n: script_name(n.text))
    told = [m.backing.last_published for m in answer.memberships]
    return {
        "answer": answer, "gantt": gantt(answer.memberships, max(told, default="")),
        "members": [(kind, found) for kind in _STANDINGS_IN if (found := answer.standing(kind))],
        "scripts": [(script, list(found)) for script, found in groupby(names, key=lambda n: script_name(n.text))],
        "since": _since, "other": _other,
        "founded": part_of([entries.of_standing(s, titled=False) for s in answer.founded], 1),
        "offices": answer.offices[::-1][:_MOST_ROWS], "dyads": answer.pairs[:_MOST_ROWS],
    }  # fmt: skip


def _since(member: query.Membership) -> str:
    """Return since when, in words; when it was first told where nobody says since when."""
    if member.start == "known":
        return span_in_words(member.begin) + ("" if member.certain else " ?")
    first = member.backing.published
    return f"start unknown, first told {first}" if first else "start unknown"


def _other(dyad: query.Dyad, entity: str) -> str:
    """Return the label of the other side of a dyad."""
    return dyad.labels[dyad.pair[0] == entity]


def _timeline(answer: query.TimelineAnswer, _asking: Asking, page: int) -> Shown:
    told = [entry for _, entry in reversed(answer.entries)]
    return {
        "answer": answer, "chart": timeline_chart(told, lambda entry: _entry(entry).words),
        "entries": shown(told, _entry, page),
    }  # fmt: skip


def _entry(told: query.Occurrence | query.Standing) -> entries.Entry:
    if isinstance(told, query.Occurrence):
        return entries.of_occurrence(told)
    return entries.of_standing(told, titled=False)


def _conflicts(answer: ask.ConflictsAnswer, asking: Asking, page: int) -> Shown:
    return {"conflicts": part_of([entries.of_conflict(conflict, asking.names) for conflict in answer.conflicts], page)}


def _claim(answer: ask.ClaimAnswer, asking: Asking, _page: int) -> Shown:
    stored = answer.found[0]
    claim = stored.claim
    article = show_article(answer.article.article, claim, answer.beside) if answer.article else None
    beside = [(other.claim, claim_in_words(other, asking.names)) for other in answer.beside[:_MOST_ROWS]]
    weights = sorted(weights_of(claim), key=lambda reason: -abs(reason.weight))
    return {
        "claim": claim, "superseded": stored.superseded, "words": claim_in_words(claim, asking.names),
        "marks": marks_of_claim(claim), "rules": rules_of(claim), "weights": weights,
        "heaviest": max((abs(reason.weight) for reason in weights), default=1.0) or 1.0,
        "article": article, "stored": answer.article, "beside": beside, "story": answer.story,
        "copies": [copy.article for copy in answer.copies], "others": [s.claim.claim for s in answer.found[1:]],
    }  # fmt: skip


def _story(answer: query.StoryAnswer, _asking: Asking, _page: int) -> Shown:
    beside = [
        (document, answer.articles[document.document], answer.articles.get(document.of or ""),
         answer.rows(document.document)[:_MOST_ROWS] if document.document in answer.alignments else None)
        for document in answer.story.documents
        if document.document in answer.articles
    ]  # fmt: skip
    return {"story": answer.story, "beside": beside}


def _search(answer: ask.SearchAnswer, asking: Asking, _page: int) -> Shown:
    hits = [
        (
            day_of(hit.claim.claim),
            claim_in_words(hit.claim.claim, asking.names),
            hit.claim.claim,
            pieces_of(hit.text, hit.spans),
        )
        for hit in answer.page.hits
    ]
    facets = [(name, answer.page.facets[name]) for name in _FACETS if len(answer.page.facets.get(name, ())) > 0]
    return {"answer": answer, "found": answer.entities[:_MOST_ROWS], "hits": hits, "facets": facets}


def _network(answer: NetworkAnswer, asking: Asking, page: int, year: str | None = None) -> Shown:
    years = sorted({name for tie in answer.ties for name, _ in tie.years if name <= answer.last})
    drawn = asking.kept(f"drawn {year or ''}"[:10], lambda: network(answer.ties, year or None))
    return {"answer": answer, "drawn": drawn, "years": years, "ties": part_of(answer.ties, page)}


PAGES = (
    Page("/", ask.home, _home, "home.html", "home", "What the record holds."),
    Page("/pair/{a}/{b}", ask.pair, _pair, "pair.html", "pair", "The dossier of two states or organisations."),
    Page("/entity/{name}", ask.entity, _entity, "entity.html", "entity", "Names, members, offices, dyads."),
    Page("/timeline/{name}", ask.timeline, _timeline, "timeline.html", "timeline", "What was claimed, by date."),
    Page("/claim/{claim}", ask.claim, _claim, "claim.html", "explain", "A claim, its evidence, why it was read so."),
    Page("/story/{story}", ask.story, _story, "story.html", "story", "Articles about one happening, side by side."),
    Page("/network", ask.network, _network, "network.html", "network", "Who has to do with whom, by year."),
    Page("/conflicts", ask.conflicts, _conflicts, "conflicts.html", "conflicts", "Where sources differ."),
    Page("/search", ask.search, _search, "search.html", "search", "Entities and sentences by name, in any script."),
)
