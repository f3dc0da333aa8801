"""An ingest killed at many moments, against an undisturbed one: the records must be equal.

    python benchmarks/killed.py [--articles 2000] [--kills 50] [--store sqlite | postgresql | postgresql://...]

Articles are put together from sentences of the sample corpus. One record is filled undisturbed; another by runs that
get a SIGKILL after a time drawn at random, each going on where the last was cut, as a user would run the command again.
A run that is done before the wanted number has been killed is followed by another record. After each kill the record
must be whole; at the end both are compared, table by table and row by row: articles, claims with their keys, reports,
names, all that the claims come to, and the words to search. Only clocks of recording, the log of runs and
the mark of the last change may differ.
`postgresql` is the server of the tests; of another one, the address. Each record has a database of its own there, which
is dropped afterwards.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import make_url, text

from elchi.packs import data_folder
from elchi.record import Record
from elchi.record import resolved_schema as _resolved  # noqa: F401 - its tables are in the metadata
from elchi.record.schema import metadata

INGEST = (sys.executable, "-m", "elchi", "ingest")
SEED = 20240820
DONE = {0, 4}
"""Exit codes of a run that got through: 4 where an article could not be read, such as one of short lines alone."""
LOGS = {"run", "failure"}
CLOCKS = {"recorded_at", "stamp"}
MARK = "changed"  # a row of `meta` that every transaction replaces at random
WORDS = {
    "sqlite": "SELECT rowid, words, tags FROM search_words",
    "postgresql": "SELECT key, CAST(words AS TEXT), CAST(tags AS TEXT) FROM search_words",
}
Contents = dict[str, list[str]]


def main() -> int:
    """Run the comparison; 1 when a record differs from the undisturbed one, or was not whole after a kill."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--store", default="sqlite")
    options = parser.parse_args()
    chance = random.Random(SEED)  # noqa: S311 - moments to kill at, no secret
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        store = stack.enter_context(_server()) if options.store == "postgresql" else options.store
        corpus = Path(folder) / "corpus.jsonl"
        write_corpus(corpus, options.articles, chance)
        whole = stack.enter_context(new_record(store, folder, "whole"))
        tell(f"an undisturbed run of {options.articles} articles ...")
        seconds = run(corpus, whole)
        wanted = contents(whole)
        again = run(corpus, whole)
        bad = tell_differences(wanted, contents(whole), "a second run over the same articles")
        tell(f"undisturbed: {seconds:.0f} s, {len(wanted['claim'])} claims; all known already: {again:.0f} s")
        # Lives are long enough to get past what is known, and share the work among them: some end in the last steps.
        life, left, records = (again, max(1.0, 1.5 * (seconds - again) / options.kills)), options.kills, 0
        while left > 0:
            records += 1
            with new_record(store, folder, f"cut{records}") as cut:
                killed, broken = disturb(corpus, cut, left, life, chance)
                bad += broken + tell_differences(wanted, contents(cut), f"record {records}, killed {killed} times")
            left -= killed
    tell(f"{options.kills} kills, {records} records, {bad} differences or faults")
    return 1 if bad else 0


def tell(words: str) -> None:
    """Print at once: a run takes minutes."""
    print(words, flush=True)


