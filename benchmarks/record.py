"""How fast a record of a given size is loaded and asked, on SQLite and PostgreSQL, with synthetic claims.

    record.py [--claims N] [--postgres ADDRESS] [--only sqlite|postgresql] [--json]

Loads N claims (default 100,000) by `Record.add_batch`, a thousand articles a transaction, all indexes in place; works
out occurrences by a rule of thumb (one day, one type: reconciling is not measured here) and writes them; then asks two
hundred questions of each kind, of dyads drawn as the claims' own. Without ADDRESS, an empty database, the server is the
one of the tests. Seconds on the clock; making the claims is not counted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from synthetic import METHOD, SEED, readings

from elchi.model import Claim, ClaimKind
from elchi.model.record import Occurrence, Resolved, Standing
from elchi.pipeline import reconcile_record
from elchi.record import Record

BATCH = 1000
QUESTIONS = 200
_WORDS = ("भारत", "चीन विदेश", '"विदेश मंत्री"', "ভারত", "চুক্তি স্বাক্ষর", "foreign minister", "agree*", "ক", "कखग", "vwx")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000, help="how many")
    parser.add_argument("--postgres", help="address of an empty database")
    parser.add_argument("--only", choices=("sqlite", "postgresql"), help="this store alone")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory(prefix="elchi-bench-") as folder, ExitStack() as stack:
        if options.only != "postgresql":
            found["sqlite"] = measured(str(Path(folder) / "bench.db"), options.claims)
        if options.only != "sqlite":
            place = options.postgres or stack.enter_context(_server())
            found["postgresql"] = measured(place, options.claims)
    if options.json:
        print(json.dumps({"claims": options.claims, "stores": found}, indent=2))
    else:
        _print(options.claims, found)
    return 0


def measured(place: str, claims: int) -> dict[str, float]:
    """Load, resolve and ask a record at `place`; return the figures by name."""
    with Record.open(place, create=True) as record:
        told = {"load, claims/s": claims / _load(record, claims)}
        start = time.perf_counter()
        reconcile_record(record, resolve=resolve)
        told["write resolved, claims/s"] = claims / (time.perf_counter() - start)
        chance = random.Random(SEED)  # noqa: S311 - no secret
        dyads = [key for key, count in record.activity(limit=10_000) for _ in range(count)]
        drawn = [chance.choice(dyads) for _ in range(QUESTIONS)]
        blocks = [key for key in drawn if "|" in key]
        days = [f"{chance.randrange(2013, 2025)}-06-15" for _ in blocks]
        told |= _timed("dossier", drawn, lambda key: _dossier(record, key))
        asked = list(zip(blocks, days, strict=True))
        told |= _timed("as of a day", asked, lambda one: record.claims_of_block(one[0], known=one[1]))
        told |= _timed("search", [_WORDS[n % len(_WORDS)] for n in range(QUESTIONS)], record.search)
        busiest = record.activity(limit=1)[0][0]
        told |= _timed("busiest dyad", [busiest] * 20, lambda key: _dossier(record, key))
        return told


def _load(record: Record, claims: int) -> float:
    """Load, and return the seconds that it took."""
    spent, made = 0.0, readings(claims)
    while batch := list(islice(made, BATCH)):
        start = time.perf_counter()
        record.add_batch(batch, METHOD)
        spent += time.perf_counter() - start
    return spent


def _dossier(record: Record, key: str) -> int:
    """Ask what a page of a dossier shows: the latest fifty occurrences with their claims, and all that holds."""
    told = record.occurrences_of_pair(key, limit=50)
    held = record.standings_of_pair(key)[:50]
    record.promises_of_pair(key)
    record.conflicts_of_pair(key)
    claims = record.claims_with_ids({thing.lead for thing in (*told, *held)})
    record.reports_of({stored.claim.document for stored in claims.values()})
    return len(claims)


def _timed(name: str, asked: Sequence[Any], ask: Callable[[Any], object]) -> dict[str, float]:
    """Return the median and the 95th percentile of the milliseconds that questions take."""
    spent = []
    for one in asked:
        start = time.perf_counter()
        ask(one)
        spent.append((time.perf_counter() - start) * 1000)
    return {f"{name} p50, ms": statistics.median(spent), f"{name} p95, ms": statistics.quantiles(spent, n=20)[-1]}


def resolve(block: str, claims: Sequence[Claim], *, reports: Mapping[str, str]) -> Resolved:  # noqa: ARG001
    """Take events of one type and day for one occurrence, and each statement for a standing."""
    groups: dict[object, list[str]] = {}
    first: dict[object, Claim] = {}
    for claim in claims:
        same = (
            (claim.type, claim.mode, claim.date.start) if claim.date and claim.kind is ClaimKind.EVENT else claim.claim
        )
        groups.setdefault(same, []).append(claim.claim)
        first.setdefault(same, claim)
    told, held = [], []
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
    from serving import serving  # noqa: PLC0415 - only where it is asked for

    with serving() as server, server.schema() as address:
        yield address


def _print(claims: int, found: dict[str, dict[str, float]]) -> None:
    stores = list(found)
    print(f"{claims:,} synthetic claims\n")
    print(f"{'':<28}" + "".join(f"{store:>14}" for store in stores))
    for name in found[stores[0]]:
        print(f"{name:<28}" + "".join(f"{found[store][name]:>14,.1f}" for store in stores))


if __name__ == "__main__":
    sys.exit(main())
