"""What is misread, by cause: events missed and events told that nobody labelled.

    errors.py [own|FILE ...] [--show]        # our own articles: all, or files of eval/own without their ending
    ELCHI_EVAL=FOLDER errors.py news         # the folder's native news without the fold that is never looked at

A missed event has one cause, the first that holds: `decision` (a reading that answers it was there and was dropped),
`parties` (a reading of the same type over the same words has other sides), `turned` (the sides are right, actor and
recipient are not), `type` (the sides are right, the act is another), `words` (some trigger is there, both are wrong),
`no trigger` (nothing over these words evokes an act). An extra event is `parties`, `turned` or `type` where a labelled
event stands at the same words, else `no event`; then how its sides were found, and how the act is put.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from labelled import NATIVE, SEEN, read_news
from own_articles import own_articles, own_files

from elchi.claims.decide import THRESHOLD, weights
from elchi.claims.select import select_events
from elchi.errors import EmptyInputError
from elchi.model import Article
from elchi.pipeline import prepare

Claims = list[dict[str, Any]]
_UNSAID = ("unsaid", "basis:pronoun", "basis:discourse", "basis:home_state", "basis:both_sides")
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class Read:
    """An article with its labelled events, every reading of its text, and those that were told."""

    article: Article
    gold: Claims
    readings: Claims
    told: Claims


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["own"], help="news, own, or files of eval/own without their ending")
    parser.add_argument("--show", action="store_true", help="print every event missed or extra")
    options = parser.parse_args(arguments)
    if "ELCHI_EVAL" not in os.environ:
        sys.exit("errors: set ELCHI_EVAL to the folder of labelled sets; its score.py judges what is right")
    folder = Path(os.environ["ELCHI_EVAL"])
    score = scorer(folder)
    for name in options.sets:
        for label, reads in read_set(name, folder):
            _report(label, reads, score, show=options.show)
    return 0


def read_set(name: str, folder: Path) -> Iterator[tuple[str, list[Read]]]:
    """Yield each set that a name means: its label, its articles read."""
    for label, pairs in _sets(name, folder, scorer(folder)):
        yield label, [read for pair in pairs if (read := _read(*pair)) is not None]


def scorer(folder: Path) -> ModuleType:
    """Return the folder's scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"errors: no score.py in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _sets(name: str, folder: Path, score: ModuleType) -> Iterator[tuple[str, Iterator[tuple[Article, Claims]]]]:
    """Yield each set that a name means: its label, its articles with their labelled events."""
    if name == "news":
        rows = score.read(str(folder / "news/gold_claims.jsonl"), gold=True)
        gold = [row for row in rows if score.in_fold(row["document"], SEEN)]
        for language in NATIVE:
            yield f"news {language}", _news(folder, language, gold)
    elif name == "own" or name in own_files():
        for file in own_files() if name == "own" else [name]:
            yield f"own {file}", own_articles(file)
    else:
        sys.exit(f"errors: no set {name!r}; there are news, own, {', '.join(own_files())}")


def _news(folder: Path, language: str, gold: Claims) -> Iterator[tuple[Article, Claims]]:
    for article in read_news(folder, language):
        rows = [row for row in gold if row["document"] == article.id]
        if rows:
            yield article, [row for row in rows if not row.get("empty") and row["kind"] == "event"]


def _read(article: Article, gold: Claims) -> Read | None:
    try:
        prepared = prepare(article)
    except EmptyInputError:
        return None
    readings: Claims = []
    told: Claims = []
    for events, _others in prepared.reader.candidates(prepared.sentences):
        chosen = {id(claim) for claim in select_events(events, weights()[THRESHOLD])}
        for candidate in events:
            if candidate.claim.evidence[0].field != "text":
                continue
            row = json.loads(json.dumps(candidate.claim.to_json()))
            row["put"] = candidate.predicate.put
            row["features"] = [name for name, _, _ in candidate.features]
            readings.append(row)
            if id(candidate.claim) in chosen:
                told.append(row)
    return Read(article, gold, readings, told)


