"""How an entity's name is written, in every script."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from elchi.model import Entity
from elchi.record import NameCount


def spellings(names: Sequence[NameCount], entity: Entity) -> list[NameCount]:
    """Return how a name is written; words that hold another spelling of a person are the name with its title."""
    if entity.kind != "person":
        return list(names)
    found: dict[tuple[str, str], NameCount] = {}
    longest = len(entity.label.split())
    for name in sorted(names, key=lambda n: len(n.text)):
        titled = len(name.text.split()) > longest
        inside = [key for key in found if titled and key[0] in name.text and key[1] == name.language]
        bare = max(inside, key=lambda key: len(key[0]), default=None)
        found[bare or (name.text, name.language)] = _both(found[bare], name) if bare else name
    return sorted(found.values(), key=lambda n: (-n.count, n.text))


def _both(name: NameCount, titled: NameCount) -> NameCount:
    days = [day for day in (name.first, titled.first, name.last, titled.last) if day]
    first, last = min(days, default=None), max(days, default=None)
    return NameCount(name.text, name.language, name.count + titled.count, first, last)


def name_json(name: NameCount) -> dict[str, Any]:
    """Give a spelling with the script it is written in."""
    return {
        "text": name.text, "script": script_name(name.text), "language": name.language, "count": name.count,
        "first": name.first, "last": name.last,
    }  # fmt: skip


def script_name(text: str) -> str:
    """Return the Unicode script of the first letter, such as `Devanagari`; "" where there is none."""
    letter = next((c for c in text if c.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0].title() if letter else ""
