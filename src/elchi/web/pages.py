"""The pages: address, question, template, and what of the answer the template draws."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

from elchi import query
from elchi.export import promises_ics
from elchi.export.claim_words import claim_in_words, marks_of_claim, rules_of, weights_of
from elchi.export.wording import in_words, span_in_words
from elchi.model import Claim, ClaimKind
from elchi.packs.quads import roots
from elchi.query.entity import script_name
from elchi.query.network import KINDS
from elchi.web import ask, entries
from elchi.web.ask import Asking
from elchi.web.both_ways import both_ways
from elchi.web.chart import timeline_chart
from elchi.web.event import EVENT
from elchi.web.evidence import pieces_of, show_article
from elchi.web.exports import GRAPHS, ClaimsExporter
from elchi.web.gantt import end_of, gantt
from elchi.web.map import MAP
from elchi.web.network import network, short_label
from elchi.web.page import Page
from elchi.web.part import Part, part_of
from elchi.web.review import REVIEW_PAGES, done_shown
from elchi.web.sparks import sparks
from elchi.web.window import day_of, window_of

Item = TypeVar("Item")
Drawn = TypeVar("Drawn")
Shown = Mapping[str, Any]
_MOST_ROWS = 120
AT_ONCE = 50
"""Entries of each list of a page, where the address asks for no other number."""
AT_A_GLANCE = 6
_FACETS = ("kind", "type", "language", "year", "entity", "source")
_HOLDING = frozenset({"past", "ongoing"})
_STANDINGS_IN = ("member_of", "observer_of", "dialogue_partner_of")


def shown(items: Iterable[Item], draw: Callable[[Item], Drawn], number: int = 1) -> Part[Drawn]:
    """Return a page of a list, each item drawn."""
    part = part_of(list(items), number)
    return Part([draw(item) for item in part.items], part.whole, part.number, part.earlier, part.later)


def _home(answer: query.HomeAnswer, asking: Asking, _page: int) -> Shown:
    leads = {one.sentence.claim for one in answer.latest if one.sentence}
    claims = {id_: stored.claim for id_, stored in asking.record.claims_with_ids(leads).items()}
    due = query.promises(asking.record, asking.names, due=True, limit=AT_A_GLANCE)
    differ = query.conflicts(asking.record, asking.names, "open", limit=AT_A_GLANCE)
    return {
        "counts": answer.counts, "resolved": answer.resolved,
        "latest": part_of([entries.of_brief(told, claims, asking.names) for told in answer.latest], 1),
        "sparks": sparks(answer.dyads), "conflicts": [entries.of_conflict(c) for c in differ.conflicts],
        "due": [entries.of_promise(promise, due.today) for promise in due.promises],
    }  # fmt: skip


def _pair(
    answer: query.PairAnswer, _asking: Asking, _page: int,
    before: date | None = None, limit: int | None = None, on: date | None = None, known: date | None = None,
) -> Shown:  # fmt: skip
    def standing(told: query.Standing) -> entries.Entry:
        return entries.of_standing(told, titled=True)

    def words(told: query.Occurrence | query.Standing) -> str:
        return (entries.of_occurrence(told) if isinstance(told, query.Occurrence) else standing(told)).words

    window = window_of(_cut(answer), before, limit)
    front = before is None  # what is not told in days stands on the first part alone
    happened = [told for told in answer.occurrences if window.holds(told)]
    standings = answer.standings if front else ()
    held = [s for s in standings if s.status in _HOLDING]
    return {
        "answer": answer, "documents": len(answer.documents), "window": window, "cut": answer.more,
        "chart": timeline_chart([*happened, *standings], words),
        "now": [standing(s) for s in held if on or s.now], "earlier": [standing(s) for s in held if not (on or s.now)],
        "ahead": [standing(s) for s in standings if s.status not in _HOLDING],
        "later": [standing(s) for s in answer.told_later if front],
        "occurrences": list(entries.of_occurrences(happened)),
        "positions": both_ways((o for o in answer.positions if window.holds(o)), answer.first, answer.second),
        "common": answer.common if front else (), "seat_since": lambda seat: span_in_words(seat.since),
        "promises": [entries.of_promise(promise, on or known or date.today()) for promise in answer.promises if front],
        "quotes": [entries.of_quote(quote) for quote in answer.quotes if window.holds(quote)],
        "conflicts": [entries.of_conflict(conflict) for conflict in answer.conflicts if front],
    }  # fmt: skip


def _cut(answer: query.PairAnswer | query.EntityAnswer) -> list[Sequence[query.Occurrence] | Sequence[query.Quote]]:
    """Return the lists that are told in days and that a limit cut."""
    found = (("occurrences", answer.occurrences), ("quotes", answer.quotes))
    return [told for name, told in found if name in answer.more]


def _entity(
    answer: query.EntityAnswer, _asking: Asking, _page: int, before: date | None = None, limit: int | None = None
) -> Shown:
    names = sorted(answer.names, key=lambda n: script_name(n.text))
    told = [m.backing.last_published for m in answer.memberships]
    window = window_of(_cut(answer), before, limit)

    def listed(found: Iterable[query.Occurrence | query.Standing]) -> list[entries.Entry]:
        return [_entry(one) for one in found if window.holds(one) or isinstance(one, query.Standing)]

    ranks = [(kind, found) for kind in _STANDINGS_IN if (found := answer.standing(kind))]
    ranks += [(name, list(found)) for name, found in (
        ("perhaps instead", answer.ranks.perhaps), ("named as such later only", answer.told_later),
        ("earlier standings", answer.former),
    ) if found]  # fmt: skip
    return {
        "answer": answer, "gantt": gantt(answer.memberships, max(told, default="")), "window": window, "ranks": ranks,
        "scripts": [(script, list(found)) for script, found in groupby(names, key=lambda n: script_name(n.text))],
        "since": _since, "other": _other, "end_of": end_of,
        "founded": listed(answer.founded), "counts": listed(answer.member_counts), "summits": listed(answer.summits),
        "travel": listed(answer.travel), "meetings": listed(answer.meetings), "positions": listed(answer.positions),
        "quotes": [entries.of_quote(quote) for quote in answer.quotes if window.holds(quote)],
        "conflicts": [entries.of_conflict(conflict) for conflict in answer.conflicts],
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


def _timeline(
    answer: query.TimelineAnswer, _asking: Asking, _page: int, before: date | None = None, limit: int | None = None
) -> Shown:
    told = [entry for _, entry in reversed(answer.entries)]
    cut = [[o for o in told if isinstance(o, query.Occurrence)]] if "occurrences" in answer.more else []
    window = window_of(cut, before, limit)
    held = [entry for entry in told if window.holds(entry) and _is_before(entry, before)]
    return {
        "answer": answer, "chart": timeline_chart(held, lambda entry: _entry(entry).words), "window": window,
        "entries": [_entry(entry) for entry in held], "cut": answer.more,
    }  # fmt: skip


def _is_before(told: query.Occurrence | query.Standing, before: date | None) -> bool:
    """Whether an entry belongs to a part: standings are not cut by days, but stand among what was told of them."""
    return before is None or day_of(told) < before.isoformat()


def _entry(told: query.Occurrence | query.Standing) -> entries.Entry:
    if isinstance(told, query.Occurrence):
        return entries.of_occurrence(told)
    return entries.of_standing(told, titled=False)


def _conflicts(
    answer: query.ConflictsAnswer, asking: Asking, _page: int, offset: int = 0, limit: int | None = None,
    done: int | None = None,
) -> Shown:  # fmt: skip
    limit = limit or AT_ONCE
    return {
        "conflicts": [entries.of_conflict(conflict) for conflict in answer.conflicts],
        "counts": asking.record.resolved_counts(), "earlier": max(0, offset - limit) if offset else None,
        "later": offset + limit if answer.more else None, "done": done_shown(asking, done),
    }  # fmt: skip


def _promises(answer: query.PromisesAnswer, _asking: Asking, page: int) -> Shown:
    draw = partial(entries.of_promise, today=answer.today)
    return {"answer": answer, "promises": shown(answer.promises, draw, page), "due": len(answer.due)}


def _claim(answer: ask.ClaimAnswer, asking: Asking, _page: int) -> Shown:
    stored = answer.found[0]
    claim = stored.claim
    article = show_article(answer.article.article, claim, answer.beside) if answer.article else None
    beside = [(other.claim, claim_in_words(other, asking.names)) for other in answer.beside[:_MOST_ROWS]]
    told = asking.record.occurrences_of_claims([claim.claim])
    weights = sorted(weights_of(claim), key=lambda reason: -abs(reason.weight))
    return {
        "event": next((one.id for found in told.values() for one in found), ""),
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


def _claims_of_story(answer: query.StoryAnswer, asking: Asking) -> Iterable[str]:
    """Yield the claims of all articles of a story."""
    for document in answer.story.documents:
        yield from (stored.claim.claim for stored in asking.record.claims_of_document(document.document))


def _undated(claim: Claim, names: query.Naming) -> str:
    """Return what a claim says in words; its day stands beside it."""
    told = in_words(query.occurrence_of_claim(claim, names)) if claim.kind is ClaimKind.EVENT else ""
    return told or claim_in_words(claim, names)


def _search(answer: query.SearchAnswer, asking: Asking, _page: int) -> Shown:
    found = asking.record.claims_with_ids({hit.claim for hit in answer.hits})
    hits = [
        (
            span_in_words(hit.date) if hit.date and hit.date.start else "",
            _undated(found[hit.claim].claim, asking.names) if hit.claim in found else hit.type,
            hit, pieces_of(hit.snippet, hit.marks),
        )
        for hit in answer.hits
    ]  # fmt: skip
    facets = [(name, answer.facets[name]) for name in _FACETS if answer.facets.get(name)]
    return {"answer": answer, "hits": hits, "facets": facets}


def _network(answer: query.NetworkAnswer, _asking: Asking, page: int, year: str | None = None) -> Shown:
    today = str(date.today().year)
    years = sorted({name for tie in answer.edges for name in tie.years if name and name <= today})
    return {
        "answer": answer, "drawn": network(answer, year or None), "years": years, "kinds": KINDS,
        "roots": sorted(roots()), "short": short_label, "ties": part_of(answer.edges, page),
        "labels": {node.entity: node.label for node in answer.nodes},
    }  # fmt: skip


_CLAIMS, _PLANS = ClaimsExporter(), ClaimsExporter(("csv", "jsonl", "md", "ics", "parquet"))
_STORY = ClaimsExporter(claims=_claims_of_story)
_PROMISES = ClaimsExporter(("csv", "jsonl", "md", "ics", "parquet"), own={"ics": promises_ics.lines})
PAGES = (
    Page("/", ask.home, _home, "home.html", "home", "What the record holds.", None, _CLAIMS),
    Page(
        "/pair/{a}/{b}", ask.pair, _pair, "pair.html", "pair", "The dossier of two states or organisations.", AT_ONCE,
        _PLANS,
    ),
    Page(
        "/entity/{name}", ask.entity, _entity, "entity.html", "entity", "Names, members, offices, dyads.", AT_ONCE,
        _CLAIMS,
    ),
    Page(
        "/timeline/{name}", ask.timeline, _timeline, "timeline.html", "timeline", "What was claimed, by date.", AT_ONCE,
        _PLANS,
    ),
    Page(
        "/claim/{claim}", ask.claim, _claim, "claim.html", "explain", "A claim, its evidence, why it was read so.",
        None, _CLAIMS,
    ),
    EVENT,
    Page(
        "/story/{story}", ask.story, _story, "story.html", "story", "Articles about one happening, side by side.",
        None, _STORY,
    ),
    Page(
        "/network", ask.network, _network, "network.html", "network", "Who dealt with whom, and how, by year.", None,
        GRAPHS,
    ),
    MAP,
    Page(
        "/conflicts", ask.conflicts, _conflicts, "conflicts.html", "conflicts", "Where sources differ.", AT_ONCE,
        _CLAIMS,
    ),
    Page(
        "/promises", ask.promises, _promises, "promises.html", "promises", "What was promised, what became of it.",
        None, _PROMISES,
    ),
    Page(
        "/search", ask.search, _search, "search.html", "search", "Sentences by words and names, in any script.", None,
        _CLAIMS,
    ),
    *REVIEW_PAGES,
)  # fmt: skip
