"""Phrases of `data/ontology/wording.toml`: how an answer puts an act or a statement in English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import regex

from elchi.packs import data_folder, load_ontology_data
from elchi.packs.tables import read_toml

_OPTIONAL = regex.compile(r"\[([^\[\]]*)\]")
_SLOT = regex.compile(r"\{(\w+)(?:\|([^{}]*))?\}")
_NOBODY = "somebody"
Phrases = Mapping[str, str]


@cache
def wording() -> dict[str, Any]:
    """Return the packaged wording, read once."""
    return read_toml(data_folder().joinpath("ontology"), "wording.toml")


@lru_cache(10_000)
def phrases_of_act(type_: str, mode: str, frame: str) -> tuple[Phrases, bool]:
    """Return the phrases of an act, and whether the act was refused.

    The frame that evoked the act tells most; where the claim names none, or a cue changed the mode, the
    first frame of the same root and mode stands for it, else the first of the same root.
    """
    frames = load_ontology_data().frames
    evoked = frames.get(frame)
    refused = evoked is not None and evoked.type != type_ and type_ == "REJECT"
    alike = [f.id for f in frames.values() if (f.type, f.mode) == (type_, mode)]
    if evoked is not None and (refused or evoked.id in alike):
        return wording()["frame"][evoked.id], refused
    alike += [evoked.id] if evoked is not None and evoked.type == type_ else []
    alike += [f.id for f in frames.values() if f.type == type_]
    plain = type_.lower().replace("_", " ")
    other = {"past": f"[{plain}] {{recipient}}", "plain": f"[{plain}] {{recipient}}"}
    return (wording()["frame"][alike[0]] if alike else other), False


def phrase_of_statement(type_: str, status: str, *, since: bool) -> str:
    """Return the phrase of a statement: what held, holds (`since` when, where it is told) or is to hold."""
    known: Phrases = wording()["statement"].get(type_, {})
    wanted = {"past": "past", "ongoing": "since" if since else "now", "denied": "now"}.get(status, "ahead")
    return known.get(wanted) or known.get("now") or f"{{subject}}: {type_.replace('_', ' ')}[ {{object}}][ {{time}}]"


def then_words(type_: str) -> str:
    """Return what somebody is who comes to stand so, after having stood otherwise; "" for what is no standing."""
    return str(wording()["statement"].get(type_, {}).get("then", ""))


def filled(phrase: str, slots: Mapping[str, str]) -> str:
    """Return a phrase with its slots filled; a part in brackets goes where one of its slots is empty."""
    whole = _OPTIONAL.sub(lambda part: part[1] if all(slots.get(s[1]) for s in _SLOT.finditer(part[1])) else "", phrase)
    return _SLOT.sub(lambda slot: slots.get(slot[1]) or (_NOBODY if slot[2] is None else slot[2]), whole)
