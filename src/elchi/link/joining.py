"""Which persons of several articles are one, across spellings and scripts; sound alone never joins two.

Persons are compared inside a block: a state that both act for, or an office that both hold. What people have judged
goes before what is found here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from elchi.link.bearing import sound_weight
from elchi.model.naming import Evidence, score_of
from elchi.model.persons import Joined, Meaning, NameJudgements, Observed, PersonJoin
from elchi.script import ALIKE, key_likeness, likeness, romanise, sound_key, words_of

# Scores from which two are one, and from which they are shown to people.
JOINED, DOUBTFUL = 0.9, 0.5
_SAME_STATE, _OTHER_STATE = 1.5, -3.0
_SAME_OFFICE, _OTHER_OFFICE = 1.5, -0.5
_ONE_WORD, _UNLIKE = -0.8, -6.0
# Sound that joins two of whom only a state or an office is known to agree: a whole name, and hardly a letter off.
_VERY_ALIKE = 2.3
# Keys less alike are not compared more closely; of a person's spellings, so many are.
_NEAR_KEY, _SPELLINGS = 0.75, 4
# A block of more is cut by the first letters of the sound.
_HEAD = 2


def join_persons(observed: Sequence[Observed], judged: NameJudgements, known: Mapping[str, str]) -> Joined:
    """Return whom each observed person means, and every pair that was found alike.

    Args:
        observed: the persons of a record that no catalogue knows.
        judged: what people have decided; it goes before everything else.
        known: labels of catalogue entities, whose ids stand for themselves.
    """
    by_id = {person.entity: person for person in observed}
    found = sorted(_pairs(observed), key=lambda join: (-join.score, join.first, join.second))
    groups = _Groups(judged.different)
    for one, other in sorted(judged.same):
        groups.unite(one, other)
    for join in found:
        if join.joined:
            groups.unite(join.first, join.second)
    return Joined((*_refusals(judged), *_meanings(groups, by_id, known)), tuple(found))


def _pairs(observed: Sequence[Observed]) -> Iterator[PersonJoin]:
    blocks: dict[tuple[str, str], list[Observed]] = {}
    for person in observed:
        for shared in (*person.states, *person.offices):
            for head in {key[:_HEAD] for text, _ in person.spellings for key in sound_key(text).split()}:
                blocks.setdefault((shared, head), []).append(person)
    done: set[tuple[str, str]] = set()
    for block in blocks.values():
        for one, other in combinations(sorted(block, key=lambda p: p.entity), 2):
            if (one.entity, other.entity) not in done:
                done.add((one.entity, other.entity))
                join = compare(one, other)
                if join.score >= DOUBTFUL:
                    yield join


def compare(one: Observed, other: Observed) -> PersonJoin:
    """Return the evidence that two observed persons are one."""
    evidence = [*_sound(one, other), *_shared("state", one.states, other.states, _SAME_STATE, _OTHER_STATE)]
    evidence += _shared("office", one.offices, other.offices, _SAME_OFFICE, _OTHER_OFFICE)
    score = score_of(evidence)
    return PersonJoin(one.entity, other.entity, score, score >= JOINED and _more_than_sound(evidence), tuple(evidence))


def _sound(one: Observed, other: Observed) -> Iterator[Evidence]:
    """Yield how alike the names sound; names of different length are compared by the words that both can have."""
    best = (-1.0, "", "")
    for a, _ in one.spellings[:_SPELLINGS]:
        for b, _ in other.spellings[:_SPELLINGS]:
            if key_likeness(a, b) >= _NEAR_KEY:
                best = max(best, (likeness(*sorted((a, b))).score, a, b))
    score, a, b = best
    yield Evidence("sound", f"{a} sounds like {b} ({score:.2f})" if a else "the names sound unlike", _weight(score))
    if a and min(len(words_of(a)), len(words_of(b))) == 1:
        yield Evidence("sound", "one word alone", _ONE_WORD)


def _weight(score: float) -> float:
    return sound_weight(score) if score >= ALIKE else _UNLIKE


def _shared(kind: str, one: frozenset[str], other: frozenset[str], same: float, differs: float) -> Iterator[Evidence]:
    both = one & other
    if both:
        yield Evidence(kind, f"both of {', '.join(sorted(both))}", same)
    elif one and other:
        yield Evidence(kind, f"{', '.join(sorted(one))} against {', '.join(sorted(other))}", differs)


def _more_than_sound(evidence: Iterable[Evidence]) -> bool:
    """Whether state and office agree, or one of them and a sound that is the same rather than alike."""
    agree = {e.kind for e in evidence if e.kind != "sound" and e.weight > 0}
    alike = sum(e.weight for e in evidence if e.kind == "sound")
    return len(agree) == 2 or (bool(agree) and alike >= _VERY_ALIKE)


class _Groups:
    """Persons taken for one, where no pair that people keep apart may come together."""

    def __init__(self, apart: Iterable[tuple[str, str]]) -> None:
        self._apart = list(apart)
        self._group: dict[str, frozenset[str]] = {}

    def unite(self, one: str, other: str) -> None:
        whole = self._of(one) | self._of(other)
        if not any(a in whole and b in whole for a, b in self._apart):
            self._group |= dict.fromkeys(whole, whole)

    def _of(self, one: str) -> frozenset[str]:
        return self._group.get(one, frozenset({one}))

    def all(self) -> list[frozenset[str]]:
        return sorted(set(self._group.values()), key=sorted)


def _meanings(groups: _Groups, by_id: Mapping[str, Observed], known: Mapping[str, str]) -> Iterator[Meaning]:
    """Yield whom the others of each group mean: the catalogue's entity, else the one with most claims."""
    for group in groups.all():
        chief = min(group, key=lambda e: (e not in known, -by_id[e].claims if e in by_id else 0, e))
        label = known.get(chief) or (by_id[chief].label if chief in by_id else chief)
        for entity in sorted(group - {chief}):
            yield Meaning(entity, chief, label)


def _refusals(judged: NameJudgements) -> Iterator[Meaning]:
    for spelling, entity in sorted(judged.refused):
        label = romanise(spelling)
        slug = "-".join(label.lower().split()) or "unnamed"
        yield Meaning(entity, f"{slug}-2" if slug == entity else slug, label, spelling)
