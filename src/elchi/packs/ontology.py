"""The ontology: what acts there are, what they need, and what may be said to hold."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from elchi.errors import PackError
from elchi.packs.tables import read_toml


@dataclass(frozen=True, slots=True)
class Shape:
    """How the parties of an act stand in the clause: for each slot, universal roles, best first."""

    id: str
    claims: str
    slots: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """An act: its PLOVER root and mode, its shape, its CAMEO code and Goldstein weight.

    `alone` marks acts that may be told with one party only; `actor` and `recipient` override the shape's roles;
    `misdeed` says that who tells of the act accuses whoever does it;
    `envoys` says that diplomats and embassies stand for whom the act is done to, the state that they are in acts;
    `of_states` says that an unsaid side is a state, not the person who acted for it last.
    """

    id: str
    type: str
    mode: str
    plover_mode: str
    cameo: str
    score: float
    shape: Shape
    recipient: tuple[str, ...] = ()
    alone: bool = False
    actor: tuple[str, ...] = ()
    envoys: bool = False
    misdeed: bool = False
    of_states: bool = False


@dataclass(frozen=True, slots=True)
class Property:
    """A statement's property: what it takes and how its values stand to one another."""

    id: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    symmetric: bool
    exclusive: str | bool
    wikidata: str
    definition: str


@dataclass(frozen=True, slots=True)
class OfficeKinds:
    """Offices held abroad, by one person at a time, by leaders at large, in a party or a part of a state."""

    abroad: frozenset[str]
    single: frozenset[str]
    leaders: frozenset[str]
    local: frozenset[str]


@dataclass(frozen=True, slots=True)
class Instruments:
    """Kinds of agreements; how far one has come by an act of a frame; frames with sums, frames with counts."""

    kinds: frozenset[str]
    states: dict[str, str]
    money: frozenset[str]
    counted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ontology:
    """Frames, properties and partnership levels by id; roots of acts that lie ahead; kinds of offices; agreements.

    Attributes:
        shorter: for the label of a level, those of the less specific wordings under which it is told, too.
        families: for the label of a level, its family; levels of two families hold side by side.
    """

    frames: dict[str, Frame]
    properties: dict[str, Property]
    levels: dict[str, str]
    ranks: dict[str, int]
    shorter: dict[str, frozenset[str]]
    families: dict[str, str]
    ahead: dict[str, str]
    ahead_statuses: frozenset[str]
    offices: OfficeKinds
    instruments: Instruments

    def plover_root(self, act: str, status: str) -> str:
        """Return the PLOVER root of an act of root `act` with `status`."""
        return self.ahead.get(act, act) if status in self.ahead_statuses else act


def load_ontology(folder: Traversable) -> Ontology:
    """Read `folder` (data/ontology). Raise `PackError` where a frame is incomplete or stands twice."""
    shapes = {
        name: Shape(name, row["claims"], {k: tuple(v) for k, v in row.items() if k != "claims"})
        for name, row in _rows(folder, "shapes.toml").items()
    }
    frames: dict[str, Frame] = {}
    for row in read_toml(folder, "frames.toml")["frame"]:  # type: ignore[attr-defined]
        frame = _frame(row, shapes)
        if frame.id in frames:
            raise PackError("ontology/frames.toml", 0, f"one frame {frame.id!r}")
        frames[frame.id] = frame
    properties = {
        name: Property(name, tuple(row["subject"]), tuple(row["object"]), row["symmetric"], row["exclusive"],
                       row["wikidata"], row["definition"])
        for name, row in _rows(folder, "properties.toml").items()
    }  # fmt: skip
    levels: dict[str, Any] = _rows(folder, "levels.toml")["levels"]
    ahead = dict(_rows(folder, "statuses.toml")["ahead"])
    statuses = frozenset(ahead.pop("statuses"))
    return Ontology(
        frames, properties, {k: v["label"] for k, v in levels.items()}, {k: v["rank"] for k, v in levels.items()},
        _shorter(levels), {v["label"]: v.get("family", "partnership") for v in levels.values()},
        ahead, statuses, _office_kinds(folder), _instruments(folder, frames),
    )  # fmt: skip


def _instruments(folder: Traversable, frames: dict[str, Frame]) -> Instruments:
    rows = _rows(folder, "instruments.toml")
    values = rows["values"]
    unknown = {*rows["states"], *values["money"], *values["counted"]} - frames.keys()
    if unknown:
        raise PackError("ontology/instruments.toml", 0, f"frames of frames.toml, not {sorted(unknown)}")
    return Instruments(
        frozenset(rows["kinds"]), dict(rows["states"]), frozenset(values["money"]), frozenset(values["counted"])
    )


def _shorter(levels: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Return, by label, the labels under which a level is told, too. Raise `PackError` at one that is none."""
    labels = {id_: row["label"] for id_, row in levels.items()}
    unknown = {id_ for row in levels.values() for id_ in row.get("told_as", ())} - labels.keys()
    if unknown:
        raise PackError("ontology/levels.toml", 0, f"levels that are told_as, not {', '.join(sorted(unknown))}")
    return {row["label"]: frozenset(labels[id_] for id_ in row.get("told_as", ())) for row in levels.values()}


def _office_kinds(folder: Traversable) -> OfficeKinds:
    rows = _rows(folder, "offices.toml")
    return OfficeKinds(
        frozenset(rows["abroad"]), frozenset(rows["single"]), frozenset(rows["leaders"]), frozenset(rows["local"])
    )


def _rows(folder: Traversable, name: str) -> dict[str, Any]:
    return dict(read_toml(folder, name))


def _frame(row: dict[str, Any], shapes: dict[str, Shape]) -> Frame:
    try:
        return Frame(
            row["id"], row["type"], row["mode"], row["plover_mode"], row["cameo"], row["score"], shapes[row["shape"]],
            tuple(row.get("recipient", ())), row.get("alone", False), tuple(row.get("actor", ())),
            row.get("envoys", False), row.get("misdeed", False), row.get("of_states", False),
        )  # fmt: skip
    except KeyError as missing:
        raise PackError("ontology/frames.toml", 0, f"frame {row.get('id')!r} with {missing}") from missing
