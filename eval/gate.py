"""The quality gate: measure, print beside the floors, fail under one.

    gate.py [--only examples|names|seeds|news|stories] [--show] [--json]
    gate.py --write-floors [--lower]

The packs' own examples are always measured. Names, seeds, news and stories need `ELCHI_EVAL`, a folder of labelled sets
(README.md here says what it holds); without it the gate says so, and judges the examples alone. Exit code 1: a figure
is under its floor, or a claim's evidence is not what its article says.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from examples import Outcome, measure_examples
from figures import AT_MOST, Figure, Floors, new_floors, read_floors, write_floors
from labelled import (
    FURTHER,
    Readings,
    measure_further_news,
    measure_news,
    measure_seeds,
    read_other_news,
    wrong_evidence,
)
from names import measure_spellings
from names_in_text import measure_names
from quiet import measure_quiet
from story_sets import measure_stories

SETS = ("examples", "names", "seeds", "news", "stories")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; return the exit code."""
    options = _parser().parse_args(arguments)
    folder = _folder()
    figures, outcomes, readings = measure(options.only, folder)
    wrong = [line for some in readings for line in wrong_evidence(some)]
    floors = read_floors()
    if options.write_floors:
        return _write(floors, figures, lower=options.lower)
    failed = [figure for figure in figures if not figure.holds(_floor(floors, figure))]
    if options.json:
        print(json.dumps(_as_json(figures, floors, readings, wrong), indent=2))
    else:
        _print(figures, floors)
        _print_readings(folder, options.only, readings, wrong)
    if options.show:
        _show(outcomes)
    for figure in failed:
        told = f"gate: {figure.group} {figure.name} is {figure.value:.3f}, its floor {_floor(floors, figure)}"
        print(told, file=sys.stderr)
    return 1 if failed or wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=SETS, help="measure this set alone")
    parser.add_argument("--show", action="store_true", help="print the examples that do not hold")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--write-floors", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--lower", action="store_true", help="with --write-floors: let floors fall as well")
    return parser


def _folder() -> Path | None:
    """Return the folder of labelled sets, or None where `ELCHI_EVAL` is not set. Leave where it is set wrong."""
    named = os.environ.get("ELCHI_EVAL")
    if not named:
        return None
    folder = Path(named)
    if not (folder / "score.py").is_file():
        sys.exit(f"gate: ELCHI_EVAL is {named!r}, and there is no score.py in it; unset it, or name the right folder")
    return folder


def measure(only: str | None, folder: Path | None) -> tuple[list[Figure], list[Outcome], list[Readings]]:
    """Return the figures of the sets asked for, the examples' outcomes, and what was read."""
    figures: list[Figure] = []
    outcomes: list[Outcome] = []
    readings: list[Readings] = []
    if only in {None, "examples"}:
        figures, outcomes = measure_examples()
        figures += measure_quiet()
        own = Readings(articles=len(outcomes))
        own.claims.extend((outcome.example.article, claim) for outcome in outcomes for claim in outcome.found)
        readings.append(own)
    if only in {None, "names"}:
        figures += measure_spellings()
    if folder is not None and only in {None, "names"} and (folder / "ner").is_dir():
        figures += measure_names(folder)
    for name, measured in (("seeds", measure_seeds), ("news", measure_news)):
        if folder is not None and only in {None, name}:
            found, read = measured(folder)
            figures += found
            readings.append(read)
    if folder is not None and only in {None, "news"}:
        for language in FURTHER:
            found, read = measure_further_news(folder, language)
            figures += found
            readings.append(read)
        readings.append(Readings().take(read_other_news(folder)))
    if folder is not None and only in {None, "stories"}:
        figures += measure_stories(folder)
    return figures, outcomes, readings


def _floor(floors: Floors, figure: Figure) -> float | None:
    return floors.get(figure.group, {}).get(figure.name)


def _print(figures: Sequence[Figure], floors: Floors) -> None:
    print(f"{'set':<20}{'figure':<21}{'value':>7}{'floor':>8}  {'':<6}{'95 %':<15}counts")
    for figure in figures:
        floor = _floor(floors, figure)
        sign = "≤" if figure.name in AT_MOST else "≥"
        shown = f"{sign}{floor:.2f}" if floor is not None else "-"
        verdict = "ok" if figure.holds(floor) else "UNDER"
        span = f"{figure.interval[0]:.3f}-{figure.interval[1]:.3f}" if figure.interval else ""
        print(f"{figure.group:<20}{figure.name:<21}{figure.value:>7.3f}{shown:>8}  {verdict:<6}{span:<15}{figure.of}")


def _print_readings(folder: Path | None, only: str | None, readings: Sequence[Readings], wrong: Sequence[str]) -> None:
    articles, claims = sum(some.articles for some in readings), sum(len(some.claims) for some in readings)
    refused = sum(len(some.refused) for some in readings)
    print(f"\nevidence: {claims - len(wrong)} of {claims} claims of {articles} articles say exactly what stands there")
    if refused:
        print(f"not read: {refused} articles (no pack for their language, or nothing to read)")
    for line in wrong:
        print(f"  wrong evidence: {line}")
    if folder is None and only != "examples":
        sets = "names, seeds, news and stories"
        print(f"{sets}: not measured, for ELCHI_EVAL names no folder of labelled sets (eval/README.md)")


def _show(outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.holds:
            continue
        example = outcome.example
        print(f"\n{example.language}/examples.jsonl:{example.line}: {example.article.text}")
        for row in outcome.missed:
            print(f"  missed {json.dumps(row, ensure_ascii=False)}")
        for claim in outcome.found:
            parties = " ".join(f"{p.role}={p.entity}" for p in claim.participants)
            when = claim.date.to_json() if claim.date else {}
            print(f"  found  {claim.kind.value} {claim.type} {claim.mode} {claim.status.value} {parties} {when or ''}")


def _write(floors: Floors, figures: Sequence[Figure], *, lower: bool) -> int:
    new, refused = new_floors(floors, figures, lower=lower)
    write_floors(new)
    for line in refused:
        print(f"gate: not lowered without --lower: {line}", file=sys.stderr)
    return 1 if refused else 0


def _as_json(
    figures: Sequence[Figure], floors: Floors, readings: Sequence[Readings], wrong: Sequence[str]
) -> dict[str, object]:
    return {
        "figures": [
            {
                "set": figure.group, "name": figure.name, "value": round(figure.value, 4), "of": figure.of,
                "floor": _floor(floors, figure), "holds": figure.holds(_floor(floors, figure)),
                "interval": figure.interval,
            }
            for figure in figures
        ],
        "articles": sum(some.articles for some in readings),
        "claims": sum(len(some.claims) for some in readings),
        "refused": [line for some in readings for line in some.refused],
        "wrong_evidence": list(wrong),
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
