"""Wikidata QuickStatements, version 1: statements that a person has confirmed, between two items of Wikidata.

elchi submits nothing. Only claims whose ids are given as confirmed are written, only where both ends have an item and
the article has an address that Wikidata can cite, and each line stands for a person to look at before it is sent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import regex

from elchi.export.event_row import EventRow
from elchi.export.left_out import LeftOut
from elchi.export.rdf_terms import document_iri
from elchi.model import DateSpan, Precision
from elchi.packs import data_folder
from elchi.packs.tables import read_toml

_ITEM = regex.compile(r"Q[1-9][0-9]*")
_PRECISION = {Precision.DAY: 11, Precision.MONTH: 10, Precision.YEAR: 9}
_SINCE, _UNTIL, _ADDRESS, _RETRIEVED = "P580", "P582", "S854", "S813"
_NOW = frozenset({"ongoing", "past"})


def lines(
    events: Iterable[EventRow], confirmed: Collection[str], items: Mapping[str, str], left_out: LeftOut
) -> Iterator[str]:
    """Yield a line a statement.

    Args:
        events: rows of claims or occurrences.
        confirmed: ids of claims that a person has confirmed.
        items: the Wikidata item (`Q668`) of each entity.
        left_out: where everything that does not qualify is counted, by its first reason.
    """
    for event in events:
        reason, cells = _qualified(event, confirmed, items)
        if reason:
            left_out[reason] += 1
        else:
            yield "\t".join(cells) + "\n"


def _qualified(event: EventRow, confirmed: Collection[str], items: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return why a row stays out, or its cells."""
    known = _table().get(event.type) if event.kind == "statement" and event.status in _NOW else None
    if known is None:
        return "claims that Wikidata has no property for", []
    if not set(event.claims) & set(confirmed):
        return "claims that nobody has confirmed", []
    one = next(iter(event.in_roles(known["from"])), None)
    other = next((p for p in event.in_roles(known["to"]) if p.kind in known["to_kinds"]), None)
    ends = [items.get(party.entity, "") for party in (one, other) if party is not None]
    if len(ends) < 2 or not all(map(_ITEM.fullmatch, ends)):
        return "claims without a Wikidata item on both ends", []
    address = next((document_iri(d) for d in event.documents if not document_iri(d).startswith("urn:")), "")
    if not address:
        return "claims whose article has no address", []
    source = [_ADDRESS, f'"{address}"']
    source += [_RETRIEVED, f"+{event.recorded[:10]}T00:00:00Z/11"] if event.recorded else []
    times = [*_time(_SINCE, event.valid_from), *_time(_UNTIL, event.valid_to)]
    return "", [ends[0], known["property"], ends[1], *times, *source]


def _time(qualifier: str, span: DateSpan | None) -> list[str]:
    """Return a qualifier with a date as exactly as it is known; none where it is not one day, month or year."""
    precision = _PRECISION.get(span.precision) if span else None
    if span is None or span.start is None or span.end is None or precision is None:
        return []
    if span.start != span.end and precision == _PRECISION[Precision.DAY]:
        return []
    year, month, day = span.start.isoformat().split("-")
    shown = f"{year}-{month if precision > 9 else '00'}-{day if precision > 10 else '00'}"
    return [qualifier, f"+{shown}T00:00:00Z/{precision}"]


@cache
def _table() -> dict[str, Any]:
    return read_toml(data_folder().joinpath("ontology"), "wikidata.toml")
