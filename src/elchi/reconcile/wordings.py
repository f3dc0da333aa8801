"""A level told in fewer words: who says no more than "strategic partner" does not deny that the level is higher."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from elchi.packs import Ontology
from elchi.reconcile.days import Days, meet
from elchi.reconcile.judging import Verdicts
from elchi.reconcile.statements import HOLDING, Held, Time

EARLIER = 366
"""Days before a level without a beginning is first told in which a shorter wording may mean it; else an earlier one."""


def text_of(value: Any) -> str:  # noqa: ANN401 - a value is any JSON value
    """Return the words of a value; "" where it has none."""
    return str(value.get("text") or "") if isinstance(value, dict) else ""


def family_of(value: Any, ontology: Ontology) -> str:  # noqa: ANN401 - a value is any JSON value
    """Return the family of a level: levels of two families hold side by side."""
    return ontology.families.get(text_of(value), "")


def the_fullest(values: Iterable[Any], ontology: Ontology) -> list[Any]:
    """Return the values without those that are shorter wordings of another of them."""
    told = list(values)
    shorter = frozenset[str]().union(*(ontology.shorter.get(text_of(value), frozenset()) for value in told))
    return [value for value in told if text_of(value) not in shorter]


def join_shorter(held: Sequence[Held], verdicts: Verdicts, ontology: Ontology) -> list[Held]:
    """Return the standings, each that is the shorter wording of one other joined to it, where it is told of its time.

    Of several levels it may be short for, it is that which is itself short for none of them.
    """
    same: dict[object, list[Held]] = {}
    for one in held:
        if text_of(one.first.claim.value) in ontology.families and one.first.status in HOLDING:
            same.setdefault((one.first.claim.type, one.first.sides), []).append(one)
    gone: dict[int, Held] = {}
    for rivals in same.values():
        for one, longer in _homes([_Wording.of(one) for one in rivals], ontology) if len(rivals) > 1 else ():
            home = longer
            while id(home) in gone:  # what it is short for was itself short for a fuller one
                home = gone[id(home)]
            if not verdicts.parted([s.id for s in one.statements], [s.id for s in home.statements]):
                home.add(one.statements, [f"also said: {text_of(one.first.claim.value)}, a shorter wording"])
                gone[id(one)] = home
    return [one for one in held if id(one) not in gone]


@dataclass(frozen=True, slots=True)
class _Wording:
    """A standing by its words, its time, and the first and the last day on which it was told."""

    held: Held
    text: str
    time: Time
    told: Days | None

    @classmethod
    def of(cls, held: Held) -> _Wording:
        told = held.told
        return cls(held, text_of(held.first.claim.value), held.time, (told[0], told[-1]) if told else None)

    def may_mean(self, other: _Wording) -> bool:
        """Whether it may be told of another: begun with it, or undated, and told while that held."""
        (begun, ended), told = other.time, self.told
        if self.time[0] is not None:
            return begun is not None and meet(self.time[0], begun)
        if self.time[1] is not None or told is None:
            return self.time[1] is None
        if begun is None and other.told is not None and told[0] < other.told[0] - EARLIER:
            return False
        return (begun is None or begun[0] <= told[0]) and (ended is None or told[1] <= ended[1])


def _homes(rivals: Sequence[_Wording], ontology: Ontology) -> list[tuple[Held, Held]]:
    """Return each standing that tells one other in fewer words, with it; of those that fit none or several, nothing."""
    by_text: dict[str, list[_Wording]] = {}
    for one in rivals:
        by_text.setdefault(one.text, []).append(one)
    found: list[tuple[Held, Held]] = []
    for one in sorted(rivals, key=lambda w: w.held.first.id):
        fitting = {
            text: [other for other in told if one.may_mean(other)]
            for text, told in by_text.items()
            if one.text in ontology.shorter.get(text, ())
        }
        longer = {text: told for text, told in fitting.items() if told}
        fullest = [told for text, told in longer.items() if not any(text in ontology.shorter[t] for t in longer)]
        if len(fullest) == 1 and len(fullest[0]) == 1:
            found.append((one.held, fullest[0][0].held))
    return found
