"""A record: opened, added to, asked, closed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, func, insert, select, update

from elchi.model import Article
from elchi.model.persons import Joined, NameJudgements, Observed
from elchi.record import asking, names, reports, schema
from elchi.record.faults import named_faults
from elchi.record.opening import open_engine, schema_version, writing
from elchi.record.stored import Counts, NameCount, SeenEntity, StoredArticle, StoredClaim, StoredStory
from elchi.record.writing import Added, ReadArticle, add_reading, knows


class Record:
    """An open record. Use it in a `with` block; one process writes at a time, any number read."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._writer = writing(engine)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """Open the record at `path`; with `create`, make it where there is none.

        Raises:
            NoRecordError: nothing is there.
            NotARecordError: the file is something else.
            NewerRecordError: a later elchi wrote it.
            DiskError: it cannot be opened or written.
        """
        place = Path(path)
        return cls(place, open_engine(place, create=create))

    def close(self) -> None:
        """Close the file; what was added stays."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- adding

    def add(self, read: ReadArticle, method: str) -> Added:
        """Add one reading by `method`, in one transaction. A reading that is known adds nothing."""
        return self.add_batch([read], method)[0]

    def add_batch(self, batch: Sequence[ReadArticle], method: str) -> list[Added]:
        """Add several readings in one transaction: all of them, or none when it fails.

        Raises:
            DiskError: the disk is full or read-only; nothing of the batch was written.
            RecordError: another program holds the record.
        """
        now = _now()
        with self._write() as connection:
            return [add_reading(connection, read, method, now) for read in batch]

    def knows(self, article: Article, method: str) -> bool:
        """Whether `method` has read this very text under this id; to read it again would add nothing."""
        with self._read() as connection:
            return knows(connection, article, method)

    # --- the log of runs

    def begin_run(self, method: str) -> int:
        """Log the start of a run and return its number."""
        with self._write() as connection:
            done = connection.execute(insert(schema.run).values(method=method, started_at=_now()))
            return int(done.inserted_primary_key[0]) if done.inserted_primary_key else 0

    def end_run(self, run: int) -> None:
        """Log the end of a run; a run without one was interrupted."""
        with self._write() as connection:
            connection.execute(update(schema.run).where(schema.run.c.key == run).values(ended_at=_now()))

    def log_failure(self, run: int, document: str, reason: str, line: int = 0) -> None:
        """Log an article that could not be read."""
        row = {"run": run, "document": document, "line": line, "reason": reason, "recorded_at": _now()}
        with self._write() as connection:
            connection.execute(insert(schema.failure).values(**row))

    def failures(self, run: int) -> list[tuple[str, str]]:
        """Return document and reason of every failure of a run, in order."""
        table = schema.failure.c
        with self._read() as connection:
            rows = connection.execute(select(table.document, table.reason).where(table.run == run).order_by(table.key))
            return [(row.document, row.reason) for row in rows]

    # --- reports

    def without_fingerprint(self, method: str) -> list[tuple[int, Article]]:
        """Return some articles, by key, of which `method` has taken no fingerprint; none when all are taken."""
        with self._read() as connection:
            return reports.without_fingerprint(connection, method)

    def reports_are_current(self, method: str) -> bool:
        """Whether every article has a fingerprint by `method`, and a report."""
        with self._read() as connection:
            return reports.current(connection, method)

    def add_fingerprints(self, method: str, bodies: Mapping[int, str]) -> None:
        """Keep the fingerprints of articles, by key."""
        with self._write() as connection:
            reports.add_fingerprints(connection, method, bodies)

    def fingerprints(self, method: str) -> list[str]:
        """Return the fingerprints of the latest text of every document."""
        with self._read() as connection:
            return reports.fingerprints(connection, method)

    def set_reports(self, told: Sequence[tuple[str, str, str]]) -> None:
        """Write the story and the report of each document: (document, story, report), instead of all before."""
        with self._write() as connection:
            reports.set_reports(connection, told)

    def reports(self) -> dict[str, str]:
        """Return the report of each document; one that is not in it is a report of its own."""
        with self._read() as connection:
            return reports.reports(connection)

    def stories(self, name: str) -> list[StoredStory]:
        """Return the story of the document `name`; else the stories whose ids begin with it."""
        with self._read() as connection:
            return reports.stories(connection, name)

    # --- judgements: append-only

    def add_judgement(
        self, kind: str, about: dict[str, Any], author: str, reason: str, reverses: int | None = None
    ) -> int:
        """Append a judgement and return its number; to take one back, append one that reverses it."""
        row = {"kind": kind, "about": json.dumps(about, sort_keys=True), "author": author, "reason": reason}
        with self._write() as connection:
            done = connection.execute(
                insert(schema.judgement).values(**row, reverses=reverses, recorded_at=_now())
            )  # fmt: skip
            return int(done.inserted_primary_key[0]) if done.inserted_primary_key else 0

    # --- names

    def observed_persons(self, known: Collection[str]) -> list[Observed]:
        """Return the persons of current claims whose ids are not `known` (those of a catalogue), by id."""
        with self._read() as connection:
            return names.observed_persons(connection, known)

    def name_judgements(self) -> NameJudgements:
        """Return what people have decided of names."""
        with self._read() as connection:
            return names.judgements(connection)

    def write_joined(self, joined: Joined) -> None:
        """Keep which persons are one, in the place of what was kept before; claims stay as they were read."""
        with self._write() as connection:
            names.write_joined(connection, joined)

    def joined(self) -> Joined:
        """Return which persons were taken for one, and all pairs that are alike."""
        with self._read() as connection:
            return names.joins(connection)

    # --- asking

    def claims_of_pair(self, key: str) -> list[StoredClaim]:
        """Return the current claims about a dyad (`pair_key`), latest first."""
        with self._read() as connection:
            return asking.claims_of_pair(connection, key)

    def claims_of_entity(self, entity: str) -> list[StoredClaim]:
        """Return the current claims in which an entity takes part, by id."""
        with self._read() as connection:
            return asking.claims_of_entity(connection, entity)

    def claims_of_document(self, document: str) -> list[StoredClaim]:
        """Return the current claims of one document, by id."""
        with self._read() as connection:
            return asking.claims_of_document(connection, document)

    def claims(self) -> Iterator[StoredClaim]:
        """Yield every current claim, ordered by claim id."""
        with self._read() as connection:
            yield from asking.claims_by_id(connection)

    def claims_with_id(self, claim: str) -> list[StoredClaim]:
        """Return the claims whose id begins with `claim`, superseded ones too; one row an id."""
        with self._read() as connection:
            return asking.claim_with_id(connection, claim)

    def article(self, document: str) -> StoredArticle | None:
        """Return the latest text of a document, named by id, URL or sha256; None where there is none."""
        with self._read() as connection:
            return asking.article_of(connection, document)

    def names(self, entity: str) -> list[NameCount]:
        """Return every spelling of an entity's name with counts, the most frequent first."""
        with self._read() as connection:
            return asking.names_of(connection, entity)

    def entities(self, name: str) -> list[SeenEntity]:
        """Return the entities of the record that bear `name`, the busiest first."""
        with self._read() as connection:
            return asking.seen_entities(connection, name)

    def busiest_pair(self) -> str | None:
        """Return the key of the dyad that most articles speak of; None in an empty record."""
        with self._read() as connection:
            return asking.busiest_pair(connection)

    def pairs(self, entity: str) -> list[tuple[str, int]]:
        """Return the dyads of an entity with their number of claims, the busiest first."""
        with self._read() as connection:
            return asking.pairs_of_entity(connection, entity)

    def counts(self) -> Counts:
        """Count what the record holds."""
        with self._read() as connection:
            return asking.counts(connection)

    # --- checking

    @property
    def version(self) -> int:
        """The number of the schema."""
        with self._read() as connection:
            return schema_version(connection)

    def faults(self) -> list[str]:
        """Return what is wrong inside the file; empty when all is well."""
        with self._read() as connection:
            whole = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(10)")]
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            bare = connection.execute(
                select(func.count()).select_from(schema.claim.outerjoin(schema.evidence))
                .where(schema.evidence.c.claim.is_(None))
            ).scalar_one()  # fmt: skip
        found = [] if whole == ["ok"] else [str(row) for row in whole]
        found += [f"{len(broken)} rows point to rows that are missing"] if broken else []
        return found + ([f"{bare} claims have no evidence"] if bare else [])

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with named_faults(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with named_faults(self.path), self._writer.begin() as connection:
            yield connection


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
