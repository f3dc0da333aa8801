"""What happened within what: the meetings, signings and inaugurations of a visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elchi.model.record import Occurrence
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.dated_by_parts import dated_by_parts
from elchi.reconcile.days import Days, SpanIndex, holds, meet, width
from elchi.reconcile.happenings import Happening

Row = tuple[Occurrence, Happening]


def with_wholes(rows: Sequence[Row], lifecycle: Lifecycle) -> list[Row]:
    """Return the occurrences, each marked with the one that it happened within, where exactly one fits."""
    rows = dated_by_parts(rows, lifecycle)
    wholes = [row for row in rows if _act(row[0]) in lifecycle.within]
    if not wholes:
        return list(rows)
    index = SpanIndex()
    by_report: dict[str, list[int]] = {}
    for number, (occurrence, happening) in enumerate(wholes):
        if happening.days is not None and width(happening.days) <= lifecycle.lasting.get(_act(occurrence), 0):
            index.add(_stay(occurrence, happening.days, lifecycle), number)
        for report in happening.reports:
            by_report.setdefault(report, []).append(number)
    return [(_placed(row, wholes, index, by_report, lifecycle), row[1]) for row in rows]


def _placed(
    row: Row, wholes: Sequence[Row], index: SpanIndex, by_report: dict[str, list[int]], lifecycle: Lifecycle
) -> Occurrence:
    occurrence, happening = row
    if occurrence.background and happening.days is None:
        return occurrence
    found: dict[str, str] = {}
    for number in _near(happening, index, by_report):
        whole, stay = wholes[number]
        if _act(occurrence) not in lifecycle.within[_act(whole)] or whole.id == occurrence.id:
            continue
        reason = _within(row, (whole, stay), lifecycle)
        if reason:
            found[whole.id] = reason
        if len(found) > 1:
            return occurrence
    for id_, reason in found.items():
        return replace(occurrence, part_of=id_, reasons=(*occurrence.reasons, reason))
    return occurrence


def _near(happening: Happening, index: SpanIndex, by_report: dict[str, list[int]]) -> Iterator[int]:
    if happening.days is not None:
        yield from index.near(happening.days)
    else:
        yield from dict.fromkeys(number for report in sorted(happening.reports) for number in by_report.get(report, ()))


def _within(part: Row, whole: Row, lifecycle: Lifecycle) -> str:
    """Say why an occurrence happened within another; "" where it did not."""
    (occurrence, inside), (around, stay) = part, whole
    if lifecycle.one_status.get(occurrence.status, occurrence.status) != lifecycle.one_status.get(
        around.status, around.status
    ):
        return ""
    told_by_one = not inside.reports.isdisjoint(stay.reports)
    shared = bool(inside.persons & stay.persons)
    if inside.persons and stay.persons and not shared and not told_by_one:
        return ""
    if inside.days is None:
        return "told by the report of the visit, without a day of its own" if told_by_one else ""
    if stay.days is None or width(inside.days) > lifecycle.lasting.get(_act(around), 0):
        return ""
    if holds(stay.days, inside.days):
        return "within the days of the visit, same parties"
    near = meet(_stay(around, stay.days, lifecycle), inside.days)
    return "in the days after the guest came, told of the same persons or by one report" if near and (
        shared or told_by_one
    ) else ""  # fmt: skip


def _stay(occurrence: Occurrence, days: Days, lifecycle: Lifecycle) -> Days:
    """Return the days that what lasts may take, from the first that is told."""
    return days[0], max(days[1], days[0] + lifecycle.lasting.get(_act(occurrence), 0))


def _act(occurrence: Occurrence) -> str:
    return f"{occurrence.type} {occurrence.mode}".rstrip()
