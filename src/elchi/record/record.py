"""A record: opened, added to, asked, closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from elchi.model import Article
from elchi.model.judged import Judged
from elchi.model.persons import Joined, NameJudgements, Observed
from elchi.record import (
    asking,
    bulk,
    bundle,
    counting,
    forgetting,
    judged,
    judging,
    names,
    opening,
    reports,
    schema,
    search,
    server,
    stores,
)
from elchi.record.faults import named_faults
from elchi.record.forgetting import Forgotten
from elchi.record.resolved import ResolvedRecord
from elchi.record.search_words import terms_of
from elchi.record.sql import SqlRows, ask_sqlite
from elchi.record.sql_on_server import ask_server
from elchi.record.stored import (
    Counts,
    NameCount,
    SearchPage,
    SeenEntity,
    StoredArticle,
    StoredClaim,
    StoredJudgement,
    StoredStory,
)
from elchi.record.subjects import SubjectRecord
from elchi.record.writing import Added, Batch, ReadArticle, knows, next_key


class Record(ResolvedRecord, SubjectRecord):
    """An open record. Use it in a `with` block; one process writes at a time, any number read."""

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
            return Batch(connection, method, now).add(batch)

    def knows(self, article: Article, method: str) -> bool:
        """Whether `method` has read this very text under this id; to read it again would add nothing."""
        with self._read() as connection:
            return knows(connection, article, method)

    # --- the log of runs

    def begin_run(self, method: str) -> int:
        """Log the start of a run and return its number."""
        with self._write() as connection:
            key = next_key(connection, schema.run)
            connection.execute(insert(schema.run).values(key=key, method=method, started_at=_now()))
            return key

    def end_run(self, run: int) -> None:
        """Log the end of a run; a run without one was interrupted."""
        with self._write() as connection:
            connection.execute(update(schema.run).where(schema.run.c.key == run).values(ended_at=_now()))

    def follows_a_cut(self, run: int) -> bool:
        """Whether a run before `run` was interrupted, and none has ended since: what it left is still to be done."""
        table = schema.run.c
        ended = select(func.coalesce(func.max(table.key), 0)).where(table.ended_at.is_not(None)).scalar_subquery()
        with self._read() as connection:
            return connection.execute(select(table.key).where(table.key < run, table.key > ended)).first() is not None

    def log_failure(self, run: int, document: str, reason: str, line: int = 0) -> None:
        """Log an article that could not be read."""
        row = {"run": run, "document": document, "line": line, "reason": reason, "recorded_at": _now()}
        with self._write() as connection:
            connection.execute(insert(schema.failure).values(key=next_key(connection, schema.failure), **row))

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

    def reports_of(self, documents: Collection[str]) -> dict[str, str]:
        """Return the report of each of `documents`; one that stands alone is a report of its own."""
        with self._read() as connection:
            return reports.reports_of(connection, documents)

    def stories(self, name: str) -> list[StoredStory]:
        """Return the story of the document `name`; else the stories whose ids begin with it."""
        with self._read() as connection:
            return reports.stories(connection, name)

    # --- judgements: append-only

    def add_judgement(
        self, kind: str, about: dict[str, Any], author: str, reason: str, reverses: int | None = None
    ) -> int:
        """Append a judgement and return its number; to take one back, append one that reverses it."""
        row = {"kind": kind, "about": about, "author": author, "reason": reason}
        with self._write() as connection:
            return judging.add(connection, row | {"reverses": reverses, "recorded_at": _now()})

    def judgements(self, kinds: Collection[str] | None = None) -> list[StoredJudgement]:
        """Return the judgements of some kinds, or all, in the order in which they were made."""
        with self._read() as connection:
            return judging.judgements(connection, kinds)

    def latest_judgement(self) -> int:
        """Return the number of the latest judgement; 0 where there is none."""
        with self._read() as connection:
            return int(connection.execute(select(func.max(schema.judgement.c.key))).scalar() or 0)

    def judged(self) -> Judged:
        """Return what stands of all judgements of claims and conflicts, as resolution takes it."""
        with self._read() as connection:
            return judged.judged(connection)

    def mark_moved(self) -> None:
        """Mark the blocks that corrections moved claims to from a block that is marked; before blocks are resolved."""
        with self._write() as connection:
            judging.mark_moved(connection)

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

    def claims_of_pair(self, key: str, *, with_rejected: bool = False) -> list[StoredClaim]:
        """Return the current claims about a dyad (`pair_key`), latest first; those rejected only when asked for."""
        with self._read() as connection:
            return asking.claims_of_pair(connection, key, with_rejected=with_rejected)

    def claims_of_entity(self, entity: str, *, with_rejected: bool = False) -> list[StoredClaim]:
        """Return the current claims in which an entity takes part, by id; those rejected only when asked for."""
        with self._read() as connection:
            return asking.claims_of_entity(connection, entity, with_rejected=with_rejected)

    def claims_of_document(self, document: str, *, as_read: bool = False) -> list[StoredClaim]:
        """Return the current claims of one document, by id; without corrections where `as_read`."""
        with self._read() as connection:
            return asking.claims_of_document(connection, document, as_read=as_read)

    def claims(self, *, as_read: bool = False) -> Iterator[StoredClaim]:
        """Yield every current claim, ordered by claim id; without joins of persons and corrections where `as_read`."""
        with self._read() as connection:
            yield from asking.claims_by_id(connection, as_read=as_read)

    def claims_with_id(self, claim: str, *, as_read: bool = False) -> list[StoredClaim]:
        """Return the claims whose id begins with `claim`, superseded ones too; without corrections where `as_read`."""
        with self._read() as connection:
            return asking.claim_with_id(connection, claim, as_read=as_read)

    def claims_with_ids(self, ids: Collection[str]) -> dict[str, StoredClaim]:
        """Return the claims that have these ids, by id; of one that was read more than once, the current or latest."""
        with self._read() as connection:
            return asking.claims_with_ids(connection, ids)

    def search(  # noqa: PLR0913 - one argument a filter
        self, text: str, *, kind: str | None = None, type: str | None = None,  # noqa: A002 - a claim's word
        entity: str | None = None, language: str | None = None, source: str | None = None,
        since: str | None = None, until: str | None = None, exact: bool = False, ranked: bool = False,
        also: Collection[str] = (), named: Collection[tuple[str, Collection[str]]] = (), limit: int = 50,
        offset: int = 0,
    ) -> SearchPage:  # fmt: skip
        """Search the evidence of current claims, in any script; the newest first.

        Args:
            text: words, all of which must be there, by their beginnings; words in "quotes" stand side by side and
                whole; `word*` asks for a beginning. Spellings that fold alike are one; "" asks for all.
            kind: of the claim: `event`, `statement` or `quote`.
            type: of the claim.
            entity: id of an entity that takes part, whoever it was read as.
            language: BCP 47 tag as the article has it.
            source: the outlet.
            since: the first ISO day, of what is claimed, else of publication.
            until: the last one.
            exact: only whole words, spelt as typed.
            ranked: the best first instead: those where the words are rare and the sentence short.
            also: ids of entities whose claims are found without the words: whom the words name in any script.
            named: names beside `text`, each as typed with the ids of those whom it may mean; a claim must have, of
                each, the words or one of the entities.
            limit: how many hits make a page.
            offset: how many hits stand before it.
        """
        asked = search.Asked(
            tuple(terms_of(text, exact=exact)), kind, type, entity, language, source, since, until, exact, ranked,
            tuple(also), tuple((tuple(terms_of(name)), tuple(ids)) for name, ids in named),
        )  # fmt: skip
        with self._read() as connection:
            return search.search(connection, asked, limit, offset)

    def article(self, document: str) -> StoredArticle | None:
        """Return the latest text of a document, named by id, URL or sha256; None where there is none."""
        with self._read() as connection:
            return asking.article_of(connection, document)

    def names(self, entity: str, known: str | None = None) -> list[NameCount]:
        """Return every spelling of an entity's name with counts, by now or `known` on a day; frequent ones first."""
        with self._read() as connection:
            return asking.names_of(connection, entity, known)

    def entities(self, name: str) -> list[SeenEntity]:
        """Return the entities of the record that bear `name`, the busiest first."""
        with self._read() as connection:
            return asking.seen_entities(connection, name)

    def busiest_pair(self) -> str | None:
        """Return the key of the dyad that most articles speak of; None in an empty record."""
        with self._read() as connection:
            return asking.busiest_pair(connection)

    def pairs(self, entity: str, known: str | None = None) -> list[tuple[str, int]]:
        """Return the dyads of an entity with their number of claims, by now or `known` on a day, the busiest first."""
        with self._read() as connection:
            return asking.pairs_of_entity(connection, entity, known)

    def counts(self) -> Counts:
        """Count what the record holds."""
        with self._read() as connection:
            return counting.counts(connection)

    # --- the whole of it

    def bundle(self) -> Iterator[dict[str, Any]]:
        """Yield the record as lines of JSON: articles, claims with their readings and clocks, reports, judgements."""
        with self._read() as connection:
            yield from bundle.bundle(connection)

    def bundle_text(self) -> Iterator[str]:
        """Yield the same lines as text, in less time."""
        with self._read() as connection:
            yield from bundle.text_lines(connection)

    def load_bundle(
        self, lines: Iterable[bytes], name: str = "the bundle", *, workers: int = 1,
        progress: bulk.Progress | None = None,
    ) -> int:  # fmt: skip
        """Load the lines of a bundle into this record, which is empty; return the number of its claims.

        Everything is written, or nothing. What is resolved from the claims is to be worked out anew.

        Args:
            lines: of `bundle_text`, in UTF-8.
            name: what messages call the bundle.
            workers: processes that read lines beside this one. More than one is for programs whose main module can be
                imported without running: each process imports it.
            progress: told what is being done, and how many claims are written.

        Raises:
            RecordError: the record is not empty.
            FormatError: a line is none of a bundle's, or the last one is missing; `name` names it.
        """
        with named_faults(self.place), stores.BY_NAME[self._engine.dialect.name].loading(self._writer) as connection:
            return bulk.load(connection, lines, name, workers, progress)

    def forget(self, document: str, author: str, reason: str) -> Forgotten | None:
        """Remove all texts of a document (id or URL) and their claims, and log who asked for it; None if it has none.

        On SQLite the freed pages are wiped. What `elchi export` wrote, and backups, are not reached.
        """
        told = {"author": author, "reason": reason, "recorded_at": _now()}
        with self._write() as connection:
            stores.of(connection).wipe(connection, before=True)
            gone = forgetting.forget(connection, document, told)
            stores.of(connection).wipe(connection, before=False)
        with named_faults(self.place), self._engine.connect() as connection:
            stores.of(connection).compact(connection)
        return gone

    def ask_sql(self, statement: str, *, limit: int = 1000, seconds: float = 10.0) -> SqlRows:
        """Return what one SELECT gives on the views of `record/sql_views.py`; nothing can be changed by it.

        Raises:
            QuestionError: the statement is wrong, does more than read, or took longer than `seconds`.
        """
        if self.path is not None:
            return ask_sqlite(self.path, statement, limit, seconds)
        with self._read() as connection:
            return ask_server(connection, statement, limit, seconds)

    # --- checking

    @property
    def version(self) -> int:
        """The number of the schema."""
        with self._read() as connection:
            sqlite = connection.dialect.name == "sqlite"
            return opening.schema_version(connection) if sqlite else server.schema_version(connection)

    def faults(self) -> list[str]:
        """Return what is wrong inside the file; empty when all is well."""
        with self._read() as connection:
            found = stores.of(connection).faults(connection)
            bare = connection.execute(
                select(func.count()).select_from(schema.claim.outerjoin(schema.evidence))
                .where(schema.evidence.c.claim.is_(None))
            ).scalar_one()  # fmt: skip
        return found + ([f"{bare} claims have no evidence"] if bare else [])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
