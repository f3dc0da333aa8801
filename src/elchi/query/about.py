"""What a conflict is about, in words: `chairs SCO, 2023` is "the chair of SCO, 2023"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from elchi.model import record as resolved
from elchi.packs import load_ontology_data
from elchi.packs.tables import data_folder, read_toml

_ARROW, _BESIDE = "→", "|"


@cache
def _words() -> tuple[dict[str, str], dict[str, str]]:
    tables: dict[str, Any] = read_toml(data_folder().joinpath("ontology"), "wording.toml")
    return tables["about"], tables["about_when"]


def about_in_words(key: str, labels: Mapping[str, str]) -> str:
    """Return the subject of a conflict in words.

    Args:
        key: as `reconcile` gives it: a slot or an act with its parties, then the time after a comma.
        labels: what the ids in it are called.
    """
    about, when = _words()
    subject, _, time = key.partition(", ")
    name, *others = subject.split()
    words = about.get(name)
    named = [labels.get(word, word.replace("_", " ")) for word in others]
    known = words is not None and len(named) >= words.count("{")
    words = words.format(*named) if words and known else _of_act(name, others, labels)
    return ", ".join(filter(None, (words, when.get(time, time))))


def named_in(found: resolved.Conflict) -> set[str]:
    """Return the ids that the subject and the sides of a conflict may name."""
    words = found.about.partition(", ")[0].replace(_BESIDE, " ").split()
    return set(words) | {side.value for side in found.sides if isinstance(side.value, str)}


def _of_act(root: str, others: list[str], labels: Mapping[str, str]) -> str:
    """Return an act with its parties: `CONSULT meet IND|KAZ` is "India and Kazakhstan: meet"."""
    modes = {frame.mode for frame in load_ontology_data().frames.values()}
    mode = others[0] if others and others[0] in modes else ""
    parties = " ".join(
        word if word == _ARROW else " and ".join(labels.get(p, p) for p in word.split(_BESIDE))
        for word in (others[1:] if mode else others)
    )
    act = (mode or root.lower()).replace("_", " ")
    return f"{parties}: {act}" if parties else act
