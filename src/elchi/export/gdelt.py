"""GDELT 2.0 events: 61 columns with tabs and no header, CAMEO codes, one actor on either side a row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from elchi.export.cameo import cameo_code, goldstein, quad_class
from elchi.export.cells import exact_day, tab_line
from elchi.export.event_row import EventRow
from elchi.export.left_out import LeftOut, coded_events
from elchi.export.sides import Side, sides_of

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{part}" for part in _ACTOR), *(f"Actor2{part}" for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{part}" for who in ("Actor1", "Actor2", "Action") for part in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
_NOWHERE: tuple[None, ...] = (None,) * len(_GEO)
_COUNTRY, _TOWN_ABROAD = 1, 4
Cell = str | int | float | None


def lines(
    events: Iterable[EventRow], left_out: LeftOut, *, dyads: bool = False, undated_as_published: bool = False
) -> Iterator[str]:
    """Yield a line an event, or with `dyads` a line for each source with each target. There is no header in GDELT."""
    for event in coded_events(events, left_out):
        for source, target in pairs(event, dyads=dyads):
            yield tab_line(row(event, source, target, undated_as_published=undated_as_published, expanded=dyads))


def pairs(event: EventRow, *, dyads: bool) -> list[tuple[Side | None, Side | None]]:
    """Return source and target of each line: the first of each, or every pair; None where nobody is named."""
    sides = sides_of(event)
    whole: list[tuple[Side | None, Side | None]] = [(next(iter(sides.sources), None), next(iter(sides.targets), None))]
    return list(sides.dyads()) or whole if dyads else whole


def row(
    event: EventRow, source: Side | None, target: Side | None, *, undated_as_published: bool = False,
    expanded: bool = False,
) -> tuple[Cell, ...]:  # fmt: skip
    """Return the 61 cells of one source and one target; what elchi does not know is None."""
    code = cameo_code(event)
    first = event.sentences[0] if event.sentences else None
    return (
        event_number(event, source, target, expanded=expanded),
        *_dates(event, undated_as_published=undated_as_published), *_actor(source), *_actor(target),
        0 if event.background else 1, code, code[:3], code[:2], quad_class(code), goldstein(code),
        len(event.claims), len({s.source or s.document for s in event.sentences}), len(event.documents), None,
        *_NOWHERE, *_NOWHERE, *_place(event), _digits(event.recorded), first.document if first else None,
    )  # fmt: skip


def event_number(event: EventRow, source: Side | None, target: Side | None, *, expanded: bool) -> int:
    """Return a number below 2^60 that stands for the event, with `expanded` for the event and its two sides."""
    name = "|".join([event.id, *(side.id if side else "" for side in (source, target) if expanded)])
    return int(hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:15], 16)


def _dates(event: EventRow, *, undated_as_published: bool) -> tuple[Cell, ...]:
    """Return SQLDATE, MonthYear, Year and FractionDate, each only where the date is known so far."""
    day = exact_day(event, undated_as_published=undated_as_published)
    if day:
        on = date.fromisoformat(day)
        return int(f"{on:%Y%m%d}"), on.year * 100 + on.month, on.year, round(on.year + _part_of_year(on), 4)
    start, end = (event.date.start, event.date.end) if event.date else (None, None)
    if start is None or end is None or start.year != end.year:
        return None, None, None, None
    return None, start.year * 100 + start.month if start.month == end.month else None, start.year, None


def _part_of_year(day: date) -> float:
    """Return how much of the year is over at the end of a day, below 1 as the codebook has it."""
    return min(day.timetuple().tm_yday / 365, 0.9999)


def _actor(side: Side | None) -> tuple[Cell, ...]:
    if side is None:
        return (None,) * len(_ACTOR)
    types = [*side.sectors[:3], None, None, None][:3]
    country = side.state or None
    return "".join(filter(None, (country, *types))) or None, side.names[0], country, None, None, None, None, *types


def _place(event: EventRow) -> tuple[Cell, ...]:
    """Return the place of the action: its type and name; codes and coordinates are not known."""
    label, country = (event.place or {}).get("label"), (event.place or {}).get("country")
    if not label:
        return _NOWHERE
    is_state = (event.place or {}).get("entity") == country
    return (_COUNTRY if is_state else _TOWN_ABROAD, str(label), *_NOWHERE[2:])


def _digits(moment: str) -> int | None:
    """Return a time as YYYYMMDDHHMMSS."""
    digits = "".join(letter for letter in moment[:19] if letter in "0123456789")
    return int(digits) if len(digits) == 14 else None
