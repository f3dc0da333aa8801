"""Speed, memory and start-up of reading, beside the least that any reader must do: spotting names in the same text.

    bench.py [--json]

Reads the whole news articles and the NTREX documents, in Hindi, Bengali and English, of the folder that `ELCHI_EVAL`
names, else the package's sample corpus. Throughput is that of articles read for the first time, each once, in an order
that mixes them: over all of them, and over their second half, when most words have been met before. One process, its
tables loaded, pinned to one core where the system can do that; throughput counts CPU seconds, so that a busy machine
changes it little; start-up counts seconds on the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from importlib.resources import files
from pathlib import Path
from types import FunctionType
from typing import Any

from elchi import pipeline
from elchi.clean import detect_language
from elchi.errors import ElchiError
from elchi.model import TEXT, Article
from elchi.packs import load_pack
from elchi.script import tokenise

LANGUAGES = {"hi": "hin", "bn": "ben", "en": "eng"}  # as the news names their files, and as NTREX does
_STAGES = ("clean", "mentions", "link")
_STARTS = 5
_MB = 1e6


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles to read, and where they are from."""

    articles: tuple[Article, ...]
    origin: str

    @property
    def megabytes(self) -> float:
        """Size of the texts in UTF-8."""
        return sum(len(article.text.encode()) for article in self.articles) / _MB


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    starts = measure_starts()
    core = _pin()
    found = measure(load_corpus()) | starts | {"core": core, "python": platform.python_version()}
    print(json.dumps(found, indent=2) if options.json else table(found))
    return 0


def _pin() -> int | None:
    """Stay on one core; return which, or None where the system cannot pin a process."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def load_corpus() -> Corpus:
    """Return the articles of `ELCHI_EVAL`, else of the sample corpus, each once, in the order of their digests."""
    named = os.environ.get("ELCHI_EVAL")
    if named:
        news = [row for code in LANGUAGES for row in _rows((Path(named) / "news" / f"{code}.jsonl").read_text("utf-8"))]
        articles = [_article(row, "date") for row in news if not row.get("extract")]
        documents = [row for code in LANGUAGES.values() for row in _documents(Path(named) / "ntrex" / "dev", code)]
        origin = f"{len(articles)} whole news articles and {len(documents)} NTREX documents in {', '.join(LANGUAGES)}"
        articles += documents
    else:
        rows = _rows(files("elchi").joinpath("data", "demo", "articles.jsonl").read_text("utf-8"))
        articles = [_article(row, "published") for row in rows]
        origin = f"the sample corpus of {len(rows)} short articles"
    return Corpus(tuple(sorted(articles, key=lambda article: article.sha256)), origin)


def _documents(folder: Path, code: str) -> list[Article]:
    rows = _rows((folder / f"{code}.jsonl").read_text("utf-8"))
    return [Article(f"{row['id']}@{code}", "\n".join(row["sentences"])) for row in rows]


def _rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _article(row: dict[str, Any], day: str) -> Article:
    return Article(row["id"], row["text"], row.get("title"), row.get("language"), row.get(day), row.get("source"))


def measure(corpus: Corpus) -> dict[str, Any]:
    """Return throughput of reading and of name spotting, time by stage, and peak memory."""
    for code in LANGUAGES:
        load_pack(code)
    count = len(corpus.articles)
    half = count // 2
    early, first = _timed(lambda: _read(corpus.articles[:half]))
    late, second = _timed(lambda: _read(corpus.articles[half:]))
    _, again = _timed(lambda: _read(corpus.articles))
    names, spotting = _timed(lambda: _spot_names(corpus))
    stages = _by_stage(corpus)
    return {
        "corpus": corpus.origin, "articles": count, "megabytes": corpus.megabytes, "claims": early + late,
        "names": names, "articles_per_second": count / (first + second),
        "articles_per_second_later": (count - half) / second, "articles_per_second_again": count / again,
        "megabytes_per_second": corpus.megabytes / (first + second),
        "spotting_articles_per_second": count / spotting, "spotting_megabytes_per_second": corpus.megabytes / spotting,
        "stages_ms_per_article": {name: 1000 * seconds / count for name, seconds in stages.items()},
        "peak_memory_mb": peak_memory(),
    }  # fmt: skip


def _timed(work: Callable[[], int]) -> tuple[int, float]:
    begun = time.process_time()
    found = work()
    return found, time.process_time() - begun


def _read(articles: Iterable[Article]) -> int:
    found = 0
    for article in articles:
        try:
            found += len(pipeline.read_claims(article).claims)
        except ElchiError:  # an article with nothing to read costs its time all the same
            continue
    return found


def _spot_names(corpus: Corpus) -> int:
    """Look every word up in the lexicon, and do nothing with it: names found, longest first, none inside another."""
    lexicons = {code: load_pack(code).lexicon for code in LANGUAGES}
    found = 0
    for article in corpus.articles:
        lexicon = lexicons[_language(article)]
        tokens = tokenise(article.field_text(TEXT), 0, len(article.text))
        after = 0
        for place in range(len(tokens)):
            if place >= after:
                hit = next((hit for hit in lexicon.at(tokens, place) if hit.kind == "name"), None)
                if hit is not None:
                    found, after = found + 1, hit.after
    return found


def _language(article: Article) -> str:
    if article.language in LANGUAGES:
        return article.language
    try:
        found = detect_language(article.id, article.text)
    except ElchiError:
        return next(iter(LANGUAGES))
    return found if found in LANGUAGES else next(iter(LANGUAGES))


def _by_stage(corpus: Corpus) -> dict[str, float]:
    """Return CPU seconds by stage: the pipeline's own calls of each stage are timed, the rest is reading claims."""
    spent = dict.fromkeys(_STAGES, 0.0)
    kept = dict(vars(pipeline))
    for name, value in kept.items():
        stage = value.__module__.split(".")[1] if isinstance(value, FunctionType) and "." in value.__module__ else ""
        if stage in spent:
            setattr(pipeline, name, _watched(value, stage, spent))
    try:
        _, total = _timed(lambda: _read(corpus.articles))
    finally:
        vars(pipeline).update(kept)
    return spent | {"claims": total - sum(spent.values())}