def _report(label: str, reads: Sequence[Read], score: ModuleType, *, show: bool) -> None:
    gold = [row for read in reads for row in read.gold]
    told = [row for read in reads for row in read.told]
    matched = score.match(gold, told)
    found = score.figures(gold, told, matched)
    print(
        f"\n{label}: {len(reads)} articles, F1 {found['f1']:.3f} precision {found['precision']:.3f} "
        f"recall {found['recall']:.3f} ({found['core']} of {found['gold']}, {found['predicted']} told)"
    )
    answered, used = {id(g) for g, _, _ in matched}, {id(p) for _, p, _ in matched}
    missed = [
        (g, missed_because(g, r, score))
        for r in reads
        for g in r.gold
        if id(g) not in answered and not g.get("optional")
    ]
    extra = [(p, extra_because(p, r, score)) for r in reads for p in r.told if id(p) not in used]
    _table("missed", Counter(why for _, why in missed))
    _table("missed types", Counter(g["type"] for g, _ in missed))
    _table("extra", Counter(why for _, why in extra))
    _table("extra, sides", Counter(_sides_found(p) for p, _ in extra))
    _table("extra, put", Counter(p["put"] for p, _ in extra))
    _table("extra types", Counter(p["type"] for p, _ in extra))
    if show:
        texts = {r.article.id: r.article.text for r in reads}
        readings = {r.article.id: r.readings for r in reads}
        for kind, rows in (("MISSED", missed), ("EXTRA", extra)):
            for claim, why in sorted(rows, key=lambda row: (row[1], row[0]["document"])):
                _show(kind, claim, why, texts[claim["document"]])
                if kind == "MISSED":
                    _show_near(claim, readings[claim["document"]], score)


def missed_because(gold: dict[str, Any], read: Read, score: ModuleType) -> str:
    """Return the cause for which a labelled event was not told."""
    near = [p for p in read.readings if score.covers(gold, p)]
    typed = [p for p in near if _same_type(gold, p, score)]
    sided = [p for p in near if _same_sides(gold, p, score)]
    if any(score.core(gold, p) for p in near):
        return "decision"
    if any(p in sided for p in typed):
        return "turned"
    if typed:
        return "parties"
    if sided:
        return "type"
    return "words" if any(score.overlap(gold, p) for p in read.readings) else "no trigger"


def extra_because(told: dict[str, Any], read: Read, score: ModuleType) -> str:
    """Return what is wrong with an event that answers no label."""
    near = [g for g in read.gold if score.covers(g, told)]
    typed = [g for g in near if _same_type(g, told, score)]
    sided = [g for g in near if _same_sides(g, told, score)]
    if any(g in sided for g in typed):
        return "turned" if not any(score.core(g, told) for g in near) else "told twice"
    return "parties" if typed else "type" if sided else "no event"


def _same_type(gold: dict[str, Any], told: dict[str, Any], score: ModuleType) -> bool:
    allowed = {*gold.get("types", [gold["type"]]), score.root(gold)}
    return not allowed.isdisjoint({told["type"], score.root(told)})


def _same_sides(gold: dict[str, Any], told: dict[str, Any], score: ModuleType) -> bool:
    return all(score.has(score.participants(told), name) for name in score.gold_parties(gold))


def _sides_found(told: dict[str, Any]) -> str:
    unsaid = any(name.startswith(_UNSAID) for name in told["features"])
    return "one is unsaid" if unsaid else "all are named"


def _table(name: str, counts: Counter[str]) -> None:
    if counts:
        print(f"  {name:<14}" + "  ".join(f"{key} {number}" for key, number in counts.most_common()))


def _words(claim: dict[str, Any], text: str) -> str:
    words = " ".join(text[span["start"] : span["end"]] for span in claim["evidence"])
    return " ".join(words.split())


def _who(claim: dict[str, Any]) -> str:
    people: Iterable[tuple[str, str]] = (
        [(p["role"], p["entity"]) for p in claim["participants"] if p["entity"].isupper()]
        if "participants" in claim
        else [(k, str(claim[k])) for k in ("parties", "actor", "recipient") if claim.get(k)]
    )
    return " ".join(f"{role}={entity}" for role, entity in people)


def _show(kind: str, claim: dict[str, Any], why: str, text: str) -> None:
    print(f"{kind} [{why}] {claim['document']} {claim['type']} {claim.get('status')} {_who(claim)}")
    print(f"    {_words(claim, text)[: 2 * _LONGEST]}")


def _show_near(gold: dict[str, Any], readings: Claims, score: ModuleType) -> None:
    for reading in readings:
        if score.overlap(gold, reading):
            frame = next((r["rule"] for r in reading["reasons"] if r["rule"].startswith("frame:")), "")
            trigger = next((r["words"] for r in reading["reasons"] if r["rule"].startswith("frame:")), "")
            print(
                f"      {reading['confidence']:.2f} {reading['type']} {frame} “{trigger}” {reading['put']} "
                f"{reading['status']} {_who(reading)}"
            )


if __name__ == "__main__":
    sys.exit(main())
