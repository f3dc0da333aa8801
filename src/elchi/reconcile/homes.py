"""Where a unit belongs: the one happening that it fits, found without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterator

from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.days import Days, SpanIndex, holds, in_words, meet, width
from elchi.reconcile.happenings import Happening, Unit
from elchi.reconcile.judging import Verdicts
from elchi.reconcile.tellings import Side, Telling

WIDE = 31
"""Days: a date vaguer than a month is no reason to take two tellings for one, without persons or an agreement."""
NEAR = 3
"""Days between the publication of two articles that may tell the same news."""
FRESH = 4
"""Days before its publication in which the act of an article that dates nothing may lie."""
NEWS = 31
"""Days before its publication within which an article tells as news what it dates once, and once not."""
_ALIKE = "same parties and act"


class Homes:
    """The happenings of one act, status class and set of parties."""

    def __init__(self, lifecycle: Lifecycle, verdicts: Verdicts) -> None:
        self.happenings: list[Happening] = []
        self._lifecycle = lifecycle
        self._verdicts = verdicts
        self._by_days = SpanIndex()
        self._by_report: dict[str, dict[int, None]] = {}
        self._by_told: dict[int, dict[int, None]] = {}

    def take_in(self, unit: Unit) -> None:
        """Join a unit to the happening that it fits, or let it stand alone where it fits none or several."""
        fitting: list[tuple[int, list[str]]] = []
        for number in self._near(unit.first):
            reasons = self._fit(unit, self.happenings[number])
            if reasons is not None:
                fitting.append((number, reasons))
            if len(fitting) > 1:
                break
        if len(fitting) == 1:
            self._join(unit, *fitting[0])
        else:
            self._begin(unit)

    def _begin(self, unit: Unit) -> None:
        number = len(self.happenings)
        happening = Happening()
        happening.add(unit, self._within(unit))
        self.happenings.append(happening)
        if happening.days is not None:
            self._by_days.add(happening.days, number)
        self._index(unit, number)

    def _join(self, unit: Unit, number: int, reasons: list[str]) -> None:
        happening = self.happenings[number]
        lasted = (
            unit.first.days is not None and happening.days is not None and not meet(unit.first.days, happening.days)
        )
        happening.add(unit, [*self._within(unit), *reasons])
        if lasted and unit.first.days is not None:
            happening.last(unit.first.days)
        self._index(unit, number)

    def _index(self, unit: Unit, number: int) -> None:
        for one in unit.tellings:
            self._by_report.setdefault(one.report, {})[number] = None
            if one.told is not None:
                self._by_told.setdefault(one.told, {})[number] = None

    def _within(self, unit: Unit) -> list[str]:
        """Say why the claims of a unit are one."""
        if len(unit.tellings) == 1:
            return []
        if len(self._verdicts.group(unit.first.id)) > 1:
            return ["judged to be one"]
        if unit.first.days is None:
            return ["told twice by one report, which dates neither", _ALIKE]
        same = "same day" if width(unit.first.days) == 0 else f"same time, {in_words(unit.first.days)}"
        return [same, _ALIKE]

    def _near(self, one: Telling) -> Iterator[int]:
        """Yield happenings that may be meant: by day, or of the same report, or of articles of these days."""
        if one.days is not None:
            yield from self._by_days.near(one.days, 2 * self._lifecycle.lasting.get(one.act, 0))
            return
        seen: set[int] = set()
        near = [self._by_report.get(one.report, {})]
        if one.told is not None and one.act in self._lifecycle.once:
            near += [self._by_told.get(one.told + apart, {}) for apart in range(-NEAR, NEAR + 1)]
        for numbers in near:
            for number in numbers:
                if number not in seen:
                    seen.add(number)
                    yield number

    def _fit(self, unit: Unit, happening: Happening) -> list[str] | None:
        """Say why a unit is told of a happening; None where it is not."""
        one = unit.first
        if not _compatible(unit, happening, lasting=one.act in self._lifecycle.lasting):
            return None
        if self._verdicts.parted((t.id for t in unit.tellings), [t.id for t in happening.tellings]):
            return None
        if one.days is None:
            return self._fit_undated(unit, happening)
        return None if happening.days is None else self._fit_dated(unit, one.days, happening, happening.days)

    def _fit_dated(self, unit: Unit, days: Days, happening: Happening, others: Days) -> list[str] | None:
        one = unit.first
        told_by_one = not happening.reports.isdisjoint(t.report for t in unit.tellings)
        shared = bool(one.persons & happening.persons)
        if not meet(days, others):
            lasting = self._lifecycle.lasting.get(one.act, 0)
            together = max(days[1], others[1]) - min(days[0], others[0])
            if together > lasting or one.act not in happening.acts or not (shared or told_by_one):
                return None
            return [f"an act that lasts, told of days at most {lasting} apart, of the same persons", _ALIKE]
        same_day = days == others and width(days) == 0
        if one.act not in happening.acts and not same_day:
            return None
        if one.status not in happening.statuses and not (same_day or told_by_one):
            return None
        if width(days) > WIDE and not (shared or told_by_one or one.about & happening.about):
            return None
        reasons = ["same day" if same_day else _nesting(days, others)]
        if one.act not in happening.acts:
            reasons.append(f"told as {' and as '.join(sorted({*happening.acts, one.act}))}")
        if one.status not in happening.statuses:
            reasons.append("told as done and as under way")
        return [*reasons, _ALIKE if one.act in happening.acts else "same parties", *_persons(one, happening)]

    def _fit_undated(self, unit: Unit, happening: Happening) -> list[str] | None:
        one = unit.first
        if one.act not in happening.acts or one.claim.background or one.act not in self._lifecycle.once:
            return None
        if happening.days is not None and not self._may_be_news(one, happening, happening.days):
            return None
        if bool(one.about) != bool(happening.about) and not one.persons & happening.persons:
            return None  # "22 agreements" need not be the treaty that the headline names
        if not happening.reports.isdisjoint(t.report for t in unit.tellings):
            return ["told by one report, which dates it once at most", _ALIKE, *_persons(one, happening)]
        if one.status not in happening.statuses or not _told_together(one, happening):
            return None
        return [f"published within {NEAR} days of each other, one without a date", _ALIKE, *_persons(one, happening)]

    def _may_be_news(self, one: Telling, happening: Happening, days: Days) -> bool:
        """Whether what an article tells without a date can be what happened then: not long ago, and no look back."""
        if width(days) > WIDE or all(t.claim.background for t in happening.tellings):
            return False
        done = one.status in self._lifecycle.one_status
        return one.told is None or not done or meet(days, (one.told - NEWS, one.told))


def _told_together(one: Telling, happening: Happening) -> bool:
    """Whether articles of the same days name the same persons: one will do where one of them gives a fresh day."""
    if one.told is None or not any(abs(one.told - other) <= NEAR for other in happening.told):
        return False
    shared = len(one.persons & happening.persons)
    if happening.days is None:
        return shared > 1
    return shared > 0 and (one.status not in {"past", "ongoing"} or _fresh(one, happening))


def _fresh(one: Telling, happening: Happening) -> bool:
    """Whether what happened is news on the day of an article."""
    return one.told is not None and happening.days is not None and meet(happening.days, (one.told - FRESH, one.told))


def _compatible(unit: Unit, happening: Happening, *, lasting: bool) -> bool:
    """Whether persons, agreements, place and value may be those of one happening."""
    persons = frozenset().union(*(t.persons for t in unit.tellings))
    about = frozenset().union(*(t.about for t in unit.tellings))
    if not (persons <= happening.persons or happening.persons <= persons):
        return False
    if about and happening.about and about.isdisjoint(happening.about):
        return False
    values = {t.value for t in unit.tellings if t.value}
    if values and happening.value and happening.value not in values:
        return False
    return all(one_place(t.place, happening.place, lasting=lasting) for t in unit.tellings)


def one_place(one: Side, other: Side, *, lasting: bool = False) -> bool:
    """Whether two places may be one: the same, one unknown, or one the country of the other.

    What lasts may be told of several towns of one country.
    """
    if not one[0] or not other[0] or one[0] == other[0]:
        return True
    within = one[1] == other[1] != ""
    return within and (lasting or one[0] == one[1] or other[0] == other[1])


def _nesting(days: Days, others: Days) -> str:
    if holds(days, others):
        return f"{in_words(days)} told by one, {in_words(others)} by another"
    return f"{in_words(days)} and {in_words(others)} have days in common"


def _persons(one: Telling, happening: Happening) -> list[str]:
    """Say whether the same persons are named, or one of the two names nobody."""
    if one.persons & happening.persons:
        return ["same persons"]
    return ["one of them names no person"] if one.persons or happening.persons else []
