"""What the readers of events, statements and quotes share: one article on its way from sentence to sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from elchi.claims.clauses import Clauses, SpeechAct, find_clauses, may_speak
from elchi.claims.discourse import Actor, Discourse
from elchi.claims.quotations import Quotation
from elchi.model import Article, Claim, ClaimKind, DateSpan, Evidence, Participant, Passage, Status
from elchi.model.link import LinkedParty, Reference
from elchi.model.mention import DateMention, Marked
from elchi.packs import Catalogue, LanguagePack, Ontology
from elchi.sentence import Scan

# Shorter passages are datelines and the like.
_SHORTEST_TOLD = 5
_BRACKETS = frozenset("()[]")
# Resolves a date expression: its words, what it counts from, the status of the act it dates.
Resolver = Callable[[DateMention, str, Reference, str], DateSpan]


@dataclass(slots=True)
class Sentence:
    """A passage with all that was found in it, and whose words it reports."""

    passage: Passage
    scan: Scan
    marked: Marked
    parties: tuple[LinkedParty, ...]
    quoted: list[tuple[int, int]] = field(default_factory=list)
    _clauses: Clauses | None = None
    _names: frozenset[int] | None = None
    _diplomatic: bool | None = None

    @property
    def clauses(self) -> Clauses:
        """The clauses of the sentence, found when they are first asked for: most sentences tell no act."""
        if self._clauses is None:
            self._clauses = find_clauses(self.scan, self.quoted, self.names)
        return self._clauses

    @property
    def speech(self) -> tuple[SpeechAct, ...]:
        """What the sentence tells that somebody says; most sentences have no word for it, and are not cut for it."""
        return self.clauses.speech if self._clauses is not None or may_speak(self.scan) else ()

    @property
    def names(self) -> frozenset[int]:
        """The tokens that are part of a person's name, title included; the marker after it is not."""
        if self._names is None:
            persons = [p.mention for p in self.parties if p.mention.person]
            ends = [(place, m.end) for m in persons for place in range(m.first, m.after)]
            self._names = frozenset([place for place, end in ends if self.scan.tokens[place].start < end])
        return self._names

    def chars(self, first: int, after: int) -> tuple[int, int]:
        """Return the characters of tokens `first` to `after`."""
        return self.scan.tokens[first].start, self.scan.tokens[max(first, after - 1)].end

    def words(self, first: int, after: int) -> str:
        """Return the look-up keys of tokens `first` to `after`, for a reason."""
        return " ".join(t.key for t in self.scan.tokens[first:after])

    def is_elsewhere(self, first: int, after: int) -> bool:
        """Whether tokens `first` to `after` have a word of sport, crime, film or home affairs."""
        topics = self.scan.places("topic")
        return bool(topics) and any(
            first <= place < after and any(h.entry.value != "apart" for h in self.scan.of_kind_at(place, "topic"))
            for place in topics
        )

    def is_diplomatic(self) -> bool:
        """Whether two states are named, or somebody with an office of a state."""
        if self._diplomatic is None:
            sides = {side.entity.id for party in self.parties for side in party.sides}
            self._diplomatic = len(sides) > 1 or any(party.office and party.sides for party in self.parties)
        return self._diplomatic

    def asks(self) -> bool:
        """Whether the sentence is a question."""
        return any(self.scan.is_sign(place, "?？") for place in range(max(0, len(self.scan) - 3), len(self.scan)))

    def in_brackets(self, place: int) -> bool:
        """Whether token `place` stands between brackets."""
        scan = self.scan
        opened = next((p for p in range(place - 1, -1, -1) if scan.signs[p] in _BRACKETS), None)
        return opened is not None and scan.is_sign(opened, "([")

    def is_quoted(self, place: int) -> bool:
        """Whether token `place` stands inside quotation marks."""
        return bool(self.quoted) and any(first <= place < after for first, after in self.quoted)


@dataclass(slots=True)
class Context:
    """One article being read."""

    article: Article
    language: str
    pack: LanguagePack
    ontology: Ontology
    catalogue: Catalogue
    reference: Reference
    discourse: Discourse
    quotations: list[Quotation]
    method: str
    resolve: Resolver
    sha256: str
    told: DateSpan | None = None  # the date told last, in the sentences before
    held: tuple[Actor, ...] = ()  # whose reported words may go on in the sentence being read
    elsewhere: float = 0.0
    diplomacy: float = 0.0

    def survey(self, sentences: Sequence[Sentence]) -> None:
        """Measure what the article is about.

        `elsewhere` is the share of sentences that speak of sport, crime, film or home affairs, `diplomacy` of those
        that name two states or an official of one.
        """
        told = [s for s in sentences if len(s.scan) >= _SHORTEST_TOLD]
        self.elsewhere = sum(s.is_elsewhere(0, len(s.scan)) for s in told) / max(1, len(told))
        self.diplomacy = sum(s.is_diplomatic() for s in told) / max(1, len(told))

    def evidence(self, sentence: Sentence, first: int, after: int) -> Evidence:
        """Return the evidence of tokens `first` to `after`, signs at both ends left out."""
        while first < after - 1 and sentence.scan.is_sign(first) and sentence.scan.tokens[first].key not in "\"“‘'([":
            first += 1
        start, end = sentence.chars(first, after)
        name = sentence.passage.field
        return Evidence(name, start, end, self.article.field_text(name)[start:end])

    def claim(self, kind: ClaimKind, type_: str, status: Status, **fields: object) -> Claim:
        """Return a claim of this article with its id."""
        claim = Claim(
            document=self.article.id, kind=kind, type=type_, status=status, method=self.method,
            published=self.article.published, source=self.article.source, text_sha256=self.sha256,
            language=self.language, **fields,  # type: ignore[arg-type]
        )  # fmt: skip
        return claim.identified()


def participants(role: str, actors: list[Actor]) -> list[Participant]:
    """Return the participants that actors make in one role: each side once, each person once."""
    out: dict[str, Participant] = {}
    for actor in actors:
        entity, side = actor.side.entity, actor.side
        mention = actor.mention
        if entity.id not in out:
            sector = actor.sector or entity.sector
            out[entity.id] = Participant(
                role, entity.id, str(entity.kind), entity.label, side.basis, side.score, mention, sector
            )
        if actor.person is not None and actor.person.id not in out:
            person = actor.person
            out[person.id] = Participant(
                role,
                person.id,
                str(person.kind),
                person.label,
                side.basis,
                side.score,
                mention,
                actor.sector,
                actor.office,
            )
    return list(out.values())


def attribution(actors: tuple[Actor, ...]) -> tuple[dict[str, object], ...]:
    """Return the attribution entries of those who say so."""
    out = []
    for actor in actors:
        entity = actor.person or actor.side.entity
        row: dict[str, object] = {"entity": entity.id, "label": entity.label, "kind": str(entity.kind)}
        if actor.mention is not None:
            row["mention"] = {"start": actor.mention[0], "end": actor.mention[1]}
        out.append(row)
    return tuple(out)


def span_from(date: DateSpan | None) -> DateSpan | None:
    """Return a date that resolves to something, or None."""
    return date if date is not None and date.start is not None else None
