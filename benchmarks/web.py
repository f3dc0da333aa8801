"""How fast the pages of a record answer, how heavy they are, and whether fifty readers at once are served.

    python benchmarks/web.py [--record FILE | --claims N] [--times N] [--readers N] [--seconds N]

Without --record a record of N synthetic claims is made (default 20,000; `benchmarks/record.py` says how). Times are
those of the server alone, without a network: on the clock, and of the processor; each page is made anew, of dyads,
entities and words drawn as the claims' own. Weights are those of the answer as sent (gzip).

Then readers ask such pages over HTTP of a server in a process of its own, while another process reads articles into
the same record: the kept pages of the server are lost with each of them, as they would be.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import uvicorn
from synthetic import BODIES, SEED, write_bundle

from elchi.cli.ingesting import ingest
from elchi.pipeline import known_names, reconcile_record
from elchi.read import read_articles
from elchi.record import Record, read_bundle
from elchi.web import Limits, create_app, fetch
from record import resolve

WORDS = ("भारत", "चीन विदेश", '"विदेश मंत्री"', "ভারত", "চুক্তি স্বাক্ষর", "foreign minister", "agree*")
PACKED = {"Accept-Encoding": "gzip"}
_GOOD = 200
Addresses = dict[str, list[str]]


def main() -> None:
    """Print a line a kind of page, then those of the crowd."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, help="a record to ask; articles are added to it")
    parser.add_argument("--claims", type=int, default=20_000, help="of the record that is made")
    parser.add_argument("--times", type=int, default=40, help="how many pages of each kind are asked for")
    parser.add_argument("--readers", type=int, default=50, help="how many ask at once")
    parser.add_argument("--seconds", type=float, default=10.0, help="how long they ask")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--read-into", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        serve(asked.record)
    elif asked.read_into:
        read_into(asked.record)
    else:
        with tempfile.TemporaryDirectory(prefix="elchi-bench-") as folder:
            place = asked.record or Path(folder) / "pages.db"
            with Record.open(place, create=True) as record:
                if asked.record is None:
                    fill(record, asked.claims)
                addresses = addresses_of(record, asked.times)
                print(
                    f"{record.counts().claims:,} claims; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n"
                )
                alone(record, addresses)
            crowd(place, addresses, asked.readers, asked.seconds)


def fill(record: Record, claims: int) -> None:
    """Put synthetic claims into a record."""
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder) / "bundle.jsonl"
        write_bundle(bundle, claims)
        with bundle.open("rb") as stream:
            record.load_bundle(read_bundle(stream, bundle.name))
    reconcile_record(record, resolve=resolve)


def addresses_of(record: Record, times: int) -> Addresses:
    """Return addresses of each kind of page, drawn by how often claims name whom they are of."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    active = record.activity(limit=10_000)
    keys = chance.choices([key for key, _ in active], [count for _, count in active], k=times)
    pairs = [key.split("|") for key in keys]
    names = [one for one, _ in pairs[: times // 2]] + [chance.choice(BODIES) for _ in range(times - times // 2)]
    return {
        "home": ["/"] * times,
        "dossier": [f"/pair/{one}/{other}" for one, other in pairs],
        "entity": [f"/entity/{name}" for name in names],
        "search": [f"/search?q={quote(chance.choice(WORDS))}&offset={20 * n}" for n in range(times)],
        "review": ["/review"] * times,
        "network": ["/network"] * times,
    }


def alone(record: Record, addresses: Addresses) -> None:
    """Print what each kind of page takes and weighs; no page is kept."""
    app = create_app(record, known_names(), limits=Limits(burst=10**6, per_second=10**6, shelf_bytes=0))
    print(f"{'':<10}{'p50 ms':>9}{'p95 ms':>9}{'CPU p50':>9}{'CPU p95':>9}{'kB p50':>9}{'kB most':>9}{'faults':>8}")
    for kind, some in addresses.items():
        fetch(app, some[0], PACKED)
        spent, busy, weights, faults = [], [], [], 0
        for address in some:
            begin, began = time.perf_counter(), time.process_time()
            got = fetch(app, address, PACKED)
            spent.append((time.perf_counter() - begin) * 1000)
            busy.append((time.process_time() - began) * 1000)
            weights.append(len(got.body) / 1000)
            faults += got.status != _GOOD
        figures = (statistics.median(spent), p95(spent), statistics.median(busy), p95(busy))
        told = "".join(f"{figure:>9.1f}" for figure in (*figures, statistics.median(weights), max(weights)))
        print(f"{kind:<10}{told}{faults:>8}")


def p95(spent: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return sorted(spent)[int(len(spent) * 0.95)] if spent else 0.0


def crowd(place: Path, addresses: Addresses, readers: int, seconds: float) -> None:
    """Print how readers who ask at once are served over HTTP, while articles are read into the record."""
    told: defaultdict[str, list[float]] = defaultdict(list)
    faults: list[str] = []
    with _beside("--serve", place) as server, _beside("--read-into", place) as writer:
        site = server.stdout.readline().strip() if server.stdout else ""
        _get(site + "/")
        end = time.monotonic() + seconds

        def read(number: int) -> None:
            chance = random.Random(number)  # noqa: S311 - no secret
            while time.monotonic() < end:
                kind = chance.choice(list(addresses))
                begin = time.perf_counter()
                try:
                    _get(site + chance.choice(addresses[kind]))
                except OSError as bad:
                    faults.append(f"{kind}: {bad}")
                told[kind].append((time.perf_counter() - begin) * 1000)

        threads = [threading.Thread(target=read, args=(n,)) for n in range(readers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        writer.terminate()
        read_in = len(writer.communicate()[0].splitlines())
    every = [one for some in told.values() for one in some]
    print(f"\n{readers} readers, {seconds:.0f} s, beside {read_in} ingests: {len(every)} pages, {len(faults)} faults")
    for kind, some in [*sorted(told.items()), ("all", every)]:
        print(f"{kind:<10} p50 {statistics.median(some):7.0f} ms  p95 {p95(some):7.0f} ms")
    print(*faults[:5], sep="\n")


def _get(address: str) -> None:
    asked = urllib.request.Request(address, headers=PACKED)  # noqa: S310 - the server that was started here
    with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310 - as above
        answer.read()


@contextmanager
def _beside(what: str, place: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, __file__, what, "--record", str(place)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def serve(place: Path) -> None:
    """Serve a record without limits of rates; print the address, and stay until told to stop."""
    with Record.open(place) as record:
        app = create_app(record, known_names(), limits=Limits(burst=10**6, per_second=10**6))
        config = uvicorn.Config(app, port=0, log_level="error", lifespan="off", access_log=False)
        server = uvicorn.Server(config)
        threading.Thread(target=_tell, args=(server,), daemon=True).start()
        server.run()


def _tell(server: uvicorn.Server) -> None:
    while not server.started:
        time.sleep(0.02)
    print(f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", flush=True)


def read_into(place: Path) -> None:
    """Read one article after the other into a record, a line for each."""
    with Record.open(place) as record, tempfile.TemporaryDirectory() as folder:
        for number in range(10**6):
            file = Path(folder) / f"{time.time_ns()}.txt"
            file.write_text(f"भारत और रूस ने मंगलवार को समझौते {number} पर हस्ताक्षर किए।", "utf-8")
            ingest(record, read_articles([str(file)]))
            print(number, flush=True)


if __name__ == "__main__":
    main()
