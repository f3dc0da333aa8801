"""Articles become stories: copies folded, candidates compared, pairs decided, groups made.

Everything is worked out from the set of fingerprints: which article came first to elchi never matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from elchi.model.story import Relation, Story
from elchi.stories.candidates import find_candidates
from elchi.stories.clusters import Pair, cluster, components
from elchi.stories.copies import fold_copies
from elchi.stories.decide import Verdict, decide
from elchi.stories.embed import SecondLook
from elchi.stories.fingerprint import Fingerprint
from elchi.stories.first import order_of
from elchi.stories.likeness import Comparer
from elchi.stories.telling import Decided, tell_stories
from elchi.stories.weights import Weights

# Articles that doubtful pairs connect of which every pair is compared; of more, those that share rare anchors.
_WHOLE = 48
# Logit of two articles that were never compared, for they share nothing rare.
_NOT_COMPARED = -2.0
# The same where so many articles hang together that not all were compared: little speaks against those that were not.
_TOO_MANY = -0.25
# A verdict surer than this that two articles are two stories need not be kept.
_SURE_APART = 4.9


def find_stories(fingerprints: Iterable[Fingerprint], look: SecondLook | None = None) -> list[Story]:
    """Return the stories of a set of articles, the earliest first; every article stands in exactly one.

    Args:
        fingerprints: in any order; of two with one id the later one counts.
        look: looks again at pairs that fingerprints leave in doubt, where the extra `embed` is used.
    """
    by_id = {article.id: article for article in fingerprints}
    texts = fold_copies(sorted(by_id.values(), key=order_of))
    ranked = [text[0][0] for text in texts]
    decided = _compare_all(ranked)
    if look is not None:
        pairs = sorted(decided)
        again = look.again((ranked[a], ranked[b], decided[a, b]) for a, b in pairs)
        decided |= {pair: verdict for pair, verdict in zip(pairs, again, strict=True) if verdict is not None}
    stories = _cluster({pair: v.story for pair, v in decided.items()})
    inside = {number for members in stories for number in members}
    stories += [[number] for number in range(len(ranked)) if number not in inside]
    groups = [(members, _reports(members, decided)) for members in sorted(stories)]
    return tell_stories(Decided(ranked, texts, decided, groups))


def _cluster(logits: Mapping[Pair, float]) -> list[list[int]]:
    """Return groups of articles; where too many hang together to compare all, what was not compared counts little."""
    connected = components(pair for pair, logit in logits.items() if logit > 0)
    part_of = {number: part for part, members in enumerate(connected) for number in members}
    parts: list[dict[Pair, float]] = [{} for _ in connected]
    for (one, other), logit in logits.items():
        if one in part_of and part_of[one] == part_of.get(other):
            parts[part_of[one]][one, other] = logit
    return sorted(
        group
        for members, part in zip(connected, parts, strict=True)
        for group in cluster(part, _NOT_COMPARED if len(members) <= _WHOLE else _TOO_MANY)
    )


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
    reports = _cluster(logits)
    inside = {number for report in reports for number in report}
    return sorted(reports + [[number] for number in members if number not in inside])
