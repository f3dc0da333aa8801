"""Tellings taken together: those that say the same, and what they are joined to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from elchi.reconcile.days import Days, width
from elchi.reconcile.tellings import Side, Telling


@dataclass(frozen=True, slots=True)
class Unit:
    """Claims that say the same, or that a judgement made one; `first` says most exactly when it was."""

    tellings: tuple[Telling, ...]

    @classmethod
    def of(cls, tellings: Sequence[Telling]) -> Unit:
        """Order the tellings by how much each says."""
        return cls(tuple(sorted(tellings, key=_exactness)))

    @property
    def first(self) -> Telling:
        """The telling that says most."""
        return self.tellings[0]

    @property
    def exactness(self) -> tuple[object, ...]:
        """What orders units: the most exact first."""
        return _exactness(self.first)


def _exactness(t: Telling) -> tuple[object, ...]:
    return (
        width(t.days), -len(t.persons), -len(t.about), _vagueness(t.place), not t.value, t.claim.background,
        t.status != "past",
        t.days or (0, 0), t.told or 0, t.id,
    )  # fmt: skip


def _vagueness(place: Side) -> int:
    """Rank places: a town, a state, none."""
    return 2 if not place[0] else int(place[0] == place[1])


@dataclass(slots=True)
class Happening:
    """What was taken for one happening so far: the sums of its tellings."""

    tellings: list[Telling] = field(default_factory=list)
    days: Days | None = None
    persons: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    place: Side = ("", "")
    value: str = ""
    acts: set[str] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    told: set[int] = field(default_factory=set)
    reasons: dict[str, None] = field(default_factory=dict)

    def add(self, unit: Unit, reasons: Sequence[str]) -> None:
        """Take a unit in, for these reasons."""
        for one in unit.tellings:
            self.days = one.days if self.days is None else self.days
            self.persons |= one.persons
            self.about |= one.about
            if not self.place[0] or (self.place[0] == self.place[1] and one.place[0]):
                self.place = one.place
            self.value = self.value or one.value
            self.acts.add(one.act)
            self.statuses.add(one.status)
            self.reports.add(one.report)
            self.told |= {one.told} if one.told is not None else set()
        self.tellings.extend(unit.tellings)
        self.reasons |= dict.fromkeys(reasons)

    def last(self, days: Days) -> None:
        """Let the happening go on to the end of `days`."""
        self.days = days if self.days is None else (min(self.days[0], days[0]), max(self.days[1], days[1]))
