"""A count against the list: "nine members", and those that the record knows to have been members on that day."""

from __future__ import annotations

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
    members = [row for row in rows if row[0].type == MEMBER and row[0].status in HOLDING]
    clashes: list[Clash] = []
    agreeing: dict[str, str] = {}
    for row in rows:
        standing, amount = row[0], amount_of(row[0].value)
        if amount is None or standing.status not in HOLDING or standing.type not in {COUNT, FOUNDED}:
            continue
        listed = _members_listed(row, members) if standing.type == COUNT else _founders_listed(row)
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


def _members_listed(row: Row, members: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    return {name: m[0].claims for m in members if (name := _subject(m)) and _member_on(m, row)}


def _founders_listed(row: Row) -> dict[str, tuple[str, ...]]:
    named = (p.entity for s in row[1].statements for p in s.claim.participants if p.role == "founder")
    return dict.fromkeys(named, row[0].claims)


def _subject(row: Row) -> str:
    return next((p.entity for p in row[1].first.claim.participants if p.role == "subject"), "")


def _member_on(member: Row, count: Row) -> bool:
    """Whether somebody surely was a member when a count was told: begun before, or told by then, and not ended."""
    day = _day(count)
    standing, held = member
    begun, ended = days_of(standing.valid_from), days_of(standing.valid_to)
    if begun is not None:
        started = day is None or begun[1] <= day
    else:
        documents = {s.claim.document for s in count[1].statements}
        told_with = any(s.claim.document in documents for s in held.statements)
        started = told_with or (day is not None and bool(held.told) and held.told[0] <= day)
    return started and (ended is None or (day is not None and day < ended[0]))


def _day(count: Row) -> int | None:
    """Return the day on which a count held: the first of its time, else that of its first telling."""
    begun = days_of(count[0].valid_from)
    return begun[1] if begun else next(iter(count[1].told), None)
