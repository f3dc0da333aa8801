"""Ask the library followthemoney whether it takes what `elchi export --format ftm` writes.

    elchi export --format ftm | python tools/check_ftm.py

The library is no dependency, for it builds ICU; `pip install followthemoney` brings it. tests/export/ftm_schema.json
holds the facts of its schema that the tests rely on; `--facts` prints them anew.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import followthemoney
from followthemoney import model

FACTS = Path(__file__).resolve().parents[1] / "tests" / "export" / "ftm_schema.json"


def main() -> int:
    """Check the lines of standard input, or print the facts; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", action="store_true", help="print what tests/export/ftm_schema.json should hold")
    if parser.parse_args().facts:
        print(json.dumps(facts(), indent=1))
        return 0
    count = bad = 0
    for line in sys.stdin:
        entity = json.loads(line)
        count += 1
        lost = lost_by_cleaning(entity)
        bad += bool(lost)
        for fault in lost:
            print(f"{entity['id']}: {fault}", file=sys.stderr)
    print(f"{count} entities, {bad} with faults (followthemoney {followthemoney.__version__})")
    return 1 if bad else 0


def lost_by_cleaning(entity: dict[str, Any]) -> list[str]:
    """Return the values that the library would refuse, and what else it says is wrong."""
    schema = model.get(entity["schema"])
    try:
        schema.validate(entity)
    except followthemoney.exc.InvalidData as fault:
        return [f"{fault}: {fault.errors}"]
    properties = entity["properties"].items()
    return [
        f"{name}: {value!r}"
        for name, values in properties
        for value in values
        if schema.get(name).type.clean(value) is None
    ]


def facts() -> dict[str, Any]:
    """Return, of the schemata that elchi writes, what they are, require and hold."""
    written = json.loads(FACTS.read_text("utf-8"))["schemata"]
    found = {}
    for name, old in written.items():
        schema = model.get(name)
        types = {p: schema.get(p) for p in old["properties"]}
        found[name] = {
            "is": sorted(other.name for other in schema.schemata), "required": sorted(schema.required),
            "properties": {p: t.type.name + (f":{t.range.name}" if t.range else "") for p, t in types.items()},
        }  # fmt: skip
    return {
        "source": f"followthemoney {followthemoney.__version__}, the properties that elchi writes",
        "schemata": found,
    }


if __name__ == "__main__":
    sys.exit(main())
