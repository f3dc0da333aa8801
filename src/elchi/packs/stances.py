"""Which position an act shows: the table `ontology/stances.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, cast

from elchi.errors import PackError
from elchi.packs.ontology import Ontology
from elchi.packs.tables import data_folder, read_toml

FILE = "stances.toml"
STANCES = ("supports", "opposes", "asks", "promises", "denies")
"""All positions, in the order in which they are told."""
_AHEAD, _SPENT = frozenset({"planned", "intended"}), frozenset({"hypothetical"})


@dataclass(frozen=True, slots=True)
class Stances:
    """The position of each act, by `TYPE mode` or `TYPE`; those that are promised where the act lies ahead."""

    acts: dict[str, str]
    promised: frozenset[str]

    def of(self, type_: str, mode: str, status: str) -> str:
        """Return the position that an act told with `status` shows; "" for none."""
        stance = self.acts.get(f"{type_} {mode}", self.acts.get(type_, ""))
        if not stance or status in _SPENT:
            return ""
        if status == "denied":
            return "denies"
        return "promises" if status in _AHEAD and stance in self.promised else stance


@cache
def load_stances_data() -> Stances:
    """Return the packaged table, read once."""
    from elchi.packs import load_ontology_data  # noqa: PLC0415 - packs imports its parts

    return load_stances(data_folder().joinpath("ontology"), load_ontology_data())


def load_stances(folder: Traversable, ontology: Ontology) -> Stances:
    """Read `folder` (data/ontology). Raise `PackError` where an act or a position is not known."""
    table = cast("dict[str, Any]", read_toml(folder, FILE))
    known = {frame.type for frame in ontology.frames.values()}
    known |= {f"{frame.type} {frame.mode}" for frame in ontology.frames.values()}
    for act, stance in table["act"].items():
        if act not in known or stance not in {"", *STANCES}:
            raise PackError(f"ontology/{FILE}", 0, f"an act of frames.toml and one of {', '.join(STANCES)}: {act!r}")
    return Stances(dict(table["act"]), frozenset(table["promised"]))
