"""How fast a record of a given size is loaded and asked, on SQLite and PostgreSQL, with synthetic claims.

    record.py [--claims N] [--adding N] [--postgres ADDRESS] [--only sqlite|postgresql] [--json]

Adds readings with some claims (--adding, default 20,000) by `Record.add_batch`, a thousand articles a transaction: how
`elchi ingest` writes, here into a record of its own. Loads N claims (default 100,000) from a bundle as `elchi db load`
does; works out occurrences and standings by a rule of thumb (one day, one type; one statement: reconciling is not
measured here) and writes them; then asks two hundred questions of each kind through `elchi.query`, as the commands and
the pages do, of dyads drawn as the claims' own. Without ADDRESS, an empty database, the server is the one of the tests,
and readings are added to an empty schema of it. Seconds on the clock; for loading and adding also those of the
processor, in this process and those that help it (a server's are its own). Making the claims is not counted.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from synthetic import BODIES, METHOD, SEED, readings, write_bundle

from elchi import query
from elchi.model import Claim, ClaimKind
from elchi.model.record import Occurrence, Resolved, Standing
from elchi.packs import load_catalogue
from elchi.pipeline import reconcile_record
from elchi.record import Record, read_bundle

BATCH = 1000
QUESTIONS = 200
PAGES = 5  # pages that are of the whole record are asked for so often
PAGE = 50
_WORDS = ("भारत", "चीन विदेश", '"विदेश मंत्री"', "ভারত", "চুক্তি স্বাক্ষর", "foreign minister", "agree*", "ক", "कखग", "vwx")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000, help="how many")
    parser.add_argument("--adding", type=int, default=20_000, help="how many are added by readings")
    parser.add_argument("--postgres", help="address of an empty database; nothing is added to it by readings")
    parser.add_argument("--only", choices=("sqlite", "postgresql"), help="this store alone")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory(prefix="elchi-bench-") as folder, ExitStack() as stack:
        claims = Path(folder) / "bundle.jsonl"
        write_bundle(claims, options.claims)
        if options.only != "postgresql":
            told = _added(str(Path(folder) / "added.db"), options.adding)
            found["sqlite"] = told | measured(str(Path(folder) / "bench.db"), claims, options.claims)
        if options.only != "sqlite":
            told = {}
            if options.postgres is None:
                with _server() as place:
                    told = _added(place, options.adding)
            place = options.postgres or stack.enter_context(_server())
            found["postgresql"] = told | measured(place, claims, options.claims)
    if options.json:
        print(json.dumps({"claims": options.claims, "stores": found}, indent=2))
    else:
        _print(options.claims, found)
    return 0


def measured(place: str, bundle: Path, claims: int) -> dict[str, float]:
    """Load, resolve and ask a record at `place`; return the figures by name."""
    with Record.open(place, create=True) as record:
        told = _loaded(record, bundle, claims)
        start = time.perf_counter()
        reconcile_record(record, resolve=resolve)
        told["write resolved, claims/s"] = claims / (time.perf_counter() - start)
        return told | _asked(record)


def _loaded(record: Record, bundle: Path, claims: int) -> dict[str, float]:
    """Load a bundle, and return the claims a second."""
    steps: dict[str, float] = {}
    start, busy = time.perf_counter(), _busy()

    def tell(doing: str, _claims: int) -> None:
        steps[doing] = time.perf_counter() - start

    with bundle.open("rb") as stream:
        record.load_bundle(read_bundle(stream, bundle.name), workers=os.cpu_count() or 1, progress=tell)
    spent, rows = time.perf_counter() - start, steps["making indexes"]
    return {
        "load, claims/s": claims / spent, "load, claims/s of CPU": claims / (_busy() - busy),
        "load, seconds of rows": rows, "load, seconds of indexes": spent - rows,
    }  # fmt: skip


def _added(place: str, claims: int) -> dict[str, float]:
    """Add readings to a record at `place`, and return the claims a second."""
    spent, busy, made = 0.0, 0.0, readings(claims)
    with Record.open(place, create=True) as record:
        while batch := list(islice(made, BATCH)):
            start, started = time.perf_counter(), _busy()
            record.add_batch(batch, METHOD)
            spent, busy = spent + time.perf_counter() - start, busy + _busy() - started
    return {"add_batch, claims/s": claims / spent, "add_batch, claims/s of CPU": claims / busy}


def _busy() -> float:
    """Return the seconds of processor time of this process and of those that it has started and that have ended."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def _asked(record: Record) -> dict[str, float]:
    """Ask questions of every kind, and return how long they took."""
    catalogue, chance = load_catalogue(), random.Random(SEED)  # noqa: S311 - no secret
    dyads = [key for key, count in record.activity(limit=10_000) for _ in range(count)]
    days = [f"{chance.randrange(2013, 2025)}-06-15" for _ in range(QUESTIONS)]
    pairs = [tuple(chance.choice(dyads).split("|")) for _ in range(QUESTIONS)]
    pair = partial(query.pair, record, catalogue=catalogue, limit=PAGE)
    told = _timed("dossier", pairs, lambda one: pair(*one))
    told |= _timed("dossier on a day", list(zip(pairs, days, strict=True)), lambda one: pair(*one[0], on=one[1]))
    bodies = [chance.choice(BODIES) for _ in range(QUESTIONS)]
    told |= _timed(
        "body on a day", list(zip(bodies, days, strict=True)),
        lambda one: query.entity(record, one[0], catalogue, one[1], limit=PAGE),
    )  # fmt: skip
    words = [_WORDS[n % len(_WORDS)] for n in range(QUESTIONS)]
    told |= _timed("search", words, lambda text: query.search(record, text, catalogue))
    busiest = tuple(record.activity(limit=1)[0][0].split("|"))
    told |= _timed("busiest dyad", [busiest] * 20, lambda one: pair(*one))
    told |= _timed("review", [None] * PAGES, lambda _: query.review(record, catalogue, limit=20))
    told |= _timed("home", [None] * PAGES, lambda _: query.home(record, catalogue))
    return told | _timed("network", [None] * PAGES, lambda _: query.network(record, catalogue))


