"""Dates in digits alone: 22.02.1992, 22/02/2024, 2024-02-22."""

from __future__ import annotations

from dataclasses import replace

from elchi.mentions.date_parts import MONTH_DAYS, mention
from elchi.model.mention import DateKind, DateMention
from elchi.script import NUMBER
from elchi.sentence import Scan


def numeric_date(scan: Scan, place: int) -> DateMention | None:
    """Read 22.02.1992, 22/02/2024, 2024-02-22: day first, or as the pack's `date_order` says."""
    if scan.tokens[place].kind != NUMBER:
        return None
    whole = scan.tokens[place].key.split(".")
    if len(whole) == 3:
        return _numeric(scan, place, place + 1, whole)
    after = place + 5
    if after > scan.length or not all(t.glued for t in scan.tokens[place + 1 : after]):
        return None
    signs = {scan.tokens[place + 1].key, scan.tokens[place + 3].key}
    if len(signs) != 1 or not signs <= {"/", "-", "–"}:
        return None
    return _numeric(scan, place, after, [scan.tokens[i].key for i in (place, place + 2, place + 4)])


def _numeric(scan: Scan, first: int, after: int, cells: list[str]) -> DateMention | None:
    if not all(cell.isdigit() for cell in cells):
        return None
    order = "ymd" if len(cells[0]) == 4 else str(scan.pack.order.get("date_order", "dmy"))
    told = dict(zip(order, map(int, cells), strict=True))
    if len(cells[order.index("y")]) != 4 or not 1 <= told["m"] <= 12 or not 1 <= told["d"] <= MONTH_DAYS:
        return None
    return replace(mention(scan, first, after, DateKind.CALENDAR), year=told["y"], month=told["m"], day=told["d"])
