"""How many rows a second each format is written at, from claims made up for it.

    python benchmarks/export.py [--claims 50000] [--json]

The claims are those of the sample corpus, told again and again under other ids on other days. Rows are made beforehand:
what is timed is the format alone, and apart from it the making of rows from claims (jsonl writes claims as they are).
CPU seconds of one process are counted.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

from elchi import pipeline
from elchi.export import parquet
from elchi.export.event_row import EventRow, event_row_of_claim
from elchi.export.formats import Layout, Options, text_of
from elchi.export.json_text import claim_lines
from elchi.export.left_out import LeftOut
from elchi.model import Article, Claim, DateSpan
from elchi.packs import data_folder, load_catalogue
from elchi.read import read_articles

_FIRST_DAY = date(1990, 1, 1)
_DAYS = 13_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=50_000, help="how many claims to write")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    claims = list(islice(made_up(sample_claims()), options.claims))
    start = time.process_time()
    entities = load_catalogue().entities
    rows = [event_row_of_claim(claim, entities) for claim in claims]
    found: dict[str, dict[str, float]] = {"rows of claims": figures(len(rows), time.process_time() - start, 0)}
    for layout in Layout:
        found[layout.value] = measured(layout, rows, claims)
    print(json.dumps(found, indent=2) if options.json else table(found))
    return 0


def sample_claims() -> list[Claim]:
    """Return the claims of the sample corpus."""
    corpus = Path(str(data_folder().joinpath("demo", "articles.jsonl")))
    articles = [article for article in read_articles([str(corpus)]) if isinstance(article, Article)]
    return [claim for article in articles for claim in pipeline.read_claims(article).claims]


def made_up(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield claims without end: those given, each with a document, a day and so an id of its own."""
    for number, claim in enumerate(cycle(claims)):
        day = _FIRST_DAY + timedelta(days=number * 7 % _DAYS)
        moved = DateSpan.day(day) if claim.date else None
        yield replace(claim, document=f"https://example.org/{number}", date=moved, published=str(day)).identified()


def measured(layout: Layout, rows: Sequence[EventRow], claims: Sequence[Claim]) -> dict[str, float]:
    """Write rows in a format, and return rows a second and the size."""
    start = time.process_time()
    if layout is Layout.PARQUET:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.parquet"
            parquet.write(rows, path)
            size = path.stat().st_size
    elif layout is Layout.JSONL:
        size = sum(len(line.encode("utf-8")) for line in claim_lines(claims))
    else:
        size = sum(len(chunk.encode("utf-8")) for chunk in text_of(layout, rows, Options(), LeftOut()))
    return figures(len(rows), time.process_time() - start, size)


def figures(rows: int, seconds: float, size: int) -> dict[str, float]:
    """Return what is told of one format."""
    return {"rows_per_second": round(rows / seconds), "seconds": round(seconds, 2), "megabytes": round(size / 1e6, 1)}


def table(found: dict[str, dict[str, float]]) -> str:
    """Return the figures as lines."""
    lines = [f"{'format':16} {'rows/s':>10} {'CPU s':>8} {'MB':>8}"]
    lines += [
        f"{name:16} {row['rows_per_second']:>10,} {row['seconds']:>8} {row['megabytes']:>8}"
        for name, row in found.items()
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
