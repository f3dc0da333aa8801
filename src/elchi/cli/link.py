"""`elchi link`: what names mean, in any script, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from elchi import pipeline
from elchi.cli.options import NOTHING_FOUND, DebugOption, FailEmptyOption, JsonOption, ProgressOption, QuietOption
from elchi.cli.page import Page
from elchi.export.json_text import json_page
from elchi.model import EntityKind
from elchi.model.naming import Candidate, NameLink, NameQuery
from elchi.packs import Catalogue, load_catalogue
from elchi.query import SCHEMA_VERSION

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_BAR = 4  # blocks of a bar for one unit of log odds
_RIVALS = 3
_KINDS = ", ".join(kind.value for kind in EntityKind)


@app.command("link")
def link(  # noqa: PLR0913 - a command takes its options so
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Names as written, with or without endings.")],
    *,
    language: Annotated[str, typer.Option(help="ISO 639-1 code; else every language of the script is tried.")] = "",
    kind: Annotated[str, typer.Option(help=f"What it must be: {_KINDS}.")] = "",
    state: Annotated[str, typer.Option(help="The state that it belongs to or acts for, by id or name.")] = "",
    office: Annotated[str, typer.Option(help="An office that the bearer holds, such as foreign_minister.")] = "",
    on: Annotated[str, typer.Option("--on", help="Day of the article (2005-04-12): who held the office then?")] = "",
    explain: Annotated[bool, typer.Option("--explain", help="Show the evidence for each candidate.")] = False,
    as_json: JsonOption = False,
    fail_empty: FailEmptyOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Say what names mean, in any script, and why.

    \b
    Examples:
      elchi link टोकायेव টোকায়েভ Токаевым "Xi Jinping"
      elchi link Лавровым --explain
      elchi link Singh --office foreign_minister --state IND --on 2005-04-12 --explain
      elchi link শি জিনপিং --json

    Evidence is counted in log odds: what stands to the right of zero speaks for a candidate, what stands to the left
    against it. Nothing is taken where the best candidate fits too little, or another fits nearly as well.
    """  # noqa: D301 - \b keeps the lines of an example apart
    catalogue = load_catalogue()
    _check(catalogue, kind, office)
    known = NameQuery("", language, kind, _state(catalogue, state), office, on)
    linker = pipeline.name_linker()
    links = [linker.link(NameQuery(name, *_rest(known))) for name in names]
    if as_json:
        typer.echo(json_page({"schema_version": SCHEMA_VERSION, "links": [one.to_json() for one in links]}))
    elif explain:
        _explain(Page(), links)
    else:
        Page().table(["name", "entity", "label", "kind", "score", "why"], [_row(one) for one in links])
    if fail_empty and not any(one.entity for one in links):
        raise typer.Exit(NOTHING_FOUND)


def _rest(known: NameQuery) -> tuple[str, str, str, str, str]:
    return known.language, known.kind, known.state, known.office, known.day


def _check(catalogue: Catalogue, kind: str, office: str) -> None:
    if kind and kind not in {k.value for k in EntityKind}:
        raise typer.BadParameter(f"{kind!r} is no kind; kinds are {_KINDS}", param_hint="--kind")
    if office and office not in catalogue.offices:
        near = ", ".join(sorted(o for o in catalogue.offices if any(w in o for w in office.split("_")))[:8])
        told = f"; did you mean {near}?" if near else "; offices stand in data/catalogue/offices.tsv"
        raise typer.BadParameter(f"{office!r} is no office{told}", param_hint="--office")


def _state(catalogue: Catalogue, state: str) -> str:
    found = next((e.id for e in catalogue.find(state) if e.kind is EntityKind.STATE), "") if state else ""
    if state and not found:
        raise typer.BadParameter(f"{state!r} names no state; give an id such as IND", param_hint="--state")
    return found


def _row(one: NameLink) -> list[str]:
    if one.entity is None:
        return [one.query.name, "-", "-", "-", f"{one.score:.2f}", one.refusal]
    why = "; ".join(evidence.reason for evidence in one.reasons)
    return [one.query.name, one.entity.id, one.entity.label, one.entity.kind.value, f"{one.score:.2f}", why]


def _explain(page: Page, links: list[NameLink]) -> None:
    for one in links:
        page.title(f"{one.query.name} → {one.entity.label if one.entity else 'nothing'}")
        if one.refusal:
            page.line(one.refusal)
        for candidate in one.candidates[:_RIVALS]:
            _waterfall(page, candidate)
        page.blank()


def _waterfall(page: Page, candidate: Candidate) -> None:
    """Print each piece of evidence with a bar of its weight, and the sum."""
    entity = candidate.entity
    page.heading(f"{entity.label} ({entity.id}, {entity.kind.value})")
    for evidence in candidate.evidence:
        page.line(f"{evidence.weight:+6.2f} {_bar(evidence.weight)} {evidence.reason}", indent=2)
    page.line(f"{candidate.total:+6.2f} {_bar(candidate.total)} in all: score {candidate.score:.2f}", "bold", indent=2)


def _bar(weight: float) -> str:
    """Return a bar of the weight, to the left of the middle where it speaks against."""
    width = _BAR * 4
    size = min(width, round(abs(weight) * _BAR))
    left, right = ("", "█" * size) if weight >= 0 else ("░" * size, "")
    return (
        f"{left:>{width // 2}}│{right:<{width}}"
        if size <= width // 2 or weight >= 0
        else f"{left[: width // 2]}│{'':<{width}}"
    )
