"""A count against the list: "nine members", and those that the record knows to have been members on that day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from elchi.model.record import ConflictKind
from elchi.reconcile.clashes import Clash, sides_of
from elchi.reconcile.days import days_of
from elchi.reconcile.rounding import amount_of
from elchi.reconcile.slots import Row
from elchi.reconcile.statements import HOLDING

MEMBER, COUNT, FOUNDED = "member_of", "member_count", "founded"


def counts_against_lists(rows: Sequence[Row]) -> tuple[list[Clash], dict[str, str]]:
    """Return the counts that are smaller than the list, and for each that equals it, by id, the words that say so.

    A list that is shorter than the count is no conflict: no article need name all members.
    """
    members = _Members(rows)
    clashes: list[Clash] = []
    agreeing: dict[str, str] = {}
    for row in rows:
        standing, amount = row[0], amount_of(row[0].value)
        if amount is None or standing.status not in HOLDING or standing.type not in {COUNT, FOUNDED}:
            continue
        listed = members.listed(row) if standing.type == COUNT else _founders_listed(row)
        if len(listed) == amount:
            agreeing[standing.id] = f"as many are listed by name: {len(listed)}"
        if len(listed) > amount:
            names = {"amount": len(listed), "listed": sorted(listed)}
            told = [(standing.value, standing.claims), (names, sorted({c for ids in listed.values() for c in ids}))]
            about = (
                standing.slot if standing.type == COUNT else f"founders {standing.slot.removeprefix(FOUNDED)}".strip()
            )
            clashes.append(Clash(ConflictKind.COUNT, about, sides_of(told)))
    return clashes, agreeing


class _Members:
    """Who surely was a member on a day: begun by then, or told to be one by then, and not ended."""

    def __init__(self, rows: Sequence[Row]) -> None:
        members = [row for row in rows if row[0].type == MEMBER and row[0].status in HOLDING]
        self._by_document: dict[str, list[Row]] = {}
        for row in members:
            for document in {s.claim.document for s in row[1].statements}:
                self._by_document.setdefault(document, []).append(row)
        begun = [(start, row) for row in members if (start := _started(row)) is not None]
        self._begun = sorted(begun, key=lambda pair: (pair[0], pair[1][0].id))
        self._starts = [start for start, _ in self._begun]

    def listed(self, count: Row) -> dict[str, tuple[str, ...]]:
        """Return the members on the day of a count, each with the claims that say so.

        A member whom nobody dates is one, too, if the article that counts names it. Where nothing tells the day, those
        whom that article names are the list.
        """
        day = _day(count)
        told_with = [row for s in count[1].statements for row in self._by_document.get(s.claim.document, ())]
        rows = [row for row in told_with if day is None or row[0].valid_from is None]
        rows += [row for _, row in self._begun[: bisect_right(self._starts, day)]] if day is not None else []
        return {name: row[0].claims for row in rows if (name := _subject(row)) and not _over(row, day)}


def _started(row: Row) -> int | None:
    begun = days_of(row[0].valid_from)
    return begun[1] if begun else next(iter(row[1].told), None)


def _over(row: Row, day: int | None) -> bool:
    ended = days_of(row[0].valid_to)
    return ended is not None and (day is None or day >= ended[0])


def _founders_listed(row: Row) -> dict[str, tuple[str, ...]]:
    named = (p.entity for s in row[1].statements for p in s.claim.participants if p.role == "founder")
    return dict.fromkeys(named, row[0].claims)


def _subject(row: Row) -> str:
    return next((p.entity for p in row[1].first.claim.participants if p.role == "subject"), "")


def _day(count: Row) -> int | None:
    """Return the day on which a count held: the first of its time, else that of its first telling."""
    begun = days_of(count[0].valid_from)
    return begun[1] if begun else next(iter(count[1].told), None)