def write_corpus(path: Path, articles: int, chance: random.Random) -> None:
    """Write articles of three to eight sentences, each of one language of the sample corpus."""
    sentences: dict[str, list[str]] = {}
    for line in data_folder().joinpath("demo", "articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        sentences.setdefault(row["language"], []).extend(part for part in row["text"].split("\n") if part.strip())
    with path.open("w", encoding="utf-8") as stream:
        for number in range(articles):
            language = chance.choice(sorted(sentences))
            told = "\n".join(chance.sample(sentences[language], chance.randint(3, 8)))
            day = f"20{chance.randint(10, 25):02}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            row = {"id": f"a{number}", "language": language, "published": day, "text": told}
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


@contextmanager
def _server() -> Iterator[str]:
    """Start the server of the tests, and give its address."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "record"))
    with importlib.import_module("serving").serving() as server:  # of the tests, and only where it is asked for
        yield server.address()


@contextmanager
def new_record(store: str, folder: str, name: str) -> Iterator[str]:
    """Give the place of a record that is not there yet; a database is dropped at the end."""
    if store == "sqlite":
        yield str(Path(folder) / f"{name}.db")
        return
    import psycopg  # noqa: PLC0415 - an extra

    database = f"elchi_killed_{os.getpid()}_{name}"
    with psycopg.connect(store, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{database}" TEMPLATE template0')
        try:
            yield make_url(store).set(database=database).render_as_string(hide_password=False)
        finally:
            server.execute(f'DROP DATABASE "{database}" WITH (FORCE)')


def disturb(corpus: Path, record: str, kills: int, life: tuple[float, float], chance: random.Random) -> tuple[int, int]:
    """Ingest, killed at most `kills` times, until it is done; return how often it was killed, and faults found.

    Args:
        corpus: the articles.
        record: where they go.
        kills: how many at most.
        life: seconds that every run has, and the mean of those that it has besides.
        chance: draws the latter.
    """
    killed = broken = 0
    while killed < kills:
        patience = chance.uniform(0.3, 1) * life[0] + chance.expovariate(1 / life[1])
        with subprocess.Popen([*INGEST, str(corpus), "--record", record, "--quiet"]) as running:
            try:
                ended = running.wait(patience)
            except subprocess.TimeoutExpired:
                running.send_signal(signal.SIGKILL)
                ended = None
        if ended in DONE:
            return killed, broken
        if ended is not None:
            tell(f"  ended by itself with {ended}; run again")  # such as while a server still ends the killed run
            continue
        killed += 1
        held, faults = state(record)
        broken += len(faults)
        tell(f"  kill {killed} of {kills} after {patience:.1f} s: {held}{''.join(f'; {fault}' for fault in faults)}")
    run(corpus, record)
    return killed, broken


def run(corpus: Path, record: str) -> float:
    """Ingest to the end, and return how many seconds it took."""
    started = time.monotonic()
    ended = subprocess.run([*INGEST, str(corpus), "--record", record, "--quiet"], check=False).returncode
    if ended not in DONE:
        raise SystemExit(f"an ingest into {record} ended with {ended}")
    return time.monotonic() - started


def state(place: str) -> tuple[str, list[str]]:
    """Return in words how much a record holds, and what is wrong with it."""
    with Record.open(place, create=True) as record:
        counts = record.counts()
        return f"{counts.articles} articles, {counts.claims} claims", record.faults()


def contents(place: str) -> Contents:
    """Return every row of every table of a record as text, sorted; what is wrong with it, and what is unfinished."""
    with Record.open(place) as record:
        found: Contents = {"faults": record.faults(), "marked blocks": sorted(record.dirty_blocks())}
        with record._read() as connection:  # noqa: SLF001 - no question of the API is for all that there is
            for table in metadata.sorted_tables:
                columns = [column for column in table.columns if column.name not in CLOCKS]
                asked = connection.execute(table.select().with_only_columns(*columns))
                rows = [row for row in asked if table.name != "meta" or row.name != MARK]
                found[table.name] = sorted(repr(tuple(row)) for row in rows) if table.name not in LOGS else []
            words = connection.execute(text(WORDS[connection.dialect.name]))
            found["search_words"] = sorted(repr(tuple(row)) for row in words)
        return found


def tell_differences(wanted: Contents, found: Contents, which: str) -> int:
    """Print what differs, and return in how many tables."""
    different = [name for name, rows in wanted.items() if rows != found[name]]
    for name in different:
        missing, extra = set(wanted[name]) - set(found[name]), set(found[name]) - set(wanted[name])
        tell(f"  {name}: {len(missing)} missing, {len(extra)} that should not be there")
        for row in [*sorted(missing)[:1], *sorted(extra)[:1]]:
            tell(f"    {row[:300]}")
    tell(f"{which}: {'differs' if different else 'equal'}, {sum(map(len, found.values()))} rows compared")
    return len(different)


if __name__ == "__main__":
    sys.exit(main())
