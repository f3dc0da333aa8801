"""`elchi network`: who dealt with whom in a period, and how."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from elchi import query
from elchi.cli.days import checked_day
from elchi.cli.dossier import many
from elchi.cli.options import (
    DEFAULT_RECORD,
    NOTHING_FOUND,
    DebugOption,
    FailEmptyOption,
    JsonOption,
    ProgressOption,
    QuietOption,
    RecordOption,
)
from elchi.cli.page import Page
from elchi.export import network_graph
from elchi.export.json_text import json_page
from elchi.export.row_table import json_rows, table_csv
from elchi.packs import load_catalogue
from elchi.packs.quads import roots as all_roots
from elchi.query.network import MOST_NODES, NetworkAnswer
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_EDGES = 40


class NodeKind(StrEnum):
    """What a node may be."""

    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"


class Shape(StrEnum):
    """How the network is printed."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"
    GRAPHML = "graphml"
    GEXF = "gexf"


@app.command("network")
def network(  # noqa: PLR0913 - one for each option
    *,
    since: Annotated[str | None, typer.Option("--since", help="First day (ISO 8601).")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Last day (ISO 8601).")] = None,
    kind: Annotated[
        list[NodeKind] | None, typer.Option("--kind", help="Kinds of nodes; may be repeated. Else no groups.")
    ] = None,
    type_: Annotated[
        list[str] | None, typer.Option("--type", help="Only this PLOVER root, such as SANCTION; may be repeated.")
    ] = None,
    shape: Annotated[Shape, typer.Option("--format", help="How it is printed.")] = Shape.TABLE,
    nodes: Annotated[int, typer.Option(min=2, help="How many nodes at most: the busiest.")] = MOST_NODES,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    fail_empty: FailEmptyOption = False,
    _quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Print who dealt with whom in a period.

    \b
    Examples:
      elchi network --since 2022-01-01 --until 2022-12-31
      elchi network --type SANCTION --type ACCUSE
      elchi network --kind state --nodes 50 --json | jq '.edges[0]'
      elchi network --since 2022-01-01 --format gexf > network.gexf

    Events of the world are counted, not articles; what is denied or hypothetical is not. A graph with an edge for
    each type and status, with its direction: elchi export --format graphml, or gexf.
    """  # noqa: D301 - \b keeps the lines of an example apart
    for root in type_ or ():
        if root not in all_roots():
            told = f"{root!r} is no PLOVER root; there are {', '.join(sorted(all_roots()))}"
            raise typer.BadParameter(told, param_hint="--type")
    since, until = checked_day(since, "--since"), checked_day(until, "--until")
    kinds = [one.value for one in kind or (NodeKind.STATE, NodeKind.ORGANISATION)]
    with Record.open(record) as opened:
        answer = query.network(
            opened, load_catalogue(), since=since, until=until, kinds=kinds, roots=type_ or (), most=nodes
        )
    if as_json:
        typer.echo(json_page(answer.to_json()))
    elif shape is Shape.TABLE:
        _print(Page(), answer)
    else:
        typer.echo("".join(_written(answer, shape)), nl=False)
    if fail_empty and not answer.edges:
        raise typer.Exit(NOTHING_FOUND)


def _written(answer: NetworkAnswer, shape: Shape) -> Iterable[str]:
    if shape is Shape.GRAPHML:
        return network_graph.graphml(answer)
    if shape is Shape.GEXF:
        return network_graph.gexf(answer)
    rows = answer.rows()
    return json_rows(rows) if shape is Shape.JSONL else table_csv(rows)


def _print(page: Page, answer: NetworkAnswer) -> None:
    page.title(f"Network {answer.since or ''} – {answer.until or ''}".replace("  –", " –").strip(" –"))
    if not answer.edges:
        page.line("Nobody dealt with anybody in this period, as far as the record knows.")
        return
    page.line(f"{len(answer.nodes)} nodes, {many(len(answer.edges), 'edge')}", "dim")
    if answer.left_out:
        page.line(f"{answer.left_out} less busy nodes are left out; see --nodes", "dim")
    labels = {node.entity: node.label for node in answer.nodes}
    page.blank()
    columns = ["one", "other", "events", "co-operation", "conflict", "by root"]
    page.table(columns, [
        [labels[e.source], labels[e.target], str(e.occurrences), str(e.cooperative), str(e.conflictual),
         ", ".join(f"{root} {count}" for root, count in e.roots.items())]
        for e in answer.edges[:_EDGES]
    ])  # fmt: skip
    if len(answer.edges) > _EDGES:
        page.line(f"… and {len(answer.edges) - _EDGES} more edges; --json has all", "dim")
