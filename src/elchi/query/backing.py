"""What an answer rests on: the sentences of its claims, and the articles and reports that tell them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from elchi.model import Claim
from elchi.record import Saying

SUPPORT_NOTE = "support counts reports: copies and translations of one text count once"
SUPPORT_SAID = {"support_counts": "reports", "support_note": SUPPORT_NOTE}
"""What every answer says once of its counts."""
Said = Claim | Saying


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one claim, and where they stand."""

    claim: str
    document: str
    source: str | None
    published: str | None
    language: str
    field: str
    start: int
    end: int
    text: str
    attribution: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give every field by its name."""
        row = {name: getattr(self, name) for name in self.__slots__}
        return row | {"attribution": list(self.attribution)}


@dataclass(frozen=True, slots=True)
class Backing:
    """What an answer rests on: articles, claims and their sentences.

    Attributes:
        confidence: that of the surest claim; None without claims.
        inferred: whether no claim has a party that its words name, by name or title.
        attribution: to whom the articles ascribe it; empty where one says it in its own voice.
        reports: the articles, those of one report together; empty where nobody has asked for the reports.
        counts: reports and articles of all `claims`, where the sentences, documents and reports are of some of them.
    """

    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    evidence: tuple[Sentence, ...] = ()
    confidence: float | None = None
    inferred: bool = False
    attribution: tuple[str, ...] = ()
    reports: tuple[tuple[str, ...], ...] = ()
    counts: tuple[int, int] | None = None

    @classmethod
    def of(cls, claims: Sequence[Said], report_of: Mapping[str, str] | None = None) -> Backing:
        """Gather the backing of claims, in the order of publication, then of id.

        With `report_of`, the articles are grouped into reports; one that is missing there is a report of its own.
        """
        ordered = list(claims)
        if len(ordered) > 1:
            ordered = sorted({c.claim: c for c in ordered}.values(), key=lambda c: (c.published or "", c.claim))
        ascribed = [ascribed_to(c) for c in ordered]
        sentences = [
            Sentence(c.claim, c.document, c.source, c.published, c.language, e.field, e.start, e.end, e.text, names)
            for c, names in zip(ordered, ascribed, strict=True)
            for e in c.evidence
        ]
        documents = tuple(dict.fromkeys(c.document for c in ordered))
        return cls(
            documents, tuple(sorted(c.claim for c in ordered)), tuple(sentences),
            confidence=max((c.confidence for c in ordered), default=None),
            inferred=bool(ordered) and not any(c.named for c in ordered),
            attribution=tuple(dict.fromkeys(name for names in ascribed for name in names)) if all(ascribed) else (),
            reports=_grouped(documents, report_of) if report_of is not None else (),
        )  # fmt: skip

    def counted(self, report_of: Mapping[str, str]) -> Backing:
        """Return the same with its articles grouped into reports; one that is missing is a report of its own."""
        return replace(self, reports=_grouped(self.documents, report_of))

    def part_of(self, claims: Sequence[str], reports: int, articles: int) -> Backing:
        """Return the same as a part of what says it: all its `claims`, with the numbers of reports and articles.

        Whether all of them ascribe it to somebody is not known then, so it is ascribed to nobody.
        """
        return replace(self, claims=tuple(claims), counts=(reports, articles), attribution=())

    @property
    def support(self) -> int:
        """The number of reports: copies and translations of one text count once."""
        return self.counts[0] if self.counts else len(self.reports or self.documents)

    @property
    def articles(self) -> int:
        """The number of articles."""
        return self.counts[1] if self.counts else len(self.documents)

    @property
    def published(self) -> str:
        """The first day of publication among the sentences; "" where none is known."""
        return min((s.published[:10] for s in self.evidence if s.published), default="")

    @property
    def last_published(self) -> str:
        """The last day of publication among the sentences; "" where none is known."""
        return max((s.published[:10] for s in self.evidence if s.published), default="")

    def to_json(self) -> dict[str, Any]:
        """Give counts, reports, claim ids and sentences."""
        told = self.reports or tuple((document,) for document in self.documents)
        return {
            "support": self.support, "articles": self.articles,
            "reports": [{"documents": list(documents)} for documents in told],
            "confidence": self.confidence, "parties_inferred": self.inferred, "attribution": list(self.attribution),
            "claims": list(self.claims), "evidence": [sentence.to_json() for sentence in self.evidence],
        }  # fmt: skip


def _grouped(documents: Sequence[str], report_of: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    if len(documents) == 1:
        return (tuple(documents),)
    groups: dict[tuple[bool, str], list[str]] = {}
    for document in documents:
        groups.setdefault((document in report_of, report_of.get(document, document)), []).append(document)
    return tuple(tuple(group) for group in groups.values())


def ascribed_to(claim: Said) -> tuple[str, ...]:
    """Return the names of those to whom the article ascribes a claim."""
    if not claim.attribution:
        return ()
    return tuple(str(row["label"]) for row in claim.attribution if row.get("label"))
