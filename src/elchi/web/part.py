"""One page of a long list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """One page of a long list: its items, how many there are in all, and the numbers of the pages beside it."""

    items: Sequence[Item]
    whole: int
    number: int
    earlier: int | None
    later: int | None


def part_of(items: Sequence[Item], number: int) -> Part[Item]:
    """Return the page `number` (from 1) of a list."""
    begin = (number - 1) * PER_PAGE
    later = number + 1 if begin + PER_PAGE < len(items) else None
    return Part(items[begin : begin + PER_PAGE], len(items), number, number - 1 if number > 1 else None, later)
