"""Passages and their linked mentions → claims: events, statements, quotes, each with evidence and reasons."""

from __future__ import annotations

from collections.abc import Sequence

from elchi.claims.captions import read_caption
from elchi.claims.carried import held_after, held_before
from elchi.claims.context import Context, Resolver, Sentence
from elchi.claims.continued import Occasion
from elchi.claims.credits import read_credits
from elchi.claims.dating import lend_dates
from elchi.claims.decide import THRESHOLD, weights
from elchi.claims.discourse import Discourse
from elchi.claims.events import Candidate, event_candidates
from elchi.claims.memberships import read_memberships
from elchi.claims.offices import read_offices
from elchi.claims.quotations import Quotation, find_quotations
from elchi.claims.quotes import read_quotes
from elchi.claims.select import select_events, select_statements
from elchi.claims.speakers import last_speaker, quotation_speaker
from elchi.claims.statements import View, read_statements
from elchi.claims.when import told_before
from elchi.model import TEXT, Article, Claim, EntityKind, Passage, PassageKind
from elchi.model.link import LinkedArticle
from elchi.model.mention import Marked
from elchi.packs import Catalogue, LanguagePack, Ontology
from elchi.sentence import Scan

__all__ = ["ClaimReader"]

_CAPTION = PassageKind.CAPTION


class ClaimReader:
    """Reads the claims of one article, sentence by sentence, carrying its discourse along."""

    def __init__(
        self, article: Article, pack: LanguagePack, ontology: Ontology, catalogue: Catalogue, linked: LinkedArticle,
        *, method: str, resolve: Resolver,
    ) -> None:  # fmt: skip
        """Take what the earlier stages found, the method's name, and what resolves a date."""
        sides = [s for row in linked.passages for p in row for s in p.sides]
        self.linked = linked
        self.context = Context(
            article, pack.code, pack, ontology, catalogue, linked.reference, Discourse(linked.home, sides),
            find_quotations(article.text), method, resolve, article.sha256,
        )  # fmt: skip

    def sentences(self, scans: Sequence[tuple[Passage, Scan]], marked: Sequence[Marked]) -> list[Sentence]:
        """Return the article's sentences with their clauses."""
        out = []
        for (passage, scan), mentions, linked in zip(scans, marked, self.linked.passages, strict=True):
            quoted = _quoted_tokens(passage, scan, self.context.quotations)
            out.append(Sentence(passage, scan, mentions, linked, quoted))
        return out

    def candidates(
        self, sentences: Sequence[Sentence], least: float = 0.0
    ) -> list[tuple[list[Candidate], list[Claim]]]:
        """Return, for each sentence, its event candidates of `least` confidence and more, and its other claims."""
        out = []
        occasion = Occasion()
        acting = self._may_act()
        if acting:
            self.context.survey(sentences)
        for index, sentence in enumerate(sentences if acting else sentences[: _last_told(sentences)]):
            speaker = quotation_speaker(index, sentences, self.context)
            events: list[Candidate] = []
            if acting:
                self.context.held = held_before(sentence, sentences[index - 1] if index else None, self.context)
                events = occasion.dated(event_candidates(sentence, self.context, speaker, least), sentence)
                occasion = occasion.after(sentence, events, self.context)
            others: list[Claim] = []
            if sentence.scan.places("cue"):
                view = View(sentence, self.context, speaker)
                others = [*read_statements(view), *read_memberships(view)]
            others.extend(read_quotes(index, sentences, self.context, speaker))
            others.extend(read_caption(sentence, self.context))
            # A dateline has no verb.
            self.context.discourse.see(sentence.parties, told=bool(sentence.scan.verbs))
            self.context.discourse.spoke(last_speaker(sentence, self.context))
            if acting:
                self.context.held = held_after(sentence, self.context)
            self.context.told = told_before(len(sentence.scan), sentence, self.context)
            self._remember(events)
            out.append((events, others))
        return [*out, *(([], []) for _ in sentences[len(out) :])]

    def _may_act(self) -> bool:
        """Whether the article can tell an event at all: it speaks of two sides, or of a body that may act alone.

        Whatever the discourse lends a sentence, it has from the article. A third of the news speaks of fewer sides.
        """
        parties = [party for row in self.linked.passages for party in row]
        sides = {side.entity.id: side.entity for party in parties for side in party.sides}
        sides |= {party.country.id: party.country for party in parties if party.country is not None}
        sides |= {entity.id: entity for party in parties for entity in party.mention.host}
        if self.linked.home is not None:
            sides[self.linked.home.entity.id] = self.linked.home.entity
        return len(sides) > 1 or any(entity.kind is EntityKind.ORGANISATION for entity in sides.values())

    def _remember(self, events: Sequence[Candidate]) -> None:
        """Tell the discourse the sides of the sentence's likeliest act, and who did what others may judge."""
        best = max(events, key=lambda c: c.claim.confidence, default=None)
        if best is not None and best.claim.confidence >= weights()[THRESHOLD]:
            together = best.claim.type == "CONSULT" or any(p.role == "party" for p in best.claim.participants)
            self.context.discourse.acted(best.sides, best.doer, together=together)

    def read(self, passages: Sequence[Passage], sentences: Sequence[Sentence]) -> list[Claim]:
        """Return the claims of the article in the order of its text, furniture's credits last."""
        claims: list[Claim] = []
        threshold = weights()[THRESHOLD]
        for events, others in self.candidates(sentences, threshold):
            claims.extend(select_events(events, threshold))
            claims.extend(others)
        statements = select_statements(lend_dates(claims))
        return [*statements, *read_offices(sentences, self.context), *read_credits(passages, self.context)]


def _last_told(sentences: Sequence[Sentence]) -> int:
    """Return the place after the last sentence that may tell something besides events."""
    told = (i for i, s in enumerate(sentences) if s.quoted or s.scan.places("cue") or s.passage.kind is _CAPTION)
    return max(told, default=-1) + 1


def _quoted_tokens(passage: Passage, scan: Scan, quotations: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Return the token ranges inside quotation marks, marks left out."""
    out = []
    for quotation in quotations if passage.field == TEXT else ():
        if quotation.start >= passage.end or quotation.end <= passage.start:
            continue
        inside = [i for i, t in enumerate(scan.tokens) if t.start > quotation.start and t.end < quotation.end]
        if inside:
            out.append((inside[0], inside[-1] + 1))
    return out
