"""Which rows an export holds: by kind, type, status and time. Whom they are about is asked of the record itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from elchi.export.event_row import EventRow

_FIRST, _LAST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; an empty collection or None asks for everything.

    Attributes:
        types: types of claims (`CONSULT`, `member_of`) or PLOVER roots, in any case.
        since, until: first and last day (ISO 8601), both included. A row is held whose time may have touched them; one
            without a time counts by the day of its publication.
    """

    kinds: Collection[str] = ()
    types: Collection[str] = ()
    statuses: Collection[str] = ()
    since: str | None = None
    until: str | None = None

    def holds(self, event: EventRow) -> bool:
        """Whether a row is asked for."""
        wanted = {type_.casefold() for type_ in self.types}
        return (
            (not self.kinds or event.kind in self.kinds)
            and (not self.statuses or event.status in self.statuses)
            and (not wanted or bool({event.type.casefold(), event.plover.casefold()} & wanted))
            and self._in_time(event)
        )

    def _in_time(self, event: EventRow) -> bool:
        if self.since is None and self.until is None:
            return True
        first, last = time_of(event)
        return (not self.since or last >= self.since) and (not self.until or first <= self.until)


def time_of(event: EventRow) -> tuple[str, str]:
    """Return the first and last day (ISO 8601) that a row may be about; an unknown bound of a statement is open."""
    if event.kind == "statement" and (event.valid_from or event.valid_to):
        begin, end = event.valid_from, event.valid_to
        first = begin.start.isoformat() if begin and begin.start else _FIRST
        return first, end.end.isoformat() if end and end.end else _LAST
    if event.date and event.date.start and event.date.end:
        return event.date.start.isoformat(), event.date.end.isoformat()
    return (event.published, event.published) if event.published else (_LAST, _FIRST)
