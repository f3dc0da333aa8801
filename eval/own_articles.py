"""Articles of our own with the events that a reader must find in them: `own/*.jsonl`, in the packs' label format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from elchi.model import Article

OWN = Path(__file__).with_name("own")
_KEPT = ("kind", "type", "types", "status", "optional", "persons")
_SIDES = ("actor", "recipient", "parties")


def own_files() -> list[str]:
    """Return the names of the files of articles, without their ending."""
    return sorted(path.stem for path in OWN.glob("*.jsonl"))


def own_articles(name: str) -> Iterator[tuple[Article, list[dict[str, Any]]]]:
    """Yield each article of a file with its labelled events, in the form of gold claims.

    Raises:
        ValueError: the evidence of a label does not stand in its article.
    """
    for line in (OWN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = Article(row["id"], row["text"], row.get("title"), None, row.get("published"), row.get("source"))
        yield article, [gold_event(row, claim) for claim in row["claims"] if claim["kind"] == "event"]


def gold_event(row: dict[str, Any], claim: dict[str, Any]) -> dict[str, Any]:
    """Return one label of an article as a gold claim: of several sides that act, the first."""
    words = claim.get("evidence") or row["text"]
    start = row["text"].index(words)
    sides = {key: claim[key] for key in _SIDES if claim.get(key)}
    sides |= {key: value[0] for key, value in sides.items() if key != "parties" and isinstance(value, list)}
    fields = {key: value for key, value in claim.items() if key in _KEPT}
    return fields | sides | {"document": row["id"], "evidence": [{"start": start, "end": start + len(words)}]}
