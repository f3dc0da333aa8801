"""Amounts told more or less exactly: 27 billion is what 26.9 billion comes to when it is rounded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.judging import Verdicts
from elchi.reconcile.statements import Held

_DIGITS_OF_ROUND = 3
"""An amount told with more significant digits than these is no rounding of another."""
_CLOSE = Decimal("0.05")
"""How far, as a share, an amount may lie from its rounding: 30 is not how one puts 27."""


def significant(amount: Decimal) -> int:
    """Return how many significant digits an amount is told with."""
    return (
        len(str(abs(int(amount)) if amount == amount.to_integral_value() else amount).replace(".", "").strip("0")) or 1
    )


def rounded(amount: Decimal, digits: int) -> Decimal:
    """Return an amount with so many significant digits."""
    if not amount:
        return amount
    return amount.quantize(Decimal(1).scaleb(amount.adjusted() - digits + 1), ROUND_HALF_UP)


def is_rounding(one: Decimal, other: Decimal) -> bool:
    """Whether the rounder of two amounts is what the other comes to when it is rounded."""
    rounder, exact = sorted((one, other), key=significant)
    digits = significant(rounder)
    return (
        digits <= _DIGITS_OF_ROUND and rounded(exact, digits) == rounder and abs(exact - rounder) <= _CLOSE * abs(exact)
    )


def amount_of(value: Mapping[str, Any] | None) -> Decimal | None:
    """Return the amount of a value; None where it has none."""
    amount = (value or {}).get("amount")
    if isinstance(amount, bool) or not isinstance(amount, int | float):
        return None
    told = Decimal(str(amount))
    return told if told.is_finite() else None


def merge_rounded(held: Sequence[Held], verdicts: Verdicts, lifecycle: Lifecycle) -> list[Held]:
    """Return the standings, a figure of a period joined to the one more exact figure that it is the rounding of."""
    periods: dict[object, list[Held]] = {}
    for one in held:
        if one.first.claim.type in lifecycle.of_a_period and amount_of(one.first.claim.value) is not None:
            unit = (one.first.claim.value or {}).get("unit")
            told = None if one.time != (None, None) else tuple(day // 366 for day in one.told[:1])
            what = one.first.what
            periods.setdefault((what[:4], what[5], one.time, told, unit), []).append(one)
    gone: set[int] = set()
    for rivals in periods.values():
        if len(rivals) > 1:
            gone |= _merge(rivals, verdicts)
    return [one for one in held if id(one) not in gone]


def _merge(rivals: Sequence[Held], verdicts: Verdicts) -> set[int]:
    """Join roundings to their amounts, the least round first; return what went into another."""
    told = {id(one): amount_of(one.first.claim.value) or Decimal(0) for one in rivals}
    exact: dict[tuple[int, Decimal], list[Held]] = {}
    for one in rivals:
        digits = significant(told[id(one)])
        for fewer in range(1, min(digits, _DIGITS_OF_ROUND + 1)):
            exact.setdefault((fewer, rounded(told[id(one)], fewer)), []).append(one)
    gone: set[int] = set()
    for one in sorted(rivals, key=lambda h: (-significant(told[id(h)]), told[id(h)], h.first.id)):
        amount = told[id(one)]
        near = [h for h in exact.get((significant(amount), amount), []) if id(h) not in gone]
        homes = [h for h in near if abs(told[id(h)] - amount) <= _CLOSE * abs(amount)]
        ids = [s.id for s in one.statements]
        if len(homes) == 1 and not verdicts.parted(ids, [s.id for s in homes[0].statements]):
            homes[0].add(one.statements, [f"{amount:f} is {told[id(homes[0])]:f} rounded", "same parties, same period"])
            gone.add(id(one))
    return gone
