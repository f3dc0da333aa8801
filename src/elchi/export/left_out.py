"""What a format cannot hold is counted, by reason, and told to whoever exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from elchi.export.cells import is_coded
from elchi.export.event_row import EventRow

LeftOut = Counter[str]
"""How many rows were left out, by the reason in words."""


def coded_events(events: Iterable[EventRow], left_out: LeftOut) -> Iterator[EventRow]:
    """Yield what event data hold; count the rest."""
    for event in events:
        if is_coded(event):
            yield event
        else:
            left_out["statements and quotes" if event.kind != "event" else "denied or hypothetical events"] += 1
