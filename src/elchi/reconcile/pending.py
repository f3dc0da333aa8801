"""A promise so far, and whether a deed goes on with it: of the same sides, persons, amount and subject, in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from elchi.model import Status
from elchi.model.record import Stage
from elchi.reconcile.days import Days, days_of, meet, width
from elchi.reconcile.deeds import AGREEMENT, PLEDGE, Deed
from elchi.reconcile.tellings import Side, value_key

YEAR = 366
"""Days for which a promise without a date is held to be spoken of."""
SLACK, WIDE_SLACK = 7, 31
"""Days by which what was planned for a day, or for a longer time, may be early or late."""
NEWS = 3
"""Days within which two articles may tell one promise that neither dates."""
OPENING = frozenset({Stage.INTENDED, Stage.PROPOSED, Stage.INVITED, Stage.AGREED, Stage.PLANNED})
_AHEAD = frozenset({Stage.INTENDED, Stage.PLANNED})
CLOSING = frozenset({Stage.HELD, Stage.DELIVERED, Stage.CALLED_OFF})
OF_PERSONS = frozenset({"visit", "meeting"})
_OF_ONE_KIND = frozenset({"aid", "project"})
_STAGES = list(Stage)


@dataclass(slots=True)
class Pending:
    """A promise so far: its deeds, and what they say together. `until` is the day until which it is looked for."""

    deeds: list[Deed] = field(default_factory=list)
    due: Days | None = None
    persons: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    line: frozenset[Side] = frozenset()
    value: str = ""
    until: int = 0
    subject: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    reasons: dict[str, None] = field(default_factory=dict)

    def add(self, deed: Deed) -> None:
        """Take a deed in. A promise is looked for until past its day, and for a year after the last word of it."""
        self.deeds.append(deed)
        self.subject |= deed.subject
        self.documents |= deed.documents
        if deed.stage not in CLOSING and deed.due and width(deed.due) < width(self.due):
            self.due = deed.due
        self.persons |= deed.persons
        self.reports |= deed.reports
        self.line = self.line or deed.line
        self.value = self.value or value_key(deed.value)
        spoken = deed.day + YEAR if deed.day is not None else 0
        self.until = max(self.until, spoken, self.due[1] + _slack(self.due) if self.due is not None else 0)


def home_of(kind: str, deed: Deed, pending: Sequence[Pending]) -> Pending | None:
    """Return the promise that a deed goes on with: the one due nearest; without a day, the only one."""
    if kind == PLEDGE or deed.day is None:
        return None
    fitting = [told for told in pending if _fits(kind, deed, told)]
    same = [told for told in fitting if of_one_subject(kind, deed, told)]
    if len(same) == 1:
        return same[0]
    dated = [told for told in fitting if told.due is not None]
    if dated and (deed.happened or deed.due):
        day = (deed.happened or deed.due or (0, 0))[0]
        return min(dated, key=lambda t: (abs((t.due or (0, 0))[0] - day), t.deeds[0].order))
    return fitting[0] if len(fitting) == 1 else None


def _fits(kind: str, deed: Deed, told: Pending) -> bool:
    """Whether a deed goes on with a promise: of the same sides, persons and amount, and about when it was due."""
    if deed.line and told.line and deed.line != told.line:
        return False
    if deed.persons and told.persons and deed.persons.isdisjoint(told.persons):
        return False
    if deed.value and told.value and value_key(deed.value) != told.value:
        return False
    if deed.stage is Stage.CALLED_OFF:
        return _calls_off(deed, told)
    same_subject = bool(of_one_subject(kind, deed, told))
    if same_subject or told.deeds[0].stage not in OPENING:
        return same_subject
    return _follows(kind, deed, told) if deed.happened and deed.stage not in OPENING else _renews(kind, deed, told)


def of_one_subject(kind: str, deed: Deed, told: Pending) -> list[str]:
    """Say why a deed goes on with an agreement that nobody names; nothing where it does not.

    It is about the same, no other kind of document, brings it further than it was, and another report tells it.
    """
    subject = deed.subject & told.subject
    if kind != AGREEMENT or not subject or not deed.reports.isdisjoint(told.reports):
        return []
    if deed.documents and told.documents and deed.documents.isdisjoint(told.documents):
        return []
    last = max((d.stage for d in told.deeds), key=_STAGES.index)
    if deed.stage in CLOSING or _STAGES.index(deed.stage) <= _STAGES.index(last):
        return []
    about = ", ".join(sorted(subject))
    return [f"{last.value} and {deed.stage.value}: same parties, the only agreement on {about}"]


def _calls_off(deed: Deed, told: Pending) -> bool:
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


def _follows(kind: str, deed: Deed, told: Pending) -> bool:
    """Whether what was done fulfils what was planned: told by another report, in time.

    Without a time, a visit or meeting does of the same persons, aid or a project if it is the only one; a signing of
    who knows what does not.
    """
    if deed.happened is None or not deed.reports.isdisjoint(told.reports):
        return False
    if told.due is None:
        return bool(deed.persons & told.persons) if kind in OF_PERSONS else kind in _OF_ONE_KIND
    if kind in OF_PERSONS and width(deed.happened) > SLACK and deed.persons.isdisjoint(told.persons):
        return False
    dated = days_of(deed.occurrence.date) is not None
    return meet(deed.happened, _widened(told.due) if dated else (told.due[0], told.due[1] + _slack(told.due)))


def _renews(kind: str, deed: Deed, told: Pending) -> bool:
    """Whether a plan is one that is spoken of already."""
    if told.due is not None and deed.due is not None:
        return meet(deed.due, _widened(told.due))
    return _same_news(kind, deed, told)


def _same_news(kind: str, deed: Deed, told: Pending) -> bool:
    """Whether two promises, one of them without a day, are one: of the same persons, or told in the same news."""
    if kind in OF_PERSONS:
        return bool(deed.persons & told.persons)
    if not deed.reports.isdisjoint(told.reports):
        return True
    near = any(d.day is not None and deed.day is not None and abs(d.day - deed.day) <= NEWS for d in told.deeds)
    return near and bool(told.value) and told.value == value_key(deed.value)


def _widened(due: Days) -> Days:
    return due[0] - _slack(due), due[1] + _slack(due)


def _slack(due: Days) -> int:
    return SLACK if width(due) <= SLACK else WIDE_SLACK
