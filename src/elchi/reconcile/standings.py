"""Statement claims that say the same become one standing, with the time it holds for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from elchi.model import Claim, DateSpan, Precision
from elchi.model.record import Standing
from elchi.packs import Ontology
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.beginnings import counted_back
from elchi.reconcile.days import SpanIndex, days_of, in_words, width
from elchi.reconcile.judging import Verdicts
from elchi.reconcile.occurrences import digest
from elchi.reconcile.periods import YEAR, is_doubtful, may_be_one_period
from elchi.reconcile.rounding import merge_rounded
from elchi.reconcile.slots import slot_of
from elchi.reconcile.statements import HOLDING, OFFICE, Held, Said, Time, said, times_agree
from elchi.reconcile.wordings import join_shorter, text_of

TERM = 366
"""Days between two articles that name a chair without a term and may mean the same one."""
NEWS_OF_FIGURES = 2 * 366
"""Days after a period within which its figure is told as today's."""


def find_standings(
    block: str, claims: Sequence[Claim], reports: Mapping[str, str], verdicts: Verdicts, ontology: Ontology,
    lifecycle: Lifecycle,
) -> list[tuple[Standing, Held]]:  # fmt: skip
    """Return the standings that statement claims tell, by id, each with what was taken together."""
    statements = {c.claim: said(c, reports, ontology) for c in claims}
    gathered: dict[object, _Gathering] = {}
    for unit in sorted(_units(statements, verdicts), key=lambda u: u[0].exactness):
        gathered.setdefault(unit[0].what, _Gathering(lifecycle, verdicts)).take_in(unit)
    held = merge_rounded([one for gathering in gathered.values() for one in gathering.held], verdicts, lifecycle)
    held = join_shorter(held, verdicts, ontology)
    return sorted(((_standing(block, h, verdicts, ontology, lifecycle), h) for h in held), key=lambda pair: pair[0].id)


def _units(statements: Mapping[str, Said], verdicts: Verdicts) -> Iterator[list[Said]]:
    """Yield the claims that say the same with the same time, or that somebody judged to be one."""
    same: dict[object, list[Said]] = {}
    for one in statements.values():
        alone = verdicts.alone(one.id)
        undated = one.time == (None, None)
        key: object = (one.what, one.status, one.time, one.told if undated else None)
        key = tuple(c for c in verdicts.group(one.id) if c in statements) if alone else key
        same.setdefault(key, []).append(one)
    for told in same.values():
        yield sorted(told, key=lambda s: s.exactness)


class _Gathering:
    """The standings of one property, parties and value."""

    def __init__(self, lifecycle: Lifecycle, verdicts: Verdicts) -> None:
        self.held: list[Held] = []
        self._lifecycle = lifecycle
        self._verdicts = verdicts
        self._begun = SpanIndex()
        self._unbegun: list[int] = []

    def take_in(self, unit: Sequence[Said]) -> None:
        """Join claims to the standing that they fit, or let them stand alone where they fit none or several."""
        fitting: list[tuple[int, list[str]]] = []
        for number in self._near(unit[0].time):
            reasons = self._fit(unit, self.held[number])
            fitting += [] if reasons is None else [(number, reasons)]
            if len(fitting) > 1:
                break
        within = ["same parties, same words, same time"] if len(unit) > 1 else []
        if len(unit) > 1 and len(self._verdicts.group(unit[0].id)) > 1:
            within = ["judged to be one"]
        if len(fitting) == 1:
            number, reasons = fitting[0]
            self.held[number].add(unit, [*within, *reasons])
            return
        fresh = Held()
        fresh.add(unit, within)
        if fresh.time[0] is not None:
            self._begun.add(fresh.time[0], len(self.held))
        else:
            self._unbegun.append(len(self.held))
        self.held.append(fresh)

    def _near(self, time: Time) -> Iterator[int]:
        if time[0] is None:
            yield from range(len(self.held))
            return
        yield from self._begun.near(time[0])
        yield from self._unbegun

    def _fit(self, unit: Sequence[Said], held: Held) -> list[str] | None:
        one = unit[0]
        if self._verdicts.parted((s.id for s in unit), [s.id for s in held.statements]):
            return None
        if one.time == (None, None):
            return self._fit_undated(one, held)
        if one.claim.type in self._lifecycle.of_a_period:
            return _one_period(one, held)
        if not times_agree(one.time, held.time):
            return None
        return [*_agreement(one, held), "same parties, same words"]

    def _fit_undated(self, one: Said, held: Held) -> list[str] | None:
        """Say why a statement without a time is one with others; a chair, a figure only if told about that time."""
        if one.status not in {s.status for s in held.statements}:
            return None
        type_ = one.claim.type
        passing = type_ in self._lifecycle.of_a_period or (type_ in self._lifecycle.of_a_term and type_ != OFFICE)
        if held.time == (None, None):
            told_then = held.told and one.told is not None and abs(one.told - held.told[0]) <= TERM
            alike = not passing or told_then or one.told == held.first.told
            return ["same parties, same words, no time"] if alike else None
        late = NEWS_OF_FIGURES if type_ in self._lifecycle.of_a_period else 0
        if (passing or type_ == OFFICE) and one.told is not None and not _in_term(one.told - late, one.told, held.time):
            return None
        return ["told without a time by one, with it by another", "same parties, same words"]


