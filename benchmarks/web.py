"""How fast the pages of a record answer, how heavy they are, and whether fifty readers at once are served.

    python benchmarks/web.py [--record FILE] [--times N] [--readers N]

Without --record the sample corpus is read. Times are those of the server alone, without a network; weights are those
of the answer as sent (gzip). The readers ask over HTTP on this machine while articles go into the same record.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import uvicorn

from elchi.cli.ingesting import ingest
from elchi.pipeline import known_names
from elchi.read import read_articles
from elchi.record import Record
from elchi.web import Fetched, Limits, create_app, fetch

CORPUS = str(files("elchi") / "data" / "demo" / "articles.jsonl")
FREE = Limits(burst=1_000_000, per_second=1_000_000)
SECONDS = 5.0


def main() -> None:
    """Print a line a page, then one of the crowd."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, help="a record to ask; a copy is not made, articles are added to it")
    parser.add_argument("--times", type=int, default=30, help="how often each page is asked")
    parser.add_argument("--readers", type=int, default=50, help="how many ask at once")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = asked.record or Path(folder) / "sample.db"
        with Record.open(place, create=True) as record:
            if asked.record is None:
                ingest(record, read_articles([CORPUS]))
            app = create_app(record, known_names(), limits=FREE)
            addresses = addresses_of(record)
            for address in addresses:
                print(of_page(partial(fetch, app, address), address, asked.times))
            print(crowd(app, record, addresses, asked.readers))


def addresses_of(record: Record) -> list[str]:
    """Return one address of each page: of the busiest dyad, and of a claim of it."""
    key = record.busiest_pair() or "IND|KAZ"
    first, second = key.split("|")
    claims = record.claims_of_pair(key)
    found = ["/", f"/pair/{first}/{second}", f"/entity/{first}", f"/timeline/{first}", "/conflicts", "/network"]
    found += [f"/search?q={quote('भारत')}", "/review"]
    return found + [f"/claim/{stored.claim.claim}" for stored in claims[:1]]


def of_page(ask: Callable[[], Fetched], address: str, times: int) -> str:
    """Return a line with the median, the 95th percentile and the weight of a page."""
    body, spent = ask().body, []
    for _ in range(times):
        begin = time.perf_counter()
        ask()
        spent.append((time.perf_counter() - begin) * 1000)
    weight = len(gzip.compress(body)) / 1000
    return f"{address[:40]:<40} p50 {statistics.median(spent):7.1f} ms  p95 {p95(spent):7.1f} ms  {weight:6.1f} kB"


def p95(spent: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return sorted(spent)[int(len(spent) * 0.95)] if spent else 0.0


def crowd(app: object, record: Record, addresses: Sequence[str], readers: int) -> str:
    """Return a line about `readers` who ask at once, over HTTP, while articles are read into the record."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))  # type: ignore[arg-type]
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    site = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    end, spent, faults = time.monotonic() + SECONDS, [], []

    def read(number: int) -> None:
        place = number
        while time.monotonic() < end:
            begin = time.perf_counter()
            try:
                with urllib.request.urlopen(site + addresses[place % len(addresses)], timeout=30) as answer:  # noqa: S310
                    answer.read()
            except OSError as bad:
                faults.append(str(bad))
            spent.append((time.perf_counter() - begin) * 1000)
            place += 1

    def write() -> None:
        number = 0
        while time.monotonic() < end:
            text = f"भारत और रूस ने मंगलवार को समझौते {number} पर हस्ताक्षर किए।"
            with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                ingest(record, read_articles([file.name]))
            number += 1

    threads = [threading.Thread(target=read, args=(n,)) for n in range(readers)] + [threading.Thread(target=write)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    server.should_exit = True
    return (
        f"{readers} readers, {SECONDS:.0f} s, an ingest beside: {len(spent)} pages, {len(faults)} faults, "
        f"p50 {statistics.median(spent):.0f} ms, p95 {p95(spent):.0f} ms"
    )


if __name__ == "__main__":
    main()
