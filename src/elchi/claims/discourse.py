"""The discourse: what earlier sentences leave for later ones to mean - he, both countries, the minister, we."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from elchi.model import Basis, Entity, EntityKind
from elchi.model.link import HomeState, LinkedParty, Side
from elchi.model.mention import PartyKind

_PAIR = frozenset(["both_states", "both_leaders", "both_ministers", "each_other", "all_leaders"])
_LEADERS = frozenset(["both_leaders", "all_leaders"])
_SELF = frozenset(["i", "we", "own_state"])
_HOME = frozenset(["government", "this_country", "army"])
# How sure a party is that only the discourse gives.
_BOTH, _PRONOUN, _SPEAKER, _RECENT = 0.8, 0.7, 0.75, 0.5
_PAIRED = 2
# Sentences after which a person who is not named again is no longer `he`.
_LASTS = 8
# A side named this often is what the article is about.
_TOPIC = 2
# Roles of those through whom others deal with each other.
_ASIDE = frozenset({"via"})
_ACTORS = frozenset({EntityKind.STATE, EntityKind.ORGANISATION, EntityKind.GROUP})


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen, it takes far longer to make
class Actor:
    """A side with the person who acts for it, and where the text mentions them."""

    side: Side
    person: Entity | None = None
    office: str = ""
    sector: str = ""
    mention: tuple[int, int] | None = None

    @property
    def id(self) -> str:
        """The entity id of the side."""
        return self.side.entity.id


class Discourse:
    """What is known at a point of the article; `see` moves it past a sentence."""

    def __init__(self, home: HomeState | None, article_sides: Sequence[Side]) -> None:
        self.home = home
        self.article = list({s.entity.id: s for s in article_sides}.values())
        self.subject: tuple[Actor, ...] = ()
        self.person: tuple[Actor, ...] = ()
        self._unnamed = 0
        self.pair: tuple[Side, ...] = ()
        self.joint: tuple[Side, ...] = ()  # the sides of the sentence's act
        self.together: tuple[Side, ...] = ()  # more than two who did something together, until two others are named
        self.recent: list[Side] = []
        self.organisation: Side | None = None
        self.officials: dict[str, Actor] = {}
        self.partners: dict[str, Side] = {}
        self.doer: Side | None = None
        self.shared: tuple[Side, ...] = ()  # the sides of the last act that they did together
        self.crowded = False
        # By the party's identity, which lasts because the party is kept, too: to hash one takes longer than to read it.
        self._kept: dict[int, tuple[LinkedParty, tuple[Actor, ...]]] = {}
        self._named = Counter(s.entity.id for s in article_sides if s.entity.kind in _ACTORS)
        self.topics = [i for i, number in self._named.most_common() if number >= _TOPIC]

    def actors(
        self, party: LinkedParty, speaker: tuple[Actor, ...] = (), *, reported: bool = False
    ) -> tuple[Actor, ...]:
        """Return whom a party means here; empty where even the discourse can't tell.

        Args:
            party: the linked party.
            speaker: whose words these are, inside quoted or reported speech.
            reported: whether the speech is reported, so that `he` who acts in it is the speaker.
        """
        if party.sides:
            return self._of_sides(party)
        if party.mention.kind is not PartyKind.DESCRIPTION:
            return ()
        mention = (party.mention.start, party.mention.end)
        described = self._described(party, speaker, reported=reported)
        return tuple([Actor(a.side, a.person, a.office, a.sector, mention) for a in described])

    def _of_sides(self, party: LinkedParty) -> tuple[Actor, ...]:
        """Return the actors of a party that says whom it means: the same wherever they are asked for."""
        kept = self._kept.get(id(party))
        if kept is None:
            mention = (party.mention.start, party.mention.end)
            actors = tuple([Actor(s, party.person, party.office, party.sector, mention) for s in party.sides])
            kept = self._kept[id(party)] = party, actors
        return kept[1]

    def _described(self, party: LinkedParty, speaker: tuple[Actor, ...], *, reported: bool) -> tuple[Actor, ...]:
        kind = party.mention.description
        if reported and speaker and kind in {"he", "they"} and party.mention.role in {"agent", "subject", ""}:
            return tuple(_as(a, Basis.PRONOUN, _PRONOUN, "the one who says so") for a in speaker)
        if kind in _PAIR:
            return self._both(kind)
        if kind in _SELF and speaker:
            return tuple(_as(a, Basis.SPEAKER, _SPEAKER, "the speaker's side") for a in speaker)
        if kind in _HOME or (kind in _SELF and kind != "i"):
            return self._home()
        return self._anaphor(kind)

    def _both(self, kind: str) -> tuple[Actor, ...]:
        """Both countries, both leaders: the last two sides named together, leaders with the persons who act."""
        sides = (self.together or self.pair) if kind == "all_leaders" else self._two()
        both = self._plain(sides, Basis.BOTH_SIDES, _BOTH, "the last two sides that were named together")
        return tuple(self._with_official(actor) for actor in both) if kind in _LEADERS else both

    def _two(self) -> Sequence[Side]:
        """The two sides that are meant: the last two; where more have acted since, two of these, else the topics.

        Of two topics of which one acted with others, the other faces them all (India and the five of a dialogue).
        """
        if len(self.together) <= _PAIRED:
            return self.together or self.pair
        acted = {s.entity.id for s in self.together}
        if len(self.pair) == _PAIRED and acted.issuperset(s.entity.id for s in self.pair):
            return self.pair
        topics = self.main_states()
        others = [s for s in topics if s.entity.id not in acted]
        return topics if len(topics) == _PAIRED and len(others) != 1 else (*others, *self.together)

    def main_states(self) -> Sequence[Side]:
        """Return the two states that the article names most often; fewer where it names fewer of them twice.

        Of several that are named equally often none is one of the two.
        """
        states = {s.entity.id: s for s in self.article if _is_state(s)}
        main = [i for i in self.topics if i in states]
        if len(main) > _PAIRED:
            next_one = self._named[main[_PAIRED]]
            main = [i for i in main[:_PAIRED] if self._named[i] > next_one]
        return [states[i] for i in main]

    def both_as_told_by(self, others: set[str]) -> tuple[Actor, ...]:
        """Return whom `both sides` means to others than these: the two that the article is about, else nobody."""
        main = self.main_states()
        if len(main) < _PAIRED or not others.isdisjoint(s.entity.id for s in main):
            return ()
        return self._plain(main, Basis.BOTH_SIDES, _BOTH, "the two states that the article names most often")

    def _anaphor(self, kind: str) -> tuple[Actor, ...]:
        """He, they, that country, that organisation, the counterpart."""
        match kind:
            case "he":
                return tuple(_as(a, Basis.PRONOUN, _PRONOUN, "the last person that acted") for a in self.person)
            case "they":
                acted = tuple(_as(a, Basis.PRONOUN, _RECENT, "the last side that acted") for a in self.subject)
                return acted or self._plain(self.joint, Basis.BOTH_SIDES, _RECENT, "those who acted together")
            case "that_state" | "several_states":
                return self._that_state() if kind == "that_state" else self._several()
            case "that_org":
                last = (self.organisation,) if self.organisation else ()
                return self._plain(last, Basis.DISCOURSE, _PRONOUN, "the last organisation")
            case "counterpart" | "neighbour":
                return self._neighbour() if kind == "neighbour" else self._other()
        return ()

    def _several(self) -> tuple[Actor, ...]:
        """All states, the member states, the three: more than two who acted together, else nobody."""
        known = self.together or self.joint or tuple(a.side for a in self.subject)
        several = {s.entity.id: s for s in known}.values() if len({s.entity.id for s in known}) > _PAIRED else ()
        return self._plain(several, Basis.BOTH_SIDES, _RECENT, "those who acted together")

    def _with_official(self, actor: Actor) -> Actor:
        """Return the side with the person who acted for it last."""
        known = self.officials.get(actor.id)
        return actor if known is None else replace(actor, person=known.person, office=known.office, sector=known.sector)

    def _plain(self, sides: Iterable[Side], basis: Basis, score: float, reason: str) -> tuple[Actor, ...]:
        return tuple([Actor(Side(s.entity, basis, score, reason)) for s in sides])

    def _home(self) -> tuple[Actor, ...]:
        if self.home is None:
            return ()
        return (Actor(Side(self.home.entity, Basis.HOME_STATE, _RECENT, f"home state: {self.home.reason}")),)

    def body(self) -> tuple[Actor, ...]:
        """Return the organisation whose document is quoted: the last one, where the article is about it."""
        body = self.organisation
        if body is None or body.entity.id not in self.topics or body.entity.subkind in {"treaty", "initiative"}:
            return ()
        return self._plain([body], Basis.DISCOURSE, _PRONOUN, "the body whose document it is")

    def _that_state(self) -> tuple[Actor, ...]:
        states = [s for s in reversed(self.recent) if s.entity.kind is EntityKind.STATE]
        return self._plain(states[:1], Basis.DISCOURSE, _PRONOUN, "the last state named")

    def _neighbour(self) -> tuple[Actor, ...]:
        """The neighbouring country: whom the home state had to do with last, else the other side."""
        partner = self.partners.get(self.home.entity.id) if self.home is not None else None
        if partner is None:
            return self._other()
        return self._plain([partner], Basis.DISCOURSE, _RECENT, "the other side of its last act")

    def _other(self) -> tuple[Actor, ...]:
        subject = {a.id for a in self.subject}
        return self._plain(
            (s for s in self.pair if s.entity.id not in subject), Basis.DISCOURSE, _RECENT, "the other side"
        )

    def missing(
        self,
        known: set[str],
        speaker: tuple[Actor, ...],
        *,
        acting: bool,
        judging: bool = False,
        states: bool = False,
    ) -> tuple[tuple[Actor, ...], str]:
        """Return whom an unsaid party most likely means, and which rule says so.

        Args:
            known: ids of the sides that the act has already.
            speaker: whose words these are, or nobody.
            acting: whether the unsaid party acts (else it is acted upon).
            judging: whether the act judges what somebody did (welcomes, condemns), so that the last doer is meant.
            states: whether only a state may be meant.
        """
        for rule, found in self._defaults(known, speaker, acting=acting, judging=judging):
            fitting = tuple(a for a in found if a.id not in known and (not states or _is_state(a.side)))
            if fitting:
                return fitting[:1], rule
        return (), ""

    def _defaults(
        self, known: set[str], speaker: tuple[Actor, ...], *, acting: bool, judging: bool
    ) -> Iterable[tuple[str, tuple[Actor, ...]]]:
        if acting and speaker:
            yield "speaker", tuple(_as(a, Basis.SPEAKER, _SPEAKER, "the speaker's side acts") for a in speaker)
        if acting:
            yield "subject", tuple(_as(a, Basis.DISCOURSE, _PRONOUN, "the side that acted last") for a in self.subject)
        if judging and self.doer is not None:
            yield "doer", self._plain([self.doer], Basis.DISCOURSE, _PRONOUN, "the side that did what is judged")
        partners = [self.partners[i] for i in known if i in self.partners]
        yield "partner", self._plain(partners, Basis.DISCOURSE, _PRONOUN, "the other side of its last act")
        if known & {s.entity.id for s in self.pair}:
            yield "pair", self._plain(self.pair, Basis.DISCOURSE, _RECENT, "the side named together with it")
        topics = [s for i in self.topics for s in self.article if s.entity.id == i]
        if not acting:
            yield "topic", self._plain(topics, Basis.DISCOURSE, _RECENT, "the side that the article names most often")
        yield "third", self._plain(self.pair, Basis.DISCOURSE, _RECENT, "one of the last two sides named together")
        if speaker and not acting:
            yield "speaker", tuple(_as(a, Basis.SPEAKER, _RECENT, "the speaker's side") for a in speaker)
        yield "home", self._home()
        states = [s for s in self.article if s.entity.kind is EntityKind.STATE]
        if len(states) == 2:
            yield "article", self._plain(states, Basis.DISCOURSE, _RECENT, "the article's other state")
        yield "topic", self._plain(topics, Basis.DISCOURSE, _RECENT, "the side that the article names most often")

    def see(self, parties: Sequence[LinkedParty], *, told: bool = False) -> None:
        """Move past a sentence: remember who was named, who acted, and which two sides were named together.

        Args:
            parties: those of the sentence, in order.
            told: whether the sentence tells something, so that a person who stands unmarked in it is its subject.
        """
        sides: dict[str, Side] = {}
        aside: set[str] = set()
        joined, self.joint = 0, ()
        self._forget(parties)
        for party in parties:
            actors = self.actors(party)
            for actor in actors:
                sides[actor.id] = actor.side
                if party.mention.role in _ASIDE:
                    aside.add(actor.id)
                if actor.person is not None and actor.office:
                    self.officials[actor.id] = actor
            if not actors:
                continue
            if party.mention.role in {"agent", "subject"} and party.mention.kind is not PartyKind.ADJECTIVE:
                self.subject = (
                    (*self.subject, *actors) if party.mention.link and party.mention.link == joined else actors
                )
                joined = party.mention.link
                if party.person is not None or party.office:
                    self.person = actors
            elif (party.person is not None or party.office) and not self.person:
                self.person = actors
        if told and not any(p.mention.role in {"agent", "subject"} for p in parties):
            self._unmarked(parties)
        self._remember(sides, aside)

    def _forget(self, parties: Sequence[LinkedParty]) -> None:
        """Let a person go who has not been named for long: others are spoken of whom no table knows."""
        known = {a.person.id for a in (*self.person, *self.subject) if a.person is not None}
        named = any(p.person is not None and p.person.id in known for p in parties)
        self._unnamed = 0 if named or not known else self._unnamed + 1
        if self._unnamed > _LASTS:
            self.person, self._unnamed = (), 0
            self.subject = tuple(a for a in self.subject if a.person is None)

    def spoke(self, speaker: Sequence[Actor]) -> None:
        """Remember the person whose words a sentence tells: `he` of the next one."""
        if any(actor.person is not None for actor in speaker):
            self.person = tuple(speaker)

    def _unmarked(self, parties: Sequence[LinkedParty]) -> None:
        """Take the official who stands unmarked, where nobody is marked as acting, for `he` of the next sentence."""
        for party in parties:
            if (party.person is not None or party.office) and party.mention.role == "" and party.sides:
                self.person = self.actors(party)
                return

    def both_judged(self, known: set[str]) -> tuple[Actor, ...]:
        """Return whom others mean who judge a pact or a visit: both its sides."""
        if not known.isdisjoint(s.entity.id for s in self.shared):
            return ()
        return self._plain(self.shared, Basis.DISCOURSE, _PRONOUN, "the sides of what is judged")

    def acted(self, sides: Sequence[Side], doer: Side | None = None, *, together: bool = False) -> None:
        """Remember the two sides of an act, for what one does next, it most likely does to the other; and its doer."""
        self.doer = doer or self.doer
        if together and len({s.entity.id for s in sides}) > 1:
            self.shared = tuple(s for s in sides if s.entity.kind in _ACTORS)
        states = [s for s in sides if s.entity.kind in _ACTORS]
        self.joint = tuple(states)
        if len({s.entity.id for s in states if s.entity.kind is EntityKind.STATE}) > _PAIRED:
            self.together = tuple(states)
        if len({s.entity.id for s in states}) == _PAIRED:
            first, second = states[0], states[-1]
            if self.crowded and {first.entity.kind, second.entity.kind} == {EntityKind.STATE}:
                self.pair = (first, second)
            self.partners[first.entity.id], self.partners[second.entity.id] = second, first

    def _remember(self, sides: dict[str, Side], aside: set[str]) -> None:
        named = [s for s in sides.values() if s.entity.kind in _ACTORS]
        self.recent = [s for s in self.recent if s.entity.id not in sides] + named
        states = [s for s in named if s.entity.kind is EntityKind.STATE and s.entity.id not in aside]
        self.crowded = len(states) > 2
        if len(states) == _PAIRED:
            self.pair, self.together = tuple(states), ()
        elif (
            len(states) == 1 and not self.pair and self.home is not None and self.home.entity.id != states[0].entity.id
        ):
            self.pair = (Side(self.home.entity, Basis.HOME_STATE, _RECENT, "home state"), states[0])
        organisations = [s for s in named if s.entity.kind is EntityKind.ORGANISATION]
        if organisations:
            self.organisation = organisations[-1]


def _is_state(side: Side) -> bool:
    return side.entity.kind is EntityKind.STATE


def _as(actor: Actor, basis: Basis, score: float, reason: str) -> Actor:
    return Actor(Side(actor.side.entity, basis, score, reason), actor.person, actor.office, actor.sector)
