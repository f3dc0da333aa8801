"""The formats by name: each is a function of rows to chunks of text. Parquet is no text, a bundle no rows of events."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from elchi.export import (
    csv_table,
    event_lines,
    ftm,
    gdelt,
    gexf,
    graphml,
    icews,
    ics,
    jsonld,
    markdown,
    nquads,
    polecat,
    quickstatements,
    timelinejs,
)
from elchi.export.event_row import EventRow
from elchi.export.left_out import LeftOut


class Layout(StrEnum):
    """The formats."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    POLECAT = "polecat"
    ICEWS = "icews"
    GDELT = "gdelt"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    FTM = "ftm"
    GRAPHML = "graphml"
    GEXF = "gexf"
    ICS = "ics"
    QUICKSTATEMENTS = "quickstatements"
    TIMELINEJS = "timelinejs"
    MARKDOWN = "md"
    BUNDLE = "bundle"


@dataclass(frozen=True, slots=True)
class Options:
    """What single formats let one choose.

    Attributes:
        dyads: gdelt, icews: a line for each source with each target.
        undated_as_published: polecat, icews, gdelt: the day of publication where the event's own is not known.
        raw: csv: cells as they are, even where a spreadsheet would take them for formulas.
        confirmed: quickstatements: ids of claims that a person has confirmed.
        items: quickstatements: the Wikidata item of each entity.
    """

    dyads: bool = False
    undated_as_published: bool = False
    raw: bool = False
    confirmed: Collection[str] = ()
    items: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


Writer = Callable[[Iterable[EventRow], Options, LeftOut], Iterator[str]]

_WRITERS: dict[Layout, Writer] = {
    Layout.JSONL: lambda events, _options, _left_out: event_lines.lines(events),
    Layout.CSV: lambda events, options, _left_out: csv_table.lines(events, raw=options.raw),
    Layout.POLECAT: lambda events, options, left_out: polecat.lines(
        events, left_out, undated_as_published=options.undated_as_published
    ),
    Layout.ICEWS: lambda events, options, left_out: icews.lines(
        events, left_out, dyads=options.dyads, undated_as_published=options.undated_as_published
    ),
    Layout.GDELT: lambda events, options, left_out: gdelt.lines(
        events, left_out, dyads=options.dyads, undated_as_published=options.undated_as_published
    ),
    Layout.NQUADS: lambda events, _options, _left_out: nquads.lines(events),
    Layout.JSONLD: lambda events, _options, _left_out: jsonld.lines(events),
    Layout.FTM: lambda events, _options, left_out: ftm.lines(events, left_out),
    Layout.GRAPHML: lambda events, _options, left_out: graphml.lines(events, left_out),
    Layout.GEXF: lambda events, _options, left_out: gexf.lines(events, left_out),
    Layout.ICS: lambda events, _options, left_out: ics.lines(events, left_out),
    Layout.QUICKSTATEMENTS: lambda events, options, left_out: quickstatements.lines(
        events, options.confirmed, options.items, left_out
    ),
    Layout.TIMELINEJS: lambda events, _options, left_out: timelinejs.lines(events, left_out),
    Layout.MARKDOWN: lambda events, _options, _left_out: markdown.lines(events),
}


def text_of(layout: Layout, events: Iterable[EventRow], options: Options, left_out: LeftOut) -> Iterator[str]:
    """Return the chunks of text that make up an export; what the format cannot hold is counted in `left_out`.

    Raises:
        ValueError: the format is no text, or not made of rows.
    """
    if layout not in _WRITERS:
        raise ValueError(f"{layout.value} is not made of rows of events as text")
    return _WRITERS[layout](events, options, left_out)
