"""One part of what is told in days: a day that a limit cuts is left to the next part, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from elchi.query import Occurrence, Quote, Standing


@dataclass(frozen=True, slots=True)
class Window:
    """The days of a part.

    Attributes:
        first: the first day that is shown, "" where nothing is left out.
        before: what the address of the next, older part asks for; None where there is none.
        limit: the limit of that part, where one day alone has more than this part may hold; else None.
    """

    first: str = ""
    before: str | None = None
    limit: int | None = None

    def holds(self, told: Occurrence | Standing | Quote) -> bool:
        """Whether something belongs to this part."""
        return day_of(told) >= self.first


WHOLE = Window()


def day_of(told: Occurrence | Standing | Quote) -> str:
    """Return the day that something is sorted by: its own, else that from which it was known; "" for neither."""
    span = told.valid_from if isinstance(told, Standing) else told.date
    if span is not None and span.start is not None:
        return span.start.isoformat()
    return (told.backing.published if isinstance(told, Quote) else told.known) or told.backing.published


def window_of(
    lists: Collection[Sequence[Occurrence] | Sequence[Quote]], before: date | None = None, limit: int | None = None
) -> Window:
    """Return the window of lists that a limit cut, each newest first; what was not cut sets no bound.

    Args:
        lists: those that were cut.
        before: what this part was asked for.
        limit: how much it was asked for.
    """
    bounds = [days for told in lists if (days := [day_of(one) for one in told])]
    if not bounds:
        return WHOLE
    parted = [_day_after(days[-1]) for days in bounds if days[-1] != days[0] and days[-1]]
    if len(parted) < len(bounds):  # nothing but one day in a list: a larger part of the same days
        return Window("", before.isoformat() if before else None, 4 * (limit or len(bounds[0])))
    return Window(max(parted), max(parted))


def _day_after(day: str) -> str:
    read = date.fromisoformat(day)
    return day if read == date.max else (read + timedelta(days=1)).isoformat()
