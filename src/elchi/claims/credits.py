"""Credits: which agencies and outlets a page says it has its report from."""

from __future__ import annotations

from collections.abc import Sequence

from elchi.claims.context import Context
from elchi.model import Basis, Claim, ClaimKind, Entity, EntityKind, Evidence, Participant, Passage, PassageKind, Status
from elchi.script import tokenise
from elchi.sentence import Scan

_SURE = 0.9


def read_credits(passages: Sequence[Passage], context: Context) -> list[Claim]:
    """Return one statement with every agency that the credit lines name, or none."""
    agencies: dict[str, tuple[Entity, tuple[int, int]]] = {}
    spans = []
    for passage in passages:
        if passage.kind not in {PassageKind.CREDIT, PassageKind.FURNITURE} or passage.field != "text":
            continue
        found = _agencies(passage, context)
        if found:
            spans.append(passage)
            for entity, span in found:
                agencies.setdefault(entity.id, (entity, span))
    if not agencies:
        return []
    evidence = tuple(Evidence(p.field, p.start, p.end, context.article.text[p.start : p.end]) for p in spans)
    subject = Participant("subject", context.article.id, str(EntityKind.DOCUMENT), context.article.id, Basis.NAMED)
    people = [
        Participant("object", e.id, str(e.kind), e.label, Basis.NAMED, 1.0, span) for e, span in agencies.values()
    ]
    return [
        context.claim(
            ClaimKind.STATEMENT,
            "credited_to",
            Status.PAST,
            participants=(subject, *people),
            evidence=evidence,
            confidence=_SURE,
        )
    ]


def _agencies(passage: Passage, context: Context) -> list[tuple[Entity, tuple[int, int]]]:
    text = context.article.text
    scan = Scan(tokenise(text, passage.start, passage.end), context.pack)
    out: list[tuple[Entity, tuple[int, int]]] = []
    place = 0
    while place < len(scan):
        name = scan.name(place)
        if name is not None:
            span = (scan.tokens[name.first].start, scan.tokens[name.after - 1].end)
            out.extend((e, span) for e in name.entities if e.kind is EntityKind.AGENCY)
            place = name.after
        else:
            place += 1
    return out
