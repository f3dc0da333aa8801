"""Near-copies folded before anything is counted: what fifty outlets print word for word is one text, not fifty signs.

Articles are taken in order of day and words; each joins the first text of which it is a near-copy, or becomes a text of
its own. Only articles that share one of the least hashes of their word runs are compared (min-wise hashing after Broder
1997).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from elchi.stories.fingerprint import Fingerprint

# Least hashes of an article that are looked up, and texts that one hash leads to: the last ones in time.
_LEAST, _MOST_TEXTS = 8, 12
# Share of the word runs of either article that stand in the other.
_NEAR = 0.75
# Fewer word runs are no ground to call two texts copies unless they are the same words.
_SHORTEST = 20
# Days after which the same words may be the background of something new: then the decision of pairs tells.
_DAYS = 1
SAME_WORDS = "the same words"


def fold_copies(ranked: Sequence[Fingerprint]) -> list[list[tuple[Fingerprint, float]]]:
    """Return the texts, in order: each with the articles that carry it and the share of word runs in common.

    Args:
        ranked: articles ordered by day, words and id, so that the result depends on the set alone.
    """
    texts: list[list[tuple[Fingerprint, float]]] = []
    by_digest: dict[str, int] = {}
    by_hash: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for article in ranked:
        same = by_digest.get(article.digest)
        if same is not None:
            texts[same].append((article, 1.0))
            continue
        near = next(_near(article, texts, by_hash), None)
        if near is not None:
            texts[near[0]].append((article, near[1]))
            continue
        by_digest[article.digest] = len(texts)
        if len(article.shingles) >= _SHORTEST:
            for key in article.shingles[:_LEAST]:
                by_hash[article.language, key].append(len(texts))
        texts.append([(article, 1.0)])
    return texts


def _near(
    article: Fingerprint,
    texts: Sequence[Sequence[tuple[Fingerprint, float]]],
    by_hash: dict[tuple[str, int], list[int]],
) -> Iterator[tuple[int, float]]:
    """Yield the texts of which an article is a near-copy, the earliest first, each with the share in common."""
    if len(article.shingles) < _SHORTEST:
        return
    mine = frozenset(article.shingles)
    keys = ((article.language, key) for key in article.shingles[:_LEAST])
    for number in sorted({n for key in keys for n in by_hash.get(key, ())[-_MOST_TEXTS:]}):
        opening = texts[number][0][0]
        if article.day is not None and opening.day is not None and article.day - opening.day > _DAYS:
            continue
        share = len(mine.intersection(opening.shingles)) / max(len(mine), len(opening.shingles))
        if share >= _NEAR:
            yield number, share


def said_of(share: float) -> str:
    """Return in words how much of two texts is the same."""
    return SAME_WORDS if share == 1.0 else f"{share:.0%} of the longer text's word runs stand in the other"
