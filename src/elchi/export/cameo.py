"""CAMEO codes, Goldstein weights, PLOVER modes and quads of a row (data/ontology/cameo.toml, frames.toml)."""

from __future__ import annotations

from functools import cache
from typing import Any

from elchi.export.event_row import EventRow
from elchi.packs import data_folder, load_ontology_data
from elchi.packs.ontology import Frame
from elchi.packs.tables import read_toml


def cameo_code(event: EventRow) -> str:
    """Return the CAMEO code, of two to four digits; "" for what is no event of PLOVER.

    What is planned or intended is intent (03) or a threat (13), never the act itself.
    """
    ahead = event.status in load_ontology_data().ahead_statuses
    if ahead and event.type in _table()["ahead"]:
        return str(_table()["ahead"][event.type])
    frame = frame_of(event)
    return frame.cameo if frame else str(_table()["root"].get(event.type, ""))


def goldstein(code: str) -> float | None:
    """Return the Goldstein weight of a CAMEO code, None where the ontology gives none."""
    return _weights().get(code)


def quad(event: EventRow) -> str:
    """Return the quad of POLECAT, by PLOVER root."""
    return str(_table()["quad"].get(event.plover, ""))


def quad_class(code: str) -> int | None:
    """Return GDELT's QuadClass (1 to 4) of a CAMEO code."""
    return next((number for last, number in sorted(_table()["quad_class"].items()) if code[:2] <= last), None)


def plover_mode(event: EventRow) -> str:
    """Return the mode that PLOVER itself gives; "" where it has none, or where the act became another root."""
    frame = frame_of(event)
    return frame.plover_mode if frame and event.plover == event.type else ""


def frame_of(event: EventRow) -> Frame | None:
    """Return the evoked frame where type and mode are still its own, else the first of that type and mode."""
    frames = load_ontology_data().frames
    evoked = frames.get(event.frame)
    if evoked is not None and (evoked.type, evoked.mode) == (event.type, event.mode):
        return evoked
    return _first_frames().get((event.type, event.mode))


@cache
def _table() -> dict[str, Any]:
    return read_toml(data_folder().joinpath("ontology"), "cameo.toml")


@cache
def _weights() -> dict[str, float]:
    return {frame.cameo: frame.score for frame in load_ontology_data().frames.values()}


@cache
def _first_frames() -> dict[tuple[str, str], Frame]:
    return {(f.type, f.mode): f for f in reversed(load_ontology_data().frames.values())}