def _one_period(one: Said, held: Held) -> list[str] | None:
    """Say why a figure is of the period of others: the same, or a year whose bounds one of them tells with doubt."""
    if one.time == held.time:
        return ["same parties, same words, same period"]
    (begun, ended), (first, last) = one.time, held.time
    if begun is None or begun != ended or first is None or first != last:
        return None
    doubtful = {s.time[0] for s in (one, *held.statements) if s.time[0] and is_doubtful(s.claim.valid_from)}
    if not may_be_one_period(begun, first, doubtful):
        return None
    return [f"{in_words(begun)} and {in_words(first)} may be one year", "same parties, same words"]


def _in_term(first: int, last: int, time: Time) -> bool:
    """Whether a time includes any day from `first` to `last`."""
    begun, ended = time
    return (begun is None or begun[0] <= last) and (ended is None or first <= ended[1])


def _agreement(one: Said, held: Held) -> list[str]:
    """Say how the times agree."""
    reasons = []
    for mine, yours, word in zip(one.time, held.time, ("begun", "ended"), strict=True):
        if mine is not None and yours is not None and mine != yours:
            reasons.append(f"{word}: {in_words(yours)} told by one, {in_words(mine)} by another")
        elif (mine is None) != (yours is None):
            reasons.append(f"{word}: told by one only, {in_words(mine or yours)}")
    return reasons or ["same time"]


def _counted(held: Held) -> list[str]:
    """Say which anniversaries come to the beginning that others tell."""
    counts = {s.id: counted_back(s.claim) for s in held.statements}
    told = any(counts[s.id] is None and s.time[0] is not None for s in held.statements)
    backs = sorted({back for back in counts.values() if back is not None})
    if not told and len(backs) < 2:
        return []
    return [f"{in_words(held.time[0])} agrees with {years} years told in {year + years}" for year, years in backs]


def _standing(block: str, held: Held, verdicts: Verdicts, ontology: Ontology, lifecycle: Lifecycle) -> Standing:
    """Make one standing; its words are those of the claim with the most exact time."""
    ordered = sorted(held.statements, key=lambda s: _tells_less(s, held, verdicts))
    lead = ordered[0].claim
    ids = tuple(sorted(s.id for s in held.statements))
    statuses = {s.status for s in held.statements}
    begun, ended = held.span(0), _ended(held, lead.type, statuses, lifecycle)
    return Standing(
        id=digest("standing", block, *ids), block=block, type=lead.type,
        status="ongoing" if "ongoing" in statuses else lead.status.value, slot=slot_of(ordered[0], ontology),
        lead=lead.claim, claims=ids, value=lead.value, place=lead.place, valid_from=begun, valid_to=ended,
        also=tuple(sorted({text_of(s.claim.value) for s in ordered} - {text_of(lead.value), ""})),
        now=lead.type in lifecycle.never_over or _now(held, statuses, ended, lifecycle),
        reasons=(*held.reasons, *_counted(held)) if len(ids) > 1 else (),
    )  # fmt: skip


def _tells_less(one: Said, held: Held, verdicts: Verdicts) -> tuple[object, ...]:
    """Order the claims of a standing: confirmed, with its exact value, its whole time, an exact one, surest first."""
    widths = tuple(width(days) for days in one.time)
    return (
        one.id not in verdicts.confirmed,
        one.value != held.first.value,
        one.time != held.time,
        widths,
        -one.claim.confidence,
        one.id,
    )


def _ended(held: Held, type_: str, statuses: set[str], lifecycle: Lifecycle) -> DateSpan | None:
    """Return the first day on which it no longer held: the day after a last day, or after a whole period.

    A month or a year in which something ended stays as it is told, as does by when something is to be.
    """
    begun, end, told = *held.time, held.span(1)
    if statuses.isdisjoint(HOLDING):
        return told
    if begun is not None and (begun == end or (end is None and type_ in lifecycle.of_a_period)):
        return _day_after(begun[1])
    if told is not None and end is not None and told.precision is Precision.DAY:
        return _day_after(end[1], told.text)
    return told


def _day_after(day: int, text: str = "") -> DateSpan | None:
    return DateSpan.day(date.fromordinal(day + 1), text) if day < date.max.toordinal() else None


def _now(held: Held, statuses: set[str], ended: DateSpan | None, lifecycle: Lifecycle) -> bool:
    """Whether nothing says that it is over: no past tense, no end before its last telling.

    The figure of a year with doubtful bounds is over when the year is that began with the first of its days.
    """
    if "ongoing" not in statuses:
        return False
    end, first = days_of(ended), held.first
    if end is None:
        return True
    last, begun = end[1], held.time[0]
    if first.claim.type in lifecycle.of_a_period and begun is not None and is_doubtful(first.claim.valid_from):
        last = min(last, begun[0] + YEAR[0])
    return bool(held.told and held.told[-1] < last)


def shown(value: dict[str, Any] | None) -> str:
    """Return a value in few words: `27000000000 USD`."""
    told = value or {}
    parts = [told.get(name) for name in ("amount", "unit", "text")]
    return " ".join(str(part) for part in parts if part is not None) or (
        f"x{told['factor']}" if "factor" in told else ""
    )
