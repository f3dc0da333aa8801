"""Articles go through the pipeline into a record, in batches; one bad article never stops the run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from elchi import pipeline
from elchi.cli.reading import read_one
from elchi.errors import ReadError
from elchi.model import Article
from elchi.query import SCHEMA_VERSION
from elchi.record import ReadArticle, Record

BATCH_ARTICLES = 50
BATCH_SECONDS = 2.0
"""A batch is one transaction: larger ones save little (a commit takes some 5 ms) and lose more when killed."""


@dataclass
class Summary:
    """What a run did: articles read, those new to the record, claims added, the failures; and what it is doing."""

    articles: int = 0
    new: int = 0
    claims: int = 0
    failed: list[dict[str, str]] = field(default_factory=list)
    doing: str = "reading"

    def to_json(self) -> dict[str, Any]:
        """Give the summary in the shape of `ingest.schema.json`."""
        return {
            "schema_version": SCHEMA_VERSION, "articles": self.articles, "new": self.new, "claims": self.claims,
            "failed": self.failed,
        }  # fmt: skip


def ingest(
    record: Record, found: Iterable[Article | ReadError], told: Callable[[Summary], None] = lambda _: None
) -> Summary:
    """Add the articles of `found` to `record`; those it knows are not read again.

    Args:
        record: an open record.
        found: articles, and errors in the places of those that could not be read.
        told: called after each, with the summary so far.

    Returns:
        The summary. When interrupted, what was read is written first.
    """
    run = _Run(record, pipeline.method())
    try:
        for item in found:
            run.take(item)
            told(run.summary)
    finally:
        run.write()
    run.summary.doing = "matching names and reports"
    told(run.summary)
    run.end()
    return run.summary


class _Run:
    """One run: the batch that is not yet written, and the summary."""

    def __init__(self, record: Record, method: str) -> None:
        self.record, self.method = record, method
        self.number = record.begin_run(method)
        self.batch: list[ReadArticle] = []
        self.written_at = time.monotonic()
        self.summary = Summary()

    def take(self, item: Article | ReadError) -> None:
        if isinstance(item, Article) and self.record.knows(item, self.method):
            self.summary.articles += 1
            return
        read = read_one(item) if isinstance(item, Article) else item
        if isinstance(read, ReadError):
            self.summary.failed.append({"document": _place(read), "reason": read.reason})
            self.record.log_failure(self.number, read.document, read.reason, read.line)
            return
        self.summary.articles += 1
        self.batch.append(read)
        if len(self.batch) >= BATCH_ARTICLES or time.monotonic() - self.written_at > BATCH_SECONDS:
            self.write()

    def write(self) -> None:
        added = self.record.add_batch(self.batch, self.method) if self.batch else []
        self.summary.new += sum(one.new for one in added)
        self.summary.claims += sum(one.claims for one in added)
        self.batch = []
        self.written_at = time.monotonic()

    def end(self) -> None:
        if self.summary.new or self.record.follows_a_cut(self.number):
            pipeline.join_names(self.record)
        pipeline.join_stories(self.record)
        pipeline.reconcile_record(self.record)
        self.record.end_run(self.number)


def _place(error: ReadError) -> str:
    return f"{error.document}:{error.line}" if error.line else error.document