def _watched(work: FunctionType, stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    @wraps(work)
    def run(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - passes on whatever the stage takes
        begun = time.process_time()
        try:
            return work(*arguments, **named)
        finally:
            spent[stage] += time.process_time() - begun

    return run


def peak_memory() -> float | None:
    """Return the most memory that this process ever held, in megabytes; None where the system does not tell."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return None
    status = Path("/proc/self/status")  # on Linux the other figure begins with that of whoever started this process
    if status.exists():
        peak = next(row for row in status.read_text("ascii").splitlines() if row.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024 / _MB
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / _MB


def measure_starts() -> dict[str, Any]:
    """Return seconds on the clock: of `elchi --help`, until the first claim of one short article, of loading tables.

    Loading and the first claim are told without compiled tables (`off`), when they are made (`made`) and when they are
    there (`kept`).
    """
    row = next(row for row in _rows(files("elchi").joinpath("data", "demo", "articles.jsonl").read_text("utf-8")))
    with tempfile.TemporaryDirectory(prefix="elchi-bench-") as place:
        article = Path(place) / "article.jsonl"
        article.write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
        claim = ("extract", str(article))
        off, kept = os.environ | {"ELCHI_CACHE": "off"}, os.environ | {"ELCHI_CACHE": str(Path(place) / "kept")}
        loading = {
            "off": _median_loading(_loading(off) for _ in range(_STARTS)),
            "made": _median_loading(
                _loading(os.environ | {"ELCHI_CACHE": str(Path(place) / f"made{n}")}) for n in range(_STARTS)
            ),
        }
        _loading(kept)
        loading["kept"] = _median_loading(_loading(kept) for _ in range(_STARTS))
        return {
            "help_seconds": statistics.median(_until_line(kept, "--help") for _ in range(_STARTS)),
            "first_claim_seconds": statistics.median(_until_line(kept, *claim) for _ in range(_STARTS)),
            "first_claim_off_seconds": statistics.median(_until_line(off, *claim) for _ in range(_STARTS)),
            "loading_seconds": loading,
        }


_LOADING = """
import json, time
from elchi import packs
began = time.perf_counter()
catalogue = packs.load_catalogue()
loaded = time.perf_counter()
packs.load_pack("hi")
packed = time.perf_counter()
catalogue.find("भारत")
found = time.perf_counter()
print(json.dumps({"catalogue": loaded - began, "language": packed - loaded, "first_name": found - packed}))
"""


def _loading(environment: dict[str, str]) -> dict[str, float]:
    """Return seconds for the catalogue, a language pack after it and the first name found, in a process of its own."""
    code = [sys.executable, "-c", _LOADING]
    told = subprocess.run(code, env=environment, stdout=subprocess.PIPE, check=True).stdout
    found: dict[str, float] = json.loads(told)
    return found


def _median_loading(runs: Iterable[dict[str, float]]) -> dict[str, float]:
    told = list(runs)
    return {part: statistics.median(run[part] for run in told) for part in told[0]}


def _until_line(environment: dict[str, str], *arguments: str) -> float:
    begun = time.perf_counter()
    command = [sys.executable, "-m", "elchi", *arguments]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        if process.stdout is None or not process.stdout.readline():
            raise RuntimeError(f"elchi {' '.join(arguments)} printed nothing")
        first = time.perf_counter() - begun
        process.stdout.read()
        return first if "--help" not in arguments else time.perf_counter() - begun


def table(found: dict[str, Any]) -> str:
    """Return what was measured as lines of text."""
    pinned = f"core {found['core']}" if found["core"] is not None else "not pinned"
    speed = f"{found['articles_per_second']:.0f} articles/s   {found['megabytes_per_second']:.2f} MB/s"
    least, bytes_least = found["spotting_articles_per_second"], found["spotting_megabytes_per_second"]
    memory = f"{found['peak_memory_mb']:.0f} MB" if found["peak_memory_mb"] is not None else "not told by this system"
    slow = found["first_claim_off_seconds"]
    rows = [
        ("corpus", f"{found['corpus']}, {found['megabytes']:.2f} MB"),
        ("machine", f"one process, {pinned}, Python {found['python']}"),
        ("reading to claims", f"{speed}   ({found['claims']} claims; each article read for the first time)"),
        ("  their second half", f"{found['articles_per_second_later']:.0f} articles/s (most words met before)"),
        (
            "  all a second time",
            f"{found['articles_per_second_again']:.0f} articles/s (no bar: nobody reads them twice)",
        ),
        ("name spotting alone", f"{least:.0f} articles/s   {bytes_least:.2f} MB/s   ({found['names']} names)"),
        *((f"  {name}", f"{took:.2f} ms an article") for name, took in found["stages_ms_per_article"].items()),
        ("peak memory", memory),
        ("elchi --help", f"{found['help_seconds']:.2f} s"),
        (
            "first claim",
            f"{found['first_claim_seconds']:.2f} s after the command starts ({slow:.2f} s with no tables kept)",
        ),
        *((f"loading, tables {how}", _loading_line(parts)) for how, parts in found["loading_seconds"].items()),
    ]
    return "\n".join(f"{name:<22}{value}" for name, value in rows)


def _loading_line(parts: dict[str, float]) -> str:
    return ", ".join(f"{part.replace('_', ' ')} {1000 * seconds:.0f} ms" for part, seconds in parts.items())


if __name__ == "__main__":
    sys.exit(main())
