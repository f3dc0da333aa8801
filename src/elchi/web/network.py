"""The network of a record as shapes: parties at fixed places, ties between them, names where they fit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from elchi.query import NetworkAnswer, NetworkEdge, NetworkNode
from elchi.web.layout import Place, places

WIDTH, HEIGHT, PAD = 960.0, 620.0, 60.0
_LETTER, _LINE = 6.4, 15.0
_LEAST, _MOST = 5.0, 22.0
_LONGEST, _ACRONYM = 22, 8
_STEPS = 4
"""Steps of a tie's strength while its events grow by the factor e."""
MOST_PARTIES = 150
"""Parties drawn, the busiest: more are no picture but a ball of wool. The table has all."""
MOST_TIES = 600
"""Ties drawn between them, the strongest."""


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


def network(answer: NetworkAnswer, year: str | None) -> Network | None:
    """Return the picture of all years, with the ties of one year alone where `year` is given; None without ties."""
    drawn = answer.nodes[:MOST_PARTIES]
    if not drawn:
        return None
    number = {node.entity: n for n, node in enumerate(drawn)}
    inside = [tie for tie in answer.edges if tie.source in number and tie.target in number][:MOST_TIES]
    springs = tuple((number[t.source], number[t.target], _strength(t.occurrences)) for t in inside)
    at = _places(len(drawn), springs)
    labels = {node.entity: node.label for node in drawn}
    edges = [
        _edge(tie, (labels[tie.source], labels[tie.target]), (at[number[tie.source]], at[number[tie.target]]), year)
        for tie in inside
    ]
    return Network(tuple(_nodes(drawn, at)), tuple(edges), answer.left_out + len(answer.nodes) - len(drawn))


def _strength(occurrences: int) -> float:
    """Return how strongly a tie pulls, in steps: a few more events move nobody, and the places that are kept hold."""
    return 0.6 + round(_STEPS * math.log1p(occurrences)) / _STEPS


@lru_cache(maxsize=8)
def _places(count: int, springs: tuple[tuple[int, int, float], ...]) -> tuple[Place, ...]:
    """Return the places of parties; they are worked out once for what is asked again and again."""
    found = places(count, {(a, b): strength for a, b, strength in springs}, WIDTH - 2 * PAD, HEIGHT - 2 * PAD)
    return tuple((PAD + x, PAD + y) for x, y in found)


def _edge(tie: NetworkEdge, labels: tuple[str, str], at: tuple[Place, Place], year: str | None) -> Edge:
    width = round(1 + 1.5 * math.log1p(tie.occurrences), 1)
    title = f"{labels[0]} – {labels[1]}: {tie.occurrences}"
    on = year is None or year in tie.years
    years = " ".join(name for name in tie.years if name)
    return Edge(*at[0], *at[1], width, years, tie.conflictual > tie.cooperative, on, title)


def _nodes(drawn: Sequence[NetworkNode], at: Sequence[Place]) -> list[Node]:
    """Return the parties; of two names that would lie over each other, that of the busier one is shown."""
    most = math.sqrt(drawn[0].occurrences) or 1.0
    taken: list[tuple[float, float, float, float]] = []
    found = []
    for node, (x, y) in zip(drawn, at, strict=True):
        name, label, events = node.entity, node.label, node.occurrences
        radius = round(max(_LEAST, _MOST * math.sqrt(events) / most), 1)
        short = short_label(name, label)
        half = len(short) * _LETTER / 2
        box = (max(half, min(WIDTH - half, x)) - half, y + radius + 2, len(short) * _LETTER, _LINE)
        named = not any(_overlap(box, other) for other in taken)
        if named:
            taken.append(box)
        found.append(Node(name, label, events, x, y, radius, named, short))
    return found


def short_label(name: str, label: str) -> str:
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
