"""How claims become occurrences, standings and promises: the tables of `ontology/lifecycle.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, cast

from elchi.errors import PackError
from elchi.model.claim import Status
from elchi.model.record import Stage
from elchi.packs.tables import data_folder, read_toml

FILE = "lifecycle.toml"


@dataclass(frozen=True, slots=True)
class StepRule:
    """An act that brings a promise of a kind to a stage.

    Attributes:
        turned: whether actor and recipient change places in what is promised.
        either: whether it does not count who of them acts.
    """

    kind: str
    stage: Stage
    statuses: frozenset[str]
    turned: bool
    either: bool


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """What resolution goes by. Acts are `TYPE mode`.

    Attributes:
        one_act, one_status: the class of an act or a status whose tellings may be one happening.
        may_tell: for a frame, the act that it may tell, too, where the same report tells that of the same persons.
        lasting: days after its first on which an act may still be told.
        within: for an act that holds others, those that happen within it.
        once: acts that one report tells once.
        of_documents: acts that are about an agreement.
        other_documents: frames of such acts that are about a document of another kind.
        begins: for an act, the property that holds from then on.
        begin_once, of_a_period, of_a_term, never_over: how the times of a property go on.
        pledges: the types of acts that are promised where they are planned or intended.
        steps: the rules of an act.
    """

    one_act: dict[str, str]
    one_status: dict[str, str]
    may_tell: dict[str, str]
    lasting: dict[str, int]
    within: dict[str, frozenset[str]]
    once: frozenset[str]
    of_documents: frozenset[str]
    other_documents: frozenset[str]
    begins: dict[str, str]
    begin_once: frozenset[str]
    of_a_period: frozenset[str]
    of_a_term: frozenset[str]
    never_over: frozenset[str]
    pledges: frozenset[str]
    steps: dict[str, tuple[StepRule, ...]]


@cache
def load_lifecycle_data() -> Lifecycle:
    """Return the packaged tables, read once."""
    return load_lifecycle(data_folder().joinpath("ontology"))


def load_lifecycle(folder: Traversable) -> Lifecycle:
    """Read `folder` (data/ontology). Raise `PackError` where a table or a cell is missing or unknown."""
    tables = cast("dict[str, Any]", read_toml(folder, FILE))
    try:
        acts, properties = tables["acts"], tables["properties"]
        return Lifecycle(
            _classes(tables["one_act"]), _classes(tables["one_status"]), dict(tables["may_tell"]),
            dict(tables["lasting"]),
            {act: frozenset(held) for act, held in tables["within"].items()},
            frozenset(acts["once"]), frozenset(acts["of_documents"]), frozenset(acts["other_documents"]),
            dict(tables["begins"]),
            frozenset(properties["begin_once"]), frozenset(properties["of_a_period"]),
            frozenset(properties["of_a_term"]), frozenset(properties["never_over"]),
            frozenset(tables["promised"]["types"]), _steps(tables["step"]),
        )  # fmt: skip
    except KeyError as missing:
        raise PackError(f"ontology/{FILE}", 0, f"{missing} in every table that needs it") from missing
    except ValueError as unknown:
        raise PackError(f"ontology/{FILE}", 0, f"a known stage and status ({unknown})") from unknown


def _classes(table: dict[str, list[str]]) -> dict[str, str]:
    return {member: name for name, members in table.items() for member in members}


def _steps(rows: list[dict[str, Any]]) -> dict[str, tuple[StepRule, ...]]:
    rules: dict[str, list[StepRule]] = {}
    for row in rows:
        statuses = frozenset(Status(status).value for status in row["status"])
        rule = StepRule(row["kind"], Stage(row["stage"]), statuses, row.get("turned", False), row.get("either", False))
        for act in row["act"].split("|"):
            rules.setdefault(act, []).append(rule)
    return {act: tuple(found) for act, found in rules.items()}
