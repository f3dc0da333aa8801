"""N-Quads: the quads of `rdf`, one a line, in UTF-8."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elchi.export.event_row import EventRow
from elchi.export.rdf import quads
from elchi.export.rdf_terms import quad_line


def lines(events: Iterable[EventRow]) -> Iterator[str]:
    """Yield the quads of each event."""
    for told in quads(events):
        yield "".join(map(quad_line, told))
