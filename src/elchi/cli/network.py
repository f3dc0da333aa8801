"""`elchi network`: who dealt with whom in a period, and how."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from elchi import query
from elchi.cli.dossier import many
from elchi.cli.options import SinceOption, UntilOption
from elchi.cli.page import Page
from elchi.cli.question import Told, question
from elchi.export import network_graph
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


@question(app, "network")
def network(
    record: Record,
    *,
    since: SinceOption = None,
    until: UntilOption = None,
    kind: Annotated[
        list[NodeKind] | None, typer.Option("--kind", help="Kinds of nodes; may be repeated. Else no groups.")
    ] = None,
    type_: Annotated[
        list[str] | None, typer.Option("--type", help="Only this PLOVER root, such as SANCTION; may be repeated.")
    ] = None,
    shape: Annotated[Shape, typer.Option("--format", help="How it is printed.")] = Shape.TABLE,
    nodes: Annotated[int, typer.Option(min=2, help="How many nodes at most: the busiest.")] = MOST_NODES,
) -> Told:
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
    kinds = [one.value for one in kind or (NodeKind.STATE, NodeKind.ORGANISATION)]
    answer = query.network(
        record, load_catalogue(), since=since, until=until, kinds=kinds, roots=type_ or (), most=nodes
    )
    return Told(answer, lambda page: _show(page, answer, shape), empty=not answer.edges)


def _show(page: Page, answer: NetworkAnswer, shape: Shape) -> None:
    if shape is Shape.TABLE:
        _print(page, answer)
    else:
        typer.echo("".join(_written(answer, shape)), nl=False)


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
