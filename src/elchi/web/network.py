"""The network of a record as shapes: parties at fixed places, ties between them, names where they fit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from elchi.web.layout import places
from elchi.web.ties import Tie, busiest

WIDTH, HEIGHT, PAD = 960.0, 620.0, 60.0
_LETTER, _LINE = 6.4, 15.0
_LEAST, _MOST = 5.0, 22.0
_LONGEST, _ACRONYM = 22, 8


@dataclass(frozen=True, slots=True)
class Node:
    """A party: its place and size, and whether its name fits beside the others."""

    id: str
    label: str
    events: int
    x: float
    y: float
    radius: float
    named: bool
    short: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two places: its width, the years of its events, whether most of them are tense."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    years: str
    tense: bool
    on: bool
    title: str


@dataclass(frozen=True, slots=True)
class Network:
    """Everything that the template draws; how many parties found no room."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int
    width: float = WIDTH
    height: float = HEIGHT


def network(ties: Sequence[Tie], year: str | None) -> Network | None:
    """Return the picture of all years, with the ties of one year alone where `year` is given; None without ties."""
    drawn = busiest(ties)
    if not drawn:
        return None
    number = {name: n for n, (name, _, _) in enumerate(drawn)}
    inside = [tie for tie in ties if tie.pair[0] in number and tie.pair[1] in number]
    springs = {(number[a], number[b]): 0.6 + math.log1p(tie.events) for tie in inside for a, b in [tie.pair]}
    at = [(PAD + x, PAD + y) for x, y in places(len(drawn), springs, WIDTH - 2 * PAD, HEIGHT - 2 * PAD)]
    edges = [_edge(tie, at[number[tie.pair[0]]], at[number[tie.pair[1]]], year) for tie in inside]
    parties = len({name for tie in ties for name in tie.pair})
    return Network(tuple(_nodes(drawn, at)), tuple(edges), parties - len(drawn))


def _edge(tie: Tie, one: tuple[float, float], other: tuple[float, float], year: str | None) -> Edge:
    width = round(1 + 1.5 * math.log1p(tie.events), 1)
    title = f"{tie.labels[0]} – {tie.labels[1]}: {tie.events}"
    on = year is None or year in dict(tie.years)
    years = " ".join(name for name, _ in tie.years)
    return Edge(*one, *other, width, years, 2 * tie.tense > tie.events, on, title)


def _nodes(drawn: Sequence[tuple[str, str, int]], at: Sequence[tuple[float, float]]) -> list[Node]:
    """Return the parties; of two names that would lie over each other, that of the busier one is shown."""
    most = math.sqrt(drawn[0][2]) or 1.0
    taken: list[tuple[float, float, float, float]] = []
    found = []
    for (name, label, events), (x, y) in zip(drawn, at, strict=True):
        radius = round(max(_LEAST, _MOST * math.sqrt(events) / most), 1)
        short = _short(name, label)
        half = len(short) * _LETTER / 2
        box = (max(half, min(WIDTH - half, x)) - half, y + radius + 2, len(short) * _LETTER, _LINE)
        named = not any(_overlap(box, other) for other in taken)
        if named:
            taken.append(box)
        found.append(Node(name, label, events, x, y, radius, named, short))
    return found


def _short(name: str, label: str) -> str:
    """Return a label that fits: the acronym in the place of a long one, else its beginning."""
    if len(label) <= _LONGEST:
        return label
    return name if len(name) <= _ACRONYM else f"{label[: _LONGEST - 1]}…"


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    apart = (
        one[0] + one[2] <= other[0] or other[0] + other[2] <= one[0]
        or one[1] + one[3] <= other[1] or other[1] + other[3] <= one[1]
    )  # fmt: skip
    return not apart
