"""JSON that a terminal can show and a program can read: UTF-8, harmful characters as escapes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from elchi.export.escape import in_json
from elchi.model import Claim


def json_line(row: Mapping[str, Any]) -> str:
    """Return an object on one line."""
    return in_json(json.dumps(row, ensure_ascii=False))


def json_page(row: Mapping[str, Any]) -> str:
    """Return an object with a field a line."""
    return "\n".join(in_json(line) for line in json.dumps(row, ensure_ascii=False, indent=2).split("\n"))


def claim_lines(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield each claim as a line of the claim interchange format, version 1."""
    for claim in claims:
        yield json_line(claim.to_json())
