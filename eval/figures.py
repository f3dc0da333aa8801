"""A figure that was measured, and the floor it must not fall under.

Floors stand in `floors.toml`, one section a labelled set. Nothing lowers one by accident: `write_floors` refuses.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
AT_MOST = frozenset({"events_per_article", "wrong_links"})
"""Figures that are better when smaller: their floor is a ceiling."""
_STEPS = 100
"""Floors are written in hundredths, on the safe side of the figure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one labelled set, with what it counts (`of`) and its 95 % interval where there is one."""

    group: str
    name: str
    value: float
    of: str = ""
    interval: tuple[float, float] | None = None

    def holds(self, floor: float | None) -> bool:
        """Whether the figure is on the right side of its floor; without a floor it is."""
        if floor is None:
            return True
        return self.value <= floor if self.name in AT_MOST else self.value >= floor

    def as_floor(self) -> float:
        """Return the floor that the figure itself would set, rounded away from it."""
        if self.name in AT_MOST:
            return math.ceil(round(self.value * _STEPS, 6)) / _STEPS
        return math.floor(round(self.value * _STEPS, 6)) / _STEPS


Floors = dict[str, dict[str, float]]


def read_floors(path: Path = FLOORS) -> Floors:
    """Return the floors by set and figure."""
    table = tomllib.loads(path.read_text("utf-8"))
    return {group: {name: float(value) for name, value in row.items()} for group, row in table.items()}


def new_floors(old: Floors, figures: Sequence[Figure], *, lower: bool) -> tuple[Floors, list[str]]:
    """Return `old` with the floors that `figures` would set, and what was refused.

    Args:
        old: the floors so far; those of sets that were not measured stay.
        figures: what was measured.
        lower: whether a floor may become weaker. Else it stays, and is named in the second result.
    """
    new = {group: dict(row) for group, row in old.items()}
    refused: list[str] = []
    for figure in figures:
        row = new.setdefault(figure.group, {})
        if figure.holds(row.get(figure.name)) or lower:
            row[figure.name] = figure.as_floor()
        else:
            refused.append(f"{figure.group} {figure.name}: {figure.value:.3f} is worse than {row[figure.name]}")
    return new, refused


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors under the comment at the head of the file."""
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")] if path.exists() else []
    lines = ["\n".join(head)]
    for group in sorted(floors):
        rows = "\n".join(f"{name} = {value}" for name, value in sorted(floors[group].items()))
        lines.append(f"[{group}]\n{rows}")
    path.write_text("\n\n".join(lines) + "\n", "utf-8")
