"""Groups of articles become stories in words: who opens each, what the others are to it, which agencies feed it."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from elchi.model.story import ONE_REPORT, ORIGINAL, Relation, Story, StoryDocument, StoryPair
from elchi.stories.clusters import Pair
from elchi.stories.copies import said_of
from elchi.stories.decide import Verdict
from elchi.stories.fingerprint import Fingerprint
from elchi.stories.first import first_of, order_of

# Articles of a story of which every pair is told; of more, those that were compared.
_WHOLE = 48
# Pairs that are told of two stories one of which follows the other up.
_MOST_BETWEEN = 64


@dataclass(frozen=True, slots=True)
class Decided:
    """What was found: articles by number, all near-copies of each, verdicts, and groups with their reports."""

    articles: Sequence[Fingerprint]
    texts: Sequence[Sequence[tuple[Fingerprint, float]]]
    verdicts: Mapping[Pair, Verdict]
    groups: Sequence[tuple[list[int], list[list[int]]]]


def tell_stories(found: Decided) -> list[Story]:
    """Return the stories, the earliest first."""
    between = _between(found)
    return [
        _Teller(found, members, reports).story(between.get(i, ())) for i, (members, reports) in enumerate(found.groups)
    ]


def _between(found: Decided) -> dict[int, list[StoryPair]]:
    """Return the pairs across stories by the number of the later one.

    What follows up one article of a story follows up all of them.
    """
    group_of = {number: i for i, (members, _) in enumerate(found.groups) for number in members}
    across: defaultdict[tuple[int, int], dict[Pair, Verdict]] = defaultdict(dict)
    for pair, verdict in found.verdicts.items():
        groups = sorted((group_of[pair[0]], group_of[pair[1]]))
        if groups[0] != groups[1] and verdict.relation is not Relation.UNRELATED:
            across[groups[0], groups[1]][pair] = verdict
    pairs: defaultdict[int, list[StoryPair]] = defaultdict(list)
    for (early, late), verdicts in sorted(across.items()):
        linked = next((p for p, v in sorted(verdicts.items()) if _follows(v)), None)
        told = set(verdicts)
        if linked is not None:
            every = [(min(a, b), max(a, b)) for a in found.groups[early][0] for b in found.groups[late][0]]
            told |= set(every[:_MOST_BETWEEN])
        for one, other in sorted(told):
            pairs[late].append(_pair_across(found, one, other, verdicts.get((one, other)), linked))
    return pairs


def _follows(verdict: Verdict) -> bool:
    """Whether a pair across stories shows that one follows the other up: a copy there is old text under a new lead."""
    return verdict.relation in ONE_REPORT or verdict.relation in {Relation.FOLLOWUP, Relation.INDEPENDENT}


def _pair_across(found: Decided, one: int, other: int, verdict: Verdict | None, linked: Pair | None) -> StoryPair:
    first, second = found.articles[one], found.articles[other]
    relation, score, why = (verdict.relation, verdict.score, verdict.why) if verdict else (Relation.TOPIC, 0.5, ())
    if relation in ONE_REPORT or relation is Relation.INDEPENDENT:
        relation = Relation.FOLLOWUP
    elif linked is not None and relation is not Relation.FOLLOWUP:
        relation = Relation.FOLLOWUP
        ids = " and ".join(found.articles[number].id for number in linked)
        why = (*why, f"their stories follow one another, by {ids}")
    return _pair(first, second, relation, score, why)


def _pair(one: Fingerprint, other: Fingerprint, relation: Relation, score: float, why: tuple[str, ...]) -> StoryPair:
    early, reason = first_of(one, other)
    if reason and relation is not Relation.TOPIC:
        why = (*why, f"{early} was first, {reason}")
    return StoryPair(one.id, other.id, relation, score, why, early)


class _Teller:
    """Tells one story."""

    def __init__(self, found: Decided, members: list[int], reports: list[list[int]]) -> None:
        self.found, self.members = found, members
        self.reports = [self._in_order(report) for report in reports]
        # Of reports of one day the one that most articles carry opens the story: it is what the others can know.
        self.reports.sort(key=lambda r: (order_of(found.articles[r[0]])[0], -len(r), order_of(found.articles[r[0]])))
        self.report_of = {number: i for i, report in enumerate(self.reports) for number in report}

    def story(self, across: Sequence[StoryPair]) -> Story:
        """Return the story, with the pairs across stories that it is to carry."""
        opening = self.found.articles[self.reports[0][0]]
        documents = tuple(self._documents())
        reports = tuple(
            tuple(copy.id for number in report for copy, _ in self._carriers(number)) for report in self.reports
        )
        named = hashlib.sha256(opening.digest.encode()).hexdigest()[:12]
        return Story(named, documents, reports, self._agencies(), (*self._pairs(), *across))

    def _in_order(self, report: Sequence[int]) -> list[int]:
        """Return the articles of a report, the earliest first: by day, else by who credits or links to whom."""
        articles = self.found.articles
        firsts: Counter[str] = Counter()
        for one, other in combinations(report[:_WHOLE], 2):
            early, _ = first_of(articles[one], articles[other])
            if early is not None:
                firsts[early] += 1
        return sorted(report, key=lambda n: (order_of(articles[n])[0], -firsts[articles[n].id], order_of(articles[n])))

    def _carriers(self, number: int) -> Sequence[tuple[Fingerprint, float]]:
        """Return the articles that carry one text, each with the share of words in common."""
        return self.found.texts[number]

    def _documents(self) -> Iterator[StoryDocument]:
        articles = self.found.articles
        opening = articles[self.reports[0][0]]
        for place, report in enumerate(self.reports):
            head = articles[report[0]]
            for number in report:
                article = articles[number]
                if article is not head:
                    relation, score, why = self._verdict(report[0], number)
                    yield _document(article, relation.value, head.id, score, why)
                elif place:
                    _, score, why = self._verdict(self.reports[0][0], number)
                    yield _document(article, Relation.INDEPENDENT.value, opening.id, score, why)
                else:
                    yield _document(article, ORIGINAL, None, 1.0, ())
                for copy, share in self._carriers(number)[1:]:
                    yield _document(copy, Relation.COPY.value, article.id, share, (said_of(share),))

    def _verdict(self, one: int, other: int) -> tuple[Relation, float, tuple[str, ...]]:
        """Return what two articles of the story are to each other, now that all of it is known."""
        verdict = self.found.verdicts.get((min(one, other), max(one, other)))
        together = self.report_of[one] == self.report_of[other]
        score, why = (verdict.score, verdict.why) if verdict else (0.5, ())
        if verdict is not None and (verdict.relation in ONE_REPORT) == together:
            relation = verdict.relation if together else Relation.INDEPENDENT
            return relation, score, why
        if not together:
            return Relation.INDEPENDENT, score, (*why, "the other articles of the story tell it apart")
        a, b = self.found.articles[one], self.found.articles[other]
        relation = Relation.COPY if a.language == b.language else Relation.TRANSLATION
        return relation, score, (*why, "both belong to one report by its other articles")

    def _pairs(self) -> Iterator[StoryPair]:
        articles, verdicts = self.found.articles, self.found.verdicts
        for one, other in combinations(self.members, 2):
            if len(self.members) > _WHOLE and (one, other) not in verdicts:
                continue
            yield _pair(articles[one], articles[other], *self._verdict(one, other))
        for number in self.members:
            (head, _), *copies = self._carriers(number)
            for copy, share in copies:
                yield _pair(head, copy, Relation.COPY, share, (said_of(share),))

    def _agencies(self) -> tuple[str, ...]:
        """Return the agencies and outlets that several articles of the story name, those of most articles first."""
        named = Counter(
            agency for number in self.members for copy, _ in self._carriers(number) for agency in copy.agencies
        )
        return tuple(agency for agency, times in sorted(named.items(), key=lambda a: (-a[1], a[0])) if times > 1)


def _document(article: Fingerprint, relation: str, of: str | None, score: float, why: tuple[str, ...]) -> StoryDocument:
    published = date.fromordinal(article.day).isoformat() if article.day is not None else None
    return StoryDocument(article.id, relation, of, score, why, article.language, article.source, published)
