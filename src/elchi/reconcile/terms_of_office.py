"""Who held an office by the catalogue, against who is said to hold it.

A title says less than it seems: an article of today may call somebody by an office of the day that it tells of. So
what nobody dates contradicts the catalogue only where the person never held the office, or not yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from elchi.model import Status
from elchi.model.facts import Fact, Facts
from elchi.model.record import ConflictKind, Side
from elchi.reconcile.clashes import Clash
from elchi.reconcile.days import Days, days_of, in_words, meet
from elchi.reconcile.slots import Row
from elchi.reconcile.statements import HOLDING, OFFICE

SLACK = 31
"""Days about the ends of a term in which an article may call somebody by the office: elected, not yet sworn in; just
gone."""


def offices_against_terms(
    rows: Sequence[Row], facts: Sequence[Fact], reference: Facts
) -> tuple[list[Clash], dict[str, str]]:
    """Return where the holder of an office is another by the reference, and for each that it bears out, the words.

    Args:
        rows: standings with what they were made of.
        facts: of the block of the standings.
        reference: whom it knows, and until when it was kept.
    """
    offices: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.type == OFFICE:
            offices.setdefault((fact.office, fact.object), []).append(fact)
    clashes: list[Clash] = []
    agreeing: dict[str, str] = {}
    for row in rows:
        standing, held = row
        if standing.type != OFFICE or not standing.slot or standing.status not in HOLDING:
            continue
        terms = offices.get((held.first.office, _in_role(row, "object")), [])
        told = _told(row)
        mine = [fact for fact in terms if fact.subject == _in_role(row, "subject")]
        borne_out = next((fact for fact in mine if _bears_out(fact, row, told)), None)
        if borne_out is not None:
            agreeing[standing.id] = f"borne out by the {borne_out.source}: {_span(borne_out)}"
        elif told and _may_be_wrong(row, told, mine, reference):
            rival = _rival(terms, told, reference)
            if rival is not None:
                sides = Side(_in_role(row, "subject"), standing.claims), Side(rival.subject, (), rival.source)
                clashes.append(Clash(ConflictKind.REFERENCE, f"{standing.slot}, {in_words(told)[:4]}", sides))
    return clashes, agreeing


def _told(row: Row) -> Days | None:
    """Return the days that an office is told of: on which it began, else on which the articles appeared."""
    standing, held = row
    dated = held.time[0] or held.time[1]
    if dated is not None or not held.told:
        return dated
    return None if standing.status == Status.PAST.value else (held.told[0], held.told[-1])


def _bears_out(fact: Fact, row: Row, told: Days | None) -> bool:
    """Whether a term includes a day that an office is told of; that of a former holder had begun by then."""
    begun, ended = days_of(fact.valid_from), days_of(fact.valid_to)
    if begun is None:
        return False
    if told is None:
        return row[0].status == Status.PAST.value and bool(row[1].told) and begun[0] <= row[1].told[-1]
    return meet(told, (begun[0] - SLACK, ended[1] + SLACK if ended else date.max.toordinal()))


def _may_be_wrong(row: Row, told: Days, mine: Sequence[Fact], reference: Facts) -> bool:
    """Whether it cannot be that a title is told of another day than the article's."""
    if row[1].time != (None, None):
        return True
    if mine:
        return all(begun is not None and told[1] < begun[0] for begun in (days_of(fact.valid_from) for fact in mine))
    return _in_role(row, "subject") in reference.persons


def _rival(terms: Sequence[Fact], told: Days, reference: Facts) -> Fact | None:
    """Return who surely, and alone, held the office on all days told."""
    there = [fact for fact in terms if (days := _sure(fact, reference)) and days[0] <= told[0] and told[1] <= days[1]]
    return there[0] if len({fact.subject for fact in there}) == 1 else None


def _sure(fact: Fact, reference: Facts) -> Days | None:
    """Return the days on which a term surely held; one without an end, until the reference was kept."""
    begun, ended = days_of(fact.valid_from), days_of(fact.valid_to)
    last = ended[0] - 1 if ended else reference.until.toordinal() if reference.until else 0
    return (begun[1], last) if begun and begun[1] <= last else None


def _span(fact: Fact) -> str:
    """Return the days of a term in words."""
    begun, ended = days_of(fact.valid_from), days_of(fact.valid_to)
    return f"from {in_words(begun)}" + (f" until {in_words(ended)}" if ended else "")


def _in_role(row: Row, role: str) -> str:
    return next((p.entity for p in row[1].first.claim.participants if p.role == role), "")
