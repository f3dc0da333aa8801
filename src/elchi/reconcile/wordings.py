"""A level told in fewer words: who says no more than "strategic partner" does not deny that the level is higher."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from elchi.packs import Ontology
from elchi.reconcile.days import meet
from elchi.reconcile.judging import Verdicts
from elchi.reconcile.statements import HOLDING, Held

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
    gone: set[int] = set()
    for rivals in same.values():
        homes = {id(one): _homes(one, rivals, ontology) for one in rivals if len(rivals) > 1}
        for one in sorted(rivals, key=lambda h: h.first.id):
            home = next(iter(homes.get(id(one), [])), None)
            ids = [s.id for s in one.statements]
            if home is not None and not verdicts.parted(ids, [s.id for s in home.statements]):
                home.add(one.statements, [f"also said: {text_of(one.first.claim.value)}, a shorter wording"])
                gone.add(id(one))
    return [one for one in held if id(one) not in gone]


def _homes(one: Held, rivals: Sequence[Held], ontology: Ontology) -> list[Held]:
    """Return the one standing that `one` tells in fewer words; nothing where none or several fit."""
    text = text_of(one.first.claim.value)
    longer = [
        other for other in rivals
        if text in ontology.shorter.get(text_of(other.first.claim.value), ()) and _of_its_time(one, other)
    ]  # fmt: skip
    fullest = the_fullest((other.first.claim.value for other in longer), ontology)
    homes = [other for other in longer if other.first.claim.value in fullest]
    return homes if len(homes) == 1 else []


def _of_its_time(one: Held, other: Held) -> bool:
    """Whether a shorter wording may be told of another standing: begun with it, or undated, and told while it held."""
    (begun, ended), told = other.time, one.told
    if one.time[0] is not None:
        return begun is not None and meet(one.time[0], begun)
    if one.time[1] is not None or not told:
        return one.time[1] is None
    if begun is None and other.told and told[0] < other.told[0] - EARLIER:
        return False
    return (begun is None or begun[0] <= told[0]) and (ended is None or told[-1] <= ended[1])
