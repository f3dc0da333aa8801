"""One happening told with two days, two places or two values: two occurrences that are perhaps one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from elchi.model.record import ConflictKind, Occurrence
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.clashes import Clash, sides_of
from elchi.reconcile.days import in_words, iso, width
from elchi.reconcile.happenings import Happening
from elchi.reconcile.homes import one_place
from elchi.reconcile.tellings import Side

DAYS = 3
"""Days that a wrong weekday, a time zone or a night can put between two tellings of one act."""
DAYS_OF_DOCUMENT = 31
"""The same, where both name the agreement that was signed: a wrong month."""
Row = tuple[Occurrence, Happening]


def twice_told(rows: Sequence[Row], lifecycle: Lifecycle) -> Iterator[Clash]:
    """Yield the days, places and values of what may be one happening, told by different articles."""
    series: dict[object, list[Row]] = {}
    for occurrence, happening in rows:
        exact = happening.days is not None and width(happening.days) <= lifecycle.lasting.get(_act(occurrence), 0)
        if exact and occurrence.status == "past":
            first = happening.tellings[0]
            series.setdefault((occurrence.type, occurrence.mode, first.sides, first.document), []).append(
                (occurrence, happening)
            )
    for rivals in series.values():
        yield from _of_copies(rivals)
        rivals.sort(key=lambda row: (row[1].days or (0, 0), row[0].id))
        for one, other in pairwise(rivals):
            clash = _clash(one, other, lifecycle)
            if clash is not None:
                yield clash


def _of_copies(rivals: Sequence[Row]) -> Iterator[Clash]:
    """Yield two days, however far apart, that two copies of one report give to the one such act that each tells."""
    by_report: dict[str, list[Row]] = {}
    for row in rivals:
        for report in row[1].reports:
            by_report.setdefault(report, []).append(row)
    for told in by_report.values():
        if len(told) == 2 and _may_be_one(told[0][1], told[1][1]):
            (first, left), (second, right) = sorted(told, key=lambda row: (row[1].days or (0, 0), row[0].id))
            if left.days and right.days and right.days[0] - left.days[1] > DAYS:
                days = zip((in_words(left.days), in_words(right.days)), (first.claims, second.claims), strict=True)
                yield Clash(ConflictKind.DATE, f"{_act(first)} {who(left.tellings[0].sides)}", sides_of(days))


def _clash(one: Row, other: Row, lifecycle: Lifecycle) -> Clash | None:
    (first, left), (second, right) = one, other
    if left.days is None or right.days is None or not _may_be_one(left, right):
        return None
    about = f"{_act(first)} {who(left.tellings[0].sides)}"
    claims = first.claims, second.claims
    if left.days == right.days:
        if _act(first) in lifecycle.once and not one_place(left.place, right.place):
            places = zip((left.place[0], right.place[0]), claims, strict=True)
            return Clash(ConflictKind.PLACE, f"{about}, {in_words(left.days)}", sides_of(places))
        if left.value and right.value and left.value != right.value:
            values = zip((first.value, second.value), claims, strict=True)
            return Clash(ConflictKind.VALUE, f"{about}, {in_words(left.days)}", sides_of(values))
        return None
    return _two_days(one, other, lifecycle, about)


def _two_days(one: Row, other: Row, lifecycle: Lifecycle, about: str) -> Clash | None:
    """Return the conflict of two days that lie close; what lasts is told of its days, and opinions are told daily."""
    (first, left), (second, right) = one, other
    if left.days is None or right.days is None:
        return None
    same_document = bool(left.about & right.about)
    most = DAYS_OF_DOCUMENT if same_document else DAYS
    if right.days[0] - left.days[1] > most or not one_place(left.place, right.place):
        return None
    if not same_document and (_act(first) in lifecycle.lasting or _act(first) not in lifecycle.once):
        return None
    days = zip((iso(left.days[0]), iso(right.days[0])), (first.claims, second.claims), strict=True)
    return Clash(ConflictKind.DATE, about, sides_of(days))


def _may_be_one(left: Happening, right: Happening) -> bool:
    """Whether different articles tell them, naming no different persons and no different agreements."""
    documents = {t.claim.document for t in left.tellings}
    if not documents.isdisjoint(t.claim.document for t in right.tellings):
        return False
    if left.about and right.about and left.about.isdisjoint(right.about):
        return False
    return left.persons <= right.persons or right.persons <= left.persons


def _act(occurrence: Occurrence) -> str:
    return f"{occurrence.type} {occurrence.mode}".rstrip()


def who(sides: frozenset[Side]) -> str:
    """Return who stood where: `IND|KAZ` where all are alike, `IND → KAZ` where one acts on the other."""
    by_role: dict[str, set[str]] = {}
    for role, entity in sides:
        by_role.setdefault(role, set()).add(entity)
    order = {"actor": 0, "party": 0, "recipient": 1}
    roles = sorted(by_role, key=lambda role: (order.get(role, 2), role))
    return " → ".join("|".join(sorted(by_role[role])) for role in roles)
