"""Statements: what a sentence says to hold - relations, levels, trade, memberships, chairs, capitals.

Each reader looks for the cues of one property (`statements.tsv` of the pack) beside the parties that it takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elchi.claims.context import Context, Sentence, attribution, participants
from elchi.claims.discourse import Actor
from elchi.claims.when import span_of
from elchi.model import Claim, ClaimKind, DateSpan, EntityKind, Participant, Status
from elchi.model.mention import Amount, DateKind, DateMention, PartyKind
from elchi.packs import Hit

# How sure a statement is that its cues and parties make in one clause.
_SURE, _LIKELY = 0.85, 0.7
# Words between "capital" and the state behind it whose it is.
_OWNER_REACH = 3
# Words between a number of years and the relations that lasted so long.
_YEARS_REACH = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of the sentence: tokens, kind, and its value or ""."""

    first: int
    after: int
    kind: str
    value: str


class View:
    """A sentence as the statement readers ask about it."""

    def __init__(self, sentence: Sentence, context: Context, speaker: tuple[Actor, ...]) -> None:
        self.sentence = sentence
        self.context = context
        self.speaker = speaker
        self.cues = [
            Cue(hit.first, hit.after, *(v if v != "-" else "" for v in hit.entry.value)) for hit in _all_cues(sentence)
        ]
        self._kinds = frozenset([cue.kind for cue in self.cues])

    def cue(self, *kinds: str, first: int = 0, after: int | None = None) -> Cue | None:
        """Return the first cue of one of `kinds` between two tokens."""
        if self._kinds.isdisjoint(kinds):
            return None
        end = len(self.sentence.scan) if after is None else after
        return next((c for c in self.cues if c.kind in kinds and first <= c.first < end), None)

    def actors(self, kind: EntityKind, first: int = 0, after: int | None = None) -> list[tuple[int, Actor]]:
        """Return (token, actor) of the states or organisations between two tokens, in order."""
        end = len(self.sentence.scan) if after is None else after
        return [
            (p.mention.first, actor)
            for p in self.sentence.parties
            if first <= p.mention.first < end
            for actor in self.context.discourse.actors(p, self.speaker)
            if actor.side.entity.kind is kind
        ]

    def pair(self, first: int, after: int) -> list[Actor]:
        """Return the two states that a clause speaks of: named there, else the two of the discourse."""
        named = list({a.id: a for _, a in self.actors(EntityKind.STATE, first, after)}.values())
        if len(named) >= 2:
            return named[:2]
        more, _rule = self.context.discourse.missing({a.id for a in named}, self.speaker, acting=False)
        if not named:
            sides = [Actor(s) for s in self.context.discourse.pair]
            return sides if len(sides) == 2 else []
        return [*named, *more][:2]

    def dates(self, first: int, after: int) -> dict[str, DateSpan]:
        """Return `at`, `from` and `to` of the dates between two tokens; anniversaries are years of origin."""
        out: dict[str, DateSpan] = {}
        for date in self.sentence.marked.dates:
            if first <= date.first < after:
                span = (
                    self._origin(date)
                    if date.kind is DateKind.ANNIVERSARY
                    else span_of(replace(date, bound="", until=None), self.sentence, self.context)
                )
                key = "origin" if date.kind is DateKind.ANNIVERSARY else (date.bound or self._begins(date))
                if span.start is not None and (
                    key not in out or (out[key].precision == "year" and span.precision != "year")
                ):
                    out[key] = span
        return out

    def _begins(self, date: DateMention) -> str:
        """Return `since` for a date with the marker of what it runs from (1952 से, ১৯৭২ সাল থেকে), else `at`."""
        marker = self.sentence.scan.marker(date.after)
        return "since" if marker is not None and marker[1].role == "source" else "at"

    def _origin(self, date: DateMention) -> DateSpan:
        """Return the year that an anniversary counts from: against a year in the sentence, else the article's."""
        text = self.context.article.field_text(self.sentence.passage.field)[date.start : date.end]
        years = [d.year for d in self.sentence.marked.dates if d.year is not None and d.kind is DateKind.CALENDAR]
        return DateSpan.year(years[-1] - date.years, text) if years else span_of(date, self.sentence, self.context)

    def clause(self, first: int, after: int) -> tuple[int, int]:
        """Return the clause of tokens `first` to `after`."""
        return self.sentence.clauses.around(first, after)

    def say(
        self, type_: str, people: Sequence[Participant], bounds: tuple[int, int], *, status: Status = Status.ONGOING,
        confidence: float = _LIKELY, **fields: object,
    ) -> Claim:  # fmt: skip
        """Return the statement with its evidence and attribution."""
        fields.setdefault("attribution", attribution(self.speaker))
        return self.context.claim(
            ClaimKind.STATEMENT, type_, status, participants=tuple(people), confidence=confidence,
            evidence=(self.context.evidence(self.sentence, *bounds),), **fields,
        )  # fmt: skip


