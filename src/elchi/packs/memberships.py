"""Who is a member or an observer of which organisation, since when and until when: `catalogue/memberships.tsv`.

Only what is beyond doubt: a claim that says otherwise is shown as a conflict with the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable

import regex

from elchi.errors import PackError
from elchi.model import DateSpan
from elchi.packs.tables import NONE, Row, data_folder, read_table

FILE = "memberships.tsv"
STANDINGS = ("member_of", "observer_of")
_PARTIAL = regex.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class MembershipTerm:
    """A time in an organisation: between which days it began, and the first day on which it was over, or None."""

    member: str
    organisation: str
    standing: str
    begin: DateSpan
    end: DateSpan | None


@cache
def load_memberships_data() -> tuple[MembershipTerm, ...]:
    """Return the packaged table, read once."""
    return tuple(load_memberships(data_folder().joinpath("catalogue")))


def load_memberships(folder: Traversable) -> Iterator[MembershipTerm]:
    """Yield the rows of `folder` (data/catalogue). Raise `PackError` where a cell is malformed."""
    for row in read_table(folder, FILE, "member organisation standing from to"):
        member, organisation, standing, begin, end = row.cells
        if standing not in STANDINGS:
            raise row.expected(f"one of {', '.join(STANDINGS)}, found {standing!r}")
        over = None if end == NONE else span(row, end)
        term = MembershipTerm(member, organisation, standing, span(row, begin), over)
        if over is not None and term.begin.end is not None and over.end is not None and over.end <= term.begin.end:
            raise row.expected("an end after the beginning")
        yield term


def span(row: Row, cell: str) -> DateSpan:
    """Return the days that a cell means: a year, month or day, or any day between two of them (`1973/1993`).

    Raises:
        PackError: it is none of these.
    """
    first, _, last = cell.partition("/")
    try:
        one = partial_day(first)
        other = partial_day(last) if last else one
    except ValueError as bad:
        raise _malformed(row, cell) from bad
    if not last:
        return one
    if one.start is None or other.end is None or one.start > other.end:
        raise _malformed(row, cell)
    return DateSpan.about(one.start, other.end)


def _malformed(row: Row, cell: str) -> PackError:
    return row.expected(f"a year, month or day, or two apart by '/', found {cell!r}")


def partial_day(text: str) -> DateSpan:
    """Return the days of a year, month or day as tables write them. Raise `ValueError` where it is none."""
    found = _PARTIAL.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if not month:
        return DateSpan.year(year)
    return DateSpan.day(date(year, month, day)) if day else DateSpan.month(year, month)
