"""A target against later figures: trade is to double, from what, by when, and where it stands."""

from __future__ import annotations

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
Figure = tuple[int, Standing]
"""The last day of the period, else the day on which the figure was told; and the figure."""


def find_targets(block: str, rows: Sequence[Row]) -> Iterator[Promise]:
    """Yield the targets among standings, each measured against the figures of the same parties."""
    figures: dict[object, list[Figure]] = {}
    for standing, held in rows:
        day = _day((standing, held)) if standing.type == FIGURE and standing.status in HOLDING else None
        if day is not None:
            figures.setdefault(held.first.sides, []).append((day, standing))
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
    base = next((s for day, s in reversed(figures) if told is not None and day <= told), None)
    later = [(day, s) for day, s in figures if told is not None and day > told]
    aim = _aim(standing.value or {}, base)
    reached = _reached(aim, later)
    steps = [Step(Stage.INTENDED, day_span(told), standing.claims)]
    done = next((figure for figure in later if _reached(aim, [figure])), None)
    if done is not None:
        steps.append(Step(Stage.DELIVERED, day_span(done[0]), done[1].claims))
    latest = figures[-1][1] if figures else None
    measure: dict[str, Any] = {
        "target": standing.value, "latest": _figure(latest), "latest_claims": list(latest.claims) if latest else [],
        "reached": reached, "base": _figure(base), "base_claims": list(base.claims) if base else [],
    }  # fmt: skip
    return Promise(
        id=digest("promise", block, "target", standing.id), block=block, kind="target",
        about=f"{standing.type} {shown(standing.value)}".rstrip(), lead=standing.lead, due=standing.valid_to,
        steps=tuple(steps), measure=measure,
    )  # fmt: skip


def _aim(value: Mapping[str, Any], base: Standing | None) -> tuple[Decimal, str] | None:
    """Return amount and unit aimed at: as told, or so many times the figure known when the target was set."""
    amount = amount_of(dict(value))
    if amount is not None:
        return amount, str(value.get("unit") or "")
    factor, known = amount_of({"amount": value.get("factor")}), amount_of(base.value) if base else None
    if factor is None or known is None or base is None:
        return None
    return factor * known, str((base.value or {}).get("unit") or "")


def _reached(aim: tuple[Decimal, str] | None, later: Sequence[Figure]) -> bool | None:
    """Whether a later figure comes to the aim; None where none in its unit is known."""
    if aim is None:
        return None
    alike = [s for _, s in later if str((s.value or {}).get("unit") or "") == aim[1]]
    amounts = [amount for s in alike if (amount := amount_of(s.value)) is not None]
    return max(amounts) >= aim[0] if amounts else None


def _figure(standing: Standing | None) -> dict[str, Any] | None:
    """Return a figure with its period: the value, and `from` and `to` as the standing has them."""
    if standing is None:
        return None
    times = {"from": standing.valid_from, "to": standing.valid_to}
    return {**(standing.value or {}), **{name: span.to_json() for name, span in times.items() if span is not None}}
