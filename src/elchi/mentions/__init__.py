"""Passages → what they mention: parties, dates and amounts, as written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from elchi.mentions.amounts import find_amounts
from elchi.mentions.dates import find_dates
from elchi.mentions.introduced import Introduced, introduced_persons, learn_acronyms, spelt_otherwise
from elchi.mentions.parties import find_parties, places_of_names
from elchi.model import Article, Passage, PassageKind
from elchi.model.mention import Marked, PartyMention
from elchi.packs import LanguagePack
from elchi.script import spell_out, tokenise
from elchi.sentence import Scan

__all__ = ["Scan", "mark_passages", "scan_passages"]

READ = frozenset({PassageKind.HEADLINE, PassageKind.BODY, PassageKind.CAPTION})


def scan_passages(article: Article, passages: Sequence[Passage], pack: LanguagePack) -> list[tuple[Passage, Scan]]:
    """Return the passages that report something, tokenised and scanned."""
    texts = ((p, article.field_text(p.field)) for p in passages if p.kind in READ)
    contractions = pack.order.get("contractions", {})
    return [(p, Scan(spell_out(tokenise(text, p.start, p.end), contractions), pack, text)) for p, text in texts]


def mark_passages(scans: Sequence[Scan], abroad: frozenset[str]) -> list[Marked]:
    """Return what each passage of one article mentions.

    A person introduced in one passage is known by a part of the name in all, an organisation by its acronym. `abroad`
    are the offices of diplomats, who may be posted at a place (ঢাকায় নিযুক্ত ...).
    """
    learn_acronyms(scans)
    first = [find_parties(scan, {}, abroad) for scan in scans]
    certain = {e.id for parties in first for p in parties for e in (*p.names, *p.owner, *p.host)}
    first = [
        find_parties(scan, {}, abroad) if scan.doubtful and scan.restore(certain) else parties
        for scan, parties in zip(scans, first, strict=True)
    ]
    known = introduced_persons(zip(scans, first, strict=True))
    known |= spelt_otherwise(scans, known)
    out = []
    for scan, parties in zip(scans, first, strict=True):
        again = find_parties(scan, known, abroad) if known and _speaks_of(scan, parties, known) else parties
        out.append(Marked(tuple(again), tuple(find_dates(scan)), tuple(find_amounts(scan))))
    return out


def _speaks_of(scan: Scan, parties: Sequence[PartyMention], known: Mapping[str, Introduced]) -> bool:
    """Whether a passage has a part of a known name outside what was found to be somebody or something else."""
    told = places_of_names(scan, known)
    if not told:
        return False
    settled = {place for p in parties if p.names or not p.person for place in range(p.first, p.after)}
    return not settled.issuperset(told)
