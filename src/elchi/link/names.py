"""What a name by itself means: candidates by words, by sound and by block; additive evidence; a judgement with reasons.

Weights are log odds set by hand and held by tests; `likeness` is fitted (script/likeness.py). A name that a table has
is taken before one that only sounds alike, and nothing is linked on sound alone unless it sounds very much alike and
nothing else does. Comparison in blocks follows Fellegi and Sunter, A Theory for Record Linkage (JASA 1969).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

import regex

from elchi.link.bearing import MOST_OF_SOUND, bearing, sound_weight
from elchi.model import Entity, EntityKind, Name
from elchi.model.naming import Candidate, Evidence, NameLink, NameQuery
from elchi.packs import Catalogue, SoundIndex, base_forms
from elchi.script import ALIKE, SAME, key_likeness, likeness, words_of

# What it takes to link, and by how much the best candidate must lead the next.
LINKED, LEAD = 0.6, 0.4
# Ways of being written in the catalogue.
_WRITTEN = {"name": 3.5, "short": 2.5, "acronym": 2.5, "demonym": 2.0, "historic": 2.5, "surname": 2.5}
_ENDED, _LEFT_OUT = -0.3, -1.0
# A surname stands in few letters, and many share it: by sound alone it must fit better.
_SHORT_SOUND = -0.6
# A given name, or some words of a person's longer one: less, and never so much that one of several namesakes leads.
_PART, _MOST_OF_PART, _SHARED = -1.2, 1.8, -1.0
# A name by itself means a state before an organisation, and a person last.
_FIRST = {
    EntityKind.STATE: 1.0, EntityKind.ORGANISATION: 0.6, EntityKind.BODY: 0.3, EntityKind.PLACE: 0.3,
    EntityKind.GROUP: 0.2,
}  # fmt: skip
# Names that sound finds, of which so many of an entity, and so many entities, are compared.
_NEAREST, _SPELLINGS, _RIVALS = 300, 4, 30
# Sound keys less alike than this are not compared more closely: keys are cheap, likeness is not.
_NEAR_KEY = 0.6
_SHORTEST = 3  # letters of a name that sound may find
_HOPELESS = 0.1
_BREAKS = regex.compile(r"[\s\-‐‑·]+")


class _Way(NamedTuple):
    """One way in which a name may be that of an entity: which name, and the evidence for it."""

    entity: str
    name: Name | None
    evidence: tuple[Evidence, ...]


class NameLinker:
    """Links names to the catalogue. `sounds` gives the index by sound, made when the first unknown name asks for it."""

    def __init__(self, catalogue: Catalogue, sounds: Callable[[], SoundIndex]) -> None:
        self.catalogue = catalogue
        self._sounds = sounds

    def link(self, asked: NameQuery | str) -> NameLink:
        """Return what a name means, with the evidence for each candidate.

        Nothing is taken where the best fits too little, or the next fits nearly as well.
        """
        query = NameQuery(asked) if isinstance(asked, str) else asked
        ways = [*self._by_id(query), *self._written(query)] or [*self._in_part(query)]
        if not any(way.name is None or way.name.kind != "surname" for way in ways):
            ways += [*self._in_block(query), *self._by_sound(query)]
        candidates = self._weighed(query, ways)
        return NameLink(query, *_judged(candidates))

    def among(self, query: NameQuery, persons: Iterable[Entity]) -> NameLink:
        """Return which of `persons`, a block that something else than sound has made, a name means."""
        ways = [way for person in persons for way in self._like(query, person.id)]
        return NameLink(query, *_judged(self._weighed(query, ways)))

    def _like(self, query: NameQuery, entity: str) -> Iterable[_Way]:
        """Yield the way in which the name sounds most like one of an entity, or a part of one, if it does at all."""
        size = len(words_of(query.name))
        texts = self.catalogue.name_table.texts_of(entity)
        parts = ((part, text) for text in texts for part in _parts(text, size))
        near = (pair for pair in parts if key_likeness(query.name, pair[0]) >= _NEAR_KEY)
        score, part, text = max(((likeness(query.name, p).score, p, t) for p, t in near), default=(0.0, "", ""))
        if score >= ALIKE:
            yield self._heard(entity, score, part, text)

    def _in_block(self, query: NameQuery) -> Iterable[_Way]:
        """Yield the ways for those who have ever held the office of the state."""
        if query.office and query.state:
            for person in {term.person for term in self.catalogue.holders(query.office, query.state)}:
                yield from self._like(query, person)

    def _by_id(self, query: NameQuery) -> Iterable[_Way]:
        for entity in (query.name, query.name.upper()):
            if entity in self.catalogue.entities:
                yield _Way(entity, None, (Evidence("written", "it is its id", _WRITTEN["name"]),))
                return

    def _written(self, query: NameQuery, words: str | None = None, less: tuple[Evidence, ...] = ()) -> list[_Way]:
        """Return the ways in which the catalogue writes these words, or words that they are a form of."""
        text = query.name if words is None else words
        plain = words_of(text)
        for form in base_forms(text, query.language):
            names = self.catalogue.named(" ".join(form))
            ended = () if form == plain else (Evidence("form", f"a form of {' '.join(form)}", _ENDED),)
            if names:
                return [_Way(name.entity, name, (_told(name), *ended, *less)) for name in names]
        return []

    def _in_part(self, query: NameQuery) -> list[_Way]:
        """Return the ways for the longest half or more of the words that the catalogue writes (President Putin)."""
        words = query.name.split()
        for length in range(len(words) - 1, max(0, len(words) // 2 - 1), -1):
            for first in (len(words) - length, *range(len(words) - length)):
                rest = words[:first] + words[first + length :]
                told = (Evidence("form", f"without {' '.join(rest)}", _LEFT_OUT * len(rest)),)
                found = self._written(query, " ".join(words[first : first + length]), told)
                if found:
                    return found
        return []

    def _by_sound(self, query: NameQuery) -> list[_Way]:
        if sum(c.isalpha() for c in query.name) < _SHORTEST:
            return []
        columns = self.catalogue.name_table.columns
        size = len(words_of(query.name))
        best: dict[str, tuple[float, str, str]] = {}
        taken: Counter[str] = Counter()
        for number in self._sounds().near(query.name, _NEAREST):
            entity, text = columns.entities[number], columns.texts[number]
            taken[entity] += 1
            if taken[entity] > _SPELLINGS or (entity not in best and len(best) == _RIVALS):
                continue
            parts = _parts(text, size) if self.catalogue.entities[entity].kind is EntityKind.PERSON else [text]
            heard = max((likeness(query.name, part).score, part, text) for part in parts)
            best[entity] = max(best.get(entity, heard), heard)
        bearers = sum(score >= SAME for score, part, text in best.values() if part != text)
        shared = (Evidence("part", f"{bearers} bear it", _SHARED),) if bearers > 1 else ()
        ways = [(self._heard(entity, *found), found) for entity, found in best.items()]
        return [way._replace(evidence=(*way.evidence, *shared)) if p != t else way for way, (_, p, t) in ways]

    @staticmethod
    def _heard(entity: str, score: float, part: str, text: str) -> _Way:
        weight = sound_weight(score, MOST_OF_SOUND if part == text else _MOST_OF_PART)
        told = [Evidence("sound", f"sounds like {part} ({score:.2f})", weight)]
        if part != text:
            told.append(Evidence("part", f"which is a part of {text}", _PART))
        elif len(words_of(text)) == 1:
            told.append(Evidence("sound", "one word alone", _SHORT_SOUND))
        return _Way(entity, None, tuple(told))

    def _weighed(self, query: NameQuery, ways: Iterable[_Way]) -> list[Candidate]:
        """Return a candidate for each entity, the best of its ways with what else speaks for it, best first."""
        best: dict[str, Candidate] = {}
        for way in ways:
            entity = self.catalogue.entities[way.entity]
            if query.kind and entity.kind != query.kind:
                continue
            found = Candidate(entity, (*way.evidence, *_first(entity), *bearing(query, entity, self.catalogue)))
            if entity.id not in best or best[entity.id].total < found.total:
                best[entity.id] = found
        return sorted(best.values(), key=lambda c: (-c.total, c.entity.id))


def _told(name: Name) -> Evidence:
    return Evidence("written", f"its {name.kind} in {name.language}: {name.text}", _WRITTEN[name.kind])


def _first(entity: Entity) -> tuple[Evidence, ...]:
    weight = _FIRST.get(entity.kind)
    return () if weight is None else (Evidence("kind", f"{entity.kind} rather than another kind", weight),)


def _parts(text: str, size: int) -> list[str]:
    """Return a name, and where it has more words than `size`, every run of so many of its words."""
    words = _BREAKS.split(text)
    return [text, *(" ".join(words[n : n + size]) for n in range(len(words) - size + 1) if 0 < size < len(words))]


def _judged(candidates: list[Candidate]) -> tuple[Entity | None, tuple[Candidate, ...], str]:
    """Return (what is taken, the candidates, why nothing is taken)."""
    candidates = [c for c in candidates if c.score > _HOPELESS]
    if not candidates:
        return None, (), "no name of the catalogue is like it"
    first = candidates[0]
    if first.score < LINKED:
        return None, tuple(candidates), f"{first.entity.label} fits best, but too little"
    if len(candidates) > 1 and first.total - candidates[1].total < LEAD:
        return None, tuple(candidates), f"{first.entity.label} and {candidates[1].entity.label} fit alike"
    return first.entity, tuple(candidates), ""
