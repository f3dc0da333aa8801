"""POLECAT: a table of 40 columns with tabs, one event a row; several actors or recipients stand in one cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from elchi.export.cameo import plover_mode, quad
from elchi.export.cells import exact_day, joined, tab_line
from elchi.export.event_row import EventRow
from elchi.export.left_out import LeftOut, coded_events
from elchi.export.sides import Side, sides_of

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip


def lines(events: Iterable[EventRow], left_out: LeftOut, *, undated_as_published: bool = False) -> Iterator[str]:
    """Yield the header, then a line an event."""
    yield tab_line(COLUMNS)
    for event in coded_events(events, left_out):
        yield tab_line(row(event, undated_as_published=undated_as_published))


def row(event: EventRow, *, undated_as_published: bool = False) -> tuple[str, ...]:
    """Return the 40 cells of an event; what elchi does not know is empty."""
    sides = sides_of(event)
    place = event.place or {}
    first = event.sentences[0] if event.sentences else None
    return (
        event.id, exact_day(event, undated_as_published=undated_as_published), event.plover, plover_mode(event), "",
        quad(event), joined(event.contexts),
        *_side(sides.sources), *_side(sides.targets),
        *_place(place),
        first.source if first else "", event.published,
        joined(p.label for p in event.parties if p.kind == "person"),
        joined(p.label for p in event.parties if p.kind in {"organisation", "group", "body"}),
        joined([*(p.label for p in event.parties if p.kind in {"state", "place"}), str(place.get("label", ""))]),
        first.language if first else "", event.method,
    )  # fmt: skip


def _side(sides: Sequence[Side]) -> tuple[str, ...]:
    """Return name, country, COW, first sector, sectors, title, words as written, and the Wikipedia page."""
    sectors = list(dict.fromkeys(sector for side in sides for sector in side.sectors))
    return (
        joined(name for side in sides for name in side.names), joined(side.state for side in sides), "",
        next(iter(sectors), ""), joined(sectors), joined(office for side in sides for office in side.offices),
        joined(words for side in sides for words in side.mentions), "",
    )  # fmt: skip


def _place(place: dict[str, str]) -> tuple[str, ...]:
    """Return placename, city, district, province, country, latitude, longitude, GeoNames id, words, feature type."""
    label, country = str(place.get("label", "")), str(place.get("country") or "")
    is_town = bool(label) and place.get("entity") != country
    return label, label if is_town else "", "", "", country, "", "", "", "", ""