def _timed(name: str, asked: Sequence[Any], ask: Callable[[Any], object]) -> dict[str, float]:
    """Return the median and the 95th percentile of the milliseconds that questions take."""
    spent = []
    for one in asked:
        start = time.perf_counter()
        ask(one)
        spent.append((time.perf_counter() - start) * 1000)
    return {f"{name} p50, ms": statistics.median(spent), f"{name} p95, ms": statistics.quantiles(spent, n=20)[-1]}


def resolve(block: str, claims: Sequence[Claim], **_known: object) -> Resolved:
    """Take events of one type and day for one occurrence, and what is stated of the same parties for one standing."""
    groups: dict[object, list[str]] = {}
    first: dict[object, Claim] = {}
    for claim in claims:
        same: object = claim.claim
        if claim.kind is ClaimKind.STATEMENT:
            same = (claim.type, *sorted((p.role, p.entity) for p in claim.participants))
        elif claim.date is not None:
            same = (claim.type, claim.mode, claim.date.start)
        groups.setdefault(same, []).append(claim.claim)
        first.setdefault(same, claim)
    told: list[Occurrence] = []
    held: list[Standing] = []
    for same, ids in groups.items():
        one, name = first[same], hashlib.sha256("|".join(sorted(ids)).encode()).hexdigest()[:20]
        if one.kind is ClaimKind.EVENT:
            told.append(Occurrence(
                f"o{name}", block, one.type, one.mode, one.status.value, one.plover, "", one.date, None, ids[0],
                tuple(sorted(ids)),
            ))  # fmt: skip
        else:
            held.append(Standing(f"s{name}", block, one.type, one.status.value, "", ids[0], tuple(ids)))
    return Resolved(tuple(told), tuple(held))


@contextmanager
def _server() -> Iterator[str]:
    """Start the server of the tests, and give the address of a schema in it."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "record"))
    serving = importlib.import_module("serving").serving  # of the tests, and only where it is asked for
    with serving() as server, server.schema() as address:
        yield address


def _print(claims: int, found: dict[str, dict[str, float]]) -> None:
    stores = list(found)
    print(f"{claims:,} synthetic claims; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
    print(f"{'':<28}" + "".join(f"{store:>14}" for store in stores))
    for name in found[stores[0]]:
        print(f"{name:<28}" + "".join(f"{found[store][name]:>14,.1f}" for store in stores))


if __name__ == "__main__":
    sys.exit(main())
