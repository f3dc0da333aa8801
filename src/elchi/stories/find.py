"""Articles become stories: copies folded, candidates compared, pairs decided, groups made.

Everything is worked out from the set of fingerprints: which article came first to elchi never matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from elchi.model.story import Relation, Story
from elchi.stories.candidates import find_candidates
from elchi.stories.clusters import Pair, cluster, components
from elchi.stories.decide import Verdict, decide
from elchi.stories.fingerprint import Fingerprint
from elchi.stories.first import order_of
from elchi.stories.likeness import Comparer
from elchi.stories.telling import Decided, tell_stories
from elchi.stories.weights import Weights

# Articles that doubtful pairs connect of which every pair is compared; of more, those that share rare anchors.
_WHOLE = 48
# Logit of two articles that were never compared, for they share nothing rare.
_NOT_COMPARED = -2.0
# A verdict surer than this that two articles are two stories need not be kept.
_SURE_APART = 4.9


def find_stories(fingerprints: Iterable[Fingerprint]) -> list[Story]:
    """Return the stories of a set of articles, the earliest first; every article stands in exactly one.

    Args:
        fingerprints: in any order; of two with one id the later one counts.
    """
    by_id = {article.id: article for article in fingerprints}
    twins: defaultdict[str, list[Fingerprint]] = defaultdict(list)
    for article in sorted(by_id.values(), key=order_of):
        twins[article.digest].append(article)
    ranked = sorted((same[0] for same in twins.values()), key=order_of)
    decided = _compare_all(ranked)
    stories = cluster({pair: v.story for pair, v in decided.items()}, _NOT_COMPARED)
    inside = {number for members in stories for number in members}
    stories += [[number] for number in range(len(ranked)) if number not in inside]
    groups = [(members, _reports(members, decided)) for members in sorted(stories)]
    return tell_stories(Decided(ranked, twins, decided, groups))


def _compare_all(ranked: Sequence[Fingerprint]) -> dict[Pair, Verdict]:
    """Return the verdicts on all pairs worth comparing, and on all pairs of articles that these bring together."""
    weights = Weights(ranked)
    comparer = Comparer(ranked, weights)
    decided: dict[Pair, Verdict] = {}

    def judge(one: int, other: int) -> None:
        verdict = decide(ranked[one], ranked[other], comparer.compare(one, other))
        told = verdict.relation is not Relation.UNRELATED
        if told or verdict.report > _NOT_COMPARED or verdict.story > -_SURE_APART:
            decided[one, other] = verdict

    for one, other in find_candidates(ranked, weights):
        judge(one, other)
    for members in components(pair for pair, verdict in decided.items() if verdict.story > 0):
        if len(members) <= _WHOLE:
            for one, other in combinations(members, 2):
                if (one, other) not in decided:
                    judge(one, other)
    return decided


def _reports(members: Sequence[int], decided: dict[Pair, Verdict]) -> list[list[int]]:
    """Return the articles of a story, report by report."""
    logits = {pair: decided[pair].report for pair in combinations(members, 2) if pair in decided}
    reports = cluster(logits, _NOT_COMPARED)
    inside = {number for report in reports for number in report}
    return sorted(reports + [[number] for number in members if number not in inside])
