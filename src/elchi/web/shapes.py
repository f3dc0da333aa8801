"""The published JSON Schemas as components of an OpenAPI description."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import regex

from elchi.packs import data_folder

_SUFFIX = ".schema.json"
_ID = regex.compile(r"urn:elchi:schema:(?P<name>[a-z]+):\d+(?:#/\$defs/(?P<part>\w+))?")
_INNER = regex.compile(r"#/\$defs/(?P<part>\w+)")
_OUTER = frozenset({"$schema", "$id", "$defs"})


@cache
def components() -> dict[str, Any]:
    """Return every schema of `data/schema` and every part of one, by its name there (`pair`, `parts.occurrence`)."""
    found: dict[str, Any] = {}
    for file in sorted(data_folder().joinpath("schema").iterdir(), key=lambda f: f.name):
        if file.name.endswith(_SUFFIX):
            name = file.name.removesuffix(_SUFFIX)
            schema = json.loads(file.read_text("utf-8"))
            found[name] = _rewritten({k: v for k, v in schema.items() if k not in _OUTER}, name)
            found |= {f"{name}.{part}": _rewritten(rows, name) for part, rows in schema.get("$defs", {}).items()}
    return found


def reference(name: str) -> dict[str, str]:
    """Return a reference to the schema `name`."""
    return {"$ref": f"#/components/schemas/{name}"}


def _rewritten(part: Any, home: str) -> Any:  # noqa: ANN401 - any part of a schema
    if isinstance(part, list):
        return [_rewritten(item, home) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        key: _target(value, home) if key == "$ref" and isinstance(value, str) else _rewritten(value, home)
        for key, value in part.items()
    }


def _target(target: str, home: str) -> str:
    outer, inner = _ID.fullmatch(target), _INNER.fullmatch(target)
    if outer:
        return reference(".".join(filter(None, (outer["name"], outer["part"]))))["$ref"]
    return reference(f"{home}.{inner['part']}")["$ref"] if inner else target
