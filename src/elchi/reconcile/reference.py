"""Reference data against claims: a source that is no article, named as such. Offices are in `terms_of_office`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from elchi.model.facts import Fact
from elchi.model.record import ConflictKind, Side
from elchi.packs import Ontology
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.clashes import Clash
from elchi.reconcile.days import Days, days_of, in_words, meet
from elchi.reconcile.periods import interval
from elchi.reconcile.slots import BY_OBJECT, STANDING_IN, Row, holder
from elchi.reconcile.statements import HOLDING, OFFICE

_EVER: Days = (1, date.max.toordinal())


def against_reference(
    rows: Sequence[Row], facts: Sequence[Fact], ontology: Ontology, lifecycle: Lifecycle
) -> tuple[list[Clash], dict[str, str]]:
    """Return where standings contradict facts, and for each that a fact bears out, by id, the words that say so."""
    by_slot: dict[str, list[Fact]] = {}
    by_beginning: dict[object, list[Fact]] = {}
    for fact in facts:
        by_slot.setdefault(_slot(fact, ontology), []).append(fact)
        by_beginning.setdefault((fact.type, frozenset({fact.subject, fact.object} - {""})), []).append(fact)
    clashes: list[Clash] = []
    agreeing: dict[str, str] = {}
    for row in rows:
        standing, held = row
        if standing.status not in HOLDING or standing.type == OFFICE:
            continue
        pair = frozenset(entity for _, entity in held.first.sides)
        same = by_beginning.get((standing.type, pair), []) if standing.type in lifecycle.begin_once else []
        clashes += _beginnings(row, same, agreeing)
        rivals = by_slot.get(standing.slot, []) if standing.slot and standing.type not in lifecycle.of_a_period else []
        clashes += _holders(row, rivals, ontology)
    return clashes, agreeing


def _slot(fact: Fact, ontology: Ontology) -> str:
    """Return the slot that a fact fills, named as that of a standing."""
    known = ontology.properties.get(fact.type)
    if known is None or not known.exclusive:
        return ""
    if known.exclusive == BY_OBJECT:
        return f"{fact.type} {fact.object}"
    if known.exclusive == STANDING_IN:
        return f"{STANDING_IN} {fact.subject} {fact.object}"
    return ""  # a value, which a fact does not carry


def _beginnings(row: Row, facts: Sequence[Fact], agreeing: dict[str, str]) -> Iterator[Clash]:
    """Yield a clash where a fact began on other days, and note where one began on the same."""
    standing, held = row
    begun = held.time[0]
    for fact in facts:
        told = days_of(fact.valid_from)
        if begun is None or told is None:
            continue
        if meet(begun, told):
            agreeing[standing.id] = f"{fact.source} says the same, {in_words(told)}"
            continue
        about = f"{standing.type} {' '.join(entity for _, entity in held.first.sides)}, beginning"
        sides = Side(in_words(begun), standing.claims), Side(in_words(told), (), fact.source)
        yield Clash(ConflictKind.REFERENCE, about, sides)


def _holders(row: Row, facts: Sequence[Fact], ontology: Ontology) -> Iterator[Clash]:
    """Yield a clash where, all the time that a standing is told of, another held its slot by the reference."""
    standing = row[0]
    mine = holder(row, ontology)
    told = interval(row)
    if told is None or told[0] == 1:
        return
    terms = [(_term(fact), _holder(fact, ontology), fact) for fact in facts]
    if any(other == mine and meet(term, told) for term, other, _ in terms):
        return
    for term, other, fact in sorted(terms, key=lambda t: (t[0], str(t[1]))):
        if other != mine and term[0] <= told[0] and told[0] <= term[1]:
            sides = Side(mine, standing.claims), Side(other, (), fact.source)
            yield Clash(ConflictKind.REFERENCE, f"{standing.slot}, {in_words(term)[:4]}", sides)
            return


def _holder(fact: Fact, ontology: Ontology) -> str:
    return fact.type if ontology.properties[fact.type].exclusive == STANDING_IN else fact.subject


def _term(fact: Fact) -> Days:
    """Return the days on which a fact surely held."""
    begun, ended = days_of(fact.valid_from), days_of(fact.valid_to)
    return begun[1] if begun else 1, max(1, ended[0] - 1) if ended else _EVER[1]