def _all_cues(sentence: Sentence) -> Iterator[Hit]:
    """Yield the longest cue of each kind at each token."""
    after: dict[str, int] = {}
    for place in sentence.scan.places("cue"):
        for hit in sentence.scan.of_kind_at(place, "cue"):
            if hit.first >= after.get(hit.entry.value[0], 0):
                after[hit.entry.value[0]] = hit.after
                yield hit


def read_statements(view: View) -> list[Claim]:
    """Return the statements of a sentence."""
    claims: list[Claim] = []
    for reader in (_capital, _relations, _partnership, _trade, _largest_partner, _sister_cities):
        claims.extend(reader(view))
    return claims


def _subject_object(a: Actor, b: Actor) -> list[Participant]:
    return [*participants("subject", [_bare(a)]), *participants("object", [_bare(b)])]


def _bare(actor: Actor) -> Actor:
    """The side without the person who speaks for it."""
    return Actor(actor.side, mention=actor.mention)


def _relations(view: View) -> Iterator[Claim]:
    """Diplomatic relations with the day they were established, or counted from an anniversary."""
    cue = view.cue("relations")
    if cue is None:
        return
    bounds = view.clause(cue.first, cue.after)
    dates = view.dates(*bounds)
    begun = view.cue("established", first=bounds[0], after=bounds[1])
    since = dates.get("origin") or (dates.get("at") if begun else None) or dates.get("since") or dates.get("from")
    lasted = _lasted(view, cue)
    if since is None and not lasted:
        return
    two = view.pair(*bounds)
    group = view.actors(EntityKind.GROUP, *bounds)
    if group and len({a.id for _, a in view.actors(EntityKind.STATE, *bounds)}) == 1:
        two = [two[0], group[0][1]] if two else []
    if len(two) == 2:
        yield view.say("diplomatic_relations", _subject_object(*two), bounds, confidence=_SURE, valid_from=since)


def _lasted(view: View, relations: Cue) -> bool:
    """Whether a number of years stands before the relations (60 years of diplomatic relations): how long they hold."""
    reach = range(max(0, relations.first - _YEARS_REACH), relations.first)
    hits = (hit for place in reach for hit in view.sentence.scan.hits[place])
    years = any(hit.kind == "date_word" and hit.entry.value[0] == "unit_year" for hit in hits)
    return years and any(a.first in reach and not a.currency for a in view.sentence.marked.amounts)


def _partnership(view: View) -> Iterator[Claim]:
    """A level of partnership between two states, or one state named the other's partner."""
    for cue in view.cues:
        if cue.kind not in {"partnership", "partner", "ally"} or cue.value not in view.context.ontology.levels:
            continue
        bounds = view.clause(cue.first, cue.after)
        if view.cue("largest_partner", first=bounds[0], after=bounds[1]) is not None:
            continue
        two = view.pair(*bounds)
        weak = cue.kind != "partnership" and view.context.ontology.ranks[cue.value] < 4
        if len(two) != 2 or weak or (cue.kind == "partnership" and not _told(view, cue, bounds)):
            continue
        dates = view.dates(*bounds)
        value = {"text": view.context.ontology.levels[cue.value]}
        yield view.say(
            "partnership", _subject_object(*two), bounds, value=value, valid_from=dates.get("at") or dates.get("since")
        )
        return


def _told(view: View, cue: Cue, bounds: tuple[int, int]) -> bool:
    """Whether a bare partnership is more than a word in passing: a level, a date, or relations raised to it."""
    levelled = view.context.ontology.ranks[cue.value] >= 2
    return (
        levelled
        or bool(view.dates(*bounds))
        or view.cue("status_word", "established", first=bounds[0], after=bounds[1]) is not None
    )


def _trade(view: View) -> Iterator[Claim]:
    """Trade between two states: its volume, or the target set for it; a sentence may tell both."""
    cue = view.cue("trade")
    if cue is None:
        return
    bounds = view.clause(cue.first, cue.after)
    wide = (bounds[0], len(view.sentence.scan))
    two = view.pair(*bounds)
    if len(two) != 2:
        return
    aimed = view.cue("target", first=bounds[0]) is not None
    volume, goal = _volume_and_goal(view, cue, bounds[0]) if aimed else (_sums(view, bounds[0])[:1], {})
    for amount in volume:
        later = (a.first for a in _sums(view, amount.after))
        at = view.dates(bounds[0], next(later, wide[1])).get("at")
        yield view.say(
            "trade_volume", _subject_object(*two), wide, confidence=_SURE, value=_money(amount),
            record=view.cue("record", first=bounds[0]) is not None, valid_from=at, valid_to=at,
        )  # fmt: skip
    if goal:
        told = view.dates(max(a.first for a in _sums(view, bounds[0])) if volume else wide[0], wide[1])
        by = view.dates(*wide).get("to") or told.get("at")
        yield view.say("trade_target", _subject_object(*two), wide, status=Status.INTENDED, value=goal, valid_to=by)


