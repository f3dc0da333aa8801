"""Promises and what became of them: invited, planned, held; agreed, signed, ratified; intended, delivered.

The deeds of a block are gone through day by day. One that opens a promise opens it; one that goes on with it joins the
promise that it fits. A plan is fulfilled by what happened about when it was due, of the same persons; where that
cannot be told, the promise stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from elchi.model import Status
from elchi.model.record import Occurrence, Promise, Stage, Step
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.days import Days, day_span, days_of, meet, width
from elchi.reconcile.deeds import AGREEMENT, PLEDGE, Deed, deeds_of
from elchi.reconcile.happenings import Happening
from elchi.reconcile.occurrences import digest
from elchi.reconcile.slots import Row as StandingRow
from elchi.reconcile.targets import find_targets
from elchi.reconcile.tellings import Side, value_key

YEAR = 366
"""Days for which a promise without a date is held to be spoken of."""
SLACK, WIDE_SLACK = 7, 31
"""Days by which what was planned for a day, or for a longer time, may be early or late."""
NEWS = 3
"""Days within which two articles may tell one promise that neither dates."""
_OPENING = frozenset({Stage.INTENDED, Stage.PROPOSED, Stage.INVITED, Stage.AGREED, Stage.PLANNED})
_AHEAD = frozenset({Stage.INTENDED, Stage.PLANNED})
_CLOSING = frozenset({Stage.HELD, Stage.DELIVERED, Stage.CALLED_OFF})
_OF_PERSONS = frozenset({"visit", "meeting"})
_OF_ONE_KIND = frozenset({"aid", "project"})


@dataclass(slots=True)
class _Open:
    """A promise so far: its deeds, and what they say together. `until` is the day until which it is looked for."""

    deeds: list[Deed] = field(default_factory=list)
    due: Days | None = None
    persons: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    line: frozenset[Side] = frozenset()
    value: str = ""
    until: int = 0

    def add(self, deed: Deed) -> None:
        """Take a deed in. A promise is looked for until past its day, and for a year after the last word of it."""
        self.deeds.append(deed)
        if deed.stage not in _CLOSING and deed.due and width(deed.due) < width(self.due):
            self.due = deed.due
        self.persons |= deed.persons
        self.reports |= deed.reports
        self.line = self.line or deed.line
        self.value = self.value or value_key(deed.value)
        spoken = deed.day + YEAR if deed.day is not None else 0
        self.until = max(self.until, spoken, self.due[1] + _slack(self.due) if self.due is not None else 0)


def find_promises(
    block: str, happened: Sequence[tuple[Occurrence, Happening]], held: Sequence[StandingRow], lifecycle: Lifecycle
) -> list[Promise]:
    """Return the promises of a block, by id."""
    named = frozenset[str]().union(*(happening.about for _, happening in happened))
    lines: dict[tuple[str, str], list[Deed]] = {}
    for occurrence, happening in happened:
        for deed in deeds_of(occurrence, happening, named, lifecycle):
            for agreement in sorted(deed.agreements) if deed.kind == AGREEMENT else [""]:
                lines.setdefault((deed.kind, agreement), []).append(deed)
            if deed.kind == AGREEMENT and not deed.agreements:
                lines.setdefault((deed.kind, ""), []).append(deed)
    found = [p for line, deeds in lines.items() for p in _of_line(block, *line, sorted(deeds, key=lambda d: d.order))]
    return sorted([*found, *find_targets(block, held)], key=lambda p: p.id)


def _of_line(block: str, kind: str, agreement: str, deeds: Sequence[Deed]) -> Iterator[Promise]:
    """Yield the promises of a kind; all that is told of one named agreement is one."""
    if agreement:
        whole = _Open()
        for deed in deeds:
            whole.add(deed)
        yield _promise(block, kind, agreement, whole)
        return
    for told in _swept(kind, deeds):
        first = told.deeds[0].occurrence
        yield _promise(block, kind, first.frame or f"{first.type} {first.mode}".rstrip(), told)


def _swept(kind: str, deeds: Sequence[Deed]) -> list[_Open]:
    """Go through deeds in the order of their days; return the promises in the order in which they were made."""
    made: list[_Open] = []
    pending: list[_Open] = []
    for deed in deeds:
        if deed.day is not None and kind != PLEDGE:
            pending = [told for told in pending if deed.day <= told.until]
        home = _home(kind, deed, pending)
        if home is not None:
            home.add(deed)
            if deed.stage in _CLOSING:
                pending.remove(home)
        elif deed.stage in _OPENING:
            fresh = _Open()
            fresh.add(deed)
            made.append(fresh)
            pending.append(fresh)
    return made


def _home(kind: str, deed: Deed, pending: Sequence[_Open]) -> _Open | None:
    """Return the promise that a deed goes on with: the one due nearest; without a day, the only one."""
    if kind == PLEDGE or deed.day is None:
        return None
    fitting = [told for told in pending if _fits(kind, deed, told)]
    dated = [told for told in fitting if told.due is not None]
    if dated and (deed.happened or deed.due):
        day = (deed.happened or deed.due or (0, 0))[0]
        return min(dated, key=lambda t: (abs((t.due or (0, 0))[0] - day), t.deeds[0].order))
    return fitting[0] if len(fitting) == 1 else None


def _fits(kind: str, deed: Deed, told: _Open) -> bool:
    """Whether a deed goes on with a promise: of the same sides, persons and amount, and about when it was due."""
    if deed.line and told.line and deed.line != told.line:
        return False
    if deed.persons and told.persons and deed.persons.isdisjoint(told.persons):
        return False
    if deed.value and told.value and value_key(deed.value) != told.value:
        return False
    if deed.stage is Stage.CALLED_OFF:
        return _calls_off(deed, told)
    return _follows(kind, deed, told) if deed.happened and deed.stage not in _OPENING else _renews(kind, deed, told)


def _calls_off(deed: Deed, told: _Open) -> bool:
    """Whether what did not happen is what was planned: the same act, denied for when it was due.

    A denial without a day is of the same persons, or told about then. Who refuses to meet calls off any meeting.
    """
    if deed.due is not None and told.due is not None and not meet(deed.due, _widened(told.due)):
        return False
    if deed.occurrence.status != Status.DENIED.value:
        return True
    planned = {d.act for d in told.deeds if d.stage in _AHEAD}
    if planned and deed.act not in planned:
        return False
    if deed.due is not None or deed.persons & told.persons:
        return True
    return told.due is not None and deed.day is not None and meet((deed.day, deed.day), _widened(told.due))


def _follows(kind: str, deed: Deed, told: _Open) -> bool:
    """Whether what was done fulfils what was planned: told by another report, in time.

    Without a time, a visit or meeting does of the same persons, aid or a project if it is the only one; a signing of
    who knows what does not.
    """
    if deed.happened is None or not deed.reports.isdisjoint(told.reports):
        return False
    if told.due is None:
        return bool(deed.persons & told.persons) if kind in _OF_PERSONS else kind in _OF_ONE_KIND
    if kind in _OF_PERSONS and width(deed.happened) > SLACK and deed.persons.isdisjoint(told.persons):
        return False
    dated = days_of(deed.occurrence.date) is not None
    return meet(deed.happened, _widened(told.due) if dated else (told.due[0], told.due[1] + _slack(told.due)))


def _renews(kind: str, deed: Deed, told: _Open) -> bool:
    """Whether a plan is one that is spoken of already."""
    if told.due is not None and deed.due is not None:
        return meet(deed.due, _widened(told.due))
    return _same_news(kind, deed, told)


def _same_news(kind: str, deed: Deed, told: _Open) -> bool:
    """Whether two promises, one of them without a day, are one: of the same persons, or told in the same news."""
    if kind in _OF_PERSONS:
        return bool(deed.persons & told.persons)
    if not deed.reports.isdisjoint(told.reports):
        return True
    near = any(d.day is not None and deed.day is not None and abs(d.day - deed.day) <= NEWS for d in told.deeds)
    return near and bool(told.value) and told.value == value_key(deed.value)


def _widened(due: Days) -> Days:
    return due[0] - _slack(due), due[1] + _slack(due)


def _slack(due: Days) -> int:
    return SLACK if width(due) <= SLACK else WIDE_SLACK


def _promise(block: str, kind: str, about: str, told: _Open) -> Promise:
    first = told.deeds[0].occurrence
    due = next((d.occurrence.date for d in told.deeds if told.due is not None and d.due == told.due), None)
    return Promise(
        id=digest("promise", block, kind, about, first.id), block=block, kind=kind, about=about, lead=first.lead,
        due=due if days_of(due) else None, steps=_steps(told.deeds),
    )  # fmt: skip


def _steps(deeds: Sequence[Deed]) -> tuple[Step, ...]:
    """Return a step for each stage, at its first day, with every claim that tells it."""
    stages: dict[Stage, list[Deed]] = {}
    for deed in deeds:
        stages.setdefault(deed.stage, []).append(deed)
    return tuple(
        Step(
            stage, told[0].date or day_span(told[0].day), tuple(sorted({c for d in told for c in d.occurrence.claims}))
        )
        for stage, told in stages.items()
    )
