"""An ingest killed at many moments, against an undisturbed one: the records must be equal.

    python benchmarks/killed.py [--articles 2000] [--kills 50] [--store sqlite | --store postgresql://...]

Articles are put together from sentences of the sample corpus. One record is filled undisturbed; another by runs that
get a SIGKILL after a time drawn at random, each going on where the last was cut, until the wanted number has been
killed (as many records as that takes). Then both are compared: claims, reports, names joined, and what the claims come
to. `--store` names a PostgreSQL server; each record has a database of its own there, which is dropped afterwards.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from elchi.packs import data_folder
from elchi.record import Record

INGEST = (sys.executable, "-m", "elchi", "ingest")
SEED = 20240820


def main() -> int:
    """Run the comparison; 1 when a record differs from the undisturbed one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--store", default="sqlite")
    options = parser.parse_args()
    chance = random.Random(SEED)  # noqa: S311 - moments to kill at, no secret
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        write_corpus(corpus, options.articles, chance)
        with new_record(options.store, folder, "whole") as whole:
            started = time.monotonic()
            run(corpus, whole)
            seconds = time.monotonic() - started
            wanted = contents(whole)
        print(f"undisturbed: {options.articles} articles in {seconds:.0f} s, {len(wanted['claims'])} claims")
        left, different, records = options.kills, 0, 0
        while left > 0:
            records += 1
            with new_record(options.store, folder, f"cut{records}") as cut:
                killed = disturb(corpus, cut, left, seconds, chance)
                different += tell_differences(wanted, contents(cut))
            left -= killed
            print(f"record {records}: killed {killed} times, {left} to go")
    print(f"{options.kills} kills, {records} records, {different} differ from the undisturbed one")
    return 1 if different else 0


def write_corpus(path: Path, articles: int, chance: random.Random) -> None:
    """Write articles of three to eight sentences, each of one language of the sample corpus."""
    sentences: dict[str, list[str]] = {}
    for line in data_folder().joinpath("demo", "articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        sentences.setdefault(row["language"], []).extend(part for part in row["text"].split("\n") if part.strip())
    with path.open("w", encoding="utf-8") as stream:
        for number in range(articles):
            language = chance.choice(sorted(sentences))
            text = "\n".join(chance.sample(sentences[language], chance.randint(3, 8)))
            day = f"20{chance.randint(10, 25):02}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            row = {"id": f"a{number}", "language": language, "published": day, "text": text}
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


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
            yield store.rsplit("/", 1)[0] + "/" + database
        finally:
            server.execute(f'DROP DATABASE "{database}" WITH (FORCE)')


def disturb(corpus: Path, record: str, kills: int, seconds: float, chance: random.Random) -> int:
    """Ingest, killed at most `kills` times, until it is done; return how often it was killed."""
    killed = 0
    while killed < kills:
        # Long enough, often enough, that the last steps - names, reports, resolution - are reached and cut as well.
        patience = chance.uniform(0.3, max(2.0, seconds / 3))
        with subprocess.Popen([*INGEST, str(corpus), "--record", record, "--quiet"]) as running:
            try:
                running.wait(patience)
            except subprocess.TimeoutExpired:
                running.send_signal(signal.SIGKILL)
                killed += 1
            else:
                return killed
    run(corpus, record)
    return killed


def run(corpus: Path, record: str) -> None:
    """Ingest to the end."""
    subprocess.run([*INGEST, str(corpus), "--record", record, "--quiet"], check=True)


def contents(place: str) -> dict[str, list[str]]:
    """Return what a record holds, as sorted lines; the clock of recording is left out."""
    with Record.open(place) as record:
        joined = record.joined()
        return {
            "claims": sorted(line(stored.claim.to_json()) for stored in record.claims()),
            "reports": sorted(f"{document} {report}" for document, report in record.reports().items()),
            "names": sorted(map(repr, (*joined.joins, *joined.meanings))),
            "occurrences": sorted(map(repr, record.occurrences())),
            "conflicts": sorted(map(repr, record.conflicts())),
            "promises": sorted(map(repr, record.promises())),
            "faults": record.faults(),
            "marked blocks": record.dirty_blocks(),
        }


def line(row: dict[str, Any]) -> str:
    """Return an object as one line, its fields in order."""
    return json.dumps(row, sort_keys=True, ensure_ascii=False)


def tell_differences(wanted: dict[str, list[str]], found: dict[str, list[str]]) -> int:
    """Print what differs; return 1 where anything does."""
    different = 0
    for name, lines in wanted.items():
        missing, extra = len(set(lines) - set(found[name])), len(set(found[name]) - set(lines))
        if lines != found[name]:
            print(f"  {name}: {missing} missing, {extra} that should not be there")
            different = 1
    return different


if __name__ == "__main__":
    sys.exit(main())