def _volume_and_goal(view: View, trade: Cue, first: int) -> tuple[list[Amount], dict[str, object]]:
    """Return the sum that trade comes to, and the value of the target set for it; either may be missing.

    Of several sums the greatest is the goal: trade is meant to grow. A single sum told before trade is doubled, or
    before it is named, is what it comes to now.
    """
    sums = _sums(view, first)
    times = next((a for a in view.sentence.marked.amounts if a.kind == "multiple" and a.first >= first), None)
    double = view.cue("double", first=first)
    factor: dict[str, object] = {"factor": _whole(times.value) if times else 2} if times or double else {}
    if len(sums) > 1:
        goal = max(sums, key=lambda a: a.value)
        now = [a for a in sums if a.currency == goal.currency and a.value < goal.value]
        return now[:1], _money(goal)
    grows = min([x.first for x in (times, double, trade) if x is not None]) if factor else 0
    if sums and sums[0].first < grows:
        return sums, factor
    return [], _money(sums[0]) if sums else factor


def _sums(view: View, first: int) -> list[Amount]:
    return [a for a in view.sentence.marked.amounts if a.currency and a.first >= first]


def _money(amount: Amount) -> dict[str, object]:
    return {"amount": _whole(amount.value), "unit": amount.currency}


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _largest_partner(view: View) -> Iterator[Claim]:
    """X's largest trading partner Y: the subject is the partner."""
    cue = view.cue("largest_partner")
    if cue is None or _ranked_lower(view, cue):
        return
    bounds = view.clause(cue.first, cue.after)
    inside = [p for p in view.sentence.parties if bounds[0] <= p.mention.first < bounds[1]]
    if any(s.entity.kind is EntityKind.GROUP for p in inside if p.mention.role == "place" for s in p.sides):
        return  # the largest one in a region
    told = [(p.mention, a) for p in inside for a in view.context.discourse.actors(p, view.speaker)]
    states = [(mention, a) for mention, a in told if a.side.entity.kind is EntityKind.STATE]
    owner = next((a for m, a in states if m.role in {"genitive", "adjective"} and m.first < cue.first), None)
    partner = next((a for m, a in states if owner is not None and a.id != owner.id), None)
    if owner is None and len(states) == 1:
        partner = states[0][1]
        more, _rule = view.context.discourse.missing({partner.id}, view.speaker, acting=False)
        owner = more[0] if more else None
    if owner is not None and partner is not None:
        yield view.say("largest_trading_partner_of", _subject_object(partner, owner), bounds, confidence=_SURE)


def _ranked_lower(view: View, cue: Cue) -> bool:
    """Whether an ordinal stands right before a cue: the second largest is not the largest."""
    scan = view.sentence.scan
    place = cue.first - 1
    while place > 0 and (scan.is_sign(place, "-–‐‑") or scan.has_class(place, "particle")):
        place -= 1
    numbers = (hit.entry.value for hit in scan.hits[place] if hit.kind == "number") if place >= 0 else ()
    return any(kind == "ordinal" and int(value) > 1 for kind, value, *_ in numbers)


def _sister_cities(view: View) -> Iterator[Claim]:
    cue = view.cue("sister_cities")
    if cue is None:
        return
    bounds = view.clause(cue.first, cue.after)
    amount = next(
        (a for a in view.sentence.marked.amounts if bounds[0] <= a.first < bounds[1] and not a.currency), None
    )
    two = view.pair(*bounds)
    if amount is not None and len(two) == 2:
        yield view.say("sister_cities", _subject_object(*two), bounds, value={"amount": _whole(amount.value)})


def _capital(view: View) -> Iterator[Claim]:
    """The capital of X, Y; Y is the capital of X."""
    cue = view.cue("capital")
    if cue is None:
        return
    parties = view.sentence.parties
    place = next(
        (
            p
            for p in parties
            if p.place is not None and p.place.kind is EntityKind.PLACE and abs(p.mention.first - cue.after) <= 2
        ),
        None,
    )
    place = place or next(
        (
            p
            for p in parties
            if p.place is not None and p.place.kind is EntityKind.PLACE and p.mention.first < cue.first
        ),
        None,
    )
    owner = next(
        (
            p
            for p in reversed(parties)
            if p.mention.role in {"genitive", "adjective"} and p.sides and 0 <= cue.first - p.mention.after <= 1
        ),
        None,
    )
    owner = owner or next(  # the capital of X
        (
            p
            for p in parties
            if p.mention.role == "genitive"
            and p.sides
            and 0 < p.mention.first - cue.after <= _OWNER_REACH
            and view.sentence.scan.pack.prepositions
        ),
        None,
    )
    if place is None or owner is None or place.place is None or owner.mention.kind is PartyKind.DESCRIPTION:
        return
    if place.place.state != owner.sides[0].entity.id:
        return
    subject = Participant(
        "subject",
        place.place.id,
        "place",
        place.place.label,
        owner.sides[0].basis,
        1.0,
        (place.mention.start, place.mention.end),
    )
    first = min(owner.mention.first, place.mention.first, cue.first)
    after = max(cue.after, place.mention.after)
    yield view.say(
        "capital_of", [subject, *participants("object", [Actor(owner.sides[0])])], (first, after), confidence=_SURE
    )
