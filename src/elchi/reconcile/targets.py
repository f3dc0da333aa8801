"""A target against later figures: trade is to double, from what, by when, and where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from elchi.model.record import Promise, Stage, Standing, Step
from elchi.reconcile.days import day_span, days_of
from elchi.reconcile.occurrences import digest
from elchi.reconcile.rounding import amount_of
from elchi.reconcile.slots import Row
from elchi.reconcile.standings import shown
from elchi.reconcile.statements import HOLDING

TARGET, FIGURE = "trade_target", "trade_volume"
Figure = tuple[int, Standing, Decimal, str]
"""The last day of the period, else the day on which the figure was told; the figure, its amount and unit."""


def find_targets(block: str, rows: Sequence[Row]) -> Iterator[Promise]:
    """Yield the targets among standings, each measured against the figures of the same parties."""
    figures: dict[object, list[Figure]] = {}
    for standing, held in rows:
        day = _day((standing, held)) if standing.type == FIGURE and standing.status in HOLDING else None
        amount = amount_of(standing.value)
        if day is not None and amount is not None:
            unit = str((standing.value or {}).get("unit") or "")
            figures.setdefault(held.first.sides, []).append((day, standing, amount, unit))
    for found in figures.values():
        found.sort(key=lambda figure: (figure[0], figure[1].id))
    for standing, held in rows:
        if standing.type == TARGET:
            yield _promise(block, (standing, held), figures.get(held.first.sides, []))


def _day(row: Row) -> int | None:
    standing, held = row
    end = days_of(standing.valid_to) or days_of(standing.valid_from)
    return end[1] if end else (held.told[-1] if held.told else None)


def _promise(block: str, row: Row, figures: Sequence[Figure]) -> Promise:
    standing, held = row
    told = held.told[0] if held.told else None
    known = bisect_right(figures, told, key=lambda figure: figure[0]) if told is not None else 0
    base = figures[known - 1] if known else None
    aim = _aim(standing.value or {}, base)
    later = [f for f in figures[known:] if aim is not None and f[3] == aim[1]] if told is not None else []
    done = next((f for f in later if aim is not None and f[2] >= aim[0]), None)
    steps = [Step(Stage.INTENDED, day_span(told), standing.claims)]
    if done is not None:
        steps.append(Step(Stage.DELIVERED, day_span(done[0]), done[1].claims))
    first, latest = base[1] if base else None, figures[-1][1] if figures else None
    measure: dict[str, Any] = {
        "target": standing.value, "latest": _figure(latest), "latest_claims": list(latest.claims) if latest else [],
        "reached": done is not None if later else None,
        "base": _figure(first), "base_claims": list(first.claims) if first else [],
    }  # fmt: skip
    return Promise(
        id=digest("promise", block, "target", standing.id), block=block, kind="target",
        about=f"{standing.type} {shown(standing.value)}".rstrip(), lead=standing.lead, due=standing.valid_to,
        steps=tuple(steps), measure=measure,
    )  # fmt: skip


def _aim(value: Mapping[str, Any], base: Figure | None) -> tuple[Decimal, str] | None:
    """Return amount and unit aimed at: as told, or so many times the figure known when the target was set."""
    amount = amount_of(value)
    if amount is not None:
        return amount, str(value.get("unit") or "")
    factor = amount_of({"amount": value.get("factor")})
    return None if factor is None or base is None else (factor * base[2], base[3])


def _figure(standing: Standing | None) -> dict[str, Any] | None:
    """Return a figure with its period: the value, and `from` and `to` as the standing has them."""
    if standing is None:
        return None
    times = {"from": standing.valid_from, "to": standing.valid_to}
    return {**(standing.value or {}), **{name: span.to_json() for name, span in times.items() if span is not None}}
