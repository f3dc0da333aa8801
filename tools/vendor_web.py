"""Fetch the files of others that the web pages ship, and compare them with what is recorded.

    python tools/vendor_web.py           fetch each package by npm, write its files, refuse any other content
    python tools/vendor_web.py --record  write sizes and checksums anew, after a version in VENDOR.toml was changed

`src/elchi/web/static/VENDOR.toml` names package, version and path of every file, its licence, size and SHA-256. Nothing
else of these packages comes into the repository, and `tests/web` compares the files with it.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

STATIC = Path(__file__).resolve().parent.parent / "src/elchi/web/static"
RECORD = STATIC / "VENDOR.toml"


def fetch(package: str, version: str) -> dict[str, bytes]:
    """Return the files of an npm package by their path in it."""
    with tempfile.TemporaryDirectory() as folder:
        run = ["npm", "pack", "--silent", f"{package}@{version}"]
        name = subprocess.run(run, cwd=folder, check=True, capture_output=True, text=True).stdout.split()[-1]
        packed = (Path(folder) / name).read_bytes()
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        members = ((member, archive.extractfile(member)) for member in archive.getmembers() if member.isfile())
        return {member.name.removeprefix("package/"): file.read() for member, file in members if file is not None}


def checked(row: dict[str, Any], content: bytes, *, record: bool) -> dict[str, Any]:
    """Return the row with size and checksum of `content`; exit where they are not those recorded."""
    found = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    if not record and any(row.get(name) != value for name, value in found.items()):
        sys.exit(f"{row['path']}: {row['package']} {row['version']} holds other content than is recorded: {found}")
    return row | found


def toml(rows: list[dict[str, Any]], head: str) -> str:
    """Return the rows as VENDOR.toml, under the comment that stood at its head."""
    parts = []
    for row in rows:
        lines = [f"{name} = {json.dumps(value)}" for name, value in row.items()]
        parts.append("\n".join(["[[file]]", *lines]))
    return head + "\n" + "\n\n".join(parts) + "\n"


def main() -> None:
    """Fetch, compare and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help="write the sizes and checksums of what was fetched")
    asked = parser.parse_args()
    text = RECORD.read_text("utf-8")
    rows = tomllib.loads(text)["file"]
    packages = {key: fetch(*key) for key in {(row["package"], row["version"]) for row in rows}}
    kept = []
    for row in rows:
        content = packages[row["package"], row["version"]][row["from"]]
        kept.append(checked(row, content, record=asked.record))
        place = STATIC / row["path"]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        print(f"{row['path']}: {len(content):,} bytes")
    if asked.record:
        head = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
        RECORD.write_text(toml(kept, head), encoding="utf-8")


if __name__ == "__main__":
    main()
