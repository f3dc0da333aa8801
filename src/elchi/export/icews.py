"""ICEWS: a table of 20 columns with tabs, one source and one target a row, CAMEO codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elchi.export.cameo import cameo_code, goldstein
from elchi.export.cells import exact_day, joined, tab_line
from elchi.export.event_row import EventRow
from elchi.export.gdelt import pairs
from elchi.export.left_out import LeftOut, coded_events
from elchi.export.sides import Side

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
    "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def lines(
    events: Iterable[EventRow], left_out: LeftOut, *, dyads: bool = False, undated_as_published: bool = False
) -> Iterator[str]:
    """Yield the header, then a line an event, or with `dyads` a line for each source with each target."""
    yield tab_line(COLUMNS)
    for event in coded_events(events, left_out):
        for source, target in pairs(event, dyads=dyads):
            yield tab_line(row(event, source, target, undated_as_published=undated_as_published))


def row(
    event: EventRow, source: Side | None, target: Side | None, *, undated_as_published: bool = False
) -> tuple[str | float | None, ...]:
    """Return the 20 cells of one source and one target."""
    place, first = event.place or {}, event.sentences[0] if event.sentences else None
    town = "" if place.get("entity") == place.get("country") else str(place.get("label", ""))
    code = cameo_code(event)
    text = f"{event.type} {event.mode}".strip()
    return (
        event.id, exact_day(event, undated_as_published=undated_as_published), *_side(source), text, code,
        goldstein(code), *_side(target), first.document if first else "", None, first.source if first else "",
        town, "", "", str(place.get("country") or ""), None, None,
    )  # fmt: skip


def _side(side: Side | None) -> tuple[str, str, str]:
    return (joined(side.names), joined(side.sectors), side.state) if side else ("", "", "")
