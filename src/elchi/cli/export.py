"""`elchi export`: claims of a record in a format that other programs read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from elchi.cli.exporting import (
    Question,
    Unit,
    claims_of,
    rows_of,
    table_of_items,
    words_of_file,
    write_text,
    written_aside,
)
from elchi.cli.options import (
    DEFAULT_RECORD,
    DebugOption,
    ProgressOption,
    QuietOption,
    RecordOption,
    SinceOption,
    UntilOption,
)
from elchi.export import parquet
from elchi.export.escape import in_json
from elchi.export.formats import Layout, Options, text_of
from elchi.export.json_text import claim_lines
from elchi.export.left_out import LeftOut
from elchi.export.selection import Selection
from elchi.model import ClaimKind, Status
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
FormatOption = Annotated[Layout, typer.Option("--format", help="The format (docs/reference/exports.md).")]
OutOption = Annotated[Path | None, typer.Option("--out", help="Write this file, whole or not at all; else stdout.")]
PairOption = Annotated[tuple[str, str] | None, typer.Option("--pair", help="Claims about these two.", metavar="A B")]
EntityOption = Annotated[str | None, typer.Option("--entity", help="Claims in which this one takes part.")]
TypeOption = Annotated[list[str] | None, typer.Option("--type", help="Of this type or PLOVER root; may be repeated.")]
KindOption = Annotated[list[ClaimKind] | None, typer.Option("--kind", help="Of this kind; may be repeated.")]
StatusOption = Annotated[list[Status] | None, typer.Option("--status", help="Of this status; may be repeated.")]
UnitOption = Annotated[Unit, typer.Option("--unit", help="A row for each claim, or for each event of the world.")]
ExpandOption = Annotated[str | None, typer.Option("--expand", help="dyads: a line for each two (gdelt, icews).")]
UndatedOption = Annotated[str, typer.Option("--undated", help="empty, or published (polecat, icews, gdelt).")]
RawOption = Annotated[bool, typer.Option("--raw", help="csv: cells as they are, even those like formulas.")]
ConfirmedOption = Annotated[
    Path | None,
    typer.Option("--confirmed", help="quickstatements: claim ids confirmed elsewhere, one a line; see elchi review."),
]
RejectedOption = Annotated[bool, typer.Option("--with-rejected", help="Claims that somebody rejected, too.")]
ItemsOption = Annotated[
    Path | None, typer.Option("--items", help="quickstatements: entity, tab, Wikidata item, one a line.")
]


@app.command("export")
def export(  # noqa: PLR0913 - one for each option
    *,
    layout: FormatOption = Layout.JSONL,
    out: OutOption = None,
    pair: PairOption = None,
    entity: EntityOption = None,
    type_: TypeOption = None,
    kind: KindOption = None,
    status: StatusOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    unit: UnitOption = Unit.CLAIMS,
    expand: ExpandOption = None,
    undated: UndatedOption = "empty",
    raw: RawOption = False,
    confirmed: ConfirmedOption = None,
    items: ItemsOption = None,
    with_rejected: RejectedOption = False,
    record: RecordOption = DEFAULT_RECORD,
    quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:
    """Write claims in a format that other programs read.

    \b
    Examples:
      elchi export > claims.jsonl
      elchi export --pair India Kazakhstan --since 2024-01-01 --format csv
      elchi export --format parquet --out claims.parquet
      elchi export --format gdelt --expand dyads --undated published > events.tsv
      elchi export --format gexf --out relations.gexf
      elchi export --format ics --status planned > planned.ics
      elchi export --format bundle > news.bundle.jsonl

    Claims are ordered by id. Superseded ones are left out, and those rejected in elchi review. What a format cannot
    hold is left out too, and counted on stderr.
    A bundle is everything that "elchi db load" needs to make an equal record: articles, claims with their readings and
    clocks, reports and judgements; filters do not touch it.
    """  # noqa: D301 - \b keeps the lines of an example apart
    _check(layout, out, expand, undated)
    selection = Selection(kind or (), type_ or (), status or (), since, until)
    options = Options(
        dyads=expand == "dyads", undated_as_published=undated == "published", raw=raw,
        confirmed=words_of_file(confirmed), items=table_of_items(items),
    )  # fmt: skip
    left_out = LeftOut()
    with Record.open(record) as opened:
        options = replace(options, confirmed={*options.confirmed, *opened.judged().confirmed})
        question = Question(pair, entity, unit, selection, with_rejected)
        if layout is Layout.BUNDLE:
            write_text((f"{in_json(line)}\n" for line in opened.bundle_text()), out)
        elif layout is Layout.JSONL and unit is Unit.CLAIMS:
            write_text((f"{line}\n" for line in claim_lines(claims_of(opened, question))), out)
        elif layout is Layout.PARQUET and out is not None:
            with written_aside(out) as aside:
                parquet.write(rows_of(opened, question), aside)
        else:
            write_text(text_of(layout, rows_of(opened, question), options, left_out), out)
    if not quiet:
        _say(layout, left_out, options)


def _check(layout: Layout, out: Path | None, expand: str | None, undated: str) -> None:
    """Raise where options contradict each other or are malformed: wrong use, exit 2."""
    if layout is Layout.PARQUET and out is None:
        raise typer.BadParameter("Parquet is no text; name a file", param_hint="--out")
    if expand not in {None, "dyads"}:
        raise typer.BadParameter(f"{expand!r} is not known; dyads is", param_hint="--expand")
    if undated not in {"empty", "published"}:
        raise typer.BadParameter(f"{undated!r} is not known; empty and published are", param_hint="--undated")


def _say(layout: Layout, left_out: LeftOut, options: Options) -> None:
    """Say on stderr what was left out, and why."""
    if left_out:
        told = ", ".join(f"{count} {reason}" for reason, count in left_out.most_common())
        typer.echo(f"elchi: left out of {layout.value}: {told}", err=True)
    if layout is Layout.QUICKSTATEMENTS and not (options.confirmed and options.items):
        typer.echo(
            "elchi: quickstatements holds only what a person has confirmed, between items of Wikidata: "
            "confirm claims in elchi review or with --confirmed FILE, and give entity and item with --items FILE",
            err=True,
        )
