"""Our own look-alikes (`own/*_quiet.jsonl`): short articles of sport, film, crime, firms and floods, without events."""

from __future__ import annotations

from figures import Figure
from own_articles import own_articles, own_files

from elchi.model import ClaimKind
from elchi.pipeline import read_claims

_ENDING = "_quiet"


def measure_quiet() -> list[Figure]:
    """Return how many events are told in an article of each language's look-alikes."""
    figures = []
    for name in (n for n in own_files() if n.endswith(_ENDING)):
        articles = [article for article, _gold in own_articles(name)]
        told = sum(claim.kind is ClaimKind.EVENT for article in articles for claim in read_claims(article).claims)
        words = f"{told} in {len(articles)} articles"
        figures.append(
            Figure(f"look_alikes_{name.removesuffix(_ENDING)}", "events_per_article", told / len(articles), words)
        )
    return figures
