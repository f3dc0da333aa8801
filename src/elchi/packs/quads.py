"""Which PLOVER roots are co-operation and which are conflict: the table `quad` of `ontology/cameo.toml`."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from elchi.packs.tables import data_folder, read_toml

CO_OPERATION = "COOPERATION"


@cache
def _quads() -> dict[str, str]:
    tables = cast("dict[str, Any]", read_toml(data_folder().joinpath("ontology"), "cameo.toml"))
    return dict(tables["quad"])


@cache
def cooperative_roots() -> frozenset[str]:
    """Return the PLOVER roots that are co-operation, verbal or material; the other roots are conflict."""
    return frozenset(root for root, quad in _quads().items() if quad.endswith(CO_OPERATION))


def roots() -> frozenset[str]:
    """Return all PLOVER roots."""
    return frozenset(_quads())
